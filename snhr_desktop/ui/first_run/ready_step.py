"""The last step: what to do first."""

from PySide6.QtWidgets import QGridLayout

from snhr_desktop.i18n import N_, piece
from snhr_desktop.ui.first_run.step import Step
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import PlainLabel, label

_MADE = N_("The store is made. Put the recovery sheet where it is kept, before the first record is entered.")
_FIRST = (
    ("Ctrl+N", N_("Enter the first incident; what you type is kept as a draft at once")),
    ("Ctrl+K", N_("Find anything that was entered")),
    ("Ctrl+Shift+L", N_("Lock the store")),
    (
        "Ctrl+Shift+Del",
        N_("Emergency: destroys the keys of this store after one question; only a copy kept elsewhere is left"),
    ),
    ("F1", N_("The help: all keys, how counting works, what is protected and what is not")),
)


class ReadyStep(Step):
    """Leads into the store."""

    title = N_("Ready")
    on = N_("Open the store")

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setColumnStretch(1, 1)
        for row, (key, does) in enumerate(_FIRST):
            pressed = PlainLabel("label")
            pressed.setText(piece(key))
            grid.addWidget(pressed, row, 0)
            grid.addWidget(label(kit, does, wrap=True), row, 1)
        self.column.addWidget(label(kit, _MADE, wrap=True))
        self.column.addLayout(grid)
