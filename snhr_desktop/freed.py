"""Overwrites what was freed and still lies in memory: neither Python nor the C library does so by itself."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import suppress

_HEAD = 33
"""Bytes of a `bytes` value beside what it holds."""
_SMALLEST, _LARGEST, _STEP = 48, 512, 16
"""Sizes that Python keeps in its own pools, of which each is freed and filled by itself."""
_AT_ONCE = 8 << 20
_LARGEST_OF_C, _PIECES = 1100, 1500


def overwrite_freed_values() -> None:
    """Write zeros where Python's freed values lie: values of each size are made until they have taken those places.

    Takes about half a second, during which other threads go on.
    """
    for size in range(_SMALLEST, _LARGEST + 1, _STEP):
        taken = [bytes(size - _HEAD) for _ in range(_AT_ONCE // size)]
        del taken


def overwriting_freed_memory() -> Iterator[None]:
    """The same for what the C library has freed on this thread, Qt's texts among it; then give whole pages back.

    A few milliseconds at a time, until it ends. The system clears a page before it hands it on. Nothing is done where
    the C library is another than Linux's.
    """
    if sys.platform != "linux":
        return
    library = ctypes.CDLL(None)
    library.calloc.restype, library.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
    for size in range(_STEP, _LARGEST_OF_C, _STEP):
        for taken in [library.calloc(1, size - 8) for _ in range(_PIECES)]:
            library.free(taken)
        yield
    with suppress(AttributeError):
        library.malloc_trim(0)
