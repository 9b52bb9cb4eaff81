"""Asks for the name of a filter: of one to be kept, or another name for one that is kept already."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Message
from snhr_desktop.store.saved_filters import NAME_LENGTH, cleaned
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.widgets import Labelled
from snhr_desktop.workspace import FiltersChanged, Workspace

NAME, SAVE = N_("Name of the filter"), N_("Save")
REPLACES = N_("There is a filter of this name; saving puts this one in its place.")


class FilterName(FormDialog):
    """`keeping` keeps the filter under the name that was typed; `kept` hears the name once the store has it."""

    def __init__(
        self,
        desk: Desk,
        title: Message,
        taken: frozenset[str],
        keeping: Callable[[Workspace, str], FiltersChanged],
        kept: Callable[[str], None],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, title, SAVE, parent=parent)
        self._taken, self._own, self._keeping, self._kept = taken, name, keeping, kept
        self.field = QLineEdit(name)
        self.field.setMaxLength(NAME_LENGTH)
        self.line = Labelled(desk.kit, NAME, self.field)
        self.body.addWidget(self.line)
        self.field.textChanged.connect(self._look)
        self._look(name)
        self.keep(f"filter {name}", name=self.field)
        self.field.setFocus()

    def submit(self) -> None:
        """Keep it under the name that was typed."""
        name = self.field.text()

        def done(_: FiltersChanged) -> None:
            self.accept()
            self._kept(name)

        self.change(lambda workspace: self._keeping(workspace, name), done)

    def refuse(self, refusal: Refusal) -> None:
        """Tell beside the field why the name cannot be had."""
        self.allow(True)
        self.line.complain(refusal.tell)

    def _look(self, typed: str) -> None:
        name = cleaned(typed)
        self.allow(bool(name))
        if name in self._taken and name != self._own and not self._own:
            self.line.advise(REPLACES)
        else:
            self.line.settle()
