"""Full-text search: folded words of every searchable text of a dossier, found in any usual spelling.

Document and question are folded alike by `domain.names`, so that the index holds only letters, digits and spaces,
and a question can hold no operator. Incidents, the persons in them and the names that sources go by have an index
each; its row is that of the record. Sensitive fields are never indexed.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.names import fold, words
from snhr_desktop.domain.particles import bare_forms
from snhr_desktop.domain.places import Gazetteer, Place
from snhr_desktop.domain.records import Dossier, Record, Source, Victim
from snhr_desktop.domain.seeking import Question
from snhr_desktop.store import dossiers

if TYPE_CHECKING:
    from sqlite3 import Connection

INCIDENTS, PERSONS, SOURCE_NAMES = "search", "search_person", "search_source_name"
CASES = "case_search"
"""The index of cases, which `case_words` keeps."""
SOURCE_NAMED_BY = ("pseudonym", "publisher_ar", "publisher_en")
"""Fields of a source that it is found by."""
_INSERT = {
    INCIDENTS: "INSERT OR REPLACE INTO search (rowid, words) VALUES (?, ?)",
    PERSONS: "INSERT OR REPLACE INTO search_person (rowid, words) VALUES (?, ?)",
    SOURCE_NAMES: "INSERT INTO search_source_name (rowid, words) VALUES (?, ?)",
}


def write(connection: "Connection", row: int, dossier: Dossier, gazetteer: Gazetteer) -> None:
    """Index a dossier in place of its earlier state. Persons that left it have left the index with their row."""
    connection.execute(_INSERT[INCIDENTS], (row, words_of(dossier, gazetteer)))
    _write_persons(connection, row, dossier)
    _write_source_names(connection, row, dossier)


def words_of(dossier: Dossier, gazetteer: Gazetteer) -> str:
    """What an incident is found by, folded."""
    return " ".join(_texts(dossier, gazetteer))


def person_words(connection: "Connection", row: int, dossier: Dossier) -> list[tuple[int, str]]:
    """The row of everybody in a dossier, and what they are found by: blank for who has no name."""
    ids = dict(connection.execute("SELECT uid, id FROM victim WHERE incident_id = ?", (row,)).fetchall())
    return [(ids[victim.uid], " ".join(_name_words(victim))) for victim in dossier.victims]


def rebuild(connection: "Connection", gazetteer: Gazetteer) -> None:
    """Index every dossier again, after spellings of places were added or words are folded otherwise."""
    for index in _INSERT:
        connection.execute(f"DELETE FROM {index}")
    for table in ("source_name_use", "source_name"):
        connection.execute(f"DELETE FROM {table}")
    for row, dossier in dossiers.read_all(connection):
        write(connection, row, dossier, gazetteer)
    for index in _INSERT:  # a whole store leaves hundreds of small pieces; one is read twice as fast
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


def _write_persons(connection: "Connection", row: int, dossier: Dossier) -> None:
    """Everybody of a dossier who has a name; a row whose name was taken out holds no words."""
    rows = [pair for pair in person_words(connection, row, dossier) if pair[1] or dossier.revision > 1]
    connection.executemany(_INSERT[PERSONS], rows)


def _name_words(victim: Victim) -> Iterator[str]:
    yield from (folded for name in (victim.name_ar, victim.name_en, victim.father_ar) if (folded := _folded(name)))


def _write_source_names(connection: "Connection", row: int, dossier: Dossier) -> None:
    """Note the names that the sources of an incident go by; one that no incident has any more is forgotten."""
    names = _source_names(dossier)
    before: set[str] = set()
    if dossier.revision > 1:
        stated = "SELECT name FROM source_name_use JOIN source_name ON id = name_id WHERE incident_id = ?"
        before = {name for (name,) in connection.execute(stated, (row,))}
    for name in names:
        if name not in before:
            use = (_source_name(connection, name), row)
            connection.execute("INSERT INTO source_name_use (name_id, incident_id) VALUES (?, ?)", use)
    for name in before - set(names):
        _take_out(connection, name, row)


def _source_name(connection: "Connection", name: str) -> int:
    """The row of a name, made where it is new."""
    found = connection.execute("SELECT id FROM source_name WHERE name = ?", (name,)).fetchone()
    if not found:
        found = connection.execute("INSERT INTO source_name (name) VALUES (?) RETURNING id", (name,)).fetchone()
        connection.execute(_INSERT[SOURCE_NAMES], (found[0], fold(name)))
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
        for field in record.fields():
            if field.searchable and not field.sensitive and (text := getattr(record, field.name)):
                yield _words_of(record, field, text)
    if place := gazetteer.get(dossier.incident.place.pcode):
        yield _place_words(place)


@lru_cache(maxsize=1 << 13)
def _place_words(place: Place) -> str:
    """Every spelling of a place, in words and as one: كفرنبل is written so and so."""
    spellings = tuple(map(fold, (place.name_en, place.name_ar, *place.aliases)))
    return " ".join(dict.fromkeys((*spellings, *(one.replace(" ", "") for one in spellings))))


@lru_cache(maxsize=1 << 15)
def _folded(name: str) -> str:
    """A short text folded: the same names come again and again, in two indexes of one save too."""
    return fold(name)


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
