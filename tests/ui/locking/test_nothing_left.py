"""Once locked, nothing of the records is on the screen, said to a screen reader, in a model, or on the clipboard."""

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QTextDocument, QUndoStack
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import LANGUAGES, Language
from snhr_desktop.ui import clipboard
from snhr_desktop.ui.forms.entry_form import EntryForm
from snhr_desktop.ui.incidents.record.note_dialog import NoteDialog
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.side_bar import PRODUCT
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.ui.marked import MARKS, go_everywhere
from tests.ui.walk import texts_of
from tests.ui.windows import settle

_ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.UserRole,
)  # fmt: skip
_PROPERTIES = ("windowTitle", "windowIconText", "toolTip", "statusTip", "whatsThis", "accessibleName", "text", "html")
_SAID = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)


def use(window: MainWindow, workspace: Workspace) -> None:
    """Go everywhere, type into each field to search in, and leave a dialog and a search open."""
    uid = go_everywhere(window, workspace)
    window.go("incidents", uid)
    settle(window.worker)
    assert window.seek is not None
    assert window.shell is not None
    window.seek.open()
    window.seek.field.setText(MARKS[1])
    settle(window.worker)
    note = NoteDialog(window.shell.desk, uid, window.shell.page())
    note.text.setPlainText(" ".join(MARKS))
    note.open()
    clipboard.put("\n".join(MARKS))
    window.notice.tell(lambda _: MARKS[0], "done")


def said() -> Iterator[str]:
    """Everything that any widget of the application says, to the eye or to a screen reader."""
    for widget in QApplication.allWidgets():
        yield from (text for _, text in texts_of(widget))
        yield from (str(widget.property(name)) for name in _PROPERTIES)
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is not None:
            yield from (spoken.text(each) for each in _SAID)


def held() -> Iterator[str]:
    """What models, documents and undo stacks that are still there hold, whoever holds them."""
    for found in [each for each in gc.get_objects() if isinstance(each, QObject)]:
        if not shiboken6.isValid(found):
            continue
        if isinstance(found, QAbstractItemModel):
            wide = 1 if isinstance(found, QAbstractListModel) else found.columnCount()
            for row in range(min(found.rowCount(), 50)):
                for column in range(wide):
                    yield from (str(found.data(found.index(row, column), role)) for role in _ROLES)
        elif isinstance(found, QTextDocument):
            yield found.toPlainText()
        elif isinstance(found, QUndoStack):
            yield from (found.text(at) for at in range(found.count()))


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_no_word_of_the_records_is_left_in_any_window(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, language: Language
) -> None:
    window.kit.tongue.switch(language)
    reference = workspace.incidents(IncidentQuery(limit=1)).rows[0].reference
    use(window, workspace)
    before = "\n".join((*said(), *held()))
    assert all(mark in before for mark in MARKS), "the search would find them"
    with qtbot.waitSignal(window.locking.locked, timeout=20_000):
        window.lock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    gc.collect()
    for mark in (*MARKS, reference):
        assert [text for text in said() if mark in text] == []
        assert [text for text in held() if mark in text] == []
    assert QGuiApplication.clipboard().text() == ""
    assert window.windowTitle() == language.text(PRODUCT)
    assert not [each for each in gc.get_objects() if isinstance(each, EntryForm) and shiboken6.isValid(each)]


def test_what_others_copied_stays_on_the_clipboard(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("of another program")
    with qtbot.waitSignal(window.locking.locked, timeout=20_000):
        window.lock()
    assert QGuiApplication.clipboard().text() == "of another program"
