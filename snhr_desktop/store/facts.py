"""The facts that figures add up: computed by `domain.counting` at each save and kept beside the records.

They say nothing that the records do not; `differing` shows that, and `rebuild` makes them anew.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeAlias

from snhr_desktop.domain.counting import FacilityFact, Facts, IncidentFact, VictimFact, WeaponFact, facts
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Dossier
from snhr_desktop.store import dossiers

if TYPE_CHECKING:
    from sqlite3 import Connection

    Fact: TypeAlias = IncidentFact | VictimFact | FacilityFact | WeaponFact

FACT_TABLES: dict[str, type[Any]] = {
    "incident_fact": IncidentFact,
    "victim_fact": VictimFact,
    "facility_fact": FacilityFact,
    "weapon_fact": WeaponFact,
}
_NAMES = {kind: tuple(f.name for f in fields(kind)) for kind in FACT_TABLES.values()}
_COLUMNS = {name: ", ".join(_NAMES[kind]) for name, kind in FACT_TABLES.items()}
_INSERT = {
    name: f"INSERT INTO {name} (incident_id, {_COLUMNS[name]}) VALUES (?{', ?' * len(fields(kind))})"
    for name, kind in FACT_TABLES.items()
}


def write(connection: "Connection", row: int, dossier: Dossier, gazetteer: Gazetteer) -> None:
    """Put the facts of a dossier in place of those of its earlier state. `row` is the incident's."""
    if dossier.revision > 1:
        for name in FACT_TABLES:
            connection.execute(f"DELETE FROM {name} WHERE incident_id = ?", (row,))
    for name, rows in _rows(facts(dossier, gazetteer)).items():
        connection.executemany(_INSERT[name], [(row, *cells) for cells in rows])


def rebuild(connection: "Connection", gazetteer: Gazetteer) -> None:
    """Compute every fact again: after the list of places has changed, or a rule of counting."""
    for name in FACT_TABLES:
        connection.execute(f"DELETE FROM {name}")
    for row, dossier in dossiers.read_all(connection):
        for name, rows in _rows(facts(dossier, gazetteer)).items():
            connection.executemany(_INSERT[name], [(row, *cells) for cells in rows])


def differing(connection: "Connection", gazetteer: Gazetteer) -> Iterator[str]:
    """References of the incidents whose stored facts are not what their records give."""
    for row, dossier in dossiers.read_all(connection):
        for name, rows in _rows(facts(dossier, gazetteer)).items():
            stored = connection.execute(f"SELECT {_COLUMNS[name]} FROM {name} WHERE incident_id = ?", (row,))
            if sorted(stored.fetchall(), key=repr) != sorted(rows, key=repr):
                yield dossier.incident.reference
                break


def _rows(found: Facts) -> dict[str, list[tuple[Any, ...]]]:
    parts: dict[str, Sequence[Fact]] = {
        "incident_fact": (found.incident,),
        "victim_fact": found.victims,
        "facility_fact": found.facilities,
        "weapon_fact": found.weapons,
    }
    return {name: [_cells(fact) for fact in part] for name, part in parts.items()}


def _cells(fact: "Fact") -> tuple[object, ...]:
    return tuple(_cell(getattr(fact, name)) for name in _NAMES[type(fact)])


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, dt.date) else value
