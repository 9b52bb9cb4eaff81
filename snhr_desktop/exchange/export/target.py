"""Where an export is written: beside its place first, for the owner alone, and under its name once it is whole."""

import hashlib
import os
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

from snhr_desktop.errors import DiskFull, ReadOnlyFolder, Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.store import files
from snhr_desktop.store.refusals import told

_PIECE = 1 << 20
_UNFINISHED = re.compile(r"\.[0-9a-f]{16}\.(?:part|room)")
_LEFT_FOR = 3600
"""Seconds after which what nobody writes to any more was left by a program that was killed."""


class NotExported(Refusal):
    """The place that was chosen does not take the file."""

    said = N_("The folder {name} cannot be written to.")
    advice = N_("Nothing was written. Choose another place.")


class PlaceTaken(Refusal):
    """A folder of that name is there already, with something in it that is nobody's to remove."""

    said = N_("{name} already exists.")
    advice = N_("It was left as it is. Choose another name.")


class Target:
    """A file, or a folder of files, in the making; `beside` is a folder that goes with it, where there is one."""

    def __init__(self, path: Path, *, folder: bool, beside: Path | None = None) -> None:
        self.path, self.is_folder, self.beside = path, folder, beside
        self._fresh, self._fresh_beside, self._earlier = (
            path.with_name(f".{secrets.token_hex(8)}.part") for _ in range(3)
        )
        self.room = path.with_name(f".{secrets.token_hex(8)}.room")
        """A folder for what a writer needs on the way; made by whoever needs it, gone at the end."""
        self.files: dict[str, str] = {}
        """The fingerprint of each file that is written, by its name in the folder; blank for the one file."""
        self.look: Callable[[], object] = lambda: None
        """Asked before each piece of a file whose fingerprint is taken; what it raises ends the export."""

    @contextmanager
    def file(self, name: str = "") -> Iterator[IO[bytes]]:
        """A file to write to: the one, or one of a folder. It is on disk afterwards."""
        path = self._fresh / name if self.is_folder else self._fresh
        files.make_file(path)
        with path.open("r+b", buffering=_PIECE) as held:
            yield held
            held.flush()
            os.fsync(held.fileno())
        self.seal(path, name)

    def seal(self, path: Path, name: str = "") -> None:
        """Take the fingerprint of a file that is whole."""
        digest = hashlib.sha256()
        with path.open("rb") as held:
            while piece := held.read(_PIECE):
                self.look()
                digest.update(piece)
        self.files[name] = digest.hexdigest()

    def place_of(self, name: str = "") -> Path:
        """Where a file is written meanwhile, for a library that makes it itself."""
        return self._fresh / name if self.is_folder else self._fresh

    def place_beside(self, name: str) -> Path:
        """Where a file of the folder `beside` is written meanwhile; the folder is made with the first."""
        if not self._fresh_beside.exists():
            files.make_folder(self._fresh_beside)
        return self._fresh_beside / name

    def ensure_free(self) -> None:
        """Raise `PlaceTaken` where its name, or that of what goes beside it, is somebody else's."""
        if self.path.is_dir() and not (self.is_folder and not any(self.path.iterdir())):
            raise PlaceTaken(name=self.path.name)
        if self.is_folder and _is_there(self.path) and not self.path.is_dir():
            raise PlaceTaken(name=self.path.name)
        if self.beside and _is_there(self.beside):
            raise PlaceTaken(name=self.beside.name)

    def settle(self) -> None:
        """Give it its name; see `settled`."""
        with self.settled():
            pass

    @contextmanager
    def settled(self) -> Iterator[None]:
        """Give it its name: in place of an earlier file, and of no folder that has anything in it.

        What goes beside it has its own first. Where the other cannot be given, or what is done meanwhile fails, both
        lose them again, and what stood there before is back.
        """
        self.ensure_free()
        with ExitStack() as back:
            if self.beside and self._fresh_beside.exists():
                self._fresh_beside.rename(self.beside)
                back.callback(self.beside.rename, self._fresh_beside)
            if self.is_folder and self.path.is_dir():
                self.path.rmdir()
                back.callback(files.make_folder, self.path)
            kept = self._keep_earlier()
            self._fresh.replace(self.path)
            back.callback(self._earlier.replace if kept else self._fresh_again, self.path)
            files.sync_folder(self.path.parent)
            yield
            back.pop_all()

    def _keep_earlier(self) -> bool:
        """Let an earlier file have a second name meanwhile; whether there is one that has."""
        with suppress(OSError):  # none is there, or a stick that knows no second name for a file
            os.link(self.path, self._earlier, follow_symlinks=False)
            return True
        return False

    def _fresh_again(self, path: Path) -> None:
        path.rename(self._fresh)

    def _sweep(self) -> None:
        """Take away what an export that was killed left unfinished here: nobody wants it, and it is not encrypted."""
        for path in self.path.parent.glob(".*"):
            with suppress(OSError):
                if _UNFINISHED.fullmatch(path.name) and time.time() - path.lstat().st_mtime > _LEFT_FOR:
                    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()

    def begin(self) -> None:
        """See that there is room for it. Raises `PlaceTaken`, `NotExported`."""
        self._sweep()
        if not self.path.parent.is_dir():
            raise NotExported(name=self.path.parent.name or "/")
        self.ensure_free()
        if self.is_folder:
            files.make_folder(self._fresh)

    def discard(self) -> None:
        """Leave nothing of what did not become whole, nor of what it took the place of."""
        self._earlier.unlink(missing_ok=True)
        for folder in (self.room, self._fresh_beside):
            shutil.rmtree(folder, ignore_errors=True)
        if self._fresh.is_dir():
            shutil.rmtree(self._fresh, ignore_errors=True)
        else:
            self._fresh.unlink(missing_ok=True)


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


@contextmanager
def making(path: Path, *, folder: bool, beside: Path | None = None) -> Iterator[Target]:
    """A target that leaves nothing behind unless it is settled. Raises `NotExported`, `PlaceTaken`, `DiskFull`."""
    target = Target(path, folder=folder, beside=beside)
    try:
        with told(path.parent, writing=True):
            target.begin()
            yield target
    except DiskFull:
        raise
    except ReadOnlyFolder as error:
        raise NotExported(name=path.parent.name or "/") from error
    finally:
        target.discard()
