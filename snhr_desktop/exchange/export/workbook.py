"""A workbook: a sheet for each table, totals as formulas, and what every column, code and figure means.

Sheets run from right to left in Arabic. Days are days and partial dates words; a text is a text whatever it begins
with. Nothing in it points outside, and there is no program in it. Rows are written as they come: what a sheet needs on
the way stands beside the target, for the owner alone, and is gone at the end.
"""

import datetime as dt
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from snhr_desktop.domain.case_counting import CaseFact, case_facts
from snhr_desktop.domain.counting import facts as facts_of
from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.kinds import Choices, Day, Text, WhenKind
from snhr_desktop.domain.records import Case, CaseFile, Dossier
from snhr_desktop.errors import Refusal
from snhr_desktop.exchange.export import sheets, totals
from snhr_desktop.exchange.export.columns import Cell, Column, Converting, cells_of
from snhr_desktop.exchange.export.counted_words import Words
from snhr_desktop.exchange.export.material import Material
from snhr_desktop.exchange.export.sheets import ABOUT, TOTALS, Style, fitted
from snhr_desktop.exchange.export.tables import Table, tables
from snhr_desktop.exchange.export.target import Target
from snhr_desktop.exchange.export.totals import Fact, Frame, Sums
from snhr_desktop.figures.figure import Figure
from snhr_desktop.figures.question import Facts
from snhr_desktop.i18n import N_, Language, bare
from snhr_desktop.store import files

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576
"""What a sheet can hold."""

EVENTS = N_("Events of the cases")
FACT = N_("as counted: {column}")
AS_SAID = N_("Date as recorded")
_WORDS = 26
"""Letters that a column of words is wide."""
_OF_LIST = {
    "incidents": Facts.INCIDENT,
    "victims": Facts.VICTIM,
    "facilities": Facts.FACILITY,
    "weapons": Facts.WEAPON,
}


class TooManyRows(Refusal):
    """A table is longer than a sheet can be."""

    said = N_("There are more rows than a sheet of a workbook can hold.")
    advice = N_("Nothing was written. Choose a shorter period, or write tables as CSV.")


@dataclass
class _Sheet:
    """One sheet in the making: its columns of facts begin at `facts_at`, and `rows` are written, the header aside.

    `said_at` is where dates stand that are told in words as well, `days` which columns are days, `texts` how those of
    words are written.
    """

    name: str
    sheet: "Worksheet"
    facts: Facts | None
    facts_at: int
    width: int
    said_at: tuple[int, ...] = ()
    days: frozenset[int] = frozenset()
    texts: Mapping[int, "Format"] = field(default_factory=dict)
    rows: int = 0

    def place(self, column: str) -> str:
        """The cells of a column of facts, as a formula names them."""
        assert self.facts is not None
        letters = _letters(self.facts_at + totals.columns(self.facts).index(column))
        return f"'{self.name}'!${letters}$2:${letters}${max(2, self.rows + 1)}"


def write(material: Material, target: Target, made: Mapping[str, Any], language: Language, frame: Frame) -> None:
    """Write the workbook. Raises `ExportStopped`, `TooManyRows`."""
    from snhr_desktop.exchange.export.heard import HeardFile, HeardWorkbook

    files.make_folder(target.room)
    path = target.place_of()
    files.make_file(path)
    with HeardFile(path, material.still) as out:
        workbook = HeardWorkbook(out, target.room, material.still)
        try:
            workbook.set_properties({"title": language.text(ABOUT), "comments": str(made["program"])})
            _Writing(material, workbook, language, frame).write(made)
            workbook.close()
        except BaseException as error:
            workbook.give_up()
            traceback.clear_frames(error.__traceback__)  # an archive in the making ends itself while the file is open
            raise
    files.sync(path)
    target.seal(path)


class _Writing:
    """One workbook of one export."""

    def __init__(self, material: Material, workbook: "Workbook", language: Language, frame: Frame) -> None:
        self.material, self.language, self.frame = material, language, frame
        self._style, self._words = Style(workbook, language), Words(language)
        self._about = self._style.sheet(ABOUT, sheets.ABOUT_WIDTHS)
        self._totals = self._style.sheet(TOTALS, sheets.TOTAL_WIDTHS)
        self._tables = {table.code: table for table in tables(whole=material.asked.whole) if not table.flat}
        self._converting = {
            code: Converting(_columns(table), language, material.gazetteer, words=True, text=lambda texts: texts)
            for code, table in self._tables.items()
        }
        self._sheets = {code: self._table_sheet(table) for code, table in self._tables.items()}
        self._events = self._event_sheet()
        self._by_facts = {one.facts: one for one in (*self._sheets.values(), self._events) if one.facts}
        self._figures = tuple(totals.figures_of(self._by_facts, counted_only=material.asked.counted_only))
        self._sums = Sums(self._figures)

    def write(self, made: Mapping[str, Any]) -> None:
        """Everything."""
        for given, told in self.material.pairs(Dossier):
            self._dossier(given, told)
        for case, shown in self.material.pairs(CaseFile):
            self._case(case, shown)
        for one in (*self._sheets.values(), self._events):
            one.sheet.autofilter(0, 0, one.rows, one.width - 1)
        sheets.write_about(self._about, self._style, self.material, self.frame, made)
        sheets.write_totals(self._totals, self._style, self._figures, self._sums, self._asks)
        sheets.write_definitions(self._style)

    def _asks(self, figure: Figure) -> str:
        return totals.formula(figure.question, self._words, self._by_facts[figure.question.facts].place)

    # --- records ----------------------------------------------------------------------------------------------

    def _dossier(self, given: Dossier, told: Dossier) -> None:
        found = facts_of(given, self.material.gazetteer)
        frame = self.frame.of(found.incident)
        held: Mapping[str, Sequence[Fact]] = {
            "incidents": (found.incident,), "victims": found.victims, "facilities": found.facilities,
            "weapons": found.weapons,
        }  # fmt: skip
        for name, records in {"incidents": (told.incident,), **told.children()}.items():
            if name in self._sheets:
                for number, record in enumerate(records):
                    fact = held[name][number] if name in held else None
                    self._row(name, told.head, record, fact, frame)

    def _case(self, given: CaseFile, told: CaseFile) -> None:
        for name, records in {"cases": (told.case,), **told.children()}.items():
            for record in records:
                self._row(name, told.head, record, None, ("", ""))
        for fact in case_facts(given, self.material.gazetteer):
            self._event(told.case.reference, fact)

    def _event(self, reference: str, fact: CaseFact) -> None:
        frame = self.frame.of(fact)
        self._sums.take(Facts.CASE, fact, frame)
        self._put(self._events, [reference, *totals.cells(Facts.CASE, fact, frame, self._words)])

    def _row(self, name: str, head: Any, record: Any, fact: Fact | None, frame: tuple[str, str]) -> None:
        sheet = self._sheets[name]
        raw = (head.uid, head.reference, *cells_of(record, self._tables[name].fields))
        said = [self._said(raw[at : at + 3]) for at in sheet.said_at]
        row = [*self._converting[name].one(raw), *said]
        if sheet.facts and fact is not None:
            self._sums.take(sheet.facts, fact, frame)
            row += totals.cells(sheet.facts, fact, frame, self._words)
        self._put(sheet, row)

    def _said(self, cells: Sequence[Any]) -> Cell:
        """A partial date in words; one that is a day stands as a day already."""
        when = WhenKind().from_columns(cells)
        return "" if when.first is not None and when.first == when.last else bare(say_when(when, self.language))

    def _put(self, one: _Sheet, row: Iterable[Cell]) -> None:
        one.rows += 1
        if one.rows >= MOST_ROWS:
            raise TooManyRows
        for at, cell in enumerate(row):
            if cell is None or cell == "":
                continue
            if not isinstance(cell, str):
                one.sheet.write_number(one.rows, at, cell, self._style.plain)
            elif at in one.days:
                one.sheet.write_datetime(one.rows, at, dt.datetime.fromisoformat(cell), self._style.day)
            else:
                one.sheet.write_string(one.rows, at, fitted(cell), one.texts.get(at, self._style.plain))

    # --- sheets -----------------------------------------------------------------------------------------------

    def _event_sheet(self) -> _Sheet:
        reference = self.language.text(Case.field("reference").label)
        headers = [(reference, self._style.header, 18), *self._fact_headers(Facts.CASE)]
        return self._made(
            _Sheet(self._style.name(EVENTS), self._style.sheet(EVENTS), Facts.CASE, 1, len(headers)), headers
        )

    def _table_sheet(self, table: Table) -> _Sheet:
        facts, columns, style = _OF_LIST.get(table.code), _columns(table), self._style
        said = tuple(one.at for one in columns if one.part == "_first")
        days = frozenset(at for at, one in enumerate(columns) if _is_day(one))
        headers = [(one.label(self.language), style.header, _width(one)) for one in columns]
        headers += [(self.language.text(AS_SAID), style.header, 22) for _ in said]
        at = len(headers)
        headers += self._fact_headers(facts) if facts else []
        texts = {at: style.texts[one.field.language] for at, one in enumerate(columns) if one.field and _is_text(one)}
        made = _Sheet(style.name(table.title), style.sheet(table.title), facts, at, len(headers), said, days, texts)
        return self._made(made, headers)

    def _fact_headers(self, facts: Facts) -> list[tuple[str, Any, float]]:
        say = self.language.text
        names = (say(FACT, column=say(totals.LABELS[name])) for name in totals.columns(facts))
        return [(bare(name), self._style.fact_header, 24) for name in names]

    def _made(self, one: _Sheet, headers: Sequence[tuple[str, Any, float]]) -> _Sheet:
        self._style.header_row(one.sheet, headers)
        return one


def _columns(table: Table) -> Sequence[Column]:
    """What people read first, and identities, which only machines do, last."""
    return sorted(table.columns, key=lambda one: one.field is None)


def _is_day(column: Column) -> bool:
    return column.part in ("_first", "_last") or (column.field is not None and isinstance(column.field.kind, Day))


def _is_text(column: Column) -> bool:
    """Whether it holds words that may be longer than it is wide."""
    kind = column.field.kind if column.field else None
    return isinstance(kind, Text) and kind.limit > _WORDS


def _width(column: Column) -> float:
    """Letters: a text has room to be read, a code what it needs."""
    kind = column.field.kind if column.field else None
    if isinstance(kind, Text):
        return 60 if kind.lines else _WORDS
    return 34 if column.field is None or isinstance(kind, Choices) else 16


def _letters(at: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(at))
