"""The keys of persons, kept beside the records at each save: pairs of a name's words that find likely the same person.

Made of the records and of `domain.doubles.keys` alone; whoever changes the rules of keys raises `RULES`.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from snhr_desktop.domain.doubles import PersonTraits, person_keys, person_traits
from snhr_desktop.domain.kinds import SiteKind, WhenKind
from snhr_desktop.domain.records import Dossier, Incident, Victim
from snhr_desktop.domain.values import Site
from snhr_desktop.store import sets
from snhr_desktop.store.sums import Sums

if TYPE_CHECKING:
    from sqlite3 import Connection

Keys: TypeAlias = Sequence[tuple[Any, ...]]
"""What one person is filed under: each key with what is kept beside it."""

RULES = "1"
"""Which rules the keys of a store were made by."""

PERSON = """
    victim.id, victim.uid, victim.name_ar, victim.name_en, victim.father_ar, victim.sex, victim.age, victim.age_group,
    victim.place_of_origin_pcode, incident.date_first, incident.date_last, incident.date_precision,
    incident.place_pcode, incident.place_precision, incident.place_lat, incident.place_lon
"""
"""What `person_of` reads of a victim and its incident."""
_NAMED = "number = 1 AND (name_ar <> '' OR name_en <> '')"
_INSERT = "INSERT OR IGNORE INTO person_key (key, victim_id, sex, born, place) VALUES (?, ?, ?, ?, ?)"


def drop(connection: "Connection", row: int) -> None:
    """Take away the keys of an incident's victims as they are saved now; before they are written anew."""
    gone = [(key, victim) for key, victim, *_ in _rows(connection, "AND incident_id = ?", (row,))]
    connection.executemany("DELETE FROM person_key WHERE key = ? AND victim_id = ?", gone)


def write(connection: "Connection", written: Sequence[tuple[int, Dossier]]) -> None:
    """File the victims of dossiers just written, each with the row of its incident."""
    ids = sets.rows_of(connection, Victim, (row for row, _ in written))
    for _, dossier in written:
        put(connection, zip((ids[victim.uid] for victim in dossier.victims), keys_of(dossier), strict=True))


def keys_of(dossier: Dossier) -> tuple[Keys, ...]:
    """What each victim of a dossier is filed under, in their order; nothing for one without a name."""
    traits = (person_traits(victim, dossier.incident) for victim in dossier.victims)
    return tuple(tuple(_keys(person)) if person else () for person in traits)


def put(connection: "Connection", persons: Iterable[tuple[int, Keys]]) -> None:
    """File persons, each by the row of the victim."""
    connection.executemany(_INSERT, [(key, row, *about) for row, keys in persons for key, *about in keys])


def rebuild(connection: "Connection") -> None:
    """File every victim again."""
    connection.execute("DELETE FROM person_key")
    # sorted, the table grows at its end: many times as fast
    connection.executemany(_INSERT, sorted(_rows(connection, "", ())))


def filed(connection: "Connection") -> Sums:
    """Everything that is filed, to be held against what it should be."""
    sums = Sums(connection, "victim")
    rows = connection.execute("SELECT key, victim_id, sex, born, place FROM person_key")
    sums.add((said[1], hash(said)) for said in rows)
    return sums


def filing(row: int, victim: Victim, incident: Incident) -> Iterator[tuple[int, int]]:
    """What is to be filed of somebody, as `filed` holds it."""
    if person := person_traits(victim, incident):
        yield from ((row, hash(filed)) for filed in _filed(row, person))


def person_of(cells: Sequence[Any]) -> PersonTraits | None:
    """The traits of a victim in a row of `PERSON`; None for one without a name."""
    _, uid, name_ar, name_en, father_ar, sex, age, age_group, origin, *around = cells
    victim = Victim(
        uid=uid, name_ar=name_ar, name_en=name_en, father_ar=father_ar, sex=sex, age=age, age_group=age_group,
        place_of_origin=Site(origin),
    )  # fmt: skip
    date, place = WhenKind().from_columns(around[:3]), SiteKind().from_columns(around[3:7])
    return person_traits(victim, Incident(date=date, place=place))


def _rows(connection: "Connection", clause: str, values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    found = connection.execute(
        f"SELECT {PERSON} FROM victim JOIN incident ON incident.id = incident_id WHERE {_NAMED} {clause}", values
    )
    for cells in found:
        if person := person_of(cells):
            yield from _filed(cells[0], person)


def _filed(victim: int, person: PersonTraits) -> Iterator[tuple[Any, ...]]:
    """The rows that a victim is filed in."""
    return ((key, victim, *about) for key, *about in _keys(person))


def _keys(person: PersonTraits) -> Iterator[tuple[Any, ...]]:
    """The same without the row of the victim."""
    born = person.born()
    about = (person.sex, None if born is None else int(born), person.place.pcode)
    return ((key, *about) for key in person_keys(person.name))
