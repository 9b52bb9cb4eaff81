"""What to do when something went wrong: a backup from elsewhere, and a damaged store."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Card, button

TITLE = N_("If something went wrong")
NOTE = N_(
    "A backup is tried and compared before anything is restored. From a damaged store everything that can be read is "
    "brought into a new one, and what is lost is listed; the damaged one is only read."
)
RESTORE, SALVAGE = N_("Restore a backup…"), N_("Salvage a damaged store…")


class RescueCard(Card):
    """`restore` and `salvage` are its buttons."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, NOTE, parent)
        self.restore, self.salvage = button(kit, RESTORE, "history"), button(kit, SALVAGE, "stethoscope")
        row = QHBoxLayout()
        for act in (self.restore, self.salvage):
            row.addWidget(act, 0, Qt.AlignmentFlag.AlignLeading)
        row.addStretch(1)
        self.body.addLayout(row)
