"""Switching language says every bound text again, keeps nothing alive, and mends Qt's own Arabic."""

import datetime as dt
import gc
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QPushButton, QWidget

from snhr_desktop.i18n import ARABIC, ENGLISH, LEFT_TO_RIGHT_MARK, N_, RIGHT_TO_LEFT_MARK, Language
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Tongue, said

QUIT, SEARCH = N_("Quit"), N_("Search")
DAY = dt.date(2018, 3, 22)


@pytest.fixture
def tongue(kit: Kit) -> Tongue:
    return kit.tongue


def test_a_bound_text_is_said_now_and_at_each_switch(tongue: Tongue) -> None:
    button = tongue.bind(QPushButton(), text=QUIT, toolTip=SEARCH)
    assert (button.text(), button.toolTip()) == ("Quit", "Search")
    tongue.switch(ARABIC)
    assert (button.text(), button.toolTip()) == (ARABIC.text(QUIT), ARABIC.text(SEARCH))
    tongue.switch(ENGLISH)
    assert button.text() == "Quit"


def test_binding_again_replaces(tongue: Tongue) -> None:
    label = tongue.bind(QLabel(), text=QUIT)
    tongue.bind(label, text=SEARCH)
    tongue.switch(ARABIC)
    assert label.text() == ARABIC.text(SEARCH)


def test_a_composed_text_is_composed_in_the_new_language(tongue: Tongue) -> None:
    label = tongue.bind(QLabel(), text=lambda language: language.month_name(DAY))
    tongue.switch(ARABIC)
    assert label.text() == "آذار"


def test_actions_speak_too(tongue: Tongue) -> None:
    action = tongue.bind(QAction(), text=QUIT)
    tongue.switch(ARABIC)
    assert action.text() == ARABIC.text(QUIT)


def test_the_window_turns_round_with_the_language(tongue: Tongue, application: QApplication) -> None:
    tongue.switch(ARABIC)
    assert application.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QLocale().toString(1234) == "1234"
    tongue.switch(ENGLISH)
    assert application.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_mixed_text_starts_from_the_side_of_its_language() -> None:
    def code_first(_: Language) -> str:
        return "A-17 · شاهد"

    assert said(code_first, ARABIC) == RIGHT_TO_LEFT_MARK + "A-17 · شاهد"
    assert said(code_first, ENGLISH) == "A-17 · شاهد"
    assert said(lambda _: "A-17", ARABIC) == "A-17"


def test_a_name_does_not_turn_the_sentence_that_it_begins() -> None:
    def kept(language: Language) -> str:
        return language.text(N_("{name}: kept as {reference}"), name="صورة القصف.jpg", reference="IDL-F-2026-00001")

    assert said(kept, ENGLISH) == LEFT_TO_RIGHT_MARK + kept(ENGLISH)
    assert said(lambda _: "قصف سوق MAM", ENGLISH) == "قصف سوق MAM", "a title is a text of its own"
    assert said(lambda language: language.isolate("قصف سوق"), ENGLISH) == ENGLISH.isolate("قصف سوق")


class Owner(QWidget):
    """Counts how often it was told."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self.told = 0
        self.label = tongue.bind(QLabel(self), text=lambda _: f"{self.told}")
        tongue.on_switch(self, self.hear)

    def hear(self) -> None:
        self.told += 1


def test_an_owner_hears_now_and_at_each_switch(tongue: Tongue) -> None:
    owner = Owner(tongue)
    tongue.switch(ARABIC)
    assert owner.told == 2
    assert owner.label.text() in {"1", "2"}


def test_nothing_is_kept_alive_by_what_it_bound(tongue: Tongue) -> None:
    before = len(tongue._bonds)
    owner = Owner(tongue)
    gone = weakref.ref(owner)
    del owner
    gc.collect()
    assert gone() is None
    assert len(tongue._bonds) == before


def test_what_qt_has_deleted_is_left_alone(tongue: Tongue) -> None:
    owner = Owner(tongue)
    shiboken6.delete(owner)
    tongue.switch(ARABIC)
    assert owner.told == 1


def test_qt_speaks_arabic_with_the_mended_words(tongue: Tongue) -> None:
    tongue.switch(ARABIC)
    discard, cancel = QDialogButtonBox.StandardButton.Discard, QDialogButtonBox.StandardButton.Cancel
    box = QDialogButtonBox(discard | cancel)
    assert box.button(discard).text() == "تجاهل التغييرات"
    assert box.button(cancel).text() == "إلغاء"
    shiboken6.delete(box)


def test_a_text_qt_cannot_translate_does_not_vanish(tongue: Tongue) -> None:
    tongue.switch(ARABIC)
    assert QCoreApplication.translate("Nowhere", "Unheard of") == "Unheard of"
    assert QCoreApplication.translate("QShortcut", "+") == "+"
