"""Terms that an office adds to the vocabularies that are open to it, saved with their history like any record."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.records import OwnTerm
from snhr_desktop.domain.records.own_term import codes_for
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.errors import InvalidEntry, Problem
from snhr_desktop.i18n import LANGUAGES, N_
from snhr_desktop.store import history
from snhr_desktop.store.actions import CHANGED, CREATED
from snhr_desktop.store.adopting import own_terms
from snhr_desktop.store.bodies import Body
from snhr_desktop.store.identity import new_uid
from snhr_desktop.store.saving import Author
from snhr_desktop.store.tables import read_records, write_record

if TYPE_CHECKING:
    from sqlite3 import Connection

RECORD_TYPE = OwnTerm.type_name
_LABELS = ("label_en", "label_ar")
MEANS_ANOTHER = N_("A code never changes what it means. Retire this term and add another one.")
WORD_TAKEN = N_("“{word}” means another term of this vocabulary already.")
NO_SUCH_TERM = N_("Choose a term of the network that this is a kind of.")
CODE_TAKEN = N_("Another store has given the code {code} to something else.")
SAID_OTHERWISE = N_(
    "The code {code} is “{there}” in the file and “{here}” here. If both are one thing, add the word of the file to the"
    " words that the term is found by as well, and import the file again."
)


def save(connection: "Connection", given: OwnTerm, office: str, author: Author) -> OwnTerm:
    """Save a term; one without an identity is new and gets its code. In the caller's transaction.

    Raises `InvalidEntry` where a word is missing or means another term, and where the code would mean something else:
    what is called otherwise in both languages is another thing.
    """
    parsed, problems = OwnTerm.parse(given.dump())
    present = own_terms(connection)
    before = next((one for one in present if one.uid == parsed.uid), None) if parsed.uid else None
    if before:
        parsed = replace(parsed, code=before.code)
    if before and (parsed.vocabulary, parsed.like) != (before.vocabulary, before.like):
        problems = (*problems, Problem(RECORD_TYPE, "like", MEANS_ANOTHER))
    if before and not _is_called_as_at_first(connection, before, parsed):
        problems = (*problems, *(Problem(RECORD_TYPE, name, MEANS_ANOTHER) for name in _LABELS))
    if not problems:
        problems = tuple(_meant_otherwise(parsed, present))
    if problems:
        raise InvalidEntry([replace(problem, level="error") for problem in problems])
    saved = parsed if parsed.uid else replace(parsed.with_uid(new_uid()), code=_free_code(parsed, office, present))
    if saved != before:
        _write(connection, saved, author)
    return saved


def fresh(connection: "Connection", given: Iterable[OwnTerm]) -> tuple[OwnTerm, ...]:
    """Those terms of another store that are not known here, as they parse.

    One whose code is known here with the same meaning stays worded as it is here. Raises `InvalidEntry` where a code
    means something else here, or shares no word with what it means here: nobody could say that it is the same.
    """
    known = {one.code: one for one in own_terms(connection)}
    found: dict[str, OwnTerm] = {}
    for one in given:
        parsed, problems = OwnTerm.parse(one.dump())
        here = known.get(parsed.code) or found.get(parsed.code)
        problems = problems or tuple(_foreign(parsed, here))
        if problems:
            raise InvalidEntry([replace(problem, level="error") for problem in problems])
        if not here:
            found[parsed.code] = parsed
    return tuple(found.values())


def bring(connection: "Connection", given: OwnTerm, author: Author, *, offered: bool) -> None:
    """Take in one of `fresh` under its own code and an identity of this store. In the caller's transaction.

    It is retired where nobody `offered` it who may, or where its words mean another term here: records that say it
    can be read, and an administrator decides whether it is to be chosen.
    """
    offered = offered and not any(_meant_otherwise(given, own_terms(connection)))
    _write(connection, replace(given.with_uid(new_uid()), retired=given.retired or not offered), author)


def withdraw(connection: "Connection", given: OwnTerm, author: Author) -> None:
    """Offer a term no more, where it is. In the caller's transaction."""
    if not given.retired:
        _write(connection, replace(given, retired=True), author)


def heads(connection: "Connection") -> Iterator[tuple[OwnTerm, int]]:
    """All terms, each with the number of its latest revision."""
    for revision, found in read_records(connection, OwnTerm, "ORDER BY id", ()):
        yield cast(OwnTerm, found), revision


def body_of(one: OwnTerm) -> Body:
    """A term as history keeps it."""
    return {RECORD_TYPE: one.dump()}


def _is_called_as_at_first(connection: "Connection", before: OwnTerm, given: OwnTerm) -> bool:
    """Whether one of the two languages still says what it said when the term came to be, or nothing is worded anew:
    else nobody could tell that it means the same, step by step least of all."""
    if all(getattr(before, name) == getattr(given, name) for name in _LABELS):
        return True
    first = (history.whole(connection, before.uid, 1) or body_of(before))[RECORD_TYPE]
    return any(fold(str(first[name])) == fold(getattr(given, name)) for name in _LABELS)


def _meant_otherwise(given: OwnTerm, present: tuple[OwnTerm, ...]) -> Iterator[Problem]:
    """What another term of the vocabulary is called already: nobody could tell the two apart."""
    if not _is_known_kind(given):
        yield Problem(RECORD_TYPE, "like", NO_SUCH_TERM)
    taken: set[str] = set()
    for term in vocabulary(given.vocabulary).values():
        if not term.own:
            taken |= {fold(term.say(language)) for language in LANGUAGES.values()}
    for one in present:
        if one.vocabulary == given.vocabulary and one.uid != given.uid:
            taken |= {fold(one.label_en), fold(one.label_ar)}
    for field in _LABELS:
        if fold(said := getattr(given, field)) in taken:
            yield Problem(RECORD_TYPE, field, WORD_TAKEN, values={"word": said})


def _is_known_kind(given: OwnTerm) -> bool:
    kind = vocabulary(given.vocabulary).get(given.like)
    return kind is not None and not kind.own


def _foreign(given: OwnTerm, here: OwnTerm | None) -> Iterator[Problem]:
    """Why a term of another store cannot come in."""
    network = vocabulary(given.vocabulary).get(given.code)
    differs = here and (here.vocabulary, here.like) != (given.vocabulary, given.like)
    if differs or "." not in given.code or (network and not network.own):
        yield Problem(RECORD_TYPE, "code", CODE_TAKEN, values={"code": given.code})
    elif here and not here.words() & given.words():
        words: dict[str, object] = {"code": given.code, "there": given.label_ar, "here": here.label_ar}
        yield Problem(RECORD_TYPE, "code", SAID_OTHERWISE, values=words)
    if not _is_known_kind(given):
        yield Problem(RECORD_TYPE, "like", NO_SUCH_TERM)


def _free_code(given: OwnTerm, office: str, present: tuple[OwnTerm, ...]) -> str:
    taken = {one.code for one in present}
    return next(code for code in codes_for(office, given) if code not in taken)


def _write(connection: "Connection", one: OwnTerm, author: Author) -> None:
    number = (history.latest(connection, one.uid) or 0) + 1
    write_record(connection, one, (number,))
    action = CREATED if number == 1 else CHANGED
    entry = history.Entry(RECORD_TYPE, one.uid, number, author.actor, author.reason, action, body_of(one))
    history.append(connection, entry)
