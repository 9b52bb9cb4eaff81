"""One term of a vocabulary."""

from typing import Any

from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.fields import Field
from snhr_desktop.ui.forms.editors.field_editor import FieldEditor
from snhr_desktop.ui.forms.editors.typing_choice import TypingChoice
from snhr_desktop.ui.forms.means import Means


class ChoiceEditor(FieldEditor):
    """Blank is an answer wherever the field has no default."""

    def __init__(self, means: Means, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(means, field, parent)
        self.box = TypingChoice(means, field)
        self.adopt(self.box)
        self.box.chosen.connect(self.edited)

    def raw(self) -> Any:
        """The code."""
        return self.box.code()

    def set_raw(self, raw: Any) -> None:
        """Show the term of a code."""
        self.box.choose("" if raw is None else str(raw))
