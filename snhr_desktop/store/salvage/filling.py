"""The new file: the same schema, and every row of the damaged one that could be read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from snhr_desktop.store.migrate import migrate
from snhr_desktop.store.migrations import STEPS
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


def fill(new: "Connection", damaged: Damaged, version: int) -> Found:
    """Take the steps of the schema up to a version and bring in what can be read."""
    with whole(new):
        migrate(new, STEPS[:version])
    new.execute("PRAGMA foreign_keys = off")
    found: Found = {}
    with whole(new):
        for table, numbered in tables(new):
            found[table] = _bring(new, damaged, table, numbered)
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
    lost = sum(high - low + 1 for low, high in damaged.lost.get(table, ())) + damaged.unread.get(table, 0)
    return _count(new, table) - before, None if table in damaged.guessed else lost


def _insert(new: "Connection", statement: str, rows: list[Row]) -> None:
    new.executemany(statement, rows)


def _count(connection: "Connection", table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
