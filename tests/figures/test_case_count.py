"""Figures of cases agree with a second count written without the program's rules, and lead back to their cases."""

from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.domain.records import Case, CaseFile, CaseState, Period
from snhr_desktop.domain.values import NO_SITE, NO_TIME, Site, When
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.figures import BREAKDOWNS, FIGURES, ask_all, behind, contributions
from snhr_desktop.figures.breakdowns import PUBLISHED_PLACE
from snhr_desktop.store import cases
from snhr_desktop.store.saving import Author
from snhr_desktop.store.store import Store
from tests.builders import case, state
from tests.figures import case_recount, records
from tests.figures.recount import PLACES
from tests.figures.strategies import DAYS, codes
from tests.figures.test_independent_count import PERIODS, SCOPES

OF_CASES = {code: figure for code, figure in FIGURES.items() if figure.of_cases}
LATER = records.day("2018-04-02")


@st.composite
def files(draw: st.DrawFn) -> CaseFile:
    """Cases that the store takes: an arrest, and whatever may follow one, in the order of its days."""
    documented = draw(st.sampled_from([True, True, True, False]))
    begin = draw(st.sampled_from(["arrested", "arrested", "abducted"]))
    middle = draw(st.lists(st.sampled_from(["disappeared", "transferred"]), max_size=2))
    end = draw(st.sampled_from([[], ["released"], ["died"], ["died_torture"], ["revealed"], ["died", "revealed"]]))
    kinds = [begin, *middle, *end]
    days = sorted(draw(st.lists(st.sampled_from(DAYS), min_size=len(kinds) + 1, max_size=len(kinds) + 1)))
    states = tuple(draw(one(kind, n, days, documented)) for n, kind in enumerate(kinds))
    age = draw(st.none() | st.sampled_from([3, 17, 18, 40]))
    head = Case(
        name_ar="سامر الحموي",
        sex=draw(st.sampled_from(["female", "male", ""])),
        age=age,
        age_group=draw(st.sampled_from(["", "child", "adult"])) if age is None else "",
        civil_status=draw(st.sampled_from(["civilian", "civilian", "civilian", "armed", "unknown"])),
        status="documented" if documented else draw(st.sampled_from(codes("status"))),
        classification=draw(st.sampled_from(["violation", "violation", "violation", "not_violation"])),
    )
    if head.status == "documented" and not documented:
        head = Case(**{**vars(head), "status": "reported"})
    return CaseFile(head, states)


@st.composite
def one(draw: st.DrawFn, kind: str, number: int, days: list[Any], documented: bool) -> CaseState:
    begins = kind in ("arrested", "abducted")
    exact, ranged = When.on(days[number]), When(days[number], days[number + 1], "range")
    dates = [exact, exact, ranged] if begins and documented else [exact, ranged, NO_TIME]
    place = draw(st.sampled_from([code for code in PLACES if code or not (begins and documented)]))
    return CaseState(
        state=kind,
        date=draw(st.sampled_from(dates)),
        place=Site(place, "community") if place else NO_SITE,
        party=draw(st.sampled_from(["regime", "russia", "", "unidentified", *codes("party")])),
        body=draw(st.sampled_from(["", "yes", "no"])),
        source_kind="family",
    )


def save(store: Store, *given: CaseFile) -> list[str]:
    done = cases.save_many(store, given, Author("tester", "a case"))
    assert not done.refused, [refusal.problems for _, refusal in done.refused]  # type: ignore[attr-defined]
    return [saved.file.case.uid for saved in done.saved]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    st.lists(files(), min_size=3, max_size=8),
    st.sampled_from(PERIODS),
    st.sampled_from([*SCOPES, *vocabulary("scope")]),
)
def test_figures_agree_with_an_independent_count(
    store: Store, given: list[CaseFile], period: Period, scope: str
) -> None:
    store.connection.execute("SAVEPOINT example")
    try:
        saved = list(zip(save(store, *given), given, strict=True))
        for every in product(PERIODS, SCOPES):
            agree(store, saved, *every)
        agree(store, saved, period, scope)
        lead_back(store, case_recount.recount(saved, period, scope), period, scope)
    finally:
        store.connection.execute("ROLLBACK TO example")
        store.connection.execute("RELEASE example")


def agree(store: Store, saved: list[tuple[str, CaseFile]], period: Period, scope: str) -> None:
    """The figures, their breakdowns, and what each case is said to add to them."""
    expected = case_recount.recount(saved, period, scope)
    added = contributions(store.connection, OF_CASES.values(), period, scope)
    for code, answer in ask_all(store.connection, OF_CASES.values(), period, scope).items():
        assert answer.total == expected.total[code], code
        assert sum(sum(one.to(code)) for one in added.values()) == answer.total
        for breakdown, terms in answer.by.items():
            assert terms == dict(expected.by.get((code, breakdown), {})), (code, breakdown)
            assert sum(terms.values()) == answer.total
            for term, number in terms.items():
                assert sum(sum(one.to(code, breakdown, term)) for one in added.values()) == number


def lead_back(store: Store, expected: case_recount.CaseRecount, period: Period, scope: str) -> None:
    for code, figure in OF_CASES.items():
        assert set(behind(store.connection, figure, period, scope)) == expected.uids.get((code, "", ""), set())
        for breakdown in figure.breakdown_codes:
            for term in expected.by.get((code, breakdown), {}):
                found = behind(store.connection, figure, period, scope, breakdown, term)
                assert set(found) == expected.uids[code, breakdown, term]


def numbers(store: Store, period: Period = IDLIB.period, scope: str = "all") -> dict[str, Any]:
    answers = ask_all(store.connection, OF_CASES.values(), period, scope)
    return {code: answer.total for code, answer in answers.items() if answer.total}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (case(), {"arrests": 1}),
        (case(state(party="unidentified")), {"abductions_unidentified": 1}),
        (case(state(), state("disappeared", LATER)), {"arrests": 1, "arrests_disappeared": 1}),
        (case(state(), state("died", LATER)), {"arrests": 1, "arrests_disappeared": 1}),
        (case(state(), state("died", LATER, body="yes")), {"arrests": 1}),
        (case(state(), state("released", LATER)), {"arrests": 1, "releases": 1}),
        (case(state(day=records.day("2016-01-01")), state("released", LATER)), {"releases": 1}),
        (case(state(), state("released", None)), {"arrests": 1, "releases_date_uncertain": 1}),
        (case(state(date=records.on("2017-05-01", "2017-05-09"))), {"arrests_date_uncertain": 1}),
        (case(status="corroborated"), {"arrests_not_documented": 1}),
        (case(civil_status="unknown"), {"arrests_not_documented": 1}),
        (case(civil_status="armed"), {}),
        (case(status="rejected"), {}),
    ],
)
def test_each_case_stands_where_it_belongs(store: Store, given: CaseFile, expected: dict[str, int]) -> None:
    save(store, given)
    assert numbers(store) == expected


def test_who_is_told_to_be_released_stands_among_the_releases_whether_dated_or_not(store: Store) -> None:
    save(store, case(state(), state("released", LATER)), case(state(), state("released", None)), case())
    arrests = ask_all(store.connection, [FIGURES["arrests"]], IDLIB.period, "all")["arrests"]
    found = numbers(store)
    assert arrests.by["outcome"]["released"] == found["releases"] + found["releases_date_uncertain"] == 2
    before = Period(code="x", first=records.day("2017-01-01"), last=records.day("2017-12-31"))
    assert numbers(store, before) == {}
    ever = Period(code="y")
    assert numbers(store, ever) == {"arrests": 3, "releases": 2}


def test_arrests_are_counted_in_the_scope_of_their_party(store: Store) -> None:
    save(store, case(), case(state(party="hts"), sex="female"), case(state(party="iran_militias"), age_group="child"))
    assert numbers(store)["arrests"] == 3
    assert numbers(store, scope="alliance") == {"arrests": 2, "children_arrested": 1}
    assert numbers(store, scope="regime") == {"arrests": 2, "children_arrested": 1}
    assert numbers(store, scope="extremist") == {"arrests": 1, "women_arrested": 1}
    arrests = ask_all(store.connection, [FIGURES["arrests"]], IDLIB.period, "all")["arrests"]
    assert arrests.by["class"] == {"men": 1, "women": 1, "children": 1}
    assert arrests.by["party"] == {"regime": 2, "hts": 1}


def test_a_place_that_may_not_be_told_adds_to_no_subdistrict_that_is_published(store: Store) -> None:
    [uid] = save(store, case(place_shown="district"))
    one = contributions(store.connection, OF_CASES.values(), IDLIB.period, "all")[uid]
    assert one.to("arrests", "subdistrict", "SY070000") == (1,)
    published = one.as_published()
    assert published.to("arrests", "subdistrict", "SY070000") == ()
    assert published.to("arrests", "subdistrict", "not_known") == published.to("arrests") == (1,)
    assert BREAKDOWNS[PUBLISHED_PLACE].remainder == "not_known"
