"""The band that says a store is not the one this computer last saw, or its keys are not those that were set last."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from snhr_desktop.domain.rights import ACCEPT
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.rights import may_write
from snhr_desktop.ui.widgets import PlainLabel, button, picture

if TYPE_CHECKING:
    from snhr_desktop.store.seen import Replaced
    from snhr_desktop.ui.care.accept_dialog import AcceptDialog
    from snhr_desktop.workspace import Finding

OPEN = N_("Accept this copy…")


class ReplacedBand(QFrame):
    """Stands above every page until the copy is accepted, or all keys were made anew; nobody can close it."""

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
        """Ask an open store whether it and its keys are those last seen and set, and say where they are not."""
        self._desk = desk
        desk.operations.ask(
            lambda workspace: (workspace.replaced(), workspace.keys_put_back()),
            lambda told: self._show(*told),
            owner=self,
        )

    def ask(self) -> "AcceptDialog | None":
        """Open the window that accepts the copy."""
        from snhr_desktop.ui.care.accept_dialog import AcceptDialog  # the band is there before any store is open

        if self._desk is None:
            return None
        dialog = AcceptDialog(self._desk, self.window())
        dialog.accepted.connect(self._look_again)
        dialog.open()
        return dialog

    def _look_again(self) -> None:
        if self._desk is not None:
            self.look(self._desk)

    def _show(self, replaced: "Replaced | None", keys: "Finding | None") -> None:
        if self._desk is None:
            return
        operations = self._desk.operations
        self.accept.setVisible(replaced is not None and may_write(operations, ACCEPT))
        self._kit.tongue.bind(self.words, text=partial(_say, replaced, keys))
        self.setVisible(bool(replaced or keys))


def _say(replaced: "Replaced | None", keys: "Finding | None", language: Language) -> str:
    from snhr_desktop.workspace.replacing import say_replaced

    told = [say_replaced(replaced, language)] if replaced else []
    return "\n".join([*told, *([keys.tell(language)] if keys else [])])
