"""How well a passphrase would withstand guessing, told in words while it is typed."""

import math
from enum import IntEnum

from snhr_desktop.i18n import N_, Message

LEAST = 10
"""Fewer characters are not accepted for a store of real records."""

_COMMON = ("password", "passphrase", "123456", "qwerty", "snhr", "syria", "idlib", "سوريا", "ادلب", "كلمة السر")


class Strength(IntEnum):
    """From refused to strong."""

    TOO_SHORT = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3

    @property
    def words(self) -> Message:
        """What is shown below the field."""
        return _WORDS[self]


_WORDS = {
    Strength.TOO_SHORT: N_("Too short: use at least 10 characters. Four or five unrelated words are best."),
    Strength.WEAK: N_("Weak: add one or two unrelated words."),
    Strength.FAIR: N_("Fair: one more word would make it strong."),
    Strength.STRONG: N_("Strong."),
}


def strength(passphrase: str) -> Strength:
    """A careful guess, on the low side: characters count by how many kinds there are, repetitions and runs hardly."""
    if len(passphrase) < LEAST:
        return Strength.TOO_SHORT
    bits = _surprises(passphrase) * math.log2(_kinds(passphrase))
    if any(word in passphrase.casefold() for word in _COMMON):
        bits -= 20
    if bits < 45:
        return Strength.WEAK
    return Strength.FAIR if bits < 80 else Strength.STRONG


def _surprises(text: str) -> float:
    """Characters that do not follow from the one before (aaa, 123), those seen before counting half."""
    seen: set[str] = set()
    total = 0.0
    before = ""
    for character in text:
        follows = bool(before) and abs(ord(character) - ord(before)) <= 1
        total += 0.1 if follows else 0.5 if character in seen else 1.0
        seen.add(character)
        before = character
    return total


def _kinds(text: str) -> int:
    """Size of the alphabet it seems to be drawn from."""
    sizes = (
        (26, any("a" <= c <= "z" for c in text)),
        (26, any("A" <= c <= "Z" for c in text)),
        (28, any("\u0600" <= c <= "\u06ff" for c in text)),
        (10, any(c.isdigit() for c in text)),
        (20, any(not c.isalnum() for c in text)),
    )
    return max(2, sum(size for size, used in sizes if used))
