"""A term that can be taken or left, shown as a chip that says so by a tick as well as by its colour."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from snhr_desktop.i18n import Message
from snhr_desktop.ui.forms.means import Means


class Chip(QToolButton):
    """`code` is the term's."""

    def __init__(self, means: Means, code: str, words: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self.setProperty("kind", "choice")
        self._means = means
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        means.kit.theme.set_icon(self, "plus", "faint", "accent")
        means.kit.tongue.bind(self, text=words, accessibleName=words)
        self.toggled.connect(self._draw)

    def _draw(self, taken: bool) -> None:
        self._means.kit.theme.set_icon(self, "check" if taken else "plus", "accent" if taken else "faint", "accent")
        self.updateGeometry()
