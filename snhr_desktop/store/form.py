"""Has the file the form that the program gives it: tables, indexes, and the triggers that guard what is never changed?

A trigger that was planted could let a draft be lost unseen, a view in place of a table tell other figures on some days
alone. So the whole form is held against that of an empty store, made by the same steps.
"""

from collections.abc import Iterator
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING

from snhr_desktop.store import driver
from snhr_desktop.store.migrations import STEPS

if TYPE_CHECKING:
    from sqlite3 import Connection


def differing(connection: "Connection") -> Iterator[str]:
    """Kind and name of what is missing, besides, or made otherwise."""
    held = _of(connection)
    due = _due(STEPS)
    yield from (" ".join(one) for one in sorted(due.keys() | held.keys()) if due.get(one) != held.get(one))


@cache
def _due(steps: tuple[tuple[str, ...], ...]) -> dict[tuple[str, str], str]:
    with closing(driver.scratch()) as connection:
        for statement in (statement for step in steps for statement in step):
            connection.execute(statement)
        return _of(connection)


def _of(connection: "Connection") -> dict[tuple[str, str], str]:
    """What makes each table, index, trigger and view; SQLite's own and what notes the steps are left out."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master"
        r" WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\_%' ESCAPE '\'"
        " AND NOT (tbl_name = '_sqlite_migrations' AND type IN ('table', 'index'))"
    )
    return {(kind, name): " ".join(sql.split()) for kind, name, sql in rows.fetchall()}
