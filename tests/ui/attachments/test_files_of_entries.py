"""Files dropped on the forms themselves: on an entry never saved, whatever becomes of it, and on a saved one."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.values import NO_TIME, When
from snhr_desktop.ui.attachments.owner import Owner
from snhr_desktop.ui.cases.form import CaseForm
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms import IncidentForm
from snhr_desktop.ui.forms.entry_form import EntryForm
from snhr_desktop.ui.operations import Worker
from snhr_desktop.workspace import Workspace
from tests.builders import case, dossier, state
from tests.ui.attachments.test_dropping import carried, enter, let_go
from tests.ui.attachments.test_files_card import photo, settle

FORMS: dict[str, type[EntryForm]] = {"incident": IncidentForm, "case": CaseForm}


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest, desk: Desk, worker: Worker, qtbot: QtBot) -> Iterator[EntryForm]:
    made = FORMS[request.param](desk.kit, desk.operations)  # type: ignore[call-arg]
    made.resize(1100, 700)
    made.show()
    qtbot.waitExposed(made)
    settle(worker)
    yield made
    shiboken6.delete(made)


def drop_on_first_field(form: EntryForm, worker: Worker, file: Path) -> None:
    field = next(iter(form._body.editors.values()))
    point = field.mapTo(form, QPoint(20, field.height() // 2))
    mime = carried(str(file))
    enter(form, mime, point)
    let_go(form, mime, point)
    settle(worker)


def fill(form: EntryForm) -> None:
    given = dossier() if isinstance(form, IncidentForm) else case(state("arrested"))
    form._put({**given.dump(), "revision": 0})


def test_a_file_dropped_on_a_new_entry_is_kept_with_what_it_becomes(
    form: EntryForm, worker: Worker, workspace: Workspace, tmp_path: Path
) -> None:
    drop_on_first_field(form, worker, photo(tmp_path))
    form.flush()
    settle(worker)
    assert [draft.key for draft in workspace.drafts()] == [form.keeper.key]
    fill(form)
    form.save()
    settle(worker)
    uid = form._uid()
    assert uid
    [kept] = workspace.attachments_of(uid)
    assert form.files.owner == Owner(form.kind.record, uid)
    assert [row.file.uid for row in form.files.rows] == [kept.attachment.uid]


def test_files_still_taken_in_when_an_entry_is_saved_are_kept_with_the_record(
    form: EntryForm, worker: Worker, workspace: Workspace, tmp_path: Path
) -> None:
    before: list[object] = []

    def took(one: object) -> None:
        before.append(one)
        if len(before) == 1:
            form.save()

    form.files.intake.took.connect(took)
    fill(form)
    form.files.take_in([photo(tmp_path, f"{at}.jpg", 300 + at) for at in range(4)])
    settle(worker)
    uid = form._uid()
    assert len(workspace.attachments_of(uid)) == len(form.files.rows) == 4
    assert workspace.stranded_files("new-other") == 0
    assert {link.record for kept in workspace.attachments_of(uid) for link in kept.links} == {form.kind.record}
    assert "another record" not in form.files.notice.text()


def test_what_was_taken_in_is_told_where_one_looks(
    form: EntryForm, worker: Worker, tmp_path: Path, qtbot: QtBot
) -> None:
    """The key that adds files works from the first field, and the files stand far below it."""
    drop_on_first_field(form, worker, photo(tmp_path))
    qtbot.waitUntil(lambda: bool(form.files.notice.text()))
    assert form.files.notice.visibleRegion().isEmpty()
    qtbot.waitUntil(lambda: form.notice.text() == form.files.notice.text())
    assert not form.notice.visibleRegion().isEmpty()


def test_a_draft_opened_again_has_its_files(
    form: EntryForm, worker: Worker, workspace: Workspace, tmp_path: Path
) -> None:
    drop_on_first_field(form, worker, photo(tmp_path))
    form.flush()
    settle(worker)
    [draft] = workspace.drafts()
    form.open_new()
    settle(worker)
    assert form.files.rows == ()
    assert form.files.adopt.isHidden()
    form.open_draft(draft)
    settle(worker)
    assert len(form.files.rows) == 1


def test_files_of_an_entry_thrown_away_are_offered_to_the_next(
    form: EntryForm, worker: Worker, workspace: Workspace, tmp_path: Path
) -> None:
    drop_on_first_field(form, worker, photo(tmp_path))
    form.discard()
    settle(worker)
    form.open_new()
    settle(worker)
    assert form.files.rows == ()
    assert not form.files.adopt.isHidden()
    form.files.adopt.click()
    settle(worker)
    assert form.files.list.count() == 1
    form.flush()
    settle(worker)
    assert workspace.stranded_files("") == 0


def test_what_was_read_in_a_file_becomes_what_the_incident_says_and_is_undone(
    desk: Desk, worker: Worker, qtbot: QtBot
) -> None:
    form = IncidentForm(desk.kit, desk.operations)
    form.show()
    qtbot.waitExposed(form)
    form.files.incident_taken.emit("date", {"first": "2018-03-22", "last": "2018-03-22", "precision": "day"})
    taken = form.checking.review().given.incident.date
    form.body.undoing.stack.undo()
    undone = form.checking.review().given.incident.date
    assert (taken, undone) == (When.on(dt.date(2018, 3, 22)), NO_TIME)
    settle(worker)
    shiboken6.delete(form)
