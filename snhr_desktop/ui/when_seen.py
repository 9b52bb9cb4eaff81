"""An act on what a widget shows, put off while nobody sees the widget."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class WhenSeen(QObject):
    """Called, it acts at once if the widget is visible, else once when the widget is shown again.

    A switch of language or colours would otherwise wait for every page that was ever opened.
    """

    def __init__(self, widget: QWidget, act: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._act = widget, act
        self._due = False
        widget.installEventFilter(self)

    def __call__(self) -> None:
        """Act now or when it can be seen."""
        self._due = not self._widget.isVisible()
        if not self._due:
            self._act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act when the widget is about to be seen."""
        if self._due and event.type() == QEvent.Type.Show:
            self._due = False
            self._act()
        return super().eventFilter(watched, event)
