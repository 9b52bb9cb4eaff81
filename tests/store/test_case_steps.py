"""A case takes the steps that an incident takes, and a second person documents it where the office asks for one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.domain import steps
from snhr_desktop.domain.records import CaseFile
from snhr_desktop.errors import StepRefused
from snhr_desktop.i18n import ARABIC, ENGLISH, Message
from snhr_desktop.workspace import OfficeRules, Workspace
from tests.builders import DAY, case, open_as, state


@pytest.fixture
def second(workspace: Workspace, tmp_path: Path) -> Iterator[Workspace]:
    """Another person at the same store."""
    with open_as("Other", tmp_path / "office.snhr") as opened:
        yield opened


def put(workspace: Workspace, uid: str, status: str, reason: str = "", **said: Any) -> CaseFile:
    """Save with another status, as the form does."""
    now = workspace.case(uid)
    return workspace.save_case(replace(now, case=replace(now.case, status=status, **said)), reason).file


def refused(workspace: Workspace, uid: str, status: str, why: Message, reason: str = "") -> None:
    before = workspace.case(uid)
    with pytest.raises(StepRefused) as told:
        put(workspace, uid, status, reason)
    [problem] = told.value.problems
    assert (problem.record, problem.field, problem.message) == ("detention", "status", why)
    assert told.value.tell(ENGLISH) != told.value.tell(ARABIC)
    assert workspace.case(uid) == before


def test_a_case_takes_no_step_that_the_table_does_not_have(workspace: Workspace) -> None:
    uid = workspace.save_case(case(status="reported")).file.case.uid
    refused(workspace, uid, "rejected", steps.REASON_FOR_STEP)
    put(workspace, uid, "rejected", "Told twice")
    refused(workspace, uid, "corroborated", steps.NOT_FROM_HERE, "why")
    put(workspace, uid, "reported", "Withdrawn: it was another person")
    assert put(workspace, uid, "documented").case.status == "documented"
    assert {finding.level for finding in workspace.verify()} <= {"note"}


def test_who_entered_a_case_does_not_document_it(workspace: Workspace, second: Workspace) -> None:
    workspace.set_rules(OfficeRules(second_person=True))
    uid = workspace.save_case(case(status="reported")).file.case.uid
    refused(workspace, uid, "documented", steps.SECOND_PERSON)
    put(workspace, uid, "under_review")
    refused(workspace, uid, "documented", steps.SECOND_PERSON)
    put(second, uid, "documented", review_notes="Two sources")
    assert workspace.case(uid).case.status == "documented"


def test_who_adds_a_state_is_one_who_entered_the_case(workspace: Workspace, second: Workspace) -> None:
    workspace.set_rules(OfficeRules(second_person=True))
    saved = workspace.save_case(case(status="reported")).file
    second.save_case(replace(saved, states=(*saved.states, state("disappeared", DAY))))
    refused(second, saved.case.uid, "documented", steps.SECOND_PERSON)
    put(workspace, saved.case.uid, "documented")


def test_a_case_is_neither_new_nor_changed_in_place_as_documented_by_one_person(
    workspace: Workspace, second: Workspace
) -> None:
    saved = workspace.save_case(case()).file
    workspace.set_rules(OfficeRules(second_person=True))
    with pytest.raises(StepRefused):
        workspace.save_case(case())
    with pytest.raises(StepRefused):
        second.save_case(replace(saved, states=(replace(saved.states[0], party="hts"),)))
    done = workspace.save_cases([case(), case(status="reported")])
    assert (len(done.saved), [place for place, _ in done.refused]) == (1, [0])
