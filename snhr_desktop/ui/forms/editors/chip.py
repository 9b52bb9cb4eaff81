"""A term that can be taken or left, shown as a chip that says so by a tick as well as by its colour."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from snhr_desktop.i18n import Message
from snhr_desktop.look import Palette
from snhr_desktop.ui.forms.means import Means


def chip_sheet(p: Palette) -> str:
    """How chips look, for the widget that holds them."""
    return f"""
QToolButton {{ border: 1px solid {p.border}; border-radius: 13px; padding: 2px 10px; min-height: 20px;
  background: {p.surface}; color: {p.ink}; }}
QToolButton:hover {{ border-color: {p.accent}; }}
QToolButton:checked {{ background: {p.accent_soft}; border-color: {p.accent}; color: {p.accent}; font-weight: 600; }}
QToolButton:focus {{ border: 2px solid {p.accent}; padding: 1px 9px; }}"""


class Chip(QToolButton):
    """`code` is the term's."""

    def __init__(self, means: Means, code: str, words: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self._means = means
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(12, 12))
        means.kit.theme.set_icon(self, "plus", "faint", "accent")
        means.kit.tongue.bind(self, text=words, accessibleName=words)
        self.toggled.connect(self._draw)

    def _draw(self, taken: bool) -> None:
        self._means.kit.theme.set_icon(self, "check" if taken else "plus", "accent" if taken else "faint", "accent")
        self.updateGeometry()
