"""What every editor of a field shares: the label above, the input, and below it the hint that turns into the error."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.fields import Field
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import Language
from snhr_desktop.ui.forms.command_keys import is_command
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import PlainLabel, label


class FieldEditor(QWidget):
    """Subclasses put their inputs into `body` with `adopt` and give `raw` and `set_raw`.

    `raw` is what a draft keeps and what `Kind.parse` reads: never refused here, whatever was typed.
    """

    edited = Signal()
    """A person changed the value; not emitted by `set_raw`."""
    left = Signal()
    """The focus left the field, so that what is wrong may be said."""
    refused = Signal()
    """What is wrong began to be said below the field."""

    def __init__(self, means: Means, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.means, self.field = means, field
        self._problems: tuple[Problem, ...] = ()
        self._closed: Words | None = None
        self._inputs: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._heading = label(means.kit, self.say_label, "label")
        self.body = QHBoxLayout()
        self.body.setSpacing(8)
        self._note = PlainLabel("note", wrap=True)
        column.addWidget(self._heading)
        column.addLayout(self.body)
        column.addWidget(self._note)
        column.addStretch()
        means.kit.tongue.on_switch(self, self.say_note)

    @abstractmethod  # for the checker of types; a widget of Qt cannot be an ABC
    def raw(self) -> Any:
        """The value as it stands, in the shape that JSON carries."""

    @abstractmethod  # for the checker of types; a widget of Qt cannot be an ABC
    def set_raw(self, raw: Any) -> None:
        """Show a value that a record or a draft carries."""

    def adopt(self, widget: QWidget, name: Words | None = None, stretch: int = 1) -> None:
        """Take an input into the body; `name` is for a screen reader, the field's label unless given."""
        self.body.addWidget(widget, stretch)
        self.watch(widget, name)

    def watch(self, widget: QWidget, name: Words | None = None) -> None:
        """Name an input that stands elsewhere, and notice when it is left."""
        self.means.kit.tongue.bind(widget, accessibleName=name or self.field.label)
        widget.installEventFilter(self)
        self._inputs.append(widget)
        if self.focusProxy() is None:
            self.setFocusProxy(widget)

    def below(self, widget: QWidget) -> None:
        """Put a line between the inputs and the note."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(2, widget)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say beside the field what is wrong with it; nothing, where nothing is."""
        if _told(problems) == _told(self._problems):
            return
        self._problems = tuple(problems)
        for widget in self._inputs:
            mark(widget, invalid=bool(problems))
        mark(self._note, role="refused" if problems else "note")
        self.say_note()
        if problems:
            self.refused.emit()

    def close_off(self, why: Words) -> None:
        """Take nothing here, and say why below the input."""
        self._closed = why
        self.setEnabled(False)
        self.say_note()

    def say_label(self, language: Language) -> str:
        """The label with `*` where the field is required."""
        return language.text(self.field.label) + (" *" if self.field.required else "")

    def say_note(self) -> None:
        """Say what stands below the input, and hide the line where nothing does."""
        language = self.means.language
        told = "\n".join(problem.tell(language) for problem in self._problems)
        text = told or self.means.kit.tongue.say(self._closed or self.note)
        self._note.setText(text)
        self._note.setVisible(bool(text))
        for widget in self._inputs:
            widget.setAccessibleDescription(text)

    def note(self, language: Language) -> str:
        """What stands below the input while nothing is wrong: the hint, or what was understood."""
        return language.text(self.field.hint) if self.field.hint else ""

    def note_text(self) -> str:
        """What stands below the input now."""
        return self._note.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the focus left the field for another one; leave commands to the entry."""
        if is_command(event):
            event.ignore()
            return True
        if event.type() == QEvent.Type.FocusOut and not self._still_inside():
            self.left.emit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, where the input has no use for it, goes on to the next field."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)

    def _still_inside(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)


def _told(problems: Sequence[Problem]) -> list[tuple[Problem, dict[str, object]]]:
    """Problems with what they quote, which is no part of what makes two of them one."""
    return [(problem, problem.values) for problem in problems]
