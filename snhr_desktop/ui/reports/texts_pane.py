"""Where the standing texts are edited for one report: chosen by name, both languages side by side."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.i18n import LANGUAGES, N_
from snhr_desktop.reports.kind import NAMES
from snhr_desktop.reports.proofing import ERROR
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.reports.edited_texts import EditedTexts
from snhr_desktop.ui.reports.text_editor import TextEditor
from snhr_desktop.ui.reports.text_list import EDITED, PLAIN, WRONG, TextList
from snhr_desktop.ui.widgets import label

HOW = N_(
    "Changes count for the report of this period alone. A blank line begins a paragraph, “## ” a heading, "
    "“- ” an item. What stands in braces {…} is filled from the records; a paragraph that begins with brackets […] is "
    "printed only where that number is not zero."
)


class TextsPane(QWidget):
    """Shows what `EditedTexts` holds and hands it what is typed."""

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
        self.names.picked.connect(self._show)
        texts.opened.connect(self._open)
        texts.edited.connect(self._show)
        kit.tongue.on_switch(self, self._say)

    def go_to_fault(self) -> None:
        """Show the first text that cannot be printed, with the cursor in it; else the first that is edited."""
        for name in NAMES:
            for code, faults in self._texts.faults(name).items():
                if any(fault.level == ERROR for fault in faults):
                    self.names.choose(name)
                    self.editors[code].source.setFocus()
                    return
        edited = next((name for name in NAMES if self._texts.is_edited(name)), "")
        if edited:
            self.names.choose(edited)
        self.names.setFocus()

    def _open(self) -> None:
        self._show()
        self._offer()

    def _show(self) -> None:
        name = self.names.name()
        faults = self._texts.faults(name)
        for code, editor in self.editors.items():
            text = self._texts.text(name, code)
            editor.show_text(text, text != self._texts.standing(name, code), faults.get(code, ()))
        self.names.show_states({name: self._state(name) for name in NAMES})

    def _state(self, name: str) -> str:
        if any(fault.level == ERROR for found in self._texts.faults(name).values() for fault in found):
            return WRONG
        return EDITED if self._texts.is_edited(name) else PLAIN

    def _say(self) -> None:
        """English stays on the left and Arabic on the right, where their readers look for them."""
        rtl = self._kit.tongue.language.rtl
        way = QBoxLayout.Direction.RightToLeft if rtl else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(way)
        self._offer()

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
        row.addWidget(self.names)
        row.addLayout(self._sides, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(row, 1)
        column.addWidget(label(self._kit, HOW, "note", wrap=True))
