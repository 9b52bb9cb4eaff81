"""Sets that were made ready together are the same one by one, and picked out of each other."""

from dataclasses import replace
from itertools import count, cycle, islice
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Dossier, RecordSet
from snhr_desktop.store.cases import CASES
from snhr_desktop.store.ready import Ready, ready, together
from snhr_desktop.store.saving import DOSSIERS
from tests.store.test_cases import any_cases
from tests.store.test_dossiers import any_dossiers

PLACES = built_in()


def named(given: RecordSet, numbers: "count[int]") -> RecordSet:
    """The same with identities and without a reference, as what is made ready."""
    lists = {
        name: tuple(one.with_uid(f"{next(numbers):032x}") for one in rows) for name, rows in given.children().items()
    }
    head = replace(given.head.with_uid(f"{next(numbers):032x}"), reference="")
    return type(given)(**{given.head_name: head, **lists})


def without_identities(given: RecordSet) -> RecordSet:
    lists = {name: tuple(one.with_uid("") for one in rows) for name, rows in given.children().items()}
    return type(given)(**{given.head_name: given.head.with_uid(""), **lists})


def made(given: list[RecordSet]) -> list[Ready]:
    keeping = DOSSIERS if isinstance(given[0], Dossier) else CASES
    return ready(given, PLACES, keeping.day, [keeping.found_by(one, PLACES) for one in given])  # type: ignore[arg-type]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.one_of(st.lists(any_dossiers(), min_size=1, max_size=3), st.lists(any_cases(), min_size=1, max_size=3)),
       st.integers(1, 20), st.randoms())  # fmt: skip
def test_each_is_the_same_together_and_picked(kinds: list[RecordSet], many: int, chance: Random) -> None:
    numbers = count()
    sets = [named(one, numbers) for one in islice(cycle(kinds), many)]
    readied = made(sets)
    assert together(readied) is readied[0].among
    for one, of in zip(readied, sets, strict=True):
        assert one.unlaid(type(of)) == without_identities(of)
        assert all(one.size(name) == len(rows) for name, rows in of.children().items())
    order = chance.sample(range(many), chance.randint(1, many))
    alone = [made([one])[0] for one in sets]
    for among in ([readied[at] for at in order], [chance.choice((readied, alone))[at] for at in order]):
        assert together(among) == made([sets[at] for at in order])[0].among
