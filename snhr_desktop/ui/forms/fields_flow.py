"""Editors set in rows: two columns at most, short figures sharing one, long matter across both."""

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QGridLayout

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choices, SiteKind, Text
from snhr_desktop.ui.forms.editors import FieldEditor

COLUMNS = 12
_HALF = COLUMNS // 2


def width_of(field: Field) -> int:
    """How much of a row a field takes, in twelfths."""
    if isinstance(field.kind, Choices | SiteKind):
        return COLUMNS
    long = isinstance(field.kind, Text) and field.kind.lines and not field.language
    return COLUMNS if long else _HALF


def lay_out(editors: Iterable[FieldEditor], widths: Mapping[str, int]) -> QGridLayout:
    """The editors in their order; one that does not fit begins a row. `widths` are the exceptions, by field."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(12)
    for column in range(COLUMNS):
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column, 1)
    row = at = 0
    for editor in editors:
        width = widths.get(editor.field.name) or width_of(editor.field)
        if at + width > COLUMNS:
            row, at = row + 1, 0
        grid.addWidget(editor, row, at, 1, width)
        at += width
    return grid
