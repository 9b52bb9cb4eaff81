"""A mapping that is written and read again is the same mapping, whatever columns and words it has."""

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.records import CHILDREN
from snhr_desktop.exchange.mapping import (
    CASE,
    ORDERS,
    ROWS,
    DateRule,
    FieldRule,
    FileMapping,
    PlaceRule,
    RecordRule,
    TollRule,
)
from snhr_desktop.exchange.mapping_file import bundled, read, write

COLUMN = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
TEXT = COLUMN | st.just("")
COLUMNS = st.lists(COLUMN, max_size=3).map(tuple)
WORDS = st.dictionaries(COLUMN, st.sampled_from(["", "day", "month", "unknown"]), max_size=3)
NAMES = ["a", "b"]
DATES = st.builds(
    DateRule,
    column=COLUMN,
    until=TEXT,
    precision=TEXT,
    precisions=WORDS,
    order=st.sampled_from(ORDERS),
    unknown=COLUMNS,
    code_column=TEXT,
    code=st.none() | st.just(re.compile(r"(?P<day>\d)(?P<month>\d)(?P<year>\d)")),
    witnesses=COLUMNS,
    mentioned_in=COLUMNS,
)
PLACES = st.builds(
    PlaceRule,
    column=COLUMN,
    separator=COLUMN,
    pcodes=COLUMNS,
    community=TEXT,
    governorates=st.dictionaries(COLUMN, COLUMNS, max_size=2),
    known=st.dictionaries(COLUMN, TEXT, max_size=2),
    dropped=COLUMNS,
    names=COLUMNS,
    latitude=TEXT,
    point=TEXT,
    precisions=st.dictionaries(COLUMN, st.sampled_from(["", "district"]), max_size=2),
    near_km=st.floats(0, 99),
    outlines=st.booleans(),
)


def field_rules(value: Any = None) -> st.SearchStrategy[FieldRule]:
    return st.builds(
        FieldRule,
        value=st.none() if value is None else st.none() | st.just(value),
        columns=COLUMNS,
        separator=TEXT,
        flags=st.dictionaries(COLUMN, st.just(""), max_size=2),
        template=TEXT,
        words=st.sampled_from(["", *NAMES]),
        order=st.sampled_from(ORDERS),
        lenient=st.booleans(),
        each=st.booleans(),
    )


def record_rules(name: str, field: str, value: Any) -> st.SearchStrategy[tuple[RecordRule, ...]]:
    assert field in {known.name for known in CHILDREN[name].fields()}
    rule = st.builds(
        RecordRule,
        fields=st.dictionaries(st.just(field), field_rules(value), max_size=1),
        each=COLUMNS,
        separator=TEXT,
        source=TEXT,
    )
    return st.lists(rule, min_size=1, max_size=2).map(tuple)


MAPPINGS = st.builds(
    FileMapping,
    code=st.just("x"),
    name_en=COLUMN,
    name_ar=COLUMN,
    key=COLUMN,
    rows=st.sampled_from([rows for rows in ROWS if rows != CASE]),
    group_by=COLUMNS,
    recognised_by=st.frozensets(COLUMN, max_size=3),
    ignored=st.frozensets(COLUMN, max_size=3),
    exclusive=st.lists(st.lists(COLUMN, min_size=2, max_size=3).map(tuple), max_size=2).map(tuple),
    licence=TEXT,
    credit=TEXT,
    words=st.just({name: {"Wort": "", "كلمة": ""} for name in NAMES}),
    incident=st.dictionaries(st.sampled_from(["title_en", "narrative_ar"]), field_rules("constant"), max_size=2),
    records=st.fixed_dictionaries({"sources": record_rules("sources", "publisher_en", "x")})
    | st.fixed_dictionaries({"victims": record_rules("victims", "sex", "male")}),
    date=st.none() | DATES,
    place=st.none() | PLACES,
    toll=st.none() | st.builds(TollRule, COLUMN, COLUMN),
)


@given(MAPPINGS)
def test_what_is_written_is_read_again(mapping: FileMapping) -> None:
    assert read(write(mapping)) == mapping


def test_the_bundled_mappings_are_written_and_read_again() -> None:
    for mapping in bundled():
        assert read(write(mapping)) == mapping
