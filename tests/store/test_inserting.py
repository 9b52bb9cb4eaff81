"""Many rows put in by one statement are as if each had been put in by itself."""

from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.store.driver import scratch
from snhr_desktop.store.inserting import insert
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
            insert(connection, "once", COLUMNS, rows)
        connection.executemany("INSERT INTO each VALUES (?, ?, ?, ?)", rows)
        held = [
            connection.execute(f"SELECT *, typeof(counted), typeof(placed) FROM {table} ORDER BY id").fetchall()
            for table in ("once", "each")
        ]
    assert held[0] == held[1]
