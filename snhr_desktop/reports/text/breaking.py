"""Where a line may end, and where it must not: a small, sufficient part of UAX #14 for Arabic and Latin text.

A line ends at white space. Inside a word it may end after a dash or slash between letters, after the joints of an
address, and at a zero-width space; never inside a number, a date or a telephone number. A lone closing mark does not
begin a line (much Arabic copy has a space before its comma), a lone opening mark does not end one.
"""

from __future__ import annotations

import re
from typing import Final

_SPACE: Final = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
words: Final = re.compile(f"([{_SPACE}]+)|(\u2028)|([^{_SPACE}\u2028]+)").finditer
"""Stretches of breakable white space (group 1), line separators (2) and words (3) of a text, in order."""

_may_have_joint: Final = re.compile("[-/\u200b\u2010\u2013\u2014_?&=#@%]").search
_joint: Final = re.compile(
    r"(?<=[^\W\d_][-\u2010\u2013])(?=[^\W\d_])"  # between letters: Saint-Denis
    r"|(?<=\u2014)(?=\w)"
    r"|(?<=[^\W\d_]{3}/)(?=[^\W\d_]{3})"  # آذار/مارس
    r"|(?<=\u200b)(?!$)"
)
_address_joint: Final = re.compile(
    r"(?<=[^\W_][-/?&=#_])(?=\w)|(?<=[^\W_]@)(?=\w)|(?<=[^\W\d]\.)(?=\w{4})"
    r"|(?<=\w)(?=%[0-9A-Fa-f]{2})"
)
_SHORT_ADDRESS: Final = 28
_latin_letter: Final = re.compile("[a-zA-Z]").search

_closing_only: Final = re.compile(r"[،؛؟.,;:!?)\]}»”’…%٪–—\-/\u2066-\u2069\u200e\u200f]+").fullmatch
_opening_only: Final = re.compile(r"[(\[{«“‘\u2066-\u2069\u200e\u200f]+").fullmatch


def joints(word: str) -> list[int]:
    """The positions inside a word (no white space in it) after which a line may end."""
    if not _may_have_joint(word):
        return []
    pattern = _address_joint if _is_address(word) else _joint
    return [match.start() for match in pattern.finditer(word) if match.start()]


def _is_address(word: str) -> bool:
    if len(word) < _SHORT_ADDRESS or not _latin_letter(word):
        return False
    return "://" in word or "@" in word or word.startswith("www.") or word.count("/") > 1


def begins_no_line(word: str) -> bool:
    """Whether a word is only closing marks or a dash."""
    return not word[0].isalnum() and _closing_only(word) is not None


def ends_no_line(word: str) -> bool:
    """Whether a word is only opening marks."""
    return not word[-1].isalnum() and _opening_only(word) is not None
