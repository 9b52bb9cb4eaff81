"""Which of two files of an attachment is the one that was taken in: the one that opens to its end with its key.

A store rots as a stick does. Where they differ and nobody noted how it was copied, neither is taken for the better one
unseen: the store's could be the rotten one, and the copy on the stick the last good one.
"""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from snhr_desktop.store.attachments import blobs
from snhr_desktop.store.attachments.reader import AttachmentReader
from snhr_desktop.store.attachments.refusals import AttachmentDamaged, AttachmentMissing
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.layout import ATTACHMENTS
from snhr_desktop.store.opened import connect_with

if TYPE_CHECKING:
    from collections.abc import Mapping

_PART = 1 << 20


@dataclass(frozen=True)
class Genuine:
    """The key and the size of what is in it, of each file, by path inside the folder of attachments."""

    known: "Mapping[str, tuple[bytes, int]]"

    @classmethod
    def of(cls, folder: Path, keys: Keys) -> "Genuine":
        """What a store knows of its files; nothing where it is from before there were any."""
        with closing(connect_with(folder, keys, read_only=True)) as connection:
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'attachment_blob'").fetchone():
                return cls({})
            rows = connection.execute("SELECT name, key, size FROM attachment_blob").fetchall()
        room = Path(ATTACHMENTS)
        return cls(
            {
                blobs.path_of(Path(), name).relative_to(room).as_posix(): (bytes(key), int(size))
                for name, key, size in rows
            }
        )

    def reads(self, room: Path, name: str) -> bool:
        """Whether a file in a folder of attachments reads as it was written, to its end. Raises `OSError`."""
        if name not in self.known:
            return False
        try:
            with closing(AttachmentReader(room / name, *self.known[name], name)) as reader:
                while reader.read(_PART):
                    pass
        except (AttachmentDamaged, AttachmentMissing):
            return False
        return True
