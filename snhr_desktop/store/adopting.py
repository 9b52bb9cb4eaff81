"""The terms of the office taken from the store into the vocabularies of the program, and again after a change."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from snhr_desktop.domain.records import OwnTerm
from snhr_desktop.domain.vocabularies import Term, adopt
from snhr_desktop.store.tables import read_records

if TYPE_CHECKING:
    from sqlite3 import Connection


def own_terms(connection: "Connection") -> tuple[OwnTerm, ...]:
    """All terms of the office, retired ones among them, in the order they were added."""
    return tuple(cast(OwnTerm, found) for _, found in read_records(connection, OwnTerm, "ORDER BY id", ()))


class Adopted:
    """The terms of one store: looked at with every act, read only where others stand in the vocabularies.

    A store that was opened meanwhile, a copy that is tried among them, puts its own in their place until then.
    """

    _standing: ClassVar[object] = None
    """Whose terms stand in the vocabularies."""

    def __init__(self, asked_of: "Callable[[], Connection]") -> None:
        self._asked_of, self._state, self._token = asked_of, (-1, 0), object()
        self.look()

    def look(self) -> None:
        """Read the terms where there are others than before."""
        state = self._asked_of().execute("SELECT count(*), coalesce(sum(revision), 0) FROM own_term").fetchone()
        if tuple(state) != self._state or Adopted._standing is not self._token:
            self._adopt(())
            self._state, Adopted._standing = tuple(state), self._token

    def lend(self, more: Iterable[OwnTerm]) -> None:
        """Let terms be read that the store does not have, until `restore`: to try records that say them."""
        self._adopt(replace(one, retired=True) for one in more)

    def restore(self) -> None:
        """Only the terms of the store again."""
        self._state = (-1, 0)
        self.look()

    def _adopt(self, more: Iterable[OwnTerm]) -> None:
        found: defaultdict[str, list[Term]] = defaultdict(list)
        for one in (*more, *own_terms(self._asked_of())):
            found[one.vocabulary].append(one.term())
        adopt(found)
