"""Open a file by its ending, and refuse what holds nothing."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from snhr_desktop.exchange.reading.fingerprints import fingerprint, together
from snhr_desktop.exchange.reading.folder import open_folder
from snhr_desktop.exchange.reading.form import Form
from snhr_desktop.exchange.reading.joining import is_of_repeats, parent_of_repeats, with_repeats
from snhr_desktop.exchange.reading.records import open_records
from snhr_desktop.exchange.reading.source import Choices, Source
from snhr_desktop.exchange.reading.submissions import files_of, open_submissions
from snhr_desktop.exchange.reading.tables import open_table
from snhr_desktop.exchange.reading.workbook import open_workbook
from snhr_desktop.exchange.reading.xlsform import is_blank_form, read_form
from snhr_desktop.exchange.refusals import (
    A_BLANK_FORM,
    EMPTY,
    NO_FILE,
    NOT_A_WORKBOOK,
    NOT_OPENED,
    PACKED,
    REPEATS_OF_ANOTHER,
    REPEATS_OF_UNKNOWN,
    UNKNOWN_KIND,
    UnreadableFile,
)
from snhr_desktop.exchange.watching import UNWATCHED, Waiting

_OPENERS: Mapping[str, tuple[str, Callable[[Path, str, str, Choices, Waiting], Source]]] = {
    ".json": ("json", open_records),
    ".geojson": ("json", open_records),
    ".jsonl": ("json", open_records),
    ".ndjson": ("json", open_records),
    ".csv": ("csv", open_table),
    ".txt": ("csv", open_table),
    ".tsv": ("tsv", open_table),
    ".xlsx": ("xlsx", open_workbook),
    ".xlsm": ("xlsx", open_workbook),
    ".xls": ("xls", open_workbook),
    ".ods": ("ods", open_workbook),
}
"""The kind of a file and how it is opened, by its ending."""


_PACKED = (".zip", ".rar", ".7z", ".gz", ".tar")
_WORKBOOKS = (b"PK\3\4", b"\xd0\xcf\x11\xe0")
"""How a packed workbook and an older one begin; one under a passphrase begins like an older one."""


def open_source(
    path: Path, choices: Choices | None = None, form: Form | None = None, waiting: Waiting = UNWATCHED
) -> Source:
    """A file, or a folder of submissions, as it may be read; `form` is what they were filled in with, unless
    `choices` name its file.

    A large file takes its time, which `waiting` may call off; so it may what is read of it later.
    Raises `UnreadableFile`, naming the place in the file where there is one, and `ImportStopped`.
    """
    try:
        if form is None and choices and choices.form:
            form = read_form(choices.form, waiting)
        source = replace(_opened(path, choices or Choices(), form, waiting), form=form)
        if not source.sample(1):
            raise UnreadableFile(path.name, EMPTY)
        _records_needed(source, choices or Choices())
    except (FileNotFoundError, IsADirectoryError) as error:
        raise UnreadableFile(path.name, NO_FILE) from error
    except OSError as error:
        raise UnreadableFile(path.name, NOT_OPENED) from error
    return source


def _records_needed(source: Source, choices: Choices) -> None:
    """Refuse what holds no records of its own, unless one of its sheets was chosen: a blank form, repeats alone."""
    if not choices.sheet and is_blank_form(source):
        raise UnreadableFile(source.name, A_BLANK_FORM)
    if len(source.sheets) < 2 and is_of_repeats(source):
        parent = parent_of_repeats(source)
        raise UnreadableFile(source.name, REPEATS_OF_ANOTHER if parent else REPEATS_OF_UNKNOWN, parent=parent)


def _opened(path: Path, choices: Choices, form: Form | None, waiting: Waiting) -> Source:
    if path.is_dir():
        return _folder(path, choices, form, waiting)
    if path.suffix.lower() == ".xml":
        return open_submissions(path, fingerprint(path, waiting), form, waiting)
    known = _OPENERS.get(path.suffix.lower())
    if not known:
        raise UnreadableFile(path.name, PACKED if path.suffix.lower() in _PACKED else UNKNOWN_KIND)
    kind, opener = known
    with path.open("rb") as file:
        start = file.read(8)
    if opener is open_workbook and not start.startswith(_WORKBOOKS):
        raise UnreadableFile(path.name, NOT_A_WORKBOOK)
    if opener is open_table and start.startswith(_WORKBOOKS):
        kind, opener = "xlsx", open_workbook  # a workbook whose name says otherwise
    return with_repeats(path, opener(path, kind, fingerprint(path, waiting), choices, waiting), waiting)


def _folder(path: Path, choices: Choices, form: Form | None, waiting: Waiting) -> Source:
    """Submissions as phones keep them, each in a folder of its own with its photos, or files of another kind."""
    submissions = files_of(path)
    files = submissions or sorted(one for one in path.iterdir() if one.suffix.lower() in _OPENERS and one.is_file())
    read = [(file.relative_to(path).as_posix(), fingerprint(file, waiting)) for file in files]
    if submissions:
        opened = open_submissions(path, together(read), form, waiting)
    else:
        opener = partial(_opened_of_folder, form)
        opened = open_folder(path, together(read), files, choices, waiting, opener)
    return replace(opened, files=read)


def _opened_of_folder(form: Form | None, path: Path, choices: Choices, waiting: Waiting) -> Source:
    return _opened(path, choices, form, waiting)
