"""A new set of records as it will be written, but for what its store alone can say: reference, rows, moment and chain.

It follows from the set, the places and the day, and asks no store: a process that has none may make it ahead.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.store import facts, history, sets
from snhr_desktop.store.sets import S
from snhr_desktop.store.spoken_sets import spoken


class Ready(NamedTuple):
    """One set, all of whose records have identities, and which has no reference yet.

    `year` is the one its reference will have, `identity.UNDATED` for none. `found_by` is what the index of its kind
    takes.
    """

    uid: str
    status: str
    year: int
    laid: sets.LaidSet
    spoken: history.Spoken
    facts: facts.Rows
    found_by: Any


def ready(
    given: Sequence[S], places: Gazetteer, day: Callable[[S], dt.date | None], found_by: Sequence[Any]
) -> list[Ready]:
    """Sets, all of whose records have identities, and which have no reference, as they will be written.

    `day` is the one whose year a reference has, `found_by` goes with each.
    """
    days = map(day, given)
    laid = list(map(sets.laid, given))
    said = list(map(spoken, given))
    counted = [facts.rows_of(one, places) for one in given]
    parts = zip(given, days, laid, said, counted, found_by, strict=True)
    return [Ready(one.head.uid, one.head.status, on.year if on else 0, *rest) for one, on, *rest in parts]
