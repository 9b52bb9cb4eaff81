"""The record says what it was merged into, and whom it shares; each act is taken back from there."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtWidgets import QPushButton, QTextEdit, QWidget

from snhr_desktop.domain.doubles.merging import merged, proposal
from snhr_desktop.domain.records import Dossier
from snhr_desktop.i18n import ARABIC, ENGLISH, Language, bare
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.columns import COLUMNS
from snhr_desktop.ui.incidents.record.kinship import KinshipView
from snhr_desktop.ui.incidents.record.record_view import RecordView
from snhr_desktop.ui.incidents.record.same_day import SameDayView
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import counted, dossier, victim
from tests.ui.forms.doubles.conftest import AHMAD
from tests.ui.walk import cut_off, unnamed, untranslated

Settle = Callable[[], None]


@pytest.fixture
def record(desk: Desk, settle: Settle) -> Iterator[RecordView]:
    """The record beside the list, narrow as on a small screen; it hears of changes as its page does."""
    made = RecordView(desk)
    made.resize(330, 700)
    made.show()
    desk.operations.changed.connect(lambda _: made.refresh())
    yield made
    settle()
    shiboken6.delete(made)


def pair(workspace: Workspace, known: Dossier) -> Dossier:
    """Another record of the same attack, merged into the one known."""
    other = workspace.save(dossier(victim(**AHMAD), victim(number=2))).dossier
    workspace.merge(merged(known, other, proposal(known, other, workspace.gazetteer)), other, "one attack")
    return other


def press(root: QWidget, words: str) -> None:
    """Press the button with these words."""
    next(each for each in root.findChildren(QPushButton) if words in each.text()).click()


def words(record: RecordView) -> str:
    """Everything that hangs together, as it is shown."""
    view = record.findChild(KinshipView)
    return "" if view is None else " ".join(each.property("text") or "" for each in view.findChildren(QWidget))


@pytest.mark.parametrize("away", [True, False])
def test_a_merge_is_told_on_both_sides_and_undone(
    record: RecordView, desk: Desk, workspace: Workspace, known: Dossier, settle: Settle, away: bool
) -> None:
    other = pair(workspace, known)
    shown, beside = (other, known) if away else (known, other)
    record.show_uid(shown.incident.uid)
    settle()
    assert beside.incident.reference in words(record)
    told: list[object] = []
    desk.told.connect(lambda said, tone: told.append(tone))
    press(record, "Undo the merge")
    settle()
    assert words(record) == ""
    assert told == ["done"]
    assert workspace.dossier(other.incident.uid).incident.status == other.incident.status


def test_what_was_changed_since_is_told_before_a_merge_is_undone(
    record: RecordView, desk: Desk, workspace: Workspace, known: Dossier, settle: Settle
) -> None:
    other = pair(workspace, known)
    joined = workspace.dossier(known.incident.uid)
    workspace.save(replace(joined, incident=replace(joined.incident, learned_how="radio")))
    record.show_uid(known.incident.uid)
    settle()
    assert "Saved 1 time since the merge" in words(record)
    told: list[Callable[[Language], str]] = []
    desk.told.connect(lambda said, tone: told.append(said))
    press(record, "Undo the merge")
    settle()
    assert "1 save of" in told[0](ENGLISH)
    assert workspace.dossier(known.incident.uid).incident.learned_how == ""
    assert workspace.kinship(other.incident.uid).into is None


def test_a_link_is_shown_and_ended(
    record: RecordView, workspace: Workspace, known: Dossier, desk: Desk, settle: Settle
) -> None:
    other = workspace.save(dossier(victim(**AHMAD, outcome="injured"))).dossier
    workspace.link_persons(known.victims[0].uid, other.victims[0].uid)
    record.show_uid(known.incident.uid)
    settle()
    assert "Ahmad al-Ali is also in" in words(record)
    asked: list[object] = []
    desk.page_asked.connect(lambda page, subject: asked.append((page, subject)))
    press(record, other.incident.reference)
    assert asked == [("incidents", other.incident.uid)]
    press(record, "Not the same person")
    settle()
    assert words(record) == ""
    assert workspace.kinship(other.incident.uid).persons == ()


def test_of_a_woman_who_is_linked_is_said_what_arabic_says_of_a_woman(
    record: RecordView, desk: Desk, workspace: Workspace, known: Dossier, settle: Settle
) -> None:
    other = workspace.save(dossier(victim(name_ar="ريم الخطيب", sex="female", outcome="injured"))).dossier
    workspace.link_persons(known.victims[1].uid, other.victims[0].uid)
    desk.tongue.switch(ARABIC)
    record.show_uid(known.incident.uid)
    settle()
    assert "أُصيبت" in words(record)


def test_it_speaks_arabic_and_fits(
    record: RecordView, desk: Desk, workspace: Workspace, known: Dossier, settle: Settle
) -> None:
    other = pair(workspace, known)
    third = workspace.save(dossier(victim(**AHMAD))).dossier
    workspace.link_persons(known.victims[0].uid, third.victims[0].uid)
    desk.tongue.switch(ARABIC)
    record.show_uid(known.incident.uid)
    settle()
    view = record.findChild(KinshipView)
    assert isinstance(view, KinshipView)
    assert untranslated(view) == []
    assert unnamed(view) == []
    assert cut_off(view) == []
    assert view.width() <= record.width()
    assert other.incident.reference in words(record)
    assert "دُمجت حادثة أخرى في هذه" in " ".join(each.toPlainText() for each in record.findChildren(QTextEdit))


def test_the_list_says_where_a_merged_incident_is(desk: Desk, workspace: Workspace, known: Dossier) -> None:
    other = pair(workspace, known)
    rows = {row.uid: row for row in workspace.incidents(IncidentQuery()).rows}
    said = {uid: COLUMNS[0].lines(row, ENGLISH, workspace.gazetteer) for uid, row in rows.items()}
    assert [bare(line) for line in said[known.incident.uid]] == [known.incident.reference]
    assert [bare(line) for line in said[other.incident.uid]] == [
        other.incident.reference, f"in {known.incident.reference}",
    ]  # fmt: skip


def test_a_long_title_of_the_same_day_leaves_the_record_its_width(
    record: RecordView, workspace: Workspace, known: Dossier, settle: Settle
) -> None:
    other = workspace.save(dossier(incident=counted(title_en="A very long title of an attack " * 4))).dossier
    record.show_uid(known.incident.uid)
    settle()
    view = record.findChild(SameDayView)
    assert isinstance(view, SameDayView)
    assert view.width() <= record.body.viewport().width()
    assert any(other.incident.reference in bare(each.text()) for each in view.findChildren(QPushButton))
