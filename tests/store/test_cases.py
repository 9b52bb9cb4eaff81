"""Cases in the store: kept, changed and checked as incidents are."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.records import Case, CaseFile, CaseState
from snhr_desktop.errors import ChangedMeanwhile, InvalidEntry, StepRefused, UnknownCode
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store import against_history, cases, derived, facts, history, sets
from snhr_desktop.store.bodies import FieldChange
from snhr_desktop.store.search import expression
from snhr_desktop.store.store import Store
from snhr_desktop.workspace import Changes, Workspace
from tests.builders import HOSTILE_TEXTS, PASSPHRASE, case, dossier, state
from tests.store.test_dossiers import records
from tests.store.unguarded import unguarded

LATER = dt.date(2018, 4, 2)
SECRET = "Hidden Name"


@st.composite
def any_cases(draw: st.DrawFn) -> CaseFile:
    """Cases with any fields filled; what they mean together may be nonsense."""
    head, states = draw(records(Case)), draw(st.lists(records(CaseState), max_size=3))
    return CaseFile(**{"case": head, "states": tuple(states)})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store in which every example is undone again."""
    made, _ = Store.create(tmp_path_factory.mktemp("cases") / "a.snhr", PASSPHRASE, "IDL")
    yield made
    made.close()


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(any_cases(), any_cases())
def test_what_is_written_reads_back_equal(store: Store, first: CaseFile, second: CaseFile) -> None:
    connection = store.connection
    connection.execute("BEGIN")
    try:
        entered = replace(sets.with_uids(connection, first), revision=1)
        changed = replace(second.with_head(second.case.with_uid(entered.case.uid)), states=second.states)
        changed = replace(sets.with_uids(connection, changed), revision=2)
        for now in (entered, changed):
            row = sets.write(connection, now)
            facts.write(connection, [(row, now)], store.gazetteer)
            cases.CASES.index(connection, [(row, now)], store.gazetteer)
            entry = history.Entry("detention", now.case.uid, now.revision, "", "", "", now.body())
            history.append(connection, entry)
            assert cases.read(connection, now.case.uid) == now
            assert CaseFile.parse(now.dump())[0] == now
            assert against_history.is_latest(connection, now.case.uid, now.revision, now.body())
            assert list(facts.differing(connection, dict(sets.read_all(connection, CaseFile)), store.gazetteer)) == []
        assert list(against_history.broken(connection)) == []
    finally:
        connection.execute("ROLLBACK")


def errors(workspace: Workspace) -> list[str]:
    """What verification holds against the store, in English."""
    assert all(finding.tell(ARABIC) for finding in workspace.verify())
    return [finding.tell(ENGLISH) for finding in workspace.verify() if finding.level == "error"]


def test_a_case_comes_back_as_it_was_saved_and_has_a_series_of_its_own(workspace: Workspace) -> None:
    workspace.save(dossier())
    saved = workspace.save_case(case(state(), state("released", LATER), family_contact="+963 000"))
    assert saved.file.case.reference == "IDL-D-2018-00001"
    assert workspace.case(saved.file.case.uid) == saved.file == workspace.case_by_reference(" idl-d-2018-00001")
    assert saved.changes == Changes(frozenset({"detention", "detention_state"}), (saved.file.case.uid,))
    assert workspace.save_case(saved.file).changes == Changes()
    assert errors(workspace) == []
    with pytest.raises(UnknownCode):
        workspace.case("nobody")


def test_each_state_added_is_a_revision_and_nothing_is_overwritten_unseen(workspace: Workspace) -> None:
    first = workspace.save_case(case(), "entered").file
    second = workspace.save_case(replace(first, states=(*first.states, state("disappeared", LATER))), "no news").file
    with pytest.raises(ChangedMeanwhile):
        workspace.save_case(first)
    saves = workspace.history(first.case.uid)
    assert [(s.number, s.actor, s.reason, s.action) for s in saves] == [
        (1, "tester", "entered", "created"),
        (2, "tester", "no news", "changed"),
    ]
    [added] = saves[1].changes
    assert (added.record, added.field, added.uid) == ("detention_state", "", second.states[1].uid)
    assert CaseFile.parse(saves[0].body)[0].states == first.states
    workspace.save_case(replace(second, states=second.states[:1]))
    assert errors(workspace) == []


def test_any_revision_is_read_and_restored(workspace: Workspace) -> None:
    first = workspace.save_case(case(state(source_name=SECRET), family_contact=SECRET, status="reported")).file
    uid = first.case.uid
    emptied = replace(first, case=replace(first.case, name_ar="سامر آخر"), states=(state("abducted"),))
    second = workspace.save_case(emptied).file
    earlier = workspace.case_revision(uid, 1)
    assert (earlier.given, earlier.unread, earlier.latest) == (first, (), 2)
    assert "name_ar" in {change.field for change in earlier.since}
    assert workspace.case_revision(uid, 2).given == second
    with pytest.raises(StepRefused):
        workspace.restore_case(uid, 1, " ", 2)
    with pytest.raises(ChangedMeanwhile):
        workspace.restore_case(uid, 1, "Back", 1)
    for number in (3, 0):
        with pytest.raises(UnknownCode):
            workspace.case_revision(uid, number)
        with pytest.raises(UnknownCode):
            workspace.restore_case(uid, number, "Back", 2)
    with pytest.raises(UnknownCode):
        workspace.revision(uid, 1)  # which is of no incident
    back = workspace.restore_case(uid, 1, "Back", 2).file
    assert replace(back, revision=1) == first
    assert workspace.case(uid) == back
    assert workspace.history(uid)[-1].reason == "Back"
    assert errors(workspace) == []


def test_who_told_it_and_how_to_reach_the_family_stand_apart(workspace: Workspace) -> None:
    told = state(source_name=SECRET)
    saved = workspace.save_case(case(told, family_contact=SECRET)).file
    workspace.save_case(replace(saved, states=(replace(saved.states[0], source_name="Another"),)))
    changed = workspace.history(saved.case.uid)[1].changes
    assert changed == (FieldChange("detention_state", "source_name", None, None, saved.states[0].uid),)
    assert SECRET not in repr(workspace.history(saved.case.uid))
    connection = workspace._store.connection
    holding = set()
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search%'")
    for (table,) in tables.fetchall():
        holding |= {table for row in connection.execute(f'SELECT * FROM "{table}"') if SECRET in str(row)}
    assert holding == {"detention_protected", "revision"}
    assert errors(workspace) == []


def test_many_are_saved_at_once_and_what_has_errors_is_left_out(workspace: Workspace) -> None:
    wrong = case(state("released"))
    done = workspace.save_cases([case(), wrong, case(sex="female")], "import")
    assert [one.file.case.reference for one in done.saved] == ["IDL-D-2018-00001", "IDL-D-2018-00002"]
    [(place, refusal)] = done.refused
    assert place == 1
    assert isinstance(refusal, InvalidEntry)


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_is_kept_and_harms_nothing(workspace: Workspace, text: str) -> None:
    given = case(state(held_at_ar=text[:150], note=text[:1500]), name_ar=text[:100], notes=text)
    saved = workspace.save_case(given, reason=text).file
    workspace.put_draft("case-1", {"case": {"name_ar": text}})
    assert len(workspace.drafts()[0].title) <= 80
    assert workspace.case(saved.case.uid) == saved
    assert errors(workspace) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE detention SET sex = 'female'", ["latest revision", "figures"]),
        ("UPDATE detention_state SET party = 'isis'", ["latest revision", "figures"]),
        ("UPDATE case_fact SET outcome = 'died'", ["figures"]),
        ("DELETE FROM case_fact", ["figures"]),
    ],
)
def test_what_is_changed_behind_the_programs_back_is_found(workspace: Workspace, change: str, told: list[str]) -> None:
    workspace.save_case(case())
    workspace._store.connection.execute(change)
    found = errors(workspace)
    assert len(found) == len(told)
    assert all(word in error and "IDL-D-2018-00001" in error for word, error in zip(told, found, strict=True))


def test_a_case_that_is_gone_is_found_by_its_history(workspace: Workspace) -> None:
    workspace.save_case(case())
    with unguarded(workspace._store.connection):
        workspace._store.connection.execute("DELETE FROM detention")
    assert errors(workspace) == [
        "IDL-D-2018-00001 stands in the history and is no longer among the records.",
        "The search finds what is no record of this store.",
    ]


def test_facts_and_words_of_cases_are_derived_anew(workspace: Workspace) -> None:
    workspace.save_case(case(state(held_at_ar="فرع فلسطين"), name_en="Samer al-Hamwi"))
    connection = workspace._store.connection
    connection.execute("DELETE FROM case_fact")
    connection.execute("DELETE FROM case_search")
    derived.renew(connection)
    for words in ("سامر", "samer hamwi", "فلسطين", "ادلب", "IDL-D-2018-00001"):
        question = "SELECT count(*) FROM case_search WHERE case_search MATCH ?"
        assert connection.execute(question, (expression(words),)).fetchone() == (1,), words
    assert errors(workspace) == []


def test_a_store_that_holds_a_case_does_not_become_one_for_training(workspace: Workspace) -> None:
    workspace.save_case(case())
    assert not workspace._store.devote_to_training()


@pytest.mark.parametrize("typed", ["IDL-D-2018-00001", "idl d 2018 1", "IDLD201800001", "IDL‑D‑٢٠١٨‑٠٠٠٠١"])
def test_a_code_of_a_case_is_found_however_it_is_typed(workspace: Workspace, typed: str) -> None:
    saved = workspace.save_case(case()).file
    found = workspace.resolve(typed)
    assert found
    assert (found.code, found.uid, found.is_case, found.is_report) == ("IDL-D-2018-00001", saved.case.uid, True, False)
    assert workspace.resolve("IDL-D-2018-00002") is None
