"""Whether two names may be one person's: given name, father and family, in either script and in any usual spelling.

Names are written with and without the father's in the middle, and fathers stand in a field of their own: what one
entry calls «أحمد محمد العلي» another calls «أحمد العلي», father «محمد».
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from snhr_desktop.domain.names import words
from snhr_desktop.domain.sounds import is_arabic, sounds_alike

_SON_OF = frozenset({"بن", "ابن", "بنت", "bin", "ibn", "bint"})
_MOST_WORDS = 8
_LONG = 5
"""Letters from which one letter more, less or other is a slip; shorter names that differ in one are two names."""


class Likeness(IntEnum):
    """How alike two names are; a greater one is likelier."""

    SOUND = 1
    LETTER = 2
    SAME = 3


class FullName(NamedTuple):
    """The folded words of a person's name in each script, and those of the father's name."""

    arabic: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()
    father: tuple[str, ...] = ()

    @classmethod
    def of(cls, name_ar: str, name_en: str, father_ar: str) -> "FullName":
        """A name as three fields hold it."""
        return cls(*(_read(text) for text in (name_ar, name_en, father_ar)))


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[str, ...]:
    return tuple(word for word in words(text) if word not in _SON_OF)[:_MOST_WORDS]


@dataclass(frozen=True)
class Agreement:
    """How alike two full names are; `words` is how many words agree, the given name and the father's among them."""

    likeness: Likeness
    words: int
    father: bool


def agreement(one: FullName, other: FullName) -> Agreement | None:
    """How two names agree, or None. Where both are written in Arabic, the Arabic decides."""
    here, there = _comparable(one, other)
    if not here or not there:
        return None
    fathers = _fathers(one, other, here, there)
    if fathers is False:
        return None
    given = likeness(here[0], there[0])
    rest = _rest(here[1:], there[1:] + other.father) or _rest(there[1:], here[1:] + one.father)
    if rest is None and fathers and min(len(here), len(there)) == 1:
        rest = ()  # a given name and the father's are a name
    if given is None or rest is None:
        return None
    found = (given, *rest)
    counted = len(found) + (1 if fathers and not (_in_name(one.father, here) or _in_name(other.father, there)) else 0)
    return Agreement(min(found), counted, bool(fathers))


def likeness(one: str, other: str) -> Likeness | None:
    """How alike two folded words are; None for two names."""
    if one == other:
        return Likeness.SAME
    if is_arabic(one) == is_arabic(other) and min(len(one), len(other)) >= _LONG and _one_letter(one, other):
        return Likeness.LETTER
    # two words in Arabic are spelled, not heard: محمد and محمود are two names
    both_arabic = is_arabic(one) and is_arabic(other)
    return Likeness.SOUND if not both_arabic and sounds_alike(one, other) else None


def _comparable(one: FullName, other: FullName) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if one.arabic and other.arabic:
        return one.arabic, other.arabic
    if one.latin and other.latin:
        return one.latin, other.latin
    return one.arabic or one.latin, other.arabic or other.latin


def _fathers(one: FullName, other: FullName, here: tuple[str, ...], there: tuple[str, ...]) -> bool | None:
    """Whether the fathers are the same; None where that cannot be told."""
    if one.father and other.father:
        return likeness(one.father[0], other.father[0]) is not None
    if not (one.father or other.father):
        return None
    father, middle = (one.father, there[1:-1]) if one.father else (other.father, here[1:-1])
    return _in_name(father, middle) if middle else None


def _in_name(father: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return bool(father) and any(likeness(father[0], word) is not None for word in name)


def _rest(fewer: tuple[str, ...], more: tuple[str, ...]) -> tuple[Likeness, ...] | None:
    """How each word behind the given name is found in the other name, each there once; None where one is not."""
    if not fewer:
        return None
    left, found = list(more), []
    for word in fewer:
        best = max(((alike, at) for at, each in enumerate(left) if (alike := likeness(word, each))), default=None)
        if best is None:
            return None
        found.append(best[0])
        left.pop(best[1])
    return tuple(found)


def _one_letter(one: str, other: str) -> bool:
    """Whether one letter more, less, other or two swapped make one word of the other."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]
