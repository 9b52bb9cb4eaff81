"""The band that says damage was met in the open store: what can still be done here, and what to do next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import button, label, picture

DAMAGED = N_(
    "Damage was met in this store. What can be read is still shown, and nothing more is saved. Make a copy of the "
    "folder, then restore the latest backup, or salvage what can be read."
)
OPEN = N_("Open the care of the store")


class DamagedBand(QFrame):
    """Stands above every page from then on, until the store is opened anew; nobody can close it."""

    met = Signal()
    """Nothing is written any more."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self.setProperty("kind", "training")
        self.words, self.door = label(kit, DAMAGED, wrap=True), button(kit, OPEN, kind="link")
        self.door.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.addWidget(picture(kit, "triangle-alert", "amber", 16))
        row.addWidget(self.words, 1)
        row.addWidget(self.door)
        self.hide()

    def watch(self, desk: Desk | None) -> None:
        """Look after an open store, or after none."""
        self._desk = desk
        self.hide()

    def look(self, busy: bool) -> None:
        """Whether damage was met by now; asked whenever all that was asked of the store is answered."""
        if not busy and self._desk is not None and self.isHidden() and self._desk.operations.info.damaged:
            self.show()
            self.met.emit()

    def _open(self) -> None:
        if self._desk is not None:
            self._desk.open("care")
