"""The last resort for a word that is wider than its column: it is cut between letters, and its letters stay joined."""

from __future__ import annotations

import unicodedata
from itertools import groupby

from .faces import FontSet
from .shaping import Run, Shaped, shape
from .tokens import NO_SPACE, SUPERSCRIPT_SIZE, Measured, Piece, Token

_CONTEXT = 3
_PARTS_PER_LINE = 8


def fit(measured: Measured, limit: float, fonts: FontSet, bold: bool) -> Measured:
    """The paragraph with every word wider than `limit` (1/1000 of the type size) cut into parts that are not."""
    if max([token.width for token in measured.tokens], default=0.0) <= limit:
        return measured
    tokens: list[Token] = []
    gaps: list[int] = []
    glued = bytearray()
    for token, gap, glue in zip(measured.tokens, measured.gaps, measured.glued, strict=True):
        parts = [token] if token.width <= limit else _cut(token, limit / _PARTS_PER_LINE, fonts, bold)
        tokens += parts
        gaps += [NO_SPACE] * (len(parts) - 1) + [gap]
        glued += bytes([glue]) + bytes(len(parts) - 1)
    return Measured(tokens, gaps, glued, measured.base)


def _cut(token: Token, limit: float, fonts: FontSet, bold: bool) -> list[Token]:
    parts = []
    for piece in token.pieces:
        size = SUPERSCRIPT_SIZE if piece.look.superscript else 1
        for start, end in _stretches(piece.shaped, limit / size):
            shaped = shape(fonts, _part(piece.shaped.run, start, end))
            parts.append(Token((Piece(shaped, piece.level, piece.look, shaped.advance * size),), fonts, bold))
    return parts


def _part(run: Run, start: int, end: int) -> Run:
    whole = run.before + run.shown + run.after
    first, last = len(run.before) + start, len(run.before) + end
    return run._replace(
        shown=run.shown[start:end],
        meant=run.meant[start:end],
        before=whole[max(0, first - _CONTEXT) : first] if run.rtl else "",
        after=whole[last : last + _CONTEXT] if run.rtl else "",
    )


def _stretches(shaped: Shaped, limit: float) -> list[tuple[int, int]]:
    """(start, end) of stretches of a run that are no wider than `limit`, or one letter with its marks."""
    logical = sorted(shaped.glyphs, key=lambda glyph: glyph.cluster)
    text = shaped.run.shown
    cuts = [0]
    width = 0.0
    for cluster, glyphs in groupby(logical, key=lambda glyph: glyph.cluster):
        advance = sum(glyph.advance for glyph in glyphs)
        if width and width + advance > limit and not unicodedata.category(text[cluster]).startswith(("M", "C")):
            cuts.append(cluster)
            width = 0.0
        width += advance
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))
