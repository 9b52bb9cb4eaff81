"""Tables as text: CSV and TSV with any delimiter, in any encoding, titles above the header or not. Streamed."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TextIO

from snhr_desktop.exchange.reading.header import LOOKED_AT
from snhr_desktop.exchange.reading.remarks import ENCODING_GUESSED, Remark
from snhr_desktop.exchange.reading.source import Choices, Row, Source
from snhr_desktop.exchange.reading.table import Table, table_of
from snhr_desktop.exchange.reading.text import encoding_of, is_guessed, is_known
from snhr_desktop.exchange.refusals import (
    NO_DELIMITER,
    NO_ENCODING,
    NOT_A_TABLE,
    NOT_TEXT,
    OPEN_QUOTE,
    QUOTE_INSIDE,
    UnreadableFile,
)
from snhr_desktop.exchange.watching import UNWATCHED, Waiting
from snhr_desktop.i18n import Message

_LONGEST_CELL, _LONGEST_LINE = 1 << 20, 1 << 23
_TOLD_EVERY = 256
_DELIMITERS = (",", ";", "\t", "|")
_NO_DELIMITERS = '"\r\n\0'
_SAID = re.compile(r"(?i)\ufeff?sep=(.)\r?\n?")
"""The first line by which spreadsheet programs are told the delimiter; it is no record."""


def open_table(path: Path, kind: str, sha256: str, choices: Choices, waiting: Waiting = UNWATCHED) -> Source:
    """A table in a text file. Raises `UnreadableFile`, `ImportStopped` and `OSError`."""
    encoding = choices.encoding or encoding_of(path, waiting)
    if not is_known(encoding):
        raise UnreadableFile(path.name, NO_ENCODING, encoding=encoding)
    if choices.delimiter and (len(choices.delimiter) > 1 or choices.delimiter in _NO_DELIMITERS):
        raise UnreadableFile(path.name, NO_DELIMITER, delimiter=choices.delimiter)
    delimiter = choices.delimiter or ("\t" if kind == "tsv" else _delimiter(path, encoding))
    first = list(islice(_lines(path, encoding, delimiter), LOOKED_AT + choices.header_row))
    table = table_of(path.name, first, choices.header_row)
    header = table.header
    guessed = (
        [Remark(ENCODING_GUESSED, {"encoding": encoding})] if not choices.encoding and is_guessed(encoding) else []
    )
    return Source(
        name=path.name,
        kind=kind,
        sha256=sha256,
        columns=tuple(header.positions),
        stream=lambda: _rows(path, encoding, delimiter, table, waiting),
        chosen=Choices("", header.row, encoding, delimiter),
        positions=header.positions,
        renamed=header.renamed,
        hints=header.tags,
        remarks=(*guessed, *table.remarks()),
    )


def _rows(path: Path, encoding: str, delimiter: str, table: Table, waiting: Waiting) -> Iterator[Row]:
    for number, cells in islice(_lines(path, encoding, delimiter, waiting), table.header.first, None):
        yield Row(number, table.cells(cells))


def _lines(path: Path, encoding: str, delimiter: str, waiting: Waiting = UNWATCHED) -> Iterator[tuple[int, list[str]]]:
    """Lines that say anything, with the number that an editor gives them."""
    with path.open(encoding=encoding, newline="") as file:
        before = csv.field_size_limit(_LONGEST_CELL)
        size = path.stat().st_size
        reader = csv.reader(
            _without_nul(file, lambda done: waiting.passed(done, size)), delimiter=delimiter, strict=True
        )
        line = 1
        try:
            for cells in reader:
                if any(cells) and not (line == 1 and _SAID.fullmatch(delimiter.join(cells))):
                    yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            raise UnreadableFile(path.name, _fault(error, reader.line_num - line), line=line) from error
        except UnicodeError as error:
            raise UnreadableFile(path.name, NOT_TEXT, encoding=encoding, line=reader.line_num + 1) from error
        finally:
            csv.field_size_limit(before)


def _fault(error: csv.Error, swallowed: int) -> Message:
    """What is wrong with a line; `swallowed` are the lines that its last cell took along."""
    if swallowed > 0 or "end of data" in str(error):  # the first of them tells where to look
        return OPEN_QUOTE
    return QUOTE_INSIDE if "expected after" in str(error) else NOT_A_TABLE


def _without_nul(file: TextIO, told: Callable[[int], object]) -> Iterator[str]:
    """Lines without the zero signs that some exports pad cells with; none is longer than all cells of a line may be."""
    lines = 0
    while line := file.readline(_LONGEST_LINE):
        lines += 1
        if not lines % _TOLD_EVERY:
            told(file.buffer.tell())
        if len(line) == _LONGEST_LINE:
            raise csv.Error("a line that does not end")
        yield line.replace("\0", "") if "\0" in line else line


def _delimiter(path: Path, encoding: str) -> str:
    """The sign that parts the first lines most evenly: it stands in many of them, as often in each."""
    try:
        with path.open(encoding=encoding) as file:
            read = (file.readline(_LONGEST_CELL) for _ in range(LOOKED_AT))
            lines = [line for line in (line.strip("\r\n") for line in read) if line.strip()]
    except UnicodeError:
        return ","
    if lines and (said := _SAID.fullmatch(lines[0])):
        return said[1]
    return max(_DELIMITERS, key=lambda sign: _evenness(lines, sign))


def _evenness(lines: Sequence[str], sign: str) -> tuple[int, int]:
    counts = [line.count(sign) for line in lines if sign in line]
    usual = max(set(counts), key=counts.count, default=0)
    return counts.count(usual) * min(usual, 40), sum(counts)
