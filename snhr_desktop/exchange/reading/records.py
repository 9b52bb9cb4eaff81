"""Records as JSON: lists of objects, our own dossiers, map features, submissions of forms.

Nested parts stand under dotted names (`place.name`, `weapons.0`); a list of objects is a part that repeats, and stands
apart, and so does one within it, beside it. Forms write groups with a slash (`people/victim/name`); a part that repeats
has the name of its group taken off its fields.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from snhr_desktop.exchange.reading.json_text import FEATURES, OWN, Shape, one_of, records_of, shape_of
from snhr_desktop.exchange.reading.remarks import ENCODING_GUESSED, Remark
from snhr_desktop.exchange.reading.source import Choices, Row, Source
from snhr_desktop.exchange.reading.text import encoding_of, is_guessed
from snhr_desktop.exchange.refusals import TOO_DEEP, TOO_MANY_COLUMNS, UnreadableFile
from snhr_desktop.exchange.watching import UNWATCHED, Waiting

_COLUMNS = 5_000
_FIRST = 200


def open_records(path: Path, kind: str, sha256: str, choices: Choices, waiting: Waiting = UNWATCHED) -> Source:
    """The records of a JSON file. Raises `UnreadableFile`, `ImportStopped` and `OSError`."""
    encoding = choices.encoding or encoding_of(path, waiting)
    shape = shape_of(path, encoding, waiting)
    columns: dict[str, None] = {}
    lists: dict[str, dict[str, None]] = {}
    for row in waiting.over(_rows(path, encoding, shape, waiting)):
        if shape.held != OWN:
            columns.update(dict.fromkeys(row.cells or ()))
            for name, parts in row.lists.items():
                lists.setdefault(name, {}).update((column, None) for part in parts for column in part)
        if len(columns) > _COLUMNS or len(lists) > _COLUMNS:
            raise UnreadableFile(path.name, TOO_MANY_COLUMNS, columns=len(columns))
    guessed = (
        [Remark(ENCODING_GUESSED, {"encoding": encoding})] if not choices.encoding and is_guessed(encoding) else []
    )
    return Source(
        path.name,
        kind,
        sha256,
        tuple(columns),
        lambda: _rows(path, encoding, shape, waiting),
        chosen=Choices(encoding=encoding),
        lists={name: tuple(found) for name, found in lists.items()},
        remarks=guessed,
        own=shape.held == OWN,
        first=tuple(islice(_rows(path, encoding, shape, waiting), _FIRST)),
    )


def open_one_record(path: Path, choices: Choices, waiting: Waiting = UNWATCHED) -> Source:
    """A file that is one record and no list of them, as phones leave submissions. Raises as `open_records` does."""
    encoding = choices.encoding or encoding_of(path, waiting)
    row = _row(1, one_of(path, encoding), "")
    lists = {name: tuple(dict.fromkeys(one for part in parts for one in part)) for name, parts in row.lists.items()}
    columns, settled = tuple(row.cells or ()), Choices(encoding=encoding)
    return Source(path.name, "json", "", columns, lambda: iter((row,)), settled, lists=lists, first=(row,), whole=True)


def _rows(path: Path, encoding: str, shape: Shape, waiting: Waiting) -> Iterator[Row]:
    for number, record in enumerate(records_of(path, encoding, shape, waiting), 1):
        try:
            yield _row(number, record, shape.held)
        except RecursionError as error:
            raise UnreadableFile(path.name, TOO_DEEP) from error


def _row(number: int, record: object, held: str) -> Row:
    if not isinstance(record, dict):
        return Row(number, None)
    if held == OWN:
        return Row(number, record)
    if held == FEATURES:
        return _feature(number, record)
    return Row(number, dict(_flat(record)), lists=_lists(record))


def _feature(number: int, record: Mapping[str, Any]) -> Row:
    """A feature of a map: what is said of it, and where it is if that is a point."""
    said, shape = record.get("properties"), record.get("geometry")
    if not isinstance(said, dict):
        return Row(number, None)
    cells = dict(_flat(said))
    at = shape.get("coordinates") if isinstance(shape, dict) and shape.get("type") == "Point" else None
    if isinstance(at, list) and len(at) >= 2:
        cells = {"longitude": at[0], "latitude": at[1]} | cells
    return Row(number, cells, lists=_lists(said))


def _lists(record: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The parts that repeat, by their dotted name: lists of objects, those of all parts they stand in together."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name, entries in _repeated(record, ""):
        found.setdefault(name, []).extend(entries)
    return found


def _repeated(record: Mapping[str, Any], above: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for key, part in record.items():
        if isinstance(part, dict):
            yield from _repeated(part, f"{above}{key}.")
        elif _repeats(part):
            # forms write the name of the part above before that of one within it
            name = key if above and key.startswith(f"{above[:-1]}/") else f"{above}{key}"
            yield name, [{column.removeprefix(f"{key}/"): cell for column, cell in _flat(one)} for one in part]
            for one in part:
                yield from _repeated(one, f"{name}.")


def _flat(value: Mapping[str, Any] | list[Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Nested parts under dotted names: `weapons_used.0`."""
    items = value.items() if isinstance(value, Mapping) else enumerate(value)
    for key, part in items:
        name = f"{above}{key}"
        if _repeats(part):
            continue
        if isinstance(part, dict | list):
            yield from _flat(part, f"{name}.")
        else:
            yield name, part


def _repeats(part: object) -> bool:
    return isinstance(part, list) and bool(part) and all(isinstance(one, dict) for one in part)
