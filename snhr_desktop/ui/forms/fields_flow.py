"""Editors set in rows: two columns at most, short figures sharing one, long matter across both."""

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

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


def lay_out(editors: Iterable[FieldEditor], widths: Mapping[str, int]) -> QVBoxLayout:
    """The editors in their order; one that does not fit begins a row. `widths` are the exceptions, by field."""
    rows = QVBoxLayout()
    rows.setSpacing(12)
    row, taken = _row(rows), 0
    for editor in editors:
        width = widths.get(editor.field.name) or width_of(editor.field)
        if taken + width > COLUMNS:
            _fill(row, taken)
            row, taken = _row(rows), 0
        # so that long words in one row do not move the columns of the others
        editor.setSizePolicy(QSizePolicy.Policy.Ignored, editor.sizePolicy().verticalPolicy())
        row.addWidget(editor, width)
        taken += width
    _fill(row, taken)
    return rows


def _row(rows: QVBoxLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    rows.addLayout(row)
    return row


def _fill(row: QHBoxLayout, taken: int) -> None:
    if taken < COLUMNS:
        row.addWidget(QWidget(), COLUMNS - taken)
