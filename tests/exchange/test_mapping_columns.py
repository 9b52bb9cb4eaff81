"""A mapping column by column: told, taken out, brought in; what is changed can be written and read again."""

from dataclasses import replace

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.guessing import guess
from snhr_desktop.exchange.mapping import DateRule, FieldRule, FileMapping, PlaceRule, RecordRule, TollRule
from snhr_desktop.exchange.mapping.columns import targets_of, with_column, without_column
from snhr_desktop.exchange.mapping_file import bundled, read, write

MAPPING = FileMapping(
    code="list",
    name_en="List",
    name_ar="قائمة",
    key="id",
    ignored=frozenset({"staff"}),
    exclusive=(("civil", "armed"),),
    incident={
        "title_en": FieldRule(columns=("title", "other")),
        "narrative_en": FieldRule(template="{text}, {more}"),
        "status": FieldRule(value="reported"),
    },
    records={
        "victims": (
            RecordRule({"name_ar": FieldRule(columns=("name",)), "age": FieldRule(columns=("age",))}, source="people"),
            RecordRule({"number": FieldRule(each=True), "outcome": FieldRule(value="injured")}, each=("hurt",)),
        )
    },
    date=DateRule("day", until="last"),
    place=PlaceRule(pcodes=("code",), community="town", latitude="lat", longitude="lon"),
    toll=TollRule("least", "most"),
)


def test_what_each_column_is_taken_for() -> None:
    told = targets_of(MAPPING)
    assert told["", "title"] == told["", "other"] == "incident.title_en"
    assert told["people", "age"] == "victims.age"
    assert told["", "hurt"] == "injured"
    assert (told["", "day"], told["", "last"], told["", "lat"]) == ("date.column", "date.until", "place.latitude")
    assert (told["", "id"], told["", "staff"]) == ("file.key", "ignored")


@pytest.mark.parametrize(
    ("outcome", "target"),
    [("killed", "killed"), ("injured", "injured"), ("detained", "victims.number"), ("missing", "victims.number")],
)
def test_a_column_that_counts_people_is_taken_for_what_became_of_them(outcome: str, target: str) -> None:
    rule = RecordRule({"number": FieldRule(each=True), "outcome": FieldRule(value=outcome)}, each=("of them",))
    assert targets_of(replace(MAPPING, records={"victims": (rule,)}))["", "of them"] == target


@pytest.mark.parametrize("mapping", [MAPPING, *bundled()], ids=lambda mapping: mapping.code)
def test_a_column_that_was_taken_out_is_read_by_nothing_but_the_key(mapping: FileMapping) -> None:
    for column in mapping.used() - set(mapping.keys):
        left = without_column(mapping, column)
        assert column not in left.used()
        assert left.code == mapping.code
    assert without_column(mapping, mapping.keys[0]).keys == mapping.keys


@pytest.mark.parametrize(
    ("target", "reads"),
    [
        ("file.key", lambda found: found.key),
        ("date.column", lambda found: found.date.column),
        ("date.until", lambda found: found.date.until),
        ("place.pcodes", lambda found: found.place.pcodes[0]),
        ("place.district", lambda found: found.place.district),
        ("toll.maximum", lambda found: found.toll.maximum),
        ("incident.title_ar", lambda found: found.incident["title_ar"].columns[0]),
        ("weapons.weapon", lambda found: found.records["weapons"][0].fields["weapon"].columns[0]),
        ("killed", lambda found: found.records["victims"][-1].each[0]),
    ],
)
def test_a_column_that_was_brought_in_is_read(target: str, reads: object) -> None:
    from snhr_desktop.exchange.reading import Row, Source

    rows = (Row(1, {"x": "2018-03-22"}), Row(2, {"x": "2018-03-23"}))
    source = Source("a.csv", "csv", "", ("x",), lambda: iter(rows))
    alone = guess(source, built_in(), chosen={("", "x"): target}).mapping
    changed = with_column(MAPPING, "x", target, alone)
    assert callable(reads)
    assert reads(changed) == "x"
    if target not in ("weapons.weapon", "killed"):
        assert read(write(replace(changed, records={}))) == replace(changed, records={})
