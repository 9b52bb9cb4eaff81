"""Where the standing texts are edited for one report: chosen by name, both languages together."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.i18n import LANGUAGES, N_
from snhr_desktop.reports.proofing import ERROR, WITHHELD_NAME
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.reports.edited_texts import EditedTexts
from snhr_desktop.ui.reports.text_editor import TextEditor
from snhr_desktop.ui.reports.text_list import EDITED, HIDES, PLAIN, WRONG, TextList
from snhr_desktop.ui.widgets import label

HOW = N_(
    "Changes count for this report and these readers alone. A blank line begins a paragraph, “## ” a heading, "
    "“- ” an item. What stands in braces {…} is filled from the records; a paragraph that begins with brackets […] is "
    "printed only where that number is not zero. **Bold**, *slanted*, [words](https://…) for a link, ^[a footnote]."
)


_SIDE_BY_SIDE = 760
"""Width from which the languages stand side by side, px; below it, one above the other."""


class TextsPane(QWidget):
    """Shows what `EditedTexts` holds and hands it what is typed.

    `entered(name, code)` when a person goes to a text in a language, to be shown where it is printed.
    """

    entered = Signal(str, str)

    def __init__(self, kit: Kit, texts: EditedTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._texts = kit, texts
        self.names = TextList(kit)
        self.editors = {code: TextEditor(kit, language) for code, language in LANGUAGES.items()}
        self._sides = QHBoxLayout()
        self._lay_out()
        for code, editor in self.editors.items():
            editor.edited.connect(lambda text, code=code: texts.put(self.names.name(), code, text))
            editor.restore_asked.connect(lambda code=code: texts.restore(self.names.name(), code))
            editor.entered.connect(lambda code=code: self.entered.emit(self.names.name(), code))
        self.names.picked.connect(self._pick)
        texts.opened.connect(self._open)
        texts.edited.connect(self._show)
        kit.tongue.on_switch(self, self._say)

    def go_to_fault(self, codes: Sequence[str]) -> None:
        """Show the first text that cannot be printed in these languages, with the cursor in it.

        Else the first that is edited.
        """
        for name in self._texts.names():
            for code, faults in self._texts.faults(name).items():
                if code in codes and any(fault.level == ERROR for fault in faults):
                    self.go_to(name, code)
                    return
        edited = next((name for name in self._texts.names() if self._texts.is_edited(name)), "")
        if edited:
            self.names.choose(edited)
        self.names.setFocus()

    def go_to(self, name: str, code: str) -> None:
        """Put the cursor into a text."""
        self.names.choose(name)
        self.editors[code].source.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the languages side by side or one above the other."""
        super().resizeEvent(event)
        self._take_sides()

    def _pick(self, name: str) -> None:
        if name:
            self._show()
            self.entered.emit(name, self._kit.tongue.language.code)

    def _open(self) -> None:
        self._show()
        self._offer()

    def _show(self) -> None:
        self.names.show_states({name: self._state(name) for name in self._texts.names()})
        name = self.names.name()
        faults = self._texts.faults(name) if name else {}
        for code, editor in self.editors.items():
            text = self._texts.text(name, code)
            editor.show_text(text, text != self._texts.standing(name, code), faults.get(code, ()))
            editor.setEnabled(bool(name))
            editor.show_printed(code in self._texts.printed_in())

    def _state(self, name: str) -> str:
        found = [fault for several in self._texts.faults(name).values() for fault in several]
        if any(fault.level == ERROR for fault in found):
            return WRONG
        if any(fault.message == WITHHELD_NAME for fault in found):
            return HIDES
        return EDITED if self._texts.is_edited(name) else PLAIN

    def _say(self) -> None:
        self._take_sides()
        self._offer()

    def _take_sides(self) -> None:
        """English stays on the left and Arabic on the right; one above the other, the reader's own comes first."""
        ways, rtl = QBoxLayout.Direction, self._kit.tongue.language.rtl
        beside, above = (ways.RightToLeft, ways.BottomToTop) if rtl else (ways.LeftToRight, ways.TopToBottom)
        self._sides.setDirection(beside if self.width() >= px(_SIDE_BY_SIDE) else above)

    def _offer(self) -> None:
        fillings = self._texts.fillings(self._kit.tongue.language)
        for editor in self.editors.values():
            editor.offer(fillings)

    def _lay_out(self) -> None:
        self._sides.setSpacing(12)
        for editor in self.editors.values():
            self._sides.addWidget(editor, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._kit.theme.measure(self.names, fixedWidth=164)
        row.addWidget(self.names)
        row.addLayout(self._sides, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 12, 1, 0)
        column.setSpacing(8)
        column.addLayout(row, 1)
        column.addWidget(label(self._kit, HOW, "note", wrap=True))
