"""Rows of a long list, kept by the page: what was read stays at hand, the oldest pages go."""

from collections.abc import Iterable
from typing import Any

PAGE = 64
"""Rows read at a time."""
_KEPT = 256
"""Pages kept: sixteen thousand rows."""


class RowPages:
    """The pages read of one question, and those that are waited for."""

    def __init__(self) -> None:
        self._pages: dict[int, tuple[Any, ...]] = {}
        self._wanted: list[int] = []

    def clear(self) -> None:
        """Forget everything: another question was asked."""
        self._pages.clear()
        self._wanted.clear()

    def put(self, page: int, rows: tuple[Any, ...]) -> None:
        """Keep a page."""
        self._pages.pop(page, None)
        self._pages[page] = rows
        while len(self._pages) > _KEPT:
            del self._pages[next(iter(self._pages))]

    def row(self, number: int) -> Any:
        """One row, or None where its page was not read yet; then it is wanted."""
        page, at = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is not None:
            return rows[at] if at < len(rows) else None
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        return None

    def next_wanted(self) -> int | None:
        """The page wanted last: who jumps through a list waits for where it came to rest."""
        if not self._wanted:
            return None
        page = self._wanted.pop()
        del self._wanted[:-1]  # a view shows two pages at most
        return page

    def number_of(self, uid: str) -> int | None:
        """Where in the list a row stands, if its page is at hand."""
        for page, rows in self._pages.items():
            for at, row in enumerate(rows):
                if row.uid == uid:
                    return page * PAGE + at
        return None


def pages_of(rows: Iterable[int]) -> tuple[int, ...]:
    """The pages that hold these rows."""
    return tuple(dict.fromkeys(row // PAGE for row in rows))
