"""Fifty words that stand in records and nowhere else, how files may carry them, and the search for them."""

import base64
import os
import random
import urllib.parse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

LATIN, ARABIC = 25, 25
_CONSONANTS, _VOWELS = "bcdfgklmnprstvz", "aeiou"
_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمن"
"""Letters that no folding of a search changes."""
_LARGEST = 200_000_000


def marks(seed: str) -> tuple[str, ...]:
    """The words of one session, in Latin and then in Arabic letters; another session has others."""
    chance = random.Random(seed)
    latin = ["".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(5)) for _ in range(LATIN)]
    arabic = ["".join(chance.choices(_LETTERS, k=8)) for _ in range(ARABIC)]
    return tuple(f"Z{word}" for word in latin) + tuple(arabic)


def forms(word: str) -> Iterator[bytes]:
    """A word as the bytes of a file may carry it."""
    for spelt in dict.fromkeys((word, word.lower(), word.upper())):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            yield spelt.encode(encoding)
    plain = word.encode()
    yield urllib.parse.quote(word).encode()
    yield plain.hex().encode()
    yield word.encode("unicode-escape")
    for before in range(3):  # the three ways in which a word may lie in groups of three bytes
        whole = base64.b64encode(bytes(before) + plain + bytes(-(before + len(plain)) % 3))
        yield whole[4 * (before > 0) : len(whole) - 4]


class Found(NamedTuple):
    """A word where it must not be."""

    path: str
    word: str


def search(paths: Iterable[Path], words: Iterable[str]) -> list[Found]:
    """The words that files hold, or are called by."""
    wanted = [(word, form) for word in words for form in forms(word)]
    found = []
    for path in paths:
        content = str(path).encode() + b"\0" + _content(path)
        found += [Found(str(path), word) for word, form in wanted if form in content]
    return sorted(set(found))


def files(*roots: Path, since: float = 0.0, but: Iterable[Path] = ()) -> Iterator[Path]:
    """Every file below the folders that was written since a moment, but for what lies in some."""
    passed = tuple(but)
    for root in roots:
        for at, folders, names in os.walk(root):
            here = Path(at)
            folders[:] = [name for name in folders if here / name not in passed and not (here / name).is_symlink()]
            for name in names:
                path = here / name
                if path.is_file() and not path.is_symlink() and path.stat().st_mtime >= since:
                    yield path


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size < _LARGEST else b""
    except OSError:  # gone meanwhile, or of somebody else
        return b""
