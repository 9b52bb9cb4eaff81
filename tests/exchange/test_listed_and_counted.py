"""People whom a number counts and the same file lists by name, or place by place: each is counted once."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Victim
from snhr_desktop.exchange.conversion import MappedRows
from snhr_desktop.exchange.convert import Converted
from snhr_desktop.exchange.guessing import guess
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.mapping.changing import with_constant
from snhr_desktop.exchange.mapping.columns import with_column, without_column
from snhr_desktop.exchange.mapping_file import read, write
from snhr_desktop.exchange.reading import Row, Source, open_source
from snhr_desktop.i18n import ARABIC, ENGLISH, Language, bare
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import folder_file

ENTRIES = {
    "en": ("Killed", "Children killed", "Injured", "name", "sex", "age", "outcome"),
    "ar": ("القتلى", "القتلى من الأطفال", "الجرحى", "الاسم", "الجنس", "العمر", "مصير الضحية"),
}


def sent(language: str, counts: tuple[Any, Any, Any], people: list[tuple[Any, ...]]) -> Source:
    """One submission: numbers of killed, of children among them and of injured, and people with sex, age, outcome."""
    killed, children, injured, *told = ENTRIES[language]
    row: dict[str, Any] = {
        "_uuid": "u1",
        "Date": "2018-03-22",
        "Town": "سراقب",
        **_filled((killed, children, injured), counts),
    }
    lists = {"victim": [dict(zip(told, one, strict=True)) for one in people]}
    # the guess looks at several submissions
    other = {**row, "_uuid": "u2", **dict.fromkeys((killed, children, injured), 0)}
    names = {"victim": [dict(zip(told, ("أحمد", "male", 30, "killed"), strict=True))]}
    rows = (Row(1, row, lists=lists), Row(2, other, lists=names))
    return Source("sent.json", "json", "", tuple(other), lambda: iter(rows), lists={"victim": tuple(told)})


def _filled(names: tuple[str, ...], values: tuple[Any, ...]) -> dict[str, Any]:
    return {name: value for name, value in zip(names, values, strict=True) if value is not None}


def converted(source: Source, mapping: FileMapping | None = None) -> Converted:
    found = mapping or guess(source, built_in()).mapping
    assert read(write(found)) == found
    return MappedRows(found, built_in(), dt.date(2026, 1, 1), source.cell_name).convert([next(iter(source.rows()))])


def people(made: Converted, outcome: str = "killed") -> list[Victim]:
    assert made.dossier, made.problems
    return [one for one in made.dossier.victims if one.outcome == outcome]


def total(made: Converted, outcome: str = "killed") -> int:
    return sum(one.number for one in people(made, outcome))


AHMAD, RIMA, BABY = ("أحمد", "male", 30, "killed"), ("ريما", "female", 41, "killed"), ("سما", "female", 3, "killed")
NOBODY_KNOWS, HURT = ("هدى", "", None, "killed"), ("سامر", "male", 20, "injured")


@pytest.mark.parametrize("language", ENTRIES)
@pytest.mark.parametrize(
    ("counts", "named", "killed", "children"),
    [
        ((3, None, None), [AHMAD, RIMA], 3, 0),
        ((2, None, None), [AHMAD, RIMA], 2, 0),
        ((43, 17, None), [AHMAD, BABY], 43, 17),
        ((3, 2, None), [AHMAD, BABY], 3, 2),
        ((3, 2, None), [NOBODY_KNOWS, NOBODY_KNOWS], 3, 1),
        ((None, 2, None), [BABY], 2, 2),
        ((None, None, None), [AHMAD], 1, 0),
        ((0, None, None), [AHMAD], 1, 0),
        ((3, None, None), [], 3, 0),
    ],
)
def test_who_is_counted_and_named_is_counted_once(
    language: str, counts: tuple[Any, Any, Any], named: list[tuple[Any, ...]], killed: int, children: int
) -> None:
    made = converted(sent(language, counts, named))
    assert total(made) == killed
    young = [one for one in people(made) if one.age_group == "child" or (one.age or 99) < 18]
    assert sum(one.number for one in young) == children
    assert [one.name_ar for one in people(made) if one.name_ar] == [name for name, *_ in named]


@pytest.mark.parametrize("language", ENTRIES)
def test_the_injured_are_told_apart_from_the_killed(language: str) -> None:
    made = converted(sent(language, (2, None, 5), [AHMAD, HURT]))
    assert (total(made), total(made, "injured")) == (2, 5)


@pytest.mark.parametrize("language", ENTRIES)
def test_more_who_are_named_than_counted_are_all_taken_in_and_told(language: str) -> None:
    made = converted(sent(language, (1, None, None), [AHMAD, RIMA]))
    assert total(made) == 2
    assert [(one.topic, one.values) for one in made.findings] == [("more_listed", {"counted": 1, "listed": 2})]


def test_that_they_are_counted_once_is_told_in_the_report(workspace: Workspace, tmp_path: Path) -> None:
    given = [
        {
            "_uuid": f"u{n}",
            "Date": "2018-03-22",
            "Town": "Saraqib",
            "Killed": killed,
            "victim": [
                {"name": "Ahmad", "sex": "male", "outcome": "killed"},
                {"name": "Rima", "sex": "female", "outcome": "killed"},
            ],
        }
        for n, killed in enumerate((5, 1))
    ]
    path = folder_file(tmp_path, "sent.json", json.dumps(given))
    report = workspace.import_file(path, guess(open_source(path), built_in()).mapping)
    assert (report.created, report.doubtful) == (2, 1)
    for language, told in ((ENGLISH, "5 counted, 2 of them listed"), (ARABIC, "عدد المحسوبين 5، والمذكورون منهم 2")):
        assert told in bare(report.tell(language))


def test_a_number_that_each_row_of_an_incident_says_again_is_one(tmp_path: Path) -> None:
    text = (
        "Incident code,Date,Town,Victim name,Killed\n"
        "a,22/3/2018,Saraqib,Ahmad,5\na,22/3/2018,Saraqib,Rima,5\na,22/3/2018,Saraqib,Huda,5\nb,23/3/2018,Harim,Samir,1\n"
    )
    source = open_source(folder_file(tmp_path, "list.csv", text))
    mapping = with_constant(guess(source, built_in()).mapping, "victims", "outcome", "killed")
    assert mapping.rows == "victim"
    made = MappedRows(mapping, built_in(), dt.date(2026, 1, 1)).convert(list(source.rows())[:3])
    assert (total(made), len(people(made))) == (5, 4)


@pytest.mark.parametrize("outcome", ["", ",Outcome"])
def test_a_number_of_people_of_whom_none_is_named_is_one_though_each_row_says_it(tmp_path: Path, outcome: str) -> None:
    killed = ",killed" if outcome else ""
    text = (
        f"Incident No,Date,Town,Killed,Injured,Victim name{outcome}\n1,22/3/2018,Saraqib,3,4,Ahmad{killed}\n"
        f"1,22/3/2018,Saraqib,3,4,Rima{killed}\n1,22/3/2018,Saraqib,3,4,Huda{killed}\n2,23/3/2018,Harim,1,,Samir{killed}\n"
    )
    source = open_source(folder_file(tmp_path, "list.csv", text))
    mapping = guess(source, built_in()).mapping
    if not outcome:
        mapping = with_constant(mapping, "victims", "outcome", "killed")
    made = MappedRows(mapping, built_in(), dt.date(2026, 1, 1)).convert(list(source.rows())[:3])
    assert (total(made), total(made, "injured")) == (3, 4)


@pytest.mark.parametrize("language", [ENGLISH, ARABIC])
def test_rows_of_people_that_say_different_tolls_refuse_their_incident(tmp_path: Path, language: Language) -> None:
    text = (
        "Incident No,Date,Town,Killed,Victim name,Outcome\n1,22/3/2018,Saraqib,3,Ahmad,killed\n"
        "1,22/3/2018,Saraqib,5,Rima,killed\n2,23/3/2018,Harim,1,Samir,killed\n"
    )
    source = open_source(folder_file(tmp_path, "list.csv", text))
    made = MappedRows(guess(source, built_in()).mapping, built_in(), dt.date(2026, 1, 1), source.cell_name).convert(
        list(source.rows())[:2]
    )
    [problem] = made.problems
    assert problem.cell == "D3 (Killed)"
    assert {"3", "5"} <= set(re.findall(r"\d", bare(problem.tell(language))))


CIVILIANS = (
    "Incident code,Date,Town,Civilians killed,Victim name,Sex\n"
    + "".join(f"a,22/3/2018,Saraqib,5,{name},male\n" for name in ("Ahmad", "Omar", "Sami", "Hadi", "Nour"))
    + "b,23/3/2018,Harim,6,Huda,female\n"
)


@pytest.mark.parametrize(("at", "killed"), [(slice(0, 5), 5), (slice(5, 6), 6)])
def test_civilians_who_are_counted_and_named_are_civilians(tmp_path: Path, at: slice, killed: int) -> None:
    source = open_source(folder_file(tmp_path, "list.csv", CIVILIANS))
    mapping = with_constant(guess(source, built_in()).mapping, "victims", "outcome", "killed")
    made = MappedRows(mapping, built_in(), dt.date(2026, 1, 1)).convert(list(source.rows())[at])
    assert total(made) == killed
    assert {one.civil_status for one in people(made)} == {"civilian"}
    assert [one.topic for one in made.findings if one.topic.endswith("listed")] == ["also_listed"]


@pytest.mark.parametrize("language", ENTRIES)
def test_children_who_are_all_named_without_an_age_are_children(language: str) -> None:
    made = converted(sent(language, (None, 2, None), [NOBODY_KNOWS, NOBODY_KNOWS]))
    assert [one.age_group for one in people(made)] == ["child", "child"]


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(
    numbers=st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda two: two[1] <= two[0]),
    named=st.lists(st.sampled_from([AHMAD, RIMA, BABY, NOBODY_KNOWS]), max_size=6),
)
def test_no_child_that_is_counted_is_lost_unless_it_is_told(
    numbers: tuple[int, int], named: list[tuple[Any, ...]]
) -> None:
    made = converted(sent("en", (*numbers, None), named))
    young = sum(one.number for one in people(made) if one.age_group == "child" or (one.age or 99) < 18)
    topics = {one.topic for one in made.findings}
    assert total(made) >= numbers[0]
    assert young >= numbers[1] or topics & {"listed_unsure", "more_listed"}


@pytest.mark.parametrize("names", [("Killed", "killed"), ("القتلى", "القتلى")])
def test_a_whole_of_the_record_and_numbers_of_its_places_count_once(tmp_path: Path, names: tuple[str, str]) -> None:
    whole, part = names
    given = [
        {"_uuid": f"u{n}", "Date": "2018-03-22", "Town": "سراقب", whole: 9, "house": [{part: 4}, {part: 3}]}
        for n in (1, 2)
    ]
    made = converted(open_source(folder_file(tmp_path, "sent.json", json.dumps(given))))
    assert sorted(one.number for one in people(made)) == [2, 3, 4]


def test_a_column_that_a_person_takes_for_a_number_later_knows_of_those_who_are_named() -> None:
    source = sent("en", (5, None, None), [AHMAD])
    whole = guess(source, built_in())
    without = without_column(whole.mapping, "Killed")
    alone = guess(source, built_in(), chosen={("", "Killed"): "killed", ("victim", "name"): ""}).mapping
    again = with_column(without, "Killed", "killed", alone)
    [counting] = [rule for rule in again.records["victims"] if rule.each == ("Killed",)]
    assert counting.listed
    assert total(converted(source, again)) == 5


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(
    killed=st.integers(0, 6),
    named=st.lists(st.sampled_from([AHMAD, RIMA, BABY, NOBODY_KNOWS]), max_size=8),
    hurt=st.lists(st.just(HURT), max_size=2),
)
def test_the_total_is_the_number_or_those_named_where_they_are_more(
    killed: int, named: list[tuple[Any, ...]], hurt: list[tuple[Any, ...]]
) -> None:
    made = converted(sent("en", (killed, None, None), [*named, *hurt]))
    assert total(made) == max(killed, len(named))
    assert total(made, "injured") == len(hurt)
