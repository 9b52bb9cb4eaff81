"""Several terms of a vocabulary, as chips."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choices
from snhr_desktop.domain.vocabularies import Term, vocabulary
from snhr_desktop.domain.vocabularies.finding import find_term, says_nothing_yet
from snhr_desktop.i18n import Message
from snhr_desktop.ui.forms.editors.chip import Chip
from snhr_desktop.ui.forms.editors.field_editor import FieldEditor
from snhr_desktop.ui.forms.editors.flow_layout import FlowLayout
from snhr_desktop.ui.forms.editors.type_ahead import TypeAhead, letters_of
from snhr_desktop.ui.forms.means import Means


class ChoicesEditor(FieldEditor):
    """One stop for Tab: arrows, Home and End walk between the chips, typing finds one, Space takes it or leaves it."""

    def __init__(self, means: Means, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(means, field, parent)
        kind = field.kind
        assert isinstance(kind, Choices)
        self._holder = holder = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self._flow = FlowLayout(6, holder)
        self._ahead = TypeAhead(means, self)
        self._known = vocabulary(kind.vocabulary)
        self.body.addWidget(holder, 1)
        self.chips: list[Chip] = []
        self._order: list[str] = []
        for term in self._known.values():
            if not term.retired:
                self._add(term.code, term.label)
        self.chips[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def raw(self) -> Any:
        """The codes in the order they were taken."""
        return list(self._order)

    def set_raw(self, raw: Any) -> None:
        """Show codes; one that is not offered keeps its place and gets a chip of its own."""
        self._order = [str(code) for code in raw] if isinstance(raw, list | tuple) else []
        for code in self._order:
            if code not in {chip.code for chip in self.chips}:
                self._add(code, Message(code))
        for chip in self.chips:
            chip.setChecked(chip.code in self._order)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk by keys; the chip walked to is the one that Tab comes back to."""
        if isinstance(watched, Chip):
            if event.type() == QEvent.Type.FocusIn:
                self._hold(watched)
            elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide) and not self._still_inside():
                self._ahead.forget(linger=True)
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._walk(watched, event):
                return True
        return super().eventFilter(watched, event)

    def _add(self, code: str, words: Message) -> None:
        chip = Chip(self.means, code, words, self._holder)
        chip.clicked.connect(self._taken)
        self._flow.addWidget(chip)
        self.chips.append(chip)
        self.watch(chip, words)

    def _taken(self) -> None:
        self._ahead.forget()
        taken = [chip.code for chip in self.chips if chip.isChecked()]
        self._order = [c for c in self._order if c in taken] + [c for c in taken if c not in self._order]
        self.edited.emit()

    def _hold(self, chip: Chip) -> None:
        for each in self.chips:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is chip else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(chip)

    def _walk(self, chip: Chip, event: QKeyEvent) -> bool:
        steps = self._steps(self.chips.index(chip))
        letters = letters_of(event).strip()
        typed = self._ahead.letters
        if event.key() in steps:
            self._ahead.forget()
            self._focus(steps[event.key()])
        elif letters or (typed and event.key() == Qt.Key.Key_Backspace):
            self._search(typed + letters if letters else typed[:-1])
        elif typed and event.key() == Qt.Key.Key_Escape:
            self._ahead.forget()
        else:
            return False
        return True

    def _steps(self, at: int) -> dict[int, int]:
        """Where the walking keys lead to from a chip."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        onward, back = (Qt.Key.Key_Left, Qt.Key.Key_Right) if rtl else (Qt.Key.Key_Right, Qt.Key.Key_Left)
        along: dict[int, int] = {onward: at + 1, Qt.Key.Key_Down: at + 1, back: at - 1, Qt.Key.Key_Up: at - 1}
        return along | {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}

    def _focus(self, at: int) -> None:
        self.chips[at % len(self.chips)].setFocus(Qt.FocusReason.TabFocusReason)

    def _search(self, typed: str) -> None:
        """Walk to the chip that fits all that was typed; stay where none does."""
        codes = [each.code for each in self.chips]
        terms = [self._known.get(code) or Term(code, Message(code)) for code in codes]
        term = find_term(typed, terms, self.means.language)
        if term:
            self._focus(codes.index(term.code))
        if typed:
            self._ahead.show(typed, term is not None or says_nothing_yet(typed), self, "head")
        else:
            self._ahead.forget()
