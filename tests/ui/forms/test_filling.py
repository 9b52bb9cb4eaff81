"""What is filled in for a person: from the entry before, with a template, with suggested names; all of it undone."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.records import CHILDREN, Dossier, Incident
from snhr_desktop.domain.templates import TEMPLATES, Template
from snhr_desktop.i18n import ENGLISH
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms import IncidentForm
from snhr_desktop.ui.forms import filling as words
from snhr_desktop.workspace import Workspace
from tests.builders import attribution, dossier, incident, source, victim, weapon
from tests.ui.forms.keyboard import ALT, CTRL, press, type_keys

BEFORE = dossier(
    incident=incident(delivery="helicopter"),
    victims=(victim(name_ar="أحمد العلي"),),
    attributions=(attribution("regime", mode="named"),),
    weapons=(weapon("barrel", munitions=3),),
    sources=(source(pseudonym="A-17", statement_ar="رأيت", stated_killed=4),),
)


@pytest.fixture
def after(form: IncidentForm, workspace: Workspace, desk: Desk) -> IncidentForm:
    """A new entry after one that was saved."""
    workspace.save(BEFORE)
    form.open_new()
    desk.operations.settle()
    return form


def told(form: IncidentForm) -> str:
    return form.bar.line.text()


def test_the_field_in_focus_is_repeated_from_the_entry_before(after: IncidentForm) -> None:
    after.body.editors["place"].setFocus()
    press(Qt.Key.Key_R, CTRL)
    assert after.raw()["incident"]["place"]["pcode"] == BEFORE.incident.place.pcode
    assert told(after) == ENGLISH.text(words.REPEATED)
    press(Qt.Key.Key_Z, CTRL)
    assert not after.raw()["incident"]["place"]
    press(Qt.Key.Key_Y, CTRL)
    assert after.raw()["incident"]["place"]["pcode"] == BEFORE.incident.place.pcode


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("attributions", [{"party": "regime", "mode": "named"}]),
        ("weapons", [{"weapon": "barrel", "attacks": 1, "munitions": 3}]),
    ],
)
def test_a_list_is_repeated_whole_and_not_twice(after: IncidentForm, name: str, rows: list[dict[str, object]]) -> None:
    after.body.go_to_list(name)
    press(Qt.Key.Key_R, CTRL)
    press(Qt.Key.Key_R, CTRL)
    assert after.body.lists[name].dump() == rows


def test_of_a_source_is_repeated_who_it_is_and_not_what_it_said(after: IncidentForm) -> None:
    after.body.go_to_list("sources")
    press(Qt.Key.Key_R, CTRL)
    (row,) = after.body.lists["sources"].dump()
    assert row["pseudonym"] == "A-17"
    assert not {"uid", "statement_ar", "stated_killed"} & row.keys()


def test_persons_are_not_repeated(after: IncidentForm) -> None:
    after.body.go_to_list("victims")
    press(Qt.Key.Key_R, CTRL)
    assert after.body.lists["victims"].dump() == []
    assert told(after) == ENGLISH.text(words.NOT_REPEATED)


def test_before_the_first_entry_there_is_nothing_to_repeat(form: IncidentForm) -> None:
    form.body.editors["delivery"].setFocus()
    press(Qt.Key.Key_R, CTRL)
    assert told(form) == ENGLISH.text(words.NO_ENTRY_BEFORE)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.code)
def test_a_template_fills_what_is_blank_and_is_undone_at_once(form: IncidentForm, template: Template) -> None:
    blank = form.raw()
    form.filling.begin_with(template)
    begun, problems = Dossier.parse(form.raw())
    assert not [problem for problem in problems if problem.level == "error"]
    assert begun.attributions == (), "who did it is found out, never taken for granted"
    assert begun != Dossier(Incident())
    form.filling.begin_with(template)
    assert len(form.body.lists["weapons"].dump()) <= 1
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    assert form.raw() == blank


def test_a_template_writes_over_nothing(form: IncidentForm) -> None:
    form.body.editors["delivery"].setFocus()
    type_keys("drone")
    form.filling.begin_with(TEMPLATES[0])
    assert form.raw()["incident"]["delivery"] == "drone"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.code)
def test_every_template_names_fields_and_lists_that_exist(template: Template) -> None:
    assert set(template.incident) <= {field.name for field in Incident.fields()}
    for name, rows in template.lists.items():
        fields = {field.name for field in CHILDREN[name].fields()}
        assert all(set(row) <= fields for row in rows)


def test_templates_are_chosen_by_keys(form: IncidentForm, qtbot: QtBot) -> None:
    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert menu is form.head.begin.menu()
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(200, choose)
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: form.raw()["incident"]["delivery"] == "helicopter")


def test_english_names_are_suggested_and_taken_by_one_key(form: IncidentForm) -> None:
    press(Qt.Key.Key_3, ALT)
    type_keys("أحمد العلي\t\t\t\t\t\t\t\t\tفاطمة العلي\t")
    held = form.body.lists["victims"]
    held.details.editors["name_en"].set_raw("")
    held.rows.edit(held.rows.rows[0], "name_en", "Ahmed Alali")
    held.grid.go_to(1)
    assert held.details.editors["name_en"].line.placeholderText() == "Fatima al-Ali"  # type: ignore[attr-defined]
    press(Qt.Key.Key_E, CTRL)
    assert [row["name_en"] for row in held.dump()] == ["Ahmed Alali", "Fatima al-Ali"]
    press(Qt.Key.Key_Z, CTRL)
    assert "name_en" not in held.dump()[1]


def test_what_is_typed_in_fields_and_lists_is_undone_in_one_order(form: IncidentForm) -> None:
    press(Qt.Key.Key_1, ALT)
    type_keys("سوق")
    press(Qt.Key.Key_3, ALT)
    type_keys("أحمد")
    press(Qt.Key.Key_Z, CTRL)
    assert form.body.lists["victims"].dump() == []
    assert form.raw()["incident"]["title_ar"] == "سوق"
    press(Qt.Key.Key_Z, CTRL)
    assert form.raw()["incident"]["title_ar"] == ""
    press(Qt.Key.Key_Y, CTRL)
    press(Qt.Key.Key_Y, CTRL)
    assert form.body.lists["victims"].dump() == [{"name_ar": "أحمد"}]
