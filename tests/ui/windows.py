"""Every page, dialog and popup of the program, made as a person meets it; a new one that is missing here fails a test.

Pages come from the list the window itself uses. `SUBJECTS` says what a page is opened with where that shows more of
it than coming by the side bar. `DIALOGS` says how each class of dialog is made.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop import ui
from snhr_desktop.domain.doubles import Match
from snhr_desktop.domain.places import Level, Place, PlaceList
from snhr_desktop.domain.records import Attachment, Dossier, Source
from snhr_desktop.domain.steps import REJECTED
from snhr_desktop.i18n import N_
from snhr_desktop.store.doubles import LikelyIncident
from snhr_desktop.store.place_packs import About, Held, Pack
from snhr_desktop.store.recovery import new_code
from snhr_desktop.ui.attachments.also_with_dialog import AlsoWithDialog
from snhr_desktop.ui.attachments.content import Content
from snhr_desktop.ui.attachments.details_dialog import DetailsDialog
from snhr_desktop.ui.attachments.hand_out_dialog import HandOutDialog, Leaving
from snhr_desktop.ui.attachments.log_dialog import LogDialog
from snhr_desktop.ui.attachments.pictures import read_picture
from snhr_desktop.ui.attachments.redaction_editor import RedactionEditor
from snhr_desktop.ui.attachments.take_from_dialog import TakeFromDialog
from snhr_desktop.ui.attachments.view_dialog import ViewDialog
from snhr_desktop.ui.attachments.withdraw_dialog import WithdrawDialog
from snhr_desktop.ui.care.accept_dialog import AcceptDialog
from snhr_desktop.ui.care.rescue_dialog import RescueDialog
from snhr_desktop.ui.care.restore_dialog import RestoreDialog
from snhr_desktop.ui.care.salvage_dialog import SalvageDialog
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs.crash import CrashDialog
from snhr_desktop.ui.dialogs.file_dialog import FileDialog
from snhr_desktop.ui.exchange.export_dialog import ExportDialog
from snhr_desktop.ui.first_run.sheet_dialog import SheetDialog
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.forms.doubles.compare_dialog import CompareDialog
from snhr_desktop.ui.forms.doubles.hint import Hint
from snhr_desktop.ui.forms.doubles.merge_dialog import MergeDialog
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.incidents.columns import COLUMNS
from snhr_desktop.ui.incidents.drafts_line import DraftsLine
from snhr_desktop.ui.incidents.filter_name import FilterName
from snhr_desktop.ui.incidents.record.find_doubles import FindDoubles
from snhr_desktop.ui.incidents.record.note_dialog import NoteDialog
from snhr_desktop.ui.incidents.record.revisions_dialog import RevisionsDialog
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.lists.columns_dialog import ColumnsDialog
from snhr_desktop.ui.lists.layout import usual
from snhr_desktop.ui.locking.emergency import EmergencyDialog
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.overview.period_dialog import PeriodDialog
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.places.again_dialog import AgainDialog
from snhr_desktop.ui.places.out_dialog import OutDialog
from snhr_desktop.ui.places.pack_dialog import PackDialog
from snhr_desktop.ui.places.renewing import RenewingDialog
from snhr_desktop.ui.places.version_dialog import VersionDialog
from snhr_desktop.ui.reports.pdf_dialog import PdfDialog
from snhr_desktop.ui.reports.publishing import PublishDialog
from snhr_desktop.ui.reports.save_dialog import SaveDialog
from snhr_desktop.ui.review.office_dialog import OfficeDialog
from snhr_desktop.ui.review.step_dialog import StepDialog
from snhr_desktop.ui.settings import Settings
from snhr_desktop.ui.terms.terms_dialog import TermsDialog
from snhr_desktop.ui.users.code_dialog import CodeDialog
from snhr_desktop.ui.users.headquarters_dialog import HeadquartersDialog
from snhr_desktop.ui.users.own_passphrase import AskOwn, OwnDialog
from snhr_desktop.ui.users.passphrase_dialog import PassphraseDialog
from snhr_desktop.ui.users.rekey_dialog import RekeyDialog, RekeyRun
from snhr_desktop.ui.users.user_dialog import UserDialog
from snhr_desktop.ui.widgets import Dialog
from snhr_desktop.workspace import CaseQuery, IncidentQuery, Workspace
from tests.builders import dossier, incident
from tests.ui.attachments.photos import jpeg
from tests.ui.conftest import in_turns

PLACE = "KeyError in figures/ask.py, line 41"
"""Where a mistake of the program is, which is told as it is."""
_IDLE_MS = 60
_MOST_TURNS = 100


def _newest(workspace: Workspace) -> str:
    return workspace.incidents(IncidentQuery(limit=1)).rows[0].uid


def _case(workspace: Workspace) -> str:
    found = workspace.cases_found(CaseQuery())
    assert found
    return workspace.case_rows(found.rows[:1])[0].uid


def _entered(workspace: Workspace) -> str:
    """An incident with two revisions."""
    uid = workspace.save(dossier(incident=incident(title_ar="", title_en=""))).dossier.incident.uid
    workspace.save(replace(workspace.dossier(uid), victims=()))
    return uid


def _two(workspace: Workspace) -> tuple[Dossier, Dossier]:
    """Two incidents that may be one."""
    return tuple(workspace.dossier(_entered(workspace)) for _ in range(2))  # type: ignore[return-value]


def _pack(workspace: Workspace) -> Held:
    """A pack of one village."""
    place = Place("C99901", Level.COMMUNITY, "Village", "قرية", "SY070000", 35.9, 36.6)
    about = About("Official", "2020-12-17", "Exchange", "CC BY 3.0 IGO", "UN OCHA")
    workspace.take_pack(Pack(about, PlaceList("Official", (place,))))
    return workspace.packs()[0]


def _compare(desk: Desk, workspace: Workspace) -> CompareDialog:
    here, there = _two(workspace)
    said = there.incident
    likely = LikelyIncident(
        said.uid, said.reference, said.date, said.place, said.title_ar, said.title_en, said.status, Match(())
    )
    return CompareDialog(Means(desk.kit, workspace.gazetteer), here, there, Hint(likely))


def _merge(desk: Desk, workspace: Workspace) -> MergeDialog:
    return MergeDialog(Means(desk.kit, workspace.gazetteer), desk.operations, *_two(workspace))


SUBJECTS: Mapping[str, Callable[[Workspace], Any]] = {
    "incidents": _newest, "entry": _newest, "cases": _case, "case": _case,
}  # fmt: skip
DIALOGS: Mapping[type[QDialog], Callable[[Desk, Workspace], QWidget]] = {
    ColumnsDialog: lambda desk, _: ColumnsDialog(desk.kit, COLUMNS, usual(COLUMNS)),
    CompareDialog: _compare,
    MergeDialog: _merge,
    FindDoubles: lambda desk, workspace: FindDoubles(desk, workspace.dossier(_entered(workspace))),
    EmergencyDialog: lambda desk, _: EmergencyDialog(desk.kit, "IDL"),
    RestoreDialog: lambda desk, _: RestoreDialog(desk.kit, desk.operations.worker, None),
    PackDialog: lambda desk, _: PackDialog(desk),
    AgainDialog: lambda desk, workspace: AgainDialog(desk, _pack(workspace)),
    OutDialog: lambda desk, workspace: OutDialog(desk, _pack(workspace)),
    SalvageDialog: lambda desk, _: SalvageDialog(desk.kit, desk.operations.worker, None),
    FilterName: lambda desk, _: FilterName(desk, N_("Reports"), frozenset(), Workspace.remove_filter, lambda _: None),
    PeriodDialog: lambda desk, _: PeriodDialog(desk),
    PublishDialog: lambda desk, _: PublishDialog(desk.kit, "R180301", N_("Reports"), N_("Reports")),
    SheetDialog: lambda desk, _: SheetDialog(desk.kit),
    SaveDialog: lambda desk, _: SaveDialog(desk.kit, "report.pdf"),
    CrashDialog: lambda desk, _: CrashDialog(desk.kit, PLACE),
    AcceptDialog: lambda desk, _: AcceptDialog(desk),
    NoteDialog: lambda desk, _: NoteDialog(desk, ""),
    RevisionsDialog: lambda desk, workspace: RevisionsDialog(
        desk, _entered(workspace), workspace.history(_newest(workspace))
    ),
    TermsDialog: lambda desk, _: TermsDialog(desk),
    OfficeDialog: lambda desk, _: OfficeDialog(desk),
    DetailsDialog: lambda desk, _: DetailsDialog(desk, Source.fields()),
    ExportDialog: lambda desk, _: ExportDialog(desk),
    HandOutDialog: lambda desk, _: HandOutDialog(desk, Leaving(Attachment(), N_("Reports")), "both"),
    WithdrawDialog: lambda desk, _: WithdrawDialog(desk, Attachment(), N_("Reports")),
    AlsoWithDialog: lambda desk, _: AlsoWithDialog(desk, Attachment(), N_("Reports")),
    TakeFromDialog: lambda desk, _: TakeFromDialog(desk, Attachment(), N_("Reports"), ""),
    LogDialog: lambda desk, _: LogDialog(desk, N_("Reports"), "0" * 64, ()),
    ViewDialog: lambda desk, _: ViewDialog(desk, N_("Reports"), lambda _: Content(words="")),
    RedactionEditor: lambda desk, _: RedactionEditor(desk, read_picture(jpeg()).image),
    UserDialog: lambda desk, _: UserDialog(desk),
    PassphraseDialog: lambda desk, _: PassphraseDialog(desk),
    HeadquartersDialog: lambda desk, _: HeadquartersDialog(desk),
    AskOwn: lambda desk, _: AskOwn(desk, (N_("Reports"), N_("Reports")), lambda _, own: None, lambda _: None),
    RekeyDialog: lambda desk, _: RekeyDialog(desk),
    RekeyRun: lambda desk, _: RekeyRun(desk.kit),
    CodeDialog: lambda desk, _: CodeDialog(desk.kit, desk.operations.worker, new_code(), b"%PDF", Path()),
    StepDialog: lambda desk, workspace: StepDialog(desk, (_entered(workspace),), REJECTED),
}
BASES = (Dialog, FileDialog, FormDialog, OwnDialog, PdfDialog, RescueDialog, RenewingDialog, VersionDialog)
"""Dialogs that are only there to be inherited from."""


def menus(desk: Desk, workspace: Workspace) -> tuple[QMenu, ...]:
    """Menus that are made when they are asked for, and hang in no window before."""
    line = DraftsLine(desk.kit)
    line.show_drafts(workspace.drafts())
    return (line.menu(),)


def dialogs() -> frozenset[type[QDialog]]:
    """Each class of dialog in the program."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    found: set[type[QDialog]] = set()
    at_hand: list[type[QDialog]] = [QDialog]
    while at_hand:
        inherited = at_hand.pop().__subclasses__()
        at_hand += inherited
        found.update(kind for kind in inherited if kind.__module__.startswith(ui.__name__))
    return frozenset(found) - set(BASES)


def shown_over(kit: Kit, workspace: Workspace, settings_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The real window over a store, with every page."""
    made = MainWindow(kit, Settings(settings_path), PAGES)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.open_store(workspace, workspace.folder)
    settle(made.worker)
    yield made
    made.close()
    shiboken6.delete(made)


def settle(worker: Worker) -> None:
    """Wait until everything asked of the store is answered and shown, and nothing more is asked for a while."""
    for _ in range(_MOST_TURNS):
        worker.settle()
        QTest.qWait(_IDLE_MS)
        if not (worker._open or in_turns()):
            return
    raise AssertionError("the store never came to rest")
