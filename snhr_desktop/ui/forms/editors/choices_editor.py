"""Several terms of a vocabulary, as chips."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choices
from snhr_desktop.domain.names import fold
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import Message
from snhr_desktop.ui.forms.editors.chip import Chip, chip_sheet
from snhr_desktop.ui.forms.editors.field_editor import FieldEditor
from snhr_desktop.ui.forms.editors.flow_layout import FlowLayout
from snhr_desktop.ui.forms.means import Means


class ChoicesEditor(FieldEditor):
    """One stop for Tab: arrows walk between the chips, a letter jumps, Space takes one or leaves it."""

    def __init__(self, means: Means, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(means, field, parent)
        kind = field.kind
        assert isinstance(kind, Choices)
        self._holder = holder = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self._flow = FlowLayout(6, holder)
        self.body.addWidget(holder, 1)
        self.chips: list[Chip] = []
        self._order: list[str] = []
        for term in vocabulary(kind.vocabulary).values():
            if not term.retired:
                self._add(term.code, term.label)
        means.kit.theme.on_change(self, self._wear)
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
        """Walk by arrows and letters; the chip walked to is the one that Tab comes back to."""
        if isinstance(watched, Chip):
            if event.type() == QEvent.Type.FocusIn:
                self._hold(watched)
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._walk(watched, event):
                return True
        return super().eventFilter(watched, event)

    def _add(self, code: str, words: Message) -> None:
        chip = Chip(self.means, code, words, self._holder)
        chip.clicked.connect(self._taken)
        self._flow.addWidget(chip)
        self.chips.append(chip)
        self.watch(chip, words)

    def _wear(self) -> None:
        self._holder.setStyleSheet(chip_sheet(self.means.kit.theme.palette))

    def _taken(self) -> None:
        taken = [chip.code for chip in self.chips if chip.isChecked()]
        self._order = [c for c in self._order if c in taken] + [c for c in taken if c not in self._order]
        self.edited.emit()

    def _hold(self, chip: Chip) -> None:
        for each in self.chips:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is chip else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(chip)

    def _walk(self, chip: Chip, event: QKeyEvent) -> bool:
        at = self.chips.index(chip)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        onward, back = (Qt.Key.Key_Left, Qt.Key.Key_Right) if rtl else (Qt.Key.Key_Right, Qt.Key.Key_Left)
        if event.key() in (onward, Qt.Key.Key_Down):
            at += 1
        elif event.key() in (back, Qt.Key.Key_Up):
            at -= 1
        elif event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = self._beginning(event.text(), at)
        else:
            return False
        self.chips[at % len(self.chips)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _beginning(self, letter: str, at: int) -> int:
        """The next chip with a word that begins with the letter, or where we are."""
        wanted = f" {fold(letter) or chr(0)}"
        later = [*range(at + 1, len(self.chips)), *range(at + 1)]
        return next((i for i in later if wanted in f" {fold(self.chips[i].text())}"), at)
