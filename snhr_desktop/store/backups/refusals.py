"""What can go wrong with a backup, told: the store and the earlier backups are never touched by it."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from snhr_desktop.errors import DamagedStore, ReadOnlyFolder, Refusal, StoreBusy
from snhr_desktop.i18n import N_
from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.store.refusals import refusal_for

_NO_ROOM_LEFT = 1 << 20
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class NoRoomForBackup(Refusal):
    """The disk of a backup place is too full."""

    said = N_("There is not enough room for a backup in {name}.")
    advice = N_("The earlier backups are as they were. Free some space there, or choose another place.")


class PlaceGone(Refusal):
    """The place a person chose is not there: a stick that is not plugged in, or was pulled out."""

    said = N_("The backup place {name} is not there.")
    advice = N_("The store is safe. Plug the stick in again, or choose another place.")


class NotABackupPlace(Refusal):
    """A folder was to be a place of backups that cannot be one."""

    said = N_("{name} cannot hold the backups.")
    advice = N_("Choose a folder that can be written to and that is not inside the store.")


class BackupUnfinished(Refusal):
    """The medium did not take all of it."""

    said = N_("The backup could not be finished: the disk did not take the data.")
    advice = N_("The store and the earlier backups are as they were. Check the disk or the stick, and try again.")


class PlaceClosed(Refusal):
    """The folder or the disk does not let this program write there."""

    said = N_("No backup could be made in {name}: it cannot be written to.")
    advice = N_(
        "The store and the earlier backups are as they were. Check the permissions of the folder and whether its disk "
        "is write-protected, or choose another place."
    )


class BackupDiffers(Refusal):
    """The copy was opened, and is not what the store was."""

    said = N_("The backup was opened to check it, and is not what the store is. It was not kept.")
    advice = N_("The earlier backups are as they were. Use another stick or disk, and verify the store.")


class BackupUnderWay(Refusal):
    """Another window is making one."""

    said = N_("A backup is being made already.")
    advice = N_("Nothing needs to be done.")


class BackupStopped(Refusal):
    """It was called off: the store is being closed."""

    said = N_("The backup was stopped.")
    advice = N_("The earlier backups are as they were.")


class NotABackup(Refusal):
    """A folder that holds no backup of a store."""

    said = N_("{name} holds no backup of a store.")
    advice = N_("Choose a folder of backups, or one backup in it.")


@contextmanager
def told_of(place: Path) -> Iterator[None]:
    """Raise what an error of the world means for a backup in a place, with the error itself behind it."""
    try:
        yield
    except (DatabaseError, OSError) as error:
        raise _meant_by(error, place) from error


def _meant_by(error: Exception, place: Path) -> Refusal:
    if not place.is_dir():
        return PlaceGone(name=place.name)
    if (isinstance(error, OSError) and error.errno in _NO_ROOM) or _is_full(place):
        return NoRoomForBackup(name=place.name)
    known = refusal_for(error, place)
    if known is ReadOnlyFolder:
        return PlaceClosed(name=place.name)
    if isinstance(error, DatabaseError):
        code = int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
        if known is DamagedStore and code != 10:
            return DamagedStore()
        if known is StoreBusy:
            return StoreBusy()
    return BackupUnfinished()


def _is_full(place: Path) -> bool:
    try:
        return shutil.disk_usage(place).free < _NO_ROOM_LEFT
    except OSError:
        return False
