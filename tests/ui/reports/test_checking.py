"""What was checked is said calmly; what does not agree stops the export, with both numbers and the way to the text."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, bare
from snhr_desktop.ui.reports.page import ReportsPage
from tests.ui.reports.conftest import LONG
from tests.ui.reports.test_texts import edit


def test_passing_says_how_much_was_checked(page: ReportsPage, shown: Callable[[], str]) -> None:
    shown()
    page.tabs.go(page.check)
    made = page.composition.made
    assert made is not None
    said = bare(page.check.said())
    assert said.startswith("The numbers agree")
    for number in (made.held.figures, made.held.tables, made.held.charts, made.held.sentences):
        assert str(number) in said
    page.kit.tongue.switch(ARABIC)
    assert "الأرقام متطابقة" in page.check.said()


def test_a_number_that_the_records_do_not_bear_out_stops_the_export_and_leads_to_its_text(
    page: ReportsPage, qtbot: QtBot, answer: Callable[[Path | None], list[str]]
) -> None:
    proposed = answer(None)
    edit(page, "about", "In all 4,321 civilians were killed.", "قُتل 4,321 مدنياً.")
    page.save.click()
    qtbot.waitUntil(lambda: page.tabs.shows(page.check), timeout=LONG)
    assert proposed == []
    said = bare(page.check.said())
    assert "4,321" in said
    assert "it is not the number of the records" in said
    assert page.check.door.isVisible()
    page.check.door.click()
    assert page.tabs.shows(page.pane)
    assert page.pane.names.name() == "about"
    assert page.pane.editors["en"].source.hasFocus() or not page.isActiveWindow()
