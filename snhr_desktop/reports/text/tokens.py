"""From styled text to measured words: everything about a paragraph that does not depend on the width of its column."""

from __future__ import annotations

import re
from functools import partial
from typing import Final, NamedTuple

from .bidi import paragraph_level, resolve
from .breaking import AT_START, EASY_TAILS, HELD, Breaks, breaks_of, is_one_word, is_plain, singly_spaced, words
from .faces import UNPRINTED, FontSet
from .inline import PLAIN, Content, Look, StyledText, flatten
from .shaping import Run, Shaped, shape, shape_anew
from .styles import TextStyle

NO_SPACE: Final = -1
LINE_END: Final = -2
SUPERSCRIPT_SIZE: Final = 0.62
_CONTEXT: Final = 3
_MAX_CACHED: Final = 100_000
_joins: Final = re.compile("[\u0620-\u065f\u066e-\u06d3\u200d]{2}").fullmatch


class Piece(NamedTuple):
    """Part of a word in one face, one look and one direction; `width` in 1/1000 of the type size."""

    shaped: Shaped
    level: int
    look: Look
    width: float


class Token:
    """A word, or a part of one, that stays on one line.

    `plain` is its shape where that is one piece without a look of its own, in the first face; then `level` is its
    bidirectional level, and -1 otherwise.
    """

    __slots__ = ("level", "pieces", "plain", "width")

    def __init__(self, pieces: tuple[Piece, ...], fonts: FontSet, bold: bool) -> None:
        self.pieces = pieces
        self.plain: Shaped | None = None
        self.level = -1
        if len(pieces) != 1:
            self.width: float = sum(piece.width for piece in pieces)
            return
        shaped, level, look, self.width = pieces[0]
        if shaped.run.face is fonts.primary(bold) and (look is PLAIN or not any(look)):
            self.plain, self.level = shaped, level


class Easy(dict[str, Token | None]):
    """Words of one weight and level that are easy (see `Breaks.easy`); None for one that is not.

    Most words are such. Looking them up so, a whole line at once where no other stands in it, took an eighth off the
    time of a document of 122,000 words (2.1 to 1.85 s).
    """

    def __init__(self, fonts: FontSet, bold: bool, level: int) -> None:
        super().__init__()
        self._make = partial(easy_token, fonts, bold, level)

    def __missing__(self, word: str) -> Token | None:
        if len(self) > _MAX_CACHED:
            self.clear()
        made = self[word] = self._make(word)
        return made


def easy_words(fonts: FontSet, bold: bool, level: int) -> Easy:
    """Those met so far, and to come."""
    found = fonts.easy.get((bold, level))
    if found is None:
        found = fonts.easy[bold, level] = Easy(fonts, bold, level)
    return found


def easy_token(fonts: FontSet, bold: bool, level: int, word: str) -> Token | None:
    """The word as a token, where it is easy and one face prints all of it."""
    face = fonts.primary(bold)
    if not is_plain(word) and (not is_one_word(word) or UNPRINTED.issuperset(word) or not breaks_of(word).easy):
        return None
    if not face.covers(word):
        return None
    shaped = shape_anew(Run(face, word, word, bool(level & 1)))
    return Token((Piece(shaped, level, PLAIN, shaped.advance),), fonts, bold)


class Measured(NamedTuple):
    """The words of a paragraph in logical order, three parallel lists.

    `gaps` says what follows each word: `LINE_END`, `NO_SPACE`, or a space with that bidirectional level. `glued`
    marks (1) the words before which no line may end.
    """

    tokens: list[Token]
    gaps: list[int]
    glued: bytearray
    base: int


def measure(content: Content, style: TextStyle, fonts: FontSet) -> Measured:
    """Shape a paragraph. Every line of the text (`\\n`) is a bidirectional paragraph of its own."""
    styled = flatten(content)
    fixed = {"ltr": 0, "rtl": 1}.get(style.direction)
    base = paragraph_level(styled.text) if fixed is None else fixed
    builder = _Builder(styled, style.bold, base, fonts)
    at = 0
    for line in styled.text.split("\n"):
        builder.add_line(line, at)
        at += len(line) + 1
    return Measured(builder.tokens, builder.gaps, builder.glued, base)


class _Builder:
    def __init__(self, styled: StyledText, bold: bool, base: int, fonts: FontSet) -> None:
        self.looks = styled.looks
        self.only_look = styled.looks[0][1] if len(styled.looks) == 1 else None
        self.look_at = 0
        self.bold, self.base, self.fonts = bold, base, fonts
        self.cache = fonts.tokens[bold]
        self.tokens: list[Token] = []
        self.gaps: list[int] = []
        self.glued = bytearray()
        self._tail = AT_START

    def add_line(self, line: str, origin: int) -> None:
        levels = bytes(len(line)) if not self.base and line.isascii() else resolve(line, self.base).levels
        if self.only_look is PLAIN and singly_spaced(line):
            if levels.count(self.base) != len(line) or not self._add_at_once(line):
                self._add_singly_spaced(line, levels, origin)
        else:
            self._add_spaced(line, levels, origin)

    def _add_spaced(self, line: str, levels: bytes, origin: int) -> None:
        count = len(self.tokens)
        for match in words(line):
            word, start = match[0], match.start()
            if match.lastindex == 1:
                if len(self.tokens) > count:
                    self.gaps[-1] = levels[start]
            elif match.lastindex == 2:
                self._end_line(count)
                count = len(self.tokens)
            else:
                self._add_word(word, start, levels, origin)
        self._end_line(count)

    def _add_at_once(self, line: str) -> bool:
        """A line of one level and of easy words: True where it is."""
        words = line.split(" ")
        tokens = [token for token in map(easy_words(self.fonts, self.bold, self.base).__getitem__, words) if token]
        if len(tokens) != len(words):
            return False
        self.tokens += tokens
        self.gaps += [self.base] * (len(tokens) - 1) + [LINE_END]
        self.glued += bytes(len(tokens))
        return True

    def _add_singly_spaced(self, line: str, levels: bytes, origin: int) -> None:
        """A line with some words that are not easy, or of other levels."""
        easy, easy_level = easy_words(self.fonts, self.bold, self.base), self.base
        at, before, free = 0, "", True
        for word in line.split(" "):
            end, level = at + len(word), levels[at]
            if level != easy_level:
                easy, easy_level = easy_words(self.fonts, self.bold, level), level
            token = easy[word] if free and levels.count(level, at, end) == end - at else None
            if token:
                self.tokens.append(token)
                self.gaps.append(NO_SPACE)
                self.glued.append(0)
                before = word
            else:
                if before:
                    self._tail = self._breaks(before).tail
                self._add_word(word, at, levels, origin)
                before, free = "", self._tail in EASY_TAILS
            if end < len(line):
                self.gaps[-1] = levels[end]
            at = end + 1
        self.gaps[-1] = LINE_END
        self._tail = AT_START

    def _end_line(self, count: int) -> None:
        if len(self.tokens) == count:
            self._append(Token((), self.fonts, self.bold), glued=False)
        self.gaps[-1] = LINE_END
        self._tail = AT_START

    def _append(self, token: Token, glued: bool) -> None:
        self.tokens.append(token)
        self.gaps.append(NO_SPACE)
        self.glued.append(glued)

    def _add_word(self, word: str, start: int, levels: bytes, origin: int) -> None:
        cuts, head, tail = self._breaks(word)
        glued = (self._tail, head) in HELD
        self._tail = tail
        for first, last in zip([0, *cuts], [*cuts, len(word)], strict=True) if cuts else ((0, len(word)),):
            part, at = word[first:last] if cuts else word, start + first
            level = levels[at]
            if self.only_look is PLAIN and levels.count(level, at, at + len(part)) == len(part):
                token = self._cached(part, level)
            else:
                token = self._styled(part, levels[at : at + len(part)], origin + at)
            self._append(token, glued and first == 0)

    def _breaks(self, word: str) -> Breaks:
        found = self.fonts.breaks.get(word)
        if found is None:
            if len(self.fonts.breaks) > _MAX_CACHED:
                self.fonts.breaks.clear()
            found = self.fonts.breaks[word] = breaks_of(word)
        return found

    def _cached(self, part: str, level: int) -> Token:
        token = self.cache.get((part, level))
        if token is None:
            if len(self.cache) > _MAX_CACHED:
                self.cache.clear()
            token = Token(tuple(self._pieces(part, level, PLAIN, "", "")), self.fonts, self.bold)
            self.cache[part, level] = token
        return token

    def _styled(self, part: str, levels: bytes, origin: int) -> Token:
        """A token cut where its level or its look changes."""
        pieces: list[Piece] = []
        start = 0
        look = self._look(origin)
        for end in range(1, len(part) + 1):
            following = self._look(origin + end) if end < len(part) else None
            if following == look and levels[end] == levels[start]:
                continue
            before, after = part[max(0, start - _CONTEXT) : start], part[end : end + _CONTEXT]
            pieces += self._pieces(part[start:end], levels[start], look, before, after)
            start, look = end, following or look
        return Token(tuple(pieces), self.fonts, self.bold)

    def _look(self, at: int) -> Look:
        looks = self.looks
        while self.look_at + 1 < len(looks) and looks[self.look_at + 1][0] <= at:
            self.look_at += 1
        return looks[self.look_at][1]

    def _pieces(self, text: str, level: int, look: Look, before: str, after: str) -> list[Piece]:
        if UNPRINTED.issuperset(text):
            return []
        runs = self.fonts.itemize(text, self.bold or look.bold)
        meant = "".join([run[2] for run in runs])
        pieces, at = [], 0
        for face, shown, part in runs:
            end = at + len(part)
            left, right = (before + meant[:at])[-_CONTEXT:], (meant[end:] + after)[:_CONTEXT]
            shaped = shape(self.fonts, _joined(Run(face, shown, part, bool(level & 1), left, right)))
            width = shaped.advance * (SUPERSCRIPT_SIZE if look.superscript else 1)
            pieces.append(Piece(shaped, level, look, width))
            at = end
        return pieces


def _joined(run: Run) -> Run:
    """The run without a context that cannot change its letters."""
    if not (run.before or run.after):
        return run
    before = run.before if run.rtl and _joins(run.before[-1:] + run.shown[0]) else ""
    after = run.after if run.rtl and _joins(run.shown[-1] + run.after[:1]) else ""
    return run._replace(before=before, after=after)
