"""Said or not said."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from snhr_desktop.domain.fields import Field
from snhr_desktop.i18n import Language
from snhr_desktop.ui.forms.editors.field_editor import FieldEditor
from snhr_desktop.ui.forms.means import Means


class FlagEditor(FieldEditor):
    """A box to tick, with the field's label beside it; the line above stays empty so that rows align."""

    def __init__(self, means: Means, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(means, field, parent)
        self.box = QCheckBox()
        means.kit.tongue.bind(self.box, text=field.label)
        self.adopt(self.box)
        self.box.clicked.connect(self.edited)

    def raw(self) -> Any:
        """True or False."""
        return self.box.isChecked()

    def set_raw(self, raw: Any) -> None:
        """Tick the box or not."""
        self.box.setChecked(self.field.kind.parse(raw) if raw in (True, False, 0, 1, None, "") else False)

    def say_label(self, language: Language) -> str:
        """Nothing above: the box says it."""
        return ""
