"""Civilians killed by month, with the events of the period."""

import datetime as dt

from snhr_desktop.charts import Marker, MonthChart, Series
from snhr_desktop.domain.dates import months_between, say_event
from snhr_desktop.i18n import N_
from snhr_desktop.reports.phrases import NOBODY_KILLED as EMPTY
from snhr_desktop.reports.phrases import at_least
from snhr_desktop.reports.pictures.classes import CLASSES
from snhr_desktop.reports.telling import Telling

FIGURE = "civilians_killed"
TITLE = N_("Civilians killed by month")
PEAK = N_("The highest toll was that of {months}: {count}.")
PEAKS = N_("The highest toll was that of {months}: {count} in each of them.")


def chart(telling: Telling, stacked: bool = True) -> MonthChart:
    """Civilians killed in each month of the period; `stacked` by class, where that was gathered."""
    snapshot = telling.snapshot
    months = months_between(snapshot.first, snapshot.last)
    killed = telling.answer(FIGURE).by["month"]
    values = tuple(killed.get(f"{month:%Y-%m}", 0) for month in months)
    markers = tuple(
        Marker(marker.when.first, marker.label(telling.language), say_event(marker.when, telling.language))
        for marker in snapshot.file.markers
        if marker.when.first and snapshot.first <= marker.when.first <= snapshot.last
    )
    return MonthChart(
        title=telling.text(TITLE),
        unit=telling.unit_of(FIGURE),
        summary=_peak(telling, dict(zip(months, values, strict=True))),
        empty=telling.text(EMPTY),
        months=months,
        series=(_series(telling, months) if stacked else ()) or (Series(telling.title_of(FIGURE), "toll", values),),
        markers=markers,
    )


def _series(telling: Telling, months: tuple[dt.date, ...]) -> tuple[Series, ...]:
    """Each class that anyone was killed of, where it was gathered by month."""
    by_class = telling.snapshot.months
    return tuple(
        Series(telling.term("class", code), role, tuple(by_class[code].get(f"{m:%Y-%m}", 0) for m in months))
        for code, role in CLASSES.items()
        if any(by_class.get(code, {}).values())
    )


def _peak(telling: Telling, numbers: dict[dt.date, int]) -> str:
    highest = max(numbers.values(), default=0)
    if not highest:
        return telling.text(EMPTY)
    months = [telling.language.month(month) for month, number in numbers.items() if number == highest]
    count = at_least(FIGURE, highest, telling.language)
    return telling.text(PEAKS if len(months) > 1 else PEAK, months=telling.language.join(months), count=count)
