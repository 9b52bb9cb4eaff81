"""What a report of a month asks beside the month: the month before, the year so far, and what was verified late."""

import datetime as dt
from dataclasses import dataclass, replace

from snhr_desktop.domain.dates import month_of, say_when
from snhr_desktop.domain.records import Period, PeriodFile
from snhr_desktop.errors import UnknownCode
from snhr_desktop.i18n import ARABIC, ENGLISH, N_

A_MONTH = N_("a month of the period")
"""What an unknown month was taken for."""
LONG_AGO = dt.date(1900, 1, 1)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Months:
    """The spans of a monthly report, each as a period with the area and scope of the one it lies in."""

    month: PeriodFile
    previous: Period
    year: Period
    before: Period


def months_of(file: PeriodFile, month: str) -> Months:
    """The spans of a month such as `2018-03`. Raises `UnknownCode` where the period has no such month."""
    first = _first_day(file.period, month)
    last = (first + dt.timedelta(days=31)).replace(day=1) - _DAY
    named = {
        "name_en": say_when(month_of(first), ENGLISH),
        "name_ar": say_when(month_of(first), ARABIC),
    }
    within = replace(file.period, first=first, last=last, **named)
    markers = tuple(marker for marker in file.markers if marker.when.first and first <= marker.when.first <= last)
    return Months(
        month=PeriodFile(within, markers),
        previous=replace(file.period, first=(first - _DAY).replace(day=1), last=first - _DAY),
        year=replace(file.period, first=first.replace(month=1), last=last),
        before=replace(file.period, first=LONG_AGO, last=first - _DAY),
    )


def _first_day(period: Period, month: str) -> dt.date:
    try:
        first = dt.date.fromisoformat(f"{month}-01")
    except ValueError:
        first = None
    bounds = [f"{day:%Y-%m}" for day in (period.first, period.last) if day]
    if first is None or len(bounds) < 2 or not bounds[0] <= month <= bounds[1]:
        raise UnknownCode(code=month, kind=A_MONTH, known=" – ".join(bounds))
    return first
