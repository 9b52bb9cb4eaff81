"""The search for words of another language finds them in the middle of a sentence, and leaves values of records be."""

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH, FIRST_STRONG_ISOLATE, POP_ISOLATE, Language
from tests.ui.strangers import foreign
from tests.ui.walk import unnamed

VALUE = f"{FIRST_STRONG_ISOLATE}{{}}{POP_ISOLATE}"


@pytest.mark.parametrize(
    "text, language, found",
    [
        ("حفظ the record", ARABIC, True),
        ("Save السجل", ENGLISH, True),
        ("احفظ " + VALUE.format("Ariha"), ARABIC, False),
        ("Save " + VALUE.format("أريحا"), ENGLISH, False),
        ("حفظ (Ctrl+S) بصيغة PDF وCSV", ARABIC, False),
        ("IDL-2018-00001", ARABIC, False),
        ("Ariha market", ARABIC, False),  # as it was written
        ("Ariha", ARABIC, True),
    ],
)
def test_words_of_another_language_are_found(qtbot: QtBot, text: str, language: Language, found: bool) -> None:
    label = QLabel(text)
    qtbot.addWidget(label)
    assert bool(foreign(label, language, frozenset({"Ariha market"}))) is found


def test_items_are_read_and_what_is_out_of_sight_only_if_asked(qtbot: QtBot) -> None:
    window, view = QWidget(), QListView()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(view)
    view.setModel(QStringListModel(["Save"], view))
    view.hide()
    assert foreign(window, ARABIC)
    assert foreign(window, ARABIC, seen_only=True) == []


def test_a_button_without_words_has_no_name(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for button in (QPushButton(), QPushButton("Save")):
        column.addWidget(button)
        button.setEnabled(False)
    assert unnamed(window) == ["QPushButton in QWidget"]
