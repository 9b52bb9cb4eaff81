"""Values of records in words of a language: one saying for pages, histories and reports of imports."""

from collections.abc import Callable, Mapping
from typing import Any

from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice, Choices, Count, Day, Flag, Kind, SiteKind, TimeOfDay, WhenKind
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.values import Site, When
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import Language, piece

_DOT = " · "


def say_coordinates(lat: float, lon: float) -> str:
    """Latitude and longitude in degrees, as maps take them."""
    return piece(f"{lat:.5f}, {lon:.5f}")


def say_place(site: Site, language: Language, places: Gazetteer) -> str:
    """The place with what it lies in, and its coordinates where they are known."""
    place = places.get(site.pcode)
    told = list(places.path(place, language.code)) if place else [site.pcode] if site.pcode else []
    if site.lat is not None and site.lon is not None:
        told.append(say_coordinates(site.lat, site.lon))
    return _DOT.join(told)


def say_value(field: Field, value: Any, language: Language, places: Gazetteer) -> str:
    """What a declared field holds, in words of a language; blank where it says nothing. Texts are left as written."""
    if value is None or value in ("", ()):
        return ""
    say = _SAID.get(type(field.kind))
    return say(field.kind, value, language, places) if say else str(value)


def _choice(kind: Any, value: str, language: Language, places: Gazetteer) -> str:
    return language.sided(label(kind.vocabulary, value, language))  # "A: reliable" begins with a letter


def _choices(kind: Any, value: tuple[str, ...], language: Language, places: Gazetteer) -> str:
    return _DOT.join(label(kind.vocabulary, code, language) for code in value)


def _count(kind: Any, value: int, language: Language, places: Gazetteer) -> str:
    return language.number(value)


def _flag(kind: Any, value: bool, language: Language, places: Gazetteer) -> str:
    return label("yes_no", "yes" if value else "no", language)


def _day(kind: Any, value: Any, language: Language, places: Gazetteer) -> str:
    return language.date(value)


def _time(kind: Any, value: str, language: Language, places: Gazetteer) -> str:
    return piece(value) if value else ""


def _when(kind: Any, value: When, language: Language, places: Gazetteer) -> str:
    return say_when(value, language)


def _site(kind: Any, value: Site, language: Language, places: Gazetteer) -> str:
    return say_place(value, language, places)


_SAID: Mapping[type[Kind], Callable[[Any, Any, Language, Gazetteer], str]] = {
    Choice: _choice, Choices: _choices, Count: _count, Flag: _flag, Day: _day, TimeOfDay: _time, WhenKind: _when,
    SiteKind: _site,
}  # fmt: skip
