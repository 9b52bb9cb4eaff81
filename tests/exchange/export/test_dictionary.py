"""The data dictionary: nothing that is declared is missing from it, in either language and in every form."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from pypdf import PdfReader

from snhr_desktop.cli import run
from snhr_desktop.domain.records import RECORD_TYPES
from snhr_desktop.domain.vocabularies import VOCABULARIES
from snhr_desktop.exchange.export.dictionary import FIELD, FIGURE, TERM, entries
from snhr_desktop.exchange.export.dictionary_files import TITLE, as_csv, as_pdf
from snhr_desktop.exchange.export.tables import tables
from snhr_desktop.exchange.export.totals import LABELS, columns
from snhr_desktop.figures import FIGURES
from snhr_desktop.figures.question import Facts
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language, bare
from tests.exchange.export.spreadsheet import read
from tests.reports.reading import text_of

DAY = dt.date(2018, 6, 13)


def declared() -> set[tuple[str, str, str]]:
    """Part, group and code of everything there is."""
    fields = {(FIELD, kind.type_name, one.name) for kind in RECORD_TYPES.values() for one in kind.fields()}
    terms = {(TERM, name, code) for name, held in VOCABULARIES.items() for code in held}
    return fields | terms | {(FIGURE, figure.unit_code, code) for code, figure in FIGURES.items()}


def test_everything_that_is_declared_is_in_it_once() -> None:
    found = [(one.about, one.group, one.code) for one in entries()]
    assert set(found) == declared()
    assert len(set(found)) == len(found)


def test_every_entry_is_told_in_both_languages() -> None:
    for one in entries():
        english, arabic = ENGLISH.text(one.label), ARABIC.text(one.label)
        assert english
        assert arabic
        assert bool(one.explained(ENGLISH)) == bool(one.explained(ARABIC))


def test_every_column_of_a_table_is_a_field_of_it_or_a_key() -> None:
    told = {(one.group, one.code) for one in entries() if one.about == FIELD}
    for table in tables(whole=True):
        for column in table.columns:
            owner = table.kind.head_type if column.of else table.record
            assert column.field is None or (owner.type_name, column.field.name) in told


def test_every_column_of_facts_has_a_name() -> None:
    assert {name for facts in Facts for name in columns(facts)} <= LABELS.keys()


@pytest.mark.parametrize(("language", "delimiter"), [(ENGLISH, ","), (ARABIC, ";")])
def test_as_a_table_it_has_a_line_for_each(language: Language, delimiter: str) -> None:
    text = as_csv(language).decode("utf-8-sig")
    _, *lines = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    assert {(group, code) for _, group, code, *_ in lines} == {(group, code) for _, group, code in declared()}
    assert all(own and other for _, _, _, own, other, *_ in lines)


@pytest.mark.parametrize("language", LANGUAGES.values())
def test_on_paper_it_is_always_the_same(language: Language) -> None:
    assert as_pdf(language, DAY) == as_pdf(language, DAY)


@pytest.mark.parametrize(("language", "other"), [(ENGLISH, ARABIC), (ARABIC, ENGLISH)])
def test_it_begins_in_the_language_of_whoever_asks_for_it(tmp_path: Path, language: Language, other: Language) -> None:
    (tmp_path / "a.pdf").write_bytes(as_pdf(language, DAY))
    pages = [page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages]
    told = [next(at for at, page in enumerate(pages) if one.text(TITLE) in bare(page)) for one in (language, other)]
    assert told[0] == 0 < told[1]
    assert str(PdfReader(tmp_path / "a.pdf").root_object["/Lang"]).startswith(language.code)
    _, line, *_ = as_csv(language).decode("utf-8-sig").splitlines()
    label = next(entries()).label
    assert line.index(language.text(label)) < line.index(other.text(label))


def test_on_paper_every_figure_and_record_is_told_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(as_pdf(ENGLISH, DAY))
    text = " ".join(text_of(PdfReader(tmp_path / "a.pdf")).split())
    for figure in FIGURES.values():
        assert figure.code in text
    for language in LANGUAGES.values():
        for kind in RECORD_TYPES.values():
            assert bare(language.text(kind.title)) in text


@pytest.mark.parametrize("name", ["a.pdf", "a.csv", "a.xlsx"])
def test_the_command_line_writes_it_without_a_store(tmp_path: Path, name: str) -> None:
    asked = ["export", str(tmp_path / "none.snhr"), "--as", "dictionary", "--out", str(tmp_path / name)]
    assert run(asked, lambda *_: 0) == 0
    assert (tmp_path / name).stat().st_size > 10_000
    if name == "a.xlsx":
        [sheet] = read(tmp_path / name).values()
        assert {code for _, _, code in declared()} <= set(sheet.values())


def test_another_form_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["export", str(tmp_path / "none.snhr"), "--as", "dictionary", "--out", str(tmp_path / "a.doc")]
    assert run(asked, lambda *_: 0) == 1
    assert "PDF, CSV or XLSX" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
