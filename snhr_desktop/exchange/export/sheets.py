"""How a workbook looks, and what it says of itself: its first sheet, the totals, and what everything means."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from snhr_desktop.exchange.export.about import EXPORT_TITLE, about, outlook
from snhr_desktop.exchange.export.dictionary import entries, headings
from snhr_desktop.exchange.export.material import Material
from snhr_desktop.exchange.export.totals import Frame, Sums
from snhr_desktop.figures.figure import Figure
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.reports.phrases import TRAINING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

ABOUT, TOTALS, DEFINITIONS = N_("About"), N_("Totals"), N_("Definitions")
FIGURE, NUMBER, UNIT, DEFINITION = N_("Figure"), N_("Number"), N_("Unit"), N_("Definition")
SAID_OF_TOTALS = N_(
    "The totals are formulas over the sheets of this workbook: whoever changes or removes rows changes them. "
    "They count what the grey columns say of each row for this period and scope."
)
MOST_LETTERS = 32_767
"""What a cell can hold."""
CUT = " […]"
_LINE = 14
"""Points from one line of a cell to the next."""
_A4 = 9


class Style:
    """The formats of one workbook in one language, and sheets that run its way."""

    def __init__(self, workbook: "Workbook", language: Language) -> None:
        self._workbook, self.language = workbook, language
        self.plain = self._format()
        self.texts = {
            "": self._format(reading_order=0),
            "ar": self._format(reading_order=2, align="right", indent=0 if language.rtl else 1),
            "en": self._format(reading_order=1, align="left", indent=1 if language.rtl else 0),
        }
        """Words of the records by their language, so that each begins where it is read from."""
        self.wrapped = self._format(text_wrap=True)
        self.header = self._format(bold=True, bg_color="#12616F", font_color="#FFFFFF", text_wrap=True)
        self.fact_header = self._format(bold=True, bg_color="#DDE1E7", text_wrap=True)
        self.day = self._format(num_format="yyyy-mm-dd", align="right" if language.rtl else "left")
        self.number = self._format(bold=True, num_format="#,##0_)_)")  # some room before the unit
        self.share = self._format(bold=True, num_format="0.0_)_)")
        self.title = self._format(bold=True, font_size=14)
        self.warning = self._format(bold=True, bg_color="#FFF4DC", font_color="#7A5200")

    def _format(self, **said: Any) -> "Format":
        base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
        return self._workbook.add_format(base | {"reading_order": 2 if self.language.rtl else 1} | said)

    def name(self, title: Message) -> str:
        """The name of a sheet, as long as one may be."""
        return self.language.text(title)[:31]

    def sheet(self, title: Message, widths: Sequence[float] = ()) -> "Worksheet":
        """A new sheet behind the others; one with widths is to be read on paper too."""
        made: Worksheet = self._workbook.add_worksheet(self.name(title))
        if self.language.rtl:
            made.right_to_left()
        made.set_paper(_A4)
        made.set_landscape()
        made.repeat_rows(0)
        if widths:
            made.fit_to_pages(1, 0)
        for at, width in enumerate(widths):
            made.set_column(at, at, width)
        return made

    def header_row(self, sheet: "Worksheet", headers: Iterable[tuple[str, "Format", float]]) -> None:
        """The first row, which stays in sight: words, format and width of each column."""
        told = [(text, style, max(width, _widest(text))) for text, style, width in headers]
        sheet.set_row(0, _LINE * max(_lines(text, width) for text, _, width in told) + 2)
        for at, (text, style, width) in enumerate(told):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, text, style)
        sheet.freeze_panes(1, 0)

    def text_row(self, sheet: "Worksheet", row: int, cells: Sequence[str], widths: Sequence[float]) -> None:
        """A row of words as high as they need."""
        lines = max(_lines(cell, width) for cell, width in zip(cells, widths, strict=True))
        sheet.set_row(row, _LINE * lines + 2)
        for at, cell in enumerate(cells):
            if cell:
                sheet.write_string(row, at, fitted(cell), self.wrapped)


def fitted(text: str) -> str:
    """A text as long as a cell can be; what is cut off says so."""
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - len(CUT)] + CUT


def _widest(header: str) -> float:
    """Letters that the longest word of a header takes, which cannot be broken; it is bold, and has a button beside."""
    return max(map(len, header.split()), default=0) * 1.2 + 4


def _lines(text: str, width: float) -> int:
    return sum(max(1, math.ceil(len(line) * 1.05 / width)) for line in text.split("\n"))


def write_about(sheet: "Worksheet", style: Style, material: Material, frame: Frame, made: Mapping[str, Any]) -> None:
    """Of when, of whom and for whom the workbook is, and what has to be known of it."""
    say = style.language.text
    lines = about(material, frame.period, made, style.language, frame.scope)
    sheet.write_string(0, 0, say(EXPORT_TITLE), style.title)
    if made["training"]:
        sheet.write_string(1, 0, say(TRAINING), style.warning)
    for row, (name, value) in enumerate(lines, 2):
        sheet.write_string(row, 0, say(name), style.header)
        sheet.write_string(row, 1, value, style.wrapped)
    for row, said in enumerate((*outlook(material).warnings(), SAID_OF_TOTALS), len(lines) + 3):
        style.text_row(sheet, row, ["", say(said)], ABOUT_WIDTHS)


ABOUT_WIDTHS = (26, 100)
TOTAL_WIDTHS = (44, 12, 18, 110)
_DEFINED_WIDTHS = (26, 20, 24, 34, 34, 22, 18, 60, 60)


def write_totals(
    sheet: "Worksheet", style: Style, figures: Iterable[Figure], sums: Sums, asks: Callable[[Figure], str]
) -> None:
    """Each figure as the formula that `asks` for it."""
    say = style.language.text
    titles = (say(FIGURE), say(NUMBER), say(UNIT), say(DEFINITION))
    style.header_row(sheet, [(title, style.header, w) for title, w in zip(titles, TOTAL_WIDTHS, strict=True)])
    for row, figure in enumerate(figures, 1):
        told = [say(figure.title), "", say(figure.unit.name), say(figure.definition)]
        style.text_row(sheet, row, told, TOTAL_WIDTHS)
        total = sums.total(figure)
        shown = style.share if figure.question.part else style.number
        sheet.write_formula(row, 1, asks(figure), shown, "" if total is None else total)


def write_definitions(style: Style) -> None:
    """The data dictionary."""
    sheet = style.sheet(DEFINITIONS, _DEFINED_WIDTHS)
    titles = headings(style.language)
    style.header_row(sheet, [(title, style.header, w) for title, w in zip(titles, _DEFINED_WIDTHS, strict=True)])
    rows = 0
    for rows, entry in enumerate(entries(), 1):
        style.text_row(sheet, rows, entry.cells(style.language), _DEFINED_WIDTHS)
    sheet.autofilter(0, 0, rows, len(titles) - 1)
