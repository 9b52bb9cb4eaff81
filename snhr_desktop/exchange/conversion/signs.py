"""Cells in which a sign or a word stands for nothing: that something is not told, or that there is none of it.

Blank is not zero: a dash in a column of numbers says that nobody counted, «لا يوجد» that there was nobody to count.
"""

import re
from collections.abc import Sequence

from snhr_desktop.exchange.cells import text_of
from snhr_desktop.exchange.conversion.terms import key_of

NOT_TOLD, NONE = "not_told", "none"
_LONGEST = 24
"""Characters that such a cell has at most."""
_SIGN = re.compile(r"[-‐-―−ـ_.…?؟/\s]+")
"""Dashes, dots and question marks that stand alone."""
_STANDING = frozenset("-‐‑‒–—―−ـ_.…?؟/")
_BEFORE = frozenset("' \t\xa0\ufeff\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What may stand before a text and is no part of it."""
_DIGITS = frozenset("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
_WORDS_NOT_TOLD = [
    "n/a",
    "na",
    "not available",
    "not known",
    "unknown",
    "not told",
    "غير معروف",
    "غير معروفة",
    "غير معلوم",
    "غير معلومة",
    "غير متوفر",
    "غير متوفرة",
    "غير متاح",
    "غير محدد",
    "غير محددة",
    "غير مذكور",
    "مجهول",
    "مجهولة",
    "مجهول الهوية",
    "مجهولة الهوية",
    "مجهول الاسم",
    "مجهولة الاسم",
    "غير معروف الهوية",
    "غير معروفة الهوية",
    "لم يعرف اسمه",
    "لم يعرف اسمها",
    "لم تعرف هويته",
    "لم تعرف هويتها",
    "الاسم غير معروف",
    "الاسم مجهول",
    "unidentified",
    "unnamed",
    "name unknown",
    "name not known",
    "unknown name",
    "لا معلومات",
    "لا تتوفر معلومات",
]
_WORDS_NONE = [
    "none",
    "nil",
    "nobody",
    "no one",
    "لا يوجد",
    "لايوجد",
    "لا توجد",
    "لاتوجد",
    "لا شيء",
    "لا شئ",
    "لاشيء",
    "لاشئ",
    "لا أحد",
    "لا احد",
]
_WORDS_ZERO = ("zero", "صفر")
_ZEROS = frozenset(map(key_of, _WORDS_ZERO))


class Signs:
    """What cells say that hold such a sign or word alone. A list of a mapping stands in place of the usual one."""

    def __init__(self, not_told: Sequence[str] | None = None, none: Sequence[str] | None = None) -> None:
        self._dashes = not_told is None
        words = {
            NOT_TOLD: _WORDS_NOT_TOLD if not_told is None else not_told,
            NONE: (*_WORDS_NONE, *_WORDS_ZERO) if none is None else none,
        }
        self._meaning = {key_of(word): meaning for meaning, some in words.items() for word in some}
        spelled = (text for some in words.values() for word in some for text in (word.lower(), word.upper(), word))
        self._firsts = _BEFORE | {text[:1] for text in spelled} | (_STANDING if self._dashes else frozenset())
        self._numbers = bool(self._firsts & _DIGITS)
        self._firsts |= _DIGITS if self._numbers else frozenset()

    def says(self, cell: object) -> str:
        """`NOT_TOLD` or `NONE`; blank for a cell that is blank or says anything else."""
        text = cell if type(cell) is str else text_of(cell) if self._numbers else ""
        if text[:1] not in self._firsts:  # nearly every cell is told by its first letter
            return ""
        text = text_of(text)
        if not text or len(text) > _LONGEST:
            return ""
        return NOT_TOLD if self._dashes and is_sign(text) else self._meaning.get(key_of(text), "")


USUAL = Signs()
"""Those of a mapping that has no list of its own."""


def is_sign(text: str) -> bool:
    """Whether a text is a dash, or another sign that stands where nothing is told."""
    return _SIGN.fullmatch(text) is not None


def is_zero(text: str) -> bool:
    """Whether it is the number nought in words, which may be an age as well."""
    return key_of(text) in _ZEROS
