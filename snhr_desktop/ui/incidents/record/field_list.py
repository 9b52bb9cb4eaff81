"""Fields with their labels in two columns; paragraphs below their label at full width."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Text
from snhr_desktop.domain.saying import say_value
from snhr_desktop.ui.incidents.record.prose import Piece, Prose
from snhr_desktop.ui.incidents.record.reading import Reading

_LABEL_WIDTH = 122


class FieldList(QWidget):
    """Shows pairs of a field and its value, each of which says something."""

    def __init__(self, reading: Reading, shown: Iterable[tuple[Field, Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        for row, (field, value) in enumerate(shown):
            self._add(row, field, value)

    def _add(self, row: int, field: Field, value: Any) -> None:
        reading, kind = self._reading, field.kind
        name = reading.language.text(field.label)
        if isinstance(kind, Text) and kind.lines:
            pieces = (Piece(name, "muted"), Piece(value, language=field.language, paragraph=True))
            self._grid.addWidget(Prose(reading.kit, pieces, field.label), row, 0, 1, 2)
            return
        beside = reading.line(name, "muted")
        reading.kit.theme.measure(beside, fixedWidth=_LABEL_WIDTH)
        said = say_value(field, value, reading.language, reading.places)
        self._grid.addWidget(beside, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(Prose(reading.kit, (Piece(said, language=field.language),), field.label), row, 1)
