"""Rows on pages that nothing leads to any more, since the page above them is destroyed: found page by page.

Which table a page belongs to stands nowhere on it. Its rows tell: how many values they have, of which kinds, and
whether the table lacks rows of such numbers. What was deleted may be found too; the history, which is asked afterwards,
knows what is of today.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from snhr_desktop.store.salvage import leaves
from snhr_desktop.store.salvage.leaves import Row
from snhr_desktop.store.salvage.pages import Pages

if TYPE_CHECKING:
    from sqlite3 import Connection

_TYPES: dict[str, tuple[type, ...]] = {
    "INTEGER": (int,), "INT": (int,), "REAL": (int, float), "TEXT": (str,), "BLOB": (bytes,),
}  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """What rows of a table look like. `columns` are name, type, whether a value has to be there, in their order.

    `number` is the place of the column that is the row's number, -1 for none; `gaps` are the row numbers that could
    not be read; `least` is how many values there are in rows that are older than the columns at the end.
    """

    table: str
    columns: tuple[tuple[str, str, bool], ...]
    number: int
    gaps: tuple[tuple[int, int], ...]
    least: int

    def fits(self, row: Row) -> bool:
        """Whether a row can be one of this table."""
        _, values = row
        return self.least <= len(values) <= len(self.columns) and all(
            self._suits(place, value) for place, value in enumerate(values)
        )

    def lacks(self, row: Row) -> bool:
        """Whether a row of that number could not be read."""
        return any(low <= row[0] <= high for low, high in self.gaps)

    def cells(self, row: Row) -> tuple[Any, ...]:
        """The values of a row as they are to be written."""
        number, values = row
        return tuple(number if place == self.number else value for place, value in enumerate(values))

    def _suits(self, place: int, value: Any) -> bool:
        _, declared, needed = self.columns[place]
        if value is None:
            return place == self.number or not needed
        return place != self.number and isinstance(value, _TYPES.get(declared, (object,)))


def shape(new: "Connection", table: str, gaps: Iterable[tuple[int, int]]) -> Shape:
    """The shape of a table as a new file has it."""
    said = new.execute(f"PRAGMA table_info({table})").fetchall()
    columns = tuple((f'"{row[1]}"', str(row[2]).upper(), bool(row[3])) for row in said)
    numbers = [row[0] for row in said if row[5] and str(row[2]).upper() == "INTEGER"]
    last = max((place for place, row in enumerate(said) if row[4] is None and row[3]), default=0)
    return Shape(table, columns, numbers[0] if len(numbers) == 1 else -1, tuple(gaps), last + 1)


def carve(roots: Iterable[int], pages: Pages, shapes: Iterable[Shape]) -> Iterator[tuple[Shape, list[Row]]]:
    """The rows of each page that hangs on nothing and belongs to one of these tables."""
    broken = tuple(shapes)
    reached = _reached(pages, roots)
    for number in range(2, pages.count + 1):
        if number in reached or (page := pages.read(number)) is None or leaves.kind(page, number) != leaves.LEAF_TABLE:
            continue
        found = [row for row in leaves.rows(page, pages.read) if row is not None]
        if found and (belongs := _belongs(found, broken)):
            yield belongs, found


def _belongs(found: list[Row], broken: Iterable[Shape]) -> Shape | None:
    """The table that lacks most of these rows, of those that all of them fit."""
    lacking = [(sum(one.lacks(row) for row in found), one) for one in broken if all(map(one.fits, found))]
    return max(lacking, key=lambda said: said[0])[1] if lacking else None


def _reached(pages: Pages, roots: Iterable[int]) -> set[int]:
    """The pages that a table or an index leads to, and those that are known to be free."""
    reached = _free(pages)
    waiting = [root for root in roots if root]
    while waiting:
        number = waiting.pop()
        if number in reached or not 0 < number <= pages.count:
            continue
        page = pages.read(number)
        if page is not None:
            reached.add(number)
            waiting.extend(leaves.below(page, number))
    return reached


def _free(pages: Pages) -> set[int]:
    free: set[int] = set()
    first = pages.read(1)
    trunk = int.from_bytes(first[32:36], "big") if first else 0
    while trunk and trunk not in free and (page := pages.read(trunk)):
        free.add(trunk)
        count = min(int.from_bytes(page[4:8], "big"), len(page) // 4 - 2)
        free |= {int.from_bytes(page[8 + 4 * n : 12 + 4 * n], "big") for n in range(count)}
        trunk = int.from_bytes(page[:4], "big")
    return free
