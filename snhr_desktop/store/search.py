"""Full-text search: folded words of every searchable text of a dossier, found in any usual spelling.

Document and question are folded alike by `domain.names`, so that the index holds only letters, digits and spaces,
and a question can hold no operator. Sensitive fields are never indexed.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from snhr_desktop.domain.names import fold, is_article, words
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Dossier
from snhr_desktop.store import dossiers

if TYPE_CHECKING:
    from sqlite3 import Connection

_MOST_WORDS = 32
"""Words of a question that are read; a pasted page is no question."""
_LEAST_PREFIX = 3
"""Letters from which the last word, still being typed, may be the beginning of a longer one."""


def write(connection: "Connection", row: int, dossier: Dossier, gazetteer: Gazetteer) -> None:
    """Index a dossier in place of its earlier state."""
    connection.execute(
        "INSERT OR REPLACE INTO search (rowid, words) VALUES (?, ?)",
        (row, " ".join(fold(text) for text in _texts(dossier, gazetteer))),
    )


def rebuild(connection: "Connection", gazetteer: Gazetteer) -> None:
    """Index every dossier again, after spellings of places were added."""
    connection.execute("DELETE FROM search")
    for row, dossier in dossiers.read_all(connection):
        write(connection, row, dossier, gazetteer)


def expression(question: str) -> str:
    """What to look for, as FTS5 reads it: every word, in any order, the last as far as typed. Blank asks nothing."""
    asked = list(words(question))[:_MOST_WORDS]
    if len(asked) > 1 and is_article(asked[-1]):
        asked.pop()
    if not asked:
        return ""
    prefix = "*" if len(asked[-1]) >= _LEAST_PREFIX else ""
    return " AND ".join(f'"{word}"' for word in asked) + prefix


def _texts(dossier: Dossier, gazetteer: Gazetteer) -> Iterator[str]:
    yield dossier.incident.reference
    for record in dossier.records():
        for field in record.fields():
            if field.searchable and not field.sensitive and (text := getattr(record, field.name)):
                yield text
    if place := gazetteer.get(dossier.incident.place.pcode):
        yield from (place.name_en, place.name_ar, *place.aliases)
