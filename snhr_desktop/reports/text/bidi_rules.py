"""Rules W, N and I of the Unicode Bidirectional Algorithm (UAX #9), on one isolating run sequence.

A sequence is a string with one letter per character, the letter standing for the character's bidirectional
class, so that the rules run as regular expressions. The letters are those of `CLASS_LETTERS`. Every pattern is
linear in the length of the text: hostile records must not be able to stall a report.
"""

from __future__ import annotations

import re
from typing import Final

from .brackets import CLOSER_OF, CLOSERS, find_brackets

CLASS_LETTERS: Final = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "ES": "S", "ET": "T", "AN": "N", "CS": "C", "NSM": "M", "BN": "b",
    "B": "B", "S": "s", "WS": "w", "ON": "o", "LRI": "i", "RLI": "j", "FSI": "k", "PDI": "p", "LRE": "x",
    "RLE": "y", "LRO": "X", "RLO": "Y", "PDF": "z", "": "L",
}  # fmt: skip
"""Unicode's class names -> one letter each; a code point without a class counts as L."""

_MARKS = re.compile("(.)(M+)", re.DOTALL)
_AFTER_ARABIC_LETTER = re.compile("A[^LRAE]*E[^LRA]*")
_BETWEEN_EUROPEAN = re.compile("(?<=E)[SC](?=E)")
_BETWEEN_ARABIC = re.compile("(?<=N)C(?=N)")
_TERMINATORS = re.compile("(?<=E)T+|(?<!T)T++(?=E)")
_AFTER_LATIN = re.compile("L[^LR]*")
_NEUTRALS_IN_RTL = re.compile("(?<=[RNE])[Bswoijkp]++(?=[RNE])")
_NEUTRALS_IN_LTR = re.compile("(?<=L)[Bswoijkp]++(?=L)")
_NEUTRALS_TO = {side: str.maketrans(dict.fromkeys("Bswoijkp", side)) for side in "LR"}
_SEPARATORS_TO_NEUTRAL = str.maketrans("STC", "ooo")
_STRONG: Final = {"L": "L", "R": "R", "E": "R", "N": "R"}
_MAX_OPEN_BRACKETS = 63
"""BD16: with more brackets open than this, no pair is looked for any more."""


def resolve_sequence(classes: str, chars: str, level: int, sos: str, eos: str) -> str:
    """One of L, R, E, N for every character of an isolating run sequence.

    `sos` and `eos` ("L" or "R") are the directions at its two ends, `level` its embedding level.
    """
    embedding = "R" if level & 1 else "L"
    resolved = _weak(classes, sos)
    resolved = _pair_brackets(resolved, classes, chars, embedding, sos)
    bounded = sos + resolved + eos
    # N1, only between what runs against the embedding: the rest follows by N2 all the same
    if embedding == "L":
        bounded = _NEUTRALS_IN_RTL.sub(lambda m: "R" * len(m[0]), bounded)
    elif "L" in bounded:
        bounded = _NEUTRALS_IN_LTR.sub(lambda m: "L" * len(m[0]), bounded)
    return bounded[1:-1].translate(_NEUTRALS_TO[embedding])  # N2


def _marks_follow(match: re.Match[str]) -> str:
    base = match[1]
    return base + ("o" if base in "ijkp" else base) * len(match[2])


def _weak(classes: str, sos: str) -> str:
    """Rules W1 to W7."""
    if "M" in classes:
        classes = _MARKS.sub(_marks_follow, sos + classes)[1:]
    if "A" in classes:
        if "E" in classes:
            classes = _AFTER_ARABIC_LETTER.sub(lambda m: m[0].replace("E", "N"), classes)
        classes = classes.replace("A", "R")
    if "E" in classes or "N" in classes:
        classes = _BETWEEN_EUROPEAN.sub("E", classes)
        classes = _BETWEEN_ARABIC.sub("N", classes)
        classes = _TERMINATORS.sub(lambda m: "E" * len(m[0]), classes)
    classes = classes.translate(_SEPARATORS_TO_NEUTRAL)
    if "E" in classes:
        classes = _AFTER_LATIN.sub(lambda m: m[0].replace("E", "L"), sos + classes)[1:]
    return classes


def _find_pairs(classes: str, chars: str) -> list[tuple[int, int]]:
    """BD16: the bracket pairs of a sequence, by the position of the opening one."""
    open_brackets: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for match in find_brackets(chars):
        at, char = match.start(), match[0]
        if classes[at] != "o":
            continue
        if char in CLOSER_OF:
            if len(open_brackets) == _MAX_OPEN_BRACKETS:
                break
            open_brackets.append((CLOSER_OF[char], at))
            continue
        for depth in range(len(open_brackets) - 1, -1, -1):
            if open_brackets[depth][0] == CLOSERS[char]:
                pairs.append((open_brackets[depth][1], at))
                del open_brackets[depth:]
                break
    return sorted(pairs)


def _pair_brackets(classes: str, original: str, chars: str, embedding: str, sos: str) -> str:
    """Rule N0: the two brackets of a pair take one direction."""
    if chars.isalnum():
        return classes
    pairs = _find_pairs(classes, chars)
    if not pairs:
        return classes
    resolved = list(classes)
    for opener, closer in pairs:
        direction = _direction_of_pair(resolved, opener, closer, embedding, sos)
        if direction:
            _set_bracket(resolved, original, opener, direction)
            _set_bracket(resolved, original, closer, direction)
    return "".join(resolved)


def _direction_of_pair(resolved: list[str], opener: int, closer: int, embedding: str, sos: str) -> str | None:
    inside = None
    for at in range(opener + 1, closer):
        strong = _STRONG.get(resolved[at])
        if strong == embedding:
            return embedding
        inside = strong or inside
    if inside is None:
        return None
    for at in range(opener - 1, -1, -1):
        before = _STRONG.get(resolved[at])
        if before:
            return before
    return sos


def _set_bracket(resolved: list[str], original: str, at: int, direction: str) -> None:
    resolved[at] = direction
    at += 1
    while at < len(resolved) and original[at] == "M":  # marks on a bracket go with it
        resolved[at] = direction
        at += 1
