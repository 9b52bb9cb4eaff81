"""What somebody may not see or do is hidden or closed in the window, with the reason."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.records import AttachmentLink
from snhr_desktop.domain.rights import REVIEW
from snhr_desktop.i18n import ARABIC
from snhr_desktop.store.restore.trying import Tried
from snhr_desktop.ui.attachments.files_card import FilesCard
from snhr_desktop.ui.attachments.owner import Owner
from snhr_desktop.ui.care.page import CarePage
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.exchange.page import ExchangePage
from snhr_desktop.ui.forms import IncidentForm
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.operations import Operations, Worker
from snhr_desktop.ui.overview.period_dialog import PeriodDialog
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.reports.page import ReportsPage
from snhr_desktop.ui.review import ReviewPage
from snhr_desktop.ui.review.office_dialog import OfficeDialog
from snhr_desktop.ui.settings import Settings
from snhr_desktop.workspace import Workspace
from tests.builders import dossier, incident, open_as, source
from tests.ui.attachments.photos import jpeg

NAME = "Zzyzx Qwfp"
Opened = Callable[..., Desk]


@pytest.fixture
def desk_of(kit: Kit, worker: Worker, workspace: Workspace, tmp_path: Path) -> Iterator[Opened]:
    """A desk for a user of a role."""
    made: list[tuple[Desk, Operations, Workspace]] = []

    def opened(role: str, *, no_sources: bool = False) -> Desk:
        user = open_as("Amal", tmp_path / "office.snhr", role=role, no_sources=no_sources)
        operations = Operations(worker, user)
        made.append((Desk(kit, operations), operations, user))
        return made[-1][0]

    yield opened
    for desk, operations, user in made:
        shiboken6.delete(desk)
        shiboken6.delete(operations)
        user.close()


def typed(root: QWidget) -> str:
    """All that stands in the fields."""
    lines = [line.text() for line in root.findChildren(QLineEdit)]
    return "\n".join(lines + [text.toPlainText() for text in root.findChildren(QPlainTextEdit)])


def test_a_form_shows_no_source_to_whoever_may_not_see_them(desk_of: Opened, workspace: Workspace) -> None:
    saved = workspace.save(dossier(incident=incident(), sources=(source(real_name=NAME),))).dossier
    desk = desk_of("reviewer", no_sources=True)
    form = IncidentForm(desk.kit, desk.operations)
    desk.operations.ask(lambda w: w.dossier(saved.incident.uid), form.open_saved)
    desk.operations.settle()
    assert NAME not in typed(form)
    form.body.editors["title_en"].set_raw("By Amal")
    form.body.editors["title_en"].edited.emit()
    form.save()
    desk.operations.settle()
    kept = workspace.dossier(saved.incident.uid)
    assert (kept.incident.title_en, kept.sources[0].real_name) == ("By Amal", NAME)
    shiboken6.delete(form)


def test_a_file_of_a_source_stays_closed_and_it_is_said_why(
    desk_of: Opened, workspace: Workspace, tmp_path: Path
) -> None:
    saved = workspace.save(dossier(incident=incident(), sources=(source(real_name=NAME),))).dossier
    (tmp_path / f"{NAME}.jpg").write_bytes(jpeg())
    workspace.take_in(tmp_path / f"{NAME}.jpg", [AttachmentLink(record="source", target=saved.sources[0].uid)])
    (tmp_path / "list.txt").write_text("a list of shells")
    workspace.take_in(tmp_path / "list.txt", [AttachmentLink(record="incident", target=saved.incident.uid)])
    desk, host = desk_of("administrator", no_sources=True), QWidget()
    card = FilesCard(desk, host, of_incident=True, parent=host)
    card.show_owner(Owner("incident", saved.incident.uid))
    desk.operations.settle()
    closed, seen = card.rows
    assert (closed.veiled, closed.image, closed.file.original_name) == (True, None, "")
    assert not seen.veiled
    card.list.choose(closed.file.uid)
    assert card.log.isEnabled()
    acts = (card.look, card.describe, card.copy, card.hand_out)
    assert not any(one.isEnabled() for one in acts)
    card.list.opened.emit(closed.file.uid)
    assert "kept with a source" in card.notice.text()
    card.list.choose(seen.file.uid)
    assert card.look.isEnabled()
    assert card.hand_out.isEnabled()
    shiboken6.delete(host)


def test_whoever_enters_takes_no_step_in_the_form(desk_of: Opened) -> None:
    desk = desk_of("entry")
    form = IncidentForm(desk.kit, desk.operations)
    status = form.body.editors["status"]
    assert not status.isEnabled()
    assert "Reviewer" in status.note_text()
    assert form.bar.documented.isHidden()
    form.save_documented()
    assert "Reviewer" in form.notice.text()
    shiboken6.delete(form)


@pytest.mark.parametrize(("role", "may"), [("entry", False), ("reviewer", False), ("administrator", True)])
def test_the_place_for_backups_is_chosen_by_administrators(desk_of: Opened, role: str, may: bool) -> None:
    page = CarePage(desk_of(role))
    assert page.backups.choose.isEnabled() is may
    told = any("Administrator" in shown.text() for shown in page.backups.findChildren(QLabel))
    assert told is not may
    shiboken6.delete(page)


def test_a_backup_takes_the_place_of_the_store_by_an_administrator_alone(
    kit: Kit, workspace: Workspace, settings_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder, staged = tmp_path / "office.snhr", tmp_path / ".office.snhr.restoring"
    staged.mkdir()
    window = MainWindow(kit, Settings(settings_path), PAGES)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.open_store(open_as("Amal", folder, role="reviewer"), folder)
    window._put_in_place(Tried(staged, folder, 0, None, ()))
    assert "Administrator" in window.notice.text()
    assert not staged.exists()
    window.close()
    shiboken6.delete(window)


@pytest.mark.parametrize("role", ["entry", "reviewer", "administrator"])
def test_pages_close_what_a_role_may_not(desk_of: Opened, role: str) -> None:
    desk = desk_of(role)
    may = desk.operations.may(REVIEW)
    review, exchange, reports = ReviewPage(desk), ExchangePage(desk), ReportsPage(desk)
    office, period = OfficeDialog(desk), PeriodDialog(desk)
    review._offer()
    desk.operations.settle()
    assert ("Reviewer" in review.steps.heading.text()) is not may
    assert exchange.importing.said.isHidden() is may
    assert reports.publish.isEnabled() is may
    assert period.act.isEnabled() is may
    assert office.act.isEnabled() is (role == "administrator")
    if not may:
        desk.tongue.switch(ARABIC)
        assert "مراجع" in review.steps.heading.text()
        assert "مراجع" in reports.publish.toolTip()
    for gone in (review, exchange, reports, office, period):
        shiboken6.delete(gone)
