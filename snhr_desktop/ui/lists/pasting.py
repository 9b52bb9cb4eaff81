"""Rows as a spreadsheet takes them: cells parted by tabs, one row a line, headings above."""

from collections.abc import Iterable, Sequence
from typing import Any

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.i18n import Language, bare
from snhr_desktop.ui.lists.columns import Column

_FORMULA = ("=", "+", "-", "@")
_BETWEEN = {"terms": "; ", "date": " "}
"""What parts the lines of a cell, by its face: terms are a list; a date is one value, whatever lines it stands in."""
_WITHIN = " · "


def heading_line(columns: Sequence[Column], language: Language) -> str:
    """The headings of the columns."""
    return "\t".join(_cell(language.text(column.heading)) for column in columns)


def row_lines(rows: Iterable[Any], columns: Sequence[Column], language: Language, places: Gazetteer) -> list[str]:
    """One line for each row: numbers without grouping, no invisible direction marks, nothing a sheet would compute."""
    return ["\t".join(_said(row, column, language, places) for column in columns) for row in rows]


def _said(row: Any, column: Column, language: Language, places: Gazetteer) -> str:
    if column.number is not None:
        number = column.number(row)
        return "" if number is None else str(number)
    return _cell(_BETWEEN.get(column.face, _WITHIN).join(column.lines(row, language, places)))


def _cell(text: str) -> str:
    """A text in one cell: tabs and ends of lines become spaces, and what looks like a formula stays a text."""
    told = " ".join(bare(text).split())
    return f"'{told}" if told.startswith(_FORMULA) else told
