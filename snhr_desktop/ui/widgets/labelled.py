"""A field with its label above and, below, a hint that turns into what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.i18n import Language
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.tongue import Words, said
from snhr_desktop.ui.widgets.plain_label import PlainLabel


class Labelled(QWidget):
    """Holds a field; the label is also what a screen reader says for it. `beside` goes at its trailing end."""

    def __init__(
        self, kit: Kit, words: Words, field: QWidget, hint: Words | None = None, required: bool = False
    ) -> None:
        super().__init__()
        self._kit = kit
        self._hint = hint
        self.field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._above, self._below = PlainLabel("label"), PlainLabel("note", wrap=True)
        self._required = required
        self._above.setBuddy(field.focusProxy() or field)
        grows = bool(field.sizePolicy().expandingDirections() & Qt.Orientation.Vertical)
        column.addWidget(self._above)
        column.addWidget(field, 1 if grows else 0)
        column.addWidget(self._below)
        if not grows:
            column.addStretch(1)
        self.name(words)
        self.settle()

    def name(self, words: Words) -> None:
        """Call the field so, above it and for a screen reader."""
        self._kit.tongue.bind(self._above, text=_starred(words) if self._required else words)
        self._kit.tongue.bind(self.field.focusProxy() or self.field, accessibleName=words)

    def complain(self, words: Words) -> None:
        """Show what is wrong, beside the field."""
        self._tell(words, "refused", invalid=True)

    def settle(self) -> None:
        """Show the hint again."""
        self._tell(self._hint, "note", invalid=False)

    def explain(self, words: Words | None) -> None:
        """Have another hint from now on, or none."""
        self._hint = words
        self.settle()

    def advise(self, words: Words) -> None:
        """Show other words where the hint stands, as of how good what is typed is."""
        self._tell(words, "note", invalid=False)

    def complaint(self) -> str:
        """What is wrong, as shown; empty when nothing is."""
        return self._below.text() if self._below.property("role") == "refused" else ""

    def _tell(self, words: Words | None, role: str, invalid: bool) -> None:
        target = self.field.focusProxy() or self.field
        self._below.setVisible(words is not None)
        mark(self._below, role=role)
        mark(target, invalid=invalid)
        if words is not None:
            self._kit.tongue.bind(self._below, text=words)
            self._kit.tongue.bind(target, accessibleDescription=words)


def _starred(words: Words) -> Words:
    def told(language: Language) -> str:
        return f"{said(words, language)} *"

    return told
