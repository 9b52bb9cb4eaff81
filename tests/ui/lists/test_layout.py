"""How a list is laid out: kept as text, read back, and never in a way that shows nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.ui.incidents.columns import COLUMNS
from snhr_desktop.ui.lists.layout import LEAST, MOST, MOST_FROZEN, Layout, read_layout, usual

KEYS = [column.key for column in COLUMNS]


@given(
    st.lists(st.sampled_from(KEYS), min_size=1, unique=True),
    st.dictionaries(st.sampled_from(KEYS), st.integers(LEAST, MOST)),
)
def test_a_layout_reads_as_it_was_written(keys: list[str], widths: dict[str, int]) -> None:
    layout = Layout(tuple(keys), widths, min(1, len(keys) - 1))
    assert read_layout(layout.dump(), COLUMNS) == layout


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", "null", '{"keys": 3}', '{"keys": ["none"], "widths": {}, "frozen": 0}']
)
def test_what_does_not_read_is_as_good_as_none(text: str) -> None:
    assert read_layout(text, COLUMNS) == usual(COLUMNS)


def test_numbers_beyond_reason_are_brought_back() -> None:
    kept = json.dumps({"keys": ["date", "place", "date"], "widths": {"date": 1, "place": 99999}, "frozen": 77})
    assert read_layout(kept, COLUMNS) == Layout(("date", "place"), {"date": LEAST, "place": MOST}, 1)
    every = json.dumps({"keys": KEYS, "widths": {}, "frozen": 77})
    assert read_layout(every, COLUMNS).frozen == MOST_FROZEN
