"""Full-text search of cases: the words of the person, of where they were held and of the place they were taken at."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CaseFile
from snhr_desktop.store import sets

if TYPE_CHECKING:
    from sqlite3 import Connection


def write(connection: "Connection", row: int, file: CaseFile, gazetteer: Gazetteer) -> None:
    """Index a case in place of its earlier state."""
    connection.execute(
        "INSERT OR REPLACE INTO case_search (rowid, words) VALUES (?, ?)",
        (row, words_of(file, gazetteer)),
    )


def words_of(file: CaseFile, gazetteer: Gazetteer) -> str:
    """What a case is found by, folded."""
    return " ".join(fold(text) for text in _texts(file, gazetteer))


def rebuild(connection: "Connection", gazetteer: Gazetteer) -> None:
    """Index every case again, after spellings of places were added."""
    connection.execute("DELETE FROM case_search")
    for row, file in sets.read_all(connection, CaseFile):
        write(connection, row, file, gazetteer)


def _texts(file: CaseFile, gazetteer: Gazetteer) -> Iterator[str]:
    yield file.case.reference
    for record in file.records():
        for field in record.fields():
            if field.searchable and not field.sensitive and (text := getattr(record, field.name)):
                yield text
    for pcode in dict.fromkeys(state.place.pcode for state in file.states):
        if place := gazetteer.get(pcode):
            yield from (place.name_en, place.name_ar, *place.aliases)
