"""Two languages as values: every text, number and date is made by the `Language` it is asked of.

A language is passed in, never global: an Arabic page is printed from an English screen, on another thread,
at the same time. Texts are marked where they stand (`N_`, `NC_`, `NP_`) and looked up when they are shown.
"""

import datetime as dt
import gettext
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import PurePath
from typing import NamedTuple

from babel.core import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from snhr_desktop import paths

FIRST_STRONG_ISOLATE, LEFT_TO_RIGHT_ISOLATE, RIGHT_TO_LEFT_ISOLATE = "\u2068", "\u2066", "\u2067"
POP_ISOLATE = "\u2069"
LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
_OPENING_ISOLATES = (FIRST_STRONG_ISOLATE, LEFT_TO_RIGHT_ISOLATE, RIGHT_TO_LEFT_ISOLATE)
_ARABIC_INDIC = str.maketrans("0123456789,.%", "٠١٢٣٤٥٦٧٨٩٬٫٪")
ZERO = "صفر"
"""Nothing, where digits are ٠١٢."""
_A_PATH = re.compile(r"~?/|[A-Za-z]:[\\/]")
_NUMERAL = re.compile(r"(?<![A-Za-z_\d@/=.,+-])\d+(?:[.,]\d+)*%?(?![A-Za-z_\d@/=-])")
_FORMAT_CHARACTERS = str.maketrans("", "", "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Message(NamedTuple):
    """A text of the program, in English, before it is looked up: with a context and a plural where it needs one.

    `said` is for a text that an office wrote itself: pairs of language and wording, in place of a catalogue.
    """

    text: str
    context: str = ""
    plural: str = ""
    said: tuple[tuple[str, str], ...] = ()


def N_(text: str) -> Message:  # noqa: N802 - the customary name that extraction looks for
    """Mark a text for the catalogues."""
    return Message(text)


def NC_(context: str, text: str) -> Message:  # noqa: N802
    """Mark a text whose translation depends on where it stands ("Killed" of a person, of a column)."""
    return Message(text, context)


def NP_(singular: str, plural: str) -> Message:  # noqa: N802
    """Mark a text that counts something; `{n}` stands for the number."""
    return Message(singular, "", plural)


@dataclass(frozen=True)
class Language:
    """One language of the interface and of paper. `arabic_indic` is the setting for ٠١٢ digits."""

    code: str
    name: str
    locale: str
    rtl: bool = False
    arabic_indic: bool = False

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return "rtl" if self.rtl else "ltr"

    def text(self, message: Message, /, **values: object) -> str:
        """The message in this language. Values are isolated, so that a code or a name cannot swap sides."""
        found = self.numerals(_look_up(self.code, message))
        return found.format(**{k: self.isolate(v) for k, v in values.items()}) if values else found

    def plural(self, message: Message, n: int, /, **values: object) -> str:
        """The form of a counting message that `n` takes; `{n}` is written as this language writes numbers."""
        found = self.numerals(_look_up_plural(self.code, message, n))
        return found.format(n=self.number(n), **{k: self.isolate(v) for k, v in values.items()})

    def isolate(self, value: object) -> str:
        """A value as it may stand inside a sentence. For display only, never stored; see `bare`.

        A number is written in the digits of the language; a path runs from left to right whatever its names are.
        """
        text = self.digits(value) if isinstance(value, int) and not isinstance(value, bool) else str(value)
        if text.isdigit() or (not self.rtl and text.isascii()):
            return text
        if isinstance(value, PurePath) or _A_PATH.match(text):
            return piece(text)
        # told outright where a letter decides: a first-strong isolate does not look into the isolates it holds, which
        # decide only where nothing else does («code» in an Arabic sentence does not turn the sentence)
        opening = {"rtl": RIGHT_TO_LEFT_ISOLATE, "ltr": LEFT_TO_RIGHT_ISOLATE}.get(
            first_strong(outside_isolates(text)) or first_strong(text), FIRST_STRONG_ISOLATE
        )
        return f"{opening}{text}{POP_ISOLATE}"

    def sided(self, text: str) -> str:
        """A text that stands alone, starting from the side the language starts from. For display only; see `bare`."""
        # A label takes its direction from its first letter: "A-17 · شاهد" would be laid out as English.
        if self.rtl and first_strong(text) == "ltr" and _has_rtl_letters(text):
            return RIGHT_TO_LEFT_MARK + text
        # An Arabic name at the beginning of an English sentence would turn the whole of it.
        if not self.rtl and first_strong(text) == "rtl" and first_strong(outside_isolates(text)) == "ltr":
            return LEFT_TO_RIGHT_MARK + text
        return text

    def number(self, value: float, decimals: int = 0) -> str:
        """1109 as "1,109"; `decimals` are fixed. Nothing is told in a word where its sign is but a dot, ٠."""
        if self.arabic_indic and not decimals and not round(value):
            return ZERO
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return self.digits(_decimal(value + 0, pattern, self.locale))  # + 0: there is no "-0"

    def digits(self, text: object) -> str:
        """A figure that was written already, in the digits of this language: the one door of all that are shown."""
        return str(text).translate(_ARABIC_INDIC) if self.arabic_indic else str(text)

    def numerals(self, text: str) -> str:
        """A text that was written with 0-9, with the numerals in it in the digits of this language, but for codes."""
        return _NUMERAL.sub(lambda found: self.digits(found[0]), text) if self.arabic_indic else text

    def clock(self, at: dt.datetime) -> str:
        """The hour and minute, 09:30, in one piece."""
        return self.isolate(self.digits(f"{at:%H:%M}"))

    def percent(self, value: float) -> str:
        """41.84 as "41.8%": a share in hundredths with one decimal, so that it recomputes."""
        said = self.digits(f"{self.number(value, 1)}%")
        # nothing in ٪١٨ tells a reader's direction, in which the sign follows
        return f"{RIGHT_TO_LEFT_ISOLATE}{said}{POP_ISOLATE}" if self.arabic_indic else said

    def date(self, day: dt.date) -> str:
        """A day in words: 22 March 2018, 22 آذار 2018."""
        return self._format(day, "d MMMM y")

    def short_date(self, day: dt.date) -> str:
        """A day in figures for tables, year first, kept in one piece.

        A hyphen does not hold ٢٠١٨ and ٠٣ in their order, whatever direction is told; a stroke does.
        """
        return piece(self.digits(day.isoformat().replace("-", "/")) if self.arabic_indic else day.isoformat())

    def month(self, day: dt.date) -> str:
        """March 2018, آذار 2018."""
        return self._format(day, "LLLL y")

    def year(self, day: dt.date) -> str:
        """2018, never grouped."""
        return self._format(day, "y")

    def month_name(self, day: dt.date, short: bool = False) -> str:
        """March (or Mar), آذار."""
        return self._format(day, "LLL" if short and not self.rtl else "LLLL")

    def day_month(self, day: dt.date) -> str:
        """22 March, 22 آذار."""
        return self._format(day, "d MMMM")

    def join(self, items: Sequence[str]) -> str:
        """a, b and c."""
        return format_list(list(items), style="standard", locale=self.locale)

    def either(self, items: Sequence[str]) -> str:
        """a, b or c."""
        return format_list(list(items), style="or", locale=self.locale)

    def _format(self, day: dt.date, pattern: str) -> str:
        return self.digits(format_date(day, pattern, locale=_babel_locale(self.locale)))


ENGLISH = Language("en", "English", "en_GB")
ARABIC = Language("ar", "العربية", "ar_SY", rtl=True)
LANGUAGES = {language.code: language for language in (ENGLISH, ARABIC)}


def written_with(language: Language, *, arabic_indic: bool) -> Language:
    """A language with the digits that are wished: ٠١٢ where it is written from right to left, 012 anywhere else."""
    plain = LANGUAGES[language.code]
    return replace(plain, arabic_indic=True) if arabic_indic and plain.rtl else plain


def piece(text: object) -> str:
    """A path, code, key or figure with its unit, in one piece from left to right. For display only; see `bare`."""
    return f"{LEFT_TO_RIGHT_ISOLATE}{text}{POP_ISOLATE}"


def kept_whole(name: str) -> str:
    """A file's name as one reads it: in "بيانات 2018.json" number and ending stay in their order, and in «ضحايا.csv»
    the dot stays between both."""
    found = re.search(r"[!-~]+$", name)
    if not found:
        return name
    dot = "." if found.start() and name[found.start() - 1] != " " and found[0][0] == "." else ""
    ending = found[0].removeprefix(dot)
    return f"{name[: found.start()]}{dot}{piece(ending) if ending else ''}"


def bare(text: str) -> str:
    """Text without invisible direction marks: what is stored, copied and compared."""
    return text if text.isascii() else text.translate(_FORMAT_CHARACTERS)


def first_strong(text: str) -> str:
    """`rtl`, `ltr` or, where no letter decides, an empty string."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return ""


def _has_rtl_letters(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def outside_isolates(text: str) -> str:
    """What a text says itself, without the values isolated in it."""
    said, depth = [], 0
    for character in text:
        if character == POP_ISOLATE:
            depth -= depth > 0
        elif character in _OPENING_ISOLATES:
            depth += 1
        elif not depth:
            said.append(character)
    return "".join(said)


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    """The compiled catalogue; English stands in the code itself."""
    path = paths.translations() / f"{code}.mo"
    if code == ENGLISH.code:
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


@lru_cache(maxsize=4096)
def _look_up(code: str, message: Message) -> str:
    if message.said:
        return dict(message.said).get(code, message.text)
    catalogue = _catalogue(code)
    if message.context:
        return catalogue.pgettext(message.context, message.text)
    return catalogue.gettext(message.text) if message.text else ""


def _look_up_plural(code: str, message: Message, n: int) -> str:
    if message.context:
        return _catalogue(code).npgettext(message.context, message.text, message.plural, n)
    return _catalogue(code).ngettext(message.text, message.plural, n)


@lru_cache(maxsize=4096)
def _decimal(value: float, pattern: str, locale: str) -> str:
    """Babel reads pattern and locale anew for each of the hundreds of numbers of a screen."""
    return format_decimal(value, pattern, locale=locale, numbering_system="latn")


@cache
def _babel_locale(name: str) -> Locale:
    return Locale.parse(name)
