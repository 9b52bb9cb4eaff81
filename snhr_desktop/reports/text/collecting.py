"""No garbage collection while a document is laid out: it would look again and again at what is all still needed."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class _Pause:
    """Several documents may be made at a time: the last one that is finished turns collecting on again."""

    def __init__(self) -> None:
        self._lock, self._documents, self._was_on = Lock(), 0, False

    def begin(self) -> None:
        with self._lock:
            if not self._documents:
                self._was_on = gc.isenabled()
                gc.disable()
            self._documents += 1

    def end(self) -> None:
        with self._lock:
            self._documents -= 1
            if not self._documents and self._was_on:
                gc.enable()


_PAUSE = _Pause()


@contextmanager
def no_collecting() -> Iterator[None]:
    """For the time it takes to make a document; a fifth of it is saved (2.1 to 1.75 s for 122,000 words).

    The peak of memory is the same: flowables and pages are let go by reference counts.
    """
    _PAUSE.begin()
    try:
        yield
    finally:
        _PAUSE.end()
