"""The band that says a store holds made-up records: calm, and always there."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import label, picture

TRAINING = N_("TRAINING: this store is for practice. Its records are made up and must not be published.")


class TrainingBand(QFrame):
    """Shown above every page of a training store; nobody can close it."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "training")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.addWidget(picture(kit, "triangle-alert", "amber", 16))
        row.addWidget(label(kit, TRAINING, wrap=True), 1)
        self.hide()
