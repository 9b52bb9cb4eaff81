"""The keys of the form: each is on an Arabic keyboard too."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def give_keys(form: QWidget, acts: dict[str, Callable[[], None]]) -> None:
    """Let each key do its act while the focus is anywhere in the form."""
    for keys, act in acts.items():
        shortcut = QShortcut(QKeySequence(keys), form)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
