"""Files as they come: JSON and tables, with and without BOM, whole and broken."""

import json
from pathlib import Path

import pytest

from snhr_desktop.exchange.reading import read_rows
from snhr_desktop.exchange.refusals import UnreadableFile
from snhr_desktop.i18n import ARABIC, ENGLISH
from tests.exchange.archive import folder_file

BOM = "\ufeff"


def test_nested_json_has_dotted_columns(tmp_path: Path) -> None:
    path = folder_file(tmp_path, "a.json", BOM + '[{"code": "A", "weapons": ["x", {"of": "y"}]}]')
    rows = read_rows(path)
    assert rows.columns == {"code", "weapons.0", "weapons.1.of"}
    assert [(row.number, row.cells) for row in rows] == [(1, {"code": "A", "weapons.0": "x", "weapons.1.of": "y"})]


@pytest.mark.parametrize(
    "name, text",
    [
        ("a.csv", 'code,place\nA,"ادلب, سراقب"\n\nB,\n'),
        ("a.csv", BOM + "code;place\r\nA;ادلب, سراقب\r\nB;\r\n"),
        ("a.tsv", "code\tplace\nA\tادلب, سراقب\nB\n"),
    ],
)
def test_tables_are_read_whatever_parts_their_columns(tmp_path: Path, name: str, text: str) -> None:
    rows = read_rows(folder_file(tmp_path, name, text))
    assert [dict(row.cells or {}).get("place", "") for row in rows] == ["ادلب, سراقب", ""]
    assert [dict(row.cells or {})["code"] for row in rows] == ["A", "B"]


def test_lines_are_numbered_as_an_editor_numbers_them(tmp_path: Path) -> None:
    rows = read_rows(folder_file(tmp_path, "a.csv", 'code,text\nA,"two\nlines"\nB,one,surplus\n'))
    assert [(row.number, row.cells) for row in rows] == [(2, {"code": "A", "text": "two\nlines"}), (4, None)]


def test_a_cell_under_no_name_is_not_lost_silently(tmp_path: Path) -> None:
    rows = read_rows(folder_file(tmp_path, "a.csv", "code,,\nA,,\nB, ,two killed\n"))
    assert [row.cells for row in rows] == [{"code": "A"}, None]


def test_what_is_no_object_is_kept_as_a_row_to_refuse(tmp_path: Path) -> None:
    rows = read_rows(folder_file(tmp_path, "a.json", '[{"code": "A"}, 7, null]'))
    assert [row.cells is None for row in rows] == [False, True, True]


@pytest.mark.parametrize(
    "name, text, said",
    [
        ("a.json", '[\n {"a": 1},\n {"a": }\n]', "line 3, column 8 is not valid JSON"),
        ("a.json", '{"a": 1}', "not a list of records"),
        ("a.json", "[]", "holds no records"),
        ("a.json", "[" * 100_000, "nested too deeply"),
        ("a.json", '[{"a": ' + "9" * 5_000 + "}]", "a number that is too long"),
        ("a.csv", "", "holds no records"),
        ("a.csv", "code,code\n1,2\n", "two columns are named “code”"),
        ("a.csv", 'code\n"open\n', "line 2 cannot be read as a table"),
        ("a.csv", "code\n" + "x" * (1 << 21) + "\n", "line 2 cannot be read as a table"),
        ("a.exe", "MZ", "only JSON, CSV and TSV"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_rows(folder_file(tmp_path, name, text))
    told = refused.value.tell(ENGLISH)
    assert said in told.replace("\u2068", "").replace("\u2069", "")
    assert told.endswith("Nothing was imported.")
    assert refused.value.tell(ARABIC).endswith("لم يُستورد شيء.")


def test_text_in_another_encoding_is_refused_with_its_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("code\nسراقب\n".encode("cp1256"))
    with pytest.raises(UnreadableFile, match="could not be read") as refused:
        read_rows(path)
    assert "byte 5" in refused.value.tell(ENGLISH)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    for path in (tmp_path / "none.json", tmp_path / "folder.json"):
        with pytest.raises(UnreadableFile) as refused:
            read_rows(path)
        assert "no such file" in refused.value.tell(ENGLISH)


def test_own_dossiers_are_told_by_their_format(tmp_path: Path) -> None:
    whole = {"format": "snhr-desktop dossiers", "dossiers": [{"incident": {"origin": "x:1"}}]}
    rows = read_rows(folder_file(tmp_path, "a.json", json.dumps(whole)))
    assert rows.own
    assert rows.rows[0].cells == {"incident": {"origin": "x:1"}}
