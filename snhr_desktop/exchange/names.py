"""Names told apart in a few bytes each, so that the records of a file of any length can be known again."""

import hashlib

_PART, _REST, _NUMBER = 2, 10, 5
_PARTS = 1 << 12
_ENTRY = _REST + _NUMBER


class Names:
    """Numbers names from 0 in the order in which they come. A million of them take some twenty megabytes.

    Ten bytes of its hash are kept of a name, among one in four thousand of all: that two of them meet is less likely
    than a disk that fails.
    """

    def __init__(self) -> None:
        self._parts = tuple(bytearray() for _ in range(_PARTS))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __contains__(self, name: str) -> bool:
        return self.find(name) >= 0

    def find(self, name: str) -> int:
        """The number of a name; -1 where it has none."""
        return self._find(*self._place(name))

    def number(self, name: str) -> int:
        """The number of a name, which is given one now if it has none."""
        part, rest = self._place(name)
        found = self._find(part, rest)
        if found >= 0:
            return found
        part += rest + self._count.to_bytes(_NUMBER, "big")
        self._count += 1
        return self._count - 1

    def _place(self, name: str) -> tuple[bytearray, bytes]:
        digest = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=_PART + _REST).digest()
        return self._parts[int.from_bytes(digest[:_PART], "big") % _PARTS], digest[_PART:]

    @staticmethod
    def _find(part: bytearray, rest: bytes) -> int:
        at = part.find(rest)
        while at >= 0 and at % _ENTRY:  # across two entries
            at = part.find(rest, at + 1)
        return int.from_bytes(part[at + _REST : at + _ENTRY], "big") if at >= 0 else -1
