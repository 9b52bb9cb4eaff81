"""Buttons that say the act."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.style import BUTTON_KINDS
from snhr_desktop.ui.tongue import Words

_ICON_ROLES = {"primary": "on_accent", "link": "accent"}


def button(kit: Kit, words: Words, icon: str = "", kind: str = "", hint: Words | None = None) -> QPushButton:
    """A button with words; `kind` is one of `style.BUTTON_KINDS`, `primary` once on a page at most."""
    if kind not in BUTTON_KINDS:
        raise ValueError(kind)
    made = kit.tongue.bind(QPushButton(), text=words)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    if icon:
        kit.theme.set_icon(made, icon, _ICON_ROLES.get(kind, "muted"))
    if hint is not None:
        kit.tongue.bind(made, toolTip=hint)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def icon_button(kit: Kit, words: Words, icon: str, chosen: str = "") -> QToolButton:
    """A button with an icon alone; its words are its tool tip and what a screen reader says."""
    made = kit.tongue.bind(QToolButton(), toolTip=words, accessibleName=words)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    kit.theme.set_icon(made, icon, "muted", chosen)
    return made
