"""What a cell of a file says, whatever type the file gave it: text, a number, a time, and where it stands."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from snhr_desktop.domain.dates import LATIN_DIGITS
from snhr_desktop.domain.kinds import Text
from snhr_desktop.domain.names import words
from snhr_desktop.exchange.guarding import plain

Cells = Mapping[str, Any]

_ANY_TEXT = Text(1 << 30, lines=True)
_WHOLE = re.compile(r"([-−]?\d+)[.٫]0+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[,٬،]\d{3})+")
_TIME = re.compile(r"(?:.*[T ])?(\d{1,2})[:.](\d{2})(?:[:.]\d.*|[zZ])?")
_HALF_DAY = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*([aApPصم])\.?[mM]?\.?")
_AGE = re.compile(r"(\d{1,5})?\s*(\D+)")
_SAYS_NO = frozenset({"", "0", "no", "false", "لا", "n"})


class _Unit(NamedTuple):
    """A word for a unit of time: how many of it the word alone says, and how many a year has."""

    number: int
    of_year: int


_UNITS: Mapping[str, _Unit] = {
    word: _Unit(number, of_year)
    for said, number, of_year in (
        ("year years سنة سنوات سنين عام أعوام عاما", 1, 1),
        ("سنتان سنتين عامان عامين", 2, 1),
        ("month months شهر أشهر شهور شهرا", 1, 12),
        ("شهران شهرين", 2, 12),
        ("week weeks أسبوع أسابيع أسبوعا", 1, 52),
        ("أسبوعان أسبوعين", 2, 52),
        ("day days يوم أيام يوما", 1, 365),
        ("يومان يومين", 2, 365),
    )
    for word in words(said)
}


def text_of(cell: object) -> str:
    """A cell as trimmed text without direction marks and controls; blank for none.

    A whole number that a spreadsheet kept as 12.0 is 12, a day is written as 2018-03-22.
    """
    if type(cell) is str:  # by far the most cells: nothing that is printed needs to be cleaned
        return cell.strip() if cell.isprintable() and cell[:1] != "'" else _ANY_TEXT.parse(plain(cell))
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1 << 53:
        return str(int(cell))
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return _ANY_TEXT.parse(plain(str(cell)))


def first_filled(cells: Cells, columns: Iterable[str]) -> str:
    """The column of the first cell that says anything, or blank."""
    for column in columns:
        if text_of(cells.get(column)):
            return column
    return ""


def says(cell: object) -> bool:
    """Whether a cell says something: it is filled, and neither 0 nor no."""
    return text_of(cell).casefold() not in _SAYS_NO


def number_text(cell: object) -> str:
    """A number as text without what spreadsheets put around it: 12.0, 1,200, an apostrophe before it."""
    text = text_of(cell).removeprefix("'").translate(LATIN_DIGITS)
    if found := _WHOLE.fullmatch(text):
        return found[1]
    return re.sub("[,٬،]", "", text) if _THOUSANDS.fullmatch(text) else text


def age_text(cell: object) -> str:
    """An age in whole years, as text: «9 أشهر» is 0. What is more than a number with its unit stands as it is."""
    text = number_text(cell)
    if found := _AGE.fullmatch(text):
        parts = words(found[2])
        if len(parts) == 1 and (unit := _UNITS.get(parts[0])):
            return str(int(found[1] or unit.number) // unit.of_year)
    return text


def words_text(cell: object) -> str:
    """Words without the apostrophe by which a spreadsheet marks a text; before a Latin letter it may be an ayn."""
    text = text_of(cell)
    return text[1:] if text[:1] == "'" and "\u0600" <= text[1:2] <= "\u06ff" and "'" not in text[1:] else text


def time_text(cell: object) -> str:
    """The time of a day or of a day with its time, as 14:30; what is none of these as it stands."""
    if isinstance(cell, dt.datetime):
        return f"{cell:%H:%M}"
    if isinstance(cell, float) and 0 <= cell < 1:  # a part of a day, as spreadsheets keep times
        return "{:02}:{:02}".format(*divmod(round(cell * 1440) % 1440, 60))
    text = text_of(cell).translate(LATIN_DIGITS)
    if found := _HALF_DAY.fullmatch(text):
        hour = int(found[1]) % 12 + (12 if found[3] in "pPم" else 0)
        return f"{hour:02}:{found[2]}"
    found = _TIME.fullmatch(text)
    return f"{found[1]}:{found[2]}" if found else text
