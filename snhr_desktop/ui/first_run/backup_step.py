"""What keeps the store from loss and from other people's eyes: backups and the lock."""

from snhr_desktop.i18n import N_
from snhr_desktop.ui.first_run.step import Step
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import label

_LOSS = N_(
    "A disk breaks, a computer is taken: only a backup on another disk brings the records back. Keep one on a stick "
    "that is not carried with the computer. A backup is encrypted like the store, and is opened by the same passphrase "
    "or recovery code."
)
_LOCK = N_(
    "Lock the store when you leave the computer: {key}. When it is locked, nothing of the records is on the screen. "
    "Before a checkpoint, switch the computer off."
)


class BackupStep(Step):
    """Nothing has to be chosen here."""

    title = N_("Backups and the lock")

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.column.addWidget(label(kit, _LOSS, wrap=True))
        self.column.addWidget(label(kit, lambda language: language.text(_LOCK, key="Ctrl+Shift+L"), wrap=True))
