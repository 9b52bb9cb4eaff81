"""Disks and sticks that are plugged in now."""

from pathlib import Path

from PySide6.QtCore import QStorageInfo


def plugged_in(within: str) -> tuple[tuple[Path, str], ...]:
    """The root of each, with the path inside it where a place of backups may be. Safe on any thread."""
    return tuple(
        (Path(volume.rootPath()), within)
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid() and volume.isReady() and not volume.isReadOnly() and volume.rootPath() != "/"
    )


def within_volume(place: Path) -> str:
    """The path of a folder inside the disk or stick that it lies on."""
    root = QStorageInfo(str(place)).rootPath()
    try:
        return place.resolve().relative_to(Path(root).resolve()).as_posix() if root else ""
    except (OSError, ValueError):
        return ""


def pulled(store: Path | None) -> Path | None:
    """A stick or disk that is plugged in and can be written to, other than the one the store lies on."""
    from snhr_desktop.store.backups.disk import can_be_pulled, same_disk  # loads when it is needed

    roots = (root for root, _ in plugged_in(""))
    return next((root for root in roots if can_be_pulled(root) and not (store and same_disk(root, store))), None)
