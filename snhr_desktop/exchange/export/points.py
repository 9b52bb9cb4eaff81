"""Incidents as points on a map (GeoJSON): where the place is told with coordinates there, else in the middle of it.

How exact a point is stands beside it; for an audience it is never more exact than its rule says, since the place is
already the one that the audience is told.
"""

import json
from collections.abc import Iterator, Mapping
from typing import IO, Any

from snhr_desktop.domain.counting import tally
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Dossier, Incident
from snhr_desktop.domain.values import Site
from snhr_desktop.exchange.export.material import Material

_TOLD = ("reference", "title_ar", "title_en", "kinds", "delivery", "date", "place", "status", "classification")
RECORDED, MIDDLE = "recorded", "middle_of_place"


def write(material: Material, out: IO[bytes], made: Mapping[str, Any]) -> None:
    """Write one feature for each incident. A place that nobody knows has no point, and stays in the list."""
    head = {"type": "FeatureCollection", "snhr": dict(made)}
    out.write(_text(head)[:-1].encode() + b',\n"features":[')
    for number, feature in enumerate(_features(material)):
        out.write((",\n" if number else "\n").encode() + _text(feature).encode())
    out.write(b"]}\n")


def _features(material: Material) -> Iterator[Mapping[str, Any]]:
    for dossier in material.dossiers():
        where, how = _point(dossier.incident.place, material.gazetteer)
        point = {"type": "Point", "coordinates": where} if where else None
        told = _told(dossier, material.gazetteer) | {"point": how}
        yield {"type": "Feature", "id": dossier.incident.uid, "geometry": point, "properties": told}


def _point(site: Site, gazetteer: Gazetteer) -> tuple[list[float], str]:
    """Longitude and latitude, and what they are; nothing for a place that is not known."""
    if site.lat is not None and site.lon is not None:
        return [site.lon, site.lat], RECORDED
    place = gazetteer.get(site.pcode)
    return ([place.lon, place.lat], MIDDLE) if place else ([], "")


def _told(dossier: Dossier, gazetteer: Gazetteer) -> dict[str, Any]:
    """Flat values, as programs for maps want them."""
    told: dict[str, Any] = {}
    for name in _TOLD:
        field, value = Incident.field(name), getattr(dossier.incident, name)
        cells = field.kind.to_columns(value) if len(field.kind.columns) > 1 else (field.kind.dump(value),)
        told |= {f"{name}{suffix}": cell for (suffix, _), cell in zip(field.kind.columns, cells, strict=True)}
    place = gazetteer.get(dossier.incident.place.pcode)
    told |= {"place_name_ar": place.name_ar, "place_name_en": place.name_en} if place else {}
    tolls = {fate: sum(tally(dossier.victims, fate).values()) for fate in ("killed", "injured")}
    parties = [one.party for one in dossier.attributions]
    return told | {f"civilians_{fate}": number for fate, number in tolls.items()} | {"parties": parties}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
