"""The memory of another process, searched as whoever takes the computer would."""

from collections.abc import Mapping
from pathlib import Path

KEYS = ("master", "database", "attachments", "signing", "sealed")
"""What `memory_child.open_window` tells, a line each, turned over."""


def turned(line: str) -> bytes:
    """A key as it was told."""
    return bytes(byte ^ 0x55 for byte in bytes.fromhex(line))


def counted(process: int, needles: Mapping[str, bytes]) -> dict[str, int]:
    """How often each is found."""
    parts = _memory(process)
    return {name: sum(part.count(needle) for part in parts) for name, needle in needles.items()}


def _memory(process: int) -> list[bytes]:
    """Each readable part of the memory of a process."""
    found = []
    with Path(f"/proc/{process}/maps").open() as maps, Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        for line in maps:
            place, rights, *_ = line.split()
            start, end = (int(bound, 16) for bound in place.split("-"))
            if "r" in rights and end < 1 << 63:
                try:
                    memory.seek(start)
                    found.append(memory.read(end - start))
                except OSError:  # a part that the system keeps for itself
                    continue
    return found
