"""A term that an office added to a vocabulary: kept like any record, with its history, and never removed."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from snhr_desktop.domain.fields import choice, flag, text
from snhr_desktop.domain.names import fold
from snhr_desktop.domain.records.record import Record
from snhr_desktop.domain.vocabularies import Term, vocabulary
from snhr_desktop.i18n import N_, Message

_SEPARATOR = re.compile("[;؛]")
_LONGEST = 30
"""Letters of a label that its code takes over."""
_SHORTEST = 4
"""Letters of the fingerprint that tells two such codes apart."""


@dataclass(frozen=True, kw_only=True)
class OwnTerm(Record):
    """`code` and what the term is a kind of are settled once: a code never changes what it means.

    Its labels may be worded better, of which one stays what it was at first, and it may be retired: then it is offered
    no more, and stays readable. It is counted like the term it is a kind of: a weapon in the same unit, a facility in
    the same category.
    """

    type_name = "own_term"
    title = N_("Term of the office")

    vocabulary: str = choice(N_("Vocabulary"), "open_vocabulary", required=True)
    code: str = text(N_("Code"), 60)
    like: str = text(N_("A kind of"), 40, required=True, hint=N_("It is counted like this term."))
    label_en: str = text(N_("In English"), 80, required=True)
    label_ar: str = text(N_("In Arabic"), 80, required=True)
    also: str = text(N_("Found by as well"), 200, hint=N_("Other words that people type for it, with ; between."))
    retired: bool = flag(N_("Retired: no longer offered"))

    def term(self) -> Term:
        """The term as it stands in its vocabulary."""
        kind = vocabulary(self.vocabulary).get(self.like)
        label = Message(self.label_en, said=(("en", self.label_en), ("ar", self.label_ar)))
        group = kind.group if kind else ""
        return Term(
            self.code, label, group, retired=self.retired, also=self.others(), own=True, like=self.like if kind else ""
        )  # fmt: skip

    def others(self) -> tuple[str, ...]:
        """The words it is found by as well."""
        return tuple(word for word in (part.strip() for part in _SEPARATOR.split(self.also)) if word)

    def words(self) -> frozenset[str]:
        """Everything that means it, folded."""
        return frozenset(map(fold, (self.label_en, self.label_ar, *self.others())))


def codes_for(office: str, given: OwnTerm) -> Iterator[str]:
    """The codes that a new term may get, the one to be preferred first: the office and its English label.

    Two computers of an office that add the same term give it the same code. Where plain letters do not tell all of the
    label, or the code is taken, a fingerprint of its words tells it apart, so that one code never means two things.
    """
    word = re.sub(r"[^a-z0-9]+", "_", given.label_en.casefold()).strip("_")
    plain = f"{office.casefold()}.{word[:_LONGEST] or 'term'}"
    if word and len(word) <= _LONGEST and given.label_en.isascii():
        yield plain
    said = "\n".join((given.vocabulary, given.like, fold(given.label_en), fold(given.label_ar)))
    mark = hashlib.sha256(said.encode()).hexdigest()
    yield from (f"{plain}_{mark[:length]}" for length in range(_SHORTEST, len(mark)))
