"""How far a copy of many rows has come, and the way to call it off."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.lists.copying import Copying
from snhr_desktop.ui.widgets import button, label

READY = N_("Copying: {done} of {total} rows")
CALL_OFF = N_("Call off the copy")
_FEW = 2_000
"""Rows that are copied before anybody could read how far it has come."""


class CopyLine(QWidget):
    """Hidden while nothing is copied, or only little."""

    def __init__(self, kit: Kit, copying: Copying, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._done = self._total = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._words = label(kit, self._say, "note")
        self.call_off = button(kit, CALL_OFF, "x", "quiet")
        self.call_off.clicked.connect(copying.give_up)
        row.addWidget(self._words)
        row.addWidget(self.call_off)
        copying.progressed.connect(self._show)
        copying.ended.connect(self.hide)
        self.hide()

    def _show(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        self._words.setText(self._kit.tongue.say(self._say))
        self.setVisible(total > _FEW)

    def _say(self, language: Language) -> str:
        return language.text(READY, done=language.number(self._done), total=language.number(self._total))
