"""What stands above every page for as long as it is so: training, another copy than the last seen, damage."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.ui.care.replaced import ReplacedBand
from snhr_desktop.ui.damaged_band import DamagedBand
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.training_band import TrainingBand


class Bands(QWidget):
    """`begin` with an open store; `rest` once none is open."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.training, self.replaced, self.damaged = TrainingBand(kit), ReplacedBand(kit), DamagedBand(kit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for band in (self.training, self.replaced, self.damaged):
            column.addWidget(band)

    def begin(self, desk: Desk) -> None:
        """Say what is so of a store that was opened."""
        self.training.setVisible(desk.operations.info.training)
        self.replaced.look(desk)
        self.damaged.watch(desk)

    def rest(self) -> None:
        """Say nothing."""
        self.training.hide()
        self.replaced.hide()
        self.damaged.watch(None)
