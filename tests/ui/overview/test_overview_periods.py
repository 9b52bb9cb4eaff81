"""Periods: chosen, defined and changed from the page; what is wrong is said beside its field."""

import datetime as dt

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.overview import OverviewPage
from snhr_desktop.ui.overview.period_dialog import PeriodDialog, code_of
from snhr_desktop.ui.widgets import ChoiceBox
from snhr_desktop.workspace import Workspace

AUTUMN = {
    "code": "autumn-2017",
    "name_en": "Autumn <b>2017</b> & after",
    "name_ar": "خريف 2017",
    "first": "2017-09-01",
    "last": "30/11/2017",
    "area": "SY07",
    "scope": "all",
}


def fill(dialog: PeriodDialog, said: dict[str, str]) -> None:
    for name, text in said.items():
        field = dialog.fields[name]
        if isinstance(field, ChoiceBox):
            field.choose(text)
        else:
            field.setText(text)


def opened_dialog(page: OverviewPage, *, edit: bool) -> PeriodDialog:
    dialog = page.define_period(edit=edit)
    assert dialog is not None
    return dialog


def seen(page: OverviewPage) -> str:
    assert page.overview is not None
    return page.overview.snapshot.period.code


def test_a_new_period_is_saved_and_seen_at_once_in_its_own_scope(
    page: OverviewPage, filled: Workspace, qtbot: QtBot
) -> None:
    dialog = opened_dialog(page, edit=False)
    fill(dialog, AUTUMN)
    dialog.act.click()
    qtbot.waitUntil(lambda: seen(page) == "autumn-2017")
    assert page.head.period.code() == "autumn-2017"
    assert page.head.scope.code() == "all"
    assert "1 September to 30 November 2017" in page.head.bounds.text()
    assert page.toll.number.accessibleName() == "Civilians killed: 2 victims"
    assert page.compared.rows == [] or not page.compared.rows[0].isVisible()
    assert filled.period("autumn-2017").period.last == dt.date(2017, 11, 30)
    page.head.period.choose("idlib")
    page.head.period_chosen.emit("idlib")
    qtbot.waitUntil(lambda: seen(page) == "idlib")
    assert page.head.scope.code() == "alliance"


def test_changing_a_period_keeps_its_markers_and_published_figures(
    page: OverviewPage, filled: Workspace, qtbot: QtBot
) -> None:
    before = filled.period("idlib")
    dialog = opened_dialog(page, edit=True)
    assert not dialog.fields["code"].isEnabled()
    fill(dialog, {"last": "2018-02-28"})
    dialog.act.click()
    qtbot.waitUntil(lambda: "28 February 2018" in page.head.bounds.text())
    after = filled.period("idlib")
    assert (after.markers, after.published) == (before.markers, before.published)
    assert page.toll.number.accessibleName() == "Civilians killed: 2 victims"


@pytest.mark.parametrize(
    ("said", "field", "part"),
    [
        ({}, "code", "needed"),
        (AUTUMN | {"name_ar": " "}, "name_ar", "needed"),
        (AUTUMN | {"first": "31/2/2018"}, "first", ""),
        (AUTUMN | {"first": "2017"}, "first", ""),
        (AUTUMN | {"last": "2017-08-31"}, "last", ""),
        (AUTUMN | {"code": "idlib"}, "code", "already"),
        (AUTUMN | {"code": "خريف"}, "code", "Latin"),
        (AUTUMN | {"code": "a" * 50}, "code", ""),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_saved(
    page: OverviewPage, filled: Workspace, qtbot: QtBot, said: dict[str, str], field: str, part: str
) -> None:
    dialog = opened_dialog(page, edit=False)
    fill(dialog, said)
    dialog.act.click()
    qtbot.waitUntil(lambda: bool(dialog.lines[field].complaint()))
    assert part in dialog.lines[field].complaint()
    assert dialog.isVisible()
    assert [file.period.code for file in filled.periods()] == ["idlib"]
    dialog.reject()


def test_what_is_typed_survives_the_switch(page: OverviewPage, desk: Desk) -> None:
    dialog = opened_dialog(page, edit=False)
    fill(dialog, AUTUMN)
    desk.tongue.switch(ARABIC)
    code = dialog.fields["code"]
    assert isinstance(code, QLineEdit)
    assert dialog.raw() == AUTUMN
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Idlib, summer 2019", "idlib-summer-2019"),
        ("The regime’s <b>offensive</b> & after", "the-regimes-b-offensive-b-after"),
        ("خريف", ""),
        ("a" * 39 + " b", "a" * 39),
    ],
)
def test_a_code_is_made_of_the_english_name(name: str, code: str) -> None:
    assert code_of(name) == code


def test_a_code_is_proposed_until_one_is_typed_and_arabic_in_it_refused_at_once(page: OverviewPage) -> None:
    dialog = opened_dialog(page, edit=False)
    code, name = dialog.fields["code"], dialog.fields["name_en"]
    assert isinstance(code, QLineEdit)
    assert isinstance(name, QLineEdit)
    QTest.keyClicks(name, "Autumn 2017")
    assert code.text() == "autumn-2017"
    code.insert("خ")
    assert "Latin" in dialog.lines["code"].complaint()
    code.backspace()
    assert not dialog.lines["code"].complaint()
    QTest.keyClicks(name, " again")
    assert code.text() == "autumn-2017"
    dialog.reject()


@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=lambda language: language.code)
def test_no_line_of_the_dialog_is_cut(page: OverviewPage, desk: Desk, qtbot: QtBot, language: Language) -> None:
    desk.tongue.switch(language)
    dialog = opened_dialog(page, edit=False)
    dialog.act.click()  # what is missing is told as well
    shown = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert len(shown) > 10
    qtbot.waitUntil(lambda: all(label.height() >= label.heightForWidth(label.width()) for label in shown))
    dialog.reject()
