"""What a sentence claims: a number with the noun of a class, of a figure («15 children», "barrel bombs: 3").

The nouns are those of the catalogue's own plurals, so that each language is read as it is written.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from snhr_desktop.domain.dates import LATIN_DIGITS
from snhr_desktop.i18n import Language, Message, bare
from snhr_desktop.reports.agreement.numbers import numbers
from snhr_desktop.reports.phrases import AMONG_THEM, AT_LEAST
from snhr_desktop.reports.typed import DATE, YEAR

_TASHKEEL = re.compile("[\u064b-\u0652\u0640]")
_LETTER = re.compile(r"\w")
_NUMBER = re.compile(r"(?<![\dA-Za-z.,-])\d[\d,٬]*(?![.,]?\d)")
_WORDS = {
    "en": {
        1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten",
        11: "eleven", 12: "twelve",
        20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
        100: "(?:a|one) hundred",
    },
    "ar": {
        1: "واحد", 2: "اثنان", 3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثماني", 9: "تسع", 10: "عشر",
        20: "عشر(?:ون|ين)", 30: "ثلاث(?:ون|ين)", 40: "أربع(?:ون|ين)", 50: "خمس(?:ون|ين)", 60: "ست(?:ون|ين)",
        70: "سبع(?:ون|ين)", 80: "ثمان(?:ون|ين)", 90: "تسع(?:ون|ين)", 100: "مئة",
    },
}  # fmt: skip
_LARGEST = 10**9
"""Beyond it nobody is counted, and numbers are not written in words."""
_FEMININE = "ة"
_COUNTED: Mapping[str, Message] = {
    **{code: AMONG_THEM[code] for code in ("men", "women", "children")},
    **{code: message for code, message in AT_LEAST.items() if code not in ("civilians_injured", "incidents")},
}
"""By class or figure. Civilians may be killed or injured: both have the same noun, and either number will do."""


def claims(text: str, language: Language, spelled: bool = False) -> Iterator[tuple[str, int]]:
    """Class or figure, and the number claimed; with `spelled`, numbers in words as well («ثلاث سيدات»)."""
    plain = _TASHKEEL.sub("", bare(text)).translate(LATIN_DIGITS)
    # "In 2017 civilians were killed": a year is no number of them, which would be written 2,017
    plain = YEAR.sub("#", DATE.sub("#", plain))
    if spelled:
        plain = _in_digits(plain, language)
    for found in _NUMBER.finditer(plain):
        number = int(numbers(found[0])[0])
        after = plain[found.end() :].lstrip("\u00a0 ").casefold()
        if not after[:1].isalpha() or number > _LARGEST:
            continue
        for code in _COUNTED:
            noun = _noun(code, number, language)
            if noun and after.startswith(noun) and not _LETTER.match(after, len(noun)):
                yield code, number


@lru_cache(maxsize=4096)  # the same few numbers are told all over a report; no word of a record is kept
def _noun(code: str, number: int, language: Language) -> str:
    phrase = _TASHKEEL.sub("", bare(language.plural(_COUNTED[code], number))).translate(LATIN_DIGITS)
    digits = bare(language.number(number)).translate(LATIN_DIGITS)
    return phrase.partition(digits)[2].strip().casefold()


def _in_digits(text: str, language: Language) -> str:
    for number, word in sorted(_WORDS.get(language.code, {}).items(), reverse=True):
        text = re.sub(rf"(?<!\w){word}{_FEMININE}?(?!\w)", str(number), text, flags=re.IGNORECASE)
    return text
