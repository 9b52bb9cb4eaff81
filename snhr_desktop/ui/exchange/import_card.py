"""Choosing what to import: the file, and the mapping its columns are read by."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.i18n import N_, Language, kept_whole
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.exchange import mappings
from snhr_desktop.ui.exchange.file_line import FileLine
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.reports.progress_line import ProgressLine
from snhr_desktop.ui.tongue import Words, said
from snhr_desktop.ui.widgets import Card, ChoiceBox, Labelled, PlainLabel

TITLE = N_("Import records")
NOTE = N_("The file is tried first: you read what would become of each record before anything is saved.")
MAPPING = N_("Mapping")
CHOOSE_MAPPING, MAPPING_FILES = N_("Choose a mapping file"), N_("Mapping files (*.toml)")
FORM, NO_FORM, OTHER_FORM = N_("Form of the submissions"), N_("Without a form"), N_("Choose the form (XLSForm)…")
CHOOSE_FORM, FORMS = N_("Choose the form that the submissions were filled in with"), N_("Forms (*.xlsx)")
_OTHER = "other"
TRYING = N_("The file is being tried…")
NOTHING_NEW = N_("There is nothing in this file to save.")
ALL_REFUSED = N_("Nothing of this file can be saved: the report below says what is refused, and why.")
RECORDS_DONE = N_("Records done: {n}")
GUARDING = N_("A copy of the store is put aside first…")
SETTLING = N_("Everything is written and is now put away for good. This cannot be called off any more.")
READ_OF = N_("{told} · {read} of {size} MB")
_TOLD_FROM = 1 << 12
"""KB of a file from which it is said how much of it was read."""
READ_ONLY = N_("The store was opened for reading only; nothing can be imported.")


class ImportCard(Card):
    """`tried` when file or mapping were chosen."""

    tried = Signal()

    def __init__(self, kit: Kit, hindered: Words | None, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, NOTE, parent)
        self._kit = kit
        self.path: Path | None = None
        self._doing: Words = TRYING
        self._mapping = mappings.RECOGNISED
        self.file = FileLine(kit)
        self.mapping = ChoiceBox(kit, MAPPING, mappings.options())
        self.mapping.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.mapping_line = Labelled(kit, MAPPING, self.mapping)
        self.form_path: Path | None = None
        self.form = ChoiceBox(kit, FORM, _forms(None))
        self.form.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.form_line = Labelled(kit, FORM, self.form)
        self.said = PlainLabel("muted", wrap=True)
        self.progress = ProgressLine(kit)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.mapping_line, 1)
        both.addWidget(self.form_line, 1)
        self.body.addWidget(self.file)
        self.body.addLayout(both)
        for widget in (self.said, self.progress):
            self.body.addWidget(widget)
        self.file.chosen.connect(self.take)
        self.mapping.chosen.connect(self._take_mapping)
        self.form.chosen.connect(self._take_form)
        self.tell(hindered)

    def take(self, path: Path) -> None:
        """Take a file and have it tried. That a mapping is made here was said of the file before, if there was one."""
        if self.path is not None and self.made():
            self._mapping = mappings.RECOGNISED
            self.mapping.choose(self._mapping)
        self.path = path
        self.file.show_file(path)
        self._try()

    def mapping_path(self) -> Path | None:
        """The mapping file chosen; None to recognise the file, or to make one."""
        return Path(self._mapping) if self._mapping not in (mappings.RECOGNISED, mappings.MADE) else None

    def made(self) -> bool:
        """Whether the mapping is to be made here."""
        return self._mapping == mappings.MADE

    def tell(self, words: Words | None) -> None:
        """Say how it stands with the file: nothing where the report says it."""
        self.progress.hide()
        self.said.setVisible(words is not None)
        if words is not None:
            self._kit.tongue.bind(self.said, text=words)

    def tell_begun(self, words: Words) -> None:
        """Say what is done now; it can be called off."""
        self._doing = words
        self.said.hide()
        self.progress.cancel.setEnabled(True)
        self.progress.tell(words)

    def tell_guarding(self) -> None:
        """Say that the store is put aside before anything is written."""
        self.said.hide()
        self.progress.tell(GUARDING)

    def tell_settling(self) -> None:
        """Say that it cannot be called off any more."""
        self.progress.cancel.setEnabled(False)
        self.progress.tell(SETTLING)

    def tell_done(self, number: int, read: int = 0, size: int = 0) -> None:
        """Say how many records are done, and how many KB of the file, of how many, were read."""
        self.said.hide()
        words: Words = partial(_done, number) if number else self._doing
        self.progress.tell(partial(_read, words, read, size) if size >= _TOLD_FROM else words, read, size)

    def _try(self) -> None:
        if self.path is not None:
            self.mapping_line.settle()
            self.form_line.settle()
            self.tried.emit()

    def _take_form(self, code: str) -> None:
        if code == _OTHER:
            self.form_path = file_dialog.ask_for_file(self._kit, CHOOSE_FORM, self, FORMS) or self.form_path
        elif not code:
            self.form_path = None
        self.form.offer(_forms(self.form_path))
        self.form.choose(str(self.form_path or ""))
        self._try()

    def _take_mapping(self, code: str) -> None:
        if code == mappings.OTHER:
            found = file_dialog.ask_for_file(self._kit, CHOOSE_MAPPING, self, MAPPING_FILES)
            if found:
                self.mapping.offer(mappings.chosen(found))
            code = str(found or self._mapping)
            self.mapping.choose(code)
        self._mapping = code
        self._try()


def _forms(path: Path | None) -> tuple[tuple[str, Words], ...]:
    """No form, the one that was chosen, or another one."""
    chosen: tuple[tuple[str, Words], ...] = ((str(path), lambda _: kept_whole(path.name)),) if path else ()
    return (("", NO_FORM), *chosen, (_OTHER, OTHER_FORM))


def _done(number: int, language: Language) -> str:
    return language.text(RECORDS_DONE, n=language.number(number))


def _read(words: Words, read: int, size: int, language: Language) -> str:
    numbers = {"read": language.number(read >> 10), "size": language.number(size >> 10)}
    return language.text(READ_OF, told=said(words, language), **numbers)
