"""Their words to our codes: by the list of the mapping, else by our own codes and labels in either language."""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import product

from snhr_desktop.domain.kinds import Choice, Choices, Kind
from snhr_desktop.domain.names import fold
from snhr_desktop.domain.vocabularies import Term, vocabulary
from snhr_desktop.domain.vocabularies.spoken import forms
from snhr_desktop.exchange.conversion.written import written
from snhr_desktop.i18n import ARABIC, LANGUAGES

Codes = Mapping[str, str]
_STILL = tuple(
    f"{fold(' '.join(said))} "
    for said in (
        *product(("ما", "لا"), ("زال", "زالت", "زالوا", "يزال", "تزال", "يزالون")),
        *((word,) for word in ("مازال", "مازالت", "مازالوا", "لايزال", "لاتزال", "still", "is still", "currently")),
    )
)
"""What stands before a state that has not ended."""
_WITH = tuple(
    f"{fold(attack)} {by}"
    for attack, by in product(("قصف", "هجوم", "هجمات", "استهداف", "ضربة", "غارة", "غارات", "إصابة"), ("بال", "ب"))
)
"""What stands before that with which somebody was harmed: «قصف بالبراميل المتفجرة»."""
_BETWEEN = re.compile(r"[()\[\]/،,؛;|]|\s[-–—]\s")


def key_of(word: str) -> str:
    """The word as it is compared: folded, or as it stands where it has no letters."""
    return fold(word) or word.casefold()


def own_words(name: str) -> Codes:
    """Every code, label and other word of a vocabulary by its key, with the forms of those that are said of people and
    those that lists have. The first term that has a word keeps it."""
    return _words(name, tuple(vocabulary(name).values()))


def words_about(name: str) -> Codes:
    """Those, and the wider words of which a person has to say what they stand for: a column that has them is of the
    vocabulary nevertheless."""
    wider = ((key_of(word), term.code) for term in vocabulary(name).values() for word in term.wider)
    return {**dict(wider), **own_words(name)}


@lru_cache(maxsize=64)
def _words(name: str, terms: tuple[Term, ...]) -> Codes:
    """Kept by the terms themselves: an office may add some, or word them in another way, at any time."""
    found = {term.code.casefold(): term.code for term in terms}
    found |= {key_of(term.code): term.code for term in terms if key_of(term.code) not in found}
    labels = ((term.say(language), term.code) for language in LANGUAGES.values() for term in terms)
    others = ((word, term.code) for term in terms for word in term.words)
    for word, code in (*labels, *others):
        found.setdefault(key_of(word), code)
    for term in terms:  # what is said of others goes behind whatever is said exactly
        for form in (form for word in _of_people(term) for form in forms(key_of(word))):
            found.setdefault(form, term.code)
    for word, code in written(name):
        if code in vocabulary(name):
            found.setdefault(key_of(word), code)
    return found


def _of_people(term: Term) -> tuple[str, ...]:
    """The words of a term that bend with the people they are said of."""
    if not (term.of_people or term.of_a_woman):
        return ()
    return (*term.of_people, term.say(ARABIC), term.say(ARABIC, "female"))


def code_of(word: str, codes: Codes) -> str | None:
    """What a word stands for, as it is said, else without a “still” before it («ما زالت معتقلة» is «معتقلة») or an
    “attack with”, else as each of several words for one thing says it: “Syrian Democratic Forces (SDF)”."""
    key = key_of(word)
    if key in codes:
        return codes[key]
    for before in (*_STILL, *_WITH):
        if key.startswith(before) and (rest := key.removeprefix(before)) in codes:
            return codes[rest]
    said = {codes.get(key_of(part)) for part in _BETWEEN.split(word) if fold(part)}
    return next(iter(said)) if len(said) == 1 else None


class Lookup:
    """Looks words up; each spelling is folded once."""

    def __init__(self, words: Codes, kind: Kind) -> None:
        self._codes = dict(own_words(kind.vocabulary)) if isinstance(kind, Choice | Choices) else {}
        self._codes |= {key_of(word): code for word, code in words.items()}
        self._seen: dict[str, str | None] = {}

    def code(self, word: str) -> str | None:
        """The code, blank for a word that is known to add nothing, None for one that no code stands for."""
        if word not in self._seen and len(self._seen) < 50_000:
            self._seen[word] = code_of(word, self._codes)
        return self._seen[word] if word in self._seen else code_of(word, self._codes)
