"""A folder of files of one kind as one source: the exports of several months, submissions that lie one by one.

Columns are those of all files. Tables of repeats that lie beside their main table are read with it. A row has the
number it has among all of them, and knows its file and its place in it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from snhr_desktop.exchange.reading.joining import is_of_repeats
from snhr_desktop.exchange.reading.records import open_one_record
from snhr_desktop.exchange.reading.source import Choices, Row, Source
from snhr_desktop.exchange.refusals import (
    MIXED_FOLDER,
    NO_FILES,
    NOT_A_LIST,
    REPEATS_OF_WHOM,
    TOO_MANY_FILES,
    UnreadableFile,
)
from snhr_desktop.exchange.watching import Waiting

_FIRST = 200
_MOST = 5_000
"""Files of one folder."""

Opener = Callable[[Path, Choices, Waiting], Source]


def open_folder(
    path: Path, sha256: str, files: Sequence[Path], choices: Choices, waiting: Waiting, opener: Opener
) -> Source:
    """The files of a folder, each opened as it would be alone.

    Raises `UnreadableFile`, named by the file that cannot be read; for files of several kinds, and for whole records of
    an office, whose identities stand in one file.
    """
    if not files:
        raise UnreadableFile(path.name, NO_FILES)
    if len(files) > _MOST:
        raise UnreadableFile(path.name, TOO_MANY_FILES, files=len(files), most=_MOST)
    if len({file.suffix.lower() for file in files}) > 1:
        raise UnreadableFile(path.name, MIXED_FOLDER)
    opened = [_opened(file, choices, waiting, opener) for file in waiting.over(files)]
    parts = _without_repeats(path, files, opened)
    if any(one.own for one in parts):
        raise UnreadableFile(path.name, MIXED_FOLDER)
    first = parts[0]
    lists: dict[str, dict[str, None]] = {}
    for one in parts:
        for name, columns in one.lists.items():
            lists.setdefault(name, {}).update(dict.fromkeys(columns))
    alike = all(one.positions == first.positions for one in parts)
    return replace(
        first,
        name=path.name,
        sha256=sha256,
        columns=tuple(dict.fromkeys(column for one in parts for column in one.columns)),
        stream=lambda: _rows(parts),
        sheets=(),
        chosen=replace(first.chosen, sheet=choices.sheet, form=choices.form),
        positions=first.positions if alike else {},
        lists={name: tuple(columns) for name, columns in lists.items()},
        remarks=tuple({repr(remark): remark for one in parts for remark in one.remarks}.values()),
        first=tuple(islice(_rows(parts), _FIRST)),
        whole=False,
    )


def _without_repeats(path: Path, files: Sequence[Path], opened: Sequence[Source]) -> Sequence[Source]:
    """The tables of records, with which their repeats are read; all where there are repeats alone.

    Raises `UnreadableFile` where the name of a table of repeats does not say whose they are: they would be lost.
    """
    mains = [(file, one) for file, one in zip(files, opened, strict=True) if not is_of_repeats(one)]
    if not mains:
        return opened
    whose = tuple(f"{file.stem}-" for file, _ in mains)
    for file, one in zip(files, opened, strict=True):
        if is_of_repeats(one) and not file.stem.startswith(whose):
            raise UnreadableFile(path.name, REPEATS_OF_WHOM, file=file.name, named=f"{whose[0]}{file.name}")
    return [one for _, one in mains]


def _opened(file: Path, choices: Choices, waiting: Waiting, opener: Opener) -> Source:
    try:
        return opener(file, choices, waiting)
    except UnreadableFile as refusal:
        if refusal.values["reason"] is not NOT_A_LIST:
            raise
        return open_one_record(file, choices, waiting)


def _rows(parts: Sequence[Source]) -> Iterator[Row]:
    number = 0
    for one in parts:
        for row in one.rows():
            number += 1
            yield row._replace(number=number, sheet=one.name, within=row.number)
