"""The names of persons who may not be named, whole and in the parts that can stand alone; see `reports.redaction`."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from snhr_desktop.reports.consonants import skeleton
from snhr_desktop.reports.spelling import Reading, Word, words_of

LEAST_KEY = 3
"""Shorter names are found in too many words."""
_LEAST_ARABIC = 2

_GENERIC = frozenset(
    {
        "عبد", "ابو", "ابي", "ابا", "ام", "بن", "ابن", "بنت", "ال", "حاج", "شيخ", "سيد", "دكتور", "دين", "الله",
        "abd", "abu", "abo", "um", "umm", "bin", "ibn", "bint", "al", "haj", "hajj", "sheikh", "shaikh", "din", "deen",
        "eddin", "allah", "mr", "mrs", "dr",
    }
)  # fmt: skip
"""Words in names that name nobody alone, as keys."""
_LEADING = frozenset({"عبد", "ابو", "ابي", "ابا", "ام", "ابن", "بنت", "abd", "abu", "abo", "um", "umm", "ibn"})
_FAITH = frozenset({"دين", "din", "deen", "eddin"})
_GRAMMAR = frozenset(
    {
        "على", "إلى", "الى", "حتى", "لدى", "سوى", "متى", "هو", "هي", "هم", "من", "في", "لم", "لن", "ما", "لا", "قد",
        "عن", "أن", "ان", "إن", "أو", "او", "ثم", "كل", "مع", "بل", "كم", "يا", "ذا", "ذو", "أي", "اي", "لو", "إذ",
        "اذ", "كي", "به", "له", "لها", "بها", "فيه", "منه", "كان", "بعد", "قبل", "عند", "كما",
    }
)  # fmt: skip
"""Arabic words that are spelled or folded like names and never stand for one."""
_LOWER = frozenset({"said", "may", "hind", "ward", "sham", "hope", "rose", "man", "aid", "son", "tall", "noon"})
"""English words that are names with a capital alone."""
_CALENDAR = frozenset(
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "the", "they",
        "this", "that", "these", "those", "there", "their", "then", "three", "thirty", "after", "before", "near",
        "several", "later", "russian", "syrian", "civil", "defence", "central",
    }
)  # fmt: skip
"""Words that are written with a capital and sound like names; by their consonants alone they are not taken for one."""


class Parts:
    """What to look for. `whole` are keys of several words: full names, and names like «أبو عمر», «صلاح الدين»."""

    def __init__(self, persons: Iterable[Sequence[str]]) -> None:
        self.whole: set[str] = set()
        self._keys: dict[str, bool] = {}
        self._consonants: set[str] = set()
        for name in (name for names in persons for name in names):
            self._learn(words_of(name))

    def found(self, word: Word) -> Reading | None:
        """How the word is a part of a withheld name, if it is one."""
        for reading in word.readings:
            if reading.key in self._keys and self._is_name(word, reading):
                return reading
        if word.arabic or not word.text[:1].isupper() or word.text.casefold() in _CALENDAR:
            return None
        return next((reading for reading in word.readings if self._sounds(reading)), None)

    def _sounds(self, reading: Reading) -> bool:
        """Whether a Latin word has the consonants of a withheld name; of Abdulrahman those of Rahman."""
        return not self._consonants.isdisjoint({skeleton(reading.plain), skeleton(reading.key.removeprefix("abd"))})

    def _learn(self, words: Sequence[Word]) -> None:
        keys = [word.readings[0].key for word in words]
        if len(words) > 1 and len("".join(keys)) >= LEAST_KEY:
            self.whole.add("".join(keys))
        self.whole.update(one + other for one, other in pairwise(keys) if one in _LEADING or other in _FAITH)
        alone = [word for word, key in zip(words, keys, strict=True) if key and key not in _GENERIC]
        for at, word in enumerate(alone):
            whole = word.readings[0]
            if len(whole.key) >= (_LEAST_ARABIC if word.arabic else LEAST_KEY):
                # only a family is called with an article or without one as it comes
                self._keys[whole.key] = self._keys.get(whole.key, False) or at > 0 or whole.article
            sound = skeleton(whole.plain.removeprefix("ال") if whole.article else whole.plain)
            if len(sound) >= LEAST_KEY:
                self._consonants.add(sound)

    def _is_name(self, word: Word, reading: Reading) -> bool:
        if word.arabic:
            return reading.plain not in _GRAMMAR and (self._keys[reading.key] or not reading.article)
        return not (word.text.islower() and reading.key in _LOWER)
