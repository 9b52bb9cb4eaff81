"""What a list asks of the store, worked on the store's thread: which rows there are, and the pages in sight."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from snhr_desktop.ui.lists.row_pages import PAGE
from snhr_desktop.ui.lists.source import Source
from snhr_desktop.workspace import Found, Workspace


@dataclass(frozen=True)
class Look:
    """Rows a query finds, and the pages of them that were read. Not `whole`: there are more than these."""

    found: Found
    pages: dict[int, tuple[Any, ...]]
    whole: bool


def look(
    workspace: Workspace, source: Source, query: Any, pages: Iterable[int], wanted: Callable[[], bool]
) -> Look | None:
    """All the rows of a query with some pages read, or the first page alone where none is asked for.

    So the beginning of a list shows before its end is known. None where nobody wants it any more.
    """
    asked = tuple(pages)
    found = source.found(workspace, query, -1 if asked else PAGE, wanted)
    if found is None:
        return None
    read = {page: read_page(workspace, source, found, page) for page in asked or (0,)}
    return Look(found, read, bool(asked) or len(found) < PAGE)


def read_page(workspace: Workspace, source: Source, found: Found, page: int) -> tuple[Any, ...]:
    """One page of the rows found."""
    return source.rows(workspace, found.rows[page * PAGE : (page + 1) * PAGE].tolist())
