"""Characters that no face could print and that stand in a document as U+FFFD: each with its page and words around it.

The words may be personal: they are for the eyes of whoever prints the document, and for no log.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from .faces import UNPRINTED
from .lines import Line
from .tokens import NO_SPACE, Measured, Token

_ROOM: Final = 20
"""Characters told on either side."""


class Missing(NamedTuple):
    """A character, the page (from 1) on which it stands first, and the words around it, cut to about 40 characters."""

    character: str
    page: int
    excerpt: str


def missing_on(measured: Measured, line: Line) -> list[tuple[str, str]]:
    """(character, words around it) for everything on a line that is not printed as it was meant."""
    found = []
    for at in range(line.start, line.end):
        for piece in measured.tokens[at].pieces:
            run = piece.shaped.run
            if run.shown != run.meant:
                lost = [meant for shown, meant in zip(run.shown, run.meant, strict=True) if shown != meant]
                found += [(char, _around(measured, at, char)) for char in dict.fromkeys(lost)]
    return found


def _around(measured: Measured, at: int, char: str) -> str:
    """The character between the words before and after it, whatever lines they stand on."""
    head, _, tail = _meant(measured.tokens[at]).partition(char)
    before, after = [head], [tail]
    for n in range(at - 1, max(at - _ROOM, 0) - 1, -1):
        before.append(_meant(measured.tokens[n]) + _space(measured.gaps[n]))
    for n in range(at + 1, min(at + _ROOM, len(measured.tokens))):
        after.append(_space(measured.gaps[n - 1]) + _meant(measured.tokens[n]))
    left, right = "".join(reversed(before)), "".join(after)
    return f"{_cut(left[::-1])[::-1]}{char}{_cut(right)}".strip()


def _space(gap: int) -> str:
    return "" if gap == NO_SPACE else " "


def _meant(token: Token) -> str:
    meant = "".join([piece.shaped.run.meant for piece in token.pieces])
    return "".join([letter for letter in meant if letter not in UNPRINTED])


def _cut(text: str) -> str:
    """As many whole words as there is room for; a longer word is cut."""
    if len(text) <= _ROOM:
        return text
    words, space, _ = text[: _ROOM + 1].rpartition(" ")
    return words if space else f"{text[:_ROOM]}…"
