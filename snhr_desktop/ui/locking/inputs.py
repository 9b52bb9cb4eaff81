"""Sees every key, movement, wheel and touch in any window of the application, dialogs and menus among them.

It listens at the native windows, through which the system hands everything in: a filter on the application itself
would be called for every event of every widget. Words from an input method come past the windows; they move the
cursor, which is heard of too.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow

from snhr_desktop.ui import keys

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove, QEvent.Type.TabletPress,
    }
)  # fmt: skip
_SHOWN = frozenset({QEvent.Type.Expose, QEvent.Type.FocusIn})


class Inputs(QObject):
    """`chords` are keys that act in every window: shortcuts of the main window are deaf behind a dialog or a menu."""

    stirred = Signal()
    """A person did something."""
    shown = Signal()
    """A window came to sight or to the front, perhaps after the computer woke."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.chords: Mapping[str, Callable[[], None]] = {}
        QGuiApplication.instance().focusWindowChanged.connect(self._meet)  # type: ignore[union-attr]
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self.stirred)

    def adopt(self) -> None:
        """Listen at the windows that came since; a filter that is there already is only moved."""
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of what a person does, and take the keys that act everywhere."""
        kind = event.type()
        if kind in _INPUT:
            self.stirred.emit()
            if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._answer(event)
        elif kind in _SHOWN:
            self.shown.emit()
        return False

    def _meet(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _answer(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = keys.on_latin_layout(event) or QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
        act = self.chords.get(pressed.toString(QKeySequence.SequenceFormat.PortableText))
        if act is None:
            return False
        if not event.isAutoRepeat():
            act()
        return True
