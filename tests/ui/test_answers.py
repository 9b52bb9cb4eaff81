"""Every dialog is answered by Enter, where that is safe, and left by Escape; tried with keys as a person presses."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.widgets import Dialog
from snhr_desktop.workspace import Workspace
from tests.ui.windows import DIALOGS, settle

NEVER = {
    "MergeDialog": "Enter in the line of the reason merges, once there is one; in the table it was hardly meant",
    "CompareDialog": "which of the two it is must be chosen",
    "DetailsDialog": "Enter chooses in its lists; Ctrl+Enter saves",
    "RedactionEditor": "Enter draws; Ctrl+Enter keeps",
    "ViewDialog": "Enter in its line turns to a page",
    "CodeDialog": "what is shown this once would be gone",
    "RekeyRun": "there is nothing to be pressed while keys are made",
    "PublishDialog": "cannot be taken back: Enter presses the answer in focus, which changes nothing",
}
"""Dialogs whose act Enter in a field does not do, and why."""
STAYS = frozenset({"CodeDialog", "RekeyRun"})
"""What Escape would lose is shown this once, or must not be broken off."""


@pytest.mark.parametrize("kind", [kind for kind in DIALOGS if issubclass(kind, Dialog)], ids=lambda kind: kind.__name__)
def test_enter_presses_what_is_safe_and_escape_leaves(
    kind: type[QDialog], desk: Desk, workspace: Workspace, qtbot: QtBot
) -> None:
    dialog = DIALOGS[kind](desk, workspace)
    assert isinstance(dialog, Dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    settle(desk.operations.worker)
    default = dialog.default_button()
    if kind.__name__ in NEVER:
        assert default is None
    else:
        assert default is not None
        pressed: list[bool] = []
        default.clicked.disconnect()
        default.clicked.connect(lambda: pressed.append(True))
        default.setEnabled(True)
        line = next((each for each in dialog.findChildren(QLineEdit) if each.isVisible() and each.isEnabled()), dialog)
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert pressed == [True]
        assert default is not getattr(dialog, "yes", None), "what destroys is never pressed by chance"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible() is (kind.__name__ in STAYS)
    shiboken6.delete(dialog)
