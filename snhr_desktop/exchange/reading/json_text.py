"""JSON of any size: whole where it is small, which tells the place of a mistake, else one record at a time.

A file is a list of records, holds one under a known name (our own export, a collection of map features, what servers
of forms give out), or has a record in each line.
"""

import json
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO

import ijson

from snhr_desktop.exchange.reading.source import OWN_FORMAT
from snhr_desktop.exchange.refusals import (
    LONG_NUMBER,
    NOT_A_LIST,
    NOT_JSON,
    NOT_JSON_AFTER,
    NOT_TEXT,
    TOO_DEEP,
    TOO_LARGE_RECORD,
    UnreadableFile,
)
from snhr_desktop.exchange.watching import UNWATCHED, Waiting

SMALL = 1 << 20
"""Bytes of a file that is read whole: in memory its values take up to a hundred times as many."""
_ONE = 8 << 20
"""Bytes of a file that is one record."""
_LINE = 1 << 24
_DEEPEST = 200
"""Parts within parts: more than any record has."""
_VALUES = 400_000
"""Values of one record, which is held as a whole: more than the largest has, and less than hurts a small laptop."""
OWN, FEATURES = "dossiers", "features"
_HOLDING = (OWN, FEATURES, "results", "value", "submissions", "records", "data")
"""Names under which a file holds its list of records."""


@dataclass(frozen=True)
class Shape:
    """Where the records stand: under the name `held`, in the file itself (blank), or one in each line."""

    held: str = ""
    by_line: bool = False


def shape_of(path: Path, encoding: str, waiting: Waiting = UNWATCHED) -> Shape:
    """Where the records of a file stand. Raises `UnreadableFile`, `ImportStopped`."""
    if path.suffix.lower() in (".jsonl", ".ndjson") or _is_by_line(path, encoding):
        return Shape(by_line=True)
    if path.stat().st_size > SMALL:
        return Shape(_held_in(path, encoding, waiting))
    whole = _whole(path, encoding)
    if isinstance(whole, list):
        return Shape()
    if isinstance(whole, dict):
        for name in _HOLDING:
            if isinstance(whole.get(name), list) and (name != OWN or whole.get("format") == OWN_FORMAT):
                return Shape(name)
    raise UnreadableFile(path.name, NOT_A_LIST)


def records_of(path: Path, encoding: str, shape: Shape, waiting: Waiting = UNWATCHED) -> Iterator[Any]:
    """The records, one by one. Raises `UnreadableFile` where one cannot be read, `ImportStopped`."""
    if shape.by_line:
        yield from _lines(path, encoding)
    elif path.stat().st_size > SMALL:
        yield from _streamed(path, encoding, shape, waiting)
    else:
        whole = _whole(path, encoding)
        yield from whole[shape.held] if shape.held else whole


def one_of(path: Path, encoding: str) -> Any:
    """What stands in a file that is one record. Raises `UnreadableFile`."""
    if path.stat().st_size > _ONE:
        raise UnreadableFile(path.name, NOT_A_LIST)
    return _whole(path, encoding, one=True)


def beside_records(path: Path, encoding: str, name: str, waiting: Waiting = UNWATCHED) -> Iterator[Any]:
    """Another list of a file that holds its records under a name, read as they are; nothing where there is none."""
    if path.stat().st_size > SMALL:
        yield from _streamed(path, encoding, Shape(name), waiting)
        return
    held = _whole(path, encoding).get(name)
    yield from held if isinstance(held, list) else ()


def beside_records_one(path: Path, encoding: str, name: str, waiting: Waiting = UNWATCHED) -> Any:
    """What such a file says under another name, where that is one thing; None where it says nothing."""
    if path.stat().st_size <= SMALL:
        return _whole(path, encoding).get(name)
    with closing(_parsed(path, encoding, name, waiting)) as found:
        return next(found, None)


def plain(value: Any) -> Any:
    """A value without the exact numbers that the stream reads, which no cell is."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Mapping):
        return {name: plain(part) for name, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, list) else value


def _whole(path: Path, encoding: str, *, one: bool = False) -> Any:
    try:
        text = path.read_text(encoding=encoding)
        if one and _is_too_large(text):
            raise UnreadableFile(path.name, TOO_LARGE_RECORD, number=1, most=_VALUES)
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableFile(path.name, NOT_JSON, line=error.lineno, column=error.colno) from error
    except (UnicodeError, LookupError) as error:
        raise UnreadableFile(path.name, NOT_TEXT, encoding=encoding, line=1) from error
    except RecursionError as error:
        raise UnreadableFile(path.name, TOO_DEEP) from error
    except ValueError as error:  # an integer of thousands of digits
        raise UnreadableFile(path.name, LONG_NUMBER) from error


def _lines(path: Path, encoding: str) -> Iterator[Any]:
    number = 0
    try:
        with path.open(encoding=encoding) as file:
            while line := file.readline(_LINE):
                number += 1
                if _is_too_large(line):
                    raise UnreadableFile(path.name, TOO_LARGE_RECORD, number=number, most=_VALUES)
                if line.strip():
                    yield json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableFile(path.name, NOT_JSON, line=number, column=error.colno) from error
    except (UnicodeError, LookupError) as error:
        raise UnreadableFile(path.name, NOT_TEXT, encoding=encoding, line=number + 1) from error
    except RecursionError as error:
        raise UnreadableFile(path.name, TOO_DEEP) from error
    except ValueError as error:
        raise UnreadableFile(path.name, LONG_NUMBER) from error


def _is_by_line(path: Path, encoding: str) -> bool:
    """Whether the first two lines are an object each."""
    try:
        with path.open(encoding=encoding) as file:
            first, second = (file.readline(_LINE).strip() for _ in range(2))
        return second.startswith("{") and all(
            _is_too_large(line) or isinstance(json.loads(line), dict) for line in (first, second)
        )
    except (ValueError, LookupError, RecursionError):
        return False


def _is_too_large(text: str) -> bool:
    """Whether a record holds too many values, told before anything is made of it: each has a sign before it."""
    return len(text) > _VALUES and sum(map(text.count, ",[{")) > _VALUES


class _Utf8:
    """A text file of any encoding as the bytes that the stream reads, as long as somebody waits for them."""

    def __init__(self, path: Path, encoding: str, waiting: Waiting) -> None:
        self._file: TextIO = path.open(encoding=encoding)
        self._waiting, self._size = waiting, path.stat().st_size

    def read(self, size: int = -1) -> bytes:
        self._waiting.look()
        self._waiting.passed(self._file.buffer.tell(), self._size)
        return self._file.read(size).encode("utf-8", "replace")

    def close(self) -> None:
        self._file.close()


def _streamed(path: Path, encoding: str, shape: Shape, waiting: Waiting) -> Iterator[Any]:
    return _parsed(path, encoding, f"{shape.held}.item" if shape.held else "item", waiting)


def _parsed(path: Path, encoding: str, prefix: str, waiting: Waiting) -> Generator[Any, None, None]:
    number = 0
    try:
        with closing(_Utf8(path, encoding, waiting)) as file:
            for record in ijson.items(file, prefix):
                number += 1
                yield plain(record)
    except (UnicodeError, LookupError) as error:
        raise UnreadableFile(path.name, NOT_TEXT, encoding=encoding, line=1) from error
    except RecursionError as error:
        raise UnreadableFile(path.name, TOO_DEEP) from error
    except (ijson.JSONError, ValueError, ArithmeticError) as error:
        raise UnreadableFile(path.name, NOT_JSON_AFTER, number=number) from error


def _held_in(path: Path, encoding: str, waiting: Waiting) -> str:
    """The name of the list of records in a large file; what it says of its form stands before it.

    Reads it to its end: how deep it goes must be known before anything is made of it.
    """
    found = _Found()
    try:
        with closing(_Utf8(path, encoding, waiting)) as file:
            for event, value in ijson.basic_parse(file):
                found.take(event, value)
                if found.depth > _DEEPEST:
                    raise UnreadableFile(path.name, TOO_DEEP)
                if found.values > _VALUES:
                    raise UnreadableFile(path.name, TOO_LARGE_RECORD, number=found.records + 1, most=_VALUES)
    except (UnicodeError, LookupError) as error:
        raise UnreadableFile(path.name, NOT_TEXT, encoding=encoding, line=1) from error
    except (ijson.JSONError, ValueError, ArithmeticError) as error:
        raise UnreadableFile(path.name, NOT_JSON_AFTER, number=max(found.records, 0)) from error
    if found.held is None:
        raise UnreadableFile(path.name, NOT_A_LIST)
    return found.held


class _Found:
    """What is known of a file so far: how deep it is, which list holds the records, how many of them there were, and
    how many `values` the one holds that was begun.
    """

    def __init__(self) -> None:
        self.depth = self.records = self.values = 0
        self.held: str | None = None
        self._key, self._format, self._level = "", "", 0

    def take(self, event: str, value: Any) -> None:
        if event in ("start_map", "start_array"):
            self.depth += 1
            self.values += self.depth > self._level != 0
            if event == "start_array" and self.held is None and self._holds():
                self.held, self._level = (self._key if self.depth == 2 else ""), self.depth
        elif event in ("end_map", "end_array"):
            self.depth -= 1
            if self.depth == self._level != 0:
                self.records += 1
                self.values = 0
        elif self.depth > self._level != 0:
            self.values += event != "map_key"
        elif self.depth == 1 and event == "map_key":
            self._key = value
        elif self.depth == 1 and self._key == "format":
            self._format = str(value)

    def _holds(self) -> bool:
        if self.depth == 1:
            return True
        return self.depth == 2 and self._key in _HOLDING and (self._key != OWN or self._format == OWN_FORMAT)
