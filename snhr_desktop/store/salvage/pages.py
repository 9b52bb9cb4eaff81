"""Single pages of an encrypted file, read past whatever else of it is destroyed.

As SQLCipher 4 writes them: AES-256-CBC, each under a seal. A page that is not as it was written is as good as none.
Pages that wait in the log beside the file come first.
"""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from snhr_desktop.store.keys import Keys
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.store.sealed_pages import IV, PAGE, SALT, USABLE, Seal, seal_key

_LOG_HEAD, _FRAME_HEAD = 32, 24


class Pages:
    """The pages of a store's file, by their number from 1."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        """Open for reading. Raises `OSError`."""
        self._key = keys.of("database")
        self._seal = Seal(seal_key(keys))
        path = folder / DATABASE
        log = path.with_name(path.name + "-wal")
        self._file = path.open("rb")
        self._log = log.open("rb") if log.exists() else None
        self._logged = _newest_frames(log.read_bytes()) if log.exists() else {}
        self.count = max(path.stat().st_size // PAGE, *self._logged, 0)

    def close(self) -> None:
        """Close the files."""
        self._file.close()
        if self._log:
            self._log.close()

    def read(self, number: int) -> bytes | None:
        """The content of a page; None where it is not as it was written. On page 1 the first 16 bytes are zeros."""
        logged = self._logged.get(number) if self._log else None
        file = self._log if self._log and logged is not None else self._file
        file.seek((number - 1) * PAGE if logged is None else logged)
        page = file.read(PAGE)
        if len(page) < PAGE or not self._seal.holds(number, page):
            return None
        begins = SALT if number == 1 else 0
        content, iv = page[begins:USABLE], page[USABLE : USABLE + IV]
        opened = Cipher(AES(self._key), CBC(iv)).decryptor()
        return bytes(begins) + opened.update(content) + opened.finalize()


def _newest_frames(log: bytes) -> dict[int, int]:
    """Where in a log the newest content of each page stands, up to the last save that was finished."""
    kept: dict[int, int] = {}
    waiting: dict[int, int] = {}
    salts = log[16:24]
    for at in range(_LOG_HEAD, len(log) - PAGE - _FRAME_HEAD + 1, _FRAME_HEAD + PAGE):
        head = log[at : at + _FRAME_HEAD]
        if head[8:16] != salts:
            break
        waiting[int.from_bytes(head[:4], "big")] = at + _FRAME_HEAD
        if any(head[4:8]):
            kept |= waiting
            waiting = {}
    return kept
