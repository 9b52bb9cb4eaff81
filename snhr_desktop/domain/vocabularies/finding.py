"""Find the term that typed letters mean: by its label in either language, or by another word that people use for it."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from snhr_desktop.domain.names import is_article, words
from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import LANGUAGES, Language

__all__ = ["find_term", "says_nothing_yet"]

_ARTICLE, _BEGUN = "ال", frozenset({"ا", "a"})
_folded = lru_cache(maxsize=4096)(words)
Words = tuple[str, ...]


def says_nothing_yet(typed: str) -> bool:
    """Whether only an article, or nothing, was typed so far: it fits every term and none."""
    asked = _folded(typed)
    return not asked or (len(asked) == 1 and is_article(asked[0]))


def find_term(typed: str, terms: Iterable[Term], language: Language) -> Term | None:
    """The term that fits all that was typed, or None: what only its beginning fits is not what was meant.

    Whole labels and words of people come before beginnings, beginnings before words inside, the language spoken
    before the others, and then the order of the vocabulary.
    """
    offered = tuple(terms)
    return next((term for asked in _readings(typed) if (term := _best(asked, offered, language))), None)


def _readings(typed: str) -> Iterator[Words]:
    """What was typed as it stands, and without an article whose word is not all there yet («الن», «قوات ال»)."""
    if says_nothing_yet(typed):
        return
    *whole, last = asked = _folded(typed)
    yield asked
    if whole and (last in _BEGUN or is_article(last)):
        yield tuple(whole)
    elif last.startswith(_ARTICLE):
        yield (*whole, last.removeprefix(_ARTICLE))


def _best(asked: Words, terms: Iterable[Term], language: Language) -> Term | None:
    ranked = ((min(_rank(asked, text) * 2 + also for text, also in _texts(term, language)), term) for term in terms)
    rank, best = min(ranked, key=lambda each: each[0], default=(_NO_FIT * 2, None))
    return best if rank < _NO_FIT * 2 else None


def _texts(term: Term, language: Language) -> list[tuple[Words, int]]:
    """The label in the language spoken weighs most; the other languages weigh as the words of people do."""
    others = [term.say(each) for each in LANGUAGES.values() if each.code != language.code]
    return [(_folded(term.say(language)), 0), *((_folded(text), 1) for text in (*others, *term.words, *term.wider))]


def _rank(asked: Words, text: Words) -> int:
    return next((rank for rank, fits in enumerate(_FITS) if fits(asked, text)), _NO_FIT)


def _begins(asked: Words, text: Words) -> bool:
    *whole, last = asked
    return len(text) >= len(asked) and list(text[: len(whole)]) == whole and text[len(whole)].startswith(last)


def _begins_inside(asked: Words, text: Words) -> bool:
    return any(_begins(asked, text[at:]) for at in range(1, len(text)))


def _in_order(asked: Words, text: Words) -> bool:
    """Every typed word begins one of the text's words, in their order; words between may be left out."""
    left = iter(text)
    return len(asked) > 1 and all(any(word.startswith(each) for word in left) for each in asked)


_FITS: tuple[Callable[[Words, Words], bool], ...] = (tuple.__eq__, _begins, _begins_inside, _in_order)
_NO_FIT = len(_FITS)
