"""One line: words, a number, a time."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Count, Text
from snhr_desktop.ui.forms.directions import direct_figures, direct_text
from snhr_desktop.ui.forms.editors.field_editor import FieldEditor
from snhr_desktop.ui.forms.means import Means


class LineEditor(FieldEditor):
    """Takes whatever is typed, digits of either script included; what cannot be read is said, never removed."""

    def __init__(self, means: Means, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(means, field, parent)
        self.line = QLineEdit()
        self.adopt(self.line)
        self.line.textEdited.connect(self._typed)
        self.line.textChanged.connect(self._direct)
        means.kit.tongue.on_switch(self.line, self._direct)

    def raw(self) -> Any:
        """The text as typed."""
        return self.line.text()

    def set_raw(self, raw: Any) -> None:
        """Show a text or a number; a default that is not blank stands where nothing is said."""
        shown = self.field.default if raw in (None, "") and isinstance(self.field.kind, Count) else raw
        self.line.setText("" if shown is None else str(shown))
        self.line.setCursorPosition(0)

    def _typed(self) -> None:
        self.edited.emit()

    def _direct(self) -> None:
        text = self.line.text()
        if isinstance(self.field.kind, Text):
            direct_text(self.line, self.field.language, text, self.means.language.rtl)
        else:
            direct_figures(self.line, text, self.means.language.rtl)
