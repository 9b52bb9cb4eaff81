"""The help says the same in both languages, as plain text."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language, bare
from snhr_desktop.ui.commands import COMMANDS
from snhr_desktop.ui.help import HelpView, sections
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Card
from tests.ui.walk import untranslated


def test_both_languages_have_the_same_sections_keys_and_paragraphs() -> None:
    shapes = [
        [(len(part.paragraphs), [key for key, _ in part.keys]) for part in sections(language)]
        for language in LANGUAGES.values()
    ]
    assert len(shapes[0]) >= 4
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_every_command_with_a_key_is_told(language: Language) -> None:
    told = {one for part in sections(language) for key, _ in part.keys for one in (key, *key.split(", "))}
    assert {command.shortcut for command in COMMANDS} <= told


def test_the_page_follows_the_language(kit: Kit, qtbot: QtBot) -> None:
    view = HelpView(kit)
    qtbot.addWidget(view)
    assert "Keys" in {label.text() for label in view.findChildren(QLabel)}
    kit.tongue.switch(ARABIC)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    shown = view.findChildren(QLabel)
    assert "المفاتيح" in {label.text() for label in shown}
    assert {label.textFormat() for label in shown} == {Qt.TextFormat.PlainText}
    assert untranslated(view) == []
    assert kit.tongue.other() is ENGLISH


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
@pytest.mark.parametrize("width", [700, 1060])
def test_no_line_is_cut(kit: Kit, qtbot: QtBot, language: Language, width: int) -> None:
    kit.tongue.switch(language)
    view = HelpView(kit)
    qtbot.addWidget(view)
    view.resize(width, 600)
    view.show()
    for label in view.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_the_keys_of_the_list_and_of_the_form_are_told(language: Language) -> None:
    told = " ".join(key for part in sections(language) for key, _ in part.keys)
    for key in ("F6", "F7", "F8", "F9", "Ctrl+E", "Alt+1 … Alt+9", "Ctrl+R", "Enter"):
        assert key in told


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_the_marks_of_standing_texts_are_told(language: Language) -> None:
    told = {key for part in sections(language) for key, _ in part.keys}
    assert {"**…**", "*…*", "[…](…)", "^[…]"} <= told


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
def test_the_contents_lead_to_every_section(kit: Kit, qtbot: QtBot, language: Language) -> None:
    kit.tongue.switch(language)
    view = HelpView(kit)
    qtbot.addWidget(view)
    view.resize(1100, 600)
    with qtbot.waitExposed(view):
        view.show()
    headings = [one.heading for one in sections(language)]
    doors = {bare(one.text()): one for one in view.findChildren(QPushButton)}
    assert list(doors) == headings
    bar, seen = view._body.verticalScrollBar(), 0
    for heading in headings:
        doors[heading].click()
        card = next(one for one in view.findChildren(Card) if bare(one.accessibleName()) == heading)
        top = card.mapTo(view._body.viewport(), QPoint(0, 0)).y()
        assert top == 0 or (0 < top < view._body.viewport().height() and bar.value() == bar.maximum())
        assert bar.value() >= seen
        seen = bar.value()
    assert seen == bar.maximum()
    assert view._body.hasFocus() or not view.isActiveWindow(), "the arrow keys scroll on from there"
