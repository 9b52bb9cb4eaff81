"""Targets that read files of records by their readers alone: tables, records and forms as text, and workbooks.

Workbooks are spoiled as they lie packed, and part by part and packed again, so that the native reader sees them; it
runs as it does in the program, in a process of its own that may fall, but one for many workbooks.
"""

import io
import json
import multiprocessing
import random
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from snhr_desktop.exchange.reading import Choices, Source, open_source, workbook_child
from tests.exchange.workbooks import Book, open_document, workbook
from tests.torture import hostile
from tests.torture.watching import Fault, watching

_RECORD = {"code": "A", "place": "سراقب", "killed": 3, "victim": [{"name": "x", "age": 4}, {"name": "y"}]}
_TEXTS: Mapping[str, Sequence[bytes]] = {
    ".csv": [
        "رقم;المكان;قتلى\n1;سراقب;3\n2;\"ادلب; المدينة\";\n".encode(encoding) for encoding in ("utf-8-sig", "cp1256")
    ] + [b"List,,\n,,\ncode,place,killed\n#event,#loc,#affected\nA,x,3\nB,y\n"],
    ".tsv": ["code\tplace\nA\tسراقب\n".encode("utf-16")],
    ".json": [
        json.dumps([_RECORD] * 3).encode(),
        json.dumps({"results": [{"_id": 1, "group/place": "x", "victim": [{"victim/name": "y"}]}]}).encode(),
        b'{"format": "snhr-desktop dossiers", "dossiers": [{"incident": {"origin": "x:1"}}]}',
    ],
    ".jsonl": [b"\n".join([json.dumps(_RECORD).encode()] * 3)],
    ".geojson": [
        b'{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"code": "A"}, '
        b'"geometry": {"type": "Point", "coordinates": [36.8, 35.9]}}]}'
    ],
    ".xml": [
        b'<?xml version="1.0"?><data id="incident" version="1"><date>2018-03-22</date><victim><name>x</name></victim>'
        b"<victim><name>y</name></victim><meta><instanceID>uuid:1</instanceID></meta></data>",
        b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c SYSTEM "file:///etc/passwd">]><a><code>&b;&c;</code></a>',
    ],
}  # fmt: skip
_ENCODINGS = ("", "utf-8", "utf-16", "cp1256", "ascii", "base64", "\0")
_SIGNS = ("", ",", ";", "\t", "é", '"', ";;")
_MOST = 2_000
_LONGEST = 20.0

Take = Callable[[random.Random], str]
"""As in `targets`."""


@contextmanager
def texts_read(place: Path) -> Iterator[Take]:
    """Tables, records and forms as text, read as guessed or as somebody chose."""

    def take(dice: random.Random) -> str:
        ending = dice.choice(sorted(_TEXTS))
        path = place / f"given{ending}"
        path.write_bytes(hostile.spoiled(dice, _TEXTS[ending]))
        choices = Choices()
        if dice.random() < 0.3:
            header = dice.choice((0, 0, 0, 1, 3, 10**6))
            choices = Choices("", header, dice.choice(_ENCODINGS), dice.choice(_SIGNS))
        return _whole(open_source(path, choices))

    yield take


def _whole(source: Source) -> str:
    for row in islice(source.rows(), _MOST):
        assert row.number > 0
        for column in row.cells or ():
            assert source.own or column in source.columns, "a cell under no column"
            source.cell_name(row, column)
        for listed in row.lists.values():
            assert all(isinstance(one, Mapping) for one in listed)
    return "read"


@contextmanager
def workbooks_read(place: Path) -> Iterator[Take]:
    """Workbooks, packed parts and all: nothing is unpacked to the disk, and what ends the reader ends it alone."""
    good = _workbooks(place)
    reader = _Reader(place)

    def take(dice: random.Random) -> str:
        ending = dice.choice(sorted(good))
        path = place / f"given{ending}"
        whole = dice.choice(good[ending])
        path.write_bytes(hostile.spoiled(dice, [whole]) if dice.random() < 0.2 else _by_part(dice, whole))
        return _whole(open_source(path)) if dice.random() < 0.01 else reader.says(path)

    with closing(reader):
        yield take


def _workbooks(place: Path) -> Mapping[str, Sequence[bytes]]:
    rows: list[list[Any]] = [["List"], [], ["code", "المكان", "killed"], ["A", "سراقب", 3], ["B", "x", 0.5]]

    def change(book: Book) -> None:
        first, second = book.worksheets()
        first.merge_range("A6:A7", "C")
        first.write_formula("C6", "=1+1", None, 2)
        second.hide()

    book = workbook(place / "good.xlsx", {"One": rows, "Two": [["x"], [True]]}, change).read_bytes()
    return {".xlsx": [book], ".ods": [open_document(place / "good.ods", [["code", "x"], ["A", "سراقب"]]).read_bytes()]}


def _by_part(dice: random.Random, whole: bytes) -> bytes:
    """The workbook with one of its parts spoiled or named otherwise, and packed again."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as after:
        names = before.namelist()
        chosen = dice.choice([name for name in names if "sheet" in name or "content" in name] + names)
        for name in names:
            said = before.read(name)
            after.writestr(name, hostile.spoiled(dice, [said]) if name == chosen else said)
        if dice.random() < 0.2:
            after.writestr(dice.choice(("../slipped.xml", "/slipped.xml", "..\\slipped", "x" * 300)), b"<a/>")
    return held.getvalue()


class _Reader:
    """The process that reads: one for many workbooks, another once it fell."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._start()

    def says(self, path: Path) -> str:
        """How a workbook was read. Raises `Fault` where it wrote a file; that it fell is an answer."""
        self._here.send(str(path))
        try:
            said: str = self._here.recv() if self._here.poll(_LONGEST) else "hung"
        except (EOFError, OSError):
            said = "fell"
        if said in ("hung", "fell"):
            self.close()
            self._start()
        if said == "hung" or said.startswith("touched"):
            raise Fault(said)
        return said

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self._here.close()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, str(self._place)), daemon=True)
        self._process.start()
        there.close()
        if not self._here.poll(60) or self._here.recv() != "ready":
            raise Fault("the reader does not start")


def _serve(there: Connection, place: str) -> None:
    workbook_child._limit()
    there.send("ready")
    while True:
        try:
            path = Path(there.recv())
        except EOFError:
            return
        with watching(Path(place)) as outside:
            words = list(islice(workbook_child._words(path, "", 0, checked=False), _MOST))
            json.dumps(words, default=workbook_child._plain)
        there.send(f"touched {outside[0]}" if outside else "refused" if words[-1][0] == "refused" else "read")
