"""Both languages, both themes, every width: nothing untranslated, unnamed, cut off, or wider than the window."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.overview import OverviewPage
from snhr_desktop.ui.overview.board import WIDE
from snhr_desktop.ui.overview.period_dialog import PeriodDialog
from tests.ui.walk import cut_off, unnamed, untranslated


def test_nothing_is_left_in_the_other_language(page: OverviewPage, desk: Desk) -> None:
    desk.tongue.switch(ARABIC)
    assert untranslated(page) == []
    assert unnamed(page) == []


def test_the_charts_say_arabic_words(page: OverviewPage, desk: Desk) -> None:
    desk.tongue.switch(ARABIC)
    for view in (page.months.view, page.parties.view, page.facilities.view, page.map.view, page.toll.view):
        assert view.drawing.rtl
        assert not any(letter.isascii() and letter.isalpha() for letter in view.accessibleName())


@pytest.mark.parametrize("language", [ENGLISH, ARABIC])
@pytest.mark.parametrize("width", [748, WIDE - 1, WIDE + 40, 1704])
def test_it_fits_every_width_and_scrolls_only_downwards(
    page: OverviewPage, desk: Desk, qtbot: QtBot, language: Language, width: int
) -> None:
    desk.tongue.switch(language)
    page.resize(width, 640)
    qtbot.wait(20)
    QApplication.processEvents()
    inner = page.body.widget()
    assert inner is not None
    assert inner.width() == page.body.viewport().width()
    assert cut_off(page) == []
    assert page.months.width() > 600 or width < WIDE


def test_a_wide_window_has_panels_beside_each_other(page: OverviewPage, qtbot: QtBot) -> None:
    page.resize(1400, 700)
    qtbot.waitUntil(lambda: page.map.y() == page.months.y())
    page.resize(748, 640)
    qtbot.waitUntil(lambda: page.map.y() > page.months.y())


@pytest.mark.parametrize("edit", [False, True])
def test_the_dialog_is_translated_and_named(page: OverviewPage, desk: Desk, edit: bool) -> None:
    desk.tongue.switch(ARABIC)
    dialog = page.define_period(edit=edit)
    assert isinstance(dialog, PeriodDialog)
    assert untranslated(dialog, frozenset({"idlib"})) == []
    assert unnamed(dialog) == []
    dialog.reject()
