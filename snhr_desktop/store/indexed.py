"""Does the search find what the records say? Each index held against what it would be if it were made anew.

An index keeps no text, but it can be read through, word by word, with the documents that each word is in. So every word
of every document is compared, and how many words it has: whatever was emptied, taken out, put in or exchanged shows.
"""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CaseFile, Dossier
from snhr_desktop.store import case_words, search
from snhr_desktop.store.sums import Sums

if TYPE_CHECKING:
    from sqlite3 import Connection

_LONGEST = 32_768
"""Bytes of a word that SQLite keeps."""
_OF = {search.INCIDENTS: "incident", search.PERSONS: "victim", search.SOURCE_NAMES: "source_name",
       search.CASES: "detention"}  # fmt: skip
_EACH = frozenset((search.CASES,))
"""Indexes that keep a word as often as it stands in a document, and not once."""


class Index:
    """One index, read through."""

    def __init__(self, connection: "Connection", name: str) -> None:
        self._connection, self._name = connection, name
        self._sums = Sums(connection, _OF[name])
        _make_readable(connection, name)
        words = connection.execute(f"SELECT doc, CAST(term AS BLOB) FROM temp.words_of_{name}")
        self._sums.add((doc, hash(word)) for doc, word in words)

    def differing(self, texts: Mapping[int, str]) -> list[int]:
        """Rows of the documents, with their folded words, that are found otherwise; each document is asked once."""
        asked = json.dumps(list(texts))
        stated = f"SELECT id, sz FROM {self._name}_docsize WHERE id IN (SELECT value FROM json_each(?))"
        sizes = {row: _number(held) for row, held in self._connection.execute(stated, (asked,))}
        wrong: list[int] = []
        for row, text in texts.items():
            words = text.split()
            self._sums.take((row, _hash(word)) for word in (words if self._name in _EACH else set(words)))
            if self._sums.differs(row) or sizes.get(row, 0) != len(words):
                wrong.append(row)
        return wrong

    def holds_strange(self) -> bool:
        """Whether it holds what is of no record, once all were asked."""
        asked = f"SELECT 1 FROM {self._name}_docsize WHERE id NOT IN (SELECT id FROM {_OF[self._name]}) LIMIT 1"
        return self._sums.holds_more() or self._connection.execute(asked).fetchone() is not None


class Indexes:
    """The indexes of incidents, persons and cases, for one walk over all records."""

    def __init__(self, connection: "Connection", gazetteer: Gazetteer) -> None:
        self._connection, self._gazetteer = connection, gazetteer
        self._incidents, self._persons, self._cases = (
            Index(connection, name) for name in (search.INCIDENTS, search.PERSONS, search.CASES)
        )

    def incidents(self, part: Mapping[int, Dossier]) -> Iterator[str]:
        """References of incidents that are found otherwise than they say, or a person of them."""
        texts = {row: search.words_of(dossier, self._gazetteer) for row, dossier in part.items()}
        wrong = {part[row].incident.reference for row in self._incidents.differing(texts)}
        persons = search.person_words(self._connection, list(part.items()))
        of = [dossier.incident.reference for dossier in part.values() for _ in dossier.victims]
        among = {row: reference for (row, _), reference in zip(persons, of, strict=True)}
        yield from wrong | {among[row] for row in self._persons.differing(dict(persons))}

    def cases(self, part: Mapping[int, CaseFile]) -> Iterator[str]:
        """References of cases that are found otherwise than they say."""
        texts = {row: case_words.words_of(file, self._gazetteer) for row, file in part.items()}
        yield from (part[row].case.reference for row in self._cases.differing(texts))

    def hold_strange(self) -> bool:
        """Whether any of them holds what is of no record."""
        return any(index.holds_strange() for index in (self._incidents, self._persons, self._cases))


def source_names(connection: "Connection") -> tuple[tuple[str, ...], bool]:
    """Names by which no incident is found, or others than its sources have; and whether the index holds what is none.

    An incident is told by its reference.
    """
    index = Index(connection, search.SOURCE_NAMES)
    names = dict(connection.execute("SELECT id, name FROM source_name").fetchall())
    wrong = [str(names[row]) for row in index.differing({row: fold(name) for row, name in names.items()})]
    return (*wrong, *_misnamed(connection)), index.holds_strange()


def _misnamed(connection: "Connection") -> Iterator[str]:
    held: dict[int, set[str]] = {}
    stated = "SELECT incident_id, name FROM source_name_use JOIN source_name ON id = name_id"
    for row, name in connection.execute(stated):
        held.setdefault(row, set()).add(name)
    fields = " UNION ".join(
        f"SELECT incident_id, {name} AS name FROM source WHERE {name} <> ''" for name in search.SOURCE_NAMED_BY
    )
    said: dict[int, set[str]] = {}
    for row, name in connection.execute(fields):
        said.setdefault(row, set()).add(name)
    wrong = [row for row in {*held, *said} if held.get(row) != said.get(row)]
    rows = connection.execute(
        "SELECT reference FROM incident WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", (json.dumps(wrong),)
    )
    yield from (str(reference) for (reference,) in rows.fetchall())


def _make_readable(connection: "Connection", name: str) -> None:
    """A view of an index by its words, in memory; a store that is opened to be read alone takes none unless asked."""
    (closed,) = connection.execute("PRAGMA query_only").fetchone()
    connection.execute("PRAGMA query_only = off")
    try:
        connection.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_of_{name} USING fts5vocab('main', '{name}', 'instance')"
        )
    finally:
        connection.execute(f"PRAGMA query_only = {closed}")


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return hash(word.encode()[:_LONGEST])


def _number(held: bytes) -> int:
    """How many words a document of one column has: the first number of its row, seven bits a byte."""
    found = 0
    for byte in held:
        found = found << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return found
