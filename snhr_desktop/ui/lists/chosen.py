"""The rows a person chose of a list: held as spans and never row by row, whatever their number."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from snhr_desktop.workspace import Found

Span = tuple[int, int]
"""A first row and the one after the last."""


@dataclass(frozen=True)
class Chosen:
    """How many rows, and the civilians killed and injured in them."""

    rows: int = 0
    killed: int = 0
    injured: int = 0


def added_up(found: Found, spans: Sequence[Span]) -> Chosen:
    """What spans of a list add up to: one subtraction for each."""
    return Chosen(
        sum(end - start for start, end in spans),
        sum(found.killed[end] - found.killed[start] for start, end in spans),
        sum(found.injured[end] - found.injured[start] for start, end in spans),
    )


def rows_of(found: Found, spans: Sequence[Span]) -> "array[int]":
    """The store's numbers of the rows in some spans."""
    rows = array("I")
    for start, end in spans:
        rows += found.rows[start:end]
    return rows
