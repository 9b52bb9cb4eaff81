"""The page of the store's care: backups, the check of the store, and what to do when something went wrong."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.rights import BACKUPS, KEYS, PLACES
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language, piece
from snhr_desktop.ui.care.backup_card import BACK_UP, BackupCard
from snhr_desktop.ui.care.backup_card import CHOOSE as PLACE
from snhr_desktop.ui.care.head_line import LOOK
from snhr_desktop.ui.care.list_card import RESTORE as RESTORE_CHOSEN
from snhr_desktop.ui.care.list_card import ListCard
from snhr_desktop.ui.care.rescue_card import RESTORE, SALVAGE, RescueCard
from snhr_desktop.ui.care.restore_dialog import RestoreDialog
from snhr_desktop.ui.care.salvage_dialog import SalvageDialog
from snhr_desktop.ui.care.verify_card import VERIFY, VerifyCard
from snhr_desktop.ui.care.volumes import plugged_in, within_volume
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.form_dialog import over
from snhr_desktop.ui.keyed import give_key
from snhr_desktop.ui.page import Page
from snhr_desktop.ui.places.again_dialog import AgainDialog
from snhr_desktop.ui.places.out_dialog import OutDialog
from snhr_desktop.ui.places.pack_dialog import PackDialog
from snhr_desktop.ui.places.packs_card import AGAIN, OUT, TAKE, PacksCard
from snhr_desktop.ui.rights import hindrance, only
from snhr_desktop.ui.widgets import Notice, PageHeader, ScrollBody

if TYPE_CHECKING:
    from snhr_desktop.workspace import Finding, Safety

TITLE = N_("Care of the store")
CHOOSE = N_("Choose where backups are kept")
SHEET_LEFT = N_(
    "The recovery sheet lies on the disk of the store, in {path}: whoever takes this computer opens the store with it. "
    "Move it to a stick that is kept apart, and delete it here."
)
SHEET_TOLD = N_(
    "The recovery sheet lies on the disk of the store. Tell an administrator, who can see here where it is."
)
CHOSEN = N_("Backups are kept in {name} from now on.")


class CarePage(Page):
    """Asks how the store is backed up when it is shown, and when a backup was made."""

    reads: ClassVar[frozenset[str]] = frozenset({"backup", "incident", "detention", "place_pack"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        kit = self.kit
        self.backups = BackupCard(kit, None if desk.operations.may(BACKUPS) else only(BACKUPS))
        self.held = ListCard(kit)
        self.check, self.rescue = VerifyCard(kit), RescueCard(kit)
        self.sheet = Notice(kit)
        self.packs = PacksCard(kit, hindrance(desk.operations, PLACES))
        body = ScrollBody()
        for card in (self.backups, self.held, self.check, self.packs, self.rescue):
            body.column.addWidget(card)
        body.column.addStretch(1)
        self.column.addWidget(PageHeader(kit, TITLE))
        self.column.addWidget(self.sheet)
        self.column.addWidget(body, 1)
        self._safety: Safety | None = None
        self._connect()
        self._give_keys()

    def refresh(self) -> None:
        """Ask how it stands."""
        self.desk.operations.ask(
            lambda workspace: workspace.safety(plugged_in(workspace.backup_within())),
            self._show, owner=self, key="safety",
        )  # fmt: skip
        self.desk.operations.ask(lambda workspace: workspace.packs(), self.packs.show_packs, owner=self, key="packs")
        self.desk.operations.ask(
            lambda workspace: workspace.sheet_left_here(), self._show_sheet, owner=self, key="sheet"
        )

    def put_away(self) -> None:
        """Stop the check of the store, which keeps it from being closed."""
        self.check.leave()

    def choose_place(self, place: Path) -> None:
        """Keep backups in a folder from now on, and make the first."""
        within = within_volume(place)

        def chosen(_: None) -> None:
            self.desk.tell(lambda language: _say_chosen(place, language), "done")
            self.refresh()
            self._back_up()

        self.desk.operations.ask(
            lambda workspace: workspace.choose_backup_place(place, within), chosen, self.desk.refuse, self
        )

    def _connect(self) -> None:
        self.backups.now.clicked.connect(self._back_up)
        self.backups.choose.clicked.connect(self._choose)
        self.check.asked.connect(self._verify)
        self.check.printed.asked.connect(self._look_for)
        self.held.restore.clicked.connect(self._restore_chosen)
        self.rescue.restore.clicked.connect(self._restore_any)
        self.rescue.salvage.clicked.connect(self.salvage)
        self.packs.take.clicked.connect(self.take_places)
        self.packs.again.clicked.connect(self._use_again)
        self.packs.out.clicked.connect(self._take_out)
        keeper = self.desk.keeper
        if keeper is not None:
            keeper.begun.connect(lambda: self.backups.work(True))
            keeper.made.connect(lambda _: self.backups.work(False))
            keeper.failed.connect(lambda _: self.backups.work(False))
            self.backups.work(keeper.working)

    def _give_keys(self) -> None:
        for act, words, key in (
            (self.backups.now, BACK_UP, "Ctrl+B"), (self.backups.choose, PLACE, "Ctrl+O"),
            (self.held.restore, RESTORE_CHOSEN, "Ctrl+R"), (self.check.verify, VERIFY, "Ctrl+E"),
            (self.check.printed.look, LOOK, "Ctrl+H"), (self.rescue.restore, RESTORE, "Ctrl+Shift+R"),
            (self.rescue.salvage, SALVAGE, "Ctrl+Shift+S"), (self.packs.take, TAKE, "Ctrl+P"),
            (self.packs.again, AGAIN, "Ctrl+U"), (self.packs.out, OUT, "Ctrl+Shift+P"),
        ):  # fmt: skip
            give_key(self.kit, self, act, words, key)

    def restore(self, backup: Path | None = None) -> RestoreDialog:
        """Open the assistant, at a backup or at where backups are kept."""
        safety = self._safety
        present = safety.folder if safety else None
        known = (*safety.outside, *safety.inside) if safety else ()
        dialog = RestoreDialog(self.kit, self.desk.operations.worker, present, known, self)
        place = backup or (safety.there if safety else None)
        if place is not None:
            dialog.choose(place)
        dialog.instead.connect(self.desk.restored)
        dialog.open()
        return dialog

    def salvage(self) -> SalvageDialog:
        """Open the assistant of a salvage."""
        safety = self._safety
        dialog = SalvageDialog(self.kit, self.desk.operations.worker, safety.folder if safety else None, self)
        dialog.open()
        return dialog

    def take_places(self) -> PackDialog:
        """Open what takes in a pack of places."""
        dialog = PackDialog(self.desk, self.packs.held)
        over(dialog, self)
        return dialog

    def _use_again(self) -> None:
        chosen = self.packs.table.chosen()
        if chosen is not None:
            over(AgainDialog(self.desk, chosen), self)

    def _take_out(self) -> None:
        chosen = self.packs.table.chosen()
        if chosen is not None:
            over(OutDialog(self.desk, chosen), self)

    def _restore_any(self) -> None:
        self.restore()

    def _restore_chosen(self) -> None:
        chosen = self.held.chosen()
        self.restore(chosen.folder if chosen else None)

    def _back_up(self) -> None:
        if self.desk.keeper is not None:
            self.desk.keeper.back_up()

    def _choose(self) -> None:
        if found := file_dialog.ask_for_folder(self.kit, CHOOSE, self):
            self.choose_place(found)

    def _show(self, safety: "Safety") -> None:
        self._safety = safety
        self.backups.show_safety(safety)
        self.held.show_safety(safety)

    def _show_sheet(self, path: Path | None) -> None:
        if path is None:
            self.sheet.clear()
        elif not self.desk.operations.may(KEYS):  # with the sheet one has every source that is kept from them
            self.sheet.tell(SHEET_TOLD, "attention", closable=False)
        else:
            self.sheet.tell(partial(_say_sheet, path), "attention", closable=False)

    def _verify(self) -> None:
        from snhr_desktop.store.checking import Checking

        checking = Checking()
        self.check.work(checking)
        self.desk.operations.ask(
            lambda workspace: workspace.verify_until(checking), self._show_findings, self._not_verified, self, "verify"
        )

    def _show_findings(self, findings: "tuple[Finding, ...]") -> None:
        self.check.show_findings(findings)

    def _look_for(self, signs: str) -> None:
        line = self.check.printed
        self.desk.operations.ask(
            lambda workspace: workspace.printed_head(signs), line.show_finding, line.notice.refuse, line
        )

    def _not_verified(self, refusal: Refusal) -> None:
        self.check.settle()
        self.desk.refuse(refusal)


def _say_chosen(place: Path, language: Language) -> str:
    return language.text(CHOSEN, name=place.name or str(place))


def _say_sheet(path: Path, language: Language) -> str:
    return language.text(SHEET_LEFT, path=piece(path))
