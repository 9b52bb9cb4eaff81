"""Attachments on their way into a backup: copied once, read again from the disk, never written over."""

import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

from snhr_desktop.store import files
from snhr_desktop.store.backups.refusals import BackupDiffers

_CHUNK = 1 << 20


def held(folder: Path) -> dict[str, int]:
    """The attachments of a folder by path inside it, with their sizes; links and unfinished files are none."""
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in _files(folder)}


def copy_missing(source: Path, target: Path, names: dict[str, int], go_on: Callable[[], None]) -> dict[str, str]:
    """Copy what the target does not have in its size yet; `go_on` is asked at each part and may raise.

    Returns the SHA-256 of each file that was copied, by its path inside the folder.

    Raises `BackupDiffers` where a copy does not read as the original, `OSError`.
    """
    copied: dict[str, str] = {}
    for name, size in names.items():
        there = target / name
        if there.is_file() and there.stat().st_size == size:
            continue
        files.make_folders(there.parent)
        copied[name] = copy(source / name, there, go_on)
    return copied


def copy(source: Path, target: Path, go_on: Callable[[], None]) -> str:
    """Copy a file, whole or not at all; its SHA-256. Raises what `copy_missing` raises."""
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
    try:
        files.make_file(fresh)
        read = hashlib.sha256()
        with source.open("rb") as given, fresh.open("r+b") as taken:
            while part := given.read(_CHUNK):
                go_on()
                read.update(part)
                taken.write(part)
            taken.flush()
            os.fsync(taken.fileno())
            forget_cached(taken.fileno())
        if digest(fresh, go_on) != read.hexdigest():
            raise BackupDiffers
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    files.sync_folder(target.parent)
    return read.hexdigest()


def forget_cached(descriptor: int) -> None:
    """Have what is read next come from the medium itself, where the system can be asked for that."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def digest(path: Path, go_on: Callable[[], None]) -> str:
    """The SHA-256 of a file as the medium has it now; `go_on` may raise. Raises `OSError`."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        forget_cached(file.fileno())
        while part := file.read(_CHUNK):
            go_on()
            found.update(part)
    return found.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and not path.name.startswith(".") and path.suffix != ".new":
            yield path
