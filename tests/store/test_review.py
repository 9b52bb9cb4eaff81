"""Review through the door: steps, the queue, a second person, notes, looks and earlier revisions."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain import steps
from snhr_desktop.domain.doubles.merging import MergePlan, Pair, merged, proposal
from snhr_desktop.domain.records import Dossier, Incident
from snhr_desktop.errors import ChangedMeanwhile, InvalidEntry, StepRefused, UnknownCode
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store import queue
from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.store.stepping import ALREADY, NOTHING_BEFORE, WITHDRAW
from snhr_desktop.ui.forms.review import review
from snhr_desktop.workspace import OfficeRules, QueueQuery, QueueRow, Workspace
from tests.builders import HOSTILE_TEXTS, attribution, dossier, incident, open_as, source, victim

ENTERED: dict[str, Any] = {"classification": "violation", "status": "reported"}


@pytest.fixture
def second(workspace: Workspace, tmp_path: Path) -> Iterator[Workspace]:
    """Another person at the same store."""
    with open_as("Other", tmp_path / "office.snhr") as opened:
        yield opened


def reported(workspace: Workspace, **said: Any) -> Dossier:
    """An incident with nothing missing, waiting."""
    return workspace.save(dossier(incident=incident(**(ENTERED | said)))).dossier


def waiting(workspace: Workspace, query: QueueQuery) -> tuple[str, ...]:
    """Identities of what a queue holds, in order."""
    found = workspace.queue_found(query)
    assert found is not None
    return tuple(row.uid for row in workspace.queue_rows(found.rows))


def line(workspace: Workspace, uid: str) -> QueueRow:
    """What the queue says of one incident."""
    row = workspace.incident_row(uid)
    assert row is not None
    assert workspace.uids_of([row]) == (uid,)
    return workspace.queue_rows([row])[0]


def put(workspace: Workspace, uid: str, status: str, reason: str = "") -> Dossier:
    """Save with another status, as the form does."""
    now = workspace.dossier(uid)
    return workspace.save(replace(now, incident=replace(now.incident, status=status)), reason).dossier


def sound(workspace: Workspace) -> bool:
    """Whether the store verifies."""
    return all(finding.level == "note" for finding in workspace.verify())


# --- steps -------------------------------------------------------------------------------------------------------


def test_the_store_refuses_what_the_table_forbids(workspace: Workspace) -> None:
    uid = reported(workspace).incident.uid
    with pytest.raises(StepRefused) as refused:
        put(workspace, uid, "rejected")
    assert refused.value.problems[0].message == steps.REASON_FOR_STEP
    assert "reason" in refused.value.tell(ENGLISH)
    assert refused.value.tell(ARABIC)
    put(workspace, uid, "rejected", "A copy of another")
    with pytest.raises(StepRefused):
        put(workspace, uid, "documented", "I am sure")
    assert workspace.dossier(uid).incident.status == "rejected"
    assert put(workspace, uid, "under_review", "It is another one").revision == 3
    assert sound(workspace)


def test_a_step_is_taken_back_to_where_it_came_from(workspace: Workspace) -> None:
    uid = reported(workspace).incident.uid
    put(workspace, uid, "documented")
    put(workspace, uid, "rejected", "A copy")
    [planned] = workspace.plan_step([uid], WITHDRAW)
    assert (planned.to, planned.needs_reason, planned.problems) == ("documented", True, ())
    assert workspace.take_step([planned], "Not a copy").refused == ()
    assert workspace.dossier(uid).incident.status == "documented"
    assert workspace.history(uid)[-1].reason == "Not a copy"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(tuple(steps.STEPS)), st.booleans()), max_size=6))
def test_no_way_through_the_store_skips_the_table(workspace: Workspace, way: list[tuple[str, bool]]) -> None:
    uid = reported(workspace).incident.uid
    passed = ["reported"]
    for status, with_reason in way:
        before = passed[-1]
        allowed = steps.refused(before, status, "r" if with_reason else "", passed) is None
        if allowed:
            put(workspace, uid, status, "r" if with_reason else "")
            passed.append(status)
        else:
            with pytest.raises(StepRefused):
                put(workspace, uid, status, "r" if with_reason else "")
        assert workspace.dossier(uid).incident.status == passed[-1]


def test_many_at_once_with_a_preview_that_says_why_not(workspace: Workspace) -> None:
    whole = reported(workspace)
    bare = workspace.save(dossier(incident=incident(status="reported"), sources=())).dossier
    done = workspace.save(dossier(incident=incident(**(ENTERED | {"status": "documented"})))).dossier
    uids = [d.incident.uid for d in (whole, bare, done)]
    told: list[int] = []
    planned = workspace.plan_step([*uids, "0" * 32], "documented", told.append)
    assert [len(one.problems) for one in planned] == [0, 2, 1]
    assert planned[2].problems[0].message == ALREADY
    assert told == [0, 4]
    result = workspace.take_step(planned, "", told.append)
    assert [saved.dossier.incident.uid for saved in result.saved] == [whole.incident.uid]
    assert [workspace.dossier(uid).incident.status for uid in uids] == ["documented", "reported", "documented"]
    assert workspace.plan_step(uids[1:2], WITHDRAW)[0].problems[0].message == NOTHING_BEFORE
    assert sound(workspace)


def test_what_was_saved_since_the_preview_is_left_as_it_is(workspace: Workspace) -> None:
    one, two = reported(workspace), reported(workspace)
    planned = workspace.plan_step([one.incident.uid, two.incident.uid], "under_review")
    workspace.save(replace(two, victims=(*two.victims, victim(number=2))))
    result = workspace.take_step(planned)
    assert len(result.saved) == 1
    assert isinstance(result.refused[0][1], ChangedMeanwhile)
    assert workspace.dossier(two.incident.uid).incident.status == "reported"


# --- a second person ---------------------------------------------------------------------------------------------


def test_the_rule_stands_in_the_history(workspace: Workspace) -> None:
    assert workspace.rules() == OfficeRules()
    assert workspace.set_rules(OfficeRules(second_person=True), "Decided in March").changes.types == {"office"}
    assert workspace.set_rules(OfficeRules(second_person=True)).changes.types == set()
    assert workspace.rules().second_person
    assert sound(workspace)
    workspace._store.connection.execute("UPDATE meta SET value = '' WHERE key = 'second_person'")
    assert not sound(workspace)


def test_who_entered_an_incident_does_not_document_it(workspace: Workspace, second: Workspace) -> None:
    uid = reported(workspace).incident.uid
    workspace.set_rules(OfficeRules(second_person=True))
    with pytest.raises(StepRefused) as refused:
        put(workspace, uid, "documented")
    assert refused.value.problems[0].message == steps.SECOND_PERSON
    assert workspace.plan_step([uid], "documented")[0].problems[0].message == steps.SECOND_PERSON
    with pytest.raises(StepRefused):
        workspace.save(dossier())
    assert second.plan_step([uid], "documented")[0].problems == ()
    put(second, uid, "documented")
    assert second.dossier(uid).incident.status == "documented"


def test_who_changed_it_last_is_one_who_entered_it(workspace: Workspace, second: Workspace) -> None:
    uid = reported(workspace).incident.uid
    workspace.set_rules(OfficeRules(second_person=True))
    put(second, uid, "under_review")
    read = second.dossier(uid)
    second.save(replace(read, victims=(*read.victims, victim(number=4))))
    with pytest.raises(StepRefused):
        put(second, uid, "documented")
    assessed = replace(workspace.dossier(uid).incident, classification="not_violation", status="documented")
    workspace.save(replace(workspace.dossier(uid), incident=assessed))
    read = workspace.dossier(uid)
    with pytest.raises(StepRefused):
        workspace.save(replace(read, victims=read.victims[:1]))
    put(second, uid, "under_review", "One too many")
    with pytest.raises(StepRefused):
        put(second, uid, "documented")


def test_nobody_without_initials_documents_where_two_are_asked_for(workspace: Workspace) -> None:
    uid = reported(workspace).incident.uid
    workspace.set_rules(OfficeRules(second_person=True))
    nobody = Workspace(workspace._store)  # as whoever opens a store from before there were users
    assert nobody.plan_step([uid], "documented")[0].problems[0].message == steps.WHO_ARE_YOU


def test_who_merged_and_gave_back_has_not_entered_it(workspace: Workspace, second: Workspace) -> None:
    one, other = reported(workspace), reported(workspace)
    workspace.set_rules(OfficeRules(second_person=True))
    joined = merged(one, replace(other, victims=(victim(number=7),)), MergePlan({}, {"attributions": (Pair(0, 0),)}))
    second.merge(joined, other, "one attack")
    second.unmerge(other.incident.uid, "two attacks")
    for each in (one, other):
        uid = each.incident.uid
        assert line(second, uid).author == "tester"
        with pytest.raises(StepRefused):
            put(workspace, uid, "documented")
        put(second, uid, "documented")
        assert second.dossier(uid).incident.status == "documented"
    assert [finding for finding in workspace.verify() if finding.level == "error"] == []


def test_a_restore_makes_nobody_neutral_who_entered_it(workspace: Workspace, second: Workspace, tmp_path: Path) -> None:
    uid = reported(workspace).incident.uid
    workspace.set_rules(OfficeRules(second_person=True))
    read = second.dossier(uid)
    second.save(replace(read, victims=(*read.victims, victim(number=4))))
    second.restore(uid, 1, "It was right before", 2)
    for entered in (workspace, second):
        assert entered.plan_step([uid], "documented")[0].problems[0].message == steps.SECOND_PERSON
        with pytest.raises(StepRefused):
            put(entered, uid, "documented")
    with open_as("third", tmp_path / "office.snhr") as third:
        put(third, uid, "documented")
        assert third.dossier(uid).incident.status == "documented"


def test_taking_a_step_back_goes_back_and_not_to_and_fro(workspace: Workspace) -> None:
    uid = reported(workspace).incident.uid
    for status in ("under_review", "corroborated"):
        put(workspace, uid, status)
    for before in ("under_review", "reported"):
        [planned] = workspace.plan_step([uid], WITHDRAW)
        assert planned.to == before
        workspace.take_step([planned], "too early")
    assert workspace.plan_step([uid], WITHDRAW)[0].problems[0].message == NOTHING_BEFORE


def test_an_undone_merge_is_no_step_that_can_be_taken_back(workspace: Workspace) -> None:
    one, other = reported(workspace), reported(workspace)
    put(workspace, other.incident.uid, "under_review")
    other = workspace.dossier(other.incident.uid)
    workspace.merge(merged(one, other, proposal(one, other, workspace.gazetteer)), other, "one attack")
    workspace.unmerge(other.incident.uid, "two attacks")
    assert [plan.to for plan in workspace.plan_step([one.incident.uid, other.incident.uid], WITHDRAW)] == [
        "", "reported",
    ]  # fmt: skip


# --- the queue ---------------------------------------------------------------------------------------------------


def test_what_waits_longest_comes_first(workspace: Workspace, second: Workspace) -> None:
    one, two = reported(workspace), reported(workspace)
    done = workspace.save(dossier()).dossier
    put(workspace, one.incident.uid, "under_review")
    assert waiting(workspace, QueueQuery()) == (two.incident.uid, one.incident.uid)
    assert waiting(workspace, QueueQuery(("documented",))) == (done.incident.uid,)
    assert waiting(workspace, QueueQuery(order="changed", descending=True))[0] == one.incident.uid
    assert workspace.queue_counts() == {"reported": 1, "under_review": 1, "documented": 1}
    row = line(workspace, one.incident.uid)
    assert (row.reference, row.status, row.author, row.news) == ("IDL-2018-00001", "under_review", "tester", "")
    assert line(second, one.incident.uid).news == queue.UNSEEN
    assert row.since == row.changed == workspace.history(row.uid)[-1].at


def test_the_queue_is_narrowed_by_its_checks(workspace: Workspace) -> None:
    whole = reported(workspace).incident.uid
    bare = workspace.save(dossier(incident=incident(), sources=())).dossier.incident.uid
    assert waiting(workspace, QueueQuery(only=queue.COMPLETE)) == (whole,)
    assert waiting(workspace, QueueQuery(only=queue.MISSING)) == (bare,)
    assert line(workspace, bare).needed == 2
    blank = dossier(incident=Incident(title_en="x"), attributions=(attribution(party=""),))
    held = workspace.save(blank).dossier
    found = review(held.dump(), workspace.gazetteer).problems
    shown = line(workspace, held.incident.uid)
    assert shown.needed == sum(problem.level == "needed" for problem in found) == 5
    assert shown.hints == sum(problem.level == "hint" for problem in found)


def test_the_queue_made_anew_is_the_queue_that_was_kept(workspace: Workspace, second: Workspace) -> None:
    one, two = reported(workspace), reported(workspace)
    put(second, one.incident.uid, "under_review")
    second.save(replace(two, victims=(victim(age=9, age_group="child"),)))
    workspace.save(dossier(sources=(source(real_name="A"),)))
    connection = workspace._store.connection
    before = connection.execute("SELECT * FROM queue ORDER BY incident_id").fetchall()
    queue.rebuild(connection, workspace.gazetteer)
    assert connection.execute("SELECT * FROM queue ORDER BY incident_id").fetchall() == before
    connection.execute("UPDATE queue SET author = 'x' WHERE incident_id = 1")
    assert not sound(workspace)


def test_an_older_store_gets_its_queue_when_it_is_opened(workspace: Workspace, tmp_path: Path) -> None:
    uid = reported(workspace).incident.uid
    workspace._store.connection.execute("DELETE FROM queue")
    workspace._store.connection.execute("DELETE FROM meta WHERE key = 'queue_by'")
    workspace.close()
    with open_as("tester", tmp_path / "office.snhr") as again:
        assert waiting(again, QueueQuery()) == (uid,)
        assert sound(again)


# --- looks and notes ---------------------------------------------------------------------------------------------


def test_what_changed_since_i_looked(workspace: Workspace, second: Workspace) -> None:
    saved = workspace.save(dossier(incident=incident(**ENTERED), sources=(source(real_name="Secret"),))).dossier
    uid = saved.incident.uid
    assert second.since_looked(uid) is None
    second.look(uid, 1)
    assert waiting(second, QueueQuery(only=queue.CHANGED)) == ()
    read = workspace.dossier(uid)
    sources = (replace(read.sources[0], real_name="Another"),)
    workspace.save(replace(read, sources=sources, incident=replace(read.incident, title_en="Better")))
    since = second.since_looked(uid)
    assert since is not None
    assert {(c.field, c.before, c.after) for c in since.changes} == {
        ("title_en", "Attack on a market", "Better"), ("real_name", None, None),
    }  # fmt: skip
    assert waiting(second, QueueQuery(only=queue.CHANGED)) == (uid,)
    own = workspace.since_looked(uid)
    assert own is not None
    assert own.changes == ()
    second.look(uid, 2)
    workspace.add_note(uid, "Ask the medic again")
    since = second.since_looked(uid)
    assert since is not None
    assert (since.revision, since.changes, since.notes) == (2, (), 1)
    assert line(second, uid).news == queue.CHANGED
    assert line(workspace, uid).news == ""


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_notes_are_kept_in_order_and_chained(workspace: Workspace, second: Workspace, text: str) -> None:
    uid = reported(workspace).incident.uid
    first = workspace.add_note(uid, text)
    second.add_note(uid, "Seen")
    thread = workspace.notes(uid)
    assert [(note.actor, note.text) for note in thread] == [("tester", first.note.text), ("Other", "Seen")]
    assert thread[0] == first.note
    assert first.changes.types == {"note"}
    assert sound(workspace)
    assert len(workspace.history(uid)) == 1


def test_a_note_is_never_taken_away(workspace: Workspace) -> None:
    uid = reported(workspace).incident.uid
    workspace.add_note(uid, "Once")
    for statement in ("DELETE FROM review_note", "UPDATE review_note SET actor = 'x'"):
        with pytest.raises(DatabaseError, match="only ever added"):
            workspace._store.connection.execute(statement)
    with pytest.raises(InvalidEntry):
        workspace.add_note(uid, " \n")
    with pytest.raises(UnknownCode):
        workspace.add_note("0" * 32, "To nobody")


def test_reading_alone_remembers_no_look(workspace: Workspace, tmp_path: Path) -> None:
    uid = reported(workspace).incident.uid
    workspace.close()
    with open_as("R", tmp_path / "office.snhr", read_only=True) as reader:
        reader.look(uid, 1)
        assert reader.since_looked(uid) is None


# --- earlier revisions -------------------------------------------------------------------------------------------

names = st.text(alphabet="abc أحمد", max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(names, names, st.lists(st.integers(1, 40), max_size=3)), min_size=1, max_size=4),
    st.integers(1, 5),
)
def test_restoring_gives_what_the_revision_was(
    workspace: Workspace, saves: list[tuple[str, str, list[int]]], number: int
) -> None:
    first = workspace.save(dossier(incident=incident(title_en="First"), sources=(source(real_name="R0"),))).dossier
    was = {1: first}
    latest = first
    for title, real, numbers in saves:
        people = tuple(victim(number=n) for n in numbers) or latest.victims[:1]
        changed = replace(
            latest, victims=people, incident=replace(latest.incident, title_en=title.strip()),
            sources=(replace(latest.sources[0], real_name=real.strip()),),
        )  # fmt: skip
        latest = workspace.save(changed).dossier
        was[latest.revision] = latest
    number = min(number, latest.revision)
    earlier = workspace.revision(first.incident.uid, number)
    assert earlier.given == was[number]
    assert earlier.latest == latest.revision
    assert bool(earlier.since) == (replace(was[number], revision=0) != replace(latest, revision=0))
    back = workspace.restore(first.incident.uid, number, "As it was", latest.revision).dossier
    assert replace(back, revision=number) == was[number]
    assert workspace.dossier(first.incident.uid) == back
    assert len(workspace.history(first.incident.uid)) == back.revision


def test_restoring_asks_for_a_reason_and_for_the_latest(workspace: Workspace) -> None:
    uid = reported(workspace).incident.uid
    put(workspace, uid, "under_review")
    with pytest.raises(StepRefused):
        workspace.restore(uid, 1, " ", 2)
    with pytest.raises(ChangedMeanwhile):
        workspace.restore(uid, 1, "Back", 1)
    with pytest.raises(UnknownCode):
        workspace.restore(uid, 7, "Back", 2)
    with pytest.raises(UnknownCode):
        workspace.revision(uid, 7)
    assert workspace.restore(uid, 1, "Back", 2).dossier.incident.status == "reported"
    assert sound(workspace)


def test_restoring_does_not_document_alone_what_two_have_to_see(workspace: Workspace, second: Workspace) -> None:
    uid = reported(workspace).incident.uid
    put(workspace, uid, "documented")
    read = workspace.dossier(uid)
    changed = replace(read, victims=(victim(number=9),), incident=replace(read.incident, status="under_review"))
    workspace.save(changed, "More were found")
    workspace.set_rules(OfficeRules(second_person=True))
    with pytest.raises(StepRefused):
        second.restore(uid, 2, "It was right before", 3)
    assert workspace.dossier(uid).victims[0].number == 9


# --- what is foretold is what happens ------------------------------------------------------------------------------


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(tuple(steps.STEPS)), st.booleans()), min_size=1, max_size=5),
    st.sampled_from((*steps.STEPS, WITHDRAW)),
    st.booleans(),
)
def test_many_at_once_do_what_the_preview_says(
    workspace: Workspace, entered: list[tuple[str, bool]], to: str, second_person: bool
) -> None:
    workspace.set_rules(OfficeRules())
    uids = []
    for status, whole in entered:
        said = dossier(incident=incident(status=status, classification="violation" if whole else ""))
        try:
            uids.append(workspace.save(said).dossier.incident.uid)
        except InvalidEntry:
            assert (status, whole) == ("documented", False)
    workspace.set_rules(OfficeRules(second_person=second_person))
    planned = workspace.plan_step(uids, to)
    result = workspace.take_step(planned, "Because")
    assert result.refused == ()
    for one in planned:
        expected = one.before if one.problems else one.to
        assert workspace.dossier(one.uid).incident.status == expected
    if second_person:
        assert not any(one.to == "documented" and not one.problems for one in planned)
