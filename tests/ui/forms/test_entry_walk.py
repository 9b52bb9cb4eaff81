"""An incident entered from the first key to the last in Arabic, saved, and read back from the store."""

import datetime as dt

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.values import When
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms import IncidentForm
from snhr_desktop.workspace import Workspace
from tests.ui.forms.entering import enter_incident
from tests.ui.forms.keyboard import CTRL, SHIFT, press, type_keys


def test_a_whole_incident_by_keyboard_in_arabic(
    form: IncidentForm, desk: Desk, qtbot: QtBot, workspace: Workspace
) -> None:
    desk.tongue.switch(ARABIC)
    enter_incident(form)
    form.checking.review()
    assert "7 قتلى مدنيين" in form.side.toll.text()
    assert "مجزرة" in form.body.massacre.text()
    with qtbot.waitSignal(form.saved) as signal:
        press(Qt.Key.Key_S, CTRL | SHIFT)
    saved = workspace.dossier(signal.args[0].dossier.incident.uid)
    assert saved.incident.status == "documented"
    assert saved.incident.kinds == ("killing", "vital_attack")
    assert saved.incident.delivery == "helicopter"
    assert saved.incident.date == When.on(dt.date(2018, 3, 22))
    place = desk.operations.gazetteer.get(saved.incident.place.pcode)
    assert place is not None
    assert place.name_ar == "سراقب"
    assert [(v.number, v.name_ar, v.sex, v.age, v.age_group) for v in saved.victims] == [
        (1, "أحمد العلي", "male", 34, ""),
        (1, "فاطمة العلي", "female", 9, ""),
        (1, "ريم", "female", None, "adult"),
        (4, "", "", None, "child"),
    ]
    assert [(a.party, a.mode) for a in saved.attributions] == [("regime", "joint_pending"), ("russia", "joint_pending")]
    assert [(f.type, f.name_ar, f.military_presence) for f in saved.facilities] == [("school", "مدرسة الشهيد", "none")]
    assert [(w.weapon, w.attacks, w.munitions) for w in saved.weapons] == [("barrel", 1, 2)]
    assert [(s.kind, s.pseudonym) for s in saved.sources] == [("eyewitness", "أ-17")]
    assert saved.incident.reference in form.bar.line.text()
    assert workspace.drafts() == ()


def test_a_second_save_changes_the_same_records(
    form: IncidentForm, desk: Desk, qtbot: QtBot, workspace: Workspace
) -> None:
    desk.tongue.switch(ARABIC)
    enter_incident(form)
    with qtbot.waitSignal(form.saved) as first:
        form.save()
    desk.tongue.switch(ENGLISH)
    assert form.bar.reason.isVisible()
    form.bar.reason.setText("a witness corrected the age")
    form.body.lists["victims"].setFocus()
    form.body.lists["victims"].grid.go_to(0, 4)
    type_keys("35\n")
    with qtbot.waitSignal(form.saved) as second:
        form.save()
    before, after = first.args[0].dossier, second.args[0].dossier
    assert after.victims[0].age == 35
    assert [v.uid for v in after.victims] == [v.uid for v in before.victims]
    assert after.revision > before.revision
    assert workspace.history(after.incident.uid)[-1].reason == "a witness corrected the age"
