"""What is said of a file: typed, kept as a draft, and taken over from what was read in the file."""

from collections.abc import Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from snhr_desktop.domain.records import Source
from snhr_desktop.errors import InvalidEntry, Problem
from snhr_desktop.i18n import ARABIC, N_
from snhr_desktop.ui.attachments.details_dialog import Described, DetailsDialog
from snhr_desktop.ui.attachments.pictures import read_picture
from snhr_desktop.ui.attachments.proposals import Proposal
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.typed import CONTINUED
from snhr_desktop.workspace import Workspace
from tests.ui.attachments.photos import jpeg

FIELDS = [field for field in Source.fields() if field.name in ("pseudonym", "stated_on", "consent", "statement_ar")]
OFFERS = (
    Proposal("stated_on", N_("Date of the statement"), N_("Date"), "2018-03-22"),
    Proposal("date", N_("Date"), N_("Date"), "2018-03-22", of_incident=True),
)
FILE = Described("file 1", N_("Reports"), {"uid": "1", "pseudonym": "A-17", "link": "kept"}, OFFERS)


@pytest.fixture
def dialog(desk: Desk) -> Iterator[DetailsDialog]:
    made = DetailsDialog(desk, FIELDS)
    made.show()
    yield made
    shiboken6.delete(made)


def test_fields_are_those_of_the_record_and_nothing_else_of_it_is_lost(dialog: DetailsDialog, worker: Worker) -> None:
    saved: list[tuple[dict[str, Any], bool]] = []
    dialog.save_asked.connect(lambda raw, onward: saved.append((raw, onward)))
    dialog.show_file(FILE, more=False)
    worker.settle()
    QTest.keyClick(dialog, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert saved == []
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [(raw, onward)] = saved
    assert (raw["pseudonym"], raw["link"], onward) == ("A-17", "kept", False)


def test_what_was_read_is_taken_over_by_one_key_each_and_never_by_itself(dialog: DetailsDialog, worker: Worker) -> None:
    taken: list[tuple[str, Any]] = []
    dialog.incident_taken.connect(lambda field, raw: taken.append((field, raw)))
    dialog.show_file(FILE, more=True)
    worker.settle()
    assert dialog.raw()["stated_on"] == ""
    QTest.keyClick(dialog, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert dialog.raw()["stated_on"] == "2018-03-22"
    QTest.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert taken == [("date", "2018-03-22")]


def test_what_was_typed_and_not_saved_stands_there_again(
    desk: Desk, dialog: DetailsDialog, worker: Worker, workspace: Workspace
) -> None:
    dialog.show_file(FILE, more=False)
    worker.settle()
    dialog.editors["statement_ar"].set_raw("شهادة")
    dialog.keeper.touch()
    dialog.keeper.flush()
    worker.settle()
    again = DetailsDialog(desk, FIELDS)
    again.show_file(FILE, more=False)
    worker.settle()
    assert again.raw()["statement_ar"] == "شهادة"
    assert again.notice.text() == CONTINUED.text
    again.reject()
    worker.settle()
    assert workspace.drafts() == ()
    shiboken6.delete(again)


def test_what_was_refused_is_said_at_its_field_and_may_be_tried_again(dialog: DetailsDialog, worker: Worker) -> None:
    dialog.show_file(FILE, more=False)
    worker.settle()
    dialog.submit(False)
    dialog.refuse(InvalidEntry([Problem("attachment", "stated_on", N_("Date"))]))
    assert dialog.editors["stated_on"].note_text()
    assert dialog.save.isEnabled()
    assert dialog.notice.text()


def test_the_next_file_brings_its_own_offers_and_picture(dialog: DetailsDialog, worker: Worker, desk: Desk) -> None:
    dialog.show_file(FILE, more=True)
    image = read_picture(jpeg()).image
    dialog.show_file(Described("file 2", N_("Reports"), {"pseudonym": "B"}, OFFERS[:1], image), more=False)
    worker.settle()
    assert len(dialog.proposals.buttons) == 1
    assert dialog.picture.isVisible()
    assert not dialog.onward.isVisible()
    desk.tongue.switch(ARABIC)
    assert dialog.proposals.buttons[0].accessibleName()
