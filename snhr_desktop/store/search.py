"""Full-text search: folded words of every searchable text of a dossier, found in any usual spelling.

Document and question are folded alike by `domain.names`, so that the index holds only letters, digits and spaces,
and a question can hold no operator. Incidents, the persons in them and the names that sources go by have an index
each; its row is that of the record. Sensitive fields are never indexed.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeAlias

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.names import fold, words
from snhr_desktop.domain.particles import bare_forms
from snhr_desktop.domain.places import Gazetteer, Place
from snhr_desktop.domain.records import RECORD_TYPES, Dossier, Record, Source, Victim
from snhr_desktop.domain.seeking import Question
from snhr_desktop.store import dossiers, sets
from snhr_desktop.store.batches import Watched, batches, unwatched

if TYPE_CHECKING:
    from sqlite3 import Connection

INCIDENTS, PERSONS, SOURCE_NAMES = "search", "search_person", "search_source_name"
CASES = "case_search"
"""The index of cases, which `case_words` keeps."""
SOURCE_NAMED_BY = ("pseudonym", "publisher_ar", "publisher_en")
"""Fields of a source that it is found by."""
_INDEXES = (INCIDENTS, PERSONS, SOURCE_NAMES)

Written = Sequence[tuple[int, Dossier]]
"""Dossiers as they were just written, each with the row of its incident."""


Words: TypeAlias = tuple[str, tuple[str, ...], tuple[str, ...]]
"""What an incident is found by, folded: itself, everybody in it, in their order; and what its sources go by.

A bare tuple: in a large import one of each incident goes from process to process.
"""


def write(connection: "Connection", written: Written, gazetteer: Gazetteer) -> None:
    """Index dossiers in place of their earlier states. Persons that left one have left the index with their row."""
    if changed := [(row, dossier) for row, dossier in written if dossier.revision > 1]:
        _take_from(connection, INCIDENTS, (row for row, _ in changed))
        _take_from(connection, PERSONS, sets.rows_of(connection, Victim, (row for row, _ in changed)).values())
    _add(connection, written, gazetteer)


def found_by(dossier: Dossier, gazetteer: Gazetteer) -> Words:
    """What an incident is found by."""
    persons = tuple(" ".join(_name_words(victim)) for victim in dossier.victims)
    return words_of(dossier, gazetteer), persons, _source_names(dossier)


def add(connection: "Connection", new: Sequence[tuple[int, str, Words]], persons: Sequence[int]) -> None:
    """Index new incidents, each with its row, its reference, which stands before all other words, and what was
    `found_by` without one; `persons` are the rows of all victims, in their order.
    """
    _insert(connection, INCIDENTS, [(row, folded_reference(name) + incident) for row, name, (incident, _, _) in new])
    said = (one for _, _, (_, everybody, _) in new for one in everybody)
    _insert(connection, PERSONS, zip(persons, said, strict=True))
    _write_source_names(connection, [(row, sources, frozenset()) for row, _, (_, _, sources) in new])


def words_of(dossier: Dossier, gazetteer: Gazetteer) -> str:
    """What an incident is found by, folded."""
    return " ".join(_texts(dossier, gazetteer))


def person_words(connection: "Connection", written: Written) -> list[tuple[int, str]]:
    """The row of everybody in some dossiers, and what they are found by: blank for who has no name."""
    ids = sets.rows_of(connection, Victim, (row for row, _ in written))
    return [(ids[victim.uid], " ".join(_name_words(victim))) for _, dossier in written for victim in dossier.victims]


def rebuild(connection: "Connection", gazetteer: Gazetteer, watched: Watched = unwatched) -> None:
    """Index every dossier again, after spellings of places were added or words are folded otherwise."""
    for index in _INDEXES:
        connection.execute(f"DELETE FROM {index}")
    for table in ("source_name_use", "source_name"):
        connection.execute(f"DELETE FROM {table}")
    for some in batches(watched(dossiers.read_all(connection))):
        _add(connection, some, gazetteer)
    for index in _INDEXES:  # a whole store leaves hundreds of small pieces; one is read twice as fast
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")


def expression(question: str) -> str:
    """What to look for, as FTS5 reads it: every word, in any order, the last as far as typed. Blank asks nothing."""
    return matching(Question.of(question))


def matching(question: Question) -> str:
    """A question as FTS5 reads it."""
    asked = [f'"{word}"' for word in question.whole]
    if question.last:
        asked.append(f'"{question.last}"' + ("*" if question.begins else ""))
    return " AND ".join(asked)


def _add(connection: "Connection", written: Written, gazetteer: Gazetteer) -> None:
    _insert(connection, INCIDENTS, [(row, words_of(dossier, gazetteer)) for row, dossier in written])
    _insert(connection, PERSONS, person_words(connection, written))
    before = (_names_before(connection, row) if dossier.revision > 1 else frozenset() for row, dossier in written)
    names = [(row, _source_names(dossier), earlier) for (row, dossier), earlier in zip(written, before, strict=True)]
    _write_source_names(connection, names)


def _insert(connection: "Connection", index: str, documents: Iterable[tuple[int, str]]) -> None:
    """Put in what has words."""
    statement = f"INSERT INTO {index} (rowid, words) VALUES (?, ?)"
    connection.executemany(statement, [document for document in documents if document[1]])


def _take_from(connection: "Connection", index: str, rows: Iterable[int]) -> None:
    connection.executemany(f"DELETE FROM {index} WHERE rowid = ?", [(row,) for row in rows])


def _name_words(victim: Victim) -> Iterator[str]:
    yield from (folded for name in (victim.name_ar, victim.name_en, victim.father_ar) if (folded := _folded(name)))


def _write_source_names(connection: "Connection", written: Iterable[tuple[int, Sequence[str], frozenset[str]]]) -> None:
    """Note the names that the sources of incidents go by, instead of those before; one that no incident has any more
    is forgotten.
    """
    numbers: dict[str, int] = {}
    uses: list[tuple[int, int]] = []
    gone: list[tuple[str, int]] = []
    for row, names, before in written:
        for name in names:
            if name not in numbers:
                numbers[name] = _source_name(connection, name)
        uses += ((numbers[name], row) for name in names if name not in before)
        gone += ((name, row) for name in before.difference(names))
    connection.executemany("INSERT INTO source_name_use (name_id, incident_id) VALUES (?, ?)", uses)
    for name, row in gone:
        _take_out(connection, name, row)


def _names_before(connection: "Connection", row: int) -> frozenset[str]:
    stated = "SELECT name FROM source_name_use JOIN source_name ON id = name_id WHERE incident_id = ?"
    return frozenset(name for (name,) in connection.execute(stated, (row,)))


def _source_name(connection: "Connection", name: str) -> int:
    """The row of a name, made where it is new."""
    found = connection.execute("SELECT id FROM source_name WHERE name = ?", (name,)).fetchone()
    if not found:
        found = connection.execute("INSERT INTO source_name (name) VALUES (?) RETURNING id", (name,)).fetchone()
        _insert(connection, SOURCE_NAMES, [(found[0], fold(name))])
    return int(found[0])


def _take_out(connection: "Connection", name: str, row: int) -> None:
    number = _source_name(connection, name)
    connection.execute("DELETE FROM source_name_use WHERE name_id = ? AND incident_id = ?", (number, row))
    if not connection.execute("SELECT 1 FROM source_name_use WHERE name_id = ? LIMIT 1", (number,)).fetchone():
        connection.execute("DELETE FROM search_source_name WHERE rowid = ?", (number,))
        connection.execute("DELETE FROM source_name WHERE id = ?", (number,))


def _source_names(dossier: Dossier) -> tuple[str, ...]:
    """Pseudonyms and publishers; the real names of sources are in no index."""
    names = (getattr(source, name) for source in dossier.sources for name in SOURCE_NAMED_BY)
    return tuple(dict.fromkeys(filter(None, names)))


def _texts(dossier: Dossier, gazetteer: Gazetteer) -> Iterator[str]:
    yield fold(dossier.incident.reference)
    yield fold(dossier.incident.origin)
    yield from map(fold, _source_names(dossier))
    for record in dossier.records():
        for field in _searched(record.type_name):
            if text := getattr(record, field.name):
                yield _words_of(record, field, text)
    if place := gazetteer.get(dossier.incident.place.pcode):
        yield _place_words(place)


@cache
def _searched(record_type: str) -> tuple[Field, ...]:
    """The fields of a record type that are searched."""
    return tuple(field for field in RECORD_TYPES[record_type].fields() if field.searchable and not field.sensitive)


@lru_cache(maxsize=1 << 13)
def _place_words(place: Place) -> str:
    """Every spelling of a place, in words and as one: كفرنبل is written so and so."""
    spellings = tuple(map(fold, (place.name_en, place.name_ar, *place.aliases)))
    return " ".join(dict.fromkeys((*spellings, *(one.replace(" ", "") for one in spellings))))


@lru_cache(maxsize=1 << 15)
def _folded(name: str) -> str:
    """A short text folded: the same names come again and again, in two indexes of one save too."""
    return fold(name)


def folded_reference(reference: str) -> str:
    """A reference folded: of a long import each is of a series that many others are of."""
    series, _, number = reference.rpartition("-")
    apart = number.isascii() and number.isdigit() and series[-1:].isdigit()  # no word of a series joins a number
    return f"{_folded(series)} {number}" if apart else fold(reference)


def _words_of(record: Record, field: Field, text: str) -> str:
    """Names of people keep their first letters; sentences in Arabic write particles onto their words."""
    if isinstance(record, Victim | Source):
        return _folded(text)
    return fold(text) if field.language == "en" else _with_bare_forms(text)


def _with_bare_forms(text: str) -> str:
    return " ".join(map(_forms, words(text)))


@lru_cache(maxsize=1 << 16)
def _forms(word: str) -> str:
    return " ".join((word, *bare_forms(word)))
