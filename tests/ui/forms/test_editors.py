"""One editor for each kind: what goes in comes out, what is wrong is said in both languages, nothing typed is lost."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStyle, QStyleOptionFrame
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.kinds import NOT_A_DATE
from snhr_desktop.domain.places import Grounds, Level, Shape
from snhr_desktop.domain.records import CHILDREN, Incident, Record
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import ARABIC, LANGUAGES, Language, bare
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.editors import FieldEditor, editor_for
from snhr_desktop.ui.forms.editors.choice_editor import ChoiceEditor
from snhr_desktop.ui.forms.editors.choices_editor import ChoicesEditor
from snhr_desktop.ui.forms.editors.narrative_editor import NarrativeEditor
from snhr_desktop.ui.forms.editors.site_editor import SiteEditor
from snhr_desktop.ui.forms.editors.type_ahead import TypedTag
from snhr_desktop.ui.forms.editors.when_editor import WhenEditor
from snhr_desktop.ui.forms.means import Means
from tests.ui.forms.keyboard import CTRL, focused, press, type_keys

HOSTILE = [
    "مُحَمَّدٌ بن عبدالله",
    "\u202egnp.exe\u202c \u2066x\u2069",
    "<b>&amp; 'quoted' \"double\" {name} %s",
    "ا" * 4_000,
]

RECORDS: tuple[type[Record], ...] = (Incident, *CHILDREN.values())
Make = Callable[[type[Record], str], Any]


@pytest.fixture
def make(means: Means, qtbot: QtBot) -> Iterator[Make]:
    """Make the editor of a field and show it."""
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    window = QWidget()
    column = QVBoxLayout(window)

    def made(record_type: type[Record], name: str) -> FieldEditor:
        editor = editor_for(means, record_type.field(name), window)
        column.addWidget(editor)
        window.resize(600, 300)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        editor.setFocus()
        return editor

    yield made
    shiboken6.delete(window)


def every_field() -> list[tuple[type[Record], str]]:
    return [(record, field.name) for record in RECORDS for field in record.fields()]


@pytest.mark.parametrize("record,name", every_field(), ids=lambda value: getattr(value, "type_name", value))
def test_a_default_survives_every_editor(make: Make, record: type[Record], name: str) -> None:
    editor, field = make(record, name), record.field(name)
    editor.set_raw(field.kind.dump(field.default))
    assert field.kind.parse(editor.raw()) in (field.default, field.kind.parse(field.kind.dump(field.default)))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["title_ar", "learned_how", "narrative_ar", "narrative_en"])
def test_hostile_text_is_kept_as_it_is(make: Make, name: str, text: str) -> None:
    editor = make(Incident, name)
    editor.set_raw(text)
    assert editor.raw() == text


@pytest.mark.parametrize(
    "typed,first,last,said",
    [
        ("22/3/2018", "2018-03-22", "2018-03-22", "22 March 2018 (Exact day)"),
        ("٢٢/٣/٢٠١٨", "2018-03-22", "2018-03-22", "22 March 2018 (Exact day)"),
        ("22 آذار 2018", "2018-03-22", "2018-03-22", "22 March 2018 (Exact day)"),
        ("March 2018", "2018-03-01", "2018-03-31", "March 2018 (Month)"),
        ("19/12/2017..20/12/2017", "2017-12-19", "2017-12-20", "19 to 20 December 2017 (Range of days)"),
    ],
)
def test_a_date_says_what_was_understood(make: Make, typed: str, first: str, last: str, said: str) -> None:
    editor = make(Incident, "date")
    type_keys(typed)
    when = editor.field.kind.parse(editor.raw())
    assert (str(when.first), str(when.last)) == (first, last)
    assert editor.note_text() == said


def test_a_precision_that_figures_cannot_say_is_kept_until_the_date_is_typed_anew(make: Make) -> None:
    editor = make(Incident, "date")
    week = {"first": "2018-03-19", "last": "2018-03-25", "precision": "week"}
    editor.set_raw(week)
    assert editor.raw() == week
    assert "week of" in editor.note_text()
    editor.line.selectAll()
    type_keys("2018")
    assert editor.raw() == "2018"


def test_an_error_takes_the_place_of_the_hint_and_follows_the_language(make: Make, desk: Desk) -> None:
    editor = make(Incident, "time")
    hint = editor.note_text()
    problem = Problem("incident", "time", editor.field.hint)
    editor.show_problems([problem])
    assert editor.line.property("invalid") is True
    desk.tongue.switch(ARABIC)
    assert editor.note_text() == problem.tell(ARABIC) != hint
    assert editor.line.accessibleDescription() == editor.note_text()
    editor.show_problems([])
    assert editor.line.property("invalid") is False


def test_an_error_quotes_what_is_typed_now(make: Make) -> None:
    editor = make(Incident, "date")
    for typed in ("31/2/2018", "32/2/2018"):
        editor.show_problems([Problem("incident", "date", NOT_A_DATE, values={"text": typed})])
        assert typed in editor.note_text()


@pytest.mark.parametrize("typed,code", [("النظام", "regime"), ("روس", "russia"), ("داعش", "isis"), ("russ", "russia")])
def test_a_choice_is_made_by_typing_any_of_its_words(make: Make, desk: Desk, typed: str, code: str) -> None:
    desk.tongue.switch(ARABIC)
    editor: ChoiceEditor = make(CHILDREN["attributions"], "party")
    type_keys(typed)
    assert editor.raw() == code
    press(Qt.Key.Key_Delete)
    assert editor.raw() == ""


def typed_tag() -> str:
    """What is said of the letters typed so far."""
    shown = [tag for tag in focused().window().findChildren(TypedTag) if tag.isVisible()]
    return bare(shown[-1].text()) if shown else ""


@pytest.mark.parametrize("typed", ["قوات النظام السوري", "قوات سوريا الديمقراطية", "القوات الروسية"])
def test_a_slow_hand_types_one_choice(make: Make, desk: Desk, qtbot: QtBot, typed: str) -> None:
    desk.tongue.switch(ARABIC)
    editor: ChoiceEditor = make(CHILDREN["attributions"], "party")
    half = len(typed) // 2
    type_keys(typed[:half])
    qtbot.wait(1_400)
    type_keys(typed[half:])
    assert label("party", editor.raw(), ARABIC) == typed
    assert typed_tag() == f"المكتوب: {typed}"


def test_letters_are_shown_until_the_field_is_left(make: Make) -> None:
    editor: ChoiceEditor = make(CHILDREN["attributions"], "party")
    after = make(Incident, "title_en")
    editor.setFocus()
    type_keys("russ")
    assert typed_tag() == "Typed: russ"
    type_keys("\t")
    assert typed_tag() == ""
    assert after.line.hasFocus()
    assert editor.raw() == "russia"


def test_what_nothing_fits_is_said_and_stays_said_when_the_field_is_left(make: Make) -> None:
    editor: ChoiceEditor = make(CHILDREN["attributions"], "party")
    make(Incident, "title_en")
    editor.setFocus()
    type_keys("russz")
    assert editor.raw() == ""
    assert typed_tag() == "Nothing fits “russz”; it stays as it was."
    type_keys("\t")
    assert typed_tag() == "Nothing fits “russz”; it stays as it was."


def test_backspace_takes_back_a_letter_and_escape_all_of_them(make: Make) -> None:
    editor: ChoiceEditor = make(CHILDREN["attributions"], "party")
    editor.set_raw("isis")
    type_keys("russz")
    press(Qt.Key.Key_Backspace)
    assert (editor.raw(), typed_tag()) == ("russia", "Typed: russ")
    press(Qt.Key.Key_Escape)
    assert (editor.raw(), typed_tag()) == ("isis", "")
    type_keys("iran")
    assert editor.raw() == "iran_militias"
    press(Qt.Key.Key_Delete)
    assert (editor.raw(), typed_tag()) == ("", "")


def test_an_open_list_is_typed_into_too(make: Make, qtbot: QtBot) -> None:
    editor: ChoiceEditor = make(CHILDREN["attributions"], "party")
    editor.box.showPopup()
    view = editor.box.view()
    qtbot.waitUntil(view.isVisible)
    for letter in "syrian d":
        QTest.sendKeyEvent(QTest.KeyAction.Click, view, Qt.Key.Key_unknown, letter, Qt.KeyboardModifier.NoModifier)
    assert view.currentIndex().data() == "Syrian Democratic Forces"
    assert editor.raw() == ""
    editor.box.hidePopup()


@pytest.mark.parametrize("before", ["", "isis"])
@pytest.mark.parametrize("typed", ["حكومة الإنقاذ", "قوات النظام الروسي", "xyz"])
def test_words_that_no_term_has_choose_none_by_their_beginning(make: Make, desk: Desk, typed: str, before: str) -> None:
    desk.tongue.switch(ARABIC)
    editor: ChoiceEditor = make(CHILDREN["attributions"], "party")
    editor.set_raw(before)
    type_keys(typed)
    assert editor.raw() == before


def test_the_wheel_changes_no_choice(make: Make) -> None:
    editor: ChoiceEditor = make(Incident, "delivery")
    editor.set_raw("helicopter")
    centre = QPointF(editor.box.rect().center())
    wheel = QWheelEvent(
        centre, editor.box.mapToGlobal(centre), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor.box, wheel)
    assert editor.raw() == "helicopter"


def test_a_code_of_a_newer_list_is_shown_and_kept(make: Make) -> None:
    choice, several = make(Incident, "delivery"), make(Incident, "kinds")
    choice.set_raw("submarine")
    several.set_raw(["killing", "flooding"])
    assert choice.raw() == "submarine"
    assert several.raw() == ["killing", "flooding"]


def test_chips_are_taken_by_keys(make: Make) -> None:
    editor: ChoicesEditor = make(Incident, "kinds")
    type_keys("double ")
    type_keys("ind ")
    press(Qt.Key.Key_Right)
    type_keys(" ")
    assert editor.raw() == ["double_tap", "indiscriminate", "prohibited_weapon"]
    stops = [chip for chip in editor.chips if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


def test_chips_are_found_by_more_than_one_letter_and_by_home_and_end(make: Make, desk: Desk) -> None:
    desk.tongue.switch(ARABIC)
    make(Incident, "kinds")
    for typed, code in (
        ("القص", "indiscriminate"),
        ("الق", "killing"),
        ("خطف", "abduction"),
        ("تهجير", "displacement"),
    ):
        press(Qt.Key.Key_End)
        assert focused().property("text") == "العنف الجنسي"
        type_keys(typed)
        assert focused().code == code  # type: ignore[attr-defined]
        assert typed_tag() == f"المكتوب: {typed}"
    type_keys("ظظ")
    assert typed_tag() == "لا شيء يطابق «تهجيرظظ»؛ بقي الاختيار كما كان."
    press(Qt.Key.Key_Home)
    assert focused().property("text") == "القتل"
    assert typed_tag() == ""


@pytest.mark.parametrize("typed", ["saraqib", "Sarāqib", "سراقب", "سراق"])
def test_a_place_is_found_by_any_spelling(make: Make, typed: str) -> None:
    editor: SiteEditor = make(Incident, "place")
    type_keys(typed)
    assert editor.line.searching()
    type_keys("\n")
    site = editor.field.kind.parse(editor.raw())
    found = editor.means.gazetteer.get(site.pcode)
    assert found is not None
    assert found.name_en == "Saraqib"
    assert site.precision == "community"
    assert editor.note_text().startswith("Saraqib · ")


def test_a_place_keeps_its_name_in_the_language_spoken(make: Make, desk: Desk) -> None:
    editor: SiteEditor = make(Incident, "place")
    type_keys("saraqib\t")
    before = editor.raw()
    desk.tongue.switch(ARABIC)
    assert editor.line.text() == "سراقب"
    assert "إدلب" in editor.note_text()
    assert editor.raw() == before


def test_a_place_of_no_list_is_refused_and_still_kept(make: Make) -> None:
    editor: SiteEditor = make(Incident, "place")
    type_keys("qqqq xxxx")
    raw = editor.raw()
    _, problems = Incident.parse({"place": raw})
    assert [(p.field, p.level) for p in problems if p.level == "error"] == [("place", "error")]
    again: SiteEditor = make(Incident, "place")
    again.set_raw(raw)
    assert again.line.text() == "qqqq xxxx"
    assert again.raw() == raw


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_coordinates_filled_in_show_their_whole_degrees(make: Make, desk: Desk, language: Language) -> None:
    desk.tongue.switch(language)
    editor: SiteEditor = make(Incident, "place")
    editor.set_raw({"pcode": "", "precision": "coordinates", "lat": -35.930556, "lon": 136.633889})
    for line in (editor.latitude, editor.longitude):
        needed = line.fontMetrics().horizontalAdvance(line.text())
        room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, _option(line), line)
        assert room.width() >= needed
        assert line.cursorPosition() == 0


def _option(line: QLineEdit) -> QStyleOptionFrame:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    return option


def test_coordinates_set_the_precision(make: Make) -> None:
    editor: SiteEditor = make(Incident, "place")
    type_keys("saraqib\t\t٣٥.٨٦\t36.8")
    site = editor.field.kind.parse(editor.raw())
    assert (site.lat, site.lon, site.precision) == (35.86, 36.8, "coordinates")


@pytest.fixture
def around_saraqib(means: Means) -> Iterator[None]:
    """A boundary that a pack brought."""
    ring = [(36.0, 35.0), (37.0, 35.0), (37.0, 36.0), (36.0, 36.0), (36.0, 35.0)]
    means.gazetteer.grounds = Grounds({Level.SUBDISTRICT: {"SY070003": Shape.of([ring])}})
    yield
    means.gazetteer.grounds = Grounds()


@pytest.mark.usefixtures("around_saraqib")
def test_the_sub_district_of_coordinates_is_proposed_and_taken_by_its_key(make: Make, desk: Desk) -> None:
    editor: SiteEditor = make(Incident, "place")
    type_keys("\t\t35.5\t36.8")
    assert bare(editor.offer._words.text()) == "The coordinates lie in Saraqib sub-district · Idlib."
    assert editor.raw()["pcode"] == "", "nothing is filled in alone"
    desk.tongue.switch(ARABIC)
    assert "سراقب" in editor.offer._words.text()
    assert "Ctrl+U" in editor.offer.use.text()
    press(Qt.Key.Key_U, CTRL)
    site = editor.field.kind.parse(editor.raw())
    assert (site.pcode, site.lat, site.precision) == ("SY070003", 35.5, "coordinates")
    assert editor.offer.isHidden()
    assert focused() is editor.line


@pytest.mark.usefixtures("around_saraqib")
@pytest.mark.parametrize(("pcode", "offered"), [("C3916", False), ("SY07", True), ("SY02", False)])
def test_what_is_stated_goes_before_what_is_drawn(make: Make, pcode: str, offered: bool) -> None:
    editor: SiteEditor = make(Incident, "place")
    editor.set_raw({"pcode": pcode, "precision": "coordinates", "lat": 35.5, "lon": 36.8})
    assert editor.offer.isVisible() is offered
    editor.latitude.clear()
    type_keys("\t\t5")
    assert not editor.offer.isVisible()


def test_a_text_is_written_from_the_side_of_its_language(make: Make) -> None:
    arabic, english, either = make(Incident, "title_ar"), make(Incident, "title_en"), make(Incident, "learned_how")
    assert arabic.line.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert english.line.layoutDirection() == Qt.LayoutDirection.LeftToRight
    type_keys("اتصال")
    assert either.line.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_a_long_narrative_stays_whole_and_the_field_stops_growing(make: Make) -> None:
    editor: NarrativeEditor = make(Incident, "narrative_ar")
    low = editor.text.height()
    text = "قال الشاهد إن الطائرة عادت.\n" * 1_800
    editor.set_raw(text)
    assert editor.raw() == text
    assert len(text) > 50_000
    assert low < editor.text.height() < 400
    _, problems = Incident.parse({"narrative_ar": editor.raw()})
    assert problems[0].field == "narrative_ar"
    assert problems[0].level == "error"


def test_tab_leaves_a_narrative_and_enter_begins_a_line(make: Make) -> None:
    editor, after = make(Incident, "narrative_ar"), make(Incident, "title_en")
    editor.setFocus()
    type_keys("one\ntwo\t")
    assert editor.raw() == "one\ntwo"
    assert after.line.hasFocus()


def test_set_raw_is_no_edit(make: Make, qtbot: QtBot) -> None:
    values = {
        "title_ar": "x",
        "kinds": ["killing"],
        "delivery": "drone",
        "date": "2018",
        "place": "",
        "toll_open": True,
    }
    for name, raw in values.items():
        editor = make(Incident, name)
        with qtbot.assertNotEmitted(editor.edited):
            editor.set_raw(raw)
        assert editor.raw() == raw
    assert isinstance(make(Incident, "narrative_en").text, QPlainTextEdit)
    assert isinstance(make(Incident, "learned_on"), WhenEditor)
