"""Ctrl+C as a wish that an act ends, told as every other end is: not as a fault in the middle of anything."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def until_interrupted() -> Iterator[Callable[[], bool]]:
    """Says no once Ctrl+C was pressed. Pressed once more it ends the program at once, as it always did."""
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield lambda: True  # only the first thread hears of it
        return

    def hear(_number: int, _frame: FrameType | None) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield lambda: not asked.is_set()
    finally:
        signal.signal(signal.SIGINT, before)
