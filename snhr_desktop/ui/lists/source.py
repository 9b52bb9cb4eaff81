"""Where a list has its rows from: two questions to an open store, asked on its thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from snhr_desktop.workspace import Found, Workspace


class Row(Protocol):
    """One line of a list."""

    @property
    def uid(self) -> str:
        """The identity of what it is a line of."""


@dataclass(frozen=True)
class Source:
    """`found(workspace, query, most, wanted)` tells which rows a query finds, `rows(workspace, numbers)` reads some."""

    found: Callable[[Workspace, Any, int, Callable[[], bool]], Found | None]
    rows: Callable[[Workspace, list[int]], tuple[Any, ...]]
