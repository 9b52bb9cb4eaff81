"""Lengths of the interface at the text size a person chose: what is fixed in px in the code stands for 100 %.

Fonts and style sheet belong to the whole application, and so does this; `Theme.resize` alone changes it. What grows
with the text asks `px` when it is painted or laid out, or is tied by `Theme.measure`.
"""

LEAST, USUAL, MOST = 80, 100, 200
"""Text sizes, percent."""
STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
"""What the keys step through."""

_now = {"percent": USUAL}


def percent() -> int:
    """The text size chosen."""
    return _now["percent"]


def factor() -> float:
    """What a length at 100 % is multiplied by."""
    return _now["percent"] / USUAL


def px(length: float) -> int:
    """A length at 100 % as long as it is now; a hairline stays one."""
    return max(1, round(length * factor())) if length > 0 else round(length * factor())


def choose(wanted: int) -> int:
    """Have another text size, within what is offered; the size it came to."""
    _now["percent"] = min(MOST, max(LEAST, wanted))
    return _now["percent"]


def step(by: int) -> int:
    """The text size so many steps larger, or smaller, than the one chosen."""
    if by > 0:
        return next((size for size in STEPS if size > percent()), MOST)
    return next((size for size in reversed(STEPS) if size < percent()), LEAST)
