"""A term that can be taken or left, shown as a chip that says so by a tick as well as by its colour."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from snhr_desktop.i18n import Message
from snhr_desktop.ui.forms.means import Means

_SHEET = """QToolButton {{ border: 1px solid {border}; border-radius: 13px; padding: 2px 10px; min-height: 20px;
  background: {surface}; color: {ink}; }}
QToolButton:hover {{ border-color: {accent}; }}
QToolButton:checked {{ background: {accent_soft}; border-color: {accent}; color: {accent}; font-weight: 600; }}
QToolButton:focus {{ border: 2px solid {accent}; padding: 1px 9px; }}"""


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
        means.kit.theme.on_change(self, self._wear)
        self.toggled.connect(self._draw)

    def _wear(self) -> None:
        palette = self._means.kit.theme.palette
        roles = ("border", "surface", "ink", "accent", "accent_soft")
        self.setStyleSheet(_SHEET.format(**{role: palette.colour(role) for role in roles}))

    def _draw(self, taken: bool) -> None:
        self._means.kit.theme.set_icon(self, "check" if taken else "plus", "accent" if taken else "faint", "accent")
        self.updateGeometry()
