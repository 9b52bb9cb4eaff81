"""Which records a file is kept with, and the two acts that change that: with another too, and no more with this one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.editors.flow_layout import FlowLayout
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.rights import close_off, may_write
from snhr_desktop.ui.widgets import PlainLabel, button, label

TITLE = N_("Kept with")
ADD, TAKE = N_("Also keep with another record…"), N_("Take from this record…")


class KeptWith(QWidget):
    """`add` and `take` are its buttons; hidden until it is known, and for an entry that was never saved."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, kit = desk, desk.kit
        self.records = PlainLabel(wrap=True)
        self.records.allow_copying(kit)
        self.add, self.take = button(kit, ADD, "plus", "quiet"), button(kit, TAKE, "x", "quiet")
        close_off(kit.tongue, desk.operations, self.add, self.take)
        acts = QWidget()
        flow = FlowLayout(parent=acts)
        for act in (self.add, self.take):
            flow.addWidget(act)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(kit, TITLE, "label"))
        column.addWidget(self.records)
        column.addWidget(acts)
        self.hide()

    def show_records(self, references: Sequence[str]) -> None:
        """Name them."""
        self._desk.tongue.bind(self.records, text=partial(_named, tuple(references)))
        self.setVisible(bool(references))

    def free(self, free: bool) -> None:
        """Let them be pressed, or not while something is saved."""
        for act in (self.add, self.take):
            act.setEnabled(free and may_write(self._desk.operations))


def _named(references: tuple[str, ...], language: Language) -> str:
    return language.join([say_code(one) for one in references])
