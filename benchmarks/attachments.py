"""A file taken in, beside fingerprint, encryption and writing of it one after the other; and a look into its middle."""

import hashlib
import os
import random
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from benchmarks.result import Result, median_seconds
from snhr_desktop.domain.records import AttachmentLink
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, dossier

NAMES = ("attachments.intake", "attachments.seek")
SIZE, PIECE = 256 << 20, 1 << 20
RUNS = 3


def measure(_store: Path) -> list[Result]:
    """Each on a store of its own: 256 MB of chance, new for every intake, since the same is kept once."""
    with tempfile.TemporaryDirectory() as folder:
        video = Path(folder) / "video.mp4"
        video.write_bytes(os.urandom(SIZE))
        workspace, _ = Workspace.create(Path(folder) / "bench.snhr", PASSPHRASE, "IDL")
        with workspace:
            return list(_measured(workspace, video))


def _measured(workspace: Workspace, video: Path) -> list[Result]:
    to = AttachmentLink(record="incident", target=workspace.save(dossier()).dossier.incident.uid)
    number = iter(range(1000))

    def take() -> None:
        with video.open("r+b") as file:
            file.write(next(number).to_bytes(4, "big"))
        taken = workspace.take_in(video, [to])
        kept.append(taken.file.attachment.uid)

    kept: list[str] = []
    copy = video.with_name("copy")
    alone = sum(median_seconds(partial(act, video), RUNS) for act in (_hashed, _encrypted, _written(copy)))
    copy.unlink()
    ours = median_seconds(take, RUNS)
    cipher, sealed = AESGCM(bytes(32)), AESGCM(bytes(32)).encrypt(bytes(12), bytes(PIECE), b"")
    with workspace.open_attachment(kept[-1]) as reader:

        def look() -> None:
            reader.seek(random.randrange(SIZE - 1))
            reader.read(1)

        seek = median_seconds(look, 50)
    opened = median_seconds(lambda: cipher.decrypt(bytes(12), sealed, b""), 50)
    return [
        Result(NAMES[0], ours, alone, "256 MB hashed, encrypted and written, one by one", "s", 1.5 * alone),
        Result(NAMES[1], seek, opened, "one piece of 1 MB decrypted alone", "s", 0.02),
    ]


def _written(copy: Path) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with path.open("rb", buffering=0) as file, copy.open("wb", buffering=0) as target:
            while piece := file.read(PIECE):
                target.write(piece)
            os.fsync(target.fileno())

    return write


def _hashed(path: Path) -> None:
    with path.open("rb", buffering=0) as file:
        hashlib.file_digest(file, "sha256")


def _encrypted(path: Path) -> None:
    cipher, number = AESGCM(bytes(32)), 0
    with path.open("rb", buffering=0) as file:
        while piece := file.read(PIECE):
            cipher.encrypt(number.to_bytes(12, "big"), piece, b"")
            number += 1
