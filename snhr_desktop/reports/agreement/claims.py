"""What a sentence claims: a number with the noun of a class, of a figure («15 children», "barrel bombs: 3").

The nouns are those of the catalogue's own plurals, so that each language is read as it is written.
"""

import re
from collections.abc import Iterator, Mapping

from snhr_desktop.domain.dates import LATIN_DIGITS
from snhr_desktop.i18n import Language, Message, bare
from snhr_desktop.reports.agreement.numbers import numbers
from snhr_desktop.reports.phrases import AMONG_THEM, AT_LEAST

_TASHKEEL = re.compile("[\u064b-\u0652\u0640]")
_NUMBER = re.compile(r"(?<![\dA-Za-z.,-])\d[\d,٬]*(?![.,]?\d)")
_WORDS = {
    "en": ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    "ar": ["واحد", "اثنان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"],
}
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
    if spelled:
        plain = _in_digits(plain, language)
    for found in _NUMBER.finditer(plain):
        number = int(numbers(found[0])[0])
        after = plain[found.end() :].lstrip("\u00a0 ").casefold()
        if not after[:1].isalpha() or number > _LARGEST:
            continue
        for code in _COUNTED:
            noun = _noun(code, number, language)
            if noun and re.match(rf"{re.escape(noun)}(?!\w)", after):
                yield code, number


def _noun(code: str, number: int, language: Language) -> str:
    phrase = _TASHKEEL.sub("", bare(language.plural(_COUNTED[code], number))).translate(LATIN_DIGITS)
    digits = bare(language.number(number)).translate(LATIN_DIGITS)
    return phrase.partition(digits)[2].strip().casefold()


def _in_digits(text: str, language: Language) -> str:
    for number, word in enumerate(_WORDS.get(language.code, ()), start=1):
        text = re.sub(rf"(?<!\w){word}{_FEMININE}?(?!\w)", str(number), text, flags=re.IGNORECASE)
    return text
