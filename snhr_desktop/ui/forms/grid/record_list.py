"""A list of records of one type: the grid, what can be done with its rows, and the current row's further fields."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.records import CHILDREN, STATES
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import N_
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.forms.grid.detail_panel import DetailPanel
from snhr_desktop.ui.forms.grid.grid_view import GridView
from snhr_desktop.ui.forms.grid.record_rows import RecordRows
from snhr_desktop.ui.forms.grid.row import Row
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.forms.sections import Listing
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import button, icon_button

SUGGEST, SUGGEST_KEY = with_key(N_("English names"), "Ctrl+E"), "Ctrl+E"
SUGGEST_HINT = N_("Write the usual English spelling of each Arabic name where none is given; correct it where needed")
_TYPES = {**CHILDREN, **STATES}


class RecordList(QWidget):
    """Made from a `Listing` and the fields its record type declares; nothing here knows one type from another.

    `undo` is the stack of the entry it is a part of; a list that stands alone has its own.
    """

    edited = Signal()
    shown = Signal()
    """Something in it was undone or done again."""

    def __init__(
        self,
        means: Means,
        listing: Listing,
        widths: Mapping[str, int],
        parent: QWidget | None = None,
        undo: QUndoStack | None = None,
    ) -> None:
        super().__init__(parent)
        self._own = undo is None
        self._undo = undo or QUndoStack(self)
        columns = tuple(listing.columns)
        self.rows = RecordRows(means, _TYPES[listing.name], columns, listing.heads, self._undo, self)
        self.rows.suggests = listing.suggests
        self.grid = GridView(means, self.rows, tuple(listing.columns.values()), self)
        self.details = DetailPanel(means, self.rows, widths, self)
        means.kit.tongue.bind(self.grid, accessibleName=listing.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.grid)
        column.addLayout(self._acts(means))
        column.addWidget(self.details)
        self.grid.turned.connect(self.details.show_row)
        self.rows.edited.connect(self._changed)
        self.rows.shown.connect(self._show)
        self.details.show_row(0)
        self.setFocusProxy(self.grid)

    def load(self, raws: Iterable[Mapping[str, Any]]) -> None:
        """Show records."""
        self.rows.load(raws)
        if self._own:
            self._undo.clear()
        self.grid.go_to(0)
        self.details.show_row(0)
        self.details.read()

    def dump(self) -> list[dict[str, Any]]:
        """What the rows say, blank ones left out."""
        return [dict(row.raw) for row in self.rows.kept()]

    def show_problems(self, problems: Sequence[Problem], tried: bool) -> None:
        """Mark cells and editors."""
        self.rows.show_problems(problems, tried)
        self.details.read()

    def go_to(self, problem: Problem) -> None:
        """Bring a problem's cell or editor into focus."""
        kept = self.rows.kept()
        row = self.rows.rows.index(kept[problem.row]) if problem.row < len(kept) else 0
        names = [field.name for field in self.rows.columns]
        self.grid.go_to(row, names.index(problem.field) if problem.field in names else 0)
        target = self.details.editors.get(problem.field, self.grid)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add_row(self) -> None:
        """A blank row at the end; a blank one that stands there already will do."""
        if not self.rows.rows[-1].blank():
            self.rows.add(len(self.rows.rows))
        self._land(len(self.rows.rows) - 1)

    def duplicate_row(self) -> None:
        """Another record that says the same, below the current one."""
        at = self.grid.currentIndex().row()
        self.rows.add(at + 1, self.rows.rows[at].copy())
        self._land(at + 1)

    def remove_row(self) -> None:
        """Take the current row out; it comes back by undo."""
        at = self.grid.currentIndex().row()
        if at < 0:
            return
        self.rows.remove(at)
        if not self.rows.rows:
            self.rows.insert(0, Row())
        self._land(min(at, len(self.rows.rows) - 1))

    def _land(self, row: int) -> None:
        self.grid.go_to(row, 0)
        self.details.show_row(row)
        self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, row: int) -> None:
        """Something was undone there: a person has to see it."""
        self.grid.go_to(max(0, min(row, len(self.rows.rows) - 1)), max(0, self.grid.currentIndex().column()))
        self.shown.emit()

    def _changed(self) -> None:
        self.details.show_row(self.grid.currentIndex().row())
        self.details.read()
        self.edited.emit()

    def _add_suggesting(self, means: Means, row: QHBoxLayout) -> None:
        names = button(means.kit, SUGGEST, "languages", "quiet", SUGGEST_HINT)
        names.clicked.connect(self.rows.take_suggestions)
        names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(names)
        shortcut = QShortcut(QKeySequence(SUGGEST_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.rows.take_suggestions)

    def _acts(self, means: Means) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        add = button(means.kit, N_("Add a row"), "plus", "quiet")
        add.clicked.connect(self.add_row)
        add.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(add)
        if self.rows.suggests:
            self._add_suggesting(means, row)
        row.addStretch()
        acts: tuple[tuple[Words, str, str, Callable[[], None]], ...] = (
            (N_("Duplicate the row (Ctrl+D)"), "copy", "Ctrl+D", self.duplicate_row),
            (N_("Remove the row (Ctrl+Delete)"), "trash-2", "Ctrl+Delete", self.remove_row),
            (N_("Undo (Ctrl+Z)"), "undo-2", "Ctrl+Z" if self._own else "", self._undo.undo),
            (N_("Redo (Ctrl+Y)"), "redo-2", "Ctrl+Y" if self._own else "", self._undo.redo),
        )
        for words, icon, keys, act in acts:
            made = icon_button(means.kit, words, icon)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(act)
            row.addWidget(made)
            if keys:
                shortcut = QShortcut(QKeySequence(keys), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(act)
        return row
