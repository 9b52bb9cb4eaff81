"""Numbers of persons that stand beside the numbers of some of them: each person is counted once."""

from collections.abc import Mapping, Sequence
from typing import Any

from snhr_desktop.domain.kinds import Count, Invalid
from snhr_desktop.exchange.cells import Cells, number_text

Parts = Mapping[str, Sequence[str]]
"""The columns that count some of those that a column counts, by that column."""
PERSONS = Count(0, 1_000_000)
"""What a column that counts persons may hold."""


def number_of(cell: Any) -> int | None:
    """The number in a cell; None for a blank one and for anything else."""
    try:
        return PERSONS.parse(number_text(cell))
    except Invalid:
        return None


def told_apart(columns: Sequence[str], cells: Cells, parts: Parts) -> int:
    """How many persons some columns count together; a blank one counts those that its own parts do."""
    return sum(_counted(column, cells, parts) for column in columns)


def without_parts(cell: Any, columns: Sequence[str], cells: Cells, parts: Parts) -> Any:
    """What is left of a number without those that `columns` count; what is no number stays as it is."""
    whole = number_of(cell) if columns else None
    return cell if whole is None else whole - told_apart(columns, cells, parts)


def _counted(column: str, cells: Cells, parts: Parts) -> int:
    number = number_of(cells.get(column))
    if number is not None:
        return number
    others = {name: some for name, some in parts.items() if name != column}
    return told_apart(parts.get(column, ()), cells, others)
