"""A set told at once is what the history says of its body."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.records import RecordSet
from snhr_desktop.store import history
from snhr_desktop.store.spoken_sets import spoken
from tests.builders import HOSTILE_TEXTS, dossier, incident, source
from tests.store.test_cases import any_cases
from tests.store.test_dossiers import any_dossiers


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.one_of(any_dossiers(), any_cases()))
def test_it_is_as_its_body_is_told(given: RecordSet) -> None:
    numbers = count()
    lists = {
        name: tuple(one.with_uid(f"{next(numbers):032x}") for one in rows) for name, rows in given.children().items()
    }
    named = type(given)(**{given.head_name: given.head.with_uid("f" * 32), **lists})
    assert spoken(named) == history.spoken(named.body())


def test_no_text_is_taken_for_a_pattern() -> None:
    for text in ("%", "%s", "%%s", "%(uid)s", "100 %", *HOSTILE_TEXTS):
        told = dossier(
            incident=incident(title_ar=text[:200]), sources=(source(pseudonym=text[:80], contact=text[:80]),)
        )
        assert spoken(told) == history.spoken(told.body())
