"""Tables out: what a spreadsheet opens, what a program reads, and nothing that is worked out."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.records import OwnTerm, Victim
from snhr_desktop.domain.values import Site
from snhr_desktop.domain.vocabularies import VOCABULARIES, label, vocabulary
from snhr_desktop.exchange.conversion import MappedRows
from snhr_desktop.exchange.conversion.terms import code_of, own_words
from snhr_desktop.exchange.export.about import AUDIENCE
from snhr_desktop.exchange.export.asked import CSV, GEOJSON, HXL, INTERNAL, WITHHELD, Asked, ExportStopped, Watch
from snhr_desktop.exchange.export.csv_lines import lines
from snhr_desktop.exchange.export.csv_tables import ABOUT
from snhr_desktop.exchange.export.tables import tables
from snhr_desktop.exchange.guarding import guarded, plain
from snhr_desktop.exchange.guessing import guess
from snhr_desktop.exchange.reading import open_source
from snhr_desktop.figures.table import HISTORY
from snhr_desktop.i18n import ARABIC, ENGLISH, Language
from snhr_desktop.reports.phrases import TRAINING
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS, PASSPHRASE, case, counted, dossier, facility, source, victim, weapon

WHOLE = Asked(CSV, INTERNAL, whole=True)


def rows(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter, strict=True))


def table(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    """A table that has a row of field names, by those."""
    _, names, *found = rows(path, delimiter)
    return [dict(zip(names, row, strict=True)) for row in found]


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """A store with something in every table, hostile texts among it."""
    for text in HOSTILE_TEXTS:
        person = victim(name_ar=text[:100], name_en="=1+1", notes=text[:2000])
        workspace.save(
            dossier(
                person,
                victim(number=3),
                incident=counted(title_en=text[:200], narrative_ar=text, origin=f"o:{hash(text)}"),
                facilities=(facility(name_en="-school"),),
                weapons=(weapon(),),
                sources=(source(real_name="Salma Falcon", contact="+963 944 555 777"),),
            )
        )
    workspace.save_case(case(notes="@here"))
    return workspace


@given(st.text("=+-@'\t\r ab1٣") | st.text("0123456789eE+-/.:,'", max_size=20))
def test_what_is_guarded_is_read_as_it_was(text: str) -> None:
    assert plain(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    "text", ["007", "0.5.2", "1234567890123456", "3/4", "1-2-2018", "2018-03-22", "12:30", "1e5", "'007", "12.3"]
)
def test_a_text_that_a_spreadsheet_would_write_otherwise_stays_a_text(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert plain(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "0", "7", "2018", "12 30", "3/4 km", "00a", "M-21", "123456789012345", "ab"])
def test_a_text_that_no_spreadsheet_writes_otherwise_is_left(text: str) -> None:
    assert guarded(text) == text


def test_numbers_and_days_of_the_records_are_none_of_those_texts(workspace: Workspace, tmp_path: Path) -> None:
    workspace.save(dossier(victim(age=7, age_group="", name_en="007"), incident=counted(title_en="3/4")))
    workspace.export(replace(WHOLE, names=True, flat=True), tmp_path / "people.csv", ENGLISH)
    [told] = table(tmp_path / "people.csv")
    assert (told["number"], told["age"], told["incident_date_first"]) == ("1", "7", "2018-03-22")
    assert (told["name_en"], told["incident_title_en"]) == ("'007", "'3/4")


CELLS = st.text("=+-@'\"\t\r\n ,;ab1٣\u200f") | st.none() | st.integers() | st.floats(allow_nan=False)


@given(
    given_rows=st.integers(2, 4).flatmap(lambda width: st.lists(st.tuples(*[CELLS] * width), min_size=1, max_size=5))
)
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_lines_are_letter_for_letter_those_of_the_writer_of_python(
    delimiter: str, given_rows: list[tuple[Any, ...]]
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(given_rows)
    assert lines(zip(*given_rows, strict=True), delimiter) == text.getvalue()


@pytest.mark.parametrize(("language", "delimiter"), [(ENGLISH, ","), (ARABIC, ";")])
@pytest.mark.parametrize("asked", [WHOLE, Asked(CSV, INTERNAL), Asked(CSV, "public"), Asked(CSV, "partners")])
@pytest.mark.parametrize("words", [False, True])
@pytest.mark.usefixtures("nobody_elses_terms")
def test_every_table_is_a_file_that_no_spreadsheet_works_anything_out_of(
    filled: Workspace, tmp_path: Path, asked: Asked, words: bool, language: Language, delimiter: str
) -> None:
    out = tmp_path / "out"
    term = OwnTerm(vocabulary="weapon", like="air_bomb", label_en='=HYPERLINK("x")', label_ar="@مجموع(1+1)")
    code = filled.save_own_term(term).term.code
    filled.save(dossier(victim(), incident=counted(), weapons=[weapon(code)]))
    filled.export(replace(asked, names=True, words=words), out, language)
    assert {path.stem for path in out.iterdir()} == {ABOUT, *(one.code for one in tables(whole=asked.whole))}
    for path in out.iterdir():
        if path.stem == ABOUT:
            continue
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        header, names, *found = rows(path, delimiter)
        assert found
        assert all(header)
        assert len(set(names)) == len(names)
        assert not [cell for row in found for cell in row if re.match(r"[=+@\t\r]|-(?!\d)", cell)]
    assert len(table(out / "victims.csv", delimiter)) == 2 * len(HOSTILE_TEXTS) + 1


def test_what_is_told_as_kept_is_the_same_by_the_table_and_by_the_record(filled: Workspace, tmp_path: Path) -> None:
    filled.export(replace(WHOLE, names=True), tmp_path / "out", ENGLISH)
    people = {one["uid"]: one for one in table(tmp_path / "out" / "incidents.csv")}
    kept = filled.dossiers(people)
    assert len(kept) == len(HOSTILE_TEXTS)
    for one in kept:
        row = people[one.incident.uid]
        assert plain(row["title_en"]) == one.incident.title_en
        assert plain(row["narrative_ar"]) == one.incident.narrative_ar
        assert (row["date_first"], row["date_precision"]) == ("2018-03-22", "day")
        assert (row["kinds"], row["place_pcode"], row["toll_open"]) == ("killing", "C3871", "no")
    assert "Salma Falcon" in {plain(one["real_name"]) for one in table(tmp_path / "out" / "sources.csv")}


@pytest.mark.parametrize("asked", [WHOLE, Asked(CSV, INTERNAL)])
def test_every_table_is_written_in_one_walk_over_the_records(filled: Workspace, tmp_path: Path, asked: Asked) -> None:
    heard: list[tuple[int, int]] = []
    filled.export(asked, tmp_path / "out", ENGLISH, Watch(lambda done, of: heard.append((done, of))))
    of = len(HOSTILE_TEXTS) + 1
    assert heard == sorted(heard)
    assert heard[0] == (0, of)
    assert {total for _, total in heard} == {of}
    if not asked.whole:
        assert [done for done, _ in heard if done < of] == list(range(of))


def test_before_the_first_record_it_is_told_how_many_persons_were_looked_at(filled: Workspace, tmp_path: Path) -> None:
    heard: list[int] = []
    filled.export(Asked(CSV, INTERNAL), tmp_path / "out", ENGLISH, Watch(prepared=heard.append))
    assert heard == [0, 0]  # before their names are read, and at the first of them


@pytest.mark.parametrize("asked", [WHOLE, Asked(CSV, INTERNAL)])
def test_tables_that_are_called_off_leave_nothing(filled: Workspace, tmp_path: Path, asked: Asked) -> None:
    heard: list[int] = []
    watch = Watch(lambda done, of: heard.append(done), lambda: not heard)
    before = set(tmp_path.iterdir())
    with pytest.raises(ExportStopped):
        filled.export(asked, tmp_path / "out", ENGLISH, watch)
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize("audience", ["public", "partners", INTERNAL])
def test_sensitive_fields_are_no_columns_for_an_audience(filled: Workspace, tmp_path: Path, audience: str) -> None:
    filled.export(Asked(CSV, audience, names=True), tmp_path / "out", ENGLISH)
    for path in (tmp_path / "out").iterdir():
        _, names, *_ = rows(path)  # of what is said of them all, no field is the name
        assert not {"real_name", "contact", "family_contact", "source_name"} & set(names)
        assert "Falcon" not in path.read_text(encoding="utf-8")


def test_the_one_table_of_victims_has_their_incident_beside_them(filled: Workspace, tmp_path: Path) -> None:
    filled.export(replace(WHOLE, flat=True, names=True, words=True), tmp_path / "people.csv", ARABIC)
    found, idlib = table(tmp_path / "people.csv", ";"), filled.gazetteer.get("C3871")
    assert idlib is not None
    assert len(found) == 2 * len(HOSTILE_TEXTS)
    assert found[0]["incident_reference"] == "IDL-2018-00001"
    told = (found[0]["incident_place_name"], found[0]["outcome"], found[0]["displaced"])
    assert told == (filled.gazetteer.label(idlib, "ar"), label("outcome", "killed", ARABIC), "لا")
    assert "incident_narrative_ar" not in found[0]


def test_a_file_with_tags_is_parted_by_commas_in_either_language(filled: Workspace, tmp_path: Path) -> None:
    for language in (ENGLISH, ARABIC):
        filled.export(Asked(HXL, "public"), tmp_path / language.code, language)
        _, tags, *_ = (tmp_path / language.code / "victims.csv").read_text(encoding="utf-8-sig").splitlines()
        assert "," in tags
        assert ";" not in tags


def test_tags_stand_below_the_header(filled: Workspace, tmp_path: Path) -> None:
    filled.export(Asked(HXL, "public"), tmp_path / "out", ENGLISH)
    for path in (tmp_path / "out").iterdir():
        _, tags, *_ = rows(path)
        assert len(set(tags)) == len(tags)
        assert not [tag for tag in tags if not re.fullmatch(r"#[a-z]+(\+[a-z][a-z0-9_]*)*", tag)]
    tags = rows(tmp_path / "out" / "victims.csv")[1]
    assert {"#affected+num", "#affected+sex"} <= set(tags)
    assert Victim.field("number").tag == "#affected+num"


MAPPING = """
[file]
code = "own_table"
name_en = "Our own table"
name_ar = "جدولنا"
key = "Identity"
[incident]
title_en = "Title in English"
narrative_ar = "Narrative in Arabic"
kinds = { value = ["killing"] }
[date]
column = "Date: first possible day"
"""


def test_texts_of_a_table_come_in_as_they_were(filled: Workspace, tmp_path: Path) -> None:
    filled.export(WHOLE, tmp_path / "out", ENGLISH)
    (tmp_path / "own.toml").write_text(MAPPING, encoding="utf-8")
    report = filled.import_file(tmp_path / "out" / "incidents.csv", tmp_path / "own.toml")
    assert (report.created, report.refused) == (len(HOSTILE_TEXTS), ())
    for uid in (one["Identity"] for one in csv.DictReader(
        (tmp_path / "out" / "incidents.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True))
    ):  # fmt: skip
        kept, again = filled.dossier(uid), filled.by_origin(f"own_table:{uid}")
        assert again is not None
        assert (again.incident.title_en, again.incident.narrative_ar) == (
            kept.incident.title_en,
            kept.incident.narrative_ar,
        )


@pytest.mark.parametrize("language", [ENGLISH, ARABIC])
@pytest.mark.parametrize("words", [False, True])
def test_a_table_comes_in_again_whether_it_holds_words_or_codes(
    workspace: Workspace, tmp_path: Path, words: bool, language: Language
) -> None:
    told = [tuple(VOCABULARIES["violation"])[at : at + 2] for at in range(0, len(VOCABULARIES["violation"]), 2)]
    for kinds in told:
        workspace.save(dossier(victim(), incident=counted(kinds=kinds)))
    workspace.export(Asked(CSV, INTERNAL, words=words), tmp_path / "out", language)
    source = open_source(tmp_path / "out" / "incidents.csv")
    mapped = MappedRows(guess(source, workspace.gazetteer).mapping, workspace.gazetteer, date(2026, 1, 1))
    found = [mapped.convert([row]).dossier for row in source.rows()]
    assert sorted(one.incident.kinds for one in found if one) == sorted(told)


@pytest.mark.parametrize("language", [ENGLISH, ARABIC])
@pytest.mark.parametrize("name", VOCABULARIES)
def test_the_word_of_each_code_is_read_as_that_code(name: str, language: Language) -> None:
    known = own_words(name)
    for code in vocabulary(name):
        for sex in ("", "female"):
            assert code_of(label(name, code, language, sex), known) == code


@pytest.mark.parametrize(("language", "delimiter"), [(ENGLISH, ","), (ARABIC, ";")])
def test_beside_the_tables_stands_what_they_are_and_whether_they_are_made_up(
    filled: Workspace, tmp_path: Path, language: Language, delimiter: str
) -> None:
    practice, _ = Workspace.create(tmp_path / "practice.snhr", PASSPHRASE, "ALP", training=True)
    with practice:
        practice.save(dossier())
        for name, one in (("real", filled), ("practice", practice)):
            anchor = one.anchor()
            one.export(Asked(CSV, "public", period="idlib"), tmp_path / name, language)
            first, *found = rows(tmp_path / name / "about.csv", delimiter)
            assert first[1] == (language.text(TRAINING) if name == "practice" else "")
            told = dict(found)
            assert told[language.text(HISTORY["head"])] == anchor.head
            assert told[language.text(AUDIENCE)] == label("audience", "public", language)
            assert found[-1] == ["", language.text(WITHHELD)]


def points(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    return found


def test_points_are_no_more_exact_than_the_audience_is_told(workspace: Workspace, tmp_path: Path) -> None:
    exact = Site("C3871", "coordinates", 35.91234, 36.61234)
    workspace.save(dossier(incident=counted(place=exact)))
    workspace.save(dossier(incident=counted(place=exact, place_shown="governorate")))
    workspace.save(dossier(incident=counted(place=Site("C3871", "community"))))
    told = {}
    for audience in ("public", "partners", INTERNAL):
        workspace.export(Asked(GEOJSON, audience), tmp_path / "a.geojson", ENGLISH)
        told[audience] = [
            (one["geometry"]["coordinates"], one["properties"]["point"], one["properties"]["place_precision"])
            for one in points(tmp_path / "a.geojson")
        ]
    here = [36.61234, 35.91234]
    assert [at == here for at, *_ in told["public"]] == [False, False, False]
    assert [at == here for at, *_ in told["partners"]] == [True, False, False]
    assert [at == here for at, *_ in told[INTERNAL]] == [True, True, False]
    assert told["public"][1][1:] == ("middle_of_place", "governorate")
    assert told["public"][0] == told["public"][2]
