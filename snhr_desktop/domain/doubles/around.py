"""Where and when, as far as two records can be held against each other: the ground both rules stand on."""

import datetime as dt

from snhr_desktop.domain.doubles.match import Reason
from snhr_desktop.domain.places import Gazetteer, Level, distance_km
from snhr_desktop.domain.values import Site, When
from snhr_desktop.i18n import N_

NEAR_KM = 5
"""Two reports of one attack name places this far apart at most: a village, its fields, the next village."""
_POINT_OFF_KM = 5
"""How far the point of an incident may lie from that of the town it is recorded under."""
_SAME_KM = 0.5

SAME_PLACE = N_("Same place")
APART = N_("{km} km apart")
SAME_SUBDISTRICT = N_("One place lies in the other")
SAME_DAY = N_("Same day")
PERHAPS_SAME_DAY = N_("Perhaps the same day")
DAY_APART = N_("One day apart")

_A_DAY = dt.timedelta(days=1)


def by_place(one: Site, other: Site, places: Gazetteer) -> Reason | None:
    """Why two places may be one, or None where they are too far apart or not known closely enough.

    A sub-district stands for everything in it; a district or a governorate is too wide to say anything.
    """
    here, there = point(one, places), point(other, places)
    if here and there:
        km = distance_km(*here, *there)
        if km > NEAR_KM:
            return None
        if (one.pcode and one.pcode == other.pcode) or km < _SAME_KM:
            return Reason(SAME_PLACE, 30)
        return Reason(APART, 26 - 2 * round(km), {"km": max(1, round(km))})
    if one.pcode and one.pcode == other.pcode:
        return Reason(SAME_PLACE, 20) if _is_subdistrict(one, places) else None
    holds = (_is_subdistrict(site, places) and places.within(within.pcode, site.pcode) for site, within in
             ((one, other), (other, one)))  # fmt: skip
    return Reason(SAME_SUBDISTRICT, 12) if any(holds) else None


def by_date(one: When, other: When) -> Reason | None:
    """Why two dates may be one: possible days that are the same, or at most a day apart."""
    if not (one.first and one.last and other.first and other.last):
        return None
    if one.first == one.last == other.first == other.last:
        return Reason(SAME_DAY, 30)
    if one.first <= other.last and other.first <= one.last:
        return Reason(PERHAPS_SAME_DAY, 20)
    if one.first <= other.last + _A_DAY and other.first <= one.last + _A_DAY:
        return Reason(DAY_APART, 15)
    return None


def point(site: Site, places: Gazetteer) -> tuple[float, float] | None:
    """The degrees of a place that is known closely enough to measure from."""
    if site.lat is not None and site.lon is not None:
        return site.lat, site.lon
    place = places.get(site.pcode)
    return (place.lat, place.lon) if place and place.level is Level.COMMUNITY else None


def codes_around(site: Site, places: Gazetteer) -> tuple[str, ...]:
    """The codes that a place near this one may be recorded under, sorted; none for a place that is too wide.

    The blank code, of places known by coordinates alone, is among them.
    """
    middle = point(site, places)
    if middle is None:
        inside = tuple(place.pcode for place in places.children(site.pcode)) if _is_subdistrict(site, places) else ()
        return tuple(sorted((site.pcode, *inside))) if inside or _is_subdistrict(site, places) else ()
    near = places.around(*middle, NEAR_KM + _POINT_OFF_KM)
    above = (places.ancestor_at(place.pcode, Level.SUBDISTRICT) for place in near)
    found = {place.pcode for place in near} | {place.pcode for place in above if place}
    return tuple(sorted({*found, site.pcode, ""}))


def _is_subdistrict(site: Site, places: Gazetteer) -> bool:
    place = places.get(site.pcode)
    return place is not None and place.level is Level.SUBDISTRICT
