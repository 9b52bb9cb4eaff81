"""Which disk a folder lies on: a backup on the disk of its store is lost with it, whatever partition it is in.

On Linux the system tells which partitions and encrypted volumes are of one disk, and what can be pulled out. Elsewhere
a volume is taken for a disk; what can be pulled out is told by Windows, and on macOS by where it is mounted.
"""

import os
import sys
from pathlib import Path

from snhr_desktop.store.backups import windows

_BLOCKS, _MOUNTS = Path("/sys/dev/block"), Path("/proc/self/mountinfo")
_VOLUMES = Path("/Volumes")


def same_disk(one: Path, other: Path) -> bool:
    """Whether two folders are lost together; a folder that is not there yet lies where it would be made."""
    return not disks(one).isdisjoint(disks(other))


def can_be_pulled(place: Path) -> bool:
    """Whether a folder lies on a stick or disk that is plugged in."""
    if os.name == "nt":
        return windows.can_be_pulled(place.absolute(), windows.kernel())
    if sys.platform == "darwin":
        return place.is_relative_to(_VOLUMES)
    return any(_is_plugged(_BLOCKS.parent.parent / "block" / disk) for disk in disks(place))


def disks(place: Path) -> frozenset[str]:
    """The disks under a folder by the names the system gives them, or the number of its volume; empty if unknown."""
    while not place.exists() and place != place.parent:
        place = place.parent
    try:
        number = place.stat().st_dev
    except OSError:
        return frozenset()
    return _of_block(_source(number) if os.name == "posix" and os.major(number) == 0 else number) or frozenset(
        {f"#{number}"}
    )


def _source(number: int) -> int:
    """Some file systems number their volumes themselves; the list of mounts says what they lie on."""
    named = f"{os.major(number)}:{os.minor(number)}"
    try:
        for line in _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines():
            fields, _, about = line.partition(" - ")
            source = about.split()[1] if len(about.split()) > 1 else ""
            if fields.split()[2] == named and source.startswith("/dev/"):
                return Path(source).stat().st_rdev
    except (OSError, IndexError):
        pass
    return number


def _of_block(number: int) -> frozenset[str]:
    if os.name != "posix":
        return frozenset()
    return _whole(_BLOCKS / f"{os.major(number)}:{os.minor(number)}")


def _whole(device: Path) -> frozenset[str]:
    """The disks that a block device is a part of or is made of."""
    try:
        found = device.resolve(strict=True)
        under = tuple((found / "slaves").iterdir()) if (found / "slaves").is_dir() else ()
        if under:
            return frozenset().union(*(_whole(each) for each in under))
        return frozenset({(found.parent if (found / "partition").exists() else found).name})
    except OSError:
        return frozenset()


def _is_plugged(disk: Path) -> bool:
    try:
        return "/usb" in str(disk.resolve(strict=True)) or (disk / "removable").read_text().strip() == "1"
    except OSError:
        return False
