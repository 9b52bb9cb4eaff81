"""From characters to placed glyphs, with HarfBuzz; every distinct word is shaped once per document."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

import uharfbuzz as hb

from .faces import UNPRINTED, Face, FontSet

_ARABIC: Final = re.compile("[\u0600-\u06ff]").search
_MAX_CACHED: Final = 200_000
_WIDEST_GAP: Final = 95.0
"""In 1/1000 of the type size; Poppler ends a word at a gap of 100."""


class Glyph(NamedTuple):
    """A glyph in visual order; lengths in 1/1000 of the type size."""

    glyph: int
    text: str
    """The characters that it stands for, in logical order; empty where another glyph of the cluster carries them."""
    cluster: int
    """Index of its first character in the run."""
    advance: float
    x: float
    y: float


class Run(NamedTuple):
    """What to shape: `shown` is printed and `meant` extracted; they have the same length."""

    face: Face
    shown: str
    meant: str
    rtl: bool
    before: str = ""
    after: str = ""
    """Up to a few characters on either side, so that Arabic letters join over a change of style."""


class Even(NamedTuple):
    """What there is to know of a run in which every character has a glyph of its own that stands where it would.

    So are seven words of eight in either script. Reading and encoding them so, and not glyph by glyph, took a fifth off
    the time of a whole document of 122,000 words (2.7 to 2.1 s).
    """

    codes: tuple[int, ...]
    """From left to right."""
    kerns: tuple[float, ...] | None
    """What the width of each glyph has more than its natural one; None where none has."""
    advance: float


class Shaped:
    """A run of one face and one direction. Compared by identity: the same word is the same object."""

    __slots__ = ("_glyphs", "advance", "even", "run")

    def __init__(self, run: Run, glyphs: tuple[Glyph, ...], even: Even | None = None) -> None:
        self.run = run
        self.even = even
        self._glyphs = glyphs
        self.advance: float = sum(glyph.advance for glyph in glyphs) if even is None else even.advance

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """The glyphs, from left to right."""
        if self.even is None:
            return self._glyphs
        face, text = self.run.face, self.run.meant
        order = range(len(text))[::-1] if self.run.rtl else range(len(text))
        kerns = self.even.kerns or (0.0,) * len(text)
        return tuple(
            Glyph(code, text[at], at, face.advance(code) + kern, 0.0, 0.0)
            for code, at, kern in zip(self.even.codes, order, kerns, strict=True)
        )


def shape(fonts: FontSet, run: Run) -> Shaped:
    """The glyphs of a run, from the document's cache where it has been seen before."""
    key = (run.face, run.meant, run.rtl, run.before, run.after)
    found = fonts.shaped.get(key)
    if found is None:
        if len(fonts.shaped) > _MAX_CACHED:
            fonts.shaped.clear()
        found = fonts.shaped[key] = shape_anew(run)
    return found


def shape_anew(run: Run) -> Shaped:
    """The glyphs of a run, for one who remembers them himself."""
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_str(run.before + run.shown + run.after, len(run.before), len(run.shown))
    buffer.direction = "rtl" if run.rtl else "ltr"
    arabic = run.rtl or bool(_ARABIC(run.shown))
    buffer.script, buffer.language = ("Arab", "ar") if arabic else ("Latn", "en")
    hb.shape(run.face.font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    even = _evenly(run, infos, positions)
    return Shaped(run, () if even else _read(run, infos, positions), even)


def _evenly(run: Run, infos: list[Any], positions: list[Any]) -> Even | None:
    """The run as even, where it is."""
    count, first = len(run.meant), len(run.before)
    if len(infos) != count or not UNPRINTED.isdisjoint(run.meant):
        return None
    clusters = range(first, first + count)
    if [info.cluster for info in infos] != list(clusters[::-1] if run.rtl else clusters):
        return None
    advances = [place.x_advance for place in positions]
    if 0 in advances or [place for place in positions if place.x_offset or place.y_offset]:
        return None
    codes = tuple([info.codepoint for info in infos])
    scale, natural = run.face.scale, list(map(run.face.units.__getitem__, codes))
    if advances == natural:
        return Even(codes, None, sum(natural) * scale)
    kerns = tuple([(advance - own) * scale for advance, own in zip(advances, natural, strict=True)])
    if run.rtl and max(kerns) > _WIDEST_GAP:
        return None
    return Even(codes, kerns, sum(advances) * scale)


def _read(run: Run, infos: list[Any], positions: list[Any]) -> tuple[Glyph, ...]:
    shift, scale = len(run.before), run.face.scale
    starts = sorted({info.cluster - shift for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(run.meant)][: len(starts)], strict=True))  # no glyph: nothing to print
    owners = _owners([info.cluster for info in infos], [place.x_advance for place in positions])
    glyphs = []
    for at, (info, place) in enumerate(zip(infos, positions, strict=True)):
        cluster = info.cluster - shift
        text = run.meant[cluster : ends[cluster]] if owners[info.cluster] == at else ""
        narrowed = _excess_gap(run, info.codepoint, place.x_advance * scale)
        glyphs.append(
            Glyph(
                info.codepoint,
                "".join([char for char in text if char not in UNPRINTED]),
                cluster,
                place.x_advance * scale - narrowed,
                place.x_offset * scale - narrowed,
                place.y_offset * scale,
            )
        )
    return tuple(glyphs)


def _excess_gap(run: Run, glyph: int, advance: float) -> float:
    """How much of a kern to take back: a wide gap before a letter inside a word reads as a space."""
    natural = run.face.advance(glyph)
    return max(advance - natural - _WIDEST_GAP, 0.0) if run.rtl and natural else 0.0


def _owners(clusters: list[int], advances: list[int]) -> dict[int, int]:
    """For every cluster the glyph that carries its text: the first one with a width, else the first."""
    owners: dict[int, int] = {}
    for at, (cluster, advance) in enumerate(zip(clusters, advances, strict=True)):
        if cluster not in owners or (advance and not advances[owners[cluster]]):
            owners[cluster] = at
    return owners
