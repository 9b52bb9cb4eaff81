"""What comes from phones: forms, submissions with repeats as JSON, sheets, files and XML; map features; lines."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop import paths
from snhr_desktop.exchange.reading import json_text as text_of_json
from snhr_desktop.exchange.reading import open_source, read_form
from snhr_desktop.exchange.refusals import UnreadableFile
from snhr_desktop.i18n import ENGLISH, bare
from tests.exchange.archive import folder_file
from tests.exchange.workbooks import workbook

FORM = paths.root().parent / "shared" / "data" / "incident_bilingual_xlsform.xlsx"
SURVEY: list[list[Any]] = [
    ["type", "name", "label::English (en)", "label::Arabic (ar)"],
    ["date", "incident_date", "Incident date", "تاريخ الحادثة"],
    ["select_one gov", "gov", "Governorate", "المحافظة"],
    ["begin_group", "people", "People", "الناس"],
    ["begin repeat", "victim", "Victim", "الضحية"],
    ["text", "name_ar", "Name", "الاسم"],
    ["end repeat"],
    ["end_group"],
]
CHOICES = [["list_name", "name", "label::English", "label::Arabic"], ["gov", "idlib", "Idlib", "إدلب"]]
VICTIMS = [{"name_ar": "أحمد", "age": 3}, {"name_ar": "سعاد", "age": None}]


def test_a_form_tells_which_questions_take_several_answers(tmp_path: Path) -> None:
    survey = [*SURVEY, ["begin_group", "place"], ["select_multiple gov", "others", "Others"], ["end_group"]]
    form = read_form(workbook(tmp_path / "form.xlsx", {"survey": survey, "choices": CHOICES}))
    assert form.several == {"place/others", "others"}


@pytest.fixture(params=[False, True], ids=["whole", "streamed"])
def sized(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small files read as large ones are, too."""
    if request.param:
        monkeypatch.setattr(text_of_json, "SMALL", 0)


def form_file(folder: Path) -> Path:
    return workbook(folder / "form.xlsx", {"survey": SURVEY, "choices": CHOICES})


def test_a_form_tells_its_questions_in_both_languages_its_answers_and_repeats(tmp_path: Path) -> None:
    form = read_form(form_file(tmp_path))
    assert form.labels["people/victim/name_ar"] == {"en": "Name", "ar": "الاسم"} == form.labels["name_ar"]
    assert form.choices["gov"] == {"idlib": {"en": "Idlib", "ar": "إدلب"}}
    assert form.repeats == {"people/victim"}
    assert not form.several


@pytest.mark.skipif(not FORM.is_file(), reason="the shared files are not on this machine")
def test_the_shared_form() -> None:
    form = read_form(FORM)
    assert form.repeats == {"victim"}
    assert form.labels["gov"]["ar"] == "المحافظة"


def test_what_is_no_form_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_form(workbook(tmp_path / "a.xlsx", {"survey": [["a"], ["b"]]}))
    assert "it is not a form" in refused.value.tell(ENGLISH)


@pytest.mark.usefixtures("sized")
def test_submissions_as_a_server_gives_them_out(tmp_path: Path) -> None:
    one = {"_id": 7, "people/gov": "idlib", "people/victim": [{"people/victim/name_ar": "أحمد"}], "n": 1.5, "tags": []}
    path = folder_file(tmp_path, "a.json", json.dumps({"count": 1, "results": [one]}))
    source = open_source(path)
    [row] = source.rows()
    assert row.cells == {"_id": 7, "people/gov": "idlib", "n": 1.5}
    assert row.lists == {"people/victim": [{"name_ar": "أحمد"}]}
    assert source.lists == {"people/victim": ("name_ar",)}


@pytest.mark.usefixtures("sized")
def test_features_of_a_map_are_rows_with_their_point(tmp_path: Path) -> None:
    point = {
        "type": "Feature",
        "properties": {"name": "سراقب"},
        "geometry": {"type": "Point", "coordinates": [36.8, 35.9]},
    }
    area = {"type": "Feature", "properties": {"name": "x"}, "geometry": {"type": "Polygon", "coordinates": []}}
    whole = {"type": "FeatureCollection", "features": [point, area, {"type": "Feature"}]}
    source = open_source(folder_file(tmp_path, "a.geojson", json.dumps(whole)))
    assert [row.cells for row in source.rows()] == [
        {"longitude": 36.8, "latitude": 35.9, "name": "سراقب"},
        {"name": "x"},
        None,
    ]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson"])
def test_a_record_in_each_line(tmp_path: Path, name: str) -> None:
    path = folder_file(tmp_path, name, '{"code": "A"}\n{"code": "B", "n": 2}\n\n')
    assert [row.cells for row in open_source(path).rows()] == [{"code": "A"}, {"code": "B", "n": 2}]


def test_a_broken_line_is_told_with_its_number(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refused:
        open_source(folder_file(tmp_path, "a.jsonl", '{"code": "A"}\n{"code": \n'))
    assert "line 2, column" in refused.value.tell(ENGLISH)


@pytest.mark.usefixtures("sized")
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_our_own_records_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    whole = {
        "format": "snhr-desktop dossiers",
        "version": 1,
        "dossiers": [{"incident": {"landmark_ar": "مدينة سراقب", "n": 3}}],
    }
    path = tmp_path / "a.json"
    path.write_bytes(json.dumps(whole, ensure_ascii=False).encode(encoding))
    source = open_source(path)
    assert source.own
    assert [row.cells for row in source.rows()] == [whole["dossiers"][0]]  # type: ignore[index]


def test_a_large_file_that_ends_early_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_of_json, "SMALL", 0)
    for said in ('[{"a": 1}, {"a": ', '{"results": [{"a": 1},', "{", '{"a": 1}', "[" * 100_000):
        with pytest.raises(UnreadableFile):
            open_source(folder_file(tmp_path, "a.json", said))


def test_sheets_of_repeats_are_joined_to_their_records(tmp_path: Path) -> None:
    main: list[list[Any]] = [["gov", "_id", "_index"], ["idlib", 11, 1], ["aleppo", 12, 2]]
    victims: list[list[Any]] = [
        ["name_ar", "_index", "_parent_table_name", "_parent_index"],
        ["A", 1, "form", 1],
        ["B", 2, "form", 1],
    ]
    wounds: list[list[Any]] = [["kind", "_index", "_parent_table_name", "_parent_index"], ["burn", 1, "victim", 2]]
    source = open_source(workbook(tmp_path / "a.xlsx", {"form": main, "victim": victims, "wound": wounds}))
    assert source.lists == {"victim": ("name_ar",), "wound": ("kind",)}
    rows = list(source.rows())
    assert [row.lists for row in rows] == [
        {"victim": [{"name_ar": "A"}, {"name_ar": "B"}], "wound": [{"kind": "burn"}]},
        {},
    ]
    assert source.sample(2) == tuple(rows)
    told = [bare(remark.tell(ENGLISH)) for remark in source.remarks]
    assert "The rows of victim and wound were joined to the records whose “_index” they name (3)." in told


def test_files_of_repeats_are_joined_to_their_records(tmp_path: Path) -> None:
    main = folder_file(tmp_path, "form [1].csv", "gov,KEY\nidlib,uuid:1\naleppo,uuid:2\n")
    folder_file(tmp_path, "form [1]-victim.csv", "name_ar,PARENT_KEY,KEY\nA,uuid:2,uuid:2/v[1]\nB,uuid:2,uuid:2/v[2]\n")
    folder_file(tmp_path, "form [1]-wound.csv", "kind,PARENT_KEY,KEY\nburn,uuid:2/v[2],uuid:2/v[2]/w[1]\n")
    rows = list(open_source(main).rows())
    assert [row.lists for row in rows] == [
        {},
        {"victim": [{"name_ar": "A"}, {"name_ar": "B"}], "wound": [{"kind": "burn"}]},
    ]


def submission(victims: int) -> str:
    parts = "".join(f"<victim><name_ar>V{number}</name_ar></victim>" for number in range(victims))
    return (
        '<?xml version="1.0"?><h:data xmlns:h="http://example.org/x" id="incident">'
        f"<h:gov>idlib</h:gov><people>{parts}</people><meta><instanceID>uuid:1</instanceID></meta></h:data>"
    )


def test_a_folder_of_submissions(tmp_path: Path) -> None:
    for name, victims in (("a", 1), ("b", 2)):
        (tmp_path / name).mkdir()
        folder_file(tmp_path / name, "submission.xml", submission(victims))
    folder_file(tmp_path, "z.xml", '<!DOCTYPE a [<!ENTITY x "y">]><a><b>&x;</b></a>')
    rows = list(open_source(tmp_path).rows())
    assert [row.cells for row in rows] == [{"gov": "idlib", "meta/instanceID": "uuid:1"}] * 2 + [None]
    assert [len(row.lists.get("people/victim", ())) for row in rows] == [1, 2, 0]
    assert rows[1].lists["people/victim"][1] == {"name_ar": "V1"}


def test_one_submission_has_the_repeats_of_its_form(tmp_path: Path) -> None:
    form = read_form(form_file(tmp_path))
    path = folder_file(tmp_path, "one.xml", submission(1))
    [row] = open_source(path, form=form).rows()
    assert row.lists == {"people/victim": [{"name_ar": "V0"}]}
    assert open_source(path, form=form).form is form


def test_other_xml_is_told(tmp_path: Path) -> None:
    for said in ("", "<a/>", "<a><b></a>", "x" * 100, "<a>" * 20_000):
        with pytest.raises(UnreadableFile) as refused:
            open_source(folder_file(tmp_path, "one.xml", said))
        assert "no submission" in refused.value.tell(ENGLISH)


def test_a_folder_of_tables_is_one_source_in_which_every_row_knows_its_file(tmp_path: Path) -> None:
    folder = tmp_path / "months"
    folder.mkdir()
    folder_file(folder, "1.csv", "date,town\n2018-01-02,Harim\n2018-01-03,Idlib\n")
    folder_file(folder, "2.csv", "date,town,age\n2018-02-02,Saraqib,4\n")
    folder_file(folder, "notes.docx", "not read")
    source = open_source(folder)
    assert (source.name, source.columns, source.kind) == ("months", ("date", "town", "age"), "csv")
    rows = list(source.rows())
    assert [(row.number, row.sheet, row.within) for row in rows] == [(1, "1.csv", 2), (2, "1.csv", 3), (3, "2.csv", 2)]
    assert source.sha256 != open_source(folder / "1.csv").sha256
    folder_file(folder, "2.csv", "date,town\n2018-02-02,Saraqib\n")
    assert open_source(folder).cell_name(rows[2], "town") == "2.csv!B2"


def test_a_folder_of_submissions_as_json_of_which_each_is_one_record(tmp_path: Path) -> None:
    for number, people in enumerate(([], [{"people/victim/name_ar": "أحمد"}])):
        said = {"_id": number, "people/gov": "idlib", "people/victim": people}
        folder_file(tmp_path, f"{number}.json", json.dumps(said))
    source = open_source(tmp_path)
    assert source.lists == {"people/victim": ("name_ar",)}
    assert [row.lists for row in source.rows()] == [{}, {"people/victim": [{"name_ar": "أحمد"}]}]


def test_a_folder_of_a_server_with_the_tables_of_its_repeats(tmp_path: Path) -> None:
    folder_file(tmp_path, "form.csv", "gov,KEY\nidlib,uuid:1\naleppo,uuid:2\n")
    folder_file(tmp_path, "form-victim.csv", "name_ar,PARENT_KEY,KEY\nA,uuid:2,uuid:2/v[1]\n")
    assert [row.lists for row in open_source(tmp_path).rows()] == [{}, {"victim": [{"name_ar": "A"}]}]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "no file that can be read"),
        ({"a.csv": "a\n1\n", "b.json": "[{}]"}, "of several kinds"),
        ({"a.json": json.dumps({"format": "snhr-desktop dossiers", "dossiers": [{"incident": {}}]})}, "whole records"),
        ({"a.json": "[1", "b.json": "[{}]"}, "a.json"),
    ],
)
def test_a_folder_that_is_no_source_is_told(tmp_path: Path, files: dict[str, str], said: str) -> None:
    for name, text in files.items():
        folder_file(tmp_path, name, text)
    with pytest.raises(UnreadableFile) as refused:
        open_source(tmp_path)
    assert said in refused.value.tell(ENGLISH)


@pytest.mark.usefixtures("sized")
@pytest.mark.parametrize(
    ("house", "victim"), [("house", "house/victim"), ("house", "victim"), ("people/house", "people/house/victim")]
)
def test_a_repeat_within_a_repeat_stands_beside_it_and_nobody_in_it_is_lost(
    tmp_path: Path, house: str, victim: str
) -> None:
    prefix = f"{victim}/" if "/" in victim else ""
    houses = [
        {f"{house}/no": "1", victim: [{f"{prefix}name": "أحمد"}]},
        {f"{house}/no": "2"},
        {f"{house}/no": "3", victim: [{f"{prefix}name": "ريما"}, {f"{prefix}name": "هدى"}]},
    ]
    sent = [{"_uuid": "u1", house: houses}, {"_uuid": "u2", house: houses[:1]}]
    source = open_source(folder_file(tmp_path, "sent.json", json.dumps(sent)))
    named = victim if "/" in victim else f"{house}.{victim}"
    assert {name: tuple(columns) for name, columns in source.lists.items()} == {house: ("no",), named: ("name",)}
    first, second = source.rows()
    assert [one["name"] for one in first.lists[named]] == ["أحمد", "ريما", "هدى"]
    assert [one["name"] for one in second.lists[named]] == ["أحمد"]


HOLDERS = st.recursive(
    st.fixed_dictionaries({"name": st.text("ab", max_size=2)}),
    lambda inner: st.fixed_dictionaries(
        {"name": st.text("ab", max_size=2)}, optional={"part": st.lists(inner, min_size=1, max_size=3), "group": inner}
    ),
    max_leaves=12,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(record=HOLDERS)
def test_every_name_of_a_nested_record_is_read(
    tmp_path_factory: pytest.TempPathFactory, record: dict[str, Any]
) -> None:
    def names(of: Any) -> list[str]:
        if isinstance(of, list):
            return [name for one in of for name in names(one)]
        return [of["name"], *(name for key in ("part", "group") if key in of for name in names(of[key]))]

    path = folder_file(tmp_path_factory.mktemp("nested"), "a.json", json.dumps([record]))
    (row,) = open_source(path).rows()
    cells = [row.cells or {}, *(entry for entries in row.lists.values() for entry in entries)]
    found = [value for one in cells for column, value in one.items() if column.split(".")[-1] == "name"]
    assert sorted(found) == sorted(names(record))
