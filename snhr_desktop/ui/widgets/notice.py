"""A bar that tells what happened, what is safe and what to do next; it stays until it is read."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Message
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.problems import say_refusal
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets.buttons import icon_button
from snhr_desktop.ui.widgets.plain_label import PlainLabel

_NOTHING = Message("")
_TONES = {
    "attention": ("triangle-alert", "amber"),
    "done": ("circle-check", "green"),
    "told": ("info", "accent"),
}


class Notice(QFrame):
    """Hidden while there is nothing to tell."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setProperty("kind", "notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(10)
        self._picture, self._words = PlainLabel(), PlainLabel(wrap=True)
        for beside in (self._picture, self._words):
            beside.setContentsMargins(0, 6, 0, 6)  # the first line level with the button that closes
        close = icon_button(kit, N_("Close this message"), "x")
        close.clicked.connect(self.clear)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._close = close
        self.hide()

    def tell(self, words: Words, tone: str = "told", closable: bool = True) -> None:
        """Show the words in a tone: `told`, `done` or `attention`."""
        icon, role = _TONES[tone]
        self._kit.tongue.bind(self._words, text=words)
        self._kit.tongue.bind(self, accessibleName=words)
        self._kit.theme.set_picture(self._picture, icon, role)
        self._close.setVisible(closable)
        mark(self, tone=tone)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def refuse(self, refusal: Refusal) -> None:
        """Show a refusal of the world, in whichever language is spoken while it stands."""
        self.tell(partial(say_refusal, refusal), "attention")

    def clear(self) -> None:
        """Show nothing, and keep nothing of what was told: it may have named a record."""
        self.hide()
        self._kit.tongue.bind(self._words, text=_NOTHING)
        self._kit.tongue.bind(self, accessibleName=_NOTHING)

    def text(self) -> str:
        """What is told now; empty when nothing is."""
        return "" if self.isHidden() else self._words.text()
