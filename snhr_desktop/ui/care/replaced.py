"""The band that says a store is not the one this computer last saw."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from snhr_desktop.domain.rights import ACCEPT
from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import PlainLabel, button, picture

if TYPE_CHECKING:
    from snhr_desktop.store.seen import Replaced
    from snhr_desktop.ui.care.accept_dialog import AcceptDialog

OPEN = N_("Accept this copy…")


class ReplacedBand(QFrame):
    """Stands above every page until the copy is accepted; nobody can close it."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._desk: Desk | None = None
        self.setProperty("kind", "training")
        self.words, self.accept = PlainLabel(wrap=True), button(kit, OPEN)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.addWidget(picture(kit, "triangle-alert", "amber", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        row.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignTop)
        self.accept.clicked.connect(self.ask)
        self.hide()

    def look(self, desk: Desk) -> None:
        """Ask an open store whether it is the one that was last seen, and say so where it is not."""
        self._desk = desk
        self.accept.setVisible(desk.operations.may(ACCEPT) and not desk.operations.info.read_only)
        desk.operations.ask(lambda workspace: workspace.replaced(), self._show, owner=self)

    def ask(self) -> "AcceptDialog | None":
        """Open the window that accepts the copy."""
        from snhr_desktop.ui.care.accept_dialog import AcceptDialog  # the band is there before any store is open

        if self._desk is None:
            return None
        dialog = AcceptDialog(self._desk, self.window())
        dialog.accepted.connect(self.hide)
        dialog.open()
        return dialog

    def _show(self, found: "Replaced | None") -> None:
        from snhr_desktop.workspace.replacing import say_replaced

        if found:
            self._kit.tongue.bind(self.words, text=partial(say_replaced, found))
        self.setVisible(found is not None)
