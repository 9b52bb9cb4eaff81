"""Choices read from bytes, so that a tool that makes and shrinks bytes makes and shrinks whatever is chosen by them."""

import random


class Dice(random.Random):
    """As `random.Random`, but what it chooses is read from the bytes given, and follows from them when they run out."""

    def __init__(self, given: bytes) -> None:
        """Begin at the first byte."""
        super().__init__(given)
        self._given = given
        self._at = 0

    def getrandbits(self, k: int, /) -> int:
        """The next whole bytes with the bits that are asked for."""
        size = (k + 7) // 8
        end = self._at + size
        if end > len(self._given):
            return super().getrandbits(k)
        here, self._at = self._at, end
        return int.from_bytes(self._given[here:end], "big") & ((1 << k) - 1)

    def random(self) -> float:
        """From 0 to 1, in steps of 1/65536, so that a choice costs two bytes."""
        return self.getrandbits(16) / (1 << 16)
