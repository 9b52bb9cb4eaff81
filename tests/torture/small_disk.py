"""A disk of a few megabytes, filled to the byte: a tmpfs that only the process which mounted it sees."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

PAGE = 4096
NOT_TESTED = "NOT TESTED"
"""How the reason of a skip begins that everybody has to see at the end of a run."""


_WAYS = (("unshare", "-m"), ("unshare", "-U", "-r", "-m"))
"""Into a place where one may mount: as root, or as anybody, where the system lets everybody be root of a place."""


@cache
def _found() -> tuple[tuple[str, ...], str]:
    """The way into such a place, and why there is none; one of the two is blank."""
    if shutil.which("unshare") is None or sys.platform != "linux":
        return (), "only Linux mounts a disk for one process"
    told = []
    for way in _WAYS:
        mounts = [*way, "sh", "-c", "mount -t tmpfs tmpfs /mnt"]
        tried = subprocess.run(mounts, capture_output=True, text=True, check=False)
        if tried.returncode == 0:
            return way, ""
        told.append(tried.stderr.strip() or f"{' '.join(way)} ended with {tried.returncode}")
    return (), "; ".join(dict.fromkeys(told))


def why_not() -> str:
    """Why no disk can be mounted here; blank where one can."""
    return _found()[1]


needs_a_disk = pytest.mark.skipif(bool(why_not()), reason=f"{NOT_TESTED} on a small disk: {why_not()}")


def run_there(module: str, *arguments: str, timeout: float | None = None) -> str:
    """What a module prints that is run in a place of its own, where it may mount."""
    command = [*_found()[0], sys.executable, "-m", module, *arguments]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=timeout)
    assert run.returncode == 0, run.stderr
    return run.stdout


def mount(place: Path, megabytes: int) -> None:
    """Mount a small disk on a folder; it goes with the process."""
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)], check=True)


def unplug(place: Path) -> None:
    """Take the disk away from under whoever uses it, as a stick is pulled out."""
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(place: Path, pages_left: int) -> Path:
    """Leave so many pages of a disk free; returns the file that takes the rest, to be removed."""
    filler = place / "filler"
    leave = pages_left * PAGE
    with filler.open("wb", buffering=0) as file:
        room = shutil.disk_usage(place).free - leave
        with suppress(OSError):
            os.posix_fallocate(file.fileno(), 0, max(room, 1))
    return filler
