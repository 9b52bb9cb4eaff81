"""An encrypted file read as if it were a plain one: from any place, piece by piece, each authenticated first."""

import io
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag

from snhr_desktop.store.attachments.container import HEADER, PIECE, TAG, Sealer, pieces_of, sealed_size
from snhr_desktop.store.attachments.refusals import AttachmentDamaged, AttachmentMissing


class AttachmentReader(io.RawIOBase):
    """Seekable, for reading alone. Holds one piece in memory; nothing of it is written anywhere.

    Reading raises `AttachmentDamaged` rather than give out a byte that is not as it was written. `name` is what the
    file is called in a refusal. Threads may not share one.
    """

    def __init__(self, path: Path, key: bytes, size: int, name: str) -> None:
        """Open it. Raises `AttachmentMissing`, `AttachmentDamaged` where it is of another size or form."""
        super().__init__()
        self.name, self.size = name, size
        self._at, self._held, self._piece = 0, -1, b""
        try:
            self._file = path.open("rb", buffering=0)
        except FileNotFoundError as error:
            raise AttachmentMissing(name=name) from error
        try:
            if self._file.seek(0, io.SEEK_END) != sealed_size(size):
                raise AttachmentDamaged(name=name)
            self._file.seek(0)
            self._sealer = Sealer.of(key, self._file.read(HEADER) or b"")
        except (OSError, ValueError) as error:
            self._file.close()
            raise AttachmentDamaged(name=name) from error
        except AttachmentDamaged:
            self._file.close()
            raise

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def tell(self) -> int:
        """Where the next byte is read."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go on from another place; one beyond the end reads nothing."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        if base + offset < 0:
            raise ValueError("before the beginning of the file")
        self._at = base + offset
        return self._at

    def readinto(self, buffer: Any, /) -> int:
        """The next bytes, up to the end of a piece."""
        number, within = divmod(self._at, PIECE)
        self._hold(min(number, pieces_of(self.size) - 1))  # an empty file is authenticated too
        if self._at >= self.size:
            return 0
        view = memoryview(buffer).cast("B")
        part = self._piece[within : within + len(view)]
        view[: len(part)] = part
        self._at += len(part)
        return len(part)

    def readall(self) -> bytes:
        """All that is left, a piece at a time."""
        parts = []
        while part := self.read(PIECE):
            parts.append(part)
        return b"".join(parts)

    def close(self) -> None:
        """Close the file and let go of what was decrypted."""
        if not self.closed:
            self._file.close()
            self._piece, self._held = b"", -1
        super().close()

    def _hold(self, number: int) -> None:
        if number == self._held:
            return
        last = number == pieces_of(self.size) - 1
        length = (self.size - number * PIECE if last else PIECE) + TAG
        try:
            self._file.seek(HEADER + number * (PIECE + TAG))
            sealed = b""
            while len(sealed) < length and (part := self._file.read(length - len(sealed))):
                sealed += part
            self._piece = self._sealer.open(sealed, number, last=last)
        except (OSError, InvalidTag) as error:
            raise AttachmentDamaged(name=self.name) from error
        self._held = number
