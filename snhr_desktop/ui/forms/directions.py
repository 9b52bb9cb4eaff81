"""From which side a field is written: by the language it is kept in, else by its first letter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from snhr_desktop.i18n import first_strong

_SIDES = {"ar": Qt.LayoutDirection.RightToLeft, "en": Qt.LayoutDirection.LeftToRight}
_BY_LETTER = {"rtl": Qt.LayoutDirection.RightToLeft, "ltr": Qt.LayoutDirection.LeftToRight}


def direct_text(widget: QWidget, language: str, text: str, rtl: bool) -> None:
    """Words: the field's own language decides, then the first letter typed, then the interface (`rtl` or not)."""
    interface = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    _turn(widget, _SIDES.get(language) or _BY_LETTER.get(first_strong(text)) or interface)


def direct_figures(line: QLineEdit, text: str, rtl: bool) -> None:
    """Figures: "-3" and "2018-03-20..2018-03-22" run from left to right and stand where the interface begins."""
    side = _BY_LETTER.get(first_strong(text), Qt.LayoutDirection.LeftToRight)
    _turn(line, side)
    mirrored = (side == Qt.LayoutDirection.RightToLeft) != rtl
    leading = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    line.setAlignment(leading | Qt.AlignmentFlag.AlignVCenter)


def _turn(widget: QWidget, side: Qt.LayoutDirection) -> None:
    if not widget.testAttribute(Qt.WidgetAttribute.WA_SetLayoutDirection):
        # an empty line learns its side from a change alone, and else takes that of the keyboard
        other = side == Qt.LayoutDirection.LeftToRight
        widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft if other else Qt.LayoutDirection.LeftToRight)
    widget.setLayoutDirection(side)
