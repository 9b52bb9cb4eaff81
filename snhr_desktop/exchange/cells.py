"""What a cell of a file says, whatever type the file gave it."""

from collections.abc import Iterable, Mapping
from typing import Any

from snhr_desktop.domain.kinds import Text
from snhr_desktop.exchange.guarding import plain

_ANY_TEXT = Text(1 << 30, lines=True)


def text_of(cell: object) -> str:
    """A cell as trimmed text without direction marks and controls; blank for none."""
    return "" if cell is None else _ANY_TEXT.parse(plain(str(cell)))


def first_filled(cells: Mapping[str, Any], columns: Iterable[str]) -> Any:
    """The first cell of `columns` that says anything, or None."""
    found = next((cells[column] for column in columns if text_of(cells.get(column))), None)
    return plain(found) if isinstance(found, str) else found
