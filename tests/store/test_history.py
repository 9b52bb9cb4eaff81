"""History: every state can be read back, nothing in it can be changed unseen, and no source is named in it."""

import datetime as dt
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from snhr_desktop.domain.records import Dossier, Source
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store import history
from snhr_desktop.store.bodies import FieldChange, changes
from snhr_desktop.workspace import Workspace
from tests.builders import counted, dossier, source, victim
from tests.store.unguarded import unguarded

NAME = "Hidden Name"


@pytest.fixture
def edited(workspace: Workspace) -> Dossier:
    """An incident saved three times: entered, a victim more, the source's name corrected."""
    first = workspace.save(dossier(sources=(source(real_name=NAME),)), "entered").dossier
    second = workspace.save(replace(first, victims=(*first.victims, victim(number=2))), "found later").dossier
    named = replace(second.sources[0], real_name=f"{NAME} the Second")
    return workspace.save(replace(second, sources=(named,)), "misheard").dossier


def errors(workspace: Workspace) -> list[str]:
    """What verification holds against the store, in English."""
    return [finding.tell(ENGLISH) for finding in workspace.verify() if finding.level == "error"]


def test_each_save_says_who_when_why_and_what(workspace: Workspace, edited: Dossier) -> None:
    saves = workspace.history(edited.incident.uid)
    assert [(s.number, s.actor, s.reason, s.action) for s in saves] == [
        (1, "tester", "entered", "created"),
        (2, "tester", "found later", "changed"),
        (3, "tester", "misheard", "changed"),
    ]
    assert [s.at for s in saves] == sorted(s.at for s in saves)
    assert all(s.at.endswith("Z") for s in saves)
    [added] = saves[1].changes
    assert (added.record, added.field, added.before, added.uid) == ("victim", "", None, edited.victims[1].uid)
    assert added.after["number"] == 2
    assert [change.record for change in saves[0].changes] == ["incident", "victim", "attribution", "source"]


def test_a_changed_source_is_told_but_not_named(workspace: Workspace, edited: Dossier) -> None:
    saves = workspace.history(edited.incident.uid)
    assert saves[2].changes == (FieldChange("source", "real_name", None, None, edited.sources[0].uid),)
    assert NAME not in repr(saves)
    assert edited.sources[0].real_name == f"{NAME} the Second"


def test_an_earlier_state_reads_back_whole(workspace: Workspace, edited: Dossier) -> None:
    then, wrong = Dossier.parse(workspace.history(edited.incident.uid)[0].body)
    assert not [problem for problem in wrong if problem.level == "error"]
    assert then.victims == edited.victims[:1]
    assert then.sources == (replace(edited.sources[0], real_name=""),)


def test_a_removed_child_leaves_the_tables_and_stays_in_history(workspace: Workspace, edited: Dossier) -> None:
    workspace.save(replace(edited, victims=edited.victims[1:]), "same person")
    connection = workspace._store.connection
    assert connection.execute("SELECT count(*) FROM victim").fetchone() == (1,)
    [gone] = workspace.history(edited.incident.uid)[-1].changes
    assert (gone.record, gone.after, gone.uid) == ("victim", None, edited.victims[0].uid)


def test_sensitive_values_stand_apart_from_all_else(workspace: Workspace, edited: Dossier) -> None:
    connection = workspace._store.connection
    holding = set()
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'")
    for (table,) in tables.fetchall():
        cursor = connection.execute(f'SELECT * FROM "{table}"')
        names = [column[0] for column in cursor.description]
        holding |= {(table, name) for row in cursor for name, cell in zip(names, row, strict=True) if NAME in str(cell)}
    assert edited.sources
    assert holding == {("source_protected", "real_name"), ("revision", "protected")}


def test_equal_secrets_leave_different_hashes(workspace: Workspace) -> None:
    for _ in range(2):
        workspace.save(dossier(sources=(source(real_name=NAME),)))
    hashes = workspace._store.connection.execute("SELECT DISTINCT protected_sha256 FROM revision").fetchall()
    assert len(hashes) == 3  # the period has none to hide


def test_the_sources_table_keeps_no_blank_secrets(workspace: Workspace) -> None:
    workspace.save(dossier(sources=(source(), source(pseudonym="W2"))))
    assert workspace._store.connection.execute("SELECT count(*) FROM source_protected").fetchone() == (0,)


@pytest.mark.parametrize(
    "column", ["record_uid", "number", "at", "actor", "action", "reason", "body", "protected", "chain_sha256"]
)
def test_any_change_to_an_entry_is_found(workspace: Workspace, edited: Dossier, column: str) -> None:
    assert errors(workspace) == []
    connection = workspace._store.connection
    value = 9 if column == "number" else "other"
    with unguarded(connection):
        connection.execute(f"UPDATE revision SET {column} = ? WHERE number = 2", (value,))
    assert f"Entry 4 of the history, on {edited.incident.reference}" in errors(workspace)[0] or column == "record_uid"
    assert any("is not as it was written" in error for error in errors(workspace))


def test_an_entry_taken_out_is_found(workspace: Workspace, edited: Dossier) -> None:
    connection = workspace._store.connection
    with unguarded(connection):
        connection.execute("DELETE FROM revision WHERE number = 2")
    broken, unsigned = errors(workspace)
    assert edited.incident.reference in broken
    assert "not what the office signed" in unsigned


def test_a_row_changed_behind_the_programs_back_is_found(workspace: Workspace, edited: Dossier) -> None:
    workspace._store.connection.execute("UPDATE victim SET number = 50 WHERE number = 2")
    found = errors(workspace)
    assert found == [
        f"{edited.incident.reference} is not as its latest revision says.",
        f"The figures of {edited.incident.reference} are not what its records give.",
    ]
    assert all(finding.tell(ARABIC) for finding in workspace.verify())


def test_a_record_that_is_gone_is_found_by_its_history(workspace: Workspace, edited: Dossier) -> None:
    connection = workspace._store.connection
    with unguarded(connection):
        connection.execute("DELETE FROM incident")
    gone = f"{edited.incident.reference} stands in the history and is no longer among the records."
    found = [gone, "The search finds what is no record of this store."]
    assert errors(workspace) == found
    connection.execute("DELETE FROM period")
    assert errors(workspace) == ["idlib stands in the history and is no longer among the records.", *found]
    assert all(finding.tell(ARABIC) for finding in workspace.verify())


@pytest.mark.parametrize("change", ["UPDATE period SET last = '2018-05-30'", "UPDATE published_figure SET value = '1'"])
def test_a_period_changed_behind_the_programs_back_is_found(workspace: Workspace, change: str) -> None:
    workspace._store.connection.execute(change)
    assert errors(workspace) == ["idlib is not as its latest revision says."]


def test_a_child_without_its_incident_is_found(workspace: Workspace, edited: Dossier) -> None:
    connection = workspace._store.connection
    connection.execute("PRAGMA foreign_keys = off")
    connection.execute("UPDATE weapon_fact SET incident_id = 99")
    connection.execute("INSERT INTO weapon_fact VALUES (99, 'barrel', 1, 1)")
    assert "A record points to another that is not there" in errors(workspace)[0]
    assert edited.revision == 3


def test_a_sound_store_tells_its_chain_for_writing_down(workspace: Workspace, edited: Dossier) -> None:
    sound, chain, content, signer, guess = workspace.verify()
    assert {one.level for one in (sound, chain, content, signer, guess)} == {"note"}
    assert "Argon2id" in guess.tell(ENGLISH)

    assert history.chain_head(workspace._store.connection) in chain.tell(ENGLISH)
    assert edited.revision == 3


def test_a_field_younger_than_an_entry_is_no_change() -> None:
    record = Source(uid="1", kind="medic").dump()
    older = {name: value for name, value in record.items() if name != "reliability"}
    assert list(changes({"sources": [older]}, {"sources": [record]})) == []
    record["reliability"] = "A"
    assert list(changes({"sources": [older]}, {"sources": [record]})) == [
        FieldChange("source", "reliability", "", "A", "1")
    ]


def test_the_reason_is_cleaned_of_what_no_text_may_hold(workspace: Workspace) -> None:
    saved = workspace.save(dossier(incident=counted()), "a\x00b\u202e\ud800" + "x" * 5000).dossier
    [save] = workspace.history(saved.incident.uid)
    assert save.reason == "ab" + "x" * 1998


@pytest.fixture
def damascus(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose clock is three hours before UTC."""
    monkeypatch.setenv("TZ", "<+03>-3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_an_incident_is_verified_on_the_day_it_was_here_and_once(
    workspace: Workspace, damascus: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def saved(at: str, given: Dossier, status: str) -> Dossier:
        monkeypatch.setattr(history, "now", lambda: at)
        return workspace.save(replace(given, incident=replace(given.incident, status=status)), "why").dossier

    first = saved("2018-03-31T20:59:59.000000Z", dossier(), "documented")
    second = saved("2018-03-31T21:00:00.000000Z", dossier(), "documented")
    saved("2018-03-31T22:00:00.000000Z", dossier(), "under_review")
    withdrawn = saved("2018-04-02T10:00:00.000000Z", first, "rejected")
    saved("2018-04-03T10:00:00.000000Z", withdrawn, "documented")
    march, april = (dt.date(2018, 3, 1), dt.date(2018, 3, 31)), (dt.date(2018, 4, 1), dt.date(2018, 4, 30))
    assert workspace.documented_within(*march) == {first.incident.uid}
    assert workspace.documented_within(*april) == {second.incident.uid}
