"""The fields of the current row that do not stand in the grid."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.forms.editors import FieldEditor, editor_for
from snhr_desktop.ui.forms.editors.line_editor import LineEditor
from snhr_desktop.ui.forms.fields_flow import lay_out
from snhr_desktop.ui.forms.grid.record_rows import RecordRows
from snhr_desktop.ui.forms.grid.row import Row
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.widgets import label

MORE = N_("More about row {row}")


class DetailPanel(QWidget):
    """Follows the grid: what is entered here is said of the row that is current there, and undone with it."""

    def __init__(
        self, means: Means, model: RecordRows, widths: Mapping[str, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._means, self._model = means, model
        self._row: Row | None = None
        shown = {field.name for field in model.columns}
        self.editors = {f.name: editor_for(means, f, self) for f in model.record_type.fields() if f.name not in shown}
        for editor in self.editors.values():
            editor.edited.connect(self._said)
            editor.left.connect(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        self._heading = label(means.kit, self._say_heading, "muted")
        column.addWidget(self._heading)
        column.addLayout(lay_out(self.editors.values(), widths))
        self.setVisible(bool(self.editors))

    def show_row(self, at: int) -> None:
        """Show another row."""
        if 0 <= at < len(self._model.rows) and self._model.rows[at] is not self._row:
            self._row = self._model.rows[at]
            self.read()

    def read(self) -> None:
        """Show what the row says now, after an undo too; an editor that says it already is left alone."""
        row = self._row
        if row is None or row not in self._model.rows:
            return
        for name, editor in self.editors.items():
            said = row.raw.get(name, "")
            if editor.raw() != said:
                editor.set_raw(said)
            editor.show_problems(self._model.told(row, name))
            if isinstance(editor, LineEditor):
                suggested = self._model.suggested(row, name)
                editor.line.setProperty("suggests", bool(suggested))
                editor.line.setPlaceholderText(suggested)
        self._heading.setText(self._means.kit.tongue.say(self._say_heading))

    def _say_heading(self, language: Language) -> str:
        at = self._model.rows.index(self._row) if self._row in self._model.rows else 0
        return language.text(MORE, row=language.number(at + 1))

    def _said(self) -> None:
        editor = self.sender()
        if isinstance(editor, FieldEditor) and self._row is not None:
            self._model.edit(self._row, editor.field.name, editor.raw())

    def _left(self) -> None:
        editor = self.sender()
        if isinstance(editor, FieldEditor) and self._row is not None and self._row in self._model.rows:
            self._model.leave(self._row, editor.field.name)
            editor.show_problems(self._model.told(self._row, editor.field.name))
