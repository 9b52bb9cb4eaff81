"""The timeline and the map of a list, described: what it holds by month and by place."""

import datetime as dt
from collections import defaultdict

from snhr_desktop.charts import MapChart, MonthChart, Outline, Point, Series
from snhr_desktop.domain.dates import months_between
from snhr_desktop.domain.places import Gazetteer, Level, Place
from snhr_desktop.geodata import load_outlines
from snhr_desktop.i18n import N_, NC_, Language, Message
from snhr_desktop.workspace import Spread, Tally

INCIDENTS, KILLED = "incidents", "killed"
COUNTED: dict[str, Message] = {INCIDENTS: N_("Incidents"), KILLED: NC_("ways in", "Civilians killed")}
"""What can be counted, and what it is called."""
TIMELINE, MAP = N_("Timeline of the list"), N_("Map of the list")
MOST_IN = NC_("ways in", "Most in {where}: {number}.")
NOTHING = N_("Nothing of the list is dated to a month.")
NOWHERE = N_("Nothing of the list lies in a known place.")
_ROLES = {INCIDENTS: "accent", KILLED: "toll"}


def timeline(spread: Spread, counted: str, language: Language) -> MonthChart:
    """One column for each month from the first to the last that the list has."""
    numbers = {
        dt.date(int(key[:4]), int(key[5:]), 1): _number(one, counted) for key, one in spread.months.items() if key
    }
    months = months_between(min(numbers), max(numbers)) if numbers else ()
    name = language.text(COUNTED[counted])
    peak = max(numbers, key=lambda month: (numbers[month], month)) if numbers else None
    summary = language.text(NOTHING)
    if peak is not None:
        summary = language.text(MOST_IN, where=language.month(peak), number=language.number(numbers[peak]))
    values = tuple(numbers.get(month, 0) for month in months)
    return MonthChart(
        title=language.text(TIMELINE), unit=name, summary=summary, empty=language.text(NOTHING), months=months,
        series=(Series(name, _ROLES[counted], values),),
    )  # fmt: skip


def map_of(spread: Spread, counted: str, level: Level, places: Gazetteer, language: Language) -> MapChart:
    """One circle for each sub-district or district that the list has."""
    numbers = by_place(spread, counted, level, places)
    points = tuple(
        Point(place.pcode, place.name_ar if language.rtl else place.name_en, place.lon, place.lat, number)
        for pcode, number in numbers.items()
        if (place := places.get(pcode)) is not None
    )
    name = language.text(COUNTED[counted])
    summary = language.text(NOWHERE)
    if points:
        most = max(points, key=lambda point: (point.value, point.key))
        summary = language.text(MOST_IN, where=most.label, number=language.number(most.value))
    return MapChart(
        title=language.text(MAP), unit=name, summary=summary, empty=language.text(NOWHERE),
        outlines=tuple(Outline(code, rings) for code, rings in load_outlines().items()),
        focus=_focus(spread, places), points=points, legend_title=name, role=_ROLES[counted],
    )  # fmt: skip


def by_place(spread: Spread, counted: str, level: Level, places: Gazetteer) -> dict[str, int]:
    """What lies in each sub-district or district; what lies in none that is known is left out."""
    numbers: dict[str, int] = defaultdict(int)
    for pcode, tally in spread.places.items():
        place = _upwards(places.get(pcode), level, places)
        if place is not None:
            numbers[place.pcode] += _number(tally, counted)
    return dict(numbers)


def _number(tally: Tally, counted: str) -> int:
    return tally.killed if counted == KILLED else tally.incidents


def _upwards(place: Place | None, level: Level, places: Gazetteer) -> Place | None:
    while place is not None and place.level != level:
        place = places.get(place.parent or "")
    return place


def _focus(spread: Spread, places: Gazetteer) -> str:
    """The one governorate that everything lies in, if it does."""
    found = {
        place.pcode for pcode in spread.places if (place := _upwards(places.get(pcode), Level.GOVERNORATE, places))
    }
    return found.pop() if len(found) == 1 else ""
