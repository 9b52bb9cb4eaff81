"""Workbooks: totals that are formulas and come to the figures, in both languages, with nothing in them that runs."""

import datetime as dt
import gc
import itertools
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.values import When
from snhr_desktop.domain.vocabularies import Term, adopt, label, vocabulary
from snhr_desktop.exchange.export.about import PERIOD
from snhr_desktop.exchange.export.asked import HOLDS_ALL, INTERNAL, NOT_ENCRYPTED, XLSX, Asked, ExportStopped, Watch
from snhr_desktop.exchange.export.counted_words import VOCABULARY, Words
from snhr_desktop.exchange.export.heard import HeardFile, HeardWorkbook
from snhr_desktop.exchange.export.sheets import ABOUT, TOTALS
from snhr_desktop.exchange.export.tables import TITLES
from snhr_desktop.exchange.export.workbook import FACT
from snhr_desktop.figures import FIGURES
from snhr_desktop.i18n import ARABIC, ENGLISH, Language, Message, bare
from snhr_desktop.reports.phrases import TRAINING
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS, PASSPHRASE, case, counted, dossier, facility, incident, state, victim, weapon
from tests.exchange.export.spreadsheet import Cells, read, recalculated, worked_out
from tests.figures.strategies import dossiers

PARTS = 20
"""Pieces at least that a workbook is put together of, and moments at which it can be called off."""
WEAPONS = TITLES["weapons"]
IDLIB = Asked(XLSX, INTERNAL, period="idlib")


def totals(cells: Cells, language: Language) -> dict[str, str]:
    """The cells of the numbers by the title of the figure."""
    sheet = cells[language.text(TOTALS)]
    return {sheet[f"A{row}"]: sheet.get(f"B{row}", "") for row in range(2, len(FIGURES) + 2) if f"A{row}" in sheet}


def expected(workspace: Workspace, language: Language, scope: str = "alliance") -> dict[str, float | None]:
    answers = workspace.answers(workspace.period("idlib").period, scope)
    return {language.text(FIGURES[code].title): answer.total for code, answer in answers.items()}


@pytest.mark.parametrize("before_the_end", [2, PARTS, 10_000])
def test_called_off_while_it_is_written_or_put_together_it_leaves_nothing(
    workspace: Workspace, tmp_path: Path, before_the_end: int
) -> None:
    workspace.save(dossier(victim()))
    heard: list[int] = []

    def listen() -> bool:
        heard.append(1)
        return True

    workspace.export(IDLIB, tmp_path / "whole.xlsx", ENGLISH, Watch(wanted=listen))
    assert len(heard) > PARTS
    left = itertools.count(max(len(heard) - before_the_end, 0), -1)
    there = set(tmp_path.iterdir())
    with pytest.raises(ExportStopped):
        workspace.export(IDLIB, tmp_path / "out.xlsx", ENGLISH, Watch(wanted=lambda: next(left) > 0))
    gc.collect()
    assert set(tmp_path.iterdir()) == there


def test_the_rows_of_a_sheet_that_are_put_in_their_place_are_told_piece_by_piece(tmp_path: Path) -> None:
    heard: list[int] = []
    (tmp_path / "a.xlsx").touch()
    with HeardFile(tmp_path / "a.xlsx", lambda: None) as out:
        workbook = HeardWorkbook(out, tmp_path, lambda: heard.append(out.tell()))
        sheet = workbook.add_worksheet()
        for row in range(2_000):
            sheet.write_string(row, 0, "ض" * 1_000)
        workbook.close()
    assert heard.count(0) > PARTS
    cells = read(tmp_path / "a.xlsx")["Sheet1"]
    assert len(cells) == 2_000
    assert set(cells.values()) == {"ض" * 1_000}


def column(at: str) -> str:
    return at.rstrip("0123456789")


def row(at: str) -> int:
    return int(at[len(column(at)) :])


def number(said: str | float) -> float | None:
    return None if said == "" else float(said)


def fill(workspace: Workspace) -> None:
    """Something under every figure, and something beside each."""
    people = [victim(sex=sex, age_group=group, occupation=work) for sex, group, work in (
        ("male", "adult", "medical"), ("female", "adult", "media"), ("", "child", ""), ("male", "", "civil_defence"),
        ("male", "adult", ""))]  # fmt: skip
    armed, unknown = victim(civil_status="armed"), victim(civil_status="unknown", number=4)
    for text, day in zip(HOSTILE_TEXTS, range(1, 30), strict=False):
        workspace.save(
            dossier(
                *people,
                armed,
                unknown,
                victim(outcome="injured", name_ar=text[:100]),
                incident=counted(date=When.on(dt.date(2018, 3, day)), narrative_ar=text, title_en=text[:200]),
                weapons=(weapon(), weapon("cluster", munitions=None)),
                facilities=(facility(), facility("hospital")),
            )
        )
    workspace.save(dossier(incident=incident()))
    workspace.save(dossier(incident=counted(date=When(dt.date(2018, 5, 20), dt.date(2018, 6, 10), "range"))))
    workspace.save_case(case(state(), state("released", dt.date(2018, 4, 1))))
    workspace.save_case(case(state(party="unidentified"), age=9, age_group="child"))


@pytest.mark.parametrize("language", [ENGLISH, ARABIC])
def test_totals_are_formulas_that_come_to_the_figures(workspace: Workspace, tmp_path: Path, language: Language) -> None:
    fill(workspace)
    workspace.export(IDLIB, tmp_path / "a.xlsx", language)
    cells, wanted = read(tmp_path / "a.xlsx"), expected(workspace, language)
    formulas = totals(cells, language)
    assert set(formulas) == set(wanted)
    assert sum(value not in (0, None) for value in wanted.values()) > 15
    assert all(formula.startswith("=") for formula in formulas.values())
    assert {title: number(worked_out(formula, cells)) for title, formula in formulas.items()} == wanted
    last = totals(read(tmp_path / "a.xlsx", values=True), language)
    assert {title: number(value) for title, value in last.items()} == wanted
    office = recalculated(tmp_path / "a.xlsx", tmp_path)
    if office is not None:
        found = totals(read(office, values=True), language)
        assert {title: number(value) for title, value in found.items()} == wanted


@pytest.mark.parametrize("language", [ENGLISH, ARABIC])
def test_what_a_row_counts_as_stands_in_the_words_of_the_reader(
    workspace: Workspace, tmp_path: Path, language: Language
) -> None:
    fill(workspace)
    workspace.export(IDLIB, tmp_path / "a.xlsx", language)
    begun = bare(language.text(FACT, column="")).strip()
    said = set()
    for sheet in read(tmp_path / "a.xlsx").values():
        grey = {column(at) for at, text in sheet.items() if text.startswith(begun) and row(at) == 1}
        said |= {text for at, text in sheet.items() if column(at) in grey and row(at) > 1}
    words = {text for text in said if not text.isdigit()}
    codes = {code for name in VOCABULARY.values() for code in vocabulary(name)}
    assert len(words) > 20
    assert not words & codes
    assert words <= {label(name, code, language) for name in VOCABULARY.values() for code in vocabulary(name)}


@pytest.fixture
def terms_of_an_office() -> Iterator[Callable[..., None]]:
    """Lets an office have terms of its own, whatever they are called."""
    yield lambda vocabulary, *terms: adopt({vocabulary: terms})
    adopt({})


@pytest.mark.parametrize("language", [ENGLISH, ARABIC])
def test_terms_that_share_a_word_are_counted_apart(
    workspace: Workspace, tmp_path: Path, language: Language, terms_of_an_office: Callable[..., None]
) -> None:
    shared = label("weapon", "cluster", language)
    same, near = f"{shared.upper()}", f"{shared} [cluster]"
    terms_of_an_office(
        "weapon", Term("idl.a", Message(same), own=True), Term("idl.b", Message(near), own=True),
        Term("idl.c", Message('=1+1 "*"?~'), own=True),
    )  # fmt: skip
    uses = [weapon(code, attacks=n) for n, code in enumerate(("cluster", "idl.a", "idl.b", "idl.c"), 1)]
    workspace.save(dossier(victim(), incident=counted(), weapons=tuple(uses)))
    workspace.export(IDLIB, tmp_path / "a.xlsx", language)
    cells = read(tmp_path / "a.xlsx")
    title = language.text(FIGURES["cluster_attacks"].title)
    assert worked_out(totals(cells, language)[title], cells) == expected(workspace, language)[title] == 1
    assert {f"{shared} [cluster]", f"{same} [idl.a]", f"{near} [idl.b]"} <= set(cells[language.text(WEAPONS)].values())
    office = recalculated(tmp_path / "a.xlsx", tmp_path)
    if office is not None:
        assert totals(read(office, values=True), language)[title] == "1"


@pytest.mark.parametrize("language", [ENGLISH, ARABIC])
def test_no_word_that_a_formula_asks_for_means_anything_else_to_a_spreadsheet(language: Language) -> None:
    words = Words(language)
    for figure in FIGURES.values():
        for one in (*figure.question.where, *figure.question.part):
            for code in one.codes:
                word = words.cell(one.column, code)
                assert words.criterion(one.column, code, holds=True) == f'"{word}"'
                assert word[0].isalpha()


@settings(
    max_examples=8,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    held=st.lists(dossiers(), min_size=1, max_size=6), scope=st.sampled_from(["all", "alliance", "regime", "russia"])
)
def test_whatever_is_recorded_the_totals_agree(
    held: list[Dossier], scope: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("totals")
    made, _ = Workspace.create(folder / "a.snhr", PASSPHRASE, "IDL")
    with made as workspace:
        workspace.save_many(held)
        outlook = workspace.export_outlook(IDLIB)
        if not outlook.incidents:
            return
        workspace.export(Asked(XLSX, INTERNAL, period="idlib", scope=scope), folder / "a.xlsx", ENGLISH)
        cells = read(folder / "a.xlsx")
        wanted = expected(workspace, ENGLISH, scope)
        found = {title: number(worked_out(one, cells)) for title, one in totals(cells, ENGLISH).items()}
        assert found == wanted


@pytest.mark.parametrize("audience", ["public", "partners"])
def test_an_audience_gets_the_same_totals_of_what_is_counted(
    workspace: Workspace, tmp_path: Path, audience: str
) -> None:
    fill(workspace)
    workspace.export(Asked(XLSX, audience, period="idlib"), tmp_path / "a.xlsx", ENGLISH)
    cells, wanted = read(tmp_path / "a.xlsx"), expected(workspace, ENGLISH)
    found = {title: number(worked_out(one, cells)) for title, one in totals(cells, ENGLISH).items()}
    apart = {ENGLISH.text(figure.title) for figure in FIGURES.values() if figure.apart}
    assert found == {title: value for title, value in wanted.items() if title not in apart}


@pytest.mark.parametrize("language", [ENGLISH, ARABIC])
def test_nothing_in_it_runs_or_points_outside(workspace: Workspace, tmp_path: Path, language: Language) -> None:
    fill(workspace)
    workspace.export(IDLIB, tmp_path / "a.xlsx", language)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as held:
        names = held.namelist()
        assert not [name for name in names if "external" in name.lower() or "vba" in name.lower()]
        sheets = [held.read(name).decode() for name in names if name.startswith("xl/worksheets/sheet")]
        assert not [one for one in sheets if "hyperlink" in one.replace("=HYPERLINK(0)", "")]
        assert [("rightToLeft" in one) for one in sheets] == [language.rtl] * len(sheets)
    formulas = [
        cell
        for name, sheet in read(tmp_path / "a.xlsx").items()
        for cell in sheet.values()
        if cell.startswith("=") and name != language.text(TOTALS)
    ]
    assert set(formulas) <= {text for text in HOSTILE_TEXTS if text.startswith("=")}
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_days_are_days_and_partial_dates_are_words(workspace: Workspace, tmp_path: Path) -> None:
    month = When(dt.date(2018, 3, 1), dt.date(2018, 3, 31), "month")
    workspace.save(dossier(incident=counted(date=month)))
    workspace.export(IDLIB, tmp_path / "a.xlsx", ENGLISH)
    sheet = read(tmp_path / "a.xlsx")["Incidents"]
    headers = {text: re.sub(r"\d", "", at) for at, text in sheet.items() if at.endswith("1") and at[:-1].isalpha()}
    first = sheet[headers["Date: first possible day"] + "2"]
    assert first == str((dt.date(2018, 3, 1) - dt.date(1899, 12, 30)).days)
    assert sheet[headers["Date as recorded"] + "2"] == "March 2018"


@pytest.mark.parametrize(
    ("language", "title", "names"),
    [
        (
            ENGLISH, "Records of incidents, victims and cases",
            ["About", "Totals", "Incidents", "Victims", "Attributions", "Facilities hit", "Weapons", "Sources", "Cases",
             "States of the cases", "Events of the cases", "Definitions"],
        ),
        (
            ARABIC, "سجلات الحوادث والضحايا والحالات",
            ["حول هذا الملف", "المجاميع", "الحوادث", "الضحايا", "الجهات المسؤولة", "المراكز الحيوية المعتدى عليها",
             "الأسلحة", "المصادر", "حالات الاعتقال والاختفاء", "أوضاع الحالات", "وقائع الحالات", "التعريفات"],
        ),
    ],
)  # fmt: skip
def test_the_first_sheet_says_what_it_is_and_the_last_what_everything_means(
    workspace: Workspace, tmp_path: Path, language: Language, title: str, names: list[str]
) -> None:
    workspace.save(dossier(victim()))
    workspace.save_case(case())
    workspace.export(IDLIB, tmp_path / "a.xlsx", language)
    cells = read(tmp_path / "a.xlsx")
    assert list(cells) == names
    first = cells[names[0]]
    assert (first["A1"], first["A3"]) == (title, language.text(PERIOD))
    told = [text for text in first.values() if text in [language.text(one) for one in (NOT_ENCRYPTED, HOLDS_ALL)]]
    assert len(told) == 2, "what was told before the export stands in it"


@pytest.mark.parametrize("language", [ENGLISH, ARABIC])
def test_the_first_sheet_tells_where_the_history_stood_and_whether_the_records_are_made_up(
    workspace: Workspace, tmp_path: Path, language: Language
) -> None:
    practice, _ = Workspace.create(tmp_path / "practice.snhr", PASSPHRASE, "ALP", training=True)
    with practice:
        for name, one in (("real", workspace), ("practice", practice)):
            one.save(dossier(victim()))
            anchor = one.anchor()
            one.export(IDLIB, tmp_path / f"{name}.xlsx", language)
            first = read(tmp_path / f"{name}.xlsx")[language.text(ABOUT)]
            assert {anchor.head, anchor.key, str(anchor.entries)} <= set(first.values())
            assert (first.get("A2") == language.text(TRAINING)) is (name == "practice")
