"""The facts that figures add up: computed by `domain.counting` at each save and kept beside the records.

They say nothing that the records do not; `differing` shows that, and `rebuild` makes them anew.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from snhr_desktop.domain.case_counting import CaseFact, case_facts
from snhr_desktop.domain.counting import FacilityFact, IncidentFact, VictimFact, WeaponFact, facts
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CaseFile, Dossier, RecordSet
from snhr_desktop.store import sets
from snhr_desktop.store.batches import Watched, batches, unwatched
from snhr_desktop.store.inserting import Hung, insert

if TYPE_CHECKING:
    from sqlite3 import Connection

    Fact: TypeAlias = IncidentFact | VictimFact | FacilityFact | WeaponFact | CaseFact

Rows: TypeAlias = Mapping[str, Sequence[tuple[Any, ...]]]
"""Facts of one set by their table."""
Facts: TypeAlias = Mapping[str, Hung]
"""Facts of some sets by their table, each with the number of its set; no table is there without any."""

FACT_TABLES: dict[str, type[Any]] = {
    "incident_fact": IncidentFact,
    "victim_fact": VictimFact,
    "facility_fact": FacilityFact,
    "weapon_fact": WeaponFact,
    "case_fact": CaseFact,
}
_OF: dict[type[RecordSet], tuple[str, ...]] = {
    Dossier: ("incident_fact", "victim_fact", "facility_fact", "weapon_fact"),
    CaseFile: ("case_fact",),
}
_OWNER = {table: f"{kind.head_type.type_name}_id" for kind, tables in _OF.items() for table in tables}
_COLUMNS = {name: ", ".join(kind._fields) for name, kind in FACT_TABLES.items()}


def write(connection: "Connection", written: Sequence[tuple[int, RecordSet]], gazetteer: Gazetteer) -> None:
    """Put the facts of sets in place of those of their earlier states. Each comes with the row of its head."""
    for row, given in written:
        if given.revision > 1:
            for name in _OF[type(given)]:
                connection.execute(f"DELETE FROM {name} WHERE {_OWNER[name]} = ?", (row,))
    put(connection, [row for row, _ in written], facts_of([rows_of(given, gazetteer) for _, given in written]))


def rows_of(given: RecordSet, gazetteer: Gazetteer) -> Rows:
    """The facts of a set as their tables hold them, but for the row of its head."""
    return {name: [_cells(fact) for fact in part] for name, part in _parts(given, gazetteer).items()}


def facts_of(given: Sequence[Rows]) -> Facts:
    """The facts of some sets together."""
    made: dict[str, tuple[list[int], list[tuple[Any, ...]]]] = defaultdict(lambda: ([], []))
    for number, one in enumerate(given):
        for name, rows in one.items():
            if rows:
                of, held = made[name]
                of += [number] * len(rows)
                held += rows
    return {name: Hung.on(*both) for name, both in made.items()}


def put(connection: "Connection", rows: Sequence[int], given: Facts) -> None:
    """Write the facts of sets that have none there; `rows` are those of their heads."""
    for name, held in given.items():
        owners = [rows[of] for of in held.of]
        insert(connection, name, (_OWNER[name], *FACT_TABLES[name]._fields), [owners, *held.columns])


def rebuild(connection: "Connection", gazetteer: Gazetteer, watched: Watched = unwatched) -> None:
    """Compute every fact again: after the list of places has changed, or a rule of counting."""
    for kind, tables in _OF.items():
        for name in tables:
            connection.execute(f"DELETE FROM {name}")
        for some in batches(watched(sets.read_all(connection, kind))):
            made = facts_of([rows_of(given, gazetteer) for _, given in some])
            put(connection, [row for row, _ in some], made)


def differing(connection: "Connection", part: Mapping[int, RecordSet], gazetteer: Gazetteer) -> Iterator[str]:
    """References of the sets (all incidents or all cases, by their rows) whose stored facts are not what they give."""
    held: dict[str, dict[int, list[tuple[Any, ...]]]] = {}
    for row, given in part.items():
        for name, rows in rows_of(given, gazetteer).items():
            if name not in held:
                held[name] = _held(connection, name, part)
            stored = held[name].get(row, [])
            if stored != rows and sorted(stored, key=repr) != sorted(rows, key=repr):
                yield given.head.reference
                break


def _held(connection: "Connection", name: str, part: Iterable[int]) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    owner = _OWNER[name]
    asked = f"SELECT {owner}, {_COLUMNS[name]} FROM {name} WHERE {owner} IN (SELECT value FROM json_each(?))"
    for row, *cells in connection.execute(asked, (json.dumps(list(part)),)):
        found[row].append(tuple(cells))
    return found


def _parts(given: RecordSet, gazetteer: Gazetteer) -> "dict[str, Sequence[Fact]]":
    if isinstance(given, CaseFile):
        return {"case_fact": case_facts(given, gazetteer)}
    assert isinstance(given, Dossier)
    found = facts(given, gazetteer)
    return {
        "incident_fact": (found.incident,),
        "victim_fact": found.victims,
        "facility_fact": found.facilities,
        "weapon_fact": found.weapons,
    }


def _cells(fact: "Fact") -> tuple[object, ...]:
    return tuple([one if type(one) is str else _cell(one) for one in fact])


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, dt.date) else value
