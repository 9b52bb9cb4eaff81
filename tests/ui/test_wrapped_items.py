"""Words of a list wrap inside their item, in both directions, and none is cut."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QHeaderView, QListWidget, QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH, Language
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets.wrapped_items import wrap_items

SENTENCES = {
    "en": "No date in the file; the date of the record’s own code was taken (15)",
    "ar": "لا تاريخ في الملف؛ أُخذ تاريخ رمز السجل نفسه (15)",
}


@pytest.mark.parametrize("width", range(120, 330, 30))
@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_an_item_is_as_high_as_its_words(kit: Kit, qtbot: QtBot, language: Language, width: int) -> None:
    kit.tongue.switch(language)
    shown = QListWidget()
    qtbot.addWidget(shown)
    shown.setWordWrap(True)
    shown.setFixedWidth(width)
    shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    wrap_items(shown)
    shown.addItems([SENTENCES[language.code], "1"])
    shown.show()
    QApplication.processEvents()
    place = shown.visualItemRect(shown.item(0))
    room = QRect(0, 0, place.width() - 12, 1_000)
    words = shown.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, SENTENCES[language.code])
    assert place.height() >= words.height()
    assert place.bottom() < shown.visualItemRect(shown.item(1)).top()
    assert not shown.grab().isNull()


@pytest.mark.parametrize("width", range(120, 330, 7))
@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_a_row_of_a_table_is_as_high_as_its_words(kit: Kit, qtbot: QtBot, language: Language, width: int) -> None:
    """Qt alone takes an Arabic line for short enough that it then cuts."""
    kit.tongue.switch(language)
    shown = QTableWidget(1, 2)
    qtbot.addWidget(shown)
    shown.setStyleSheet("QTableWidget::item { padding: 7px 4px; }")
    wrap_items(shown)
    for column, words in enumerate((SENTENCES[language.code], "1")):
        shown.setItem(0, column, QTableWidgetItem(words))
        shown.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        shown.setColumnWidth(column, width)
    shown.show()
    shown.resizeRowsToContents()
    one = shown.fontMetrics().lineSpacing()
    lines = (shown.rowHeight(0) - 14) // one
    assert lines >= 1
    assert shown.fontMetrics().horizontalAdvance(SENTENCES[language.code]) <= lines * (width - 10)
    assert not shown.grab().isNull()
