"""Files of random, cut and changed bytes: read or refused, and nothing else. A large table takes little memory."""

import json
import tracemalloc
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.exchange.reading import Choices, open_source, submissions, unpacking
from snhr_desktop.exchange.reading import json_text as text_of_json
from snhr_desktop.exchange.refusals import UnreadableFile
from snhr_desktop.i18n import ARABIC, ENGLISH
from tests.exchange.workbooks import open_document, workbook

TEXTS = ("csv", "tsv", "txt", "json", "jsonl", "geojson", "xml")
WHOLE = {
    "csv": 'code;المكان;killed\nA;"سراقب; البلد";3\nB;إدلب;\n'.encode("cp1256"),
    "tsv": "code\tname\n#id\t#name\nA\tB\n".encode("utf-16"),
    "json": json.dumps([{"code": "A", "victims": [{"age": 3.5}], "a": {"b": [1, 2]}}]).encode(),
    "jsonl": b'{"code": "A"}\n{"code": "B", "n": 1e3}\n',
    "geojson": b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":"x"},'
    b'"geometry":{"type":"Point","coordinates":[36.8,35.9]}}]}',
    "xml": b'<?xml version="1.0"?><data id="x"><a>1</a><v><n>x</n></v><v><n>y</n></v></data>',
}

freely = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
seldom = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(path: Path, choices: Choices | None = None) -> int:
    """The rows of a file, each with its parts; a refusal is told in both languages and counts as none."""
    number = 0
    try:
        source = open_source(path, choices)
        for row in source.rows():
            number += 1
            assert row.number > 0
            assert row.cells is None or all(isinstance(name, str) for name in row.cells)
        assert all(remark.tell(ARABIC) and remark.tell(ENGLISH) for remark in source.remarks)
    except UnreadableFile as refused:
        refused.tell(ENGLISH), refused.tell(ARABIC)
    return number


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file cut short, with bytes changed, put in and taken out."""
    held = bytearray(whole[: draw(st.integers(0, len(whole)))] if draw(st.booleans()) else whole)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(held)))
        held[at : at + draw(st.integers(0, 3))] = draw(st.binary(max_size=4))
    return bytes(held)


@freely
@given(held=st.binary(max_size=400), ending=st.sampled_from(TEXTS))
def test_random_bytes(tmp_path: Path, held: bytes, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_bytes(held)
    read(path)


@freely
@given(st.data(), st.sampled_from(sorted(WHOLE)), st.sampled_from([0, 1 << 20]))
def test_damaged_text(tmp_path: Path, data: st.DataObject, ending: str, small: int) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_bytes(data.draw(damaged(WHOLE[ending])))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_of_json, "SMALL", small)
        read(path)


@freely
@given(text=st.text(max_size=300), encoding=st.sampled_from(["utf-8", "utf-16", "cp1256", "latin-1", "none", "base64"]))
def test_any_text_under_any_choice(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8", errors="replace", newline="")
    read(path, Choices(encoding=encoding, delimiter=text[:1], header_row=len(text) % 5))


@pytest.fixture(scope="module", params=["xlsx", "ods"])
def packed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A workbook to damage."""
    folder = tmp_path_factory.mktemp("packed")
    rows = [["code", "name"], ["A", "سراقب"]]
    if request.param == "ods":
        yield open_document(folder / "a.ods", rows)
    else:
        yield workbook(folder / "a.xlsx", {"s": rows})


@seldom
@given(data=st.data())
def test_damaged_workbooks(packed: Path, tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / packed.name
    path.write_bytes(data.draw(damaged(packed.read_bytes())))
    read(path)


@freely
@given(data=st.data())
def test_damaged_workbooks_are_looked_through(packed: Path, tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / packed.name
    path.write_bytes(data.draw(damaged(packed.read_bytes())))
    with suppress(unpacking.Refused):
        unpacking.check(path)


@pytest.mark.parametrize("ending", ["dat", "png", "xml"])
def test_a_sheet_is_weighed_whatever_its_file_is_called(tmp_path: Path, ending: str) -> None:
    """A reader follows the name that is given inside."""
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(workbook(tmp_path / "b.xlsx", {"s": [["code"], ["A"]]})) as given:
        held = {name: given.read(name).replace(b"sheet1.xml", f"sheet1.{ending}".encode()) for name in given.namelist()}
    held[f"xl/worksheets/sheet1.{ending}"] = held.pop("xl/worksheets/sheet1.xml").replace(
        b"</sheetData>", b'<row><c t="inlineStr"><is><t>A</t></is></c></row>' * (90 << 14) + b"</sheetData>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in held.items():
            packed.writestr(name, content)
    with pytest.raises(UnreadableFile) as refused:
        open_source(path)
    assert "made to harm" in refused.value.tell(ENGLISH)


@pytest.mark.parametrize("part", ["1", "{}", "[]"])
def test_a_record_without_end_is_refused_before_it_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    monkeypatch.setattr(text_of_json, "SMALL", 1 << 16)
    path = tmp_path / "a.json"
    path.write_text(f'[{{"a": 1}}, {{"b": [{", ".join([part] * 1_100_000)}]}}]', encoding="utf-8")
    tracemalloc.start()
    try:
        with pytest.raises(UnreadableFile) as refused:
            open_source(path)
        assert tracemalloc.get_traced_memory()[1] < 20 << 20
    finally:
        tracemalloc.stop()
    assert "record 2 holds more than" in refused.value.tell(ENGLISH)
    assert "في السجل" in refused.value.tell(ARABIC)


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_what_is_held_of_a_file_that_is_all_signs_is_bounded(tmp_path: Path, name: str) -> None:
    """Of a few megabytes a hundred times as many were held."""
    held = '{"b": [' + ", ".join(["{}"] * 700_000) + "]}"
    (tmp_path / name).write_text(f"[{held}]" if name == "a.json" else f'{held}\n{{"b": 1}}\n', encoding="utf-8")
    tracemalloc.start()
    try:
        with pytest.raises(UnreadableFile) as refused:
            open_source(tmp_path / name)
        assert tracemalloc.get_traced_memory()[1] < 40 << 20
    finally:
        tracemalloc.stop()
    assert "record 1 holds more than" in refused.value.tell(ENGLISH)


def test_a_submission_of_many_parts_takes_no_longer_for_each(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(f"<data>{''.join(f'<a{n}>1</a{n}>' for n in range(4_000))}</data>", encoding="utf-8")
    counted = Counter[str]()
    name = submissions._name

    def heard(element: Element) -> str:
        counted["names"] += 1
        return name(element)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(submissions, "_name", heard)
        assert read(path) == 1
    assert counted["names"] < 4_000 * 20


@pytest.mark.parametrize("ending", ["csv", "json", "jsonl"])
def test_memory_does_not_grow_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    monkeypatch.setattr(text_of_json, "SMALL", 1 << 16)
    row = {"code": "INC", "المكان": "مدينة سراقب، السوق", "notes": "word " * 40}
    of_json = json.dumps(row, ensure_ascii=False)
    line = {"csv": ";".join(row.values()), "json": f"{of_json},", "jsonl": of_json}[ending]
    opened, closed = {"csv": (";".join(row), ""), "json": ("[", "{}]"), "jsonl": ("", "")}[ending]
    path, peaks = tmp_path / f"a.{ending}", []
    for number in (1_000, 8_000):
        path.write_text("\n".join([opened, *[line] * number, closed]), encoding="utf-8")
        tracemalloc.start()
        try:
            assert read(path) - number in (0, 1)
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
    assert peaks[1] - peaks[0] < path.stat().st_size
