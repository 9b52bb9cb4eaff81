"""Text that has no room ends in an ellipsis, on the side where the text itself ends."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from snhr_desktop.i18n import bare, first_strong, piece


def shortened(metrics: QFontMetrics, text: str, room: int) -> str:
    """As much of a text as there is room for, px; a Latin name in an Arabic column keeps its ellipsis at its end."""
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    return piece(bare(shown)) if shown != text and first_strong(bare(text)) == "ltr" else shown
