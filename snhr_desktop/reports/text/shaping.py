"""From characters to placed glyphs, with HarfBuzz; every distinct word is shaped once per document."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

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


class Shaped:
    """A run of one face and one direction. Compared by identity: the same word is the same object."""

    __slots__ = ("advance", "glyphs", "run")

    def __init__(self, run: Run, glyphs: tuple[Glyph, ...]) -> None:
        self.run = run
        self.glyphs = glyphs
        self.advance = sum(glyph.advance for glyph in glyphs)


def shape(fonts: FontSet, run: Run) -> Shaped:
    """The glyphs of a run, from the document's cache where it has been seen before."""
    key = (run.face, run.meant, run.rtl, run.before, run.after)
    found = fonts.shaped.get(key)
    if found is None:
        if len(fonts.shaped) > _MAX_CACHED:
            fonts.shaped.clear()
        found = fonts.shaped[key] = _shape(run)
    return found


def _shape(run: Run) -> Shaped:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_str(run.before + run.shown + run.after, len(run.before), len(run.shown))
    buffer.direction = "rtl" if run.rtl else "ltr"
    arabic = run.rtl or bool(_ARABIC(run.shown))
    buffer.script, buffer.language = ("Arab", "ar") if arabic else ("Latn", "en")
    hb.shape(run.face.font, buffer)
    return Shaped(run, _read(run, buffer))


def _read(run: Run, buffer: hb.Buffer) -> tuple[Glyph, ...]:
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    shift, scale = len(run.before), run.face.scale
    starts = sorted({info.cluster - shift for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(run.meant)], strict=True))
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
