"""Names told apart in a few bytes each, so that the records of a file of any length can be known again."""

import hashlib

_PART, _REST, _NUMBER = 2, 10, 5
_ENTRY = _REST + _NUMBER


class Names:
    """Numbers names from 0 in the order in which they come. A million of them take some twenty megabytes.

    A name is kept as twelve bytes of its hash: that two of them meet is less likely than a disk that fails.
    """

    def __init__(self) -> None:
        self._parts: dict[bytes, bytearray] = {}
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __contains__(self, name: str) -> bool:
        return self.find(name) >= 0

    def find(self, name: str) -> int:
        """The number of a name; -1 where it has none."""
        digest = _digest(name)
        return self._find(self._parts.get(digest[:_PART], b""), digest[_PART:])

    def number(self, name: str) -> int:
        """The number of a name, which is given one now if it has none."""
        digest = _digest(name)
        part = self._parts.setdefault(digest[:_PART], bytearray())
        found = self._find(part, digest[_PART:])
        if found >= 0:
            return found
        part += digest[_PART:] + self._count.to_bytes(_NUMBER, "big")
        self._count += 1
        return self._count - 1

    @staticmethod
    def _find(part: bytes | bytearray, rest: bytes) -> int:
        at = part.find(rest)
        while at >= 0 and at % _ENTRY:  # across two entries
            at = part.find(rest, at + 1)
        return int.from_bytes(part[at + _REST : at + _ENTRY], "big") if at >= 0 else -1


def _digest(name: str) -> bytes:
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=_PART + _REST).digest()
