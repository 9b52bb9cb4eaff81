"""The form as a whole: nothing typed is lost, everything wrong is said, both languages, every control named."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.records import CHILDREN, Incident
from snhr_desktop.errors import DiskFull
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.ui.commands import COMMANDS
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms import IncidentForm
from snhr_desktop.ui.forms.editors.when_editor import WhenEditor
from snhr_desktop.ui.forms.sections import NOT_ASKED, SECTIONS, SHOWN
from snhr_desktop.ui.operations import Operations, Worker
from snhr_desktop.ui.widgets import PlainLabel
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import HOSTILE_TEXTS, PASSPHRASE, dossier, victim
from tests.ui.forms.keyboard import ALT, SHIFT, focused, press, type_keys
from tests.ui.walk import cut_off, unnamed, untranslated

Settle = Callable[[], None]


@pytest.fixture
def settle(form: IncidentForm, desk: Desk, qtbot: QtBot) -> Settle:
    """Write what waits and let the store answer."""

    def wait() -> None:
        done: list[Any] = []
        form.flush()
        desk.operations.ask(lambda workspace: workspace.drafts(), done.append)
        qtbot.waitUntil(lambda: bool(done))

    return wait


def put(form: IncidentForm, name: str, raw: Any) -> None:
    """Enter a field of the incident as a person does."""
    editor = form.body.editors[name]
    editor.set_raw(raw)
    editor.edited.emit()


def test_every_field_of_the_incident_has_its_place() -> None:
    asked = [field.name for section in SECTIONS for field in section.fields()]
    assert sorted(asked) == sorted(field.name for field in Incident.fields() if field.name not in NOT_ASKED)


@pytest.mark.parametrize("key,name", [(Qt.Key.Key_0, "weapons"), (Qt.Key.Key_Minus, "sources")])
def test_a_list_inside_a_section_has_a_key_that_is_seen(form: IncidentForm, desk: Desk, key: Qt.Key, name: str) -> None:
    press(key, ALT)
    grid = form.body.lists[name].grid
    assert focused() is grid
    assert not grid.visibleRegion().isEmpty()
    for language in (ENGLISH, ARABIC):
        desk.tongue.switch(language)
        shown = [bare(label.text()) for label in form.body.findChildren(PlainLabel)]
        title = next(listing.title for section in SECTIONS for listing in section.listings if listing.name == name)
        assert f"{language.text(title)} (Alt+{chr(key)})" in shown


def test_every_field_of_every_list_can_be_entered(form: IncidentForm) -> None:
    for name, record in CHILDREN.items():
        if name == "waivers":  # let stand beside the checks
            continue
        held = form.body.lists[name]
        columns = {field.name for field in held.rows.columns}
        assert columns | held.details.editors.keys() == {field.name for field in record.fields()}


def test_a_fresh_form_holds_a_blank_dossier(form: IncidentForm) -> None:
    assert form.checking.latest.dossier.incident == Incident()
    assert form.checking.latest.dossier.records() == (Incident(),)
    assert form.checking.latest.errors == ()


BAD = [
    ("incident", "date", {"date": "31/2/2018"}, {}),
    ("incident", "date", {"date": "1/1/2999"}, {}),
    ("incident", "date", {"date": "5/5/2018..1/5/2018"}, {}),
    ("incident", "time", {"time": "25:00"}, {}),
    ("incident", "second_strike", {"second_strike": "-1"}, {}),
    ("incident", "place", {"place": {"pcode": "?", "typed": "nowhere"}}, {}),
    ("incident", "place", {"place": {"pcode": "C9999999"}}, {}),
    ("incident", "place", {"place": {"pcode": "C3871", "lat": "99", "lon": "36"}}, {}),
    ("incident", "learned_on", {"learned_on": "March 2018"}, {}),
    ("incident", "narrative_ar", {"narrative_ar": "ق" * 50_000}, {}),
    ("incident", "title_ar", {"title_ar": "ع" * 4_000}, {}),
    ("incident", "massacre_reason", {"massacre_override": "no"}, {}),
    ("victim", "age", {}, {"victims": [{"name_ar": "x", "age": "-3"}]}),
    ("victim", "age", {}, {"victims": [{"name_ar": "x", "age": "40", "age_group": "child"}]}),
    ("victim", "number", {}, {"victims": [{"number": "0"}]}),
    ("victim", "number", {}, {"victims": [{"number": "3", "name_ar": "x"}]}),
    ("victim", "sex", {}, {"victims": [{"name_ar": "x", "sex": "unheard-of"}]}),
    ("weapon", "munitions", {}, {"weapons": [{"weapon": "barrel", "munitions": "many"}]}),
    ("source", "stated_on", {}, {"sources": [{"kind": "monitor", "stated_on": "32/1/2018"}]}),
    ("attribution", "party", {}, {"attributions": [{"party": "russia"}, {"party": "russia"}]}),
]


@pytest.mark.parametrize("record,field,incident,lists", BAD)
def test_bad_input_is_told_beside_its_field_in_both_languages(
    form: IncidentForm, desk: Desk, workspace: Workspace, record: str, field: str, incident: Any, lists: Any
) -> None:
    raw = form.raw()
    form.body.load({**raw, **lists, "incident": {**raw["incident"], **incident}})
    form.save()
    for language in (ENGLISH, ARABIC):
        desk.tongue.switch(language)
        told = {(p.record, p.field): p.tell(language) for p in form.checking.latest.errors}
        said = told[record, field]
        assert said in beside(form, record, field)
        assert any(said in text for text in form.side.checks.texts())
    assert workspace.incidents(IncidentQuery()).total == 0
    assert form.raw()["incident"]["title_ar"] == incident.get("title_ar", "")


def test_an_error_at_the_edge_of_what_is_seen_is_scrolled_into_sight(form: IncidentForm, qtbot: QtBot) -> None:
    editor = form.body.editors["learned_on"]
    assert isinstance(editor, WhenEditor)
    view = form.body.viewport()
    editor.setFocus()
    foot = editor.line.mapTo(view, editor.line.rect().bottomLeft()).y()
    bar = form.body.verticalScrollBar()
    bar.setValue(bar.value() + foot - view.height() + 1)
    type_keys("31/2/2018\t")

    def told_in_sight() -> bool:
        told = "31/2/2018" in editor.note_text()
        return told and editor.mapTo(view, editor.rect().bottomLeft()).y() <= view.height()

    qtbot.waitUntil(told_in_sight)
    assert editor.mapTo(view, editor.rect().topLeft()).y() >= 0


def test_a_problem_gone_to_is_seen_with_its_words(form: IncidentForm, qtbot: QtBot) -> None:
    raw = form.raw()
    form.body.load({**raw, "incident": {**raw["incident"], "massacre_override": "no"}})
    form.save()
    editor, view = form.body.editors["massacre_reason"], form.body.viewport()
    qtbot.waitUntil(lambda: 0 < editor.mapTo(view, editor.rect().bottomLeft()).y() <= view.height())
    assert editor.isAncestorOf(focused())


def beside(form: IncidentForm, record: str, field: str) -> str:
    """What is said beside a field, of any row."""
    if record == "incident":
        return form.body.editors[field].note_text()
    held = next(held for held in form.body.lists.values() if held.rows.record_type.type_name == record)
    if field in held.details.editors:
        return held.details.editors[field].note_text()
    column = [each.name for each in held.rows.columns].index(field)
    rows = range(held.rows.rowCount())
    return "".join(held.rows.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for row in rows)


def test_an_error_is_not_shouted_before_the_field_is_left(form: IncidentForm, qtbot: QtBot) -> None:
    press(Qt.Key.Key_2, ALT)
    editor = form.body.editors["date"]
    type_keys("31/2")
    qtbot.waitUntil(lambda: bool(form.checking.latest.errors))
    assert editor.property("invalid") is not True
    assert "31/2" not in editor.note_text()
    type_keys("\t")
    qtbot.waitUntil(lambda: "31/2" in editor.note_text())


def test_what_documenting_needs_is_asked_when_it_is_tried(form: IncidentForm, workspace: Workspace) -> None:
    put(form, "title_ar", "قصف")
    form.save_documented()
    assert form.body.editors["kinds"].note_text() == "This is needed."
    assert form.body.editors["classification"].note_text().startswith("Say whether")
    assert form.body.editors["kinds"].isAncestorOf(form.body.editors["kinds"].window().focusWidget())
    assert "fields are to be corrected" in form.bar.line.text()
    assert form.raw()["incident"]["status"] == "reported"


def test_a_switch_of_language_keeps_everything_typed(form: IncidentForm, desk: Desk) -> None:
    for name, text in zip(("title_ar", "title_en", "narrative_ar", "review_notes"), HOSTILE_TEXTS, strict=False):
        put(form, name, text)
    put(form, "date", "31/2/2018")
    form.body.lists["victims"].load([{"name_ar": HOSTILE_TEXTS[2], "age": "-3"}])
    press(Qt.Key.Key_3, ALT)
    form.body.lists["victims"].grid.go_to(0, 1)
    type_keys("half")
    before = form.raw()
    for language in (ARABIC, ENGLISH, ARABIC):
        desk.tongue.switch(language)
        assert form.raw() == before
    assert before["victims"][0]["father_ar"] == "half"


def test_nothing_is_left_in_the_other_language_and_everything_has_a_name(
    form: IncidentForm, desk: Desk, settle: Settle
) -> None:
    form.body.load(dossier(victims=(victim(name_ar="أحمد"),)).dump())
    form.save_documented()
    desk.tongue.switch(ARABIC)
    QApplication.processEvents()
    assert untranslated(form, frozenset({"Attack on a market", "2018-03-22"})) == []
    assert unnamed(form) == []
    assert cut_off(form) == []
    desk.tongue.switch(ENGLISH)
    QApplication.processEvents()
    assert unnamed(form) == []
    assert cut_off(form) == []


def test_a_draft_is_kept_a_second_after_the_last_key(form: IncidentForm, workspace: Workspace, qtbot: QtBot) -> None:
    type_keys("قصف")
    with qtbot.waitSignal(form.keeper.kept, timeout=3_000):
        pass
    assert "Draft saved" in form.bar.line.text()
    (draft,) = workspace.drafts()
    assert draft.key == form.keeper.key
    assert draft.raw == form.raw()


def test_a_draft_is_offered_and_comes_back_as_it_was(
    form: IncidentForm, settle: Settle, qtbot: QtBot, workspace: Workspace
) -> None:
    put(form, "title_ar", HOSTILE_TEXTS[0])
    put(form, "date", "31/2/2018")
    put(form, "place", {"pcode": "?", "typed": "مكان ما", "precision": "", "lat": "", "lon": ""})
    form.body.lists["victims"].grid.setFocus()
    type_keys("أحمد\t\t4\t")
    before = form.raw()
    form.open_new()
    assert form.raw()["incident"]["title_ar"] == ""
    settle()
    assert form.offer.isVisible()
    form.offer.continued.emit(workspace.drafts()[0])
    assert form.raw() == before
    assert not form.offer.isVisible()
    form.save()
    assert len(workspace.drafts()) == 1


def test_discarding_is_never_final_at_once(form: IncidentForm, settle: Settle, workspace: Workspace) -> None:
    put(form, "title_ar", "قصف")
    settle()
    before = form.raw()
    form.discard()
    settle()
    assert workspace.drafts() == ()
    assert form.raw()["incident"]["title_ar"] == ""
    form.offer.brought_back.emit(before)
    settle()
    assert form.raw() == before
    assert len(workspace.drafts()) == 1


def test_an_incident_changed_elsewhere_is_not_overwritten(
    form: IncidentForm, settle: Settle, workspace: Workspace, qtbot: QtBot
) -> None:
    saved = workspace.save(dossier(victims=(victim(),))).dossier
    form.open_saved(saved)
    settle()
    put(form, "title_ar", "عنوان آخر")
    form.resize(1200, 700)
    form.show()
    form.body.go_to_section(4)
    settle()
    seen = form.body.verticalScrollBar().value()
    assert seen > 0
    other = saved.dump()
    other["incident"]["title_ar"] = "سبق إليه غيري"
    workspace.save(type(saved).parse(other)[0])
    with qtbot.waitSignal(form.saving.refused):
        form.save()
    settle()
    assert "saved elsewhere" in form.notice.text()
    assert "Title in Arabic" in form.notice.text()
    assert "سبق إليه غيري" in form.notice.text(), "what was saved meanwhile"
    assert workspace.history(saved.incident.uid)[-1].actor in form.notice.text(), "and by whom"
    assert form.body.verticalScrollBar().value() == seen, "one stays where one was"
    assert form.raw()["incident"]["title_ar"] == "عنوان آخر"
    assert [draft.key for draft in workspace.drafts()] == [saved.incident.uid]
    assert workspace.dossier(saved.incident.uid).incident.title_ar == "سبق إليه غيري"


def test_an_opened_incident_saved_unchanged_stays_as_it_is(
    form: IncidentForm, settle: Settle, workspace: Workspace, qtbot: QtBot
) -> None:
    saved = workspace.save(dossier(victims=(victim(name_ar="أحمد", age=19),))).dossier
    form.open_saved(saved)
    settle()
    assert form.checking.latest.dossier == saved
    assert saved.incident.reference in form.head.title.text()
    with qtbot.waitSignal(form.saved):
        form.save()
    assert workspace.dossier(saved.incident.uid) == saved


def test_what_is_typed_while_a_save_runs_stays(form: IncidentForm, workspace: Workspace, qtbot: QtBot) -> None:
    form.body.load(dossier().dump())
    with qtbot.waitSignal(form.saved):
        form.save()
        put(form, "title_en", "typed meanwhile")
    assert form.raw()["incident"]["title_en"] == "typed meanwhile"
    assert form.raw()["incident"]["uid"]
    assert form.keeper.waiting


def test_keys_lead_to_sections_and_problems(form: IncidentForm) -> None:
    for number in range(len(SHOWN)):
        press(Qt.Key(Qt.Key.Key_1 + number), ALT)
        assert form.body.section_of(form.window().focusWidget()) == number
        assert form.index.buttons[number].isChecked()
    press(Qt.Key.Key_F6)
    assert form.body.section_of(form.window().focusWidget()) == 0
    put(form, "date", "31/2/2018")
    press(Qt.Key.Key_F8)
    assert form.body.editors["date"].isAncestorOf(form.window().focusWidget())


def test_the_next_problem_is_none_the_less_next_when_the_one_before_was_put_right(form: IncidentForm) -> None:
    put(form, "date", "31/2/2018")
    put(form, "time", "25:99")
    press(Qt.Key.Key_F8)
    put(form, "date", "28/2/2018")
    press(Qt.Key.Key_F8)
    assert form.body.editors["time"].isAncestorOf(form.window().focusWidget())


def test_a_check_leads_to_its_field(form: IncidentForm) -> None:
    form.body.load({**form.raw(), "victims": [{"name_ar": "x"}, {"name_ar": "y", "age": "200"}]})
    form.checking.review()
    checks = form.side.checks
    row = next(row for row, text in enumerate(checks.texts()) if "Age, row 2" in text)
    checks.setFocus()
    checks.setCurrentRow(row)
    press(Qt.Key.Key_Return)
    index = form.body.lists["victims"].grid.currentIndex()
    assert (index.row(), index.column()) == (1, 4)


def test_closing_keeps_the_draft(form: IncidentForm, settle: Settle, workspace: Workspace, qtbot: QtBot) -> None:
    put(form, "title_ar", "قصف")
    with qtbot.waitSignal(form.closed):
        form.close_entry()
    settle()
    assert len(workspace.drafts()) == 1


def test_nothing_personal_reaches_the_disk_in_the_clear(form: IncidentForm, settle: Settle, tmp_path: Path) -> None:
    secret = "فلان بن فلان"
    form.body.lists["sources"].load([{"kind": "eyewitness", "real_name": secret}])
    put(form, "title_ar", "قصف")
    settle()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not any(secret.encode() in path.read_bytes() or b"\\u0641\\u0644" in path.read_bytes() for path in files)


def test_a_full_disk_strands_no_entry(form: IncidentForm, workspace: Workspace, qtbot: QtBot) -> None:
    def refuse(*_: Any) -> None:
        raise DiskFull

    put(form, "title_ar", "قصف")
    before = form.raw()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workspace, "put_draft", refuse)
        with qtbot.waitSignal(form.keeper.stranded):
            form.open_new()
        assert form.notice.text().startswith("The disk is full.")
        assert form.offer.isVisible()
    form.offer.brought_back.emit(before)
    assert form.raw() == before


def test_a_refused_save_of_an_entry_that_was_left_is_still_a_draft(
    form: IncidentForm, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    saved = workspace.save(dossier()).dossier
    form.open_saved(saved)
    put(form, "title_ar", "عنوان آخر")
    other = saved.dump()
    other["incident"]["title_ar"] = "سبق إليه غيري"
    workspace.save(type(saved).parse(other)[0])
    with qtbot.waitSignal(form.saving.refused):
        form.save()
        form.open_new()
    settle()
    (draft,) = workspace.drafts()
    assert draft.raw["incident"]["title_ar"] == "عنوان آخر"


def test_a_row_taken_out_and_saved_comes_back_by_undo(form: IncidentForm, workspace: Workspace, qtbot: QtBot) -> None:
    form.open_saved(workspace.save(dossier(victim(name_ar="أ"), victim(name_ar="ب"))).dossier)
    held = form.body.lists["victims"]
    held.grid.go_to(0, 0)
    held.remove_row()
    with qtbot.waitSignal(form.saved) as signal:
        form.save()
    assert [v.name_ar for v in signal.args[0].dossier.victims] == ["ب"]
    held.rows.undo.undo()
    with qtbot.waitSignal(form.saved) as signal:
        form.save()
    assert [v.name_ar for v in signal.args[0].dossier.victims] == ["أ", "ب"]


def test_a_store_for_reading_only_is_never_written(
    desk: Desk, qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.save(dossier())
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE, read_only=True) as reading:
        worker = Worker()
        form = IncidentForm(desk.kit, Operations(worker, reading))
        put(form, "title_ar", "قصف")
        form.save()
        form.flush()
        assert not form.bar.save.isEnabled()
        worker.close()
        shiboken6.delete(form)
    assert workspace.drafts() == ()


def test_no_key_of_the_form_is_a_key_of_the_window(form: IncidentForm) -> None:
    ours = {shortcut.key().toString() for shortcut in form.findChildren(QShortcut)}
    pages = {f"Ctrl+{number}" for number in range(1, 10)}
    assert ours >= {"Ctrl+S", "Ctrl+Shift+S", "F6", "F8", "Alt+1", "Alt+9", "Alt+0", "Ctrl+D"}
    assert ours.isdisjoint({command.shortcut for command in COMMANDS} | pages)


def test_a_draft_discarded_from_the_offer_comes_back_beside_what_is_typed(
    form: IncidentForm, settle: Settle, workspace: Workspace, qtbot: QtBot
) -> None:
    put(form, "title_ar", "الأول")
    settle()
    form.open_new()
    settle()
    discard = next(b for b in form.offer.findChildren(QPushButton) if b.text() == "Discard the draft")
    discard.click()
    put(form, "title_ar", "الثاني")
    back = next(b for b in form.offer.findChildren(QPushButton) if b.text() == "Bring it back")
    back.click()
    assert form.raw()["incident"]["title_ar"] == "الأول"
    settle()
    assert sorted(draft.title for draft in workspace.drafts()) == ["الأول", "الثاني"]


def test_offers_come_before_the_form_for_the_keyboard(form: IncidentForm, settle: Settle) -> None:
    put(form, "title_ar", "الأول")
    settle()
    form.open_new()
    settle()
    assert form.body.editors["title_ar"].isAncestorOf(form.window().focusWidget())
    press(Qt.Key.Key_Backtab, SHIFT)
    assert focused().property("text") == "Continue the entry"
    press(Qt.Key.Key_Backtab, SHIFT)
    assert focused().property("text") == "Discard the draft"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_entry_goes_on_by_one_key(form: IncidentForm, settle: Settle, key: Qt.Key) -> None:
    put(form, "title_ar", "الأول")
    settle()
    form.open_new()
    settle()
    press(Qt.Key.Key_Backtab, SHIFT)
    press(key)
    assert form.raw()["incident"]["title_ar"] == "الأول"
    assert not form.offer.isVisible()


def test_enter_presses_the_button_that_has_the_focus(form: IncidentForm, qtbot: QtBot) -> None:
    form.bar.documented.setFocus()
    press(Qt.Key.Key_Return)
    assert form.checking.tried
    form.head.leave.setFocus()
    with qtbot.waitSignal(form.closed):
        press(Qt.Key.Key_Enter)


def test_a_stopped_save_stays_told_when_the_draft_is_written(form: IncidentForm, qtbot: QtBot) -> None:
    put(form, "date", "31/2/2018")
    form.save()
    with qtbot.waitSignal(form.keeper.kept, timeout=3_000):
        form.flush()
    assert form.bar.line.text().startswith("Not saved: 1 field is to be corrected. Draft saved")


def test_a_save_by_its_button_leaves_the_keyboard_there(form: IncidentForm, workspace: Workspace, qtbot: QtBot) -> None:
    form.open_saved(workspace.save(dossier()).dossier)
    put(form, "title_en", "Another title")
    form.bar.save.setFocus()
    with qtbot.waitSignal(form.saved):
        press(Qt.Key.Key_Space)
    assert focused() is form.bar.save


def test_a_stray_key_writes_over_nothing_of_a_record_just_opened(form: IncidentForm, workspace: Workspace) -> None:
    form.open_saved(workspace.save(dossier()).dossier)
    press(Qt.Key.Key_Space, text=" ")
    assert str(form.raw()["incident"]["title_ar"]).strip() == dossier().incident.title_ar
