"""What tells the rows of a file apart: a column that is a key, else the date, the place and what more it takes."""

from collections.abc import Mapping, Sequence

from snhr_desktop.domain.names import fold
from snhr_desktop.exchange.cells import text_of
from snhr_desktop.exchange.guessing import building
from snhr_desktop.exchange.guessing.lexicon import header_words
from snhr_desktop.exchange.guessing.looks import Column
from snhr_desktop.exchange.mapping import INCIDENT, VICTIM, RecordRule
from snhr_desktop.exchange.reading import Row


def kind_of_rows(records: Mapping[str, Sequence[RecordRule]]) -> str:
    """What a row is, where it is no case: somebody harmed where it has fields of one, else an incident."""
    own_people = [rule for rule in records.get("victims", ()) if not rule.each and not rule.source]
    return VICTIM if own_people else INCIDENT


def key_of_each(
    targets: building.Targets, rows: Sequence[Row], tell: Sequence[str], at_least: int = 1
) -> tuple[str, tuple[str, ...]]:
    """The column that is another in each row, but for slips in a long list, a number of incidents before one of rows,
    which is another's as soon as a row comes between; else those that `tell`, as many as it takes and never fewer than
    `at_least`."""
    apart = [column.name for column in targets.get("file.key", ()) if _tells_rows_apart(column)]
    unique = next(filter(_is_of_incidents, apart), next(iter(apart), ""))
    return unique, () if unique else _telling(targets, rows, tell, at_least)


def _is_of_incidents(header: str) -> bool:
    return not _INCIDENT.isdisjoint(header_words(header))


def _tells_rows_apart(column: Column) -> bool:
    return column.unique or len(column.distinct) >= _BUT_FOR_SLIPS * len(column.cells) > 0


def key_of_several(targets: building.Targets, rows: Sequence[Row]) -> tuple[str, tuple[str, ...]]:
    """The column, or the columns, that the rows of one incident have in common."""
    keys = targets.get("file.key", ())
    shared = next((column.name for column in keys if _is_of_incidents(column.name)), "")
    shared = shared or next((column.name for column in keys if not column.unique and len(column.distinct) > 1), "")
    if shared:
        return shared, ()
    return "", _telling(targets, rows, INCIDENTS, incidents=True)


def _telling(
    targets: building.Targets, rows: Sequence[Row], tell: Sequence[str], at_least: int = 1, *, incidents: bool = False
) -> tuple[str, ...]:
    """The date and the place, with as much more as it takes to tell rows apart where each is an incident."""
    chosen: list[str] = []
    for at, target in enumerate(tell, 1):
        for column in targets.get(target, ())[:1]:
            chosen.append(column.name)
            said = {tuple(text_of((row.cells or {}).get(name)) for name in chosen) for row in rows}
            if not incidents and len(said) == len(rows) and at >= at_least:
                return tuple(chosen)
        if incidents and target == _LAST_OF_INCIDENT:
            break
    first = next(iter(rows[0].cells or {}), "") if rows else ""
    return tuple(chosen) or (first,)


INCIDENTS = (
    "date.column", "place.pcodes", "place.community", "place.subdistrict", "place.district", "place.governorate",
    "incident.time", "incident.title_ar", "incident.title_en", "incident.landmark_ar", "incident.landmark_en",
    "place.latitude", "place.longitude", "place.point", "attributions.party", "weapons.weapon",
    "incident.narrative_ar", "incident.narrative_en",
)  # fmt: skip
"""What tells one incident from another, the surest first. Its toll does not: it is corrected, and told in parts."""
CASES = (
    "case.name_ar", "case.name_en", "case.father_ar", "date.column", "case.mother_ar", "place.community",
    "place.governorate", "case.age", "states.first.party",
)  # fmt: skip
"""What tells one person who was taken from another."""
OF_PERSON = 4
"""Of these, the names and the day always: a name alone is many people's, if not in this list then in the next."""
_INCIDENT = frozenset(fold(word) for word in ("incident", "event", "case", "حادثة", "الحادثة", "حدث", "الحدث"))
"""Words that make a number one of incidents, not of rows."""
_BUT_FOR_SLIPS = 0.95
"""The part of the rows of a list that have a number of their own where it was meant to be one of each."""
_LAST_OF_INCIDENT = "place.governorate"
