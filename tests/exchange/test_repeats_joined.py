"""Rows of repeats and the records they belong to: each is joined to its own, or told; none is lost unseen."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.exchange.reading import open_source
from snhr_desktop.exchange.reading.remarks import REPEATS_ALONE
from snhr_desktop.exchange.reading.source import Source
from snhr_desktop.exchange.refusals import UnreadableFile
from snhr_desktop.i18n import ARABIC, ENGLISH, bare

LONG = "a_very_long_name_of_a_repeat_group_of_houses"
KOBO = ("_index", "_parent_table_name", "_parent_index")


def workbook(path: Path, sheets: Mapping[str, list[tuple[object, ...]]]) -> Source:
    """A workbook as Kobo writes it, whose sheets have the first 31 letters of their names, opened."""
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name[:31])
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return open_source(path)


def joined(source: Source, part: str, column: str) -> dict[str, list[object]]:
    """What the records hold of one repeat, by the title of the record."""
    return {str((row.cells or {})["title"]): [one[column] for one in row.lists.get(part, ())] for row in source.rows()}


def alone(source: Source) -> tuple[int, tuple[str, ...]]:
    """How many rows were told to belong to no record, and where they stand."""
    told = [one for one in source.remarks if one.message is REPEATS_ALONE]
    for one in told:
        assert one.tell(ENGLISH) != one.tell(ARABIC)
    return (told[0].values["count"], told[0].values["rows"]) if told else (0, ())  # type: ignore[return-value]


@pytest.mark.parametrize("main", ["main", "Sheet1"], ids=["named", "renamed by somebody"])
def test_a_repeat_within_one_whose_name_a_workbook_cuts_is_joined_to_its_record(tmp_path: Path, main: str) -> None:
    source = workbook(
        tmp_path / "k.xlsx",
        {
            main: [("_index", "title"), (1, "One"), (2, "Two"), (3, "Three")],
            LONG: [(*KOBO, "house"), (1, "main", 3, "first"), (2, "main", 3, "second")],
            "victim": [(*KOBO, "name"), (1, LONG, 1, "Ann"), (2, LONG, 2, "Bob")],
        },
    )
    assert joined(source, "victim", "name") == {"One": [], "Two": [], "Three": ["Ann", "Bob"]}
    assert alone(source) == (0, ())


def test_a_line_below_the_table_takes_no_other_row_from_its_record(tmp_path: Path) -> None:
    """Somebody renamed the sheet of records, and added up the rows of another."""
    source = workbook(
        tmp_path / "k.xlsx",
        {
            "Sheet1": [("_index", "title"), (1, "One")],
            "victim": [(*KOBO, "name"), (1, "main", 1, "Ann"), (2, "main", 1, "Bob"), ("", "", "", "2 persons")],
        },
    )
    assert joined(source, "victim", "name") == {"One": ["Ann", "Bob"]}
    assert alone(source) == (1, ("victim 4",))


def test_rows_whose_parent_is_not_there_are_joined_to_none_and_told(tmp_path: Path) -> None:
    source = workbook(
        tmp_path / "k.xlsx",
        {
            "main": [("_index", "title"), (1, "One"), (2, "Two")],
            "houses": [(*KOBO, "house"), (1, "main", 1, "first"), (2, "main", 9, "of no record")],
            "victim": [
                (*KOBO, "name"),
                (1, "gone", 1, "Ann"),
                (2, "houses", 7, "Bob"),
                (3, "houses", 2, "C"),
                (4, "main", 2, "D"),
            ],
        },
    )
    assert joined(source, "victim", "name") == {"One": [], "Two": ["D"]}
    assert joined(source, "houses", "house") == {"One": ["first"], "Two": []}
    assert alone(source) == (4, ("houses 3", "victim 2", "victim 3", "victim 4"))


def test_keys_that_lead_to_no_record_are_told(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("KEY,title\nu1,One\nu2,Two\n", encoding="utf-8")
    (tmp_path / "m-victims.csv").write_text("PARENT_KEY,KEY,name\nu1,k1,Ann\nu9,k2,Orphan\n", encoding="utf-8")
    (tmp_path / "m-wounds.csv").write_text("PARENT_KEY,KEY,wound\nk1,w1,arm\nw2,w3,x\nw3,w2,y\n", encoding="utf-8")
    source = open_source(tmp_path / "m.csv")
    assert joined(source, "victims", "name") == {"One": ["Ann"], "Two": []}
    assert joined(source, "wounds", "wound") == {"One": ["arm"], "Two": []}
    assert alone(source) == (3, ("victims 3", "wounds 3", "wounds 4"))


def test_a_folder_refuses_repeats_that_do_not_say_whose_they_are(tmp_path: Path) -> None:
    (tmp_path / "incidents.csv").write_text("KEY,title\nu1,One\n", encoding="utf-8")
    repeats = tmp_path / "victims.csv"
    repeats.write_text("PARENT_KEY,KEY,name\nu1,k1,Ann\n", encoding="utf-8")
    for language, words in ((ENGLISH, "does not say to which table"), (ARABIC, "لا يبيّن اسمه")):
        with pytest.raises(UnreadableFile) as refused:
            open_source(tmp_path)
        assert words in refused.value.tell(language)
        assert "incidents-victims.csv" in refused.value.tell(language)
    repeats.rename(tmp_path / "incidents-victims.csv")
    assert joined(open_source(tmp_path), "victims", "name") == {"One": ["Ann"]}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(above=st.lists(st.integers(0, 12), max_size=12), records=st.integers(1, 3))
def test_every_row_of_a_repeat_is_joined_to_its_record_or_told(
    above: list[int], records: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Rows name a record, each other, themselves, or nothing that is there."""
    folder = tmp_path_factory.mktemp("repeats")
    keys = [*(f"r{n}" for n in range(records)), *(f"c{n}" for n in range(len(above)))]
    parents = [keys[at] if at < len(keys) else "nobody" for at in above]

    def record_of(at: int, seen: tuple[int, ...] = ()) -> str | None:
        name = parents[at]
        if name in keys[:records]:
            return name
        if name == "nobody" or at in seen:
            return None
        return record_of(int(name[1:]), (*seen, at))

    (folder / "m.csv").write_text("KEY,title\n" + "".join(f"{k},{k}\n" for k in keys[:records]), encoding="utf-8")
    rows = "".join(f"{parent},c{at},n{at}\n" for at, parent in enumerate(parents))
    (folder / "m-part.csv").write_text(f"PARENT_KEY,KEY,name\n{rows or 'r0,c,n'}", encoding="utf-8")
    source = open_source(folder / "m.csv")
    found = joined(source, "part", "name")
    expected = {key: [f"n{at}" for at in range(len(above)) if record_of(at) == key] for key in keys[:records]}
    if above:
        assert found == expected
        assert alone(source)[0] == sum(record_of(at) is None for at in range(len(above)))


@pytest.mark.parametrize(
    ("header", "row", "said"),
    [
        ("name,_index,_parent_table_name,_parent_index,_submission__id", "Ann,1,main visits,3,77", "“main visits”"),
        ("name,KEY,PARENT_KEY", "Ann,uuid:1/victim[1],uuid:1", "belong to the records of another table."),
    ],
)
def test_a_table_of_repeats_that_is_chosen_alone_is_refused(tmp_path: Path, header: str, row: str, said: str) -> None:
    path = tmp_path / "victim.csv"
    path.write_text(f"{header}\n{row}\n", encoding="utf-8")
    with pytest.raises(UnreadableFile) as refused:
        open_source(path)
    assert said in bare(refused.value.tell(ENGLISH))
    assert "المجلد" in bare(refused.value.tell(ARABIC))
