"""The first start: a store is made step by step, by keys alone, and its recovery code proved."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.recovery_code import groups, lines
from snhr_desktop.errors import StoreExists
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language, bare
from snhr_desktop.store import attempts
from snhr_desktop.ui.dialogs.try_pause import WAIT
from snhr_desktop.ui.first_run import sheet_dialog
from snhr_desktop.ui.first_run.assistant import Assistant
from snhr_desktop.ui.first_run.backup_step import SAME_DISK as BESIDE
from snhr_desktop.ui.first_run.cover import GO_ON
from snhr_desktop.ui.first_run.sheet_dialog import OPENS, SAME_DISK, SheetDialog
from snhr_desktop.ui.first_run.strength import Strength, strength
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.reports.sheets import Sheets
from snhr_desktop.ui.settings import Settings
from snhr_desktop.ui.status_line import NO_STORE
from snhr_desktop.workspace import Workspace
from tests.ui.first_run.walking import CODE, STEPS, STRONG, prove, show_step, to_code, to_secret, type_twice


@pytest.fixture
def window(kit: Kit, settings_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(kit, Settings(settings_path), ())
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.close()
    shiboken6.delete(made)


def complaints(assistant: Assistant) -> set[str]:
    """The fields of the step in sight that something is wrong with."""
    lines = {**assistant.place.lines, **assistant.secret.lines}
    return {key for key, line in lines.items() if line.complaint()}


def test_a_store_is_made_its_code_proved_and_the_code_opens_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assistant = to_code(window, qtbot, tmp_path, training=True)
    code = assistant.code.code
    assert (tmp_path / "Field.snhr").is_dir()
    assert assistant.secret.secret.text() == assistant.secret.again.text() == ""
    shown = "".join(bare(label.text()) for label in assistant.code.panel.findChildren(QLabel))
    assert all(group in shown for group in groups(code))
    prove(assistant)
    assert assistant.code.code == ""
    assert groups(code)[0] not in "".join(label.text() for label in assistant.findChildren(QLabel) if label.isVisible())
    assistant.on.click()
    assistant.on.click()
    assert window.shell is not None
    assert window.bands.training.isVisible()
    window.lock()
    qtbot.waitUntil(window.unlock.open_form.isVisible)
    copied = " ".join(f"{' '.join(line.groups)} {line.check}" for line in lines(code))
    window.unlock.open_form.secret.edit.setText(copied.lower())
    QTest.keyClick(window.unlock.open_form.secret.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell is not None, timeout=20_000)


def test_a_miscopied_line_of_the_code_is_named(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "Field.snhr"
    Workspace.create(folder, STRONG, "IDL")[0].close()
    form = window.unlock.open_form
    window.unlock._tabs[0].click()
    form.folder.edit.setText(str(folder))
    copied = [f"{''.join(line.groups)}{line.check}" for line in lines(CODE)]
    copied[2] = copied[2].replace("V", "W", 1)
    form.secret.edit.setText(" ".join(copied))
    form.open.click()
    qtbot.waitUntil(lambda: bool(form._secret_line.complaint()), timeout=20_000)
    assert "3" in form._secret_line.complaint()


def tab_to(wanted: object) -> None:
    """Press Tab until something has the focus."""
    for _ in range(12):
        if QApplication.focusWidget() is wanted:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(wanted)


def press(key: Qt.Key) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_the_whole_way_is_gone_by_keys(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.activateWindow()
    assistant = window.unlock.assistant
    window.unlock._tabs[1].click()
    qtbot.waitUntil(assistant.welcome.languages["en"].hasFocus)
    tab_to(assistant.on)
    press(Qt.Key.Key_Return)
    assert assistant.place.name.hasFocus()
    assistant.place.parent_folder.edit.setText(str(tmp_path))
    assistant.place.name.setText("Field")
    press(Qt.Key.Key_Return)
    assert complaints(assistant) == {"office", "actor"}
    assert assistant.place.office.hasFocus()
    assistant.place.office.setText("idl")
    tab_to(assistant.place.actor)
    assistant.place.actor.setText("RH")
    press(Qt.Key.Key_Return)
    assert assistant.secret.secret.edit.hasFocus()
    press(Qt.Key.Key_Escape)
    assert assistant.step is assistant.place
    assert assistant.place.name.text() == "Field"
    press(Qt.Key.Key_Return)
    type_twice(assistant)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(assistant.code.isVisible, timeout=20_000)
    press(Qt.Key.Key_Escape)  # there is no way back behind the store
    assert assistant.code.isVisible()


def test_the_code_is_proved_by_keys(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.activateWindow()
    assistant = to_code(window, qtbot, tmp_path)
    code = groups(assistant.code.code)
    qtbot.waitUntil(assistant.code.print_out.hasFocus)
    tab_to(assistant.on)
    press(Qt.Key.Key_Return)
    assert assistant.proof.fields[0].hasFocus()
    assistant.proof.fields[0].setText("0000")
    press(Qt.Key.Key_Return)
    assert assistant.proof.lines[0].complaint()
    press(Qt.Key.Key_Escape)
    assert assistant.step is assistant.code
    tab_to(assistant.on)
    press(Qt.Key.Key_Return)
    for field, at in zip(assistant.proof.fields, assistant.proof._at, strict=True):
        field.setText(code[at])
    for _ in range(3):
        press(Qt.Key.Key_Return)
        if window.shell is None:
            tab_to(assistant.on)
    assert window.shell is not None


@pytest.mark.parametrize("proved", [True, False])
def test_a_code_nobody_proved_keeps_the_window_open_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, proved: bool
) -> None:
    assistant = to_secret(window, tmp_path)
    type_twice(assistant)
    assistant.on.click()
    assert not window.close()  # the code is still to come
    qtbot.waitUntil(assistant.code.isVisible, timeout=20_000)
    window.show_help()
    if proved:
        prove(assistant)
    else:
        assert not window.close()
        assert assistant.notice.isVisible()
        assert "close the window once more" in assistant.notice.text()
        assert assistant.code.code
    assert window.close()
    with Workspace.open(tmp_path / "Field.snhr", STRONG) as workspace:
        assert workspace.is_code_unproved() is not proved


def test_a_code_nobody_proved_is_told_at_opening_until_there_is_another(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace, _ = Workspace.create(tmp_path / "Field.snhr", STRONG, "IDL")
    workspace.leave_code_unproved()
    window.open_store(workspace, tmp_path / "Field.snhr")
    qtbot.waitUntil(lambda: "broke off" in window.notice.text())
    assert workspace.is_code_unproved()
    workspace.renew_recovery(own=STRONG)
    assert workspace.is_code_unproved()  # it is to be shown first
    workspace.prove_code()
    assert not workspace.is_code_unproved()


def test_a_place_for_backups_is_taken_or_refused_beside_its_field(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assistant, sticks = to_code(window, qtbot, tmp_path), tmp_path / "stick"
    sticks.mkdir()
    prove(assistant)
    assert assistant.backups.isVisible()
    for wrong in (tmp_path / "gone", tmp_path / "Field.snhr"):
        assistant.backups.place.edit.setText(str(wrong))
        assistant.on.click()
        qtbot.waitUntil(lambda: bool(assistant.backups.line.complaint()))
        assert assistant.backups.isVisible()
    assistant.backups.place.edit.setText(str(sticks))
    for _ in range(2):  # the first time it is told that this is the disk of the store
        QTest.keyClick(assistant.backups.place.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not assistant.backups.isVisible())
    assistant.on.click()
    assert window.shell is not None
    kept: list[Path | None] = []
    window.shell.desk.operations.ask(lambda workspace: workspace.safety().place, kept.append)
    qtbot.waitUntil(lambda: bool(kept))
    assert kept == [sticks]


def test_what_is_missing_or_does_not_agree_is_told(window: MainWindow, tmp_path: Path) -> None:
    asked: list[object] = []
    assistant = window.unlock.assistant
    assistant.asked.connect(asked.append)
    window.unlock._tabs[1].click()
    assistant.on.click()
    assistant.place.office.setText("!")
    assistant.on.click()
    assert complaints(assistant) == {"name", "office", "actor"}
    (tmp_path / "Field.snhr").mkdir()
    to_secret(window, tmp_path)
    assert complaints(assistant) == {"name"}
    to_secret(window, tmp_path, "Other")
    assistant.on.click()
    assert complaints(assistant) == {"secret"}
    type_twice(assistant, "password123")
    assistant.secret.again.edit.setText("other")
    assistant.on.click()
    assert complaints(assistant) == {"secret", "again"}
    assert asked == []


def test_what_was_told_of_two_passphrases_goes_once_one_is_typed_anew(window: MainWindow, tmp_path: Path) -> None:
    assistant = to_secret(window, tmp_path)
    again = assistant.secret.lines["again"]
    assistant.secret.secret.edit.setText(STRONG)
    assistant.on.click()
    assert again.complaint() == "Type the passphrase once more."
    assistant.secret.again.edit.setText("other")
    assert again.complaint() == ""
    assistant.on.click()
    assert "not the same" in again.complaint()
    assistant.secret.secret.edit.setText("other")
    assert again.complaint() == ""


def test_a_store_that_came_to_be_meanwhile_is_left_as_it_is(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assistant = to_secret(window, tmp_path)
    type_twice(assistant)
    (tmp_path / "Field.snhr").mkdir()
    assistant.on.click()
    qtbot.waitUntil(lambda: bool(assistant.notice.text()), timeout=20_000)
    assert assistant.notice.text() == StoreExists(name="Field.snhr").tell(ENGLISH)
    assert assistant.secret.isEnabled()
    assert assistant.secret.secret.text() == STRONG


def test_a_passphrase_is_suggested_shown_and_typed_again(window: MainWindow, tmp_path: Path) -> None:
    assistant = to_secret(window, tmp_path)
    QTest.keyClick(assistant.secret.secret.edit, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    made = assistant.secret.secret.text()
    assert strength(made) is Strength.STRONG
    assert assistant.secret.secret.edit.echoMode() == QLineEdit.EchoMode.Normal
    assert assistant.secret.again.text() == ""
    assistant.secret.secret.edit.setText("short")
    assert "10" in assistant.secret.lines["secret"]._below.text()


def test_what_was_typed_stays_when_the_language_is_switched(window: MainWindow, tmp_path: Path) -> None:
    assistant = to_secret(window, tmp_path)
    type_twice(assistant)
    for at in range(3):
        show_step(window, at)
        window.kit.tongue.switch(ARABIC)
        assert assistant.step is assistant.steps[at]
        window.kit.tongue.switch(ENGLISH)
    assert assistant.place.name.text() == "Field"
    assert assistant.secret.again.text() == STRONG


def test_the_language_is_chosen_first_and_kept(window: MainWindow, settings_path: Path) -> None:
    window.unlock._tabs[1].click()
    window.unlock.assistant.welcome.languages["ar"].click()
    assert window.kit.tongue.language is ARABIC
    assert Settings(settings_path).language is ARABIC


@pytest.mark.parametrize("at", range(STEPS))
def test_every_step_fits_with_large_text(window: MainWindow, at: int) -> None:
    window.kit.theme.resize(200)
    show_step(window, at)
    QTest.qWait(50)
    assistant = window.unlock.assistant
    for label in assistant.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    window.kit.theme.resize(100)


def test_the_sheet_is_written_for_its_owner_alone_where_it_is_said(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assistant = to_code(window, qtbot, tmp_path)
    told: list[str] = []

    def choose(dialog: SheetDialog) -> int:
        told.append(dialog.warning.text())
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("sheet.pdf")
        return 1

    monkeypatch.setattr(SheetDialog, "exec", choose)
    assistant.code.save.click()
    qtbot.waitUntil(lambda: bool(assistant.code.outlet.notice.text()))
    written = tmp_path / "sheet.pdf"
    assert written.read_bytes().startswith(b"%PDF-1.7")
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert "not encrypted" in told[0]
    assert {path.name for path in tmp_path.iterdir()} - {"config"} == {"Field.snhr", "sheet.pdf"}


def test_a_stick_is_proposed_for_the_sheet(kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_dialog, "pulled", lambda _: tmp_path)
    dialog = SheetDialog(kit, None, tmp_path / "other")
    assert dialog.directory().absolutePath() == str(tmp_path)
    shiboken6.delete(dialog)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_the_disk_of_the_store_is_objected_to_once_and_not_forbidden(
    kit: Kit, tmp_path: Path, qtbot: QtBot, language: Language
) -> None:
    kit.tongue.switch(language)
    dialog = SheetDialog(kit, None, tmp_path / "Field.snhr")
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path / "sheet.pdf"))
    dialog.show()
    assert language.text(OPENS) in dialog.warning.text()
    buttons = dialog.findChildren(QDialogButtonBox)[0]
    save = buttons.button(QDialogButtonBox.StandardButton.Save)
    save.click()
    assert dialog.isVisible()
    assert language.text(SAME_DISK) in dialog.warning.text()
    save.click()
    assert not dialog.isVisible()
    assert dialog.path() == tmp_path / "sheet.pdf"
    shiboken6.delete(dialog)


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="no second volume here")
def test_another_disk_is_not_objected_to(kit: Kit, qtbot: QtBot) -> None:
    dialog = SheetDialog(kit, None, Path("/dev/shm/Field.snhr"))
    assert ENGLISH.text(SAME_DISK) not in dialog.warning.text()
    shiboken6.delete(dialog)


def test_a_sheet_beside_the_store_is_noted_in_the_store_and_nowhere_else(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, settings_path: Path
) -> None:
    assistant = to_code(window, qtbot, tmp_path)
    made = window.unlock.unfinished()
    assert made is not None
    (tmp_path / "sheet-of-mine.pdf").write_bytes(b"%PDF")
    assistant.code.outlet.written.emit(tmp_path / "sheet-of-mine.pdf")
    qtbot.waitUntil(lambda: made.sheet_left_here() == tmp_path / "sheet-of-mine.pdf")
    held = [path for path in tmp_path.rglob("*") if path.is_file() and b"sheet-of-mine" in path.read_bytes()]
    assert held == []


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_from_the_recovery_code_on_the_window_says_whose_store_is_open(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    window.kit.tongue.switch(language)
    assert window.side_bar._store.text() == language.text(NO_STORE)
    assistant = to_code(window, qtbot, tmp_path)
    assert bare(window.side_bar._store.text()) == "IDL · Field"
    assert window.status._saved.text() != language.text(NO_STORE)
    prove(assistant)
    assert bare(window.side_bar._store.text()) == "IDL · Field"


def test_a_place_for_backups_beside_the_store_is_warned_of_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assistant = to_code(window, qtbot, tmp_path)
    prove(assistant)
    step = assistant.backups
    (tmp_path / "beside").mkdir()
    step.place.edit.setText(str(tmp_path / "beside"))
    assistant.on.click()
    assert step.isVisible()
    assert step.warning.text() == ENGLISH.text(BESIDE)
    assistant.on.click()
    qtbot.waitUntil(lambda: not step.isVisible())


def test_the_sheet_is_printed_from_memory(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assistant = to_code(window, qtbot, tmp_path)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assistant.code.outlet.run(Sheets(assistant.code.outlet._sheet), printer)
    qtbot.waitUntil(lambda: "sent to the printer" in assistant.code.outlet.notice.text(), timeout=20_000)
    assert (tmp_path / "printed.pdf").stat().st_size > 1000


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_the_code_is_hidden_when_nobody_is_there_and_comes_back_with_the_passphrase(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "PAUSES", (1.2,))
    window.kit.tongue.switch(language)
    assistant, cover = to_code(window, qtbot, tmp_path), window.unlock.covering
    window.locking.idle.due.emit()
    assert not assistant.code.panel.isVisible()
    assert cover.isVisible()
    cover.secret.edit.setText("another passphrase")
    QTest.keyClick(cover.secret.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(cover.line.complaint()), timeout=20_000)
    assert not assistant.code.panel.isVisible()
    assert not cover.on.isEnabled()
    assert cover.on.text() in [language.plural(WAIT, seconds) for seconds in (1, 2)]
    cover.secret.edit.setText(STRONG)
    QTest.keyClick(cover.secret.edit, Qt.Key.Key_Return)
    assert not assistant.code.panel.isVisible(), "Enter waits as the button does"
    qtbot.waitUntil(cover.on.isEnabled)
    assert cover.on.text() == language.text(GO_ON)
    QTest.keyClick(cover.secret.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(assistant.code.panel.isVisible, timeout=20_000)
    assert not cover.secret.text()


def test_the_clock_runs_from_the_moment_the_code_is_in_sight(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assert not window.locking.idle._beat.isActive()
    to_code(window, qtbot, tmp_path)
    assert window.locking.idle._beat.isActive()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, held)
    assert window.unlock.covering.isVisible()
