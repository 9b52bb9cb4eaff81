"""Files as they come: JSON and tables, with and without BOM, whole and broken."""

import json
from pathlib import Path

import pytest

from snhr_desktop.exchange.reading import Choices, open_source
from snhr_desktop.exchange.refusals import UnreadableFile
from snhr_desktop.i18n import ARABIC, ENGLISH
from tests.exchange.archive import folder_file

BOM = "\ufeff"


def test_nested_json_has_dotted_columns(tmp_path: Path) -> None:
    path = folder_file(tmp_path, "a.json", BOM + '[{"code": "A", "weapons": ["x", {"of": "y"}]}]')
    rows = open_source(path)
    assert rows.columns == ("code", "weapons.0", "weapons.1.of")
    assert [(row.number, row.cells) for row in rows.rows()] == [
        (1, {"code": "A", "weapons.0": "x", "weapons.1.of": "y"})
    ]


@pytest.mark.parametrize(
    "name, text",
    [
        ("a.csv", 'code,place\nA,"ادلب, سراقب"\n\nB,\n'),
        ("a.csv", BOM + "code;place\r\nA;ادلب, سراقب\r\nB;\r\n"),
        ("a.tsv", "code\tplace\nA\tادلب, سراقب\nB\n"),
    ],
)
def test_tables_are_read_whatever_parts_their_columns(tmp_path: Path, name: str, text: str) -> None:
    rows = open_source(folder_file(tmp_path, name, text))
    assert [dict(row.cells or {}).get("place", "") for row in rows.rows()] == ["ادلب, سراقب", ""]
    assert [dict(row.cells or {})["code"] for row in rows.rows()] == ["A", "B"]


def test_lines_are_numbered_as_an_editor_numbers_them(tmp_path: Path) -> None:
    rows = open_source(folder_file(tmp_path, "a.csv", 'code,text\nA,"two\nlines"\nB,one,surplus\n'))
    assert [(row.number, row.cells) for row in rows.rows()] == [(2, {"code": "A", "text": "two\nlines"}), (4, None)]


def test_a_cell_under_no_name_is_not_lost_silently(tmp_path: Path) -> None:
    rows = open_source(folder_file(tmp_path, "a.csv", "code,,\nA,,\nB, ,two killed\n"))
    assert [row.cells for row in rows.rows()] == [{"code": "A"}, None]


def test_what_is_no_object_is_kept_as_a_row_to_refuse(tmp_path: Path) -> None:
    rows = open_source(folder_file(tmp_path, "a.json", '[{"code": "A"}, 7, null]'))
    assert [row.cells is None for row in rows.rows()] == [False, True, True]


@pytest.mark.parametrize(
    "name, text, said",
    [
        ("a.json", '[\n {"a": 1},\n {"a": }\n]', "line 3, column 8 is not valid JSON"),
        ("a.json", '{"a": 1}', "not a list of records"),
        ("a.json", "[]", "holds no records"),
        ("a.json", "[" * 100_000, "nested too deeply"),
        ("a.json", '[{"a": ' + "9" * 5_000 + "}]", "a number that is too long"),
        ("a.csv", "", "holds no records"),
        ("a.csv", 'code\n"open\n', "the quotation mark that opens in line 2"),
        ("a.csv", 'code\n"Abu "X" Ali"\n', "in line 2 a quotation mark stands inside a cell"),
        ("a.csv", "code\n" + "x," * (1 << 23), "line 2 is far too long"),
        ("a.csv", "code\n" + "x" * (1 << 21) + "\n", "line 2 is far too long for a table"),
        ("a.exe", "MZ", "only JSON, CSV and TSV"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        open_source(folder_file(tmp_path, name, text))
    told = refused.value.tell(ENGLISH)
    assert said in told.replace("\u2068", "").replace("\u2069", "")
    assert told.endswith("Nothing was imported.")
    assert refused.value.tell(ARABIC).endswith("لم يُستورد شيء.")


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16", "utf-8-sig", "utf-8"])
def test_arabic_is_read_right_in_whatever_encoding_it_was_saved(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("المعرّف;المكان\nA;مدينة سراقب\n".encode(encoding))
    source = open_source(path)
    assert [row.cells for row in source.rows()] == [{"المعرّف": "A", "المكان": "مدينة سراقب"}]


def test_arabic_that_comes_late_in_a_table_is_read_right(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(("name,place\n" + "Ann Smith,Idlib\n" * 20_000 + "أحمد الخطيب,إدلب\n").encode("cp1256"))
    *_, last = open_source(path).rows()
    assert last.cells == {"name": "أحمد الخطيب", "place": "إدلب"}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["الاسم,المكان\nأحمد,إدلب\n", "name,place\nAnn,Idlib\n"])
def test_two_bytes_a_letter_are_seen_without_a_mark(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode(encoding))
    header, row = (line.split(",") for line in text.split())
    assert open_source(path).sample(1)[0].cells == dict(zip(header, row, strict=True))


def test_western_letters_are_not_taken_for_arabic(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("code,lieu\nA,Évêché d'Alep près de la frontière\nB,Müller, größer\n".encode("cp1252"))
    assert (open_source(path).sample(1)[0].cells or {})["lieu"].startswith("Évêché")


def test_an_encoding_chosen_wrongly_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("code\nسراقب\n".encode("cp1256"))
    with pytest.raises(UnreadableFile) as refused:
        open_source(path, Choices(encoding="utf-8"))
    assert "is not text in the encoding" in refused.value.tell(ENGLISH)


def test_titles_stand_above_the_header(tmp_path: Path) -> None:
    text = "Monthly list,,\nof the office,,\n,,\ncode,place,killed\nA,سراقب,3\n"
    source = open_source(folder_file(tmp_path, "a.csv", text))
    [row] = source.rows()
    assert (row.number, row.cells) == (5, {"code": "A", "place": "سراقب", "killed": "3"})
    assert source.cell_name(row, "killed") == "C5"
    assert source.chosen.header_row == 4


@pytest.mark.parametrize(
    "text, row",
    [
        ("Monthly list\ncode,name\nA,x\nB,y\nC,z\n", 2),
        ("Office:,Idlib,Period:,2018,,\ncode,name,age,sex,place,date\nA,x,3,m,p,2017\n", 2),
        ("تقرير شهري\nالمكتب,إدلب,,\nالرقم,الاسم,العمر,الجنس\n1,أحمد,3,ذكر\nالمجموع,,3,\n", 3),
        ("place,2017,2018,2019\nA,1,2,3\n", 1),
        (",code,name\n1,A,x\n2,B,y\n", 1),
        ("1,2,3\n4,5,6\n", 1),
        ("List,of,2018\na,b,c,d,e,f,g,h\nA,x,y,1\nB,x,y,2\nC,x,y,1\n", 2),
        ("code\nA\nB\n", 1),
        ("code,name\n", 1),
    ],
)
def test_the_header_is_found_under_what_stands_above_it(tmp_path: Path, text: str, row: int) -> None:
    path = folder_file(tmp_path, "a.csv", f"{text}Z,,,\n" if text.count("\n") == 1 else text)
    assert open_source(path).chosen.header_row == row


def test_columns_of_one_name_are_told_apart(tmp_path: Path) -> None:
    source = open_source(folder_file(tmp_path, "a.csv", "code,name,name,name (2)\nA,b,c,d\n"))
    assert source.columns == ("code", "name", "name (2)", "name (2) (2)")
    assert source.renamed == ["name (2)", "name (2) (2)"]


def test_parts_that_repeat_are_lists(tmp_path: Path) -> None:
    text = '[{"code": "A", "people": {"victims": [{"name": "x", "age": 3}, {"name": "y"}]}}]'
    [row] = open_source(folder_file(tmp_path, "a.json", text)).rows()
    assert row.lists == {"people.victims": [{"name": "x", "age": 3}, {"name": "y"}]}


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    for name, said in (("none.json", "no such file"), ("folder.json", "no file that can be read")):
        with pytest.raises(UnreadableFile) as refused:
            open_source(tmp_path / name)
        assert said in refused.value.tell(ENGLISH)


def test_own_dossiers_are_told_by_their_format(tmp_path: Path) -> None:
    whole = {"format": "snhr-desktop dossiers", "dossiers": [{"incident": {"origin": "x:1"}}]}
    rows = open_source(folder_file(tmp_path, "a.json", json.dumps(whole)))
    assert rows.own
    assert rows.sample(1)[0].cells == {"incident": {"origin": "x:1"}}
