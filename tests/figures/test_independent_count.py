"""Every figure, breakdown and list of incidents agrees with a second count written without the program's rules."""

from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.domain.records import Dossier, Period
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.figures import FIGURES, Answer, ask_all, behind
from snhr_desktop.store.store import Store
from tests.figures import records, strategies
from tests.figures.recount import UNITS, Recount, recount

PERIODS = (
    IDLIB.period,
    Period(code="country", first=IDLIB.period.first, last=IDLIB.period.last, area=""),
    Period(code="day", first=records.day("2018-05-31"), last=records.day("2018-05-31"), area="SY0700"),
)
OF_INCIDENTS = {code: figure for code, figure in FIGURES.items() if not figure.of_cases}
SCOPES = ("all", "alliance", "extremist", "regime", "iran_militias", "unidentified")


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    st.lists(strategies.dossiers(), min_size=3, max_size=8),
    st.sampled_from(PERIODS),
    st.sampled_from([*SCOPES, *vocabulary("scope")]),
)
def test_figures_agree_with_an_independent_count(
    store: Store, dossiers: list[Dossier], period: Period, scope: str
) -> None:
    store.connection.execute("SAVEPOINT example")
    try:
        saved = list(zip(records.save(store, *dossiers), dossiers, strict=True))
        for every in product(PERIODS, SCOPES):
            agree(store, saved, *every)
        agree(store, saved, period, scope)
        lead_back(store, recount(saved, period, scope), period, scope)
    finally:
        store.connection.execute("ROLLBACK TO example")
        store.connection.execute("RELEASE example")


def agree(store: Store, saved: list[tuple[str, Dossier]], period: Period, scope: str) -> None:
    answers = ask_all(store.connection, OF_INCIDENTS.values(), period, scope)
    expected = recount(saved, period, scope)
    assert list(answers) == list(OF_INCIDENTS)
    for answer in answers.values():
        agrees(answer, expected)


def agrees(answer: Answer, expected: Recount) -> None:
    code = answer.figure
    if code == "women_children_share":
        assert (answer.unit, answer.total, answer.by) == ("percent", expected.share(), {})
        return
    assert code in UNITS[answer.unit].split()
    assert answer.total == expected.total[code]
    assert answer.unstated == expected.unstated[code]
    for breakdown, terms in answer.by.items():
        assert terms == expected.terms(code, breakdown), (code, breakdown)
        assert sum(terms.values()) == answer.total, (code, breakdown)


def lead_back(store: Store, expected: Recount, period: Period, scope: str) -> None:
    """The incidents behind each term are the right ones, and together those behind the total."""
    for figure in OF_INCIDENTS.values():
        counted_as = "civilians_killed" if figure.code == "women_children_share" else figure.code
        total = behind(store.connection, figure, period, scope)
        assert len(total) == len(set(total))
        assert set(total) == expected.uids.get((counted_as, "", ""), set())
        for breakdown in figure.breakdown_codes:
            terms = {term for code, name, term in expected.uids if (code, name) == (figure.code, breakdown)}
            union: set[str] = set()
            for term in terms:
                found = behind(store.connection, figure, period, scope, breakdown, term)
                assert set(found) == expected.uids[figure.code, breakdown, term]
                union |= set(found)
            assert union == set(total)
