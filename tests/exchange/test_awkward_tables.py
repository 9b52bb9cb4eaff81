"""Tables that stand, part or are written otherwise than one would think, and choices that no table can be read by."""

from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.exchange.reading import Choices, open_source
from snhr_desktop.exchange.refusals import UnreadableFile
from snhr_desktop.i18n import ARABIC, ENGLISH
from tests.exchange.archive import folder_file
from tests.exchange.workbooks import Book, changed, open_document, workbook


def refusal(path: Path, choices: Choices | None = None) -> str:
    with pytest.raises(UnreadableFile) as refused:
        open_source(path, choices)
    assert refused.value.tell(ARABIC).endswith("لم يُستورد شيء.")
    return refused.value.tell(ENGLISH).replace("\u2068", "").replace("\u2069", "")


def test_a_table_in_the_middle_of_a_sheet_keeps_its_places(tmp_path: Path) -> None:
    """Cells that were merged count for their own column, and a cell is called by the letter that it has there."""
    rows: list[list[Any]] = [[], [], [None, None, "code", "place", "killed"]]
    rows += [[None, None, "A", "x", 1], [None, None, None, "y", 2]]

    def merge(book: Book) -> None:
        book.worksheets()[0].merge_range("C4:C5", "A")

    source = open_source(workbook(tmp_path / "a.xlsx", {"s": rows}, merge))
    assert [row.cells for row in source.rows()] == [
        {"code": "A", "place": "x", "killed": 1},
        {"code": "A", "place": "y", "killed": 2},
    ]
    assert source.cell_name(source.sample(1)[0], "killed") == "s!E4"


@pytest.mark.parametrize("blank_rows", ["1", "3", "999999999999"])
def test_merged_cells_of_an_open_document_count_as_those_of_a_workbook(tmp_path: Path, blank_rows: str) -> None:
    path = open_document(tmp_path / "a.ods", [["code", "name"], ["A", "x"], ["COVERED", "y"], ["B", "z"]])
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    blank = f'<table:table-row table:number-rows-repeated="{blank_rows}"><table:table-cell/></table:table-row>'

    def merge(content: bytes) -> bytes:
        text = content.decode()
        spanned = cell.replace("cell ", 'cell table:number-rows-spanned="2" ', 1)
        for before, after in (
            (cell.format("A"), spanned.format("A")),
            (cell.format("COVERED"), "<table:covered-table-cell/>"),
        ):
            text = text.replace(before, after)
        if len(blank_rows) == 1:
            text = text.replace("<table:table-row>", blank + "<table:table-row>", 1)
        return text.replace("</table:table>", blank + "</table:table>").encode()

    rows = [(row.number, row.cells) for row in open_source(changed(path, "content.xml", merge)).rows()]
    above = int(blank_rows) if len(blank_rows) == 1 else 0
    assert rows == [
        (above + 2, {"code": "A", "name": "x"}),
        (above + 3, {"code": "A", "name": "y"}),
        (above + 4, {"code": "B", "name": "z"}),
    ]


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6", "mac_arabic", "cp720"])
def test_arabic_is_read_right_in_the_encodings_of_older_programs(tmp_path: Path, encoding: str) -> None:
    number = "١" if encoding == "mac_arabic" else "1"
    said = f"رقم;المكان;ملاحظات\n{number};سراقب;قصف على السوق الشعبي في المدينة ومقتل مدنيين\n"
    (tmp_path / "a.csv").write_bytes(said.encode(encoding))
    source = open_source(tmp_path / "a.csv")
    assert source.columns == ("رقم", "المكان", "ملاحظات")
    assert "مدنيين" in (source.sample(1)[0].cells or {})["ملاحظات"]


def test_a_first_line_for_the_spreadsheet_program_is_no_record(tmp_path: Path) -> None:
    source = open_source(folder_file(tmp_path, "a.csv", "sep=;\ncode;place\nA;x, y\n"))
    assert (source.columns, [row.number for row in source.rows()]) == (("code", "place"), [3])


def test_a_quote_that_never_ends_is_told_where_it_opens(tmp_path: Path) -> None:
    path = folder_file(tmp_path, "a.csv", 'code,place\nA,x\nB,"open\n' + "C,d\n" * 500)
    assert "the quotation mark that opens in line 3" in refusal(path)


def test_signs_that_are_not_seen_name_no_column(tmp_path: Path) -> None:
    source = open_source(folder_file(tmp_path, "a.csv", "\u200fcode\u200f,\u202bplace\u202c,\u200b\nA,x\n"))
    assert source.columns == ("code", "place")


@pytest.mark.parametrize(
    "choices, said",
    [
        (Choices(encoding="nonsense"), "no encoding of text is named nonsense"),
        (Choices(encoding="base64"), "no encoding of text is named base64"),
        (Choices(encoding="a\0b"), "no encoding of text is named"),
        (Choices(delimiter=";;"), ";; cannot part columns"),
        (Choices(delimiter='"'), '" cannot part columns'),
        (Choices(encoding="utf-16"), "not text in the encoding utf-16"),
    ],
)
def test_choices_by_which_no_table_can_be_read_are_told(tmp_path: Path, choices: Choices, said: str) -> None:
    assert said in refusal(folder_file(tmp_path, "a.csv", "code,place\nA,x\n"), choices)


def test_ragged_lines_keep_what_they_say_or_are_no_row(tmp_path: Path) -> None:
    path = folder_file(tmp_path, "a.csv", 'code,place,killed\nA\nB,x,1,,\nC,y,2,surplus\n"",,\n')
    assert [(row.number, row.cells) for row in open_source(path).rows()] == [
        (2, {"code": "A"}),
        (3, {"code": "B", "place": "x", "killed": "1"}),
        (4, None),
    ]
