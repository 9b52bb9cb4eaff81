"""The terms that an office adds to the vocabularies open to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from snhr_desktop.domain import rights
from snhr_desktop.domain.records import OwnTerm
from snhr_desktop.store import own_terms
from snhr_desktop.store.adopting import own_terms as stored_terms
from snhr_desktop.store.saving import Author, Changes
from snhr_desktop.workspace.door import Door


@dataclass(frozen=True)
class TermSaved:
    """A term as it now is, and what the save touched."""

    term: OwnTerm
    changes: Changes


class TermDoor(Door):
    """A code never changes what it means: a term is worded better or retired, and never removed."""

    def own_terms(self) -> tuple[OwnTerm, ...]:
        """All terms of the office, retired ones among them, in the order they were added."""
        with self._store.reading() as connection:
            return stored_terms(connection)

    def save_own_term(self, given: OwnTerm, reason: str = "") -> TermSaved:
        """Add a term, word one better, or retire it. Raises `NotYourRole`, `InvalidEntry` and refusals of a write."""
        self._require(rights.RULES)
        with self._store.writing() as connection:
            saved = own_terms.save(connection, given, self._store.info.office, self._author(reason))
            self._store.terms.look()
        return TermSaved(saved, Changes(frozenset({own_terms.RECORD_TYPE})))

    def bring_terms(self, given: Iterable[Any], reason: str, *, dry_run: bool = False) -> int:
        """Take in the terms that come with records of another store, under their codes; says how many are new.

        Offered are those that an administrator takes in; with anybody else they come in retired. In a dry run they
        are only lent, until `restore_terms`. Raises `InvalidEntry` where a code means something else here, and
        refusals of a write.
        """
        terms = [OwnTerm.parse(raw if isinstance(raw, Mapping) else {})[0] for raw in given]
        with self._store.reading() as connection:
            new = own_terms.fresh(connection, terms)
        if dry_run:
            self._store.terms.lend(new)
        elif new:
            author = Author.of(self._actor, reason)
            with self._store.writing() as connection:
                for one in new:
                    own_terms.bring(connection, one, author, offered=self.may(rights.RULES))
                self._store.terms.look()
        return len(new)

    def restore_terms(self) -> None:
        """Take back what was lent."""
        with self._store.reading():
            self._store.terms.restore()
