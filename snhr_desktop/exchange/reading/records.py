"""Records as JSON: a list of objects, or a file of our own dossiers. Nested parts stand under dotted names."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from snhr_desktop.exchange.reading.source import OWN_FORMAT, Choices, Row, Source
from snhr_desktop.exchange.reading.text import encoding_of
from snhr_desktop.exchange.refusals import LONG_NUMBER, NOT_A_LIST, NOT_JSON, NOT_TEXT, TOO_DEEP, UnreadableFile


def open_records(path: Path, kind: str, sha256: str, choices: Choices) -> Source:
    """The records of a JSON file. Raises `UnreadableFile` and `OSError`."""
    encoding = choices.encoding or encoding_of(path)
    whole = _whole(path, encoding)
    own = isinstance(whole, dict) and whole.get("format") == OWN_FORMAT
    records = whole.get("dossiers") if own else whole
    if not isinstance(records, list):
        raise UnreadableFile(path.name, NOT_A_LIST)
    rows = [_row(number, record, own) for number, record in enumerate(records, 1)]
    columns = dict.fromkeys(column for row in rows if row.cells for column in row.cells)
    return Source(
        path.name, kind, sha256, tuple(columns), lambda: iter(rows), chosen=Choices(encoding=encoding), own=own
    )


def _whole(path: Path, encoding: str) -> Any:
    try:
        return json.loads(path.read_text(encoding=encoding))
    except (UnicodeDecodeError, LookupError) as error:
        raise UnreadableFile(path.name, NOT_TEXT, encoding=encoding, line=1) from error
    except json.JSONDecodeError as error:
        raise UnreadableFile(path.name, NOT_JSON, line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise UnreadableFile(path.name, TOO_DEEP) from error
    except ValueError as error:  # an integer of thousands of digits
        raise UnreadableFile(path.name, LONG_NUMBER) from error


def _row(number: int, record: object, own: bool) -> Row:
    if not isinstance(record, dict):
        return Row(number, None)
    if own:
        return Row(number, record)
    return Row(number, dict(_flat(record)), lists=dict(_lists(record)))


def _lists(record: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The parts that repeat, by their dotted name: lists of objects."""
    for key, part in record.items():
        if isinstance(part, dict):
            yield from _lists(part, f"{above}{key}.")
        elif isinstance(part, list) and part and all(isinstance(one, dict) for one in part):
            yield f"{above}{key}", [dict(_flat(one)) for one in part]


def _flat(value: Mapping[str, Any] | list[Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Nested parts under dotted names: `weapons_used.0`."""
    items = value.items() if isinstance(value, Mapping) else enumerate(value)
    for key, part in items:
        name = f"{above}{key}"
        if isinstance(part, dict | list):
            yield from _flat(part, f"{name}.")
        else:
            yield name, part
