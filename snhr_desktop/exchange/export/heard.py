"""The files that a workbook is put together in: before each piece of them somebody may call it off.

Whatever puts it together means to end it well even then, and is let: nobody will read it.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from io import BufferedRandom, FileIO, TextIOWrapper
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from snhr_desktop.errors import Refusal

Look = Callable[[], object]


class HeardFile(BufferedRandom):
    """A file that is there; `look` is asked before each piece, until it raises."""

    def __init__(self, path: Path, look: Look) -> None:
        super().__init__(FileIO(path, "r+b"))
        self._look, self._off = look, False

    def write(self, piece: Any) -> int:
        if not self._off:
            self._off = True
            self._look()
            self._off = False
        return super().write(piece)


class HeardWorkbook(Workbook):  # type: ignore[misc]  # it publishes no types
    """A workbook in a file, whose rows are written as they come; what a sheet needs on the way stands in a folder."""

    def __init__(self, out: HeardFile, folder: Path, look: Look) -> None:
        super().__init__(out, {"constant_memory": True, "tmpdir": str(folder)})
        self.worksheet_class = partial(_HeardSheet, look)

    def give_up(self) -> None:
        """Let go of what nobody wants, without putting together what was written of it."""
        for sheet in self.worksheets():
            for held in (sheet.row_data_fh, sheet.fh):
                with suppress(OSError, Refusal):
                    held.close()
        self.fileclosed = True


class _HeardSheet(Worksheet):  # type: ignore[misc]
    """A sheet of it: in the end its rows, of which there may be hundreds of megabytes, go from one file to another."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def _set_xml_writer(self, filename: str) -> None:
        self.internal_fh = True
        self.fh = TextIOWrapper(HeardFile(Path(filename), self._look), encoding="utf-8")
