"""Workbooks: sheets, headers, merged cells, dates and formulas, and those that are broken or made to hurt."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop import paths
from snhr_desktop.exchange.reading import Choices, Sheet, Source, open_source
from snhr_desktop.exchange.refusals import UnreadableFile
from snhr_desktop.i18n import ARABIC, ENGLISH
from tests.exchange.workbooks import Book, changed, open_document, workbook

SHARED = paths.root().parent / "shared" / "data"
MOMENT = dt.datetime(2018, 1, 2, 13, 30)  # noqa: DTZ001 - a cell has no zone
SHEET = "xl/worksheets/sheet1.xml"
with_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared files are not on this machine")


def cells(source: Source) -> list[dict[str, Any]]:
    return [{name: cell for name, cell in (row.cells or {}).items() if cell is not None} for row in source.rows()]


def told(source: Source) -> str:
    assert all(remark.tell(ARABIC) for remark in source.remarks)
    return "\n".join(remark.tell(ENGLISH) for remark in source.remarks).replace("\u2068", "").replace("\u2069", "")


def refusal(path: Path, choices: Choices | None = None) -> str:
    with pytest.raises(UnreadableFile) as refused:
        open_source(path, choices)
    assert refused.value.tell(ARABIC).endswith("لم يُستورد شيء.")
    return refused.value.tell(ENGLISH).replace("\u2068", "").replace("\u2069", "")


def test_a_sheet_has_titles_days_numbers_and_text_that_looks_like_one(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["سجل المكتب"],
        [],
        ["code", "date", "killed", "share", "yes"],
        ["007", dt.date(2017, 5, 6), 3, 0.5, True],
        ["8", MOMENT, None, None, None],
    ]
    source = open_source(workbook(tmp_path / "a.xlsx", {"قائمة": rows}))
    assert cells(source) == [
        {"code": "007", "date": dt.date(2017, 5, 6), "killed": 3, "share": 0.5, "yes": True},
        {"code": "8", "date": MOMENT},
    ]
    first = source.sample(1)[0]
    assert (first.number, source.cell_name(first, "killed")) == (4, "قائمة!C4")
    assert source.chosen == Choices("قائمة", 3)


def test_days_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": True, "default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["code", "date"])
        sheet.write_row(1, 0, ["A", dt.date(2017, 5, 6)])
    assert cells(open_source(path)) == [{"code": "A", "date": dt.date(2017, 5, 6)}]


def test_hidden_sheets_are_told_and_never_taken_unasked(tmp_path: Path) -> None:
    sheets = {"secret": [["code"], ["X"]], "open": [["code"], ["A"]]}

    def hide(book: Book) -> None:
        book.get_worksheet_by_name("open").activate()
        book.get_worksheet_by_name("secret").hide()

    path = workbook(tmp_path / "a.xlsx", sheets, hide)
    source = open_source(path)
    assert source.sheets == (Sheet("secret", True), Sheet("open"))
    assert cells(source) == [{"code": "A"}]
    assert "Hidden sheets, read only where they are chosen: secret" in told(source)
    assert cells(open_source(path, Choices(sheet="secret"))) == [{"code": "X"}]
    assert "it has no sheet “none”" in refusal(path, Choices(sheet="none"))


def test_merged_cells_count_for_their_rows_but_numbers_once(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["no", "place", "killed", "victim", None, "said", None],
        [None, None, None, "name", "age", "name", "age"],
        [1, "سراقب", 2, "A", 3],
        [None, None, None, "B", 4],
        [2, "Idlib", 1, "C", 5, "D", 6],
    ]

    def merge(book: Book) -> None:
        sheet = book.worksheets()[0]
        for span, said in (("A1:A2", "no"), ("B1:B2", "place"), ("C1:C2", "killed"), ("D1:E1", "victim")):
            sheet.merge_range(span, said)
        for span, cell in (("F1:G1", "said"), ("A3:A4", 1), ("B3:B4", "سراقب"), ("C3:C4", 2)):
            sheet.merge_range(span, cell)

    source = open_source(workbook(tmp_path / "a.xlsx", {"s": rows}, merge))
    assert source.columns == ("no", "place", "killed", "victim: name", "victim: age", "said: name", "said: age")
    assert [(row["no"], row["place"], row.get("killed")) for row in cells(source)] == [
        (1, "سراقب", 2),
        (1, "سراقب", None),
        (2, "Idlib", 1),
    ]
    assert "Merged cells were filled" in told(source)


def test_a_formula_is_never_worked_out_and_told_where_it_has_no_value(tmp_path: Path) -> None:
    def formulas(book: Book) -> None:
        book.worksheets()[0].write_formula("B2", "=1+1", None, 2)
        book.worksheets()[0].write_formula("B3", '=HYPERLINK("http://example.org")', None, "")
        book.worksheets()[0].write_formula("B4", "=1/0", None, "#DIV/0!")

    path = workbook(tmp_path / "a.xlsx", {"s": [["code", "n"], ["A"], ["B"], ["C"]], "t": [["code"], ["A"]]}, formulas)
    changed(path, SHEET, lambda xml: xml.replace(b"<v></v>", b""))
    source = open_source(path)
    assert cells(source) == [{"code": "A", "n": 2}, {"code": "B"}, {"code": "C"}]
    assert "never worked out, or failed, count as blank (2): B3 and B4" in told(source)
    assert "formula" not in told(open_source(path, Choices(sheet="t")))


def test_a_workbook_whose_name_says_otherwise_is_one(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"s": [["code"], ["A"]]})
    assert cells(open_source(path.rename(tmp_path / "a.csv"))) == [{"code": "A"}]


def test_an_open_document_is_read_alike(tmp_path: Path) -> None:
    path = open_document(tmp_path / "a.ods", [["code", "المكان"], ["A", "سراقب"]])
    assert cells(open_source(path)) == [{"code": "A", "المكان": "سراقب"}]


def test_a_workbook_longer_than_the_first_look_is_read_whole(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["code", "n"], *(["A", number] for number in range(3_000))]
    source = open_source(workbook(tmp_path / "a.xlsx", {"s": rows}))
    assert [row["n"] for row in cells(source)] == list(range(3_000))
    assert len(source.sample(150)) == 150
    assert len(source.sample(5_000)) == 3_000
    some = source.rows()
    assert next(some).number == 2
    some.close()  # type: ignore[attr-defined]  # whoever stops early leaves no process behind


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.xls"])
def test_what_only_its_name_calls_a_workbook_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("code,place\nA,B\n")
    assert "not the workbook its name says" in refusal(tmp_path / name)


def test_broken_workbooks_are_told(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "a.xlsx", {"s": [["code"], ["A"]]}).read_bytes()
    (tmp_path / "cut.xlsx").write_bytes(whole[: len(whole) // 2])
    assert "the workbook is damaged" in refusal(tmp_path / "cut.xlsx")
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "damaged" in refusal(tmp_path / "old.xls")
    path = workbook(tmp_path / "b.xlsx", {"s": [["code"], ["A"]]})
    assert "the workbook is damaged" in refusal(changed(path, SHEET, lambda xml: xml[:-40]))


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    lol = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    path = workbook(tmp_path / "a.xlsx", {"s": [["code"], ["A"]]})
    changed(path, SHEET, lambda xml: xml.replace(b"?>", b"?>" + lol, 1))
    assert "it declares entities" in refusal(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"s": [["code"], ["A"]]})
    changed(path, SHEET, lambda xml: xml.replace(b"</worksheet>", b" " * (70 << 20) + b"</worksheet>"))
    assert path.stat().st_size < 100_000
    assert "would unpack to 70 MB: it was made to harm" in refusal(path)


def test_a_sheet_whose_last_cell_is_the_very_last_takes_the_reader_alone_along(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", {"s": [["code"], ["A"]]}, lambda book: book.worksheets()[0].write("XFD1048576", 1)
    )
    assert "more memory or time" in refusal(path)


def test_cells_repeated_without_end_are_not_spread_out(tmp_path: Path) -> None:
    path = open_document(tmp_path / "a.ods", [["code", "place"], ["A", "B"]])
    often = (
        b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000"'
    )
    changed(path, "content.xml", lambda xml: xml.replace(b"<table:table-row><table:table-cell", often, 1))
    assert "more memory or time" in refusal(path) or "damaged" in refusal(path)


def test_a_document_type_without_entities_is_what_older_programs_write(tmp_path: Path) -> None:
    path = open_document(tmp_path / "a.ods", [["code"], ["A"]])
    kind = b'?><!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">'
    changed(path, "META-INF/manifest.xml", lambda xml: xml.replace(b"?>", kind, 1))
    assert cells(open_source(path)) == [{"code": "A"}]


@pytest.mark.parametrize("first", ["survey", "choices", "settings"])
def test_a_blank_form_is_refused_and_told_from_its_submissions(tmp_path: Path, first: str) -> None:
    sheets = {
        "survey": [["type", "name"], ["text", "a"]],
        "choices": [["list_name", "name"], ["l", "a"]],
        "settings": [["form_title", "form_id"], ["A form", "a"]],
    }
    path = workbook(tmp_path / "a.xlsx", {first: sheets[first], **sheets})
    assert "it is a blank form" in refusal(path)
    assert "This is a form, not what was filled in" in told(open_source(path, Choices(sheet="survey")))


def test_what_is_packed_is_to_be_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK")
    assert "Unpack it first" in refusal(tmp_path / "a.zip")


def test_sheets_without_anything(tmp_path: Path) -> None:
    assert "holds nothing" in refusal(workbook(tmp_path / "a.xlsx", {"s": []}))
    assert "holds no records" in refusal(workbook(tmp_path / "b.xlsx", {"s": [["code", "place"]]}))


def test_thousands_of_columns_are_told_only_where_they_are_filled(tmp_path: Path) -> None:
    wide = [f"c{number}" for number in range(6_587)]
    assert "6587 columns" in refusal(workbook(tmp_path / "a.xlsx", {"s": [wide, wide]})).replace(",", "")


@with_shared
@pytest.mark.parametrize(
    "name, rows, columns",
    [
        ("bad_files/input-broken.xlsx", 6_431, 8),
        ("bad_files/input-merged.xlsx", 4, 9),
        ("bad_files/input-multiple-headers.csv", 2, 4),
        ("bad_files/input-valid-latin1.csv", 4, 9),
        ("syrian_archive_chemical_incidents.json", 209, 0),
        ("ucdp_ged_syria_sample.csv", 265, 49),
        ("hxl/iom-haiti-dtm.csv", 352, 35),
        ("hxl/unhcr-3w.csv", 2_250, 8),
    ],
)
def test_every_shared_file_comes_in(name: str, rows: int, columns: int) -> None:
    source = open_source(SHARED / name)
    found = list(source.rows())
    assert (len(found), len(source.columns) if columns else 0) == (rows, columns)
    assert all(row.cells for row in found)
    told(source)


@with_shared
@pytest.mark.parametrize(
    "name, rows, columns",
    [
        ("bad_files/extra_columns.xlsx", 1, 3),
        ("bad_files/duplicate_columns.xlsx", 56, 21),
        ("bad_files/xl_date_ambiguous.xlsx", 4, 12),
        ("incident_bilingual_xlsform.xlsx", 6, 5),
    ],
)
def test_every_shared_form_is_refused_and_read_where_its_sheet_is_chosen(name: str, rows: int, columns: int) -> None:
    assert "it is a blank form" in refusal(SHARED / name)
    source = open_source(SHARED / name, Choices(sheet="survey"))
    assert (sum(1 for _ in source.rows()), len(source.columns)) == (rows, columns)


@with_shared
def test_arabic_text_is_the_same_in_both_encodings() -> None:
    a, b = (open_source(SHARED / "bad_files" / f"arabic-sample-{which}.txt") for which in "ab")
    assert a.columns == b.columns
    assert "cp1256" in told(b)
