"""The form of an encrypted file: a header, then pieces of 1 MiB, each sealed with AES-256-GCM under the file's key.

    "SNHRAT1\\n" | base-2 logarithm of the piece | 7 random bytes      the header, bound to every piece
    piece 0 + tag | piece 1 + tag | ... | last piece + tag

The nonce of a piece is the 7 bytes, its number (4 bytes) and whether it is the last: pieces cannot be left out, put in
another order or cut off at the end unseen. The design is STREAM (Hoang, Reyhanitabar, Rogaway, Vizar 2015).
"""

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

PIECE = 1 << 20
KEY, TAG, HEADER = 32, 16, 16
_MAGIC = b"SNHRAT1\n"
_MARK = _MAGIC + bytes([PIECE.bit_length() - 1])


@dataclass(frozen=True)
class Sealer:
    """Seals and opens the pieces of one file."""

    cipher: AESGCM
    header: bytes

    @classmethod
    def new(cls, key: bytes) -> "Sealer":
        """For a file that is being written."""
        return cls(AESGCM(key), _MARK + secrets.token_bytes(HEADER - len(_MARK)))

    @classmethod
    def of(cls, key: bytes, header: bytes) -> "Sealer":
        """For a file that begins with this header. Raises `ValueError` where it is of no such form."""
        if len(header) != HEADER or not header.startswith(_MARK):
            raise ValueError("not an encrypted file of this form")
        return cls(AESGCM(key), header)

    def seal(self, pieces: Iterable[memoryview]) -> Iterator[memoryview]:
        """The header and the sealed pieces, each to be written before the next. Every piece but the last is full.

        A piece is sealed once the next one is there, or none comes.
        """
        yield memoryview(self.header)
        number, held, room = 0, None, memoryview(bytearray(PIECE + TAG))
        for piece in pieces:
            if held is not None:
                yield self._sealed(held, room, number, last=False)
                number += 1
            held = piece
        yield self._sealed(held or memoryview(b""), room, number, last=True)

    def open(self, sealed: bytes, number: int, *, last: bool) -> bytes:
        """A piece as it was. Raises `cryptography.exceptions.InvalidTag`."""
        return self.cipher.decrypt(self._nonce(number, last=last), sealed, self.header)

    def _sealed(self, piece: memoryview, room: memoryview, number: int, *, last: bool) -> memoryview:
        sealed = room[: len(piece) + TAG]
        self.cipher.encrypt_into(self._nonce(number, last=last), piece, self.header, sealed)
        return sealed

    def _nonce(self, number: int, *, last: bool) -> bytes:
        return self.header[len(_MARK) :] + number.to_bytes(4, "big") + bytes([last])


def pieces_of(size: int) -> int:
    """How many pieces a file of so many bytes has; an empty one has one, which says that it is whole."""
    return max(1, -(-size // PIECE))


def sealed_size(size: int) -> int:
    """How many bytes the encrypted file of so many bytes has."""
    return HEADER + size + TAG * pieces_of(size)
