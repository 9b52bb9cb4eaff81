"""The text of a file in whatever encoding it was written: told by its mark, by being UTF-8, or by its letters."""

import codecs
import math
import re
from pathlib import Path

from charset_normalizer import from_bytes

from snhr_desktop.exchange.watching import UNWATCHED, Waiting

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FOREIGN_WORD = re.compile(rb"[\x80-\xff]{3,}")
_BLOCKS = (0x00, 0x06)
"""The first byte of Latin and of Arabic letters where each has two."""
_PART = 1 << 17
_LOOKED_AT = 1 << 18
_LIKELY = ["cp1252", "iso8859_6", "mac_arabic", "cp720", "cp864", "cp1251", "cp1254"]
"""What offices of the region save files in; of an encoding that nobody here uses, a guess would be a wrong one."""
_OFTEN = "اليمنوترعبدهسةحفكأقىجشإصطذخضزءغئثظؤآ"
"""Arabic letters, as often as they come in texts."""
_RANKS = {letter: rank for rank, letter in enumerate(_OFTEN, 3)}
_SELDOM = 300
_ARABIC = ("cp1256", "iso8859_6", "mac_arabic", "cp720")


def encoding_of(path: Path, waiting: Waiting = UNWATCHED) -> str:
    """The encoding of a text file, as Python names it. Raises `OSError`, `ImportStopped`."""
    with path.open("rb") as file:
        start = file.read(_LOOKED_AT)
        for mark, name in _MARKS:
            if start.startswith(mark):
                return name
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            part, size = start, path.stat().st_size
            while part:
                waiting.look()
                waiting.passed(file.tell(), size)
                decoder.decode(part)
                part = file.read(_PART)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return _guessed(start if _is_wide(start) else _foreign(path, waiting) or start)
    return _wide(start) if _is_wide(start) else "utf-8"


def is_guessed(encoding: str) -> bool:
    """Whether an encoding was told by letters alone, which may be wrong."""
    return not encoding.startswith("utf-")


def is_known(encoding: str) -> bool:
    """Whether an encoding that a person chose is one of text."""
    try:
        "a".encode(encoding)
    except (LookupError, ValueError):
        return False
    return True


def _is_wide(start: bytes) -> bool:
    """Whether each sign stands in two bytes, the one of which is that of its block: of Latin letters, or of Arabic."""
    high = max(sum(half.count(block) for block in _BLOCKS) for half in (start[::2], start[1::2]))
    return high * 4 > len(start)


def _wide(start: bytes) -> str:
    first, second = (sum(half.count(block) for block in _BLOCKS) for half in (start[::2], start[1::2]))
    return "utf-16-be" if first > second else "utf-16-le"


def _foreign(path: Path, waiting: Waiting) -> bytes:
    """The lines of a file that hold more than ASCII, the first of them: a table may begin with years in English."""
    found: list[bytes] = []
    size = 0
    with path.open("rb") as file:
        while (line := file.readline(_PART)) and size < _LOOKED_AT:
            if not line.isascii():
                found.append(line)
                size += len(line)
            waiting.look()
    return b"".join(found)


def _guessed(start: bytes) -> str:
    """By its letters: Arabic ones where the bytes make words of them, else what the detector finds likeliest."""
    if _is_wide(start):
        return _wide(start)
    if arabic := _arabic(start):
        return arabic
    found = from_bytes(start, cp_isolation=_LIKELY).best()
    return found.encoding if found else "cp1252"


def _arabic(start: bytes) -> str:
    """The encoding in which what is no ASCII stands in words of Arabic letters, those most that come most; else blank.

    Western words have their foreign letters one by one, Arabic ones have nothing else.
    """
    foreign = sum(1 for byte in start if byte > 127)
    words = b"".join(_FOREIGN_WORD.findall(start))
    if len(words) * 2 <= foreign:
        return ""
    texts = {encoding: words.decode(encoding, errors="replace") for encoding in _ARABIC if _decodes(start, encoding)}
    if not texts:
        return ""
    best = max(texts, key=lambda encoding: _likelihood(texts[encoding]))
    arabic = sum(1 for letter in texts[best] if letter in _RANKS)
    return best if arabic * 2 > foreign else ""


def _decodes(start: bytes, encoding: str) -> bool:
    try:
        start.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _likelihood(text: str) -> float:
    return -sum(math.log(_RANKS.get(letter, _SELDOM)) for letter in text[:20_000]) / max(min(len(text), 20_000), 1)
