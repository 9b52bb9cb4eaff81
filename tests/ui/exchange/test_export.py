"""Records out of the window: what leaves is read before, written where a person says, and called off at any moment."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from snhr_desktop.exchange.export.asked import CSV, GEOJSON, HXL, INTERNAL, JSON, XLSX, Asked
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.exchange import dictionary_door
from snhr_desktop.ui.exchange.export_dialog import PICKED, ExportDialog
from snhr_desktop.ui.exchange.page import ExchangePage
from snhr_desktop.workspace import Workspace
from tests.builders import dossier, incident, source
from tests.ui.walk import cut_off, unnamed, untranslated

SETTLE = Callable[[], None]


@pytest.fixture
def dialog(desk: Desk, workspace: Workspace, settle: SETTLE) -> Iterator[ExportDialog]:
    """Over two incidents that count and one that does not."""
    for number in range(2):
        workspace.save(dossier(sources=(source(real_name=f"Salma Falcon {number}"),)))
    workspace.save(dossier(incident=incident()))
    made = ExportDialog(desk)
    made.show()
    settle()
    yield made
    shiboken6.delete(made)


def write(dialog: ExportDialog, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialog, "ask_path", lambda: path)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_name_that_is_proposed_says_for_whom_the_file_is(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file of the office and that for the public had one name, in one folder."""
    asked: list[str] = []
    monkeypatch.setattr(file_dialog, "ask_where", lambda *given: asked.append(given[-1].name))
    for audience in ("public", INTERNAL):
        dialog.audience.choose(audience)
        dialog.ask_path()
    assert asked == ["export-public.xlsx", "export-internal.xlsx"]


def test_what_leaves_is_told_as_it_is_chosen(dialog: ExportDialog, settle: SETTLE) -> None:
    assert dialog.outlook.text() == "2 incidents"
    assert "Only what is documented" in bare(dialog.warning.text())
    assert not dialog.whole.isEnabled()
    dialog.audience.choose(INTERNAL)
    dialog.audience.chosen.emit(INTERNAL)
    settle()
    assert dialog.outlook.text() == "3 incidents"
    dialog.whole.setChecked(True)
    settle()
    assert "It tells who the sources are" in bare(dialog.warning.text())
    dialog.audience.choose("partners")
    dialog.audience.chosen.emit("partners")
    settle()
    assert not dialog.whole.isChecked()
    assert not dialog.asked().whole


def test_where_nothing_can_leave_it_says_why(desk: Desk, workspace: Workspace, settle: SETTLE) -> None:
    workspace.save(dossier(incident=incident()))
    made = ExportDialog(desk)
    made.show()
    settle()
    assert not made.act.isEnabled()
    assert "nothing to write" in made.outlook.text()
    made.audience.choose(INTERNAL)
    made.audience.chosen.emit(INTERNAL)
    settle()
    assert made.act.isEnabled()
    assert "nothing to write" not in made.outlook.text()
    shiboken6.delete(made)


@pytest.mark.parametrize("form", [JSON, XLSX, GEOJSON])
def test_it_is_written_where_a_person_says(
    dialog: ExportDialog, workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    dialog.form.choose(form)
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        write(dialog, tmp_path / "out", monkeypatch)
    assert b"Falcon" not in (tmp_path / "out").read_bytes()
    [act] = workspace.exports()
    assert (act.taken.form, act.taken.audience, act.taken.incidents) == (form, "public", 2)


@pytest.mark.parametrize(("form", "words"), [(CSV, True), (HXL, False), (XLSX, False), (GEOJSON, False), (JSON, False)])
def test_tables_for_people_have_words_unless_codes_are_asked_for(dialog: ExportDialog, form: str, words: bool) -> None:
    dialog.form.choose(form)
    dialog.form.chosen.emit(form)
    assert (dialog.asked().words, dialog.words.isVisible()) == (words, form in (CSV, HXL))
    dialog.words.setChecked(not words)
    dialog.audience.chosen.emit(dialog.audience.code())
    assert dialog.asked().words is not words, "what a person chose stays"


def test_all_terms_of_the_office_go_with_whole_records_where_asked(dialog: ExportDialog) -> None:
    for form in (JSON, CSV):
        dialog.form.choose(form)
        dialog.form.chosen.emit(form)
        assert not dialog.asked().terms
        dialog.terms.setChecked(True)
        assert (dialog.asked().terms, dialog.terms.isVisible()) == (form == JSON, form == JSON)
        dialog.terms.setChecked(False)


def test_those_chosen_in_a_list_come_first(
    desk: Desk, workspace: Workspace, qtbot: QtBot, settle: SETTLE, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        workspace.save(dossier())
    found = workspace.incidents_found(IncidentQuery())
    assert found is not None
    made = ExportDialog(desk, tuple(found.rows[:2]))
    made.show()
    settle()
    assert (made.which.code(), made.which.currentText()) == (PICKED, "2 incidents chosen in the list")
    made.form.choose(CSV)
    made.form.chosen.emit(CSV)
    made.flat.setChecked(True)
    with qtbot.waitSignal(made.accepted, timeout=30_000):
        write(made, tmp_path / "people.csv", monkeypatch)
    with (tmp_path / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 3
    shiboken6.delete(made)


def test_a_period_bounds_it(dialog: ExportDialog, settle: SETTLE) -> None:
    dialog.which.choose("period:idlib")
    dialog.which.chosen.emit("period:idlib")
    settle()
    assert dialog.asked().period == "idlib"
    assert dialog.outlook.text() == "2 incidents"


def test_called_off_it_leaves_nothing_and_the_dialog_stays(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(tmp_path.iterdir())
    with qtbot.waitSignal(dialog.exporting.refused):
        write(dialog, tmp_path / "out", monkeypatch)
        [cancel] = [one for one in dialog.findChildren(QPushButton) if one.isVisible() and one.text() == "Cancel"]
        cancel.click()
    assert dialog.notice.text().startswith("The export was called off.")
    assert dialog.act.isEnabled()
    assert set(tmp_path.iterdir()) == before


def test_in_arabic_everything_is_told_named_and_has_room(dialog: ExportDialog, desk: Desk, settle: SETTLE) -> None:
    desk.tongue.switch(ARABIC)
    settle()
    assert untranslated(dialog) == []
    assert unnamed(dialog) == []
    assert cut_off(dialog) == []


@pytest.mark.parametrize("name", ["a.pdf", "a.csv", "a.doc"])
def test_the_data_dictionary_is_written_by_its_key(
    page: ExchangePage, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(dictionary_door, "ask_path", lambda *_: tmp_path / name)
    with qtbot.waitSignal(desk.told, timeout=30_000) as heard:
        QTest.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert heard.args is not None
    told = bare(desk.tongue.say(heard.args[0]))
    assert told.startswith("The data dictionary is written as PDF" if name == "a.doc" else f"{name} was made.")
    assert (tmp_path / name).exists() is (name != "a.doc")


def test_files_go_to_somebody(
    dialog: ExportDialog, qtbot: QtBot, settle: SETTLE, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.audience.choose(INTERNAL)
    dialog.audience.chosen.emit(INTERNAL)
    dialog.files.setChecked(True)
    settle()
    write(dialog, tmp_path / "out", monkeypatch)
    assert "needs to know whom they go to" in bare(dialog.to.complaint())
    dialog.recipient.setText("A court")
    with qtbot.waitSignal(dialog.accepted, timeout=30_000):
        write(dialog, tmp_path / "out", monkeypatch)
    assert dialog.asked().recipient == "A court"


def test_the_page_tells_the_latest_exports(
    page: ExchangePage, desk: Desk, workspace: Workspace, settle: SETTLE, tmp_path: Path
) -> None:
    settle()
    assert not page.exporting.earlier.isVisible()
    workspace.save(dossier())
    done = workspace.export(Asked(JSON, "partners"), tmp_path / "a.json", ENGLISH)
    desk.operations.changed.emit(done.changes)
    settle()
    told = bare(page.exporting.earlier.text())
    assert "by tester: Whole records (JSON). Audience: Partners. 1 incident." in told
    desk.tongue.switch(ARABIC)
    assert untranslated(page, frozenset({"a.json"})) == []
