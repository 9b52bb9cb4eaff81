"""Many rows put in by one statement are as if each had been put in by itself; what hangs on a thing is found by it."""

from contextlib import closing
from itertools import chain
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.store.driver import scratch
from snhr_desktop.store.inserting import Hung, in_columns, insert
from tests.builders import HOSTILE_TEXTS

COLUMNS = ("id", "said", "counted", "placed")
TABLE = "(id INTEGER PRIMARY KEY, said TEXT NOT NULL, counted INTEGER, placed REAL) STRICT"
CELLS = st.tuples(
    st.sampled_from(["", "0", "?", *HOSTILE_TEXTS]), st.sampled_from([None, 0, 1, False]), st.sampled_from([None, 0.0])
)


@given(st.one_of(st.lists(CELLS, max_size=40), st.builds(lambda cells, n: [cells] * n, CELLS, st.integers(1, 40))))
def test_all_at_once_are_as_one_by_one(given: list[tuple[str, int | None, float | None]]) -> None:
    rows = [(number, *cells) for number, cells in enumerate(given)]
    with closing(scratch()) as connection:
        for table in ("once", "each"):
            connection.execute(f"CREATE TABLE {table} {TABLE}")
        if rows:
            insert(connection, "once", COLUMNS, in_columns(rows))
        connection.executemany("INSERT INTO each VALUES (?, ?, ?, ?)", rows)
        held = [
            connection.execute(f"SELECT *, typeof(counted), typeof(placed) FROM {table} ORDER BY id").fetchall()
            for table in ("once", "each")
        ]
    assert held[0] == held[1]


@given(st.lists(st.lists(CELLS, max_size=3), min_size=1, max_size=30), st.randoms())
def test_rows_are_picked_by_what_they_hang_on(things: list[list[tuple[Any, ...]]], chance: Random) -> None:
    of = [at for at, rows in enumerate(things) for _ in rows]
    hung = Hung.on(of, list(chain.from_iterable(things)))
    assert [[row for _, row in hung.rows(of)] for of in range(len(things))] == things
    order = chance.choices(range(len(things)), k=len(things))
    picked = Hung.picked([(hung, of) for of in order])
    assert [[row for _, row in picked.rows(at)] for at in range(len(order))] == [things[of] for of in order]
