"""Where a line may end, and where it must not: the rules of UAX #14 (see `linebreak`), and what is our own.

A line ends at white space, or inside a word where Unicode's rules say so. Otherwise than there:

- an address is parted after `/ ? & = # _ - @`, before the long labels of its host and before `%41`, and nowhere
  else: not after its scheme;
- a dash parts a word only between two letters, never beside a digit, and a slash only between three letters on
  either side: dates, codes, و/أو and km/h stay whole;
- a line never begins with a dash, nor with closing marks that stand alone (much Arabic copy has a space before its
  comma), nor ends with opening marks that do;
- a full stop, comma or colon keeps a digit that follows it (Unicode 16 has it so): No.5, SA.7;
- a soft hyphen parts nothing, because none is drawn.

A word that is wider than its line is cut by `force`.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from .linebreak import Unit, breaks_after_space, opportunities_between, units
from .linebreak_classes import CLASS_OF, CLASSES

_SPACE: Final = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
words: Final = re.compile(f"([{_SPACE}]+)|(\u2028)|([^{_SPACE}\u2028]+)").finditer
"""Stretches of breakable white space (group 1), line separators (2) and words (3) of a text, in order."""

is_one_word: Final = re.compile(f"[^{_SPACE}\u2028]+").fullmatch
singly_spaced: Final = re.compile(f"[^{_SPACE}\u2028]+(?: [^{_SPACE}\u2028]+)*+").fullmatch
"""A text of words with one common space after each: nearly all are."""

_LETTERS: Final = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0620-\u065f\u066e-\u06d3"
is_plain: Final = re.compile(f"[{_LETTERS}]+[.,:;!?،؛؟]*").fullmatch
"""Letters, digits and the marks on them, then marks that end a sentence: the bulk of any text, never parted."""
_is_whole: Final = re.compile(
    rf"[(\[«“‘\"']*(?![\u064b-\u065f\u0670])[{_LETTERS}]+"
    rf"(?:[.,:'’][{_LETTERS}]+)*[.,:;!?،؛؟)\]»”’\"']*"
).fullmatch
"""The same in quotes or brackets, or with a mark inside (1,204; don't): parted no more than the others."""

_joint: Final = re.compile(
    r"(?<=[^\W\d_][-\u2010\u2012\u2013])(?=[^\W\d_])"  # between letters: Saint-Denis
    r"|(?<=[^\W\d_]{3}/)(?=[^\W\d_]{3})"  # آذار/مارس
)
_address_joint: Final = re.compile(
    r"(?<=[^\W_][-/?&=#_])(?=\w)|(?<=[^\W_]@)(?=\w)|(?<=[^\W\d]\.)(?=\w{4})"
    r"|(?<=\w)(?=%[0-9A-Fa-f]{2})"
)
_SHORT_ADDRESS: Final = 28
_latin_letter: Final = re.compile("[a-zA-Z]").search

_CONTROLS: Final = "\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
_closing_only: Final = re.compile(rf"[،؛؟.,;:!?)\]}}»”’…%٪–—\-/{_CONTROLS}]+").fullmatch
_opening_only: Final = re.compile(rf"[(\[{{«“‘{_CONTROLS}]+").fullmatch

AT_START: Final = ""
"""The class before the first word of a line of text."""

HELD: Final = frozenset(
    (tail, head) for tail in (AT_START, *CLASSES) for head in CLASSES if not breaks_after_space(tail, head)
)
"""Classes (of the end of a word, of the begin of the next) between which a space ends no line."""


EASY_HEADS: Final = frozenset(("AL", "HL", "NU", "OP", "PO", "PR"))
EASY_TAILS: Final = frozenset((AT_START, "AL", "CL", "CP", "EX", "HL", "IS", "NU", "PO", "PR"))
"""Between these a line may end at a space whatever they are: no pair of them is held."""


class Breaks(NamedTuple):
    """Where a word (no white space in it) may be parted, and the classes that decide about the spaces around it."""

    cuts: tuple[int, ...]
    head: str
    tail: str

    @property
    def easy(self) -> bool:
        """Whether the word is never parted, and a line may end on either side of it if its neighbour is easy too."""
        return not self.cuts and self.head in EASY_HEADS and self.tail in EASY_TAILS


_PLAIN: Final = Breaks((), "AL", "AL")


def breaks_of(word: str) -> Breaks:
    """How a word behaves at the end of a line."""
    if is_plain(word):
        return _PLAIN
    if _is_whole(word):
        return Breaks((), CLASS_OF[word[0]], CLASS_OF[word[-1]])
    if _is_address(word):
        cuts = tuple(match.start() for match in _address_joint.finditer(word) if match.start())
        return Breaks(cuts, units(word[0])[0].kind, units(word[-2:])[-1].kind)
    parts = units(word)
    head = "CL" if _closing_only(word) else parts[0].kind
    tail = "OP" if _opening_only(word) else parts[-1].kind
    return Breaks(_cuts(word, parts), head, tail)


def _cuts(word: str, parts: list[Unit]) -> tuple[int, ...]:
    joints = {match.start() for match in _joint.finditer(word)}
    return tuple(at for at in opportunities_between(parts) if at in joints or _is_ours_too(word, at))


def _is_ours_too(word: str, at: int) -> bool:
    """Whether we let a line end where Unicode would, at a place that is no joint."""
    before, after = word[at - 1], word[at]
    if before in _CONTROLS:
        before = word[:at].rstrip(_CONTROLS)[-1:]
    if before in ".,:،" and after.isdecimal():
        return False
    return before not in "-\u2010\u2012\u2013/\u00ad" and after not in "\u2014\u2e3a\u2e3b"


def _is_address(word: str) -> bool:
    if len(word) < _SHORT_ADDRESS or not _latin_letter(word):
        return False
    return "://" in word or "@" in word or word.startswith("www.") or word.count("/") > 1
