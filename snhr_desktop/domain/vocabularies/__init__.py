"""The controlled vocabularies: codes are stored, labels are shown.

Terms and their Arabic follow the network's own usage (reports of 2015-2018) where one is known; the catalogue marks
those that a native reader should still check. To add a term, add a line in its file and its Arabic to the catalogue.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from snhr_desktop.domain.vocabularies import (
    counted,
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

__all__ = ["VOCABULARIES", "Term", "adopt", "adopted", "label", "sex_of", "vocabulary"]


_TERMS: dict[str, dict[str, Term]] = (
    {
        name.lower(): {term.code: term for term in terms}
        for module in (
            parties,
            violations,
            weapons,
            facilities,
            people,
            detention,
            counted,
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
        "party_row": {term.code: term for term in parties.PARTY + parties.PARTY_ROW},
        "scope": {term.code: term for term in parties.SCOPE + parties.PARTY},
    }
)
_NOW: dict[str, Mapping[str, Term]] = {name: MappingProxyType(terms) for name, terms in _TERMS.items()}
VOCABULARIES: Mapping[str, Mapping[str, Term]] = MappingProxyType(_NOW)


def vocabulary(name: str) -> Mapping[str, Term]:
    """The terms of a vocabulary by code, in the order they are offered."""
    return VOCABULARIES[name]


def adopt(terms: Mapping[str, Iterable[Term]]) -> None:
    """Let the terms that an office added stand in their vocabularies, in place of those of any other office.

    A code of the network keeps its term, whatever a store says of it. Nothing that is being read is changed: each
    vocabulary is put in place anew.
    """
    for name, own in _TERMS.items():
        added = {term.code: term for term in terms.get(name, ()) if term.own and term.code not in own}
        if added or len(_NOW[name]) > len(own):
            _NOW[name] = MappingProxyType(own | added)


def adopted() -> tuple[tuple[str, tuple[Term, ...]], ...]:
    """The terms of offices that stand in the vocabularies now, by vocabulary: for another process, or a comparison."""
    return tuple((name, own) for name, terms in _NOW.items() if (own := tuple(t for t in terms.values() if t.own)))


def label(name: str, code: str, language: Language, sex: str = "") -> str:
    """What a person reads for a code; a code of an unknown future shows as itself rather than as nothing.

    `sex` is that of the one person it is said of: in Arabic a woman قُتلت where a man قُتل.
    """
    term = VOCABULARIES[name].get(code)
    return term.say(language, sex) if term else code


def sex_of(person: Any) -> str:
    """Of whom a term is said: blank for a group, whose persons are not of one description alone."""
    return str(person.sex) if getattr(person, "number", 1) == 1 else ""
