"""A row that is one button: words at its leading end, numbers in columns at its trailing end."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import PlainLabel

BEHIND = N_("Show the records behind this number")
INDENT = 4
"""Room at either end of a row, px; a heading above rows is set in by as much."""


class RowDoor(QPushButton):
    """`clicked` is the wish to see the records. Words and numbers are shown with `show_words` and `show_cells`."""

    def __init__(self, kit: Kit, widths: Sequence[int] = (), role: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setProperty("kind", "quiet")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words, self._note = PlainLabel(role, wrap=True), PlainLabel("note", wrap=True)
        self._cells = tuple(PlainLabel(role) for _ in widths)
        self._row = self._lay_out(widths)
        kit.tongue.bind(self, toolTip=BEHIND)

    @property
    def row(self) -> QHBoxLayout:
        """Where something more may be put in between."""
        return self._row

    def show_words(self, words: str, note: str = "") -> None:
        """Show what the row is about, in the language spoken now, and a small line below it."""
        self._words.setText(words)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._name()

    def show_cells(self, *cells: str) -> None:
        """Show the numbers, one for each width."""
        for shown, cell in zip(self._cells, cells, strict=True):
            shown.setText(cell)
        self._name()

    def texts(self) -> tuple[str, ...]:
        """What the row says: its words and its numbers."""
        return (self._words.text(), *(cell.text() for cell in self._cells))

    def hasHeightForWidth(self) -> bool:
        """Words take two lines where there is no room for one."""
        return True

    def heightForWidth(self, arg__1: int) -> int:
        """As its lines need at that width."""
        return self._row.heightForWidth(arg__1)

    def sizeHint(self) -> QSize:
        """As its lines need; a button alone would not ask them."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As its lines need."""
        return self._row.minimumSize()

    def _lay_out(self, widths: Sequence[int]) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words)
        words.addWidget(self._note)
        self._note.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(INDENT, 4, INDENT, 4)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for cell, width in zip(self._cells, widths, strict=True):
            self._kit.theme.measure(cell, minimumWidth=width)
            cell.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(cell)
        for shown in (self._words, self._note, *self._cells):
            shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return row

    def _name(self) -> None:
        said = [text for text in (*self.texts(), self._note.text()) if text]
        self.setAccessibleName(": ".join((said[0], ", ".join(said[1:]))) if len(said) > 1 else "".join(said))
