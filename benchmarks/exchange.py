"""Rows taken in from a file and written to one, each beside the least that could be done for the same rows.

The floor of the import is the bare driver: every row that the import left in every table, words and history among them,
put by `executemany` into another store of the same kind, in one transaction. The peers of the export write the same
tables: polars and pandas, each of which holds them in memory already, where ours reads them from the encrypted store;
and polars again, reading the same rows from the open store first, as whoever uses it for this would have to.
"""

import csv
import os
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.listening import SOON, Listening
from benchmarks.result import Result
from snhr_desktop.exchange.export.asked import CSV, INTERNAL, JSON, XLSX, Asked, Watch
from snhr_desktop.exchange.export.tables import asking, tables
from snhr_desktop.exchange.refusals import ImportStopped
from snhr_desktop.exchange.watching import Waiting
from snhr_desktop.i18n import ENGLISH
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.store.outgoing import CaseChoice, outgoing
from snhr_desktop.workspace import Workspace

if TYPE_CHECKING:
    from sqlite3 import Connection

NAMES = (
    "import.vs_executemany", "export.vs_table_library", "export.vs_pandas", "export.vs_reading", "import.cancel",
    "import.progress", "export.cancel", "export.progress", "export.xlsx", "export.json", "export.csv",
)  # fmt: skip
_PROMISE = "what is promised; the longest pause of a whole run, and for an import one that was called off"
_FORMS = (Asked(XLSX, INTERNAL), Asked(JSON, INTERNAL, whole=True), Asked(CSV, INTERNAL))
ROWS = int(os.environ.get("SNHR_BENCH_ROWS", "100000"))
_WRITES_BY = ROWS / 30_000
"""Seconds after which an import of so many rows surely writes, and surely writes still."""
PASSPHRASE = "a passphrase of the bench"
MAPPING = """
[file]
code = "bench"
name_en = "Made-up list"
name_ar = "قائمة مختلقة"
key = "code"

[incident]
title_ar = "title"
kinds = { value = ["killing"] }

[date]
column = "date"

[place]
column = "place"
governorates = { "إدلب" = ["SY07"] }

[[victims]]
name_ar = "name"
age = "age"
sex = { columns = ["sex"] }
outcome = { value = "killed" }
civil_status = { value = "civilian" }

[[attributions]]
party = "party"
mode = { value = "believed" }

[[sources]]
kind = { value = "media_activist" }
"""
_GIVEN = ("أحمد", "محمد", "فاطمة", "خالد", "مريم", "يوسف", "زينب", "عمر")
_FAMILY = ("الخالد", "العبد الله", "الحسن", "المصطفى", "الإبراهيم", "الأحمد")
_TOWNS = ("حارم", "سراقب", "سلقين", "بنش", "خان شيخون", "أريحا")
_PARTIES = ("regime", "russia", "unknown")


def measure(_: Path) -> Iterator[Result]:
    """Both on stores of their own."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        table, mapping = place / "list.csv", place / "bench.toml"
        mapping.write_text(MAPPING, encoding="utf-8")
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(_rows())
        workspace, _code = Workspace.create(place / "ours.snhr", PASSPHRASE, "IDL")
        with workspace:
            called_off = _called_off(workspace, table, mapping)
            heard = Listening()
            report = workspace.import_file(table, mapping, waiting=_waiting(heard))
            ours = heard.end()
            assert (report.created, report.refused) == (ROWS, ()), report
            floor = _bare(place, workspace._store.connection)
            against = f"executemany of the {_told(workspace._store.connection):,} rows it left"
            yield Result(NAMES[0], ours, floor, against, "s", 3 * floor)
            yield Result(NAMES[4], max(called_off, heard.unasked), SOON, _PROMISE, "s", SOON)
            yield Result(NAMES[5], heard.untold, SOON, _PROMISE, "s", SOON)
            yield from _export(place, workspace)
            yield from _forms(place, workspace, ours)


def _waiting(heard: Listening) -> Waiting:
    return Waiting(heard.told, heard.wanted, heard.told, heard.settling, heard.told)


def _called_off(workspace: Workspace, table: Path, mapping: Path) -> float:
    """Seconds until an import that writes has left the store as it was."""
    heard = Listening(_WRITES_BY)
    try:
        workspace.import_file(table, mapping, waiting=_waiting(heard))
    except ImportStopped:
        return heard.since_off()
    return 0.0


def _forms(place: Path, workspace: Workspace, importing: float) -> Iterator[Result]:
    """Each further form whole, with the longest pauses of all of them."""
    taken, unasked, untold = list[float](), 0.0, 0.0
    for number, asked in enumerate(_FORMS):
        heard = Listening()
        workspace.export(asked, place / f"form-{number}", ENGLISH, Watch(heard.told, heard.wanted, heard.told))
        taken.append(heard.end())
        unasked, untold = max(unasked, heard.unasked), max(untold, heard.untold)
    yield Result(NAMES[6], unasked, SOON, _PROMISE, "s", SOON)
    yield Result(NAMES[7], untold, SOON, _PROMISE, "s", SOON)
    for name, seconds in zip(NAMES[8:], taken, strict=True):
        yield Result(name, seconds, importing, "the import of the same records", "s", None)


def _rows() -> Iterator[tuple[object, ...]]:
    yield ("code", "title", "date", "place", "name", "age", "sex", "party")
    for number in range(ROWS):
        name = f"{_GIVEN[number % 8]} {_GIVEN[number // 8 % 8]} {_FAMILY[number // 64 % 6]}"
        date = f"{number % 28 + 1}/{number % 12 + 1}/{2012 + number % 9}"
        place, party = f"إدلب: {_TOWNS[number % 6]}", _PARTIES[number % 3]
        yield (f"B{number}", f"قصف {_TOWNS[number % 6]}", date, place, name, number % 80, "", party)


def _tables(connection: "Connection") -> list[str]:
    """Every table that holds rows, those of the index of words among them."""
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE 'sqlite_%'"
    )
    return [name for (name,) in found]


def _told(connection: "Connection") -> int:
    return sum(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in _tables(connection))


def _bare(place: Path, full: "Connection") -> float:
    """Seconds that the driver alone takes; reading the rows is not counted."""
    numbered = _with_rowid(full)
    held = {
        name: full.execute(f'SELECT {"rowid, " if name in numbered else ""}* FROM "{name}"').fetchall()
        for name in _tables(full)
    }
    made, _code = Workspace.create(place / "bare.snhr", PASSPHRASE, "IDL")
    with made:
        connection = made._store.connection
        connection.execute("PRAGMA foreign_keys = off")
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for name in held:
            connection.execute(f'DELETE FROM "{name}"')
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for name, rows in held.items():
            if rows:
                columns = [said[1] for said in connection.execute(f'PRAGMA table_info("{name}")').fetchall()]
                listed = ", ".join((*(["rowid"] if name in numbered else []), *(f'"{column}"' for column in columns)))
                marks = ", ".join("?" * len(rows[0]))
                connection.executemany(f'INSERT INTO "{name}" ({listed}) VALUES ({marks})', rows)
        connection.execute("COMMIT")
        return time.perf_counter() - began


def _with_rowid(connection: "Connection") -> list[str]:
    without = {
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%WITHOUT ROWID%'").fetchall()
    }
    return [name for name in _tables(connection) if name not in without]


def _export(place: Path, workspace: Workspace) -> Iterator[Result]:
    out = place / "out"
    began = time.perf_counter()
    workspace.export(Asked(CSV, audience="internal", whole=True), out, ENGLISH)
    ours = time.perf_counter() - began
    for name, peer, against in (
        (NAMES[1], _polars(out), "polars writing the same tables, held in memory"),
        (NAMES[2], _pandas(out), "pandas writing the same tables, held in memory"),
        (NAMES[3], _polars_reading(place, workspace), "polars reading the same rows from the store, and writing them"),
    ):
        yield Result(name, ours, peer, against, "s", 2 * peer if peer else None)


def _polars(out: Path) -> float | None:
    """Seconds for the same tables, held in memory; None where polars is not there."""
    try:
        import polars
    except ImportError:
        return None
    held_tables = {path: polars.read_csv(path, infer_schema=False) for path in out.glob("*.csv")}
    began = time.perf_counter()
    for path, held in held_tables.items():
        held.write_csv(path.with_suffix(".peer"), include_bom=True)
    return time.perf_counter() - began


def _pandas(out: Path) -> float | None:
    """The same for pandas."""
    try:
        import pandas
    except ImportError:
        return None
    held_tables = {path: pandas.read_csv(path, dtype=str, keep_default_na=False) for path in out.glob("*.csv")}
    began = time.perf_counter()
    for path, held in held_tables.items():
        held.to_csv(path.with_suffix(".peer"), index=False, encoding="utf-8-sig")
    return time.perf_counter() - began


def _polars_reading(place: Path, workspace: Workspace) -> float | None:
    """Seconds for the rows of the same tables as the store keeps them: no code becomes a word, no place has a name."""
    try:
        import polars
    except ImportError:
        return None
    began = time.perf_counter()
    with workspace._store.reading() as connection:
        chosen = outgoing(connection, IncidentQuery(), CaseChoice(), counted=False)
        for table in tables(whole=True):
            asked = asking([table])
            parts = (table.kept(rows, asked) for _, rows in chosen.kept(table.kind, asked))
            if found := list(chain.from_iterable(parts)):
                frame = polars.DataFrame(found, orient="row", infer_schema_length=None)
                frame.write_csv(place / f"{table.code}.peer", include_bom=True)
    return time.perf_counter() - began
