"""A head of the history that stands on a page, typed or pasted, and whether the history runs through it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.store.findings import ERROR
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Labelled, Notice, button

if TYPE_CHECKING:
    from snhr_desktop.workspace import Finding

HEAD = N_("Head of the history on a page")
HINT = N_("The signs that a report or an export has at its end: all of them, or the first 12. Spaces do not matter.")
LOOK = N_("Look for it")
NO_SIGN = N_("A head has the digits 0 to 9 and the letters a to f alone. Compare what was typed with the page.")
TOO_SHORT = N_("Type at least the first 12 signs.")
LEAST = 12
_SIGNS = frozenset("0123456789abcdef")


class HeadLine(QWidget):
    """`asked(signs)`; `show_finding` gives the answer in words."""

    asked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line, self.notice = QLineEdit(), Notice(kit)
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # signs read from left to right in any language
        self.look, field = button(kit, LOOK, "search"), QWidget()
        field.setFocusProxy(self.line)
        self.labelled = Labelled(kit, HEAD, field, HINT)
        self.look.clicked.connect(self.submit)
        self.line.returnPressed.connect(self.submit)
        self.line.textChanged.connect(self._typed)
        row = QHBoxLayout(field)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self.labelled)
        column.addWidget(self.notice)

    def submit(self) -> None:
        """Ask for what was typed."""
        signs = "".join(self.line.text().split())
        if not set(signs.casefold()) <= _SIGNS or len(signs) < LEAST:
            self.labelled.complain(TOO_SHORT if len(signs) < LEAST else NO_SIGN)
            self.line.setFocus()
        else:
            self.asked.emit(signs)

    def show_finding(self, finding: "Finding") -> None:
        """Tell whether the history runs through it."""
        self.notice.tell(finding.tell, "attention" if finding.level == ERROR else "done")

    def _typed(self) -> None:
        self.labelled.settle()
        self.notice.clear()
