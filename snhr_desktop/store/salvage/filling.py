"""The new file: the same schema, and every row of the damaged one that could be read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.store.migrate import migrate
from snhr_desktop.store.migrations import STEPS
from snhr_desktop.store.salvage.carving import Shape, carve, shape
from snhr_desktop.store.salvage.leaves import Row as CarvedRow
from snhr_desktop.store.salvage.pages import Pages
from snhr_desktop.store.salvage.reading import Damaged, Row
from snhr_desktop.store.upkeep import whole

if TYPE_CHECKING:
    from sqlite3 import Connection

Found = dict[str, tuple[int, int | None]]
"""For each table the rows read, and the row numbers that could not be, or None where that is not known."""

DERIVED = frozenset(
    {
        "incident_fact", "victim_fact", "facility_fact", "weapon_fact", "case_fact", "incident_line", "queue",
        "person_key", "source_name", "source_name_use", "editing",
    }
)  # fmt: skip
"""Tables that are made again from the others, or hold for a moment only."""
_OWN = ("sqlite_", "_sqlite_")


def fill(new: "Connection", damaged: Damaged, pages: Pages, version: int) -> Found:
    """Take the steps of the schema up to a version and bring in what can be read."""
    with whole(new):
        migrate(new, STEPS[:version])
    new.execute("PRAGMA foreign_keys = off")
    found: Found = {}
    with whole(new):
        for table, numbered in tables(new):
            found[table] = _bring(new, damaged, table, numbered)
        for table, more in _carved(new, damaged, pages).items():
            found[table] = found[table][0] + more, _lost(damaged, table)
    new.execute("PRAGMA foreign_keys = on")
    return found


def tables(connection: "Connection") -> Iterator[tuple[str, bool]]:
    """The tables that hold what was entered, and whether each has row numbers."""
    rows = connection.execute("SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    for name, without in sorted(rows.fetchall()):
        if name not in DERIVED and not name.startswith(_OWN):
            yield name, not without


def _bring(new: "Connection", damaged: Damaged, table: str, numbered: bool) -> tuple[int, int | None]:
    said = new.execute(f"PRAGMA table_info({table})").fetchall()
    names = [f'"{row[1]}"' for row in said]
    key = [f'"{row[1]}"' for row in sorted(said, key=lambda row: row[5]) if row[5]]
    columns = ", ".join(names)
    marks = ", ".join("?" * len(said))
    before = _count(new, table)
    parts = damaged.numbered(table, columns) if numbered else damaged.keyed(table, names, key)
    for part in parts:
        _insert(new, f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", part)
    return _count(new, table) - before, _lost(damaged, table)


def _lost(damaged: Damaged, table: str) -> int | None:
    lost = sum(high - low + 1 for low, high in damaged.lost.get(table, ())) + damaged.unread.get(table, 0)
    return None if table in damaged.guessed else lost


def _carved(new: "Connection", damaged: Damaged, pages: Pages) -> dict[str, int]:
    """Bring in rows from pages that nothing leads to any more; how many of each table."""
    shapes = [shape(new, table, damaged.lost.get(table, ())) for table, _ in tables(new) if table in damaged.lost]
    brought: dict[str, int] = {}
    for one, rows in carve(damaged.roots(), pages, shapes) if shapes else ():
        kept = [row for row in rows if _put(new, one, row)]
        brought[one.table] = brought.get(one.table, 0) + len(kept)
        damaged.found(one.table, {number for number, _ in kept})
    return brought


def _put(new: "Connection", one: Shape, row: CarvedRow) -> bool:
    """Write a carved row; whether it was one that was not there, and one that its table takes."""
    names = ", ".join(name for name, _, _ in one.columns[: len(row[1])])
    marks = ", ".join("?" * len(row[1]))
    statement = f"INSERT OR IGNORE INTO {one.table} ({names}) VALUES ({marks})"
    try:
        return new.execute(statement, one.cells(row)).rowcount > 0
    except DatabaseError:
        return False


def _insert(new: "Connection", statement: str, rows: list[Row]) -> None:
    new.executemany(statement, rows)


def _count(connection: "Connection", table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
