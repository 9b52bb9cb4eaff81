"""A mapping made in the window: what a file holds is shown, columns are changed by keys, tried, taken in, and kept."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from snhr_desktop.exchange.mapping_shelf import shelf
from snhr_desktop.i18n import ARABIC, bare
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.exchange import mappings
from snhr_desktop.ui.exchange.page import ExchangePage
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import folder_file, row
from tests.exchange.shared_files import EVENTS, with_events
from tests.exchange.test_guessing_cases import ARABIC_LIST
from tests.exchange.test_mapping_examples import EXAMPLES
from tests.exchange.workbooks import workbook
from tests.ui.exchange.driving import at, cell, chips, made, take_for, take_in, taken_for, tried
from tests.ui.walk import cut_off, unnamed

SETTLE = Callable[[], None]
HEADER = ("الرقم", "التاريخ", "المحافظة", "البلدة", "عدد القتلى", "الجهة المسؤولة", "ملاحظات الفريق")
ROWS = (
    ("1", "22/3/2018", "ادلب", "حارم", 3, "النظام", "أ"),
    ("2", "23/3/2018", "ادلب", "سراقب", 5, "جماعة مجهولة", "ب"),
    ("3", "24/3/2018", "حلب", "", 1, "النظام", "ج"),
)


def killed(workspace: Workspace) -> int:
    rows = workspace.incidents(IncidentQuery(limit=1000)).rows
    uids = [row.uid for row in rows]
    return sum(one.number or 0 for d in workspace.dossiers(uids) for one in d.victims if one.outcome == "killed")


@with_events
def test_the_shared_events_come_in_through_a_mapping_made_here(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot, settle: SETTLE
) -> None:
    with EVENTS.open(encoding="utf-8-sig", newline="") as file:
        raw = list(csv.DictReader(file))
    made(page, qtbot, EVENTS, settle)
    assert page.mapping.table.rowCount() == len(raw[0])
    take_for(page, "best", "killed", settle)
    for column in ("source_article", "source_office"):  # longer than a link and a name may be
        take_for(page, column, "", settle)
        assert taken_for(page, column) == "Not taken in"
    assert taken_for(page, "best") == "Number of persons killed"
    tried(page, qtbot)
    assert bare(page.report.chips[0].accessibleName()) == f"{len(raw)} records read"
    assert workspace.incidents(IncidentQuery()).total == 0
    take_in(page, qtbot)
    settle()
    assert workspace.incidents(IncidentQuery()).total == len(raw)
    assert killed(workspace) == sum(int(row["best"]) for row in raw)


def test_an_arabic_workbook_is_mapped_by_keys_tried_taken_in_and_known_again(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot, tmp_path: Path, settle: SETTLE
) -> None:
    other = (("لا", "شيء"), ("1", "2"))
    path = workbook(tmp_path / "قائمة.xlsx", {"الحوادث": (HEADER, *ROWS), "أخرى": other})
    page.importing.take(path)
    settle()
    qtbot.waitUntil(page.mapping.isVisible)
    assert [bare(page.mapping.reading.sheet.itemText(at)) for at in range(2)] == ["الحوادث", "أخرى"]
    assert taken_for(page, "التاريخ") == "Date, or first day"
    assert taken_for(page, "عدد القتلى") == "Number of persons killed"
    alone = "Each row is an incident of its own, known again by “الرقم”."
    assert bare(page.mapping.grouping.text()) == alone
    take_for(page, "ملاحظات الفريق", "incident.narrative_ar", settle)
    assert taken_for(page, "ملاحظات الفريق") != "Not taken in"
    table = page.mapping.table
    table.setCurrentCell(at(page, "ملاحظات الفريق"), 0)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    settle()
    assert taken_for(page, "ملاحظات الفريق") == "Not taken in"
    tried(page, qtbot)
    words = page.mapping.words
    qtbot.waitUntil(words.isVisible)
    assert "جماعة مجهولة" in words.word.currentText()
    words.term.choose("unidentified")
    words.term.activated.emit(words.term.currentIndex())
    qtbot.waitUntil(lambda: page.report.isVisible() and not words.isVisible())
    assert bare(page.report.grouping.text()) == f"3 rows, 3 incidents. {alone}"
    assert "Incidents: 3 · Killed: 9 · Dates: 22 March 2018 to 24 March 2018" in bare(page.report.summed.text())
    take_in(page, qtbot)
    settle()
    assert workspace.incidents(IncidentQuery()).total == len(ROWS)
    assert killed(workspace) == sum(int(str(row[4])) for row in ROWS)
    page.mapping.name.setText("قائمة المكتب")
    page.mapping.save.click()
    settle()
    assert "قائمة المكتب" in [mapping.name_ar for mapping in shelf().mappings]
    page.importing.take(path)
    qtbot.waitUntil(lambda: page.report.isVisible() and page.mapping.look is not None and page.mapping.look.known)
    assert bare(page.report.chips[3].accessibleName()) == "3 will stay as they are"


def test_what_was_decided_for_a_file_that_came_in_is_decided_for_the_next(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot, tmp_path: Path, settle: SETTLE
) -> None:
    path = workbook(tmp_path / "list.xlsx", {"Incidents": (HEADER, *ROWS)})
    page.importing.take(path)
    settle()
    qtbot.waitUntil(page.mapping.isVisible)
    tried(page, qtbot)
    words = page.mapping.words
    qtbot.waitUntil(words.isVisible)
    words.term.choose("unidentified")
    words.term.activated.emit(words.term.currentIndex())
    qtbot.waitUntil(lambda: page.report.isVisible() and not words.isVisible())
    take_in(page, qtbot)
    settle()
    page.importing.take(path)
    qtbot.waitUntil(lambda: page.report.isVisible() and page.mapping.look is not None and page.mapping.look.known)
    assert bare(page.report.chips[3].accessibleName()) == "3 will stay as they are"
    assert not words.isVisible()
    assert (len(workspace.mappings_used("list.xlsx")), workspace.mappings_used("other.xlsx")) == (1, ())
    workspace.undo_import(workspace.imports()[0].uid)
    assert workspace.mappings_used("list.xlsx") == ()


def test_a_file_that_came_in_stays_of_its_own_list_beside_a_mapping_saved_for_another(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path, settle: SETTLE
) -> None:
    """All of it was refused as another list's, or came in once more, as soon as one of the same columns was saved."""
    days = [(row[0], row[1].replace("/3/", "/7/"), *row[2:]) for row in ROWS]
    june, july = (
        workbook(tmp_path / f"{name}.xlsx", {"Incidents": (HEADER, *rows)})
        for name, rows in (("june", ROWS), ("july", days))
    )
    for path in (june, july):
        made(page, qtbot, path, settle)
        tried(page, qtbot)
        take_in(page, qtbot)
        settle()
    for path, name in ((june, "june"), (july, "july"), (june, "june")):
        page.importing.take(path)
        qtbot.waitUntil(page.report.isVisible)
        settle()
        assert page.mapping.look
        assert page.mapping.look.mapping
        assert page.mapping.look.mapping.code == name
        assert chips(page)[:4] == [3, 0, 0, 3]
        if name == "june":
            page.mapping.save.click()
            settle()


def test_that_a_mapping_is_made_here_is_said_of_one_file_alone(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path, settle: SETTLE
) -> None:
    path = workbook(tmp_path / "list.xlsx", {"Incidents": (HEADER, *ROWS)})
    made(page, qtbot, path, settle)
    assert page.importing.made()
    tried(page, qtbot)
    take_in(page, qtbot)
    settle()
    page.importing.take(path)
    assert not page.importing.made()
    assert page.importing.mapping.code() == ""
    qtbot.waitUntil(lambda: page.report.isVisible() and page.mapping.look is not None and page.mapping.look.known)
    assert chips(page)[2:4] == [0, 3], "it is known by what it came in through"


def test_another_sheet_and_another_encoding_are_read_at_once(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path, settle: SETTLE
) -> None:
    path = workbook(tmp_path / "two.xlsx", {"a": (HEADER, *ROWS), "b": (("date", "town"), ("2018-01-01", "Harem"))})
    page.importing.take(path)
    qtbot.waitUntil(page.mapping.isVisible)
    sheet = page.mapping.reading.sheet
    sheet.choose("b")
    sheet.chosen.emit("b")
    settle()
    assert [cell(page, row, 0) for row in range(2)] == ["date", "town"]
    text = folder_file(tmp_path, "old.csv", "")
    text.write_bytes("التاريخ;البلدة\n2018-01-01;حارم\n".encode("cp1256"))
    page.importing.take(text)
    settle()
    assert not page.mapping.reading.sheet.isVisible()
    encoding = page.mapping.reading.encoding
    encoding.choose("cp1256")
    encoding.chosen.emit("cp1256")
    settle()
    assert cell(page, 1, 0) == "البلدة"


def test_it_is_said_in_arabic_and_named_for_screen_readers(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path, settle: SETTLE
) -> None:
    page.importing.take(workbook(tmp_path / "list.xlsx", {"س": (HEADER, *ROWS)}))
    settle()
    qtbot.waitUntil(page.mapping.isVisible)
    page.kit.tongue.switch(ARABIC)
    QApplication.processEvents()
    assert taken_for(page, "ملاحظات الفريق") == "لا يُؤخذ"
    assert "القتلى" in taken_for(page, "عدد القتلى")
    assert unnamed(page) == []
    assert cut_off(page) == []


def test_a_mapping_needs_a_name_to_be_saved(page: ExchangePage, qtbot: QtBot, tmp_path: Path, settle: SETTLE) -> None:
    page.importing.take(workbook(tmp_path / "list.xlsx", {"س": (HEADER, *ROWS)}))
    settle()
    qtbot.waitUntil(page.mapping.isVisible)
    page.mapping.name.clear()
    page.mapping.save.click()
    assert page.mapping.name_line.complaint() == "Give the mapping a name."


def test_a_known_mapping_is_changed_in_a_copy_that_is_followed_once_it_is_saved(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot, tmp_path: Path, settle: SETTLE
) -> None:
    path = folder_file(tmp_path, "rows.json", json.dumps([row(staff="Somebody", un_title="Event 7")]))
    columns = ("staff", "un_title")
    page.importing.take(path)
    qtbot.waitUntil(lambda: page.report.isVisible() and page.mapping.look is not None and page.mapping.look.known)
    assert "goes into a copy" in page.mapping.about.text()
    assert taken_for(page, "staff") == "Left out on purpose"
    take_for(page, "staff", "incident.landmark_en", settle)
    take_for(page, "un_title", "", settle)
    qtbot.waitUntil(lambda: "A changed copy" in page.mapping.about.text())
    assert not page.report.isVisible(), "what was told before is no longer so"
    assert [taken_for(page, column) for column in columns] == ["Landmark in English", "Not taken in"]
    tried(page, qtbot)
    page.mapping.save.click()
    settle()
    take_in(page, qtbot)
    settle()
    kept = workspace.by_origin("syrian_archive_chemical:SAR290415")
    assert kept is not None
    assert (kept.incident.landmark_en, kept.incident.title_en) == ("Somebody", "Attack on Saraqib")
    [ours] = [one for one in shelf().mappings if one.code == "syrian_archive_chemical"]
    assert "staff" not in ours.ignored
    page.importing.take(path)
    qtbot.waitUntil(lambda: page.report.isVisible() and page.mapping.look is not None and page.mapping.look.known)
    assert bare(page.report.chips[3].accessibleName()) == "1 will stay as it is"


def test_a_list_of_detainees_comes_in_by_its_mapping_and_offers_what_a_person_has(
    page: ExchangePage,
    workspace: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
    settle: SETTLE,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mapping, _, text, _ = EXAMPLES[3]
    own = folder_file(tmp_path, "prisoners.toml", mapping)
    monkeypatch.setattr(file_dialog, "ask_for_file", lambda *_: own)
    page.importing.mapping.chosen.emit(mappings.OTHER)
    page.importing.take(folder_file(tmp_path, "list.csv", text.replace("الأب", "اسم الأب")))
    qtbot.waitUntil(page.report.isVisible, timeout=30_000)
    assert taken_for(page, "الاسم") == "Name in Arabic"
    assert taken_for(page, "تاريخ الإفراج") == "Date of the release"
    take_for(page, "اسم الأب", "case.father_ar", settle)
    qtbot.waitUntil(lambda: taken_for(page, "اسم الأب") == "Father’s name")
    tried(page, qtbot)
    take_in(page, qtbot)
    settle()
    found = workspace.case_by_origin("prisoners:1")
    assert found is not None
    assert (found.case.father_ar, [one.state for one in found.states]) == ("أحمد", ["arrested", "released"])


def test_what_no_column_says_is_told_and_set_to_another_value_in_the_window(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot, tmp_path: Path, settle: SETTLE
) -> None:
    text = (
        "رقم الحادثة,الاسم,الجنس,التاريخ,البلدة\n1,سمير محمود,ذكر,22/3/2018,سراقب\n2,ليلى عمر,أنثى,0000-00-00,سراقب\n"
    )
    made(page, qtbot, folder_file(tmp_path, "ضحايا.csv", text), settle)
    told: list[bool] = []
    page.desk.told_no_more.connect(lambda: told.append(True))
    tried(page, qtbot)
    assert told, "what was told of the import before is gone"
    headings = [bare(page.report.headings.item(at).text()) for at in range(page.report.headings.count())]
    assert "What the program assumed (4)" in headings
    line = page.mapping.constants
    assert line.isVisible()
    assert (line.field.code(), line.value.code()) == ("victims.outcome", ""), "nobody is taken for killed unsaid"
    assert not page.report.act.isVisible() or not page.report.act.isEnabled()
    line.value.choose("injured")
    line.value.chosen.emit("injured")
    qtbot.waitUntil(lambda: page.report.isVisible() and line.value.code() == "injured")
    settle()
    take_in(page, qtbot)
    settle()
    rows = workspace.incidents(IncidentQuery()).rows
    assert [one.outcome for row in rows for one in workspace.dossier(row.uid).victims] == ["injured", "injured"]
    assert {row.reference for row in rows} == {"IDL-2018-00001", "IDL-0000-00001"}


def test_whether_points_are_recorded_by_boundaries_is_said_in_the_window(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot, settle: SETTLE, tmp_path: Path
) -> None:
    ring = [[38.0, 34.0], [39.0, 34.0], [39.0, 35.0], [38.0, 34.0]]
    feature = {"properties": {"ADM3_PCODE": "SY040500"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    boundaries = json.dumps({"type": "FeatureCollection", "features": [feature]})
    said = {"name": "Official", "version": "1", "licence": "CC BY", "credit": "UN OCHA"}
    workspace.import_pack([folder_file(tmp_path, "b.geojson", boundaries)], said)
    lines = "الرقم,التاريخ,خط العرض,خط الطول\n1,22/3/2018,34.3,38.7\n2,23/3/2018,34.2,38.8\n"
    made(page, qtbot, folder_file(tmp_path, "points.csv", lines), settle)
    assert page.mapping.outlines.isVisible()
    assert not page.mapping.outlines.isChecked()
    QTest.keyClick(page.mapping.outlines, Qt.Key.Key_Space)
    qtbot.waitUntil(page.mapping.act.isEnabled)
    settle()
    assert page.mapping.outlines.isChecked()
    look = page.mapping.look
    assert look is not None
    assert look.mapping is not None
    assert look.mapping.place is not None
    assert look.mapping.place.outlines
    tried(page, qtbot)
    take_in(page, qtbot)
    settle()
    found = workspace.dossiers([one.uid for one in workspace.incidents(IncidentQuery()).rows])
    assert {one.incident.place.pcode for one in found} == {"SY040500"}
    take_for(page, "خط العرض", "", settle)
    assert not page.mapping.outlines.isVisible()


def test_a_list_of_detainees_is_mapped_here_from_nothing_and_what_a_row_is_can_be_changed(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot, tmp_path: Path, settle: SETTLE
) -> None:
    made(page, qtbot, folder_file(tmp_path, "list.csv", ARABIC_LIST), settle)
    rows = page.mapping.rows
    assert page.mapping.rows_line.isVisible()
    assert (rows.code(), taken_for(page, "تاريخ الإفراج")) == ("case", "Date of the release")
    for kind, named in (("incident", "Name in Arabic"), ("case", "Name in Arabic")):
        rows.choose(kind)
        rows.chosen.emit(kind)
        settle()
        qtbot.waitUntil(page.mapping.act.isEnabled)
        look = page.mapping.look
        assert look is not None
        assert look.mapping is not None
        assert (look.mapping.rows, taken_for(page, "الاسم")) == (kind, named)
    take_for(page, "ظروف الاعتقال", "", settle)
    tried(page, qtbot)
    take_in(page, qtbot)
    settle()
    found = [workspace.case_by_origin(f"list:{number}") for number in (1, 2, 3)]
    assert [[one.state for one in case.states] if case else [] for case in found] == [
        ["arrested", "released"], ["arrested"], ["arrested", "died"],
    ]  # fmt: skip
    page.mapping.save.click()
    settle()
    page.importing.mapping.choose(mappings.RECOGNISED)
    page.importing.mapping.chosen.emit(mappings.RECOGNISED)
    page.importing.take(folder_file(tmp_path, "again.csv", ARABIC_LIST))
    qtbot.waitUntil(lambda: page.report.isVisible() and page.mapping.look is not None and page.mapping.look.known)
    assert not page.mapping.rows_line.isVisible(), "what a row is of a mapping that is known is not changed by hand"
