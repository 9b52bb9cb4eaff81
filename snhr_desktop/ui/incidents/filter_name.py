"""Asks for the name of a filter: of one to be kept, or another name for one that is kept already."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.store.saved_filters import NAME_LENGTH, cleaned
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Dialog, Labelled, button

NAME = N_("Name of the filter")
REPLACES = N_("There is a filter of this name; saving puts this one in its place.")
_WIDTH = 420


class FilterName(Dialog):
    """`act` is called with what was typed, and with what to do once the store has it or refuses it."""

    def __init__(self, kit: Kit, title: Words, taken: frozenset[str], name: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self._taken, self._own = taken, name
        self.act: Callable[[str, FilterName], None] = lambda _name, _dialog: None
        self.field = QLineEdit(name)
        self.field.setMaxLength(NAME_LENGTH)
        self.line = Labelled(kit, NAME, self.field)
        self.save, self.cancel = button(kit, N_("Save"), "check", "primary"), button(kit, N_("Cancel"))
        self.save.setDefault(True)
        self.save.clicked.connect(self._submit)
        self.cancel.clicked.connect(self.reject)
        self.field.textChanged.connect(self._look)
        kit.tongue.bind(self, windowTitle=title)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        column.addWidget(self.line)
        column.addLayout(row)
        kit.theme.measure(self, minimumWidth=_WIDTH)
        self._look(name)

    def refused(self, refusal: Refusal) -> None:
        """Tell beside the field why the name cannot be had."""
        self.line.complain(refusal.tell)

    def _look(self, typed: str) -> None:
        name = cleaned(typed)
        self.save.setEnabled(bool(name))
        if name in self._taken and name != self._own and not self._own:
            self.line.advise(REPLACES)
        else:
            self.line.settle()

    def _submit(self) -> None:
        self.act(self.field.text(), self)
