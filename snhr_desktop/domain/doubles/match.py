"""What speaks for two records being one: reasons that can be read, and a score that orders them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from snhr_desktop.domain.vocabularies import Term
from snhr_desktop.i18n import Language, Message


@dataclass(frozen=True)
class Reason:
    """One thing that two records have in common; `weight` is what it adds to the score."""

    message: Message
    weight: int
    values: Mapping[str, object] = field(default_factory=dict)

    def tell(self, language: Language) -> str:
        """The reason in a language, terms by their labels and numbers as the language writes them."""
        return language.text(self.message, **{name: _said(value, language) for name, value in self.values.items()})


@dataclass(frozen=True)
class Match:
    """The reasons, the weightiest first. A higher score is likelier; scores of persons and incidents do not compare."""

    reasons: tuple[Reason, ...]

    @classmethod
    def of(cls, reasons: Iterable[Reason | None]) -> "Match":
        """A match for the reasons there are."""
        found = (reason for reason in reasons if reason is not None)
        return cls(tuple(sorted(found, key=lambda reason: -reason.weight)))

    @property
    def score(self) -> int:
        """The weights together."""
        return sum(reason.weight for reason in self.reasons)

    def tell(self, language: Language, most: int | None = None) -> str:
        """The reasons in one line; the weightiest alone where there are more than `most`."""
        return " · ".join(reason.tell(language) for reason in self.reasons[:most])


def _said(value: object, language: Language) -> object:
    if isinstance(value, Term):
        return value.say(language)
    return language.number(value) if isinstance(value, int) else value
