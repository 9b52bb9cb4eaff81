"""The terms of the office taken from the store into the vocabularies of the program, and again after a change."""

from collections import defaultdict
from typing import TYPE_CHECKING, cast

from snhr_desktop.domain.records import OwnTerm
from snhr_desktop.domain.vocabularies import Term, adopt
from snhr_desktop.store.tables import read_records

if TYPE_CHECKING:
    from sqlite3 import Connection


def own_terms(connection: "Connection") -> tuple[OwnTerm, ...]:
    """All terms of the office, retired ones among them, in the order they were added."""
    return tuple(cast(OwnTerm, found) for _, found in read_records(connection, OwnTerm, "ORDER BY id", ()))


class Adopted:
    """The terms of one store: looked at with every act, read only where another window changed them."""

    def __init__(self, connection: "Connection") -> None:
        self._connection, self._state = connection, (0, 0)
        self.look()

    def look(self) -> None:
        """Read the terms where there are others than before."""
        state = self._connection.execute("SELECT count(*), coalesce(sum(revision), 0) FROM own_term").fetchone()
        if tuple(state) == self._state:
            return
        found: defaultdict[str, list[Term]] = defaultdict(list)
        for one in own_terms(self._connection):
            found[one.vocabulary].append(one.term())
        adopt(found)
        self._state = tuple(state)
