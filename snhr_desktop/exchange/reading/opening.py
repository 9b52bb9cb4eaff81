"""Open a file by its ending, and refuse what holds nothing."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from snhr_desktop.exchange.reading.records import open_records
from snhr_desktop.exchange.reading.source import Choices, Source
from snhr_desktop.exchange.reading.tables import open_table
from snhr_desktop.exchange.reading.workbook import open_workbook
from snhr_desktop.exchange.refusals import EMPTY, NO_FILE, NOT_A_WORKBOOK, NOT_OPENED, UNKNOWN_KIND, UnreadableFile

_OPENERS: Mapping[str, tuple[str, Callable[[Path, str, str, Choices], Source]]] = {
    ".json": ("json", open_records),
    ".csv": ("csv", open_table),
    ".txt": ("csv", open_table),
    ".tsv": ("tsv", open_table),
    ".xlsx": ("xlsx", open_workbook),
    ".xlsm": ("xlsx", open_workbook),
    ".xls": ("xls", open_workbook),
    ".ods": ("ods", open_workbook),
}
"""The kind of a file and how it is opened, by its ending."""


_WORKBOOKS = (b"PK\3\4", b"\xd0\xcf\x11\xe0")
"""How a packed workbook and an older one begin; one under a passphrase begins like an older one."""


def open_source(path: Path, choices: Choices | None = None) -> Source:
    """A file as it may be read. Raises `UnreadableFile`, naming the place in it where there is one."""
    known = _OPENERS.get(path.suffix.lower())
    if not known:
        raise UnreadableFile(path.name, UNKNOWN_KIND)
    kind, opener = known
    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            start = file.read(8)
        if opener is open_workbook and not start.startswith(_WORKBOOKS):
            raise UnreadableFile(path.name, NOT_A_WORKBOOK)
        source = opener(path, kind, sha256, choices or Choices())
        if not source.sample(1):
            raise UnreadableFile(path.name, EMPTY)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise UnreadableFile(path.name, NO_FILE) from error
    except OSError as error:
        raise UnreadableFile(path.name, NOT_OPENED) from error
    return source
