"""What the camera wrote, as values that a person may take over. They are offered and never used by themselves."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from snhr_desktop.domain.values import NO_SITE, NO_TIME, Site, When

_TIMES = ("DateTimeOriginal", "DateTimeDigitized", "DateTime")
_WRITTEN = re.compile(r"(\d{4})[:/-](\d{2})[:/-](\d{2})(?:[ T](\d{2}):(\d{2}))?")
_RIGHTS = re.compile(r"^(?:\s|[©,:;.-]|\(c\)|copyright\b|\d{4}\b)+", re.IGNORECASE)
"""What stands before the name in a note of copyright."""
_MOST_NAME = 120
_FIRST_YEAR = 1990
"""Before any camera that writes the time; clocks that were never set tell of 1970 or 1980."""


@dataclass(frozen=True)
class Proposed:
    """When (local time of the camera), where, with what, by whom; blank where it did not say, or not credibly."""

    captured_on: When = NO_TIME
    captured_time: str = ""
    place: Site = NO_SITE
    device: str = ""
    taken_by: str = ""

    def __bool__(self) -> bool:
        return bool(self.captured_on or self.place or self.device or self.taken_by)


def proposed(exif: str, today: dt.date) -> Proposed:
    """The values that the JSON of `pictures.exif` gives; hostile ones give none."""
    said = json.loads(exif) if exif else {}
    day, time = _moment(said, today)
    return Proposed(When.on(day) if day else NO_TIME, time, _place(said), _device(said), _author(said))


def _moment(said: Mapping[str, Any], today: dt.date) -> tuple[dt.date | None, str]:
    for name in _TIMES:
        found = _WRITTEN.match(str(said.get(name, "")))
        if not found:
            continue
        try:
            day = dt.date(int(found[1]), int(found[2]), int(found[3]))
            time = dt.time(int(found[4]), int(found[5])) if found[4] else None
        except ValueError:
            continue
        if day.year >= _FIRST_YEAR and day <= today:
            return day, time.strftime("%H:%M") if time else ""
    return None, ""


def _place(said: Mapping[str, Any]) -> Site:
    lat = _degrees(said.get("GPSLatitude"), said.get("GPSLatitudeRef"), "S", 90)
    lon = _degrees(said.get("GPSLongitude"), said.get("GPSLongitudeRef"), "W", 180)
    if lat is None or lon is None or (lat, lon) == (0, 0):  # what a receiver writes that does not know
        return NO_SITE
    return Site("", "coordinates", lat, lon)


def _degrees(parts: object, side: object, negative: str, limit: int) -> float | None:
    if not isinstance(parts, list) or len(parts) != 3:
        return None
    if not all(isinstance(part, int | float) and 0 <= part <= 360 for part in parts):
        return None
    value = parts[0] + parts[1] / 60 + parts[2] / 3600
    return round(-value if side == negative else value, 6) if value <= limit else None


def _device(said: Mapping[str, Any]) -> str:
    make, model = (str(said.get(name, "")).strip() for name in ("Make", "Model"))
    return (model if model.startswith(make) else f"{make} {model}").strip()[:120]


def _author(said: Mapping[str, Any]) -> str:
    """Whom the owner of the camera had it write into each picture, else whose the rights are said to be."""
    for name in ("Artist", "Copyright"):
        told = said.get(name)
        if isinstance(told, str) and (found := _RIGHTS.sub("", told).strip()[:_MOST_NAME].strip()):
            return found
    return ""
