"""Full-text search of cases: the words of the person, of where they were held and of the place they were taken at."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CaseFile
from snhr_desktop.store import sets
from snhr_desktop.store.batches import Watched, batches, unwatched

if TYPE_CHECKING:
    from sqlite3 import Connection


def write(connection: "Connection", written: Iterable[tuple[int, CaseFile]], gazetteer: Gazetteer) -> None:
    """Index cases in place of their earlier states, each with the row of its head."""
    put(connection, ((row, words_of(file, gazetteer)) for row, file in written))


def put(connection: "Connection", words: Iterable[tuple[int, str]]) -> None:
    """Index cases by their words, each with the row of its head."""
    connection.executemany("INSERT OR REPLACE INTO case_search (rowid, words) VALUES (?, ?)", words)


def words_of(file: CaseFile, gazetteer: Gazetteer) -> str:
    """What a case is found by, folded."""
    return " ".join(fold(text) for text in _texts(file, gazetteer))


def rebuild(connection: "Connection", gazetteer: Gazetteer, watched: Watched = unwatched) -> None:
    """Index every case again, after spellings of places were added."""
    connection.execute("DELETE FROM case_search")
    for some in batches(watched(sets.read_all(connection, CaseFile))):
        write(connection, some, gazetteer)


def _texts(file: CaseFile, gazetteer: Gazetteer) -> Iterator[str]:
    yield file.case.reference
    for record in file.records():
        for field in record.fields():
            if field.searchable and not field.sensitive and (text := getattr(record, field.name)):
                yield text
    for pcode in dict.fromkeys(state.place.pcode for state in file.states):
        if place := gazetteer.get(pcode):
            yield from (place.name_en, place.name_ar, *place.aliases)
