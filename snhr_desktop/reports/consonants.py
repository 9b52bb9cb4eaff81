"""The consonants of a name, alike in both scripts: مصطفى, Mustafa, Moustapha and Mostafa are all `mstf`.

For names that were recorded in one script and told in the other. Vowels are written by ear, so they are left out.
"""

import unicodedata
from functools import lru_cache

_ARABIC = {
    "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "x", "د": "d", "ذ": "d", "ر": "r", "ز": "z", "س": "s",
    "ش": "c", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "g", "ف": "f", "ق": "k", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "و": "w", "ي": "y",
}  # fmt: skip
_DIGRAPHS = (("kh", "x"), ("sh", "ç"), ("ch", "ç"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("ph", "f"))
_LATIN = {**{letter: letter for letter in "bdfghjklmnrstwxyz"}, "q": "k", "c": "k", "ç": "c", "p": "b", "v": "f"}
_HALF_VOWELS = "wy"
_FIRST, _LAST = frozenset("اأإآعaeiou"), frozenset("اىةهيوءئaeiouyh")
"""Letters by which a word begins or ends with a vowel, in either script."""


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """The consonants of one word. Half vowels count at the beginning alone; a doubled letter is one; a last h none."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", word).casefold() if c.isalpha())
    for pair, sign in _DIGRAPHS:
        letters = letters.replace(pair, sign)
    table = _ARABIC if "\u0600" <= letters[:1] <= "\u06ff" else _LATIN
    first = table.get(letters[:1], "")
    rest = [sign for letter in letters[1:] if (sign := table.get(letter, "")) not in _HALF_VOWELS or not sign]
    found = "".join([first, *rest])
    if len(found) > 1:
        found = found.removesuffix("h")
    return "".join(sign for at, sign in enumerate(found) if not at or sign != found[at - 1])


def shape(word: str) -> str:
    """The consonants, and whether a vowel stands before and behind them: for names of two consonants, as عمر, Omar."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", word).casefold() if c.isalpha())
    first, last = ("^" if letters[at : at + 1 or None] in opened else "" for at, opened in ((0, _FIRST), (-1, _LAST)))
    return f"{first}{skeleton(word)}{last}"
