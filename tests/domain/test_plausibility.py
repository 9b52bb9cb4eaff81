"""Places and dates that do not go together are told as hints, and let stand only while they say the same."""

import datetime as dt
import inspect
import re
from dataclasses import replace

import pytest

from snhr_desktop.domain import checks
from snhr_desktop.domain import plausibility as said
from snhr_desktop.domain.checks import PRESENCE_MISSING, problems
from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.plausibility import implausible
from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.values import Site, When
from snhr_desktop.domain.waivers import WAIVABLE, accepted, waivable, waiver
from snhr_desktop.i18n import ARABIC, ENGLISH, Message
from tests.builders import dossier, facility, incident, source

SARAQIB = next(place for place in built_in().search("سراقب", levels=None) if place.level.value == "community")


def hints(given: Dossier) -> list[Message]:
    found = list(implausible(given, built_in(), (IDLIB.period,)))
    assert all(problem.level == "hint" for problem in found)
    return [problem.message for problem in found]


def at(lat: float, lon: float) -> Dossier:
    return dossier(incident=incident(place=Site(SARAQIB.pcode, "coordinates", lat, lon)))


def test_coordinates_at_the_place_are_no_matter() -> None:
    assert hints(at(SARAQIB.lat + 0.005, SARAQIB.lon)) == []


def test_coordinates_far_from_the_place_are_told_with_the_distance() -> None:
    given = at(SARAQIB.lat + 0.5, SARAQIB.lon)
    (problem,) = implausible(given, built_in())
    assert problem.message == said.FAR_FROM_PLACE
    assert "56 km" in problem.tell(ENGLISH)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ((2017, 5, 6), (2017, 5, 6), []),
        ((2018, 5, 31), (2018, 5, 31), []),
        ((2018, 6, 1), (2018, 6, 1), [said.JUST_OUTSIDE]),
        ((2018, 6, 7), (2018, 6, 8), [said.JUST_OUTSIDE]),
        ((2018, 5, 31), (2018, 6, 1), [said.STRADDLES]),
        ((2017, 4, 4), (2017, 4, 4), []),  # 32 days before
        ((2019, 1, 1), (2019, 1, 1), []),
    ],
)
def test_a_date_beside_a_period_is_told(first: tuple[int, int, int], last: tuple[int, int, int], told: object) -> None:
    days = dt.date(*first), dt.date(*last)
    when = When.on(days[0]) if first == last else When(*days, "range")
    assert hints(dossier(incident=incident(date=when))) == told


def test_nobody_learns_of_what_has_not_happened() -> None:
    before = dt.date(2018, 3, 21)
    given = dossier(incident=incident(learned_on=before), sources=(source(stated_on=before),))
    assert hints(given) == [said.LEARNED_BEFORE, said.STATED_BEFORE]


def test_a_hint_let_stand_is_accepted_until_it_says_something_else() -> None:
    given = at(SARAQIB.lat + 0.5, SARAQIB.lon)
    (hint,) = implausible(given, built_in())
    assert waivable(hint)
    let = replace(given, waivers=(waiver(hint, given, "measured by GPS"),))
    (told,) = accepted([hint], let)
    assert (told.level, told.reason) == ("accepted", "measured by GPS")
    moved = replace(at(SARAQIB.lat + 0.7, SARAQIB.lon), waivers=let.waivers)
    (other,) = implausible(moved, built_in())
    assert accepted([other], moved) == (other,)


def test_a_hint_let_stand_of_one_record_says_nothing_of_another() -> None:
    first, second = facility("school", name_ar="مدرسة", military_presence=""), facility("mosque", military_presence="")
    given = dossier(facilities=(first,))
    (hint,) = (p for p in problems(given, built_in(), dt.date(2026, 1, 1)) if p.message == PRESENCE_MISSING)
    more = replace(given, facilities=(second, first, second), waivers=(waiver(hint, given, "nobody asked"),))
    told = accepted(problems(more, built_in(), dt.date(2026, 1, 1)), more)
    levels = {problem.row: problem.level for problem in told if problem.message == PRESENCE_MISSING}
    assert levels == {0: "hint", 1: "accepted", 2: "hint"}


def test_every_hint_of_an_incident_can_be_let_stand() -> None:
    for module in (checks, said):
        source = inspect.getsource(module)
        named = {
            name for line in source.splitlines() if "hint" in line for name in re.findall(r"\b[A-Z][A-Z_]{3,}\b", line)
        }
        assert named
        assert {name for name in named if getattr(module, name) not in WAIVABLE} == set()


def test_only_hints_can_be_let_stand() -> None:
    (hint,) = implausible(at(SARAQIB.lat + 0.5, SARAQIB.lon), built_in())
    assert not waivable(replace(hint, level="needed"))
    assert not waivable(replace(hint, message=Message("another")))


def test_each_has_a_code_of_its_own_and_arabic_words() -> None:
    assert len(set(WAIVABLE.values())) == len(WAIVABLE)
    assert all(ARABIC.text(message, km=1, period="", stated=1, listed=1, row=1) for message in WAIVABLE)
