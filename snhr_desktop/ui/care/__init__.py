"""Care of the store: its backups, whether it is sound, and what to do when it is not."""

from snhr_desktop.ui.care.keeper import BackupKeeper
from snhr_desktop.ui.care.line import BackupLine

__all__ = ["BackupKeeper", "BackupLine"]
