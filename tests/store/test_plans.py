"""What is asked about one record reads that record, however many others there are: no table is read from end to end."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from snhr_desktop.domain.records import CaseFile, Dossier, Incident
from snhr_desktop.workspace import Workspace
from tests.builders import case, dossier, source, victim

GROWS = (
    "incident", "victim", "attribution", "facility", "weapon", "source", "waiver", "revision", "detention",
    "detention_state", "person_link", "person_key", "incident_fact", "victim_fact", "facility_fact", "weapon_fact",
    "case_fact", "note", "looked", "held", "other", "survivor",
)  # fmt: skip
"""Tables that grow with the records, and the names that questions give them."""
WHOLE = re.compile(rf"SCAN ({'|'.join(GROWS)})\b")
NEWEST = re.compile(r"ORDER BY id DESC LIMIT 1\b")
"""Ends after one row of the table's own order."""

Act = Callable[[Workspace, Dossier], object]
OF_AN_INCIDENT: dict[str, Act] = {
    "read": lambda workspace, one: workspace.dossier(one.incident.uid),
    "by reference": lambda workspace, one: workspace.by_reference(one.incident.reference),
    "history": lambda workspace, one: workspace.history(one.incident.uid),
    "custody": lambda workspace, one: workspace.custody(one.incident.uid),
    "revision": lambda workspace, one: workspace.revision(one.incident.uid, 1),
    "published": lambda workspace, one: workspace.published_in(one.incident.uid),
    "kinship": lambda workspace, one: workspace.kinship(one.incident.uid),
    "notes": lambda workspace, one: workspace.notes(one.incident.uid),
    "note": lambda workspace, one: workspace.add_note(one.incident.uid, "seen"),
    "since": lambda workspace, one: workspace.since_looked(one.incident.uid),
    "look": lambda workspace, one: workspace.look(one.incident.uid, 1),
    "beside": lambda workspace, one: workspace.same_place_and_day(one.incident.uid),
    "step": lambda workspace, one: workspace.take_step(workspace.plan_step([one.incident.uid], "under_review")),
    "draft": lambda workspace, one: workspace.put_draft(one.incident.uid, one.dump()),
    "hold": lambda workspace, one: workspace.hold(one.incident.uid, workspace.window),
    "first save": lambda workspace, one: workspace.save(dossier(victim(name_ar="سامر"), sources=(source(),))),
    "save": lambda workspace, one: workspace.save(one.with_head(_other_title(one)), "corrected"),
}
OF_A_CASE: dict[str, Callable[[Workspace, CaseFile], object]] = {
    "read": lambda workspace, one: workspace.case(one.case.uid),
    "history": lambda workspace, one: workspace.history(one.case.uid),
    "revision": lambda workspace, one: workspace.case_revision(one.case.uid, 1),
    "save": lambda workspace, one: workspace.save_case(case(name_ar="سامر")),
}


@pytest.mark.parametrize("name", OF_AN_INCIDENT)
def test_one_incident_is_asked_for_by_indexes(workspace: Workspace, name: str) -> None:
    saved = workspace.save(dossier(victim(name_ar="أحمد"), sources=(source(),))).dossier
    assert read_whole(workspace, lambda: OF_AN_INCIDENT[name](workspace, saved)) == []


@pytest.mark.parametrize("name", OF_A_CASE)
def test_one_case_is_asked_for_by_indexes(workspace: Workspace, name: str) -> None:
    saved = workspace.save_case(case(name_ar="أحمد")).file
    assert read_whole(workspace, lambda: OF_A_CASE[name](workspace, saved)) == []


def read_whole(workspace: Workspace, act: Callable[[], object]) -> list[str]:
    """The questions of an act that read a table from end to end."""
    asked: list[str] = []
    connection = workspace._store.connection
    connection.set_trace_callback(asked.append)
    act()
    connection.set_trace_callback(None)
    questions = [one for one in asked if re.match(r"(SELECT|WITH|INSERT|UPDATE|DELETE)\b", one)]
    assert questions
    return [
        one for one in questions if not NEWEST.search(one)
        and any(WHOLE.match(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {one}"))
    ]  # fmt: skip


def _other_title(one: Dossier) -> Incident:
    return replace(one.incident, title_en="Another title")
