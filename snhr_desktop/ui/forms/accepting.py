"""The line under the checks in which a hint is let stand: what it is, and the reason a person gives."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from snhr_desktop.errors import Problem
from snhr_desktop.i18n import N_
from snhr_desktop.ui.forms.directions import direct_text
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.widgets import button, label

LET_STAND = N_("Let it stand")
CANCEL = N_("Cancel")
WHY = N_("Why it may stand as it is")
NOT_THIS = N_("“{field}” is to be put right: it cannot be let stand.")


class Accepting(QFrame):
    """Hidden until it is asked for. Enter lets the hint stand, Escape leaves it as it was."""

    accepted = Signal(object, str)
    """The `Problem` let stand, and the reason."""
    left = Signal()
    """The person is done here."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self._problem: Problem | None = None
        self.words = label(means.kit, LET_STAND, "note", wrap=True)
        self.reason = means.kit.tongue.bind(QLineEdit(), placeholderText=WHY, accessibleName=WHY)
        self.reason.setMaxLength(500)
        self.reason.textChanged.connect(self._typed)
        self.act = button(means.kit, LET_STAND)
        self.act.clicked.connect(self._accept)
        cancel = button(means.kit, CANCEL, kind="quiet")
        cancel.clicked.connect(self._leave)
        acts = QHBoxLayout()
        acts.addWidget(self.act)
        acts.addWidget(cancel)
        acts.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self.reason)
        column.addLayout(acts)
        self.hide()

    def ask(self, problem: Problem) -> None:
        """Ask for the reason that a hint may stand for."""
        self._problem = problem
        self._means.kit.tongue.bind(self.words, text=problem.tell)
        self.reason.clear()
        self._typed("")
        self.show()
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _typed(self, text: str) -> None:
        self.act.setEnabled(bool(text.strip()))
        direct_text(self.reason, "", text, self._means.language.rtl)

    def _accept(self) -> None:
        reason = self.reason.text().strip()
        if self._problem is not None and reason:
            self.accepted.emit(self._problem, reason)
            self._leave()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
