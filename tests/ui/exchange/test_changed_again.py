"""What was said of a file can be said otherwise: values that cannot be read, and words that have a term already."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import bare
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.ui.exchange.page import ExchangePage
from snhr_desktop.ui.exchange.words_line import WordsLine
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import folder_file
from tests.ui.exchange.driving import chips, made, take_in, tried

SETTLE = Callable[[], None]
HEADER = "code,date,governorate,town,name of killed,age,killed,party"
ROWS = (
    "A1,2018-03-22,Idlib,Ariha,Amal,35,2,regime",
    "A2,2018-03-23,Idlib,Ariha,Badr,about forty,1,the locals",
    "A3,2018-03-24,Idlib,Ariha,Dana,7,many,regime",
)


def chosen(words: WordsLine, code: str) -> None:
    words.term.choose(code)
    words.term.activated.emit(words.term.currentIndex())


def test_a_value_that_cannot_be_read_refuses_no_record_where_a_person_says_so(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot, tmp_path: Path, settle: SETTLE
) -> None:
    made(page, qtbot, folder_file(tmp_path, "list.csv", "\n".join((HEADER, *ROWS))), settle)
    tried(page, qtbot)
    assert chips(page)[4] == 2, "an age, and a number of people"
    page.mapping.lenient.click()
    qtbot.waitUntil(lambda: page.report.isVisible() and chips(page)[4] == 1)
    assert page.mapping.lenient.isChecked()
    told = [bare(line) for section in page.report._sections for line in section.lines]
    assert any("about forty" in line and "F3" in line for line in told)
    assert any("many" in line or "killed" in line for line in told), "a number that is counted still refuses its record"
    take_in(page, qtbot)
    settle()
    assert workspace.incidents(IncidentQuery()).total == 2
    page.mapping.lenient.click()
    qtbot.waitUntil(lambda: page.report.isVisible() and chips(page)[4] == 2)


def test_a_word_that_was_decided_can_be_decided_again(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path, settle: SETTLE
) -> None:
    made(page, qtbot, folder_file(tmp_path, "list.csv", "\n".join((HEADER, *ROWS[:2]))), settle)
    tried(page, qtbot)
    words, decided = page.mapping.words, page.mapping.decided
    qtbot.waitUntil(words.isVisible)
    chosen(words, "russia")
    qtbot.waitUntil(lambda: page.report.isVisible() and not words.isVisible())
    assert decided.isVisible()
    there = [bare(decided.word.itemText(at)) for at in range(decided.word.count())]
    at = next(at for at, text in enumerate(there) if "the locals" in text)
    decided.word.setCurrentIndex(at)
    decided.word.chosen.emit(decided.word.code())
    assert decided.term.code() == "russia"
    chosen(decided, "-")
    settle()
    qtbot.waitUntil(page.report.isVisible)
    assert "the locals" in decided.word.currentText(), "one stays at the word one is at"
    assert decided.term.code() == "-"
    assert page.mapping.look is not None
    assert page.mapping.look.mapping is not None
    assert "" in {code for said in page.mapping.look.mapping.words.values() for code in said.values()}
