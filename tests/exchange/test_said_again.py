"""What many rows say alike is parsed once, and taken or refused in each of them as if it stood there alone."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange import mapping_file
from snhr_desktop.exchange.conversion import MappedRows
from snhr_desktop.exchange.convert import Converted
from snhr_desktop.exchange.reading import Row

MAPPING = mapping_file.read("""
[file]
code = "again"
name_en = "A list"
name_ar = "قائمة"
key = "code"

[incident]
title_en = "title"

[date]
column = "date"

[[attributions]]
party = "party"
mode = { columns = ["mode"] }

[[sources]]
kind = { columns = ["kind"] }
pseudonym = "called"
stated_on = "stated"
stated_killed = "killed"
""")
CELLS = st.fixed_dictionaries(
    {
        "party": st.sampled_from(["regime", "russia", "nobody", ""]),
        "mode": st.sampled_from(["believed", "named", ""]),
        "kind": st.sampled_from(["witness", "media_activist", ""]),
        "called": st.sampled_from(["", "Abu Ali", "x" * 400]),
        "stated": st.sampled_from(["", "2018-03-22", "32/13/2018"]),
        "killed": st.sampled_from(["", "0", "7", "-1", "7.0", "٧", 7, 7.0, True]),
    }
)


def converter() -> MappedRows:
    return MappedRows(MAPPING, built_in(), dt.date(2026, 1, 1), hints=True)


@given(st.lists(CELLS, min_size=2, max_size=6))
def test_a_row_is_taken_as_if_it_were_alone(said: list[dict[str, object]]) -> None:
    rows = [
        Row(number, {"code": f"A{number}", "title": "Shelling", "date": "2018-03-20", **cells})
        for number, cells in enumerate(said + said, 1)
    ]
    together, alone = converter(), [converter().convert([row]) for row in rows]
    found: list[Converted] = [together.convert([row]) for row in rows]
    assert found == alone
    assert [repr(one) for one in found] == [repr(one) for one in alone]
