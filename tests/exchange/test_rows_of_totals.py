"""Rows that add up the others are no incidents: they are left out and told, and no row of its own goes with them."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.conversion.mapped_rows import MappedRows
from snhr_desktop.exchange.grouping import groups_of
from snhr_desktop.exchange.guessing import guess
from snhr_desktop.exchange.reading import open_source
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.workspace import Workspace

HEADER = "الرقم,التاريخ,البلدة,القتلى,الجرحى,ملاحظات"
ROWS = ("1,2018-03-22,سراقب,12,4,x", "2,2018-03-23,سراقب,3,,")


def imported(workspace: Workspace, folder: Path, *more: str, dry_run: bool = False) -> ImportReport:
    path = folder / "list.csv"
    path.write_text("\n".join((HEADER, *ROWS, *more)), "utf-8")
    mapping = guess(open_source(path), built_in()).mapping
    return workspace.import_file(path, mapping, dry_run=dry_run)


@pytest.mark.parametrize("dry_run", [True, False])
@pytest.mark.parametrize(
    "row",
    ["المجموع,,,15,4,", ",,المجموع,15,,", ",الإجمالي:,,١٥,4,", ",,,15,4,المجموع الكلي", "Total,,,15,4,",
     "Grand total,,,15,4,", "مجموع,مجموع,مجموع,15,,", ",SUM,,15,,", "مجموع القتلى في السوق,,,15,4,",
     "المجـمـوع,,سراقب,15,4,", "إجمالي سراقب:,,,15,4,", "الإجماليّ العام,,سراقب,15,4,", "Sub-total,,سراقب,15,,",
     "Total killed 2018,,,15,,", "سراقب Total,,,15,,", "Subtotal:,-,سراقب,15,,", ",Total 2018,سراقب,15,,",
     "3,,المجموع,15,4,", "ﺍﻟﻤﺠﻤﻮﻉ,,سراقب,15,4,", "Ｔｏｔａｌ,,سراقب,15,4,", "مَجْمُوع القتلى,,سراقب,15,4,"],
)  # fmt: skip
def test_a_row_of_totals_is_left_out_and_told(workspace: Workspace, tmp_path: Path, row: str, *, dry_run: bool) -> None:
    report = imported(workspace, tmp_path, row, dry_run=dry_run)
    assert (report.read, report.created, report.refusals) == (2, 2, 0)
    assert "(1); row numbers: 4" in bare(report.tell(ENGLISH))
    assert "(1)؛ أرقام الصفوف: 4" in bare(report.tell(ARABIC))


@pytest.mark.parametrize(
    "row",
    ["المجموع,2018-03-25,,15,4,", ",2018-03-25,المجموع,15,4,", "3,,سراقب,15,4,المجموع", "المجموع,,,15,4,قصف",
     "المجموع,43184,,15,4,", "3,,Total fuel station,15,4,", "3,,سراقب,15,4,Total destruction of the school",
     "Total,2018-03,سراقب,15,4,", "Total,2018-03-25,سراقب,15,4,"],
)  # fmt: skip
def test_a_row_that_says_anything_of_its_own_stays(workspace: Workspace, tmp_path: Path, row: str) -> None:
    report = imported(workspace, tmp_path, row, dry_run=True)
    assert report.read == 3
    assert "left out, since" not in report.tell(ENGLISH)
    assert "were taken in as records" in report.tell(ENGLISH)
    assert "row 4" in bare(report.tell(ENGLISH))
    assert "الصف 4" in bare(report.tell(ARABIC))


@pytest.mark.parametrize(
    "row", ["3,2018-03-25,سراقب,15,4,Total destruction of the school and of all the houses that stood around it",
            "3,2018-03-25,سراقب,15,4,قصف", "3,,سراقب,15,4,قصف"],
)  # fmt: skip
def test_an_incident_is_not_doubted_for_words_in_its_narrative(workspace: Workspace, tmp_path: Path, row: str) -> None:
    report = imported(workspace, tmp_path, row, dry_run=True)
    assert report.read == 3
    assert "were taken in as records" not in report.tell(ENGLISH)


@pytest.mark.parametrize("place", ["Total", "المجموع", "Sum"])
def test_a_person_is_never_left_out(workspace: Workspace, tmp_path: Path, place: str) -> None:
    path = tmp_path / "people.csv"
    path.write_text(f"الاسم,التاريخ,المحافظة,العمر\nأحمد علي,2018-03-22,إدلب,20\nخالد عمر,,{place},30\n", "utf-8")
    report = workspace.import_file(path, guess(open_source(path), built_in()).mapping, dry_run=True)
    assert report.read == 2
    assert "left out, since" not in report.tell(ENGLISH)


def test_a_subtotal_may_be_called_so_in_a_column_that_is_taken_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = ("1,A,2018-03-01,Idleb,5", "2,B,2018-03-02,Aleppo,6", ",Total,,Idleb,5", ",Total,,Aleppo,6")
    path.write_text("\n".join(("No,Team,Date,Governorate,Killed", *rows)), "utf-8")
    assert _killed(path) == (2, 11)


ENGLISH_HEADER, ARABIC_HEADER = "ID,Date,Governorate,Killed", "الرقم,التاريخ,المحافظة,القتلى"
CALLED = (
    "Total", "Total killed", "Total 2018", "Grand Total:", "Sub-total", "SUBTOTAL", "Total Idleb", "Idleb Total", "Sum",
    "المجموع", "مجموع القتلى", "الإجمالي", "إجمالي إدلب", "المجمـوع الكلي", "المجموع العام:", "اجمالى",
)  # fmt: skip
INCIDENTS = st.tuples(
    st.dates(dt.date(2012, 1, 1), dt.date(2020, 1, 1)), st.sampled_from(["Idleb", "حلب"]), st.integers(1, 40)
)
ADDED = st.tuples(st.sampled_from(CALLED), st.sampled_from(["", "Idleb", "حلب"]), st.integers(1, 900))


@given(
    header=st.sampled_from([ENGLISH_HEADER, ARABIC_HEADER]),
    incidents=st.lists(INCIDENTS, min_size=2, max_size=8),
    added=st.lists(st.tuples(ADDED, st.integers(0, 8)), max_size=6),
)
@settings(max_examples=80)
def test_killed_are_those_of_the_incidents_wherever_totals_stand(
    header: str, incidents: list[tuple[dt.date, str, int]], added: list[tuple[tuple[str, str, int], int]]
) -> None:
    lines = [f"{at},{day},{place},{killed}" for at, (day, place, killed) in enumerate(incidents, 1)]
    for (called, place, killed), at in added:
        lines.insert(at, f"{called},,{place},{killed}")
    with TemporaryDirectory() as folder:
        path = Path(folder, "list.csv")
        path.write_text("\n".join((header, *lines)), "utf-8")
        assert _killed(path) == (len(incidents), sum(killed for _, _, killed in incidents))


def _killed(path: Path) -> tuple[int, int]:
    """Incidents that a file makes, and the killed of all."""
    source = open_source(path)
    mapped = MappedRows(guess(source, built_in()).mapping, built_in(), dt.date(2026, 1, 1))
    made = [mapped.convert(rows) for rows in groups_of(source.rows, mapped.key_of, source.name)]
    taken = [one for one in made if not one.totals]
    assert all(one.dossier for one in taken)
    return len(taken), sum(victim.number or 0 for one in taken if one.dossier for victim in one.dossier.victims)


@pytest.mark.parametrize("label", ["المجموع", "المجموع الفرعي", "Subtotal", "الإجمالي"])
@pytest.mark.parametrize("row", ["3,2018-03-25,سراقب,15,4,x,{}", "3,2018-03-25,,15,4,,{}", "3,,سراقب,15,4,,{}"])
def test_a_numbered_row_that_a_column_of_its_own_calls_a_total_is_doubtful(
    workspace: Workspace, tmp_path: Path, row: str, label: str
) -> None:
    """The column is blank in the rows that are looked at, so that nothing is known of it."""
    path = tmp_path / "list.csv"
    before = (f"{at + 10},2018-03-{at % 28 + 1:02},سراقب,1,1,x," for at in range(320))
    path.write_text("\n".join((f"{HEADER},البيان", *before, row.format(label))), "utf-8")
    report = workspace.import_file(path, guess(open_source(path), built_in()).mapping, dry_run=True)
    assert (report.read, report.doubtful) == (321, 1)
    english, arabic = (bare(report.tell(language)) for language in (ENGLISH, ARABIC))
    told = f"Cell G322 (البيان): 3: “{label}”, row 322"
    assert english.index("take it out of the file, or clear its number") < english.index(told)
    assert "فاحذفه من الملف أو أفرغ رقمه" in arabic


@pytest.mark.parametrize("header", ["الاسم", "البيان"])
def test_a_total_under_a_column_that_is_blank_before_is_left_out(
    workspace: Workspace, tmp_path: Path, header: str
) -> None:
    path = tmp_path / "list.csv"
    before = (f"{at},2018-03-{at % 28 + 1:02},سراقب,قتل," for at in range(1, 321))
    path.write_text("\n".join((f"الرقم,التاريخ,البلدة,الإصابة,{header}", *before, ",,,,المجموع")), "utf-8")
    report = workspace.import_file(path, guess(open_source(path), built_in()).mapping, dry_run=True)
    assert "row numbers: 322" in bare(report.tell(ENGLISH))
    assert report.new.victims.total() == 320
