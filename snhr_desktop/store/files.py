"""Files that nobody else on the machine can read, from the moment they exist and whatever the umask."""

import errno
import glob
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

FOLDER_MODE, FILE_MODE = 0o700, 0o600
_EARLIER = ".old"


def make_folder(path: Path) -> None:
    """Make a folder for the owner alone, whose name is on disk when this returns. Raises `FileExistsError`."""
    path.mkdir(mode=FOLDER_MODE)
    path.chmod(FOLDER_MODE)
    sync_folder(path.parent)


def make_folders(path: Path) -> None:
    """Make a folder and those it lies in, where they are missing."""
    if not path.is_dir():
        make_folders(path.parent)
        make_folder(path)


def make_file(path: Path, content: bytes = b"") -> None:
    """Make a new file for the owner alone, on disk when this returns. Raises `FileExistsError`."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        os.fchmod(descriptor, FILE_MODE)
        file.write(content)
        file.flush()
        os.fsync(descriptor)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file as a whole or not at all: a power cut leaves the old one or the new one."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        make_file(fresh, content)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(path.parent)


def replace_secret(path: Path, content: bytes) -> None:
    """As `replace_file`, and then overwrite what stood there before, as far as the file system lets us.

    The earlier file keeps a name of its own until then, so that `forget_earlier` finds it where this was killed. What
    a file system writes elsewhere, and a solid-state disk keeps, is not reached; nor is a file with other names, such
    as a copy made by hard links: its owner wants it as it was.
    """
    earlier = path.with_name(f"{path.name}.{secrets.token_hex(4)}{_EARLIER}")
    with _held(path) as held:
        with suppress(OSError):  # not every file system gives a file two names
            os.link(path, earlier, follow_symlinks=False)
        try:
            replace_file(path, content)
        except BaseException:
            earlier.unlink(missing_ok=True)
            raise
        if held is not None:
            with suppress(OSError):
                _spoil(held)
    earlier.unlink(missing_ok=True)
    sync_folder(path.parent)


def forget_earlier(path: Path) -> None:
    """Overwrite and remove what a `replace_secret` of this file that was killed left under another name."""
    for earlier in path.parent.glob(f"{glob.escape(path.name)}.*{_EARLIER}"):
        if earlier.is_symlink() or (path.exists() and earlier.samefile(path)):
            earlier.unlink(missing_ok=True)  # killed before anything was replaced
            continue
        with suppress(OSError):
            overwrite(earlier)
        earlier.unlink(missing_ok=True)


@contextmanager
def _held(path: Path) -> Iterator[int | None]:
    """A file that has no other name, open to be written over when its name is gone; None where there is no such."""
    try:
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        yield None
        return
    try:
        yield descriptor if os.fstat(descriptor).st_nlink <= 1 else None
    finally:
        os.close(descriptor)


def _spoil(descriptor: int) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, os.urandom(os.fstat(descriptor).st_size))
    os.fsync(descriptor)


def overwrite(path: Path) -> None:
    """Write random bytes over a file in its place, on disk when this returns; to be removed after. Raises `OSError`."""
    with path.open("r+b", buffering=0) as file:
        file.write(os.urandom(path.stat().st_size))
        os.fsync(file.fileno())


def sync(path: Path) -> None:
    """Have what another library wrote into a file on disk when this returns."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Have the names in a folder on disk too, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # a folder of another computer cannot be asked
            raise
    finally:
        os.close(descriptor)
