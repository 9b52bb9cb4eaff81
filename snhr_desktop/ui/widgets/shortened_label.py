"""A label of one line that gives way: what does not fit ends in an ellipsis, and is read in full where one points."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent

from snhr_desktop.ui.shortening import shortened
from snhr_desktop.ui.widgets.plain_label import PlainLabel

_LEAST = 6
"""Letters of average width that stay."""


class ShortenedLabel(PlainLabel):
    """Takes the room that there is; screen readers are told all of it. Bind the same words as its tool tip."""

    def minimumSizeHint(self) -> QSize:
        """A few letters, or all of it where that is less."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), _LEAST * self.fontMetrics().averageCharWidth()), whole.height())

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        """Draw what fits."""
        room = self.contentsRect()
        shown = shortened(self.fontMetrics(), self.text(), room.width())
        painter = QPainter(self)
        self.drawFrame(painter)
        self.style().drawItemText(
            painter, room, self.alignment(), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
        painter.end()
