"""Packs of places in the window: seen before they are taken in, an earlier version used again, by keys."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from snhr_desktop.domain.rights import ENTRY
from snhr_desktop.domain.values import Site
from snhr_desktop.i18n import ARABIC, LANGUAGES, Language, bare
from snhr_desktop.ui.care.page import CarePage
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.places.again_dialog import AgainDialog
from snhr_desktop.ui.places.out_dialog import OutDialog
from snhr_desktop.ui.widgets import Roomy
from snhr_desktop.ui.widgets import dialog as fitting
from snhr_desktop.workspace import Workspace
from tests.builders import dossier, incident
from tests.ui.walk import unnamed

Settle = Callable[[], None]
LIST = "PCODE,name_en,name_ar,admin3Pcode,LATITUDE,LONGITUDE\nC99901,{name},قرية {name},SY070000,35.9,36.6\n"
ABOUT = 'name = "Official"\nversion = "{version}"\nlicence = "CC BY 3.0 IGO"\ncredit = "UN OCHA"\nsource = "Exchange"\n'


@pytest.fixture
def page(desk: Desk) -> Iterator[CarePage]:
    made = CarePage(desk)
    made.resize(1150, 700)
    made.show()
    yield made
    shiboken6.delete(made)


def pack(folder: Path, name: str = "Village", version: str = "2020-12-17") -> Path:
    """A list with what it is beside it."""
    folder.mkdir(exist_ok=True)
    (folder / "pack.toml").write_text(ABOUT.format(version=version), encoding="utf-8")
    path = folder / "list.csv"
    path.write_text(LIST.format(name=name), encoding="utf-8")
    return path


def taken_in(page: CarePage, path: Path, settle: Settle) -> None:
    """A pack taken in by keys alone, once the files are chosen."""
    dialog = page.take_places()
    settle()
    dialog.choose_files([path])
    settle()
    for _ in range(2):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        settle()


def test_a_pack_is_seen_before_it_is_taken_in(
    page: CarePage, desk: Desk, workspace: Workspace, tmp_path: Path, settle: Settle
) -> None:
    settle()
    assert page.packs.table.isHidden()
    dialog = page.take_places()
    settle()
    assert not dialog.act.isEnabled()
    dialog.choose_files([pack(tmp_path)])
    settle()
    assert dialog.texts["licence"].text() == "CC BY 3.0 IGO"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle()
    assert bare(dialog.outlook.lines.lines()[0]) == "New: Village (C99901)"
    assert (dialog.act.text(), workspace.packs()) == ("Take them in", ())
    QTest.keyClicks(dialog.texts["version"], "b")
    assert (dialog.act.text(), dialog.outlook.isHidden()) == ("See what would change", True)
    for _ in range(2):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        settle()
    [held] = workspace.packs()
    assert held.about.version == "b2020-12-17"
    assert page.packs.table.rowCount() == 1
    assert desk.operations.gazetteer.get("C99901") is not None
    assert not page.packs.again.isEnabled(), "it is in use"


def test_an_earlier_version_is_used_again(page: CarePage, workspace: Workspace, tmp_path: Path, settle: Settle) -> None:
    taken_in(page, pack(tmp_path), settle)
    taken_in(page, pack(tmp_path, "Town", "2021"), settle)
    page.packs.table.setCurrentCell(1, 0)
    assert page.packs.again.isEnabled()
    page.packs.again.click()
    settle()
    [dialog] = page.findChildren(AgainDialog)
    assert bare(dialog.outlook.lines.lines()[0]).startswith("Renamed: Town, now Village")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle()
    assert [one.about.version for one in workspace.packs()] == ["2020-12-17", "2021", "2020-12-17"]
    assert page.packs.table.chosen() == workspace.packs()[0]


def test_what_is_done_stays_in_sight_where_the_whole_is_scrolled(
    page: CarePage, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "_FRAME", QSize(16, 450))
    dialog = page.take_places()
    dialog.choose_files([pack(tmp_path)])
    settle()
    dialog.act.click()
    settle()
    assert dialog.findChild(Roomy) is not None
    for act in (dialog.act, dialog.cancel):
        assert act.visibleRegion().boundingRect().size() == act.size()


def test_the_next_version_needs_only_what_is_another(page: CarePage, tmp_path: Path, settle: Settle) -> None:
    taken_in(page, pack(tmp_path), settle)
    dialog = page.take_places()
    assert {name: edit.text() for name, edit in dialog.texts.items()} == {
        "name": "Official", "version": "", "licence": "CC BY 3.0 IGO", "source": "Exchange", "credit": "UN OCHA",
    }  # fmt: skip


def test_a_bad_file_is_told_and_another_can_be_chosen(page: CarePage, tmp_path: Path, settle: Settle) -> None:
    dialog = page.take_places()
    path = pack(tmp_path)
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    dialog.choose_files([path])
    settle()
    dialog.act.click()
    settle()
    assert "no list of places" in dialog.notice.text()
    dialog.choose_files([pack(tmp_path / "b")])
    settle()
    assert dialog.act.isEnabled()
    dialog.act.click()
    settle()
    assert dialog.act.text() == "Take them in"


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
def test_every_word_is_said_in_both_languages(
    page: CarePage, desk: Desk, language: Language, tmp_path: Path, settle: Settle
) -> None:
    taken_in(page, pack(tmp_path), settle)
    dialog = page.take_places()
    dialog.choose_files([pack(tmp_path, "Town", "2021")])
    settle()
    dialog.act.click()
    settle()
    desk.tongue.switch(language)
    for window in (page, dialog):
        assert unnamed(window) == []
    if language is ARABIC:
        assert "تغيّر اسمه" in dialog.outlook.lines.lines()[0]


def test_who_enters_is_told_who_may(desk: Desk, workspace: Workspace, settle: Settle) -> None:
    workspace.user = replace(workspace.user, role=ENTRY)
    page = CarePage(desk)
    page.show()
    settle()
    assert not page.packs.take.isEnabled()
    shiboken6.delete(page)


def test_a_pack_is_taken_out_by_keys_after_it_was_asked(
    page: CarePage, desk: Desk, workspace: Workspace, tmp_path: Path, settle: Settle
) -> None:
    settle()
    taken_in(page, pack(tmp_path), settle)
    saved = workspace.save(dossier(incident=incident(place=Site("C99901", "community"))))
    page.packs.out.click()
    settle()
    [dialog] = page.findChildren(OutDialog)
    assert bare(dialog.outlook.lines.lines()[0]) == "No more in the list: Village (C99901)"
    assert bare(dialog.outlook.naming.text()).startswith("1 record names a place")
    assert workspace.packs()[0].in_use
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle()
    assert workspace.packs()[0].taken_out
    state = page.packs.table.item(0, 2)
    assert state is not None
    assert state.text() == "taken out"
    assert (page.packs.out.isEnabled(), page.packs.again.isEnabled()) == (False, True)
    assert desk.operations.gazetteer.is_former("C99901")
    assert workspace.dossier(saved.dossier.incident.uid) == saved.dossier


def test_taking_in_is_called_off_from_the_dialog_and_can_be_asked_again(
    page: CarePage, workspace: Workspace, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.save(dossier())
    dialog = page.take_places()
    settle()
    dialog.choose_files([pack(tmp_path)])
    settle()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle()
    with monkeypatch.context() as patch:
        patch.setattr(dialog, "_wanted", lambda: False)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.progress.isVisible()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible(), "it is called off, and not left"
        settle()
    assert dialog.notice.text().startswith("It was called off.")
    assert (dialog.progress.isVisible(), workspace.packs()) == (False, ())
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle()
    assert [one.in_use for one in workspace.packs()] == [True]


def test_reading_is_called_off_from_the_dialog_and_what_is_typed_meanwhile_is_looked_at_anew(
    page: CarePage, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = page.take_places()
    settle()
    dialog.choose_files([pack(tmp_path)])
    settle()
    with monkeypatch.context() as patch:
        patch.setattr(dialog, "_wanted", lambda: False)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.progress.text().startswith("The files are read")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible(), "it is called off, and not left"
        settle()
    assert dialog.notice.text().startswith("It was called off.")
    assert dialog.outlook.isHidden()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.texts["version"], "b")
    settle()
    assert (dialog.act.text(), dialog.act.isEnabled(), dialog.outlook.isHidden()) == (
        "See what would change", True, True,
    )  # fmt: skip
    dialog.act.click()
    settle()
    assert (dialog.act.text(), dialog.progress.isVisible()) == ("Take them in", False)


def test_how_many_records_name_what_a_version_takes_away_is_told_before_it_is_taken_in(
    page: CarePage, workspace: Workspace, tmp_path: Path, settle: Settle
) -> None:
    taken_in(page, pack(tmp_path), settle)
    workspace.save(dossier(incident=incident(place=Site("C99901", "community"))))
    path = pack(tmp_path / "b", version="2021")
    path.write_text(path.read_text(encoding="utf-8").replace("C99901", "C99902"), encoding="utf-8")
    dialog = page.take_places()
    settle()
    dialog.choose_files([path])
    settle()
    assert dialog.outlook.isHidden()
    dialog.act.click()
    settle()
    assert bare(dialog.outlook.naming.text()).startswith("1 record names a place that would be no more")
    assert dialog.outlook.naming.isVisible()


LONG = "Syrian Arab Republic – Subnational Administrative Boundaries (COD-AB), " * 2


def test_a_name_too_long_for_the_table_stands_whole_below_it(page: CarePage, tmp_path: Path, settle: Settle) -> None:
    path = pack(tmp_path / "pack")
    about = path.with_name("pack.toml")
    about.write_text(about.read_text("utf-8").replace('"Official"', f'"{LONG.strip()}"'), encoding="utf-8")
    taken_in(page, path, settle)
    table, told = page.packs.table, page.packs._credit
    assert not table.horizontalScrollBar().isVisible()
    item = table.item(0, 0)
    assert item is not None
    assert bare(item.toolTip()) == bare(told.text()).splitlines()[0] == LONG.strip()
    assert "Licence: CC BY 3.0 IGO" in bare(told.text())
