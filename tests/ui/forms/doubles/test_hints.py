"""Hints beside the form: they come while one types, by keyboard, in both languages, and go once dismissed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from snhr_desktop.domain.doubles import IncidentTraits
from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.values import NO_SITE, NO_TIME
from snhr_desktop.i18n import ARABIC, bare
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms import IncidentForm
from snhr_desktop.ui.forms.doubles.compare_dialog import CompareDialog
from snhr_desktop.ui.forms.doubles.merge_dialog import MergeDialog
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS, attribution, counted, dossier, source, victim, weapon
from tests.ui.forms.doubles.conftest import AHMAD
from tests.ui.forms.keyboard import press
from tests.ui.walk import cut_off, unnamed, untranslated

Settle = Callable[[], None]


def typed(form: IncidentForm, settle: Settle, **said: object) -> None:
    """Enter the same incident again, as far as it is said; nothing of it is saved."""
    given = dossier(victim(**AHMAD), incident=counted(title_ar="قصف"), weapons=(weapon(),), sources=())
    form.body.load({**given.dump(), **said})
    form._edited()
    form.checking.review()
    settle()


def saved_double(form: IncidentForm, workspace: Workspace, settle: Settle) -> Dossier:
    """The same incident again, saved and open in the form."""
    witness = (source(pseudonym="a-1", kind="medic"), source(pseudonym="A-1"))
    people = (victim(**(AHMAD | {"age": 35})), victim(number=3, sex=""))
    given = dossier(
        *people, incident=counted(title_ar="آخر", time="11:00"), weapons=(weapon(munitions=3),), sources=witness,
        attributions=(attribution("russia"), attribution()),
    )  # fmt: skip
    double = workspace.save(given).dossier
    form.open_saved(double)
    settle()
    return double


def dialog_of(form: IncidentForm) -> QDialog:
    """The dialog that stands over the form."""
    assert form.doubles.dialog is not None
    return form.doubles.dialog


def test_nothing_is_proposed_for_a_blank_entry(form: IncidentForm) -> None:
    assert form.side.doubles.isHidden()


def test_the_same_incident_and_person_come_while_one_types(form: IncidentForm, known: Dossier, settle: Settle) -> None:
    typed(form, settle)
    incident, person = form.side.doubles.texts()
    assert "Market" in incident
    assert "Same day · Same place · Same party: Syrian regime forces · Same weapon: Barrel bomb" in incident
    assert known.incident.reference in person
    assert "Same father’s name" in person


def test_the_card_speaks_arabic_and_everything_in_it_has_a_name(form: IncidentForm, desk: Desk, settle: Settle) -> None:
    desk.tongue.switch(ARABIC)
    typed(form, settle)
    card = form.side.doubles
    assert "السلاح نفسه: برميل متفجر" in bare(card.texts()[0])
    assert untranslated(card) == []
    assert unnamed(card) == []
    assert cut_off(card) == []
    assert card.height() >= card.minimumSizeHint().height()


def test_another_entry_has_other_hints(form: IncidentForm, settle: Settle) -> None:
    typed(form, settle)
    form.open_new()
    settle()
    assert form.side.doubles.isHidden()


def test_by_keys_alone_a_hint_is_dismissed_and_called_back(
    form: IncidentForm, workspace: Workspace, settle: Settle
) -> None:
    typed(form, settle)
    form.body.go_to_section(0)
    press(Qt.Key.Key_F3)
    assert QApplication.focusWidget() is form.side.doubles.list
    press(Qt.Key.Key_Delete)
    settle()
    assert ["Market" in text for text in form.side.doubles.texts()] == [False]
    assert form.side.doubles.again.isVisible()
    nothing = IncidentTraits(NO_TIME, NO_SITE)
    assert workspace.likely_doubles(nothing, [], form.keeper.key).dismissed == 1
    form.save()
    settle()
    assert ["Market" in text for text in form.side.doubles.texts()] == [False]
    form.side.doubles.again.click()
    settle()
    assert ["Market" in text for text in form.side.doubles.texts()] == [True, False]


def test_enter_puts_both_side_by_side(form: IncidentForm, desk: Desk, known: Dossier, settle: Settle) -> None:
    desk.tongue.switch(ARABIC)
    typed(form, settle)
    form.side.doubles.enter()
    QTest.keyClick(form.side.doubles.list, Qt.Key.Key_Return)
    settle()
    dialog = dialog_of(form)
    assert isinstance(dialog, CompareDialog)
    assert untranslated(dialog, frozenset({"Market", "Ahmad al-Ali", "Two barrels.", "A-1", "≠"})) == []
    assert unnamed(dialog) == []
    cells = [[dialog.table.item(row, c) for c in range(4)] for row in range(dialog.table.rowCount())]
    said = [[cell.text() for cell in row if cell] for row in cells]
    assert any(bare(row[1]) == "≠" and "سوق" in row[3] for row in said)
    assert not any("Hidden Name" in cell for row in said for cell in row)
    assert not dialog.act.isEnabled()  # it was never saved
    read: list[str] = []
    form.doubles.record_asked.connect(read.append)
    dialog.read.click()
    assert read == [known.incident.uid]


def test_only_what_differs_can_be_shown(form: IncidentForm, settle: Settle) -> None:
    typed(form, settle)
    form.doubles.compare(form.side.doubles._hints[0])
    settle()
    dialog = dialog_of(form)
    assert isinstance(dialog, CompareDialog)
    every = dialog.table.rowCount()
    dialog.only.click()
    assert 0 < dialog.table.rowCount() < every
    dialog.dismiss.click()
    settle()
    assert len(form.side.doubles.texts()) == 1


def test_a_saved_double_is_merged_field_by_field(
    form: IncidentForm, workspace: Workspace, known: Dossier, desk: Desk, settle: Settle
) -> None:
    double = saved_double(form, workspace, settle)
    form.doubles.compare(form.side.doubles._hints[0])
    settle()
    compare = dialog_of(form)
    assert isinstance(compare, CompareDialog)
    compare.act.click()
    settle()
    dialog = dialog_of(form)
    assert isinstance(dialog, MergeDialog)
    desk.tongue.switch(ARABIC)
    assert untranslated(dialog, frozenset({"Market", "Ahmad al-Ali", "Two barrels.", "A-1", "a-1", "≠"})) == []
    assert unnamed(dialog) == []
    dialog.turn_round()  # the one that was there before stays
    row = next(n for n, r in enumerate(dialog.table._rows) if r.key == ("incident", 0, "time"))
    dialog.table.setCurrentCell(row, 2)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    dialog.reason.setText(" ")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    settle()
    assert dialog.isVisible()
    dialog.reason.setText("one attack")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    settle()
    joined = workspace.dossier(known.incident.uid)
    assert (joined.incident.title_ar, joined.incident.time) == ("سوق", "11:00")
    assert [each.number for each in joined.victims] == [1, 1, 3]
    assert [each.party for each in joined.attributions] == ["regime", "russia"]
    assert [each.real_name for each in joined.sources] == ["Hidden Name", ""]
    assert workspace.dossier(double.incident.uid).incident.status == "rejected"
    assert form.raw()["incident"]["uid"] == known.incident.uid
    assert workspace.history(known.incident.uid)[-1].reason == "one attack"


def test_a_merge_that_is_refused_is_told_and_changes_nothing(
    form: IncidentForm, workspace: Workspace, known: Dossier, settle: Settle
) -> None:
    double = saved_double(form, workspace, settle)
    form.doubles.merge_with(known)
    settle()
    dialog = dialog_of(form)
    assert isinstance(dialog, MergeDialog)
    for line in dialog.matching.lines:
        line.box.choose("")
    dialog.matching.changed.emit()
    dialog.merge.click()
    settle()
    assert "already named" in dialog.notice.text()
    assert workspace.dossier(double.incident.uid) == double
    dialog.reject()


def test_a_record_is_the_same_as_one_at_most(
    form: IncidentForm, workspace: Workspace, known: Dossier, settle: Settle
) -> None:
    saved_double(form, workspace, settle)
    form.doubles.merge_with(known)
    settle()
    dialog = dialog_of(form)
    assert isinstance(dialog, MergeDialog)
    first, second = (line for line in dialog.matching.lines if line.name == "victims")
    assert (first.box.code(), second.box.code()) == ("0", "")
    second.box.choose("0")
    second.box.chosen.emit("0")
    assert (first.box.code(), second.box.code()) == ("", "0")
    dialog.reject()


def test_a_person_of_another_incident_is_linked(
    form: IncidentForm, workspace: Workspace, known: Dossier, settle: Settle
) -> None:
    double = saved_double(form, workspace, settle)
    hint = next(hint for hint in form.side.doubles._hints if hint.icon == "user")
    form.doubles.compare(hint)
    settle()
    dialog = dialog_of(form)
    assert isinstance(dialog, CompareDialog)
    dialog.act.click()
    settle()
    [linked] = workspace.kinship(known.incident.uid).persons
    assert linked.other_uid == double.victims[0].uid
    assert hint not in form.side.doubles._hints
    assert "linked" in form.notice.text()


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_texts_are_compared_as_they_stand(
    form: IncidentForm, workspace: Workspace, settle: Settle, text: str
) -> None:
    typed(form, settle, victims=[{**victim(**AHMAD).dump(), "notes": text[:2000]}])
    form.doubles.compare(form.side.doubles._hints[0])
    settle()
    dialog = dialog_of(form)
    assert isinstance(dialog, CompareDialog)
    assert dialog.table.rowCount()
    dialog.reject()
