"""Styled text as typed values: what other engines write as markup.

A `str` is plain text always, so that nothing a record says (`<b>`, `&amp;`) can change how it is set.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from .paragraph import Paragraph

SAFE_LINK: Final = re.compile(r"(?:https?://|mailto:|#)\S+", re.IGNORECASE)


@dataclass(frozen=True, eq=False, slots=True)
class Footnote:
    """Words that stand at the foot of the page on which their mark stands.

    `body` is the paragraph, its number in it; links lead to its anchor `key` and back to the mark, `back`.
    """

    body: Paragraph
    key: str

    @property
    def back(self) -> str:
        """The name of the place where the mark stands."""
        return f"{self.key}-mark"


class Look(NamedTuple):
    """What a span changes in the style around it."""

    bold: bool = False
    italic: bool = False
    color: str | None = None
    link: str | None = None
    superscript: bool = False
    note: Footnote | None = None


PLAIN: Final = Look()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with a look of its own.

    `link` is an http, https or mailto address, or `#key` for a bookmark of the same document; any other address is
    printed as text without a link, since it may come from a record. Italics slant Latin letters only: Arabic has no
    italic tradition. The mark of a footnote has it as its `note`.
    """

    text: str
    bold: bool = False
    italic: bool = False
    color: str | None = None
    link: str | None = None
    superscript: bool = False
    note: Footnote | None = None

    @property
    def look(self) -> Look:
        """The span without its text."""
        link = self.link if self.link and SAFE_LINK.fullmatch(self.link) else None
        look = Look(self.bold, self.italic, self.color, link, self.superscript, self.note)
        return look if any(look) else PLAIN


Content: TypeAlias = str | Span | Sequence[str | Span]

_CONTROLS: Final[dict[int, str | None]] = {
    **dict.fromkeys((*range(32), *range(127, 160))),
    **dict.fromkeys(range(55296, 57344), "�"),
    **{ord(char): "\n" for char in "\n\v\f\x85\u2029"},
    ord("\t"): " ",
    0xFFFE: "\ufffd",
    0xFFFF: "\ufffd",
}
_has_control: Final = re.compile("[\0-\x1f\x7f-\x9f\u2029\ud800-\udfff\ufffe\uffff]").search
_line_ends: Final = re.compile("\r\n?")


def clean(text: str) -> str:
    """Text without control codes: tab becomes a space, every line end `\\n`, a lone surrogate U+FFFD."""
    if not _has_control(text):
        return text
    return _line_ends.sub("\n", text).translate(_CONTROLS)


class StyledText(NamedTuple):
    """Clean text, and the looks in it as (first character, look), in order; never empty."""

    text: str
    looks: tuple[tuple[int, Look], ...]


def flatten(content: Content) -> StyledText:
    """The one text behind a content, with its looks."""
    if isinstance(content, str):
        return StyledText(clean(content), ((0, PLAIN),))
    parts: list[str] = []
    looks: list[tuple[int, Look]] = []
    at = 0
    for item in [content] if isinstance(content, Span) else content:
        text, look = (item, PLAIN) if isinstance(item, str) else (item.text, item.look)
        text = clean(text)
        if text and not (looks and looks[-1][1] == look):
            looks.append((at, look))
        parts.append(text)
        at += len(text)
    return StyledText("".join(parts), tuple(looks) or ((0, PLAIN),))
