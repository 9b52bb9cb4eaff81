"""Below the way in: the assistants for who cannot go in, because the store is damaged or gone."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.widgets import button

if TYPE_CHECKING:
    from snhr_desktop.store.restore.trying import Tried
    from snhr_desktop.ui.care.restore_dialog import RestoreDialog
    from snhr_desktop.ui.care.salvage_dialog import SalvageDialog

RESTORE, SALVAGE = N_("Restore a backup…"), N_("Salvage a damaged store…")


class RescueLine(QWidget):
    """`chosen` gives the folder that is to be opened; `rescued(Path)` is the one that stands now."""

    rescued = Signal(object)

    def __init__(
        self, kit: Kit, worker: Worker, chosen: Callable[[], Path | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit, self._worker, self._chosen = kit, worker, chosen
        self.restore, self.salvage = button(kit, RESTORE, kind="link"), button(kit, SALVAGE, kind="link")
        self.restore.clicked.connect(self.open_restore)
        self.salvage.clicked.connect(self.open_salvage)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for door in (self.restore, self.salvage):
            row.addWidget(door)
        row.addStretch(1)

    def open_restore(self) -> "RestoreDialog":
        """Open the assistant of restoring."""
        from snhr_desktop.ui.care.restore_dialog import RestoreDialog  # the way in shows without it

        folder = self._chosen()
        present = folder if folder and folder.suffix == ".snhr" else None
        dialog = RestoreDialog(self._kit, self._worker, present, parent=self)
        dialog.rescued.connect(self.rescued)
        dialog.instead.connect(self._put_in_place)
        dialog.open()
        return dialog

    def open_salvage(self) -> "SalvageDialog":
        """Open the assistant of salvage."""
        from snhr_desktop.ui.care.salvage_dialog import SalvageDialog

        dialog = SalvageDialog(self._kit, self._worker, self._chosen(), self)
        dialog.rescued.connect(self.rescued)
        dialog.open()
        return dialog

    def _put_in_place(self, tried: "Tried") -> None:
        self._worker.run(tried.put_in_place_of_present, lambda _: self.rescued.emit(tried.target), owner=self)
