"""From which side a field is written: by the language it is kept in, else by its first letter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from snhr_desktop.i18n import first_strong

_SIDES = {"ar": Qt.LayoutDirection.RightToLeft, "en": Qt.LayoutDirection.LeftToRight}
_BY_LETTER = {"rtl": Qt.LayoutDirection.RightToLeft, "ltr": Qt.LayoutDirection.LeftToRight}


def direct_text(widget: QWidget, language: str, text: str) -> None:
    """Words: the field's own language decides, then the first letter typed, then the interface."""
    side = _SIDES.get(language) or _BY_LETTER.get(first_strong(text))
    if side is None:
        widget.unsetLayoutDirection()
    else:
        widget.setLayoutDirection(side)


def direct_figures(line: QLineEdit, text: str, rtl: bool) -> None:
    """Figures: "-3" and "2018-03-20..2018-03-22" run from left to right and stand where the interface begins."""
    side = _BY_LETTER.get(first_strong(text), Qt.LayoutDirection.LeftToRight)
    line.setLayoutDirection(side)
    mirrored = (side == Qt.LayoutDirection.RightToLeft) != rtl
    leading = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    line.setAlignment(leading | Qt.AlignmentFlag.AlignVCenter)
