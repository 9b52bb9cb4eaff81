"""Workbooks read in a process of its own: what breaks the reader, or fills the memory, ends that process alone.

What goes to the window is JSON and nothing that could act there. A word is a list: `["about", {...}]` once, then
`["rows", [[number, [cell, ...]], ...]]`, then `["end"]`; or `["refused", name of the reason, values]`.
"""

import datetime as dt
import json
import math
import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from snhr_desktop.exchange.reading.header import Merged
from snhr_desktop.exchange.reading.spans import spans_of
from snhr_desktop.exchange.reading.unpacking import Refused, check
from snhr_desktop.exchange.reading.workbook_parts import parts_by_sheet
from snhr_desktop.process import keep_private

_MEMORY = 2 << 30
_TIME = 900
"""Seconds of work."""
_BATCH = 500
_WHOLE = 1 << 53
"""Beyond it a float holds no whole numbers one by one."""


def serve(there: Connection, path: str, sheet: str, most: int, checked: bool) -> None:
    """Tell of a workbook and the rows of a sheet, the first `most` of them or all (0). Ends with the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl+C in the terminal is for whoever reads to take
    keep_private()
    _limit()
    try:
        for word in _words(Path(path), sheet, most, checked):
            there.send_bytes(json.dumps(word, default=_plain).encode())
    except (BrokenPipeError, ConnectionError):
        return  # nobody wants it any more


def _words(path: Path, sheet: str, most: int, checked: bool) -> Iterator[list[Any]]:
    try:
        packed = _begins(path) == b"PK\3\4"
        empty = check(path) if packed and not checked else {}
        yield from _told(path, sheet, most, empty)
        yield ["end"]
    except Refused as refused:
        yield ["refused", refused.reason, refused.values]
    except PasswordError:
        yield ["refused", "LOCKED_WORKBOOK", {}]
    except MemoryError:
        yield ["refused", "READER_STOPPED", {}]
    except OSError:
        yield ["refused", "NOT_OPENED", {}]
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException:  # of bytes made to hurt, the reader raises whatever it meets, a panic of its own too
        yield ["refused", "BROKEN_WORKBOOK", {}]


def _told(path: Path, wanted: str, most: int, empty: dict[str, tuple[int, list[str]]]) -> Iterator[list[Any]]:
    with CalamineWorkbook.from_path(path) as book:
        sheets = [one for one in book.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet]
        shown = [(one.name, one.visible is not SheetVisibleEnum.Visible) for one in sheets]
        names = [name for name, hidden in shown if name == wanted or (not wanted and not hidden)]
        chosen = next((one for name in names if (one := book.get_sheet_by_name(name)).height), None)
        if chosen is None and names:
            chosen = book.get_sheet_by_name(names[0])
        about: dict[str, Any] = {
            "sheets": shown,
            "chosen": chosen.name if chosen else "",
            "empty": _empty_in(path, chosen.name, empty) if chosen and empty else (0, ()),
        }
        if chosen is None:
            yield ["about", about]
            return
        about["merged"] = _merged_in(path, chosen) if most and chosen.height else []
        yield ["about", about]
        yield from _batches(chosen, most)


def _empty_in(path: Path, sheet: str, empty: dict[str, tuple[int, list[str]]]) -> tuple[int, list[str]]:
    return empty.get(parts_by_sheet(path).get(sheet, ""), (0, []))


def _merged_in(path: Path, sheet: CalamineSheet) -> list[Merged]:
    ranges = sheet.merged_cell_ranges
    if ranges is None:
        return spans_of(path, sheet.name) if path.suffix.lower() == ".ods" else []
    return [(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges]


def _batches(sheet: CalamineSheet, most: int) -> Iterator[list[Any]]:
    batch: list[list[Any]] = []
    given = 0
    before = [None] * (sheet.start[1] if sheet.start else 0)  # the reader leaves out the columns before the first cell
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if not any(cell not in ("", None) for cell in cells):
            continue
        batch.append([number, [*before, *_said(cells)]])
        given += 1
        if len(batch) == _BATCH:
            yield ["rows", batch]
            batch = []
        if given == most:
            break
    yield ["rows", batch]


def _said(cells: list[Any]) -> list[Any]:
    """The cells up to the last that says anything: whole numbers as such, blank ones as none."""
    end = len(cells)
    while cells[end - 1] == "":
        end -= 1
    return [_cell(cell) for cell in cells[:end]]


def _cell(cell: Any) -> Any:
    if cell == "":
        return None
    if isinstance(cell, float):
        if not math.isfinite(cell):
            return str(cell)
        return int(cell) if cell.is_integer() and abs(cell) < _WHOLE else cell
    return cell


def _plain(cell: object) -> object:
    """A day or a moment as JSON carries it; a time of day, or a span of time, as its text."""
    if isinstance(cell, dt.datetime):
        return {"moment": cell.isoformat()}
    if isinstance(cell, dt.date):
        return {"day": cell.isoformat()}
    return str(cell)


def _begins(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)


def _limit() -> None:
    """So much memory and work, where the system can be told so; what a reader says of its end is said to nobody."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_TIME, _TIME))
