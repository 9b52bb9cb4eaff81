"""Values with a precision: when something happened, and where (precision codes of the casualty-recording field)."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class When:
    """First and last possible day, both inclusive, with a code of `date_precision`. Without days: not known."""

    first: dt.date | None = None
    last: dt.date | None = None
    precision: str = "unknown"

    @classmethod
    def on(cls, day: dt.date) -> "When":
        """An exact day."""
        return cls(day, day, "day")

    def __bool__(self) -> bool:
        return self.first is not None


@dataclass(frozen=True)
class Site:
    """A place: a p-code of the gazetteer and, where known, WGS84 coordinates, with a code of `place_precision`."""

    pcode: str = ""
    precision: str = "unknown"
    lat: float | None = None
    lon: float | None = None

    def __bool__(self) -> bool:
        return bool(self.pcode) or self.lat is not None


NO_TIME = When()
NO_SITE = Site()
