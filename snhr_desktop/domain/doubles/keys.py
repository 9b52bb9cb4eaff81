"""Keys that find likely the same person among a million: pairs of the consonants of a name's words, in either script.

A saved name has one key for its given name with each other word of it, the father's name among them. A name that is
asked for has more: a consonant that the two scripts write in several ways is tried in each of them (ظ as z, d or t).
A key is a number, a hash: the table of keys is small and holds nothing that can be read.
"""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from snhr_desktop.domain.doubles.fullname import FullName
from snhr_desktop.domain.sounds import is_arabic

_MOST_READINGS = 12
"""Readings of one word that are tried; each is a look-up."""

# what a consonant is filed under, and what else it is looked for under
_ARABIC = {
    "ب": "b", "ت": "t", "ث": "t s", "ج": "j g", "ح": "h", "خ": "x k h", "د": "d", "ذ": "d z t", "ر": "r", "ز": "z",
    "س": "s", "ش": "c", "ص": "s", "ض": "d z", "ط": "t", "ظ": "z d t", "غ": "g", "ف": "f", "ق": "k g", "ك": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h",
}  # fmt: skip
_LATIN = {
    "kh": "x", "gh": "g", "sh": "c", "ch": "c k x", "th": "t d z s", "dh": "d z", "ph": "f", "dj": "j", "b": "b",
    "c": "k s", "d": "d z", "f": "f", "g": "g j k", "h": "h x", "j": "j", "k": "k x", "l": "l", "m": "m", "n": "n",
    "p": "b", "q": "k", "r": "r", "s": "s t", "t": "t", "v": "f", "x": "ks", "z": "z d",
}  # fmt: skip
Sounds = tuple[tuple[str, ...], ...]


def person_keys(name: FullName) -> frozenset[int]:
    """The keys that a saved name is filed under; none for a single word."""
    return frozenset(_hash(_filed(given), _filed(other)) for given, other in _pairs(name))


def asked_keys(name: FullName) -> frozenset[int]:
    """The keys that a name is looked for under: those it would be filed under, and those of its other readings."""
    return frozenset(
        _hash(one, two) for given, other in _pairs(name) for one in _readings(given) for two in _readings(other)
    )


def _pairs(name: FullName) -> Iterator[tuple[str, str]]:
    """The given name with each other word, in each script that the name is written in."""
    for spelled in (name.arabic, name.latin):
        if spelled:
            yield from ((spelled[0], other) for other in (*spelled[1:], *name.father[:1]))


@lru_cache(maxsize=8192)
def _filed(word: str) -> str:
    return "".join(ways[0] for ways in _sounds(word))


@lru_cache(maxsize=8192)
def _readings(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys("".join(ways) for ways in islice(product(*_sounds(word)), _MOST_READINGS)))


def _sounds(word: str) -> Sounds:
    """Each consonant of a word with the ways to file it; doubled ones once, vowels and half vowels left out."""
    letters = _split(word)
    kept = [letter for at, letter in enumerate(letters) if at == 0 or letter != letters[at - 1]]
    table = _ARABIC if is_arabic(word) else _LATIN
    sounds = tuple(tuple(table[letter].split()) for letter in kept if letter in table)
    if sounds and _ends_in_h(kept):  # written and not heard in one script or the other: طه, Taha, فاطمة
        return (*sounds[:-1], ("", *sounds[-1]) if is_arabic(word) else (*sounds[-1], ""))
    return sounds


def _split(word: str) -> list[str]:
    if is_arabic(word):
        return list(word)
    found, at = [], 0
    while at < len(word):
        length = 2 if word[at : at + 2] in _LATIN else 1
        found.append(word[at : at + length])
        at += length
    return found


def _ends_in_h(letters: list[str]) -> bool:
    consonants = [letter for letter in letters if letter in _ARABIC or letter in _LATIN]
    return bool(consonants) and consonants[-1] in ("ه", "h")


@lru_cache(maxsize=65536)
def _hash(one: str, other: str) -> int:
    return int.from_bytes(hashlib.blake2b(f"{one} {other}".encode(), digest_size=8).digest(), "big", signed=True)
