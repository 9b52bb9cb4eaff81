"""Input made to hurt: good files spoiled at a few places, and texts of every script, direction and trick.

The same number gives the same input, so that what was found once is found again.
"""

import random
from collections.abc import Sequence

TOKENS = (
    b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b'""', b"'", b",", b";", b"\t", b"\r", b"\n", b"\r\n", b"{", b"}",
    b"[", b"]", b":", b"null", b"true", b"-1", b"0", b"1e999", b"NaN",
    b"9" * 400, b"\\ud800", b"\\u0000", b"../../etc/x",
    b"/etc/passwd", b"..\\..\\x", b"\xe2\x80\xae", b"\xd9\x8e" * 40, b"[" * 3000, b"=cmd()", b"%s%n{0}", b"2018-02-30",
    b"0000-00-00", b"99999-12-31", b"2018-03-22/2017-01-01", b"\xd9\xa2\xd9\xa0\xd9\xa1\xd9\xa8", b"36.1,37.2",
    b"nan,inf",
)  # fmt: skip
LETTERS = (
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئ", "ًٌٍَُِّْٰـ", "abcdefghijklmnopqrstuvwxyz", "ABCXYZ", "0123456789",
    "٠١٢٣٤٥٦٧٨٩۰۱۲",
    "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c", " \u00a0\u200b\u200c\u200d\u2060\u3000",
    "\n\r\t\v\f\x1c\x85\u2028\u2029", "()[]{}<>«»“”‘’", ".,:;!?،؛؟-–—…/\\|_*^#@&%+=~`'\"$",
    "\0\x01\x08\x1b\x7f\ufffe\uffff",
    "\U0001f469\u200d\U0001f692", "\u0301\u0308\u20dd\u034f", "日本語한국어ไทย", "עברית", "\ud800\udfff",
    "\ufdfa\ufdfd\ufefb\ufeff",
)  # fmt: skip
TRICKS = (
    "**", "^[", "](", "[a](javascript:1)", "<b>", "</para>", "&amp;", "&#0;", "{name}", "%(x)s", "../", "https://a.b/c?d=e#f",
    "2018-03-22", "+963 11 222", "AND (", "NEAR/2", "col:", "*", '"', "'; DROP TABLE x; --", "ا" * 300, "a" * 300, "لا",
)  # fmt: skip


def spoiled(dice: random.Random, good: Sequence[bytes]) -> bytes:
    """One of the good files with one to six changes."""
    content = bytearray(dice.choice(good))
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        at = dice.randrange(len(content) + 1)
        kind = dice.randrange(7)
        if kind == 0 and at < len(content):
            content[at] ^= 1 << dice.randrange(8)
        elif kind == 1 and at < len(content):
            content[at] = dice.randrange(256)
        elif kind == 2:
            del content[at : at + dice.choice((1, 2, 8, 64, 512))]
        elif kind == 3:
            content[at:at] = content[at : at + dice.choice((1, 16, 256))] * dice.choice((1, 2, 9))
        elif kind == 4:
            other = dice.choice(good)
            content[at:] = other[dice.randrange(len(other) + 1) :]
        elif kind == 5 and dice.random() < 0.2:
            del content[at:]
        else:
            content[at:at] = dice.choice(TOKENS)
    return bytes(content)


def text(dice: random.Random, longest: int = 60) -> str:
    """A text of several scripts, directions and tricks."""
    parts = []
    for _ in range(dice.randrange(1, 8)):
        if dice.random() < 0.25:
            parts.append(dice.choice(TRICKS))
        else:
            letters = dice.choice(LETTERS)
            parts.append("".join(dice.choices(letters, k=dice.randrange(1, 12))))
    return dice.choice(("", " ", "\u200f")).join(parts)[: dice.choice((3, longest, longest, 400))]
