"""A cell that holds a date, as text that `parse_when` reads: what spreadsheets, forms and other offices write.

Nothing is parsed here: shapes that it does not read are turned into ones that it does, and all else is left as it is.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from snhr_desktop.domain.dates import LATIN_DIGITS, NotADate, parse_when
from snhr_desktop.domain.names import fold
from snhr_desktop.exchange.cells import text_of
from snhr_desktop.exchange.mapping import DAY_FIRST, MONTH_FIRST

_NO_DATE = frozenset(
    map(fold, ("unknown", "not known", "n/a", "na", "none", "غير معروف", "مجهول", "لا يوجد", "غير محدد"))
)
_EPOCH = dt.date(1899, 12, 30)
_SERIALS = range(25569, 73051)
"""Numbers of days from 1970 to 2099, as spreadsheets count them; none of them could be a year."""
_CLOCK = re.compile(r"(?<=\d)(?:T|\s+)\d{1,2}:\d{2}.*$")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_PACKED = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_YEAR_FIRST = re.compile(r"([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(?<![\d/.\-])(\d{1,2})([/.\-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/.\-])")
_TWO_NAMES = re.compile(r"([^\d/,\-]{3,})/[^\d/,\-]{3,}(?=\s*,?\s*\d{4})")
_DAY_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([^\W\d_][^\d,]*?)[-/., ]+(\d{4}|\d{2})")
_NAME_DAY = re.compile(r"([^\W\d_]\D*?)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


def date_text(cell: object, order: str = "") -> str:
    """The date of a cell, day first unless `order` says the month; trimmed, and as it stands where it is no date."""
    if isinstance(cell, dt.date):
        return cell.date().isoformat() if isinstance(cell, dt.datetime) else cell.isoformat()
    return _of_text(text_of(cell), order)


@lru_cache(maxsize=1 << 13)
def _of_text(text: str, order: str) -> str:
    """Of a file of many rows the same few thousand days are read again and again."""
    text = " ".join(text.removeprefix("'").translate(LATIN_DIGITS).split())
    if not text or _is_iso(text):
        return text
    text = _CLOCK.sub("", text)
    return _of_digits(text) or _of_numbers(text, order) or _of_words(text)


def says_no_date(text: str) -> bool:
    """Whether a cell of dates says that none is known."""
    return fold(text) in _NO_DATE or not any(sign.isalnum() for sign in text) or set(text) <= set("0-/. :")


def says_a_day(cell: object) -> bool:
    """Whether a cell holds a date, however exact it is and whichever of its numbers is the day."""
    return any(_is_read(date_text(cell, order)) for order in (DAY_FIRST, MONTH_FIRST))


def _is_read(text: str) -> bool:
    try:
        return bool(parse_when(text))
    except NotADate:
        return False


class Orders:
    """Which number of the dates of a column is the day, by those that can be read in one way only."""

    def __init__(self) -> None:
        self._shown: Counter[str] = Counter()

    def look(self, cell: object) -> None:
        """One more cell."""
        if isinstance(cell, str) and (found := _NUMBERS.search(cell.translate(LATIN_DIGITS))):
            first, second = int(found[1]), int(found[3])
            if (first > 12) != (second > 12):
                self._shown[DAY_FIRST if first > 12 else MONTH_FIRST] += 1

    @property
    def most(self) -> str:
        """What most of them show, where dates of both kinds stand in one column; blank where none does."""
        return self._shown.most_common(1)[0][0] if self._shown else ""


def order_of(cells: Iterable[object]) -> str:
    """Which number of these dates is the day; blank where none shows it."""
    orders = Orders()
    for cell in cells:
        orders.look(cell)
    return orders.most


def _is_iso(text: str) -> bool:
    return len(text) == 10 and text[4] == text[7] == "-" and text[5:7] != "00" != text[8:]


def _of_digits(text: str) -> str:
    """Numbers of spreadsheets, dates without signs between, dates that begin with the year."""
    if (found := _SERIAL.fullmatch(text)) and int(found[1]) in _SERIALS:
        return (_EPOCH + dt.timedelta(days=int(found[1]))).isoformat()
    if found := _PACKED.fullmatch(text):
        return "-".join(found.groups())
    found = _YEAR_FIRST.fullmatch(text)
    return _partial(*found.groups()) if found else ""


def _of_numbers(text: str, order: str) -> str:
    """Day, month and year in numbers, one date or the two of a range."""

    def turned(found: re.Match[str]) -> str:
        day, month = (found[3], found[1]) if order == MONTH_FIRST else (found[1], found[3])
        year = found[4] if len(found[4]) == 4 else f"20{found[4]}"
        as_read = order != MONTH_FIRST and len(found[4]) == 4 and int(day) and int(month)
        return found[0] if as_read else _partial(year, month, day)

    return _NUMBERS.sub(turned, text) if _NUMBERS.search(text) else ""


def _of_words(text: str) -> str:
    """A month in words, or in the words of two calendars (كانون الثاني/يناير)."""
    text = " ".join(_TWO_NAMES.sub(r"\1 ", text).split())
    if found := _DAY_NAME.fullmatch(text):
        year = found[3] if len(found[3]) == 4 else f"20{found[3]}"
        return f"{found[1]} {found[2].strip()} {year}"
    found = _NAME_DAY.fullmatch(text)
    return f"{found[2]} {found[1].strip()} {found[3]}" if found else text


def _partial(year: str, month: str, day: str) -> str:
    """What is written as nought is not known; a year of nought is no date."""
    if not int(month) and not int(day) and int(year):
        return year
    return f"{year}-{month}" if not int(day) and int(month) else f"{year}-{int(month):02}-{int(day):02}"
