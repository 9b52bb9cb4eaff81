"""The steps of verification: what the one table allows, and what it asks a reason for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain import steps
from snhr_desktop.domain.vocabularies import vocabulary
from tests.builders import dossier, incident, victim

STATUSES = tuple(vocabulary("status"))
any_status = st.sampled_from(STATUSES)


def test_every_status_has_its_step_in_the_order_of_the_vocabulary() -> None:
    assert tuple(steps.STEPS) == STATUSES
    for step in steps.STEPS.values():
        assert step.onward | step.with_reason <= set(STATUSES) - {step.to}
        assert not step.onward & step.with_reason


@pytest.mark.parametrize("after", ["under_review", "corroborated", "documented"])
def test_the_way_onward_needs_no_reason(after: str) -> None:
    assert steps.refused("reported", after, "") is None


@pytest.mark.parametrize(
    "before, after, told",
    [
        ("documented", "under_review", steps.REASON_FOR_STEP),
        ("documented", "rejected", steps.REASON_FOR_STEP),
        ("reported", "rejected", steps.REASON_FOR_STEP),
        ("rejected", "documented", steps.NOT_FROM_HERE),
        ("unconfirmed", "documented", steps.NOT_FROM_HERE),
        ("rejected", "corroborated", steps.NOT_FROM_HERE),
        ("rejected", "unconfirmed", steps.NOT_FROM_HERE),
    ],
)
def test_what_a_step_asks_for(before: str, after: str, told: object) -> None:
    assert steps.refused(before, after, " ") == told
    with_reason = steps.refused(before, after, "because")
    assert with_reason == (told if told == steps.NOT_FROM_HERE else None)


@given(any_status, any_status, st.text(max_size=5), st.sets(any_status))
def test_no_step_skips_what_the_table_forbids(before: str, after: str, reason: str, earlier: set[str]) -> None:
    allowed = steps.refused(before, after, reason, earlier) is None
    step = steps.STEPS[after]
    if before == after or before in step.onward:
        assert allowed
    else:
        assert allowed == (bool(reason.strip()) and (before in step.with_reason or after in earlier))


def test_what_is_assessed_is_not_what_was_entered() -> None:
    given_one = dossier(victim(), incident=incident(title_en="A"))
    assessed = dossier(
        victim(), incident=incident(title_en="A", status="corroborated", classification="violation", toll_open=True)
    )
    assert steps.entered(given_one) == steps.entered(assessed)
    assert steps.entered(given_one) != steps.entered(dossier(victim(), incident=incident(title_en="B")))
    assert steps.entered(given_one) != steps.entered(dossier(victim(age=9), incident=incident(title_en="A")))


@pytest.mark.parametrize(
    "actor, author, told",
    [
        ("AB", "ab ", steps.SECOND_PERSON),
        ("AB", "CD", None),
        (" ", "CD", steps.WHO_ARE_YOU),
        ("أحمد", "احمد", steps.SECOND_PERSON),
    ],
)
def test_a_second_person_is_another_however_initials_are_typed(actor: str, author: str, told: object) -> None:
    assert steps.second_person_missing(actor, author) == told
