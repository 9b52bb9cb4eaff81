"""How well a passphrase would withstand guessing, told in words while it is typed.

Guesses are counted by zxcvbn, as a person who guesses would try: common passphrases, words, names, dates, runs of the
keyboard. It knows no Arabic: what is typed on an Arabic layout is also tried as the Latin keys in its place, and the
commonest Arabic given names and words stand beside its own. It adds up the words of a phrase that everybody knows, and
a word said again: here such a phrase is one guess among few, and a word counts once. Its sum is on the low side, and
stays there.
"""

from enum import IntEnum
from functools import cache

from snhr_desktop import paths
from snhr_desktop.domain.names import fold
from snhr_desktop.i18n import N_, Message
from snhr_desktop.ui.keys import LATIN

LEAST = 10
"""Fewer characters are not accepted for a store of real records."""
_LONGEST = 72
"""Characters that are looked at: more take long, and add nothing to what is strong already."""
_FAIR, _STRONG = 12.0, 16.0
"""Powers of ten of guesses. Ten thousand guesses a second, a room full of machines at half a second a guess, take
three years for the first and thirty thousand for the second."""
_ONE_FAMOUS = 3.0
"""Power of ten of the guesses that a phrase everybody knows takes."""


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
    """How strong a passphrase is, on the low side."""
    if len(passphrase) < LEAST:
        return Strength.TOO_SHORT
    found = guesses(passphrase)
    if found < _FAIR:
        return Strength.WEAK
    return Strength.FAIR if found < _STRONG else Strength.STRONG


@cache
def _common() -> list[str]:
    return (paths.resources() / "words" / "common.txt").read_text(encoding="utf-8").split()


@cache
def _famous() -> list[str]:
    """Phrases that everybody knows, folded and without spaces, the longest first."""
    lines = (paths.resources() / "words" / "phrases.txt").read_text(encoding="utf-8").splitlines()
    return sorted({_close(line) for line in lines}, key=len, reverse=True)


def guesses(passphrase: str) -> float:
    """The power of ten of the guesses it would take: the least of all ways to read it."""
    looked_at = "".join(letter if letter.isprintable() else " " for letter in passphrase[:_LONGEST])
    ways = {looked_at, "".join(LATIN.get(letter, letter).lower() for letter in looked_at)}
    once = {" ".join(dict.fromkeys(way.lower().split())) for way in ways}
    found = [_counted(way) for way in ways | once]
    rest, famous = _without_famous(looked_at)
    if famous:
        found.append(famous * _ONE_FAMOUS + _counted(rest))
    return min(found)


def _counted(text: str) -> float:
    from zxcvbn import zxcvbn  # its lists of words take a while to load

    return float(zxcvbn(text, user_inputs=_common())["guesses_log10"]) if text else 0.0


def _without_famous(text: str) -> tuple[str, int]:
    """What is left without the phrases that everybody knows, and how many different ones were there."""
    rest, famous = _close(text), 0
    for phrase in _famous():
        if phrase in rest:
            rest, famous = rest.replace(phrase, ""), famous + 1
    return rest, famous


def _close(text: str) -> str:
    return fold(text).replace(" ", "")
