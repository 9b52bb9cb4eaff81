"""Does the search find what the records say? Each index held against what it would be if it were made anew.

An index keeps no text. So each document is asked for by its longest words, and how many words it has is compared:
whatever was emptied, taken out, put in or exchanged shows; a few words exchanged for as many others may not.
"""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CaseFile
from snhr_desktop.store import case_words, dossiers, search, sets

if TYPE_CHECKING:
    from sqlite3 import Connection

_ASKED = 6
"""Words of a document that are asked for: all of them would take minutes in a store of 300,000 incidents."""
_OF = {search.INCIDENTS: "incident", search.PERSONS: "victim", search.SOURCE_NAMES: "source_name",
       search.CASES: "detention"}  # fmt: skip


def differing(connection: "Connection", gazetteer: Gazetteer) -> Iterator[str]:
    """What people call the incidents, cases and sources that the search finds otherwise than their records say."""
    for row, dossier in dossiers.read_all(connection):
        if not _is_found(connection, search.INCIDENTS, row, search.words_of(dossier, gazetteer)) or not all(
            _is_found(connection, search.PERSONS, *said) for said in search.person_words(connection, [(row, dossier)])
        ):
            yield dossier.incident.reference
    for row, file in sets.read_all(connection, CaseFile):
        if not _is_found(connection, search.CASES, row, case_words.words_of(file, gazetteer)):
            yield file.case.reference
    yield from _source_names(connection)


def holds_strange(connection: "Connection") -> bool:
    """Whether an index holds what is of no record."""
    questions = (f"SELECT 1 FROM {index}_docsize WHERE id NOT IN (SELECT id FROM {of})" for index, of in _OF.items())
    return any(connection.execute(f"{question} LIMIT 1").fetchone() for question in questions)


def _source_names(connection: "Connection") -> Iterator[str]:
    """Names by which no incident is found, or others than its sources have."""
    for row, name in connection.execute("SELECT id, name FROM source_name").fetchall():
        if not _is_found(connection, search.SOURCE_NAMES, row, fold(name)):
            yield str(name)
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


def _is_found(connection: "Connection", index: str, row: int, words: str) -> bool:
    """Whether a document is in an index, as long as it should be, and found by its words."""
    parts = words.split()
    held = connection.execute(f"SELECT sz FROM {index}_docsize WHERE id = ?", (row,)).fetchone()
    if held is None:
        return not parts
    if _number(held[0]) != len(parts):
        return False
    if not parts:
        return True
    asked = sorted(set(parts), key=len)[-_ASKED:]
    question = " AND ".join(f'"{word}"' for word in asked)
    found = connection.execute(f"SELECT 1 FROM {index} WHERE {index} MATCH ? AND rowid = ?", (question, row))
    return found.fetchone() is not None


def _number(held: bytes) -> int:
    """How many words a document of one column has: the first number of its row, seven bits a byte."""
    found = 0
    for byte in held:
        found = found << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return found
