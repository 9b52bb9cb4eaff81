"""A place as the maps of the humanitarian community know it: one p-code, two names, one point."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """The four levels of places, from wide to narrow; a value is what a record stores."""

    GOVERNORATE = "governorate"
    DISTRICT = "district"
    SUBDISTRICT = "subdistrict"
    COMMUNITY = "community"


@dataclass(frozen=True, slots=True)
class Place:
    """One place. Its p-code is its identity, never its name: many villages share a name.

    `parent` is the p-code of the next wider place, empty for a governorate. `lat` and `lon` are degrees of
    WGS84: the middle of a community, a label point of a wider place. `aliases` are other spellings in either
    script, for search only; a quarter without a p-code of its own is found through its city.
    """

    pcode: str
    level: Level
    name_en: str
    name_ar: str
    parent: str
    lat: float
    lon: float
    aliases: tuple[str, ...] = ()


def governorate(pcode: str, name_en: str, name_ar: str, lat: float, lon: float, aliases: str = "") -> Place:
    """Write down a governorate; `aliases` are parted by `|`, here and below."""
    return Place(pcode, Level.GOVERNORATE, name_en, name_ar, "", lat, lon, _parted(aliases))


def district(pcode: str, parent: str, name_en: str, name_ar: str, lat: float, lon: float, aliases: str = "") -> Place:
    """Write down a district of the governorate `parent`."""
    return Place(pcode, Level.DISTRICT, name_en, name_ar, parent, lat, lon, _parted(aliases))


def subdistrict(
    pcode: str, parent: str, name_en: str, name_ar: str, lat: float, lon: float, aliases: str = ""
) -> Place:
    """Write down a sub-district of the district `parent`."""
    return Place(pcode, Level.SUBDISTRICT, name_en, name_ar, parent, lat, lon, _parted(aliases))


def community(pcode: str, parent: str, name_en: str, name_ar: str, lat: float, lon: float, aliases: str = "") -> Place:
    """Write down a city, town or village of the sub-district `parent`."""
    return Place(pcode, Level.COMMUNITY, name_en, name_ar, parent, lat, lon, _parted(aliases))


def _parted(aliases: str) -> tuple[str, ...]:
    return tuple(aliases.split("|")) if aliases else ()
