"""A hint may stand with a reason: by keys alone, kept with the incident, taken back, undone."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from snhr_desktop.ui.forms import IncidentForm
from snhr_desktop.workspace import Workspace
from tests.builders import dossier, facility
from tests.ui.forms.keyboard import CTRL, press, type_keys

GIVEN = dossier(facilities=(facility(military_presence=""),))


def presence(form: IncidentForm) -> str:
    """How the missing statement on military presence stands in the checks."""
    return str(next(p.level for p in form.checking.review().problems if p.field == "military_presence"))


def led_to_it(form: IncidentForm, workspace: Workspace) -> None:
    form.open_saved(workspace.save(GIVEN).dossier)
    form.body.editors["title_ar"].setFocus()
    while form._met is None or form._met.field != "military_presence":
        press(Qt.Key.Key_F8)


def test_a_hint_is_let_stand_by_keys_and_kept(form: IncidentForm, workspace: Workspace, qtbot: QtBot) -> None:
    led_to_it(form, workspace)
    press(Qt.Key.Key_F7)
    type_keys("لم يذكره أحد\n")
    assert presence(form) == "accepted"
    assert any("لم يذكره أحد" in text for text in form.side.checks.texts())
    assert form.side.accepting.isHidden()
    with qtbot.waitSignal(form.saved) as saved:
        press(Qt.Key.Key_S, CTRL)
    (kept,) = workspace.dossier(saved.args[0].dossier.incident.uid).waivers
    assert (kept.check, kept.reason) == ("military_presence", "لم يذكره أحد")
    assert not [finding for finding in workspace.verify() if finding.level == "error"]
    with qtbot.waitSignal(form.saved):
        form.body.editors["title_en"].set_raw("another title")
        form.save()
    assert len(workspace.dossier(saved.args[0].dossier.incident.uid).waivers) == 1


def test_it_is_taken_back_and_undone(form: IncidentForm, workspace: Workspace) -> None:
    led_to_it(form, workspace)
    press(Qt.Key.Key_F7)
    type_keys("seen\n")
    assert presence(form) == "accepted"
    checks = form.side.checks
    checks.setFocus()
    row = next(at for at, text in enumerate(checks.texts()) if "seen" in text)
    checks.setCurrentRow(row)
    press(Qt.Key.Key_Delete)
    assert presence(form) == "hint"
    form.body.undoing.stack.undo()
    assert presence(form) == "accepted"


def test_without_a_reason_nothing_stands(form: IncidentForm, workspace: Workspace) -> None:
    led_to_it(form, workspace)
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_Return)
    assert presence(form) == "hint"
    press(Qt.Key.Key_Escape)
    assert form.side.accepting.isHidden()


def test_what_is_to_be_put_right_cannot_be_let_stand(form: IncidentForm) -> None:
    form.checking.review()
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_F7)
    assert form.side.accepting.isHidden()
    assert "cannot be let stand" in form.bar.line.text()


def test_another_entry_begins_without_the_question_of_the_one_before(form: IncidentForm, workspace: Workspace) -> None:
    led_to_it(form, workspace)
    press(Qt.Key.Key_F7)
    assert not form.side.accepting.isHidden()
    form.open_new()
    assert form.side.accepting.isHidden()
