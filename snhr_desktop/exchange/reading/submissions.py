"""Submissions as phones write them: one XML file, or a folder of them. Groups stand with a slash, repeats apart."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import parse

from snhr_desktop.exchange.reading.form import Form
from snhr_desktop.exchange.reading.source import Row, Source
from snhr_desktop.exchange.refusals import NOT_A_SUBMISSION, TOO_MANY_COLUMNS, UnreadableFile
from snhr_desktop.exchange.watching import UNWATCHED, Waiting

_MOST = 8 << 20
"""Bytes of one submission."""
_FIRST = 200
_COLUMNS = 5_000
_TEMPLATE = "template"


def files_of(path: Path) -> list[Path]:
    """The submissions of a folder in the order of their names, or the one file."""
    return sorted(path.rglob("*.xml")) if path.is_dir() else [path]


def open_submissions(path: Path, sha256: str, form: Form | None = None, waiting: Waiting = UNWATCHED) -> Source:
    """One submission or a folder of them. What repeats in any of them, or in the form, is a part that repeats.

    Raises `UnreadableFile` where none can be read. One of a folder that cannot is a row without cells.
    """
    files, folder = files_of(path), path if path.is_dir() else None
    repeats = set(form.repeats if form else ())
    roots = 0
    for file in waiting.over(files):
        if (root := _root(file)) is not None:
            roots += 1
            repeats |= set(_repeated(root))
    if not roots:
        raise UnreadableFile(path.name, NOT_A_SUBMISSION)
    columns: dict[str, None] = {}
    lists: dict[str, dict[str, None]] = {}
    for row in waiting.over(_rows(files, repeats, folder, waiting)):
        columns.update(dict.fromkeys(row.cells or ()))
        for name, parts in row.lists.items():
            lists.setdefault(name, {}).update((column, None) for part in parts for column in part)
        if len(columns) > _COLUMNS:
            raise UnreadableFile(path.name, TOO_MANY_COLUMNS, columns=len(columns))
    return Source(
        path.name,
        "xml",
        sha256,
        tuple(columns),
        lambda: _rows(files, repeats, folder, waiting),
        lists={name: tuple(found) for name, found in lists.items()},
        first=tuple(islice(_rows(files, repeats, folder), _FIRST)),
    )


def _rows(files: list[Path], repeats: set[str], folder: Path | None, waiting: Waiting = UNWATCHED) -> Iterator[Row]:
    """One row for each; of a `folder` each knows its file, which may have the name of another below it."""
    sizes = [file.stat().st_size for file in files]
    size, done = sum(sizes), 0
    within = 1 if folder else 0
    for number, (file, more) in enumerate(zip(files, sizes, strict=True), 1):
        done += more
        waiting.passed(done, size)
        root, name = _root(file), str(file.relative_to(folder)) if folder else file.name
        if root is None:
            yield Row(number, None, name, within=within)
            continue
        cells: dict[str, Any] = {}
        lists: dict[str, list[dict[str, Any]]] = {}
        _take(root, "", repeats, cells, lists)
        yield Row(number, cells, name, lists, within)


def _root(file: Path) -> Element | None:
    """The submission in a file; None where there is none, or one that was made to hurt."""
    try:
        if file.stat().st_size > _MOST:
            return None
        root: Element | None = parse(file, forbid_dtd=True).getroot()
        if root is None or not len(root) or _depth(root) > 50:
            return None
    except (
        ParseError,
        ValueError,
        LookupError,
    ):  # what is forbidden is a ValueError, an unknown encoding a LookupError
        return None
    return root


def _depth(root: Element) -> int:
    depth, level = 0, [root]
    while level:
        depth, level = depth + 1, [child for one in level for child in one]
    return depth


def _repeated(element: Element, above: str = "") -> Iterator[str]:
    names = Counter(map(_name, element))
    for child in element:
        path = f"{above}{_name(child)}"
        if names[_name(child)] > 1 or _is_template(child):
            yield path
        yield from _repeated(child, f"{path}/")


def _take(
    element: Element, above: str, repeats: set[str], cells: dict[str, Any], lists: dict[str, list[dict[str, Any]]]
) -> None:
    """The fields below an element, and its repeats; those within a repeat stand beside it, under their own path."""
    for child in element:
        path = f"{above}{_name(child)}"
        if path in repeats:
            if not _is_template(child):
                part: dict[str, Any] = {}
                _take(child, f"{path}/", repeats, part, lists)
                inside = {name.removeprefix(f"{path}/"): cell for name, cell in part.items()}
                lists.setdefault(path, []).append(inside)
        elif len(child):
            _take(child, f"{path}/", repeats, cells, lists)
        else:
            cells[path] = (child.text or "").strip() or None


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_template(element: Element) -> bool:
    return any(name.rpartition("}")[2] == _TEMPLATE for name in element.attrib)
