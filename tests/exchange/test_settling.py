"""The order of day and month, where a mapping leaves it to the file: settled in one reading, and called off in it."""

from collections.abc import Iterator
from itertools import count

import pytest

from snhr_desktop.exchange.conversion import settled
from snhr_desktop.exchange.mapping import CASE, FROM_COLUMN, DateRule, FieldRule, FileMapping, RecordRule
from snhr_desktop.exchange.reading import Row, Source
from snhr_desktop.exchange.refusals import ImportStopped
from snhr_desktop.exchange.watching import Waiting

COLUMNS = ("taken", "freed", "died", "seen")
ROWS = (
    Row(
        2, {"taken": "03/04/2013", "freed": "03/04/2014", "died": "3/4/2015"}, lists={"part": ({"seen": "04/25/2016"},)}
    ),
    Row(3, {"taken": "03/22/2013", "freed": "22/3/2014", "died": "x"}),
)
ORDERS = {"taken": "month", "freed": "day", "died": "day", "seen": "month"}


def made(readings: list[int]) -> tuple[FileMapping, Source]:
    """A mapping of which every date is left to the file, and the file, which notes each reading of it."""

    def rows() -> Iterator[Row]:
        readings.append(1)
        yield from ROWS

    states = [RecordRule({"date": FieldRule(columns=(name,), order=FROM_COLUMN)}) for name in COLUMNS[1:]]
    mapping = FileMapping(
        "made", "Made", "قائمة", "taken", CASE, date=DateRule("taken", order=FROM_COLUMN), records={"states": states}
    )
    return mapping, Source("a.csv", "csv", "", COLUMNS, rows)


def test_the_orders_of_all_columns_are_settled_in_one_reading() -> None:
    readings: list[int] = []
    mapping, source = made(readings)
    found = settled(mapping, source)
    assert found.date
    said = {rule.fields["date"].columns[0]: rule.fields["date"].order for rule in found.records["states"]}
    assert {"taken": found.date.order, **said} == ORDERS
    assert len(readings) == 1
    assert settled(found, source) is found
    assert len(readings) == 1


@pytest.mark.parametrize("after", [0, 1])
def test_settling_is_called_off_at_any_row(after: int) -> None:
    mapping, source = made([])
    asked = count()
    with pytest.raises(ImportStopped):
        settled(mapping, source, Waiting(wanted=lambda: next(asked) < after))
