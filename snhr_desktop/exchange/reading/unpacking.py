"""Whether a packed workbook may be unpacked at all, and which of its formulas were never worked out.

A workbook is a ZIP of XML, and either may be made to hurt: a few kilobytes that unpack to gigabytes, sizes that are
lied about, a document type whose entities multiply. Each part is unpacked here piece by piece, with nothing kept,
before any reader sees it. Runs in the process of `workbook_child`.
"""

import errno
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from xml.parsers import expat

MOST_UNPACKED = 400 << 20
"""Bytes of all parts: of cells some ten millions, which a reader holds in about a gigabyte."""
_BOMB, _RATIO = 64 << 20, 200
"""What unpacks to more than so many bytes, and so many times its size, was made to fill a memory."""
_PART = 1 << 18
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_NEEDED = re.compile(r"xl/(workbook|sharedStrings|worksheets/[^/]+)\.xml|content\.xml", re.IGNORECASE)
"""What holds the cells: half of it would be half of the records."""
_TOLD = 20
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, NotImplementedError, OverflowError)


class Refused(Exception):
    """A workbook that is not opened: `reason` names a message of `refusals`, `values` what it says."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason, self.values = reason, values


def check(path: Path) -> dict[str, tuple[int, list[str]]]:
    """Unpack every part once. Returns, by sheet's file, how many formulas have no value or failed, and the
    first of their cells.

    Raises `Refused`.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()  # all: a reader follows what is named inside, whatever its ending
            _weigh(sum(part.file_size for part in parts), sum(part.compress_size for part in parts))
            found = {part.filename: _read(packed, part) for part in parts}
            return {name: formulas for name, formulas in found.items() if formulas[0]}
    except _BROKEN as error:
        raise Refused("BROKEN_WORKBOOK") from error
    except OSError as error:
        if error.errno in (None, errno.EINVAL):  # a place that no file has, a stream that is none
            raise Refused("BROKEN_WORKBOOK") from error
        raise
    except RuntimeError as error:  # what zipfile raises for a part under a passphrase
        raise Refused("LOCKED_WORKBOOK") from error


def _weigh(unpacked: int, packed: int) -> None:
    if unpacked > _BOMB and unpacked > packed * _RATIO:
        raise Refused("PACKED_TO_HURT", size=unpacked >> 20)
    if unpacked > MOST_UNPACKED:
        raise Refused("TOO_LARGE_WORKBOOK", size=unpacked >> 20, most=MOST_UNPACKED >> 20)


def _read(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[int, list[str]]:
    seen = _Seen(bool(_SHEET.fullmatch(part.filename)))
    for piece in chain(_pieces(packed, part), (b"",)):
        try:
            if not seen.ended:
                seen.parser.Parse(piece, not piece)
        except expat.ExpatError as error:  # a picture, or a part of which nobody needs more
            if _NEEDED.fullmatch(part.filename):
                raise Refused("BROKEN_WORKBOOK") from error
            seen.ended = True
    return seen.count, seen.cells


def _pieces(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """No more than was declared; more or less of it is found by its checksum, and told as broken."""
    with packed.open(part) as file:
        while piece := file.read(_PART):
            yield piece


class _Seen:
    """What one part says, element by element."""

    def __init__(self, is_sheet: bool) -> None:
        self.count, self.cells, self.ended = 0, list[str](), False
        self._cell, self._formula, self._value, self._failed = "", False, False, False
        self.parser = expat.ParserCreate()
        self.parser.EntityDeclHandler = self._refuse
        if is_sheet:
            self.parser.StartElementHandler, self.parser.EndElementHandler = self._start, self._end

    def _refuse(self, *_: object) -> None:
        raise Refused("DECLARES_ENTITIES")

    def _start(self, name: str, said: dict[str, str]) -> None:
        if name == "c":
            self._cell, self._formula, self._value = said.get("r", ""), False, False
            self._failed = said.get("t") == "e"
        elif name == "f":
            self._formula = True
        elif name in ("v", "is"):
            self._value = not self._failed

    def _end(self, name: str) -> None:
        if name == "c" and (self._formula or self._failed) and not self._value:
            self.count += 1
            if len(self.cells) < _TOLD:
                self.cells.append(self._cell)
