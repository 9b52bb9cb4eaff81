"""Cases in the store: saved with their history like incidents, and read by identity or reference."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from snhr_desktop.domain.case_checks import case_problems
from snhr_desktop.domain.names import fold
from snhr_desktop.domain.records import CaseFile
from snhr_desktop.domain.values import Site
from snhr_desktop.errors import Refusal
from snhr_desktop.store import case_words, saving, sets
from snhr_desktop.store.keeping import New
from snhr_desktop.store.saving import Author, Changes
from snhr_desktop.store.store import Store

if TYPE_CHECKING:
    from sqlite3 import Connection

SERIES = "-D"
"""Stands in the reference of a case after the code of the office, as in `IDL-D-2018-00042`."""


def _file(connection: "Connection", new: Sequence[New], _persons: Sequence[int], _author: Author) -> None:
    """Make new cases found: a reference stands before all other words."""
    case_words.put(connection, ((one.row, fold(one.reference) + one.ready.found_by) for one in new))


CASES = saving.Keeping(
    CaseFile,
    case_problems,
    lambda file: next((state.date.first for state in file.states if state.date), None),
    case_words.write,
    case_words.words_of,
    _file,
    SERIES,
    against=saving.against,
)


@dataclass(frozen=True)
class CaseSaved:
    """The case as it now stands, with its uids, reference and revision, and what the save touched."""

    file: CaseFile
    changes: Changes


@dataclass(frozen=True)
class CasesSaved:
    """What became of many cases: saved ones in order, and refused ones by their place in what was given."""

    saved: tuple[CaseSaved, ...]
    refused: tuple[tuple[int, Refusal], ...]
    changes: Changes


@dataclass(frozen=True)
class CasePlace:
    """A place of a case, and how exactly it may be published."""

    reference: str
    place: Site
    shown: str


def save(store: Store, file: CaseFile, author: Author, draft: str = "") -> CaseSaved:
    """Save one case; the draft of that key goes in the same transaction. Raises as `saving.keep` does."""
    done = saving.keep(store, CASES, file, author, draft)
    return CaseSaved(done.given, done.changes)


def save_many(store: Store, given: Iterable[CaseFile], author: Author, *, named: bool = False) -> CasesSaved:
    """Save many cases in one transaction; what has errors is left out and listed with its refusal."""
    done = saving.keep_many(store, CASES, given, author, named=named)
    return CasesSaved(tuple(CaseSaved(one.given, one.changes) for one in done.kept), done.refused, done.changes)


def read(connection: "Connection", uid: str) -> CaseFile | None:
    """One case by its uid."""
    return sets.read(connection, CaseFile, uid)


def read_many(connection: "Connection", uids: Sequence[str]) -> Iterator[CaseFile]:
    """Cases in the order asked for; uids that the store does not have are passed over."""
    return sets.read_many(connection, CaseFile, uids)


def find(connection: "Connection", reference: str) -> CaseFile | None:
    """The case of a reference."""
    row = connection.execute("SELECT uid FROM detention WHERE reference = ?", (reference,)).fetchone()
    return read(connection, row[0]) if row else None


def came_from(connection: "Connection", origin: str) -> bool:
    """Whether a case has that origin."""
    found = connection.execute("SELECT EXISTS (SELECT 1 FROM detention WHERE origin = ? AND origin <> '')", (origin,))
    return bool(found.fetchone()[0])


def places_shown(connection: "Connection", uids: Iterable[str]) -> tuple[CasePlace, ...]:
    """The places of those among some cases that may be published less exactly than they are recorded."""
    rows = connection.execute(
        "SELECT DISTINCT reference, place_pcode, place_precision, place_shown FROM detention"
        " JOIN detention_state ON detention_id = detention.id"
        " WHERE detention.uid IN (SELECT value FROM json_each(?)) AND place_shown NOT IN ('', 'exact')"
        " AND place_pcode <> '' ORDER BY reference",
        (json.dumps(list(uids)),),
    )
    return tuple(CasePlace(reference, Site(pcode, how), shown) for reference, pcode, how, shown in rows)
