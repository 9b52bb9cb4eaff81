"""Arabic particles written onto a word: «والمدرسة», «بسراقب», «للمدنيين» hold the words that a search is for.

Only narratives and titles are read so. In a name the first letter belongs to the name: وهبة is not هبة, كامل not أمل.
"""

import re
from functools import lru_cache

_WITH_ARTICLE = re.compile(r"(?:[وف]?[بك]|[وف])ال(\w{3,})|[وف]?لل(\w{3,})")
_ALONE = re.compile(r"(?:و?[بل]|و)(\w{4,})")
_AND = re.compile(r"و(\w{4,})")
_WHOLE = frozenset(
    {
        "لبنان",
        "لبناني",
        "لبنانيه",
        "وهيبه",
        "بلديه",
        "بلديات",
        "برميل",
        "برميلين",
        "براميل",
        "وزاره",
        "وليده",
        "وداعا",
        "بكامل",
    }
)
"""Words that begin so by themselves, and whose end is another word or name."""


@lru_cache(maxsize=1 << 16)
def bare_forms(word: str) -> tuple[str, ...]:
    """The words that a folded word of an Arabic text may hold behind its particles, itself not among them."""
    if not "\u0621" <= word[:1] <= "\u064a" or word in _WHOLE:
        return ()
    found: list[str] = []
    if attached := _WITH_ARTICLE.fullmatch(word):
        found.append(attached[1] or attached[2])
        if attached[2]:
            found.append("ل" + attached[2])  # للاذقية: of three lams that meet, two are written
        if word[0] in "وف":
            found.append(word[1:])
    elif attached := _ALONE.fullmatch(word):
        found.append(attached[1])
        if (linked := _AND.fullmatch(word)) and linked[1] != attached[1]:
            found.append(linked[1])
    return tuple(found)
