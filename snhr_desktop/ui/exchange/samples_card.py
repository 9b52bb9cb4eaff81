"""The offer of sample records: for a first look at an empty store, and for practice in a store for training."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Card, button, label

TITLE = N_("A first look")
NOTE = N_(
    "The store has no incidents yet. A few that were publicly reported come with the program, each with its source "
    "and without names. Loaded, they are records of this store like any other and are counted."
)
TRAINING = N_(
    "A few incidents that were publicly reported come with the program, each with its source and without names. "
    "They can be loaded into this store for training; what is loaded already stays as it is."
)
IN_USE = N_(
    "The sample records are no longer offered: this store holds records of your own, and published ones would be "
    "counted among them. Make a store for training to look at them."
)
LOAD = N_("Load the publicly reported sample records")


class SamplesCard(Card):
    """`load` is its button; in a store in use it is a quiet line that says why there is none."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, parent=parent)
        self._kit = kit
        self._note = label(kit, NOTE, "note", wrap=True)
        self.body.addWidget(self._note)
        self.load = button(kit, LOAD, "inbox")
        self.head.addWidget(self.load)
        self.hide()

    def offer(self, *, empty: bool, training: bool) -> None:
        """Offer the samples where nothing real can be mixed with them, else say why not."""
        self._kit.tongue.bind(self._note, text=NOTE if empty else TRAINING if training else IN_USE)
        self.load.setVisible(empty or training)
        self.show()
