"""Dossiers in their tables: an incident's row and the rows of its children, read as one."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from snhr_desktop.domain.records import Dossier
from snhr_desktop.store import sets

if TYPE_CHECKING:
    from sqlite3 import Connection


def head(connection: "Connection", uid: str) -> sets.Head | None:
    """The head of an incident, or None for one that was never saved."""
    return sets.head(connection, Dossier, uid)


def read(connection: "Connection", uid: str) -> Dossier | None:
    """One dossier by its uid."""
    return sets.read(connection, Dossier, uid)


def find(connection: "Connection", reference: str) -> Dossier | None:
    """The dossier of an incident's reference."""
    row = connection.execute("SELECT uid FROM incident WHERE reference = ?", (reference,)).fetchone()
    return read(connection, row[0]) if row else None


def read_many(connection: "Connection", uids: Sequence[str]) -> Iterator[Dossier]:
    """Dossiers in the order asked for; uids that the store does not have are passed over."""
    return sets.read_many(connection, Dossier, uids)


def read_all(connection: "Connection") -> Iterator[tuple[int, Dossier]]:
    """Every dossier with its incident's row, in the order of first saving."""
    return sets.read_all(connection, Dossier)
