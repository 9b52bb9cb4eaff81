"""A file whose schema cannot be read any more is given one: on a copy, by SQLite itself.

A new file is filled with as many pages as the damaged one has, and the schema is written behind them. Then the damaged
file's pages are put in the place of the filling: each is sealed for its number alone, and fits there and nowhere else.
"""

import shutil
from contextlib import closing
from pathlib import Path

from snhr_desktop.store import files
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.store.opened import connect_with
from snhr_desktop.store.salvage.outline import Outline

PAGE = 4096
_FILLING = 16_000


def graft(damaged: Path, keys: Keys, into: Path, outline: Outline) -> None:
    """Make a folder whose file has the pages of a damaged one, from the second on, and the schema of an outline."""
    files.make_folder(into)
    files.make_file(into / DATABASE)
    pages = (damaged / DATABASE).stat().st_size // PAGE
    with closing(connect_with(into, keys, read_only=False)) as connection:
        connection.execute("PRAGMA journal_mode = delete")
        connection.execute("CREATE TABLE filling (content BLOB)")
        while (have := int(connection.execute("PRAGMA page_count").fetchone()[0])) < pages:
            lacking = min(pages - have, _FILLING)
            connection.execute("INSERT INTO filling VALUES (zeroblob(?))", (lacking * (PAGE - 100),))
        connection.execute("PRAGMA writable_schema = on")
        connection.execute("BEGIN")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'filling'")
        for row in outline.rows:
            connection.execute(
                "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, ?, ?)", row
            )
        connection.execute(f"PRAGMA user_version = {outline.version}")
        connection.execute("COMMIT")
    with (damaged / DATABASE).open("rb") as given, (into / DATABASE).open("r+b") as taken:
        given.seek(PAGE)
        taken.seek(PAGE)
        shutil.copyfileobj(given, taken, 1 << 20)
