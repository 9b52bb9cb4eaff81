"""A term that an office added to a vocabulary: kept like any record, with its history, and never removed."""

import re
from dataclasses import dataclass

from snhr_desktop.domain.fields import choice, flag, text
from snhr_desktop.domain.names import fold
from snhr_desktop.domain.records.record import Record
from snhr_desktop.domain.vocabularies import Term, vocabulary
from snhr_desktop.i18n import N_, Message

_SEPARATOR = re.compile("[;؛]")


@dataclass(frozen=True, kw_only=True)
class OwnTerm(Record):
    """`code` and what the term is a kind of are settled once: a code never changes what it means.

    Its labels may be worded better, and it may be retired: then it is offered no more, and stays readable. It is
    counted like the term it is a kind of: a weapon in the same unit, a facility in the same category.
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
        return Term(self.code, label, group, retired=self.retired, also=self.others(), own=True)

    def others(self) -> tuple[str, ...]:
        """The words it is found by as well."""
        return tuple(word for word in (part.strip() for part in _SEPARATOR.split(self.also)) if word)

    def words(self) -> frozenset[str]:
        """Everything that means it, folded."""
        return frozenset(map(fold, (self.label_en, self.label_ar, *self.others())))


def code_for(office: str, label_en: str, number: int) -> str:
    """The code of a new term: the office, the label in plain letters, and a number where that is taken."""
    plain = re.sub(r"[^a-z0-9]+", "_", label_en.casefold()).strip("_")[:30] or "term"
    return f"{office.casefold()}.{plain}" + (f"_{number}" if number > 1 else "")
