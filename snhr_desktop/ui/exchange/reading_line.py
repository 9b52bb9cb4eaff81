"""How a file is read, as choices a person may change: sheet, row of the header, encoding, delimiter."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.exchange.reading import Choices, Sheet, Source
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox, Labelled

SHEET, HEADER, ENCODING, DELIMITER = N_("Sheet"), N_("Names of the columns"), N_("Encoding"), N_("Delimiter")
HIDDEN, IN_ROW, OTHER = N_("{sheet} (hidden)"), N_("In row {row}"), N_("Another: {name}")
FOUND = N_("Found by itself")
_ENCODINGS = {
    "utf-8": N_("Unicode, of most programs ({code})"),
    "cp1256": N_("Arabic of Windows ({code})"),
    "iso8859-6": N_("Arabic of ISO ({code})"),
    "utf-16": N_("Unicode text of spreadsheet programs ({code})"),
    "cp1252": N_("Western of Windows ({code})"),
}
DELIMITERS: tuple[tuple[str, Words], ...] = (
    ("", FOUND),
    (",", N_("Comma")),
    (";", N_("Semicolon")),
    ("\t", N_("Tab character")),
    ("|", N_("Vertical bar")),
)


def _encoding(code: str, language: Language) -> str:
    return language.text(_ENCODINGS[code], code=code)


ENCODINGS: tuple[tuple[str, Words], ...] = (("", FOUND), *((code, partial(_encoding, code)) for code in _ENCODINGS))
_TEXTS, _BOOKS = ("csv", "tsv"), ("xlsx", "xls", "ods")
_HEADERS = 40


class ReadingLine(QWidget):
    """`changed` when a person chose; `choices` is what they chose, `show_source` shows what was settled."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices()
        self.sheet = ChoiceBox(kit, SHEET)
        rows = ((str(row), partial(_in_row, row)) for row in range(1, _HEADERS + 1))
        self.header = ChoiceBox(kit, HEADER, (("", FOUND), *rows))
        self.encoding = ChoiceBox(kit, ENCODING, ENCODINGS)
        self.delimiter = ChoiceBox(kit, DELIMITER, DELIMITERS)
        self._lines = {
            box: Labelled(kit, words, box)
            for box, words in (
                (self.sheet, SHEET), (self.header, HEADER), (self.encoding, ENCODING), (self.delimiter, DELIMITER),
            )
        }  # fmt: skip
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for box, line in self._lines.items():
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            row.addWidget(line, 1)
        self.sheet.chosen.connect(lambda name: self._take(Choices(sheet=name)))
        self.header.chosen.connect(lambda row: self._take(replace(self.choices, header_row=int(row or 0))))
        self.encoding.chosen.connect(lambda name: self._take(replace(self.choices, encoding=name)))
        self.delimiter.chosen.connect(lambda sign: self._take(replace(self.choices, delimiter=sign)))

    def clear(self) -> None:
        """Another file: nothing is chosen for it yet."""
        self.choices = Choices()

    def show_source(self, source: Source) -> None:
        """Show what was settled, with the choices that a file of its kind has."""
        text, book, settled = source.kind in _TEXTS, source.kind in _BOOKS, source.chosen
        self.sheet.offer((sheet.name, partial(_sheet, sheet)) for sheet in source.sheets)
        self.encoding.offer(_with(ENCODINGS, settled.encoding))
        self.delimiter.offer(_with(DELIMITERS, settled.delimiter))
        self.sheet.choose(settled.sheet)
        self.header.choose(str(settled.header_row or ""))
        self.encoding.choose(settled.encoding)
        self.delimiter.choose(settled.delimiter)
        self._lines[self.sheet].setVisible(book and bool(source.sheets))
        self._lines[self.header].setVisible(text or book)
        self._lines[self.encoding].setVisible(text)
        self._lines[self.delimiter].setVisible(text)
        self.setVisible(text or book)

    def _take(self, choices: Choices) -> None:
        self.choices = choices
        self.changed.emit()


def _with(options: tuple[tuple[str, Words], ...], code: str) -> Iterable[tuple[str, Words]]:
    """The options, and what was settled where it is not one of them."""
    return options if code in dict(options) else (*options, (code, partial(_other, code)))


def _other(name: str, language: Language) -> str:
    return language.text(OTHER, name=name)


def _in_row(row: int, language: Language) -> str:
    return language.text(IN_ROW, row=language.number(row))


def _sheet(sheet: Sheet, language: Language) -> str:
    return language.text(HIDDEN, sheet=sheet.name) if sheet.hidden else language.isolate(sheet.name)
