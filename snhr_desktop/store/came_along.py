"""What came with an import beside its records: terms of the office that wrote the file, and who is one person.

All of it was written in the one transaction of the import, which the office signed as a whole: that tells it from what
was written before and since. What was salvaged without its signature came with nothing that is known.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from snhr_desktop.domain.kinds import Choice, Choices
from snhr_desktop.domain.records import RECORD_TYPES, CaseFile, Dossier, OwnTerm, Record
from snhr_desktop.domain.steps import REJECTED
from snhr_desktop.i18n import N_, Language
from snhr_desktop.store import own_terms, person_links
from snhr_desktop.store.adopting import own_terms as stored_terms
from snhr_desktop.store.saving import Author

if TYPE_CHECKING:
    from sqlite3 import Connection

TERMS_STAY = N_("Terms that came with it and stay, since other records say them: {terms}")
TERMS_GO = N_("Terms that came with it and go with it, offered no more: {terms}")
_HEADS = frozenset(kind.head_type.type_name for kind in (Dossier, CaseFile))


@dataclass(frozen=True)
class TermsOfImport:
    """The terms of another office that came with an import: those that `stay`, since other records say them, and those
    that `go` with it: they are offered no more, and read where a rejected record says them.
    """

    stay: tuple[OwnTerm, ...] = ()
    go: tuple[OwnTerm, ...] = ()

    def tell(self, language: Language) -> tuple[str, ...]:
        """In words, a line each; none where no terms came with it."""
        told = ((TERMS_STAY, self.stay), (TERMS_GO, self.go))
        return tuple(language.text(words, terms=_listed(terms, language)) for words, terms in told if terms)


def _with_import(connection: "Connection", uid: str, record_type: str) -> tuple[tuple[str, int], ...]:
    """Identities of one type that were written with an import, each with the number of its revision then."""
    rows = connection.execute(
        "SELECT beside.record_uid, beside.number FROM revision AS act"
        " JOIN signature ON act.id BETWEEN first_entry AND last_entry AND NOT begun"
        " JOIN revision AS beside ON beside.id BETWEEN first_entry AND last_entry"
        " WHERE act.record_uid = ? AND act.number = 1 AND beside.record_type = ? ORDER BY beside.id",
        (uid, record_type),
    )
    return tuple((str(beside), int(number)) for beside, number in rows.fetchall())


def _terms(connection: "Connection", uid: str) -> tuple[OwnTerm, ...]:
    """The terms that an import brought and nobody has changed here since."""
    brought = {one for one, number in _with_import(connection, uid, OwnTerm.type_name) if number == 1}
    again = {
        one
        for (one,) in connection.execute(
            "SELECT record_uid FROM revision WHERE record_type = ? AND number > 1", (OwnTerm.type_name,)
        )
    }
    return tuple(one for one in stored_terms(connection) if one.uid in brought - again)


def _listed(terms: Iterable[OwnTerm], language: Language) -> str:
    return language.join([language.isolate(one.term().say(language)) for one in terms])


def parted(connection: "Connection", uid: str, aside: Iterable[str] = ()) -> TermsOfImport:
    """The terms of an import by whether anything says them, but for what is rejected or left aside."""
    brought, left = _terms(connection, uid), list(aside)
    stay = tuple(one for one in brought if _is_said(connection, one, left))
    return TermsOfImport(stay, tuple(one for one in brought if one not in stay))


def take_back(connection: "Connection", uid: str, author: Author) -> tuple[int, TermsOfImport]:
    """Take back what came beside the records of an import, once they were: how many links, and which terms."""
    links = sum(
        person_links.take_back(connection, *one, author) for one in _with_import(connection, uid, person_links.TYPE)
    )
    terms = parted(connection, uid)
    for term in terms.go:
        own_terms.withdraw(connection, term, author)
    return links, terms


def _is_said(connection: "Connection", term: OwnTerm, aside: Iterable[str] = ()) -> bool:
    """Whether an incident or case says a term, other than those that are rejected or, by their uids, left aside."""
    left = json.dumps(list(aside))
    return any(
        connection.execute(f"SELECT 1 FROM {where} LIMIT 1", (term.code, REJECTED, left)).fetchone()
        for where in _places(term.vocabulary)
    )


def _places(vocabulary: str) -> Iterator[str]:
    """Where a code of a vocabulary may stand: the rest of a statement that finds one."""
    alive = "head.status <> ? AND head.uid NOT IN (SELECT value FROM json_each(?))"
    for kind in RECORD_TYPES.values():
        said = _from(kind)
        for field in kind.fields() if said else ():
            if isinstance(field.kind, Choice | Choices) and field.kind.vocabulary == vocabulary:
                column = f'said."{field.name}"'
                several = f"IN (SELECT value FROM json_each({column}))"
                yield f"{said} WHERE ? {several if isinstance(field.kind, Choices) else f'= {column}'} AND {alive}"


def _from(kind: type[Record]) -> str:
    """The rows of a record type with those of their heads; blank for what is of no incident or case."""
    if kind.type_name in _HEADS:
        return f"{kind.type_name} AS said JOIN {kind.type_name} AS head ON head.id = said.id"
    if kind.parent in _HEADS:
        return f"{kind.type_name} AS said JOIN {kind.parent} AS head ON head.id = said.{kind.parent}_id"
    return ""
