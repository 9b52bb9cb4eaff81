"""What a cell of a flag says: yes or no in words, or a day, which nobody writes of what did not happen."""

from collections.abc import Collection
from typing import Any

from snhr_desktop.domain.kinds import Flag, Invalid
from snhr_desktop.exchange.cells import text_of
from snhr_desktop.exchange.date_text import says_a_day, says_no_date

_FLAG = Flag()


def says_yes(cell: Any) -> bool | None:
    """Whether a flag is set; None for words that say neither yes nor no."""
    try:
        return _FLAG.parse(cell if cell is None or isinstance(cell, bool) else text_of(cell))
    except Invalid:
        return True if says_a_day(cell) else None


def is_told(column: str, cell: Any, days: Collection[str]) -> bool:
    """Whether a word that is neither yes nor no is one to be told: in a column of `days` “not known” is not."""
    return not (column in days and says_no_date(text_of(cell)))
