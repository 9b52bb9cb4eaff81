"""Columns of numbers whose header says only of whom («نساء», “Children”): they count some of a number beside them."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from snhr_desktop.exchange.cells import number_text
from snhr_desktop.exchange.guessing.counted import says_only_whom, whom
from snhr_desktop.exchange.guessing.lexicon import INJURED, KILLED
from snhr_desktop.exchange.guessing.looks import Column, count_share
from snhr_desktop.exchange.guessing.targets import SURE, ColumnGuess

_HARMS = (KILLED, INJURED)


def with_parts(
    columns: Sequence[Column], guesses: Sequence[ColumnGuess], chosen: Collection[str]
) -> tuple[ColumnGuess, ...]:
    """The guesses, in which such columns count those of whom the file counts all: killed or injured, where it counts
    one of these, else those of the number right before them. Two totals side by side leave it open, and so does a row
    in which more are told than the total; what is `chosen` for a column stays."""
    totals = {at: one.target for at, one in enumerate(guesses) if one.target in _HARMS and not _some(one.column)}
    found = list(guesses)
    for at, column in enumerate(columns):
        if guesses[at].target or column.name in chosen or not says_only_whom(column.name):
            continue
        total = _total_of(at, columns, totals)
        if total is not None and _is_part(column, columns[total]):
            found[at] = replace(guesses[at], target=totals[total], confidence=SURE)
    return tuple(found)


def _total_of(at: int, columns: Sequence[Column], totals: dict[int, str]) -> int | None:
    """The place of the number that a column counts some of."""
    if len(set(totals.values())) == 1:
        return next(iter(totals))
    before = at - 1
    while before >= 0 and before not in totals and says_only_whom(columns[before].name):
        before -= 1
    beside = totals.get(before - 1, totals.get(before))
    return before if before in totals and beside == totals[before] else None


def _some(header: str) -> bool:
    """Whether a header counts some people by their sex or age: civilians are all whom a toll counts."""
    return any(set(who) - {"civil_status"} for who in whom(header))


def _is_part(part: Column, total: Column) -> bool:
    """Whether cells hold numbers, none of them above the total of its row."""
    if count_share(part) < 1.0:
        return False
    told = [(number_text(some), number_text(every)) for some, every in zip(part.cells, total.cells, strict=True)]
    return all(int(some) <= int(every) for some, every in told if some.isdigit() and every.isdigit())
