"""Bring a store to today's schema, step by step, with a copy of it put aside first."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from sqlite_utils import Database, Migrations

if TYPE_CHECKING:
    from sqlite3 import Connection


def migrate(
    connection: "Connection", steps: tuple[tuple[str, ...], ...], begun: Callable[[int], object] = lambda _: None
) -> None:
    """Take the steps that are missing, each whole or not at all; in the transaction of a caller, all or none.

    `begun` hears the number of each before it is taken.
    """
    migrations = Migrations("store")
    for number, statements in enumerate(steps, 1):
        migrations(name=f"{number:04}")(_step(number, statements, begun))
    migrations.apply(Database(cast(Any, connection)))


def _step(number: int, statements: tuple[str, ...], begun: Callable[[int], object]) -> Callable[[Database], None]:
    def run(database: Database) -> None:
        begun(number)
        for statement in statements:
            database.conn.execute(statement)
        database.conn.execute(f"PRAGMA user_version = {number}")

    return run
