"""Merge and unmerge: two incidents come back as they were, whatever was in them, and history only grows."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.doubles import incident_traits, person_traits
from snhr_desktop.domain.doubles.merging import MergePlan, Pair, merged, proposal, ways
from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Dossier, Incident
from snhr_desktop.errors import (
    ChangedMeanwhile,
    InvalidEntry,
    MergedAway,
    MergedSince,
    MergedWithItself,
    MergeStands,
    MergeUndone,
    NoSuchPerson,
    NotMerged,
    SavedSinceMerge,
    StepRefused,
)
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.workspace import IncidentQuery, LikelyDoubles, PersonQuery, QueueQuery, Workspace
from tests.builders import HOSTILE_TEXTS, PASSPHRASE, counted, dossier, source, victim
from tests.figures.strategies import dossiers

PLACES = built_in()
WORDS = st.sampled_from(HOSTILE_TEXTS) | st.text(max_size=30)


def errors(workspace: Workspace) -> list[str]:
    """What verification holds against the store."""
    return [finding.tell(ENGLISH) for finding in workspace.verify() if finding.level == "error"]


def plain(given: Dossier) -> Dossier:
    """A dossier without the number of its revision."""
    return replace(given, revision=0)


def revisions(workspace: Workspace) -> list[tuple[Any, ...]]:
    """The whole history, every column."""
    return workspace._store.connection.execute("SELECT * FROM revision ORDER BY id").fetchall()


def figures(workspace: Workspace) -> dict[str, Any]:
    """Every figure of the Idlib period."""
    return dict(workspace.answers(IDLIB.period, "all"))


def join(workspace: Workspace, one: Dossier, other: Dossier, plan: MergePlan | None = None) -> Any:
    """Merge the second into the first, by a plan or by the proposal."""
    return workspace.merge(merged(one, other, plan or proposal(one, other, PLACES)), other, "one attack")


def give_back(workspace: Workspace, uid: str, reason: str = "two attacks") -> Any:
    """Undo a merge, knowing of every save since."""
    into = workspace.kinship(uid).into
    return workspace.unmerge(uid, reason, into.changed_since if into else 0)


@st.composite
def hostile(draw: st.DrawFn) -> Dossier:
    """A dossier with any text in its names, narratives and sources."""
    given = draw(dossiers())
    people = tuple(
        replace(each, name_ar=draw(WORDS)[:120], father_ar=draw(WORDS)[:120]) if each.number == 1 else each
        for each in given.victims
    )
    witness = source(real_name=draw(WORDS)[:120], statement_ar=draw(WORDS), pseudonym=draw(st.sampled_from("AB")))
    head = replace(given.incident, narrative_ar=draw(WORDS), narrative_en=draw(WORDS), review_notes=draw(WORDS))
    return replace(given, incident=head, victims=people, sources=(witness, *given.sources))


@st.composite
def plans(draw: st.DrawFn, one: Dossier, other: Dossier) -> MergePlan:
    """Any side for every field, and now and then any two victims as one."""
    fields = {f.name: draw(st.sampled_from(ways(f))) for f in Incident.fields()}
    pairs = dict(proposal(one, other, PLACES).pairs)
    matched = draw(st.booleans())
    if one.victims and other.victims and matched:
        sides = {f.name: draw(st.sampled_from(ways(f))) for f in one.victims[0].fields()}
        pairs["victims"] = (Pair(len(one.victims) - 1, draw(st.integers(0, len(other.victims) - 1)), sides),)
    return MergePlan(fields, pairs)


@contextmanager
def fresh(folder: Path, number: int) -> Iterator[Workspace]:
    """A store of its own for one example."""
    made, _ = Workspace.create(folder / f"{number}.snhr", PASSPHRASE, "IDL", actor="tester")
    with made:
        yield made


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), meanwhile=st.booleans())
def test_merge_then_unmerge_gives_back_the_same_records(tmp_path: Path, data: st.DataObject, meanwhile: bool) -> None:
    number = len(list(tmp_path.iterdir()))
    with fresh(tmp_path, number) as workspace:
        try:
            one, other = (workspace.save(data.draw(hostile())).dossier for _ in range(2))
        except InvalidEntry:
            return
        history, counted_before = revisions(workspace), figures(workspace)
        try:
            done = join(workspace, one, other, data.draw(plans(one, other)))
        except InvalidEntry:  # then nothing of it was written
            assert (revisions(workspace), figures(workspace)) == (history, counted_before)
            return
        assert errors(workspace) == []
        assert (done.other.incident.status, done.dossier.incident.uid) == ("rejected", one.incident.uid)
        assert workspace.dossier(one.incident.uid) == done.dossier
        if meanwhile:
            changed = replace(done.dossier, incident=replace(done.dossier.incident, learned_how="meanwhile"))
            workspace.save(changed)
        undone = workspace.unmerge(other.incident.uid, "two attacks", int(meanwhile))
        for before, after in ((one, undone.dossier), (other, undone.other)):
            assert plain(after) == plain(before)
            assert workspace.dossier(before.incident.uid) == after
        assert undone.changed_since == int(meanwhile)
        assert revisions(workspace)[: len(history)] == history
        assert figures(workspace) == counted_before
        assert errors(workspace) == []


def test_the_other_is_rejected_and_counted_no_more(workspace: Workspace) -> None:
    one, other = (workspace.save(dossier(victim(number=n))).dossier for n in (2, 3))
    killed = workspace.answer("civilians_killed", IDLIB.period, "all").total
    done = join(workspace, one, other)
    assert killed == 5
    assert workspace.answer("civilians_killed", IDLIB.period, "all").total == 5
    assert [each.number for each in done.dossier.victims] == [2, 3]
    assert [each.number for each in done.other.victims] == [3]
    assert {each.uid for each in done.dossier.victims} & {each.uid for each in other.victims} == set()
    twin = workspace.save(dossier(victim(number=2))).dossier
    join(workspace, done.dossier, twin)
    assert workspace.answer("civilians_killed", IDLIB.period, "all").total == 5


def test_a_documented_toll_stays_in_the_figures(workspace: Workspace) -> None:
    one = workspace.save(dossier(incident=counted(status="reported", classification=""))).dossier
    other = workspace.save(dossier(victim(number=3))).dossier
    killed = workspace.answer("civilians_killed", IDLIB.period, "all").total
    for plan in ({"status": "one"}, {"status": "one", "classification": "one"}):
        with pytest.raises(StepRefused) as told:
            join(workspace, one, other, replace(proposal(one, other, PLACES), fields=plan))
        assert "merge this one into it" in told.value.tell(ENGLISH)
    with pytest.raises(StepRefused):
        workspace.merge(merged(one, other, proposal(one, other, PLACES)), other, " ")
    done = join(workspace, one, other)
    assert (done.dossier.incident.status, done.dossier.incident.classification) == ("documented", "violation")
    assert (killed, workspace.answer("civilians_killed", IDLIB.period, "all").total) == (3, 4)


def test_who_went_with_a_merge_is_summed_and_listed_once(workspace: Workspace) -> None:
    one, other = (
        workspace.save(dossier(victim(number=n), victim(number=9, outcome="injured"))).dossier for n in (2, 3)
    )
    query, everywhere = IncidentQuery(), QueueQuery(statuses=("documented", "rejected"))

    def sums() -> list[tuple[int, int]]:
        founds = (
            workspace.incidents_found(query),
            workspace.people_found(PersonQuery()),
            workspace.queue_found(everywhere),
        )
        toll = workspace.toll(query)
        return [(toll.killed, toll.injured), *((f.killed[-1], f.injured[-1]) for f in founds if f)]

    def spread() -> list[tuple[int, int]]:
        found = workspace.spread(query)
        assert found
        return [(t.incidents, t.killed) for tallies in (found.months, found.places) for t in tallies.values()]

    assert (sums(), spread()) == ([(5, 18)] * 4, [(2, 5)] * 2)
    join(workspace, one, other, MergePlan(pairs={"attributions": (Pair(0, 0),)}))
    assert (sums(), spread()) == ([(5, 18)] * 4, [(1, 5)] * 2)
    people = workspace.people_found(PersonQuery())
    assert people
    assert {row.incident_uid for row in workspace.people_rows(people.rows.tolist())} == {one.incident.uid}
    assert len(workspace.incidents(query).rows) == 2
    workspace.unmerge(other.incident.uid, "two attacks")
    assert (sums(), spread()) == ([(5, 18)] * 4, [(2, 5)] * 2)


def test_what_was_saved_unseen_since_a_merge_is_not_undone_with_it(workspace: Workspace) -> None:
    one, other = (workspace.save(dossier(victim(number=n))).dossier for n in (2, 3))
    done = join(workspace, one, other)
    workspace.save(replace(done.dossier, incident=replace(done.dossier.incident, learned_how="radio")))
    before = revisions(workspace)
    with pytest.raises(SavedSinceMerge) as told:
        workspace.unmerge(other.incident.uid, "two attacks")
    assert one.incident.reference in told.value.tell(ENGLISH)
    assert revisions(workspace) == before
    assert give_back(workspace, other.incident.uid).changed_since == 1


def test_a_merge_is_undone_with_a_reason_where_that_takes_back_documented(workspace: Workspace) -> None:
    one = workspace.save(dossier(incident=counted(status="reported"))).dossier
    other = workspace.save(dossier(victim(number=3))).dossier
    join(workspace, one, other)
    before = revisions(workspace)
    with pytest.raises(StepRefused):
        workspace.unmerge(other.incident.uid, " ")
    assert revisions(workspace) == before
    assert workspace.unmerge(other.incident.uid, "two attacks").dossier.incident.status == "reported"


def test_an_incident_is_not_merged_with_itself(workspace: Workspace) -> None:
    one = workspace.save(dossier()).dossier
    before = revisions(workspace)
    with pytest.raises(MergedWithItself) as told:
        workspace.merge(one, one, "by mistake")
    assert "one and the same" in told.value.tell(ENGLISH)
    assert revisions(workspace) == before
    assert errors(workspace) == []


def test_history_tells_who_merged_what_and_why(workspace: Workspace) -> None:
    one, other = (workspace.save(dossier(victim(number=n))).dossier for n in (2, 3))
    join(workspace, one, other)
    workspace.unmerge(other.incident.uid, "two attacks")
    told = [[(s.action, s.actor, s.reason) for s in workspace.history(each.incident.uid)] for each in (one, other)]
    assert told[0] == [("created", "tester", ""), ("merged", "tester", "one attack"),
                       ("unmerged", "tester", "two attacks")]  # fmt: skip
    assert told[1] == [("created", "tester", ""), ("merged_away", "tester", "one attack"),
                       ("unmerged", "tester", "two attacks")]  # fmt: skip


def test_kinship_is_told_on_both_sides(workspace: Workspace) -> None:
    one, other = (workspace.save(dossier(victim(number=n))).dossier for n in (2, 3))
    join(workspace, one, other)
    [of] = workspace.kinship(one.incident.uid).of
    into = workspace.kinship(other.incident.uid).into
    assert into
    assert (of.reference, into.reference) == (other.incident.reference, one.incident.reference)
    workspace.unmerge(other.incident.uid)
    assert (workspace.kinship(one.incident.uid).of, workspace.kinship(other.incident.uid).into) == ((), None)


def test_what_was_merged_away_is_changed_no_more_and_proposed_no_more(workspace: Workspace) -> None:
    one, other = (workspace.save(dossier(victim(name_ar=name, age=30))).dossier for name in ("أحمد العلي", "ريم علي"))
    done = join(workspace, one, other)
    back = replace(done.other, incident=replace(done.other.incident, status="documented"))
    with pytest.raises(MergedAway) as told:
        workspace.save(back)
    assert one.incident.reference in told.value.tell(ARABIC)
    assert workspace.save_many([back]).refused[0][0] == 0
    assert workspace.save(done.other).changes.types == frozenset()
    person = person_traits(other.victims[0], other.incident)
    assert person
    asked = workspace.likely_doubles(incident_traits(other), [person], one.incident.uid)
    assert asked == LikelyDoubles((), ((),), 0)
    third = workspace.save(dossier()).dossier
    for first, second in ((done.other, third), (third, done.other)):
        with pytest.raises(MergedAway):
            join(workspace, first, second)


def test_merges_are_undone_in_the_order_of_their_making(workspace: Workspace) -> None:
    one, two, three = (workspace.save(dossier(victim(number=n))).dossier for n in (2, 3, 4))
    first = join(workspace, one, two).dossier
    second = join(workspace, first, three)
    with pytest.raises(MergedSince) as told:
        give_back(workspace, two.incident.uid)
    assert three.incident.reference in told.value.tell(ENGLISH)
    four = workspace.save(dossier(victim(number=5))).dossier
    join(workspace, four, second.dossier)
    with pytest.raises(MergedAway):
        give_back(workspace, three.incident.uid)
    for each in (one, three, two):
        give_back(workspace, each.incident.uid)
    for each in (one, two, three, four):
        assert plain(workspace.dossier(each.incident.uid)) == plain(each)
    with pytest.raises(NotMerged):
        give_back(workspace, two.incident.uid)
    assert errors(workspace) == []


@pytest.mark.parametrize("number", [2, 3])
def test_what_a_merge_that_was_undone_made_is_read_and_not_restored(workspace: Workspace, number: int) -> None:
    one, other = (workspace.save(dossier(victim(number=n))).dossier for n in (2, 3))
    joined = join(workspace, one, other).dossier
    workspace.save(replace(joined, incident=replace(joined.incident, learned_how="radio")))
    now = give_back(workspace, other.incident.uid)
    uid, before = one.incident.uid, revisions(workspace)
    assert [each.number for each in workspace.revision(uid, number).given.victims] == [2, 3]
    with pytest.raises(MergeUndone) as told:
        workspace.restore(uid, number, "As it was", now.dossier.revision)
    assert other.incident.reference in told.value.tell(ENGLISH)
    assert "merge the two again" in told.value.tell(ENGLISH)
    assert other.incident.reference in told.value.tell(ARABIC)
    assert revisions(workspace) == before
    again = join(workspace, now.dossier, now.other).dossier
    back = workspace.restore(uid, number, "As it was", again.revision).dossier
    assert [each.number for each in back.victims] == [2, 3]
    assert errors(workspace) == []


def test_what_was_before_a_merge_is_not_restored_while_it_stands(workspace: Workspace) -> None:
    one, other = (workspace.save(dossier(victim(number=n))).dossier for n in (2, 3))
    joined = join(workspace, one, other).dossier
    before = revisions(workspace)
    with pytest.raises(MergeStands) as told:
        workspace.restore(one.incident.uid, 1, "As it was", joined.revision)
    assert other.incident.reference in told.value.tell(ENGLISH)
    assert other.incident.reference in told.value.tell(ARABIC)
    assert revisions(workspace) == before
    changed = workspace.save(replace(joined, incident=replace(joined.incident, learned_how="radio"))).dossier
    back = workspace.restore(one.incident.uid, joined.revision, "As it was", changed.revision).dossier
    assert [each.number for each in back.victims] == [2, 3]


def test_what_was_before_and_after_a_merge_is_restored(workspace: Workspace) -> None:
    one, other = (workspace.save(dossier(victim(number=n))).dossier for n in (2, 3))
    join(workspace, one, other)
    now = workspace.unmerge(other.incident.uid).dossier
    for number in (1, now.revision):
        now = workspace.restore(one.incident.uid, number, "As it was", now.revision).dossier
        assert plain(now) == plain(one)


def test_a_stale_merge_is_refused_whole(workspace: Workspace) -> None:
    one, other = (workspace.save(dossier(victim(number=n))).dossier for n in (2, 3))
    workspace.save(replace(other, incident=replace(other.incident, learned_how="radio")))
    before = revisions(workspace)
    with pytest.raises(ChangedMeanwhile):
        join(workspace, one, other)
    with pytest.raises(ChangedMeanwhile):
        workspace.merge(one, replace(other, incident=counted()))
    assert revisions(workspace) == before


def test_a_field_that_hid_a_source_comes_back_with_it(workspace: Workspace) -> None:
    one = workspace.save(dossier()).dossier
    other = workspace.save(dossier(sources=(source(real_name="Hidden Name", pseudonym="B"),))).dossier
    done = join(workspace, one, other)
    assert [each.real_name for each in done.dossier.sources] == ["", "Hidden Name"]
    assert workspace.unmerge(other.incident.uid).other.sources == other.sources


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE merge SET survivor_number = 7", "UPDATE merge SET undone_survivor = 2, undone_other = 2",
        "DELETE FROM merge",
    ],
)  # fmt: skip
def test_a_merge_changed_behind_the_programs_back_is_found(workspace: Workspace, change: str) -> None:
    one, other = (workspace.save(dossier(victim(number=n))).dossier for n in (2, 3))
    join(workspace, one, other)
    connection = workspace._store.connection
    with pytest.raises(DatabaseError, match="a merge is"):
        connection.execute("DELETE FROM merge")
    for trigger in ("merge_is_never_removed", "merge_is_undone_once"):
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(change)
    assert any("is not as the history tells it" in error for error in errors(workspace))


# --- one person in several incidents -----------------------------------------------------------------------------


def test_a_link_is_seen_from_both_sides_and_can_be_ended(workspace: Workspace) -> None:
    one = workspace.save(dossier(victim(), victim(name_ar="أحمد العلي"))).dossier
    later = counted(day=dt.date(2019, 1, 1))
    other = workspace.save(dossier(victim(name_ar="أحمد العلي", outcome="injured"), incident=later)).dossier
    here, there = one.victims[1].uid, other.victims[0].uid
    for _ in range(2):
        workspace.link_persons(there, here)
    [seen], [back] = (workspace.kinship(each.incident.uid).persons for each in (one, other))
    assert (seen.victim_uid, seen.other_uid, seen.incident_uid) == (here, there, other.incident.uid)
    assert (back.victim_uid, back.other_uid, back.reference) == (there, here, one.incident.reference)
    workspace.unlink_persons(here, there)
    assert workspace.kinship(one.incident.uid).persons == workspace.kinship(other.incident.uid).persons == ()
    workspace.link_persons(here, there)
    connection = workspace._store.connection
    [(uid,)] = connection.execute("SELECT uid FROM person_link").fetchall()
    saves = workspace.history(uid)
    assert [(s.number, s.action, s.actor) for s in saves] == [
        (1, "linked", "tester"), (2, "unlinked", "tester"), (3, "linked", "tester"),
    ]  # fmt: skip
    assert errors(workspace) == []
    connection.execute("UPDATE person_link SET removed = 1")
    assert errors(workspace) == ["A link between two persons is not as its latest revision says."]


def test_links_of_who_went_with_a_merge_are_seen_on_the_one_that_stayed(workspace: Workspace) -> None:
    far, one, other = (workspace.save(dossier(victim(number=n))).dossier for n in (2, 3, 4))
    workspace.link_persons(far.victims[0].uid, other.victims[0].uid)
    join(workspace, one, other)
    [seen], [back] = (workspace.kinship(each.incident.uid).persons for each in (one, far))
    assert (seen.incident_uid, back.incident_uid) == (far.incident.uid, one.incident.uid)
    workspace.unmerge(other.incident.uid, "two attacks")
    assert workspace.kinship(one.incident.uid).persons == ()
    assert workspace.kinship(far.incident.uid).persons[0].incident_uid == other.incident.uid


def test_only_recorded_persons_are_linked(workspace: Workspace) -> None:
    saved = workspace.save(dossier()).dossier
    with pytest.raises(NoSuchPerson):
        workspace.link_persons(saved.victims[0].uid, "f" * 32)
    other = workspace.save(dossier()).dossier
    workspace.link_persons(saved.victims[0].uid, other.victims[0].uid)
    workspace.save(replace(other, victims=(victim(),)))
    assert workspace.kinship(saved.incident.uid).persons == ()
    assert errors(workspace) == []


def test_the_list_is_as_before(workspace: Workspace) -> None:
    one, other = (workspace.save(dossier(victim(number=n))).dossier for n in (2, 3))
    before = workspace.incidents(IncidentQuery(order="reference"))
    join(workspace, one, other)
    workspace.unmerge(other.incident.uid)
    after = workspace.incidents(IncidentQuery(order="reference"))
    told = [[(r.uid, r.killed, r.status, r.parties, r.kinds, r.date) for r in page.rows] for page in (before, after)]
    assert told[0] == told[1]
