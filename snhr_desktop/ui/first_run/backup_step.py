"""What keeps the store from loss and from other people's eyes: where backups are kept, and the lock."""

from pathlib import Path

from PySide6.QtCore import Signal

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.dialogs.folder_field import FolderField
from snhr_desktop.ui.first_run.step import Step
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Labelled, Notice, label

_LOSS = N_(
    "A disk breaks, a computer is taken: only a backup on another disk brings the records back. Choose a stick that is "
    "not carried with the computer: whenever it is plugged in, a backup is made by itself, encrypted like the store."
)
_WHERE, _WHERE_TITLE = N_("Keep backups in"), N_("Choose where backups are kept")
SAME_DISK = N_(
    "This place lies on the same disk as the store: where the computer is taken or the disk breaks, both are lost. "
    "Choose a stick or another disk, or continue to keep backups here all the same."
)
_LATER = N_("Leave it empty to choose later, on the page for the care of the store.")
_NOT_THERE = N_("Choose a folder that is there and that you may write to.")
_LOCK = N_(
    "Lock the store when you leave the computer: {key}. It also locks by itself after some minutes without a touch, "
    "when the computer sleeps and when its screen is locked; what you were typing stays as a draft. Before a "
    "checkpoint, switch the computer off."
)


class BackupStep(Step):
    """`chosen(Path)` is the place for backups; `take` and `refuse` answer it. It can be passed over."""

    title = N_("Backups and the lock")
    chosen = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.place = FolderField(kit, _WHERE_TITLE, None)
        self.line = Labelled(kit, _WHERE, self.place, _LATER)
        self.store: Path | None = None
        """Where the store that was made lies."""
        self._taken: Path | None = None
        self._warned: Path | None = None
        self.warning = Notice(kit)
        self.place.edit.textChanged.connect(self.warning.clear)
        self.place.edit.returnPressed.connect(self.entered)
        self.column.addWidget(label(kit, _LOSS, wrap=True))
        self.column.addWidget(self.line)
        self.column.addWidget(self.warning)
        self.column.addWidget(label(kit, _lock, wrap=True))

    def settled(self) -> bool:
        """Whether no place is wanted, or the one that is wanted was taken; asks for it where it was not."""
        wanted = self.place.folder()
        self.line.settle()
        if wanted is None or wanted == self._taken:
            return True
        if not wanted.is_dir():
            self.line.complain(_NOT_THERE)
            self.place.setFocus()
        elif self._beside_the_store(wanted) and self._warned != wanted:
            self._warned = wanted
            self.warning.tell(SAME_DISK, "attention", closable=False)
        else:
            self.chosen.emit(wanted)
        return False

    def _beside_the_store(self, place: Path) -> bool:
        from snhr_desktop.store.backups.disk import same_disk  # loads when it is needed

        within = self.store is not None and place.resolve().is_relative_to(self.store.resolve())  # which is refused
        return self.store is not None and not within and same_disk(place, self.store)

    def take(self, place: Path) -> None:
        """The place is one: go on."""
        self._taken = place
        self.entered.emit()

    def refuse(self, refusal: Refusal) -> None:
        """It cannot be one."""
        self.line.complain(refusal.tell)
        self.place.setFocus()

    def focus_first(self) -> None:
        """Begin at the place."""
        self.place.setFocus()


def _lock(language: Language) -> str:
    return language.text(_LOCK, key="Ctrl+Shift+L")
