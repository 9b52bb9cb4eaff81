"""Rules X of the Unicode Bidirectional Algorithm (UAX #9): embeddings, overrides and isolates.

Needed only for paragraphs that contain such controls; `bidi.resolve` goes around it otherwise. Unbalanced and
absurdly deep controls are defined by the standard and end in a level like any other text.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from .bidi_rules import resolve_sequence

_MAX_DEPTH: Final = 125
_REMOVED: Final = frozenset("bxyXYz")
_INITIATORS: Final = frozenset("ijk")


def first_strong(classes: str, start: int, end: int) -> int | None:
    """P2 and P3: the level (0 or 1) that the first strong character asks for, isolates skipped; None without one."""
    depth = 0
    for at in range(start, end):
        letter = classes[at]
        if letter in _INITIATORS:
            depth += 1
        elif letter == "p":
            depth = max(0, depth - 1)
        elif not depth and letter in "LRA":
            return 0 if letter == "L" else 1
    return None


def match_isolates(classes: str) -> dict[int, int]:
    """BD9: position of every isolate initiator -> position of the PDI that closes it."""
    pending: list[int] = []
    matches: dict[int, int] = {}
    for at, letter in enumerate(classes):
        if letter in _INITIATORS:
            pending.append(at)
        elif letter == "p" and pending:
            matches[pending.pop()] = at
    return matches


class _Status(NamedTuple):
    level: int
    override: str
    isolate: bool


class _Embeddings:
    """The directional status stack with its overflow counters (X1)."""

    def __init__(self, base: int) -> None:
        self.stack = [_Status(base, "", False)]
        self.overflow_isolates = self.overflow_embeddings = self.valid_isolates = 0

    def next_level(self, rtl: bool) -> int | None:
        """The next odd or even level, None where it would overflow."""
        level = self.stack[-1].level
        level = (level + 1) | 1 if rtl else (level + 2) & ~1
        full = level > _MAX_DEPTH or self.overflow_isolates or self.overflow_embeddings
        return None if full else level

    def embed(self, letter: str) -> None:
        level = self.next_level(rtl=letter in "yY")
        if level is not None:
            self.stack.append(_Status(level, {"Y": "R", "X": "L"}.get(letter, ""), False))
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def isolate(self, rtl: bool) -> None:
        level = self.next_level(rtl)
        if level is None:
            self.overflow_isolates += 1
        else:
            self.valid_isolates += 1
            self.stack.append(_Status(level, "", True))

    def close_isolate(self) -> None:
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            while not self.stack.pop().isolate:
                pass
            self.valid_isolates -= 1

    def close_embedding(self) -> None:
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif not self.stack[-1].isolate and len(self.stack) > 1:
            self.stack.pop()


def _explicit_levels(classes: str, base: int, closes: dict[int, int]) -> tuple[list[int], list[str]]:
    """X1 to X8: a level per character, and the classes after overrides."""
    embeddings = _Embeddings(base)
    levels: list[int] = []
    letters = list(classes)
    for at, letter in enumerate(classes):
        if letter == "p":
            embeddings.close_isolate()
        status = embeddings.stack[-1]
        levels.append(base if letter == "B" else status.level)
        if status.override and letter not in _REMOVED and letter != "B":
            letters[at] = status.override
        if letter in _INITIATORS:
            rtl = letter == "j"
            if letter == "k" and not embeddings.overflow_isolates:
                rtl = first_strong(classes, at + 1, closes.get(at, len(classes))) == 1
            embeddings.isolate(rtl)
        elif letter in "xyXY":
            embeddings.embed(letter)
        elif letter == "z":
            embeddings.close_embedding()
    return levels, letters


def _level_runs(kept: list[int], levels: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for at in kept:
        if runs and levels[runs[-1][-1]] == levels[at]:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _sequences(runs: list[list[int]], classes: str, closes: dict[int, int]) -> list[list[int]]:
    """BD13: level runs joined over the isolates between them."""
    run_from = {run[0]: run for run in runs}
    continued = {closes[run[-1]] for run in runs if run[-1] in closes}
    sequences = []
    for run in runs:
        if classes[run[0]] == "p" and run[0] in continued:
            continue
        sequence = list(run)
        while (follow := run_from.get(closes.get(sequence[-1], -1))) is not None:
            sequence += follow
        sequences.append(sequence)
    return sequences


def resolve_explicit(text: str, classes: str, base: int) -> bytes:
    """The level of every character of a paragraph that contains bidirectional controls."""
    closes = match_isolates(classes)
    levels, letters = _explicit_levels(classes, base, closes)
    kept = [at for at, letter in enumerate(classes) if letter not in _REMOVED]
    place = {at: index for index, at in enumerate(kept)}
    resolved = list(levels)
    for sequence in _sequences(_level_runs(kept, levels), classes, closes):
        level, first, last = levels[sequence[0]], place[sequence[0]], place[sequence[-1]]
        before = levels[kept[first - 1]] if first else base
        unclosed = classes[sequence[-1]] in _INITIATORS and sequence[-1] not in closes
        after = base if unclosed or last + 1 >= len(kept) else levels[kept[last + 1]]
        types = resolve_sequence(
            "".join([letters[at] for at in sequence]),
            "".join([text[at] for at in sequence]),
            level,
            "R" if max(level, before) & 1 else "L",
            "R" if max(level, after) & 1 else "L",
        )
        for at, kind in zip(sequence, types, strict=True):
            resolved[at] = level + implicit_step(kind, level)
    for at, letter in enumerate(classes):
        if letter in _REMOVED:
            resolved[at] = resolved[at - 1] if at else base
    return bytes(resolved)


def implicit_step(kind: str, level: int) -> int:
    """I1 and I2: how far a character of the resolved type `kind` stands above the level around it."""
    if level & 1:
        return 0 if kind == "R" else 1
    return {"L": 0, "R": 1}.get(kind, 2)
