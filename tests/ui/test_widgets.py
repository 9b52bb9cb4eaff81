"""The small pieces: plain text whatever is written, words in both languages, reachable by keyboard."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.errors import DiskFull
from snhr_desktop.figures.units import UNITS
from snhr_desktop.i18n import ARABIC, ENGLISH, N_, Language
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import (
    Card,
    ChoiceBox,
    EmptyState,
    KeyFigure,
    Labelled,
    Notice,
    PageHeader,
    PlainLabel,
    SearchField,
    StatusChip,
    button,
    icon_button,
)  # fmt: skip
from snhr_desktop.ui.widgets.status_chip import STATUS_SIGNS
from tests.builders import HOSTILE_TEXTS
from tests.ui.walk import cut_off, unnamed, untranslated

SEARCH, QUIT, HELP = N_("Search"), N_("Quit"), N_("Help")


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
@pytest.mark.parametrize("wrap", [False, True])
def test_a_label_shows_what_was_written(kit: Kit, qtbot: QtBot, text: str, wrap: bool) -> None:
    label = PlainLabel(wrap=wrap)
    qtbot.addWidget(label)
    label.setText(text)
    label.resize(300, 80)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert not label.grab().isNull()
    assert label.text() == text


@pytest.mark.parametrize("text", ["1,109", "شاهد عيان", "Witness", "A-17 · شاهد"])
def test_a_label_stands_at_the_leading_side_whatever_its_script(kit: Kit, qtbot: QtBot, text: str) -> None:
    label = PlainLabel()
    qtbot.addWidget(label)
    label.setText(text)
    assert label.alignment() & Qt.AlignmentFlag.AlignLeft
    kit.tongue.switch(ARABIC)
    assert label.alignment() & Qt.AlignmentFlag.AlignRight
    assert label.alignment() & Qt.AlignmentFlag.AlignAbsolute
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    assert label.alignment() & Qt.AlignmentFlag.AlignHCenter


def test_what_is_copied_has_no_direction_marks(kit: Kit, qtbot: QtBot) -> None:
    label = PlainLabel()
    qtbot.addWidget(label)
    label.allow_copying(kit)
    label.setText("\u2066IDL-2018-00042\u2069")
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "IDL-2018-00042"


def test_a_notice_tells_a_refusal_in_whichever_language_is_spoken(kit: Kit, qtbot: QtBot) -> None:
    notice = Notice(kit)
    qtbot.addWidget(notice)
    assert notice.text() == ""
    notice.refuse(DiskFull())
    assert notice.text() == DiskFull().tell(ENGLISH)
    kit.tongue.switch(ARABIC)
    assert notice.text() == DiskFull().tell(ARABIC)
    assert notice.accessibleName() == notice.text()
    notice.clear()
    assert notice.text() == ""


def test_a_key_figure_says_number_and_unit_together(kit: Kit, qtbot: QtBot) -> None:
    figure = KeyFigure(kit, QUIT, toll=True)
    qtbot.addWidget(figure)
    attacks = UNITS["attacks"]
    figure.show_number(1109, partial(attacks.say, 1109), HELP)
    assert figure.accessibleName() == "Quit: 1,109 attacks"
    assert figure.number_text() == "1,109"
    kit.tongue.switch(ARABIC)
    assert "1,109 هجمات" in figure.accessibleName()
    for number, told in ((2, "هجومان"), (1, "هجوم واحد"), (0, "لا هجمات")):
        figure.show_number(number, partial(attacks.say, number))
        assert figure.number_text() == told, "the noun says the number"
        assert figure.accessibleName().endswith(f": {told}")
    figure.show_number(None, partial(attacks.say, None))
    assert "– غير معلوم" in figure.accessibleName()


def test_a_key_figure_is_a_door_by_mouse_and_by_keyboard(kit: Kit, qtbot: QtBot) -> None:
    figure = KeyFigure(kit, QUIT)
    qtbot.addWidget(figure)
    figure.show_number(5, partial(UNITS["attacks"].say, 5))
    figure.show()
    opened: list[bool] = []
    figure.clicked.connect(lambda: opened.append(True))
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
    QTest.keyClick(figure, Qt.Key.Key_Space)
    assert opened == [True, True]
    assert figure.sizeHint().height() > 80


def options(*codes: str) -> list[tuple[str, object]]:
    """Words that are their code, with the language's."""

    def words(code: str) -> object:
        def say(language: Language) -> str:
            return f"{code} {language.code}"

        return say

    return [(code, words(code)) for code in codes]


def test_a_choice_survives_switch_and_new_options(kit: Kit, qtbot: QtBot) -> None:
    box = ChoiceBox(kit, QUIT, options("a", "b", "c"))  # type: ignore[arg-type]
    qtbot.addWidget(box)
    heard: list[str] = []
    box.chosen.connect(heard.append)
    box.choose("b")
    kit.tongue.switch(ARABIC)
    assert (box.code(), box.currentText()) == ("b", "b ar")
    box.offer(options("x", "b"))  # type: ignore[arg-type]
    assert box.code() == "b"
    box.offer(options("x"))  # type: ignore[arg-type]
    assert box.code() == "x"
    assert heard == []
    box.offer(options("x", "y"))  # type: ignore[arg-type]
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert heard == ["y"]


def test_a_choice_without_room_ends_in_an_ellipsis_and_is_told_whole(kit: Kit, qtbot: QtBot) -> None:
    box = ChoiceBox(kit, QUIT, options("the first year of an agreement that was kept by nobody"))  # type: ignore[arg-type]
    qtbot.addWidget(box)
    box.resize(160, 34)
    box.show()
    assert box.shown().endswith("…")
    QApplication.sendEvent(box, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), box.mapToGlobal(QPoint(5, 5))))
    assert QToolTip.text() == box.currentText()
    QToolTip.hideText()
    box.resize(700, 34)
    assert box.shown() == box.currentText()


def test_scrolling_past_a_choice_does_not_change_it(kit: Kit, qtbot: QtBot) -> None:
    box = ChoiceBox(kit, QUIT, options("a", "b"))  # type: ignore[arg-type]
    qtbot.addWidget(box)
    none = Qt.MouseButton.NoButton
    at, turned = QPointF(5, 5), QPoint(0, -120)
    plain = Qt.KeyboardModifier.NoModifier
    box.wheelEvent(QWheelEvent(at, at, turned, turned, none, plain, Qt.ScrollPhase.NoScrollPhase, False))
    assert box.code() == "a"


def test_a_hint_turns_into_what_is_wrong_and_back(kit: Kit, qtbot: QtBot) -> None:
    edit = QLineEdit()
    line = Labelled(kit, QUIT, edit, HELP, required=True)
    qtbot.addWidget(line)
    assert line.complaint() == ""
    line.complain(SEARCH)
    assert (line.complaint(), edit.accessibleDescription(), edit.property("invalid")) == ("Search", "Search", True)
    kit.tongue.switch(ARABIC)
    assert line.complaint() == ARABIC.text(SEARCH)
    line.settle()
    assert (line.complaint(), edit.property("invalid")) == ("", False)
    line.advise(SEARCH)
    assert line.complaint() == ""


@pytest.mark.parametrize("code", [*vocabulary("status"), "of_the_future"])
def test_a_status_is_told_in_words(kit: Kit, qtbot: QtBot, code: str) -> None:
    chip = StatusChip(kit)
    qtbot.addWidget(chip)
    chip.show_status(code)
    assert chip.accessibleName()
    assert (code in STATUS_SIGNS) == (code in vocabulary("status"))


def test_a_page_of_pieces_is_named_translated_and_whole(kit: Kit, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    header = PageHeader(kit, SEARCH, HELP)
    header.trailing.addWidget(SearchField(kit, SEARCH))
    card = Card(kit, QUIT, HELP)
    card.body.addWidget(Labelled(kit, QUIT, QTextEdit(), HELP))
    card.head.addWidget(icon_button(kit, HELP, "ellipsis"))
    empty = EmptyState(kit, "inbox", QUIT, HELP)
    empty.offer(SEARCH, "plus")
    column.addWidget(header)
    column.addWidget(card)
    column.addWidget(ChoiceBox(kit, QUIT, [("q", QUIT)]))
    column.addWidget(button(kit, QUIT, "save", "primary", HELP))
    column.addWidget(empty)
    page.resize(800, 700)
    page.show()
    for language in (ENGLISH, ARABIC):
        kit.tongue.switch(language)
        qtbot.wait(1)
        assert unnamed(page) == []
        assert cut_off(page) == []
    assert untranslated(page) == []


def test_the_walk_finds_what_is_wrong(kit: Kit, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    edit, label = QLineEdit(page), PlainLabel(parent=page)
    edit.setPlaceholderText("Not translated")
    label.setText("A label with no room for its words")
    label.resize(20, 20)
    page.show()
    assert untranslated(page) == ["PlainLabel: A label with no room for its words", "QLineEdit: Not translated"]
    assert len(cut_off(page)) == 1
    assert unnamed(page) == ["QLineEdit in QWidget"]


def test_an_unknown_kind_of_button_is_a_mistake(kit: Kit) -> None:
    with pytest.raises(ValueError, match="loud"):
        button(kit, QUIT, kind="loud")


@pytest.mark.parametrize("toll", [True, False])
def test_only_a_number_of_dead_is_in_the_colour_of_the_dead(kit: Kit, qtbot: QtBot, toll: bool) -> None:
    card = KeyFigure(kit, N_("Search"), toll=toll)
    qtbot.addWidget(card)
    for number in (0, 3, 0, None):
        card.show_number(number, N_("Search"))
        assert card._shown.property("toll") is (toll and bool(number))
