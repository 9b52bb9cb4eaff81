"""The controlled vocabularies: codes are stored, labels are shown.

Terms and their Arabic follow the network's own usage (reports of 2015-2018) where one is known; the catalogue marks
those that a native reader should still check. To add a term, add a line in its file and its Arabic to the catalogue.
"""

from collections.abc import Mapping
from types import MappingProxyType

from snhr_desktop.domain.vocabularies import (
    detention,
    evidence,
    facilities,
    files,
    office,
    parties,
    people,
    precision,
    reporting,
    violations,
    weapons,
)
from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import Language

__all__ = ["VOCABULARIES", "Term", "label", "vocabulary"]


def _index(terms: tuple[Term, ...]) -> Mapping[str, Term]:
    return MappingProxyType({term.code: term for term in terms})


VOCABULARIES: Mapping[str, Mapping[str, Term]] = MappingProxyType(
    {
        name.lower(): _index(terms)
        for module in (
            parties,
            violations,
            weapons,
            facilities,
            people,
            detention,
            evidence,
            files,
            precision,
            reporting,
            office,
        )
        for name, terms in vars(module).items()
        if name.isupper() and isinstance(terms, tuple)
    }
    # a table by party has the parties and the rows of joint responsibility, a scope the parties and their groups
    | {
        "party_row": _index(parties.PARTY + parties.PARTY_ROW),
        "scope": _index(parties.SCOPE + parties.PARTY),
    }
)


def vocabulary(name: str) -> Mapping[str, Term]:
    """The terms of a vocabulary by code, in the order they are offered."""
    return VOCABULARIES[name]


def label(name: str, code: str, language: Language) -> str:
    """What a person reads for a code; a code of an unknown future shows as itself rather than as nothing."""
    term = VOCABULARIES[name].get(code)
    return term.say(language) if term else code
