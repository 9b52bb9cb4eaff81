"""What tells the bytes of a file from all others, and that of several files that are read as one."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from snhr_desktop.exchange.watching import Waiting

ReadFile = tuple[str, str]
"""The name of a file and the SHA-256 of its bytes, in hex."""
_PART = 1 << 20


def fingerprint(path: Path, waiting: Waiting) -> str:
    """The SHA-256 of a file in hex. Raises `ImportStopped` and `OSError`."""
    whole, size = hashlib.sha256(), path.stat().st_size
    with path.open("rb", buffering=0) as file:
        while part := file.read(_PART):
            waiting.look()
            waiting.passed(file.tell(), size)
            whole.update(part)
    return whole.hexdigest()


def together(files: Sequence[ReadFile]) -> str:
    """One fingerprint for several files: that of their own, put together in their order as bytes."""
    return hashlib.sha256(b"".join(bytes.fromhex(sha256) for _, sha256 in files)).hexdigest()
