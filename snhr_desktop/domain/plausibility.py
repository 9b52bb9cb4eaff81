"""What could be right and is worth a second look: places and dates that do not go together. Hints, never errors."""

import datetime as dt
from collections.abc import Iterable, Iterator

from snhr_desktop.domain.places import Gazetteer, Level
from snhr_desktop.domain.places.gazetteer import distance_km
from snhr_desktop.domain.records import Dossier, Period
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import N_, Message

FAR_FROM_PLACE = N_("These coordinates lie {km} km from the place chosen.")
OTHER_SUBDISTRICT = N_("These coordinates lie nearest to a place of another sub-district.")
LEARNED_BEFORE = N_("It was learned of before it happened.")
STATED_BEFORE = N_("The statement is older than the incident.")
JUST_OUTSIDE = N_("This date lies just outside the period {period}: it is in none of its figures.")
STRADDLES = N_("This date lies partly outside the period {period}: it is counted apart there.")

_FAR_KM = {Level.COMMUNITY: 8.0, Level.SUBDISTRICT: 30.0, Level.DISTRICT: 60.0, Level.GOVERNORATE: 150.0}
"""How far from the point of a place what belongs to it may lie: farther is more often a slip than a fact."""
_NEAR_DAYS = 31


def implausible(dossier: Dossier, places: Gazetteer, periods: Iterable[Period] = ()) -> Iterator[Problem]:
    """Everything that does not go together; `periods` are those of the office."""
    yield from _place(dossier, places)
    yield from _dates(dossier)
    for period in periods:
        yield from _period(dossier, period)


def _place(dossier: Dossier, places: Gazetteer) -> Iterator[Problem]:
    site = dossier.incident.place
    place = places.get(site.pcode)
    if place is None or site.lat is None or site.lon is None:
        return
    far = distance_km(site.lat, site.lon, place.lat, place.lon)
    if far > _FAR_KM[place.level]:
        yield _hint("place", FAR_FROM_PLACE, km=round(far))
        return
    stated, nearest = places.ancestor_at(site.pcode, Level.SUBDISTRICT), places.nearest(site.lat, site.lon)
    if stated and nearest and nearest.pcode != site.pcode and not places.within(nearest.pcode, stated.pcode):
        yield _hint("place", OTHER_SUBDISTRICT, place=place.pcode, nearest=nearest.pcode)


def _dates(dossier: Dossier) -> Iterator[Problem]:
    first, learned = dossier.incident.date.first, dossier.incident.learned_on
    if first and learned and learned < first:
        yield _hint("learned_on", LEARNED_BEFORE, learned=learned, first=first)
    for row, source in enumerate(dossier.sources):
        if first and source.stated_on and source.stated_on < first:
            days: dict[str, object] = {"stated": source.stated_on, "first": first}
            yield Problem("source", "stated_on", STATED_BEFORE, row, level="hint", values=days)


def _period(dossier: Dossier, period: Period) -> Iterator[Problem]:
    first, last = dossier.incident.date.first, dossier.incident.date.last
    if not (first and last and period.first and period.last):
        return
    touches = first <= period.last and last >= period.first
    within = first >= period.first and last <= period.last
    near = dt.timedelta(days=_NEAR_DAYS)
    if touches and not within:
        yield _hint("date", STRADDLES, period=period.name, first=first, last=last)
    elif not touches and first <= period.last + near and last >= period.first - near:
        yield _hint("date", JUST_OUTSIDE, period=period.name, first=first, last=last)


def _hint(field: str, message: Message, **values: object) -> Problem:
    return Problem("incident", field, message, level="hint", values=values)
