"""The names of persons who may not be named, whole and in the parts that can stand alone; see `reports.redaction`."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from snhr_desktop.domain.sounds import arabic_of, latin_sound
from snhr_desktop.reports.spelling import Reading, Word, words_of

LEAST_KEY = 3
"""Shorter names are found in too many words."""
_LEAST_ARABIC = 2
_SERVANTS = ("abd", "عبد")

GENERIC = frozenset(
    {
        "عبد", "ابو", "ابي", "ابا", "ام", "بن", "ابن", "بنت", "ال", "حاج", "شيخ", "سيد", "دكتور", "دين", "الله",
        "طفل", "طفله", "شهيد", "شهيده", "شاب", "شابه", "سيده", "حاجه", "مرحوم", "مرحومه", "رضيع", "رضيعه", "استاذ",
        "child", "martyr", "girl", "boy", "baby", "infant", "haji", "ms", "eddine", "alla",
        "abd", "abu", "abo", "um", "umm", "bin", "ibn", "bint", "al", "haj", "hajj", "sheikh", "shaikh", "din", "deen",
        "eddin", "allah", "mr", "mrs", "dr",
    }
)  # fmt: skip
"""Words in names that name nobody alone, as keys."""
_LEADING = frozenset({"عبد", "ابو", "ابي", "ابا", "ام", "ابن", "بنت", "abd", "abu", "abo", "um", "umm", "ibn"})
_FAITH = frozenset({"دين", "din", "deen", "eddin", "eddine", "aldin", "uddin", "الله", "allah", "alla"})
"""Words that end a name of two words, as in «صلاح الدين», «هبة الله»."""
GRAMMAR = frozenset(
    {
        "على", "إلى", "الى", "حتى", "لدى", "سوى", "متى", "هو", "هي", "هم", "من", "في", "لم", "لن", "ما", "لا", "قد",
        "عن", "أن", "ان", "إن", "أو", "او", "ثم", "كل", "مع", "بل", "كم", "يا", "ذا", "ذو", "أي", "اي", "لو", "إذ",
        "اذ", "كي", "به", "له", "لها", "فيه", "منه", "كان", "بعد", "قبل", "عند", "كما", "أية",
        "هذا", "هذه", "ذلك", "تلك", "هنا", "هناك", "عنه", "عنها", "حيث", "منها", "وهو", "وهي",
        "لما", "يلي", "نعثر", "عالي", "بعثة", "أمر",
    }
)  # fmt: skip
"""Arabic words that are spelled or folded like names and never stand for one."""
_LOWER = frozenset({"said", "may", "hind", "ward", "sham", "hope", "rose", "man", "aid", "son", "tall", "noon"})
"""English words that are names with a capital alone."""
_NO_NAMES = frozenset(
    {
        "a", "aerial", "after", "all", "also", "an", "april", "are", "area", "army", "as", "at", "august",
        "before", "central", "civil", "december", "defence", "dr", "february", "friday", "he", "her", "here",
        "him", "his", "how", "i", "if", "in", "is", "it", "january", "july", "june", "later", "march", "may",
        "monday", "more", "mr", "mrs", "near", "no", "nor", "not", "november", "october", "on", "one", "or",
        "our", "people", "russia", "russian", "same", "saturday", "september", "several", "she", "so", "some",
        "sunday", "syria", "syrian", "ten", "that", "the", "their", "then", "there", "these", "they",
        "thirty", "this", "those", "three", "thursday", "tuesday", "two", "video", "videos", "was", "we",
        "wednesday", "were", "what", "when", "where", "which", "while", "who", "with", "you",
    }
)  # fmt: skip
"""Words that are written with a capital and sound like names; by their consonants alone they are not taken for one."""


class Parts:
    """What to look for. `whole` are keys of several words: full names, and names like «أبو عمر», «صلاح الدين»."""

    def __init__(self, persons: Iterable[Sequence[str]]) -> None:
        self.whole: set[str] = set()
        self._keys: dict[str, bool] = {}
        """Every part, and whether it may be called with an article or without one as it comes."""
        self._arabic: set[str] = set()
        self._latin: dict[str, bool] = {}
        for name in (name for names in persons for name in names):
            self._learn(words_of(name))
        self._sounds = {latin_sound(key) for key in self._latin}

    def __contains__(self, key: str) -> bool:
        return key in self._keys

    def found(self, word: Word) -> Reading | None:
        """How the word is a part of a withheld name, if it is one."""
        for reading in word.readings:
            if reading.key in self._keys and self._is_name(word, reading, freely=self._keys[reading.key]):
                return reading
        return None

    def sounding(self, word: Word) -> Reading | None:
        """How a word has the sound of a withheld name that was recorded in the other script or spelled otherwise."""
        if word.arabic:
            return next((reading for reading in word.readings if self._heard_in_arabic(word, reading)), None)
        if not word.text[:1].isupper() or word.text.casefold() in _NO_NAMES:
            return None
        return next((reading for reading in word.readings if self._heard_in_latin(reading.key)), None)

    def _heard_in_arabic(self, word: Word, reading: Reading) -> bool:
        return any(
            self._is_name(word, reading, freely=freely) and arabic_of(latin).fullmatch(heard) is not None
            for latin, freely in self._latin.items()
            for heard in heard_as(reading.key)
        )

    def _heard_in_latin(self, key: str) -> bool:
        return any(
            latin_sound(heard) in self._sounds or any(map(arabic_of(heard).fullmatch, self._arabic))
            for heard in heard_as(key)
        )

    def _learn(self, words: Sequence[Word]) -> None:
        keys = [word.readings[0].key for word in words]
        if len(words) > 1 and len("".join(keys)) >= LEAST_KEY:
            self.whole.add("".join(keys))
        self.whole.update(one + other for one, other in pairwise(keys) if one in _LEADING or other in _FAITH)
        for one, other in pairwise(word for word in words if word.readings[0].key):
            for key in compound(one, other):
                self._hear(key, arabic=one.arabic, freely=True)
        alone = [word for word, key in zip(words, keys, strict=True) if key and key not in GENERIC]
        for at, word in enumerate(alone):
            whole = word.readings[0]
            if len(whole.key) < (_LEAST_ARABIC if word.arabic else LEAST_KEY):
                continue
            # only a family is called with an article or without one as it comes
            self._keys[whole.key] = freely = self._keys.get(whole.key, False) or at > 0 or whole.article
            self._hear(whole.key, arabic=word.arabic, freely=freely)

    def _hear(self, key: str, *, arabic: bool, freely: bool) -> None:
        if arabic:
            self._arabic.update(heard_as(key))
        else:
            # Rahman, of Abdulrahman, is «الرحمن»
            self._latin |= {heard: freely or heard != key for heard in heard_as(key)}

    def joined(self, one: Word, other: Word) -> bool:
        """Whether two words are a withheld name of two words, told in the other script or as one word there."""
        keys = compound(one, other)
        if one.arabic:
            return any(arabic_of(latin).fullmatch(key) for latin in self._latin for key in keys)
        return any(self._heard_in_latin(key) for key in keys)

    def _is_name(self, word: Word, reading: Reading, *, freely: bool) -> bool:
        if word.arabic:
            return reading.plain not in GRAMMAR and (freely or not reading.article)
        return not (word.text.islower() and reading.key in _LOWER)


def compound(one: Word, other: Word) -> tuple[str, ...]:
    """The keys of a name of two words, as «عبد الله», «نور الدين»: as one word, without the article and with it."""
    first, last = one.readings[-1 if one.arabic else 0], other.readings[0]
    if one.arabic != other.arabic or not (first.key in _SERVANTS or last.key in _FAITH):
        return ()
    joined = first.key + last.key
    if last.key == "الله":  # Hibatullah
        return (joined, f"{first.key}لله")
    return (joined, f"{first.key}ال{last.key}") if last.article else (joined,)


def heard_as(key: str) -> Iterator[str]:
    """A name, and of Abdulrahman also Rahman, of Ibrahim also Brahim."""
    yield key
    if key[:1] == "ا" and len(key) > LEAST_KEY + 1:
        yield key[1:]
    for servant in _SERVANTS:
        rest = key.removeprefix(servant)
        if rest != key and len(rest) >= LEAST_KEY and rest not in GENERIC:
            yield rest
