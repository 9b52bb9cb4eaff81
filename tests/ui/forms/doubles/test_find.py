"""From the record: what is likely the same, or any incident by its reference, is compared and merged."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from snhr_desktop.domain.records import Dossier
from snhr_desktop.i18n import ARABIC
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.doubles.compare_dialog import CompareDialog
from snhr_desktop.ui.forms.doubles.merge_dialog import MergeDialog
from snhr_desktop.ui.incidents.record.find_doubles import FindDoubles
from snhr_desktop.ui.incidents.record.record_view import RecordView
from snhr_desktop.workspace import Workspace
from tests.builders import counted, dossier, victim, weapon
from tests.ui.walk import cut_off, unnamed, untranslated

Settle = Callable[[], None]


@pytest.fixture
def finding(desk: Desk, known: Dossier, settle: Settle) -> Iterator[FindDoubles]:
    """The dialog over the incident that is known."""
    made = FindDoubles(desk, known)
    made.show()
    settle()
    yield made
    settle()
    shiboken6.delete(made)


def test_without_a_likely_one_it_says_so_and_takes_a_reference(
    finding: FindDoubles, workspace: Workspace, desk: Desk, settle: Settle
) -> None:
    assert finding.card.isHidden()
    assert finding.none.isVisible()
    for typed, told in (("IDL-2018-00099", True), ("IDL-2018-00001", True)):  # unknown, and itself
        finding.reference.setText(typed)
        QTest.keyClick(finding.reference, Qt.Key.Key_Return)
        settle()
        assert bool(finding.line.complaint()) is told
    far = workspace.save(dossier(incident=counted(day=None, status="reported", title_en="Far"))).dossier
    finding.reference.setText(far.incident.reference.lower())
    finding.compare.click()
    settle()
    assert finding.line.complaint() == ""
    assert isinstance(finding.comparing.dialog, CompareDialog)
    finding.comparing.dialog.reject()
    desk.tongue.switch(ARABIC)
    assert untranslated(finding) == []
    assert unnamed(finding) == []
    assert cut_off(finding) == []


def test_a_likely_one_is_compared_and_merged(
    finding: FindDoubles, workspace: Workspace, known: Dossier, desk: Desk, settle: Settle
) -> None:
    other = workspace.save(dossier(victim(number=4), weapons=(weapon(),))).dossier
    finding.refresh()
    settle()
    assert len(finding.card.texts()) == 1
    QTest.keyClick(finding.card.list, Qt.Key.Key_Return)
    settle()
    compare = finding.comparing.dialog
    assert isinstance(compare, CompareDialog)
    compare.act.click()
    settle()
    dialog = finding.comparing.dialog
    assert isinstance(dialog, MergeDialog)
    shown: list[str] = []
    told: list[object] = []
    finding.shown.connect(shown.append)
    desk.told.connect(lambda words, tone: told.append(tone))
    dialog.merge.click()
    settle()
    assert (shown, told) == ([], [])  # what is documented goes with a reason alone
    dialog.reason.setText("one attack")
    dialog.merge.click()
    settle()
    assert (shown, told) == ([known.incident.uid], ["done"])
    assert workspace.dossier(other.incident.uid).incident.status == "rejected"


def test_one_that_is_dismissed_goes_and_can_be_called_back(
    finding: FindDoubles, workspace: Workspace, settle: Settle
) -> None:
    workspace.save(dossier(weapons=(weapon(),)))
    finding.refresh()
    settle()
    QTest.keyClick(finding.card.list, Qt.Key.Key_Delete)
    settle()
    assert finding.card.texts() == []
    finding.card.again.click()
    settle()
    assert len(finding.card.texts()) == 1


def test_the_record_leads_there(desk: Desk, known: Dossier, settle: Settle) -> None:
    record = RecordView(desk)
    record.show()
    assert not record.doubles.isEnabled()
    record.show_uid(known.incident.uid)
    settle()
    record.doubles.click()
    settle()
    dialog = record.findChild(FindDoubles)
    assert dialog is not None
    asked: list[tuple[str, object]] = []
    desk.page_asked.connect(lambda page, subject: asked.append((page, subject)))
    dialog.shown.emit("another")
    assert asked == [("incidents", "another")]
    assert [each.text() for each in dialog.findChildren(QPushButton) if each.text() == "Close"] == ["Close"]
    dialog.reject()
    settle()
    shiboken6.delete(record)
