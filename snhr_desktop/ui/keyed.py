"""A button of a page with a key: the key is told with its words, and works wherever the focus is on the page."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words


def give_key(kit: Kit, page: QWidget, act: QPushButton, words: Words, key: str) -> None:
    """Let a key press a button of a page while the page is in sight; one that is closed or hidden is not pressed."""
    kit.tongue.bind(act, toolTip=with_key(words, key))

    def press() -> None:
        if act.isVisible():
            act.click()

    QShortcut(QKeySequence(key), page).activated.connect(press)
