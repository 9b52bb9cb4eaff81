"""Words of a text as names are compared by: folded, with what is joined to them in writing told apart.

«ولسلمى», "Salma’s" and "SALMA" are all one name with something round it. A reading of a word says where the name in
it would begin and end, and its key; two names are the same where their keys, joined, are.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from snhr_desktop.domain.names import is_article, words

MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
"""Vowel signs and the lengthening stroke: written or left out at will."""
UNSEEN = "\u00ad\u200b-\u200d\u2060-\u2064\ufeff"
"""Characters inside a word that no reader sees: soft hyphens and joiners."""
_INSIDE = rf"{MARKS}\u0300-\u036f{UNSEEN}'’‘ʼ`´"
_WORD = re.compile(rf"[^\W_](?:(?:[^\W_]|[{_INSIDE}])*(?:[^\W_]|[{MARKS}]))?")
_BETWEEN = re.compile(r"[\W_]{0,12}")
_HIDDEN = re.compile(f"[{UNSEEN}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PARTICLE = re.compile(rf"[وفبكلس][{MARKS}]*")
_OWNED = re.compile(r"['’‘ʼ`´]s?$|s['’‘ʼ`´]$", re.IGNORECASE)
_OF_GOD = re.compile(r"^abd[aeu]l{1,2}ah?$")
_SERVANT = re.compile(r"^(عبدال(?!له$)|abd[aeu]l?$|abd[aeu]l?(?=.))")
_MOST_PARTICLES = 2


@dataclass(frozen=True)
class Reading:
    """One way to read a word: the name in it lies between `first` and `last`. A blank key is an article alone."""

    first: int
    last: int
    key: str
    plain: str
    article: bool


@dataclass(frozen=True)
class Word:
    """A word of a text at its place; the first reading takes it whole."""

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]

    @property
    def arabic(self) -> bool:
        """Which script it is written in."""
        return "\u0600" <= self.text[:1] <= "\u06ff"


class Keys:
    """The keys of names looked for, and how they may begin: a word that begins none of them is passed over."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = frozenset(keys)
        self.beginnings = frozenset(key[:end] for key in self._keys for end in range(1, len(key)))

    def __contains__(self, key: str) -> bool:
        return key in self._keys


def words_of(text: str) -> list[Word]:
    """The words of a text in their order."""
    return [Word(m.start(), m.end(), m[0], _readings(m[0])) for m in _WORD.finditer(text)]


def adjoin(text: str, one: Word, other: Word) -> bool:
    """Whether two words that follow each other may belong to one name."""
    return _BETWEEN.fullmatch(_HIDDEN.sub("", text[one.end : other.start])) is not None


def neighbours(text: str, words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Each word with the next that may belong to one name with it; an article alone is passed over."""
    for at, one in enumerate(words):
        for before, other in pairwise(words[at : at + 3]):
            if not adjoin(text, before, other):
                break
            if other.readings[0].key:
                yield one, other
                break


def key_of(name: str) -> str:
    """What a whole name is compared by."""
    return "".join(word.readings[0].key for word in words_of(name))


def plain(word: str) -> str:
    """A word without signs that may be left out."""
    return re.sub(f"[{MARKS}{UNSEEN}]", "", word)


@lru_cache(maxsize=8192)
def _readings(word: str) -> tuple[Reading, ...]:
    return tuple(dict.fromkeys(_each(word)))


def _each(word: str) -> Iterator[Reading]:
    yield _reading(word, 0, len(word))
    owned = _OWNED.search(word)
    if owned:
        yield _reading(word, 0, owned.start())
    elif word[-1] in "sS" and len(word) > 4:  # the Khalils
        yield _reading(word, 0, len(word) - 1)
    first = 0
    for _ in range(_MOST_PARTICLES):
        found = _PARTICLE.match(word, first)
        if not found or len(plain(word[found.end() :])) < 2:
            return
        if found[0][0] == "ل" and plain(word[found.end() :]).startswith("ل"):  # «للحاج» is for «الحاج»
            article = _reading("ا" + word[found.start() :], 0, len(word) - found.start() + 1)
            yield Reading(found.end(), len(word), article.key, article.plain, True)
        first = found.end()
        yield _reading(word, first, len(word))


def _reading(word: str, first: int, last: int) -> Reading:
    core = word[first:last]
    key = "".join(words(core))
    # Abdullah is keyed as the two words Abd Allah are
    key = "abdalla" if _OF_GOD.match(key) else _SERVANT.sub(lambda found: "عبد" if found[0][0] == "ع" else "abd", key)
    bare = plain(core)
    return Reading(
        first, last, "" if is_article(key) else key, bare, bare.startswith("ال") and not key.startswith("ال")
    )
