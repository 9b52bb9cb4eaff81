"""What a published report was made with: program, terms, typefaces and engine, each as a short text to compare.

Digests are taken of what is really there, since a version number alone does not change with a mended rule.
"""

import hashlib
import unicodedata
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Self

from snhr_desktop import __version__, paths
from snhr_desktop.domain.vocabularies import VOCABULARIES, adopted
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import N_, NC_, Message
from snhr_desktop.store import derived

_ENGINES = ("reportlab", "uharfbuzz", "pikepdf", "pillow", "babel", "cattrs", "attrs")
_PRINTING = (
    "reports", "charts", "figures", "domain", "store", "errors.py", "geodata.py", "i18n.py", "look.py", "paths.py",
)  # fmt: skip
"""The rooms whose code is loaded where a page is made."""


@dataclass(frozen=True)
class Versions:
    """One of each part. `vocabulary` is terms and figures in both languages, `rules` are places and counting."""

    program: str
    vocabulary: str
    fonts: str
    engine: str
    rules: str

    @classmethod
    def here(cls) -> Self:
        """Of this program on this machine."""
        return cls(_program(), _vocabulary(), _digest(paths.resources() / "fonts", "*.ttf"), _engine(), _rules())

    def differing(self, other: Self) -> tuple[Message, ...]:
        """What is not the same, by name."""
        return tuple(NAMES[f.name] for f in fields(self) if getattr(self, f.name) != getattr(other, f.name))


NAMES = {
    "program": N_("the program"),
    "vocabulary": N_("the vocabulary and the translations"),
    "fonts": N_("the typefaces"),
    "engine": N_("the libraries that set type"),
    "rules": NC_("version", "the places and the rules of counting"),
}


@cache
def _program() -> str:
    package = Path(__file__).parents[1]
    files = [path for name in _PRINTING for path in _files(package / name, "*.py")]
    geodata = _files(paths.resources() / "geodata", "*")
    return f"{__version__}+{_of((path.name.encode() + path.read_bytes()) for path in (*files, *geodata))}"


def _vocabulary() -> str:
    return _vocabulary_with(adopted())


@cache
def _vocabulary_with(_: object) -> str:
    """As it is with these terms of the office."""
    catalogues = (path.read_bytes() for path in _files(paths.translations(), "*.mo"))
    terms = [repr(list(terms.values())) for terms in VOCABULARIES.values()]
    # not the whole figure: sets have no order that lasts
    counted = [repr((f.code, f.title, f.unit_code, f.definition, f.question)) for f in FIGURES.values()]
    return _of((*(one.encode() for one in (*terms, *counted)), *catalogues))


@cache
def _engine() -> str:
    parts = [f"{name} {_version(name)}" for name in _ENGINES]
    return ", ".join([*parts, f"zlib {zlib.ZLIB_RUNTIME_VERSION}", f"Unicode {unicodedata.unidata_version}"])


@cache
def _rules() -> str:
    return derived.edition()[:18]


@cache
def _digest(folder: Path, pattern: str) -> str:
    return _of(path.name.encode() + path.read_bytes() for path in _files(folder, pattern))


def _files(place: Path, pattern: str) -> list[Path]:
    return [place] if place.is_file() else sorted(path for path in place.rglob(pattern) if path.is_file())


def _of(parts: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for part in parts:
        found.update(part)
    return found.hexdigest()[:16]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
