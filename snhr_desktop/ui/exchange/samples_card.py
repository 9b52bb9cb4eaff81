"""The offer of sample records in a store that has none: for a first look."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Card, button

TITLE = N_("A first look")
NOTE = N_(
    "The store has no incidents yet. A few that were publicly reported come with the program, each with its source "
    "and without names. Loaded, they are records of this store like any other and are counted."
)
LOAD = N_("Load the publicly reported sample records")


class SamplesCard(Card):
    """Shown while the store is empty; `load` is its button."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, NOTE, parent)
        self.load = button(kit, LOAD, "inbox")
        self.head.addWidget(self.load)
        self.hide()
