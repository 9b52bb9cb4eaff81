"""Which columns of a list show, in which order, how wide, and how many stay at the leading edge."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from snhr_desktop.ui.lists.columns import Column

LEAST, MOST = 40, 900
"""Widths a column can be given, px."""
MOST_FROZEN = 4


@dataclass(frozen=True)
class Layout:
    """Keys of the columns that show, in the order of reading. A column without a width shares the room there is.

    It holds nothing of what a store holds, so that it may be kept in the settings of the machine.
    """

    keys: tuple[str, ...]
    widths: Mapping[str, int] = field(default_factory=dict)
    frozen: int = 0

    def dump(self) -> str:
        """As a line of text."""
        return json.dumps({"keys": self.keys, "widths": dict(self.widths), "frozen": self.frozen})


def usual(columns: Sequence[Column]) -> Layout:
    """The layout a list has until a person wants another."""
    return Layout(tuple(column.key for column in columns if column.usual))


def read_layout(text: str, columns: Sequence[Column]) -> Layout:
    """A layout that was kept; what does not read, or names no column there is, is as good as none."""
    try:
        return _read(json.loads(text), {column.key for column in columns}) or usual(columns)
    except (ValueError, TypeError, KeyError, AttributeError):
        return usual(columns)


def _read(kept: Any, known: set[str]) -> Layout | None:
    keys = tuple(dict.fromkeys(key for key in kept["keys"] if key in known))
    widths = {key: min(MOST, max(LEAST, int(px))) for key, px in kept["widths"].items() if key in known}
    frozen = min(MOST_FROZEN, max(0, int(kept["frozen"])), max(0, len(keys) - 1))
    return Layout(keys, widths, frozen) if keys else None
