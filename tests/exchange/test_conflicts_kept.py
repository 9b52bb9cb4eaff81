"""What a corrected file says otherwise than staff: both values are kept, asked about once, and answered."""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.cli import run
from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import RECORD_TYPES, Victim
from snhr_desktop.domain.values import Site, When
from snhr_desktop.errors import ImportUndone, UnknownCode
from snhr_desktop.exchange.reading.source import OWN_FORMAT
from snhr_desktop.exchange.report import InConflict
from snhr_desktop.exchange.three_way import Conflict
from snhr_desktop.i18n import LANGUAGES, Language
from snhr_desktop.store import imports
from snhr_desktop.store.conflicts import FoundConflict
from snhr_desktop.store.findings import IMPORT_DIFFERS, is_sound
from snhr_desktop.store.imports import Brought
from snhr_desktop.store.queue import OTHERWISE
from snhr_desktop.store.saving import Author
from snhr_desktop.workspace import CaseQuery, Workspace
from tests.builders import HOSTILE_TEXTS, case, dossier, open_as, source, state
from tests.exchange.archive import folder_file, row
from tests.exchange.test_imports_kept import edited, found, write


def otherwise(workspace: Workspace) -> list[tuple[str, Any, Any]]:
    return [(one.field, one.ours, one.theirs) for one in workspace.said_otherwise(found(workspace).incident.uid)]


@pytest.fixture
def disputed(workspace: Workspace, tmp_path: Path) -> Callable[[], Path]:
    """A title that staff and a corrected file both changed; the corrected file."""
    workspace.import_file(write(tmp_path, row(title_en="First")))
    edited(workspace, title_en="Ours")

    def corrected(title: str = "Theirs") -> Path:
        path = write(tmp_path, row("KAF220514", "2014-05-22", location="حماة : كفرزيتا"), row(title_en=title))
        workspace.import_file(path)
        return path

    return corrected


def test_both_values_are_kept_and_asked_once(workspace: Workspace, disputed: Callable[[], Path]) -> None:
    path = disputed()
    [asked] = workspace.said_otherwise(found(workspace).incident.uid)
    assert (asked.field, asked.ours, asked.theirs, asked.rows) == ("title_en", "Ours", "Theirs", (2,))
    assert (asked.act.file.name, asked.act.conflicts, asked.protected) == ("rows.json", 1, False)
    head = workspace.custody("").head
    for _ in range(2):
        workspace.import_file(path)
        assert (workspace.custody("").head, len(workspace.imports())) == (head, 2)
    assert otherwise(workspace) == [("title_en", "Ours", "Theirs")]
    assert is_sound(workspace.verify())


def test_a_dry_run_asks_nothing(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_file(write(tmp_path, row(title_en="First")))
    edited(workspace, title_en="Ours")
    report = workspace.import_file(write(tmp_path, row(title_en="Theirs")), dry_run=True)
    assert len(report.conflicts) == 1
    assert otherwise(workspace) == []


def test_what_the_file_says_is_taken_over_by_a_save(workspace: Workspace, disputed: Callable[[], Path]) -> None:
    disputed()
    uid = found(workspace).incident.uid
    [asked] = workspace.said_otherwise(uid)
    changes = workspace.take_from_file(asked.uid).changes
    assert changes.types >= {"incident", "conflict"}
    assert found(workspace).incident.title_en == "Theirs"
    assert workspace.history(uid)[-1].reason == "syrian_archive_chemical: 2"
    assert workspace.said_otherwise(uid) == ()
    with pytest.raises(UnknownCode):
        workspace.take_from_file(asked.uid)
    assert is_sound(workspace.verify())


def test_ours_is_kept_and_not_asked_again_for_the_same_value(
    workspace: Workspace, disputed: Callable[..., Path]
) -> None:
    path = disputed()
    uid = found(workspace).incident.uid
    revision = found(workspace).revision
    [asked] = workspace.said_otherwise(uid)
    workspace.keep_ours(asked.uid, "the family says so")
    report = workspace.import_file(path)
    assert (report.conflicts, report.edited, otherwise(workspace)) == ((), ("SAR290415",), [])
    assert found(workspace).revision == revision
    disputed("Another")
    assert otherwise(workspace) == [("title_en", "Ours", "Another")]
    disputed("Theirs")
    assert otherwise(workspace) == [], "this value was answered; the other one is no longer in the file"
    assert is_sound(workspace.verify())


def test_only_the_last_word_of_a_file_is_asked(workspace: Workspace, disputed: Callable[..., Path]) -> None:
    disputed("Theirs")
    disputed("Later")
    assert otherwise(workspace) == [("title_en", "Ours", "Later")]
    disputed("Ours")
    assert otherwise(workspace) == [], "the file agrees by now"
    assert is_sound(workspace.verify())


def test_an_edit_that_agrees_is_an_answer(workspace: Workspace, disputed: Callable[[], Path]) -> None:
    disputed()
    edited(workspace, title_en="Theirs")
    assert otherwise(workspace) == []
    edited(workspace, title_en="Ours")
    assert otherwise(workspace) == []
    disputed()
    assert otherwise(workspace) == [("title_en", "Ours", "Theirs")], "changed since: it is asked anew"
    assert is_sound(workspace.verify())


def test_the_undo_of_an_import_takes_its_questions_away(workspace: Workspace, disputed: Callable[..., Path]) -> None:
    disputed("Theirs")
    disputed("Later")
    newest, before, _ = workspace.imports()
    workspace.undo_import(newest.uid)
    assert otherwise(workspace) == [("title_en", "Ours", "Theirs")], "the earlier one asks again"
    workspace.undo_import(before.uid)
    assert otherwise(workspace) == []
    assert is_sound(workspace.verify())


def test_victims_that_one_side_took_away(workspace: Workspace, tmp_path: Path) -> None:
    columns = "id,date,place,victim,age\n"
    mapping = folder_file(tmp_path, "people.toml", PEOPLE)
    text = "1,2018-03-22,Harim,Ahmad,30\n1,2018-03-22,Harim,Samir,40\n"
    workspace.import_file(folder_file(tmp_path, "people.csv", columns + text), mapping)
    there = workspace.by_origin("people:1")
    assert there is not None
    uid = there.incident.uid
    [came] = workspace.came_from(uid)
    ahmad, samir = there.victims
    assert (came.rows, came.parts) == ((2, 3), {ahmad.uid: 2, samir.uid: 3})
    assert (came.name_en, came.name_ar, came.act.file.name) == ("People", "أشخاص", "people.csv")
    workspace.save(replace(there, victims=(replace(ahmad, age=31),)))
    workspace.import_file(folder_file(tmp_path, "people.csv", columns + text.replace("40", "41")), mapping)
    [asked] = workspace.said_otherwise(uid)
    assert (asked.record, asked.field, asked.ours, asked.theirs["age"]) == ("victim", "", None, 41)
    workspace.take_from_file(asked.uid)
    assert [(one.name_en, one.age) for one in victims(workspace, uid)] == [("Ahmad", 31), ("Samir", 41)]
    assert is_sound(workspace.verify())


def victims(workspace: Workspace, uid: str) -> tuple[Victim, ...]:
    return workspace.dossier(uid).victims


def cases_asked_about(workspace: Workspace) -> int:
    """How many cases the list has where a file says otherwise."""
    workspace.save_case(case())
    found = workspace.cases_found(CaseQuery(status=OTHERWISE))
    assert found is not None
    return len(found.rows)


def test_who_may_not_see_sources_is_not_asked_about_them(workspace: Workspace, tmp_path: Path) -> None:
    given = case(family_contact="First", uid="7" * 32)

    def told(contact: str) -> Path:
        whole = replace(given, case=replace(given.case, family_contact=contact)).dump()
        return folder_file(tmp_path, "own.json", json.dumps({"format": OWN_FORMAT, "dossiers": [whole]}))

    workspace.import_file(told("First"))
    here = workspace.case(given.case.uid)
    workspace.save_case(replace(here, case=replace(here.case, family_contact="Known here")))
    workspace.import_file(told("Known there"))
    [asked] = workspace.said_otherwise(given.case.uid)
    assert (asked.field, asked.protected, asked.ours, asked.theirs) == ("family_contact", True, None, None)
    assert cases_asked_about(workspace) == 1
    with open_as("Nour", tmp_path / "office.snhr", role="entry", no_sources=True) as unseeing:
        assert unseeing.said_otherwise(given.case.uid) == ()
        with pytest.raises(UnknownCode):
            unseeing.take_from_file(asked.uid)
        assert {came.act.file.name for came in unseeing.came_from(given.case.uid)} == {""}
    workspace.take_from_file(asked.uid)
    assert workspace.case(given.case.uid).case.family_contact == "Known there"
    assert cases_asked_about(workspace) == 0
    assert is_sound(workspace.verify())


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_words_are_asked_about_as_they_are(workspace: Workspace, tmp_path: Path, text: str) -> None:
    workspace.import_file(write(tmp_path, row(summary_en="first")))
    edited(workspace, narrative_en="Ours")
    workspace.import_file(write(tmp_path, row(summary_en=text)))
    for one in workspace.said_otherwise(found(workspace).incident.uid):
        workspace.take_from_file(one.uid)
    assert otherwise(workspace) == []
    assert is_sound(workspace.verify())


@pytest.mark.parametrize(
    "harm",
    ["UPDATE import_conflict SET answer = 'ours'", "DELETE FROM import_conflict",
     "INSERT INTO import_conflict SELECT 9, substr(uid, 2) || 'a', batch_id, record_type, record_uid, about_type,"
     " about_uid, field, ours, '1', rows, '' FROM import_conflict"],
)  # fmt: skip
def test_a_question_that_was_lost_or_answered_by_nobody_shows(
    workspace: Workspace, disputed: Callable[[], Path], harm: str
) -> None:
    disputed()
    with workspace._store.writing() as connection:
        connection.execute(harm)
    assert IMPORT_DIFFERS in [finding.message for finding in workspace.verify()]


def test_conflicts_are_written_as_they_come_and_not_held_until_the_end(workspace: Workspace) -> None:
    """Of a file with as many as it has rows they would take four kilobytes each."""
    written: list[int] = []

    def some() -> Iterator[Sequence[FoundConflict]]:
        for at in range(3):
            yield [FoundConflict("incident", f"{at}", "incident", f"{at}", "title_en", '"a"', '"b"', (at,))] * 2
            with workspace._store.reading() as connection:
                written.append(connection.execute("SELECT count(*) FROM import_conflict").fetchone()[0])

    with workspace._store.writing() as connection:
        uid = imports.note(connection, Brought("a.csv", "0" * 64, "", "made", ""), some(), Author("Rima"))
        [act] = imports.acts(connection)
        assert imports.entered(connection)[uid].said == imports.stands(connection, act)
    assert (written, act.conflicts) == ([2, 4, 6], 6)


PEOPLE = """
[file]
code = "people"
name_en = "People"
name_ar = "أشخاص"
rows = "victim"
key = "id"

[incident]
kinds = { value = ["killing"] }
status = { value = "reported" }

[[victims]]
name_en = "victim"
age = "age"
number = { value = 1 }
outcome = { value = "killed" }
civil_status = { value = "civilian" }

[date]
column = "date"

[place]
community = "place"
"""


def test_an_import_by_whoever_may_not_see_sources_takes_none_away(workspace: Workspace, tmp_path: Path) -> None:
    given = case(state(source_name="Known too"), family_contact="Known", uid="7" * 32)

    def told(age: int) -> Path:
        whole = replace(given, case=replace(given.case, age=age)).dump()
        return folder_file(tmp_path, "own.json", json.dumps({"format": OWN_FORMAT, "dossiers": [whole]}))

    workspace.import_file(told(30))
    with open_as("Nour", tmp_path / "office.snhr", role="reviewer", no_sources=True) as unseeing:
        assert unseeing.import_file(told(31)).updated == 1
    here = workspace.case(given.case.uid)
    assert (here.case.age, here.case.family_contact) == (31, "Known")
    assert [one.source_name for one in here.states] == ["Known too"]
    assert is_sound(workspace.verify())


def test_an_update_of_an_incident_by_whoever_may_not_see_sources_keeps_who_they_are(
    workspace: Workspace, tmp_path: Path
) -> None:
    given = dossier(sources=(source(real_name="Known", contact="a number", uid="6" * 32),))
    given = replace(given, incident=replace(given.incident, uid="7" * 32))

    def told(title: str) -> Path:
        whole = replace(given, incident=replace(given.incident, title_en=title)).dump()
        return folder_file(tmp_path, "own.json", json.dumps({"format": OWN_FORMAT, "dossiers": [whole]}))

    workspace.import_file(told("First"))
    with open_as("Nour", tmp_path / "office.snhr", role="reviewer", no_sources=True) as unseeing:
        assert unseeing.import_file(told("Second")).updated == 1
    here = workspace.dossier(given.incident.uid)
    assert here.incident.title_en == "Second"
    assert [(one.real_name, one.contact) for one in here.sources] == [("Known", "a number")]
    assert is_sound(workspace.verify())


def test_a_mapped_file_of_whoever_may_not_see_sources_keeps_who_they_are(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_file(write(tmp_path, row(title_en="First")))
    here = found(workspace)
    workspace.save(replace(here, sources=(*here.sources, source(real_name="Known here"))))
    with open_as("Nour", tmp_path / "office.snhr", role="reviewer", no_sources=True) as unseeing:
        assert unseeing.import_file(write(tmp_path, row(title_en="Second"))).updated == 1
    assert found(workspace).incident.title_en == "Second"
    assert [one.real_name for one in found(workspace).sources] == ["", "Known here"]


def test_the_name_of_a_file_is_told_nobody_who_may_not_see_sources(
    workspace: Workspace, disputed: Callable[[], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    disputed()
    uid, code = found(workspace).incident.uid, "syrian_archive_chemical"
    assert {act.file.called for act in workspace.imports()} == {"rows.json"}
    with open_as("Nour", tmp_path / "office.snhr", role="reviewer", no_sources=True) as unseeing:
        [asked] = unseeing.said_otherwise(uid)
        acts = [*unseeing.imports(), asked.act, *(came.act for came in unseeing.came_from(uid))]
        assert {(act.file.name, act.file.sheet, act.file.called) for act in acts} == {("", "", code)}
        unseeing.take_from_file(asked.uid)
        assert "rows.json" not in str(unseeing.history(uid))
        latest = unseeing.imports()[0].uid
        unseeing.undo_import(latest)
        with pytest.raises(ImportUndone) as refusal:
            unseeing.undo_import(latest)
        assert "rows.json" not in str(refusal.value.values)
    monkeypatch.setenv("SNHR_PASSPHRASE", "the passphrase of Nour")
    assert run(["imports", str(tmp_path / "office.snhr")], lambda *_: 0) == 0
    told = capsys.readouterr().out
    assert code in told
    assert "rows.json" not in told


@pytest.mark.parametrize("file", ["rows.json", "بيان: شهادة أبو أحمد.json", "3: 4.json"])
def test_the_name_of_a_file_in_a_reason_of_before_is_told_nobody_who_may_not_see_sources(
    workspace: Workspace, tmp_path: Path, file: str
) -> None:
    rows = json.dumps([row("KAF220514", "2014-05-22", location="حماة : كفرزيتا"), row(title_en="First")])
    workspace.import_file(folder_file(tmp_path, file, rows))
    here = found(workspace)
    of_before, typed = f"{file}: 2, 3", f"as {file} has it"
    for number, reason in enumerate((of_before, typed)):
        workspace.save(replace(found(workspace), incident=replace(here.incident, title_en=f"Title {number}")), reason)
    uid = here.incident.uid
    told = [save.reason for save in workspace.history(uid)]
    assert told[1:] == [of_before, typed] == [link.reason for link in workspace.custody(uid).links][1:]
    with open_as("Nour", tmp_path / "office.snhr", role="reviewer", no_sources=True) as unseeing:
        seen = [save.reason for save in unseeing.history(uid)]
        assert seen == [told[0], "syrian_archive_chemical: 2, 3", typed]  # what somebody typed is theirs
        assert [link.reason for link in unseeing.custody(uid).links] == seen


def test_the_check_of_a_store_names_an_import_by_its_identity(
    workspace: Workspace, disputed: Callable[[], Path]
) -> None:
    disputed()
    [latest, _] = workspace.imports()
    with workspace._store.writing() as connection:
        connection.execute("UPDATE import_batch SET sheet = 'another' WHERE uid = ?", (latest.uid,))
    [differs] = [one for one in workspace.verify() if one.message == IMPORT_DIFFERS]
    assert differs.values == {"name": f"syrian_archive_chemical {latest.uid}"}


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("name", RECORD_TYPES)
def test_both_values_of_a_conflict_are_told_in_words(name: str, language: Language) -> None:
    told = {When: When.on(dt.date(2017, 4, 5)), Site: Site("SY070000", "exact", 35.93056, 36.63389)}
    for field in RECORD_TYPES[name].fields():
        blank = getattr(RECORD_TYPES[name](), field.name)
        value = told.get(type(blank), blank)
        line = InConflict("A-1", Conflict(name, field.name, blank, value)).tell(language, built_in())
        assert not set("{}[]'") & set(line), line
