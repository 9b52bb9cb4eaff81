"""Salvage, asked for step by step: which store is damaged, its passphrase, where the new one is to stand."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.care.rescue_dialog import CLOSE, NEW_PLACE, RescueDialog
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.widgets import label

TITLE = N_("Salvage a damaged store")
WHAT = N_(
    "Everything that can be read is brought into a new store under the same passphrase. The damaged one is only read. "
    "If there is a recent backup, restore that first and compare."
)
STORE, CHOOSE_STORE = N_("Damaged store"), N_("Choose the folder of the damaged store")
CHOOSE_NEW = N_("Choose the folder for the new store")
SALVAGE, WORKING = N_("Salvage"), N_("Reading what can be read…")


class SalvageDialog(RescueDialog):
    """`rescued` names the new store."""

    def __init__(self, kit: Kit, worker: Worker, folder: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(kit, worker, TITLE, parent)
        folder = folder or Path.home()
        self.column.addWidget(label(kit, WHAT, "muted", wrap=True))
        self.folder = self.field(STORE, CHOOSE_STORE, folder)
        self.column.addWidget(self.secret_line)
        self.new = self.field(NEW_PLACE, CHOOSE_NEW, free_name(folder))
        self.column.addWidget(self.lines, 1)
        self.foot(SALVAGE, "stethoscope")
        self.folder.edit.textChanged.connect(self._propose)

    def submit(self) -> None:
        """Salvage, unless something is missing."""
        folder, new, secret = self.folder.folder(), self.new.folder(), self.typed()
        if folder is None or new is None:
            self.notice.tell(CHOOSE_STORE if folder is None else CHOOSE_NEW, "attention")
        if not secret or folder is None or new is None:
            return

        def work() -> tuple[tuple[str, ...], Path]:
            from snhr_desktop.store.salvage.saving import salvage

            return salvage(folder, secret, new, self.wanted).tell(self.kit.tongue.language), new

        self.work(True, WORKING)
        self.begin(work, self._show, SALVAGE)

    def _propose(self) -> None:
        folder = self.folder.folder()
        self.new.edit.setText(str(free_name(folder)) if folder else "")

    def _show(self, found: tuple[tuple[str, ...], Path]) -> None:
        lines, new = found
        self.secret.clear()
        self.tell(lines)
        self.work(True, SALVAGE)
        self.kit.tongue.bind(self.leave, text=CLOSE)
        self.leave.setFocus()
        self.rescued.emit(new)


def free_name(folder: Path) -> Path:
    """A name beside a store's that nothing has; in the folder itself where that has no name, as the root of a disk."""
    stem, beside, number = folder.stem or "store", folder.parent, 2
    while _is_there(made := beside / f"{stem} ({number}).snhr"):
        number += 1
    return made


def _is_there(path: Path) -> bool:
    """Whether something has a name, as far as can be seen: it is asked for at every key."""
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True
