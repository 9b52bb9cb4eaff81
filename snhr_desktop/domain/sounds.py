"""Whether two spellings may say the same name: across the scripts, and between two Latin ones.

A Latin spelling is written by ear, so one name has many: مصطفى is Mustafa, Moustapha or Mostafa. Across the scripts a
Latin word is turned into a pattern of the Arabic words it may stand for: a consonant is one of a few letters, a short
vowel no letter or one of its own kind. Two Latin words are compared by their consonants, and short ones by the kind of
vowel before and behind as well. Both take single folded words (`domain.names.words`); nothing of it is ever shown.
"""

import re
from functools import lru_cache

_ARABIC = {
    "kh": "(?:خ|ك[هح])", "gh": "غ", "sh": "(?:ش|[سص][هح])", "ch": "(?:ش|تش|خ|ك)", "th": "(?:[ثتطظذ]|ت[هح])",
    "dh": "(?:[ذضظد]|د[هح])", "zh": "[ظذجز]", "ph": "ف", "dj": "ج",
    "b": "ب", "c": "[كقسج]", "d": "[دضذ]", "f": "ف", "g": "[جغقك]", "h": "[حهخ]", "j": "[جي]", "k": "[كقخ]",
    "l": "لل?", "m": "م", "n": "ن", "p": "ب", "q": "[قك]", "r": "ر", "s": "[سصثز]", "t": "[تطثه]", "v": "[فو]",
    "w": "و", "x": "كس", "y": "ي", "z": "[زظذض]",
}  # fmt: skip
"""What a Latin consonant may stand for, as Arabic letters look after folding."""
_UNHEARD = "عء"
"""Letters that Latin writes as a vowel or not at all."""
_VOWELS = {"a": "ا" + _UNHEARD, "e": "ي" + _UNHEARD, "i": "ي" + _UNHEARD, "o": "و" + _UNHEARD, "u": "و" + _UNHEARD}
_LAST = {"a": "اهي", "e": "يه", "i": "ي", "o": "وه", "u": "وها"}
"""What else a vowel may be written with at the end of a word."""
_BEGINS = "اعي"
_LONG = frozenset({"ee", "ei", "ai"})
"""Vowels that Arabic always writes its ya for."""
_SHORTENED = {"mohd": "mohamad", "mhd": "mohamad", "moh": "mohamad", "muh": "mohamad"}
_SOUND = re.compile("kh|gh|sh|ch|th|dh|zh|ph|dj|[aeiou]+|.")
_DOUBLED = re.compile(r"(kh|gh|sh|th|dh|[b-df-hj-np-tv-z])\1+")
_NOTHING = re.compile("(?!)")
_SOFT_END = re.compile("(?<=[ae])h$")

_SIGNS = (("x", "ks"), ("kh", "x"), ("sh", "ç"), ("ch", "ç"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("ph", "f"))
_ALIKE = str.maketrans({"q": "k", "c": "k", "p": "b", "v": "f"} | dict.fromkeys("aeiou", ""))
_HALF_VOWELS = str.maketrans("", "", "wy")
_COLOURS = {**dict.fromkeys("aeiy", "a"), **dict.fromkeys("ouw", "o")}
_LONG_ENOUGH = 3


@lru_cache(maxsize=8192)
def arabic_of(latin: str) -> re.Pattern[str]:
    """The Arabic words, without an article, that a Latin word may be a spelling of: to be matched whole.

    A word of vowels alone is no name and stands for none.
    """
    word = _DOUBLED.sub(r"\1", _SHORTENED.get(latin, latin))
    said = _SOFT_END.sub("", word)
    sounds = _SOUND.findall(said)
    if all(sound[0] in _VOWELS for sound in sounds):
        return _NOTHING
    letters = [_letters(sounds, at) for at in range(len(sounds))]
    return re.compile("".join(letters) + ("" if said == word else f"{_ARABIC['h']}?"))


def _letters(sounds: list[str], at: int) -> str:
    sound = sounds[at]
    return _vowel(sounds, at) if sound[0] in _VOWELS else _ARABIC.get(sound, re.escape(sound))


def _vowel(sounds: list[str], at: int) -> str:
    """Vowels in a row: letters of their kind; at the beginning at least one, at the end one that ends a word."""
    sound = sounds[at]
    kind = "".join(dict.fromkeys("".join(_VOWELS[letter] for letter in sound)))
    if at == 0:
        return f"[{_BEGINS}{kind}][{kind}]{{0,3}}"
    if at == len(sounds) - 1:
        # nothing is written for the end of "Rose", nor of "Taha" (طه)
        least = 0 if sound == "e" or sounds[at - 1] == "h" else 1
        return f"[{kind}]{{0,3}}[{kind}{_LAST[sound[-1]]}]{{{least},1}}"
    return f"[{kind}]{{0,2}}ي[{kind}]?" if sound in _LONG else f"[{kind}]{{0,4}}"


def sounds_alike(one: str, other: str) -> bool:
    """Whether two words may be one name: the same word, two Latin spellings of it, or one in each script."""
    if one == other:
        return True
    if is_arabic(one) or is_arabic(other):
        latin, arabic = (other, one) if is_arabic(one) else (one, other)
        return not is_arabic(latin) and arabic_of(latin).fullmatch(arabic) is not None
    return bool(latin_sound(one)) and latin_sound(one) == latin_sound(other)


def is_arabic(word: str) -> bool:
    """Which script a word is written in, by its first letter."""
    return "\u0600" <= word[:1] <= "\u06ff"


@lru_cache(maxsize=8192)
def latin_sound(latin: str) -> str:
    """What Latin spellings of one name have in common: "Mustafa", "Moustapha"; blank for a word without consonants.

    Vowels count in words of one or two consonants alone, and no more than whether they are bright (Imad, Emad) or
    dark (Omar, Umar), before and behind.
    """
    letters = _SOFT_END.sub("", latin)
    for pair, sign in _SIGNS:
        letters = letters.replace(pair, sign)
    signs = (letters[:1] + letters[1:].translate(_HALF_VOWELS)).translate(_ALIKE)
    found = "".join(sign for at, sign in enumerate(signs) if not at or sign != signs[at - 1])
    if not found or len(found) >= _LONG_ENOUGH:
        return found
    first = "" if found.startswith(letters[0]) else _COLOURS.get(letters[0], "")
    return f"{first}{found}{_COLOURS.get(letters[-1], '')}"
