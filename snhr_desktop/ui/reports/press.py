"""The window's end of the press: orders go out, and what it says comes in on the window's thread."""

import multiprocessing
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from PySide6.QtCore import QObject, Qt, Signal

from snhr_desktop.domain.vocabularies import adopted
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language
from snhr_desktop.reports.press import Broken, Made, Order, Word, serve
from snhr_desktop.reports.progress import Step
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.ui.operations import Unfinished


class PressNotStarted(Refusal):
    """The machine let no other process start: it has no memory left, or forbids it."""

    said = N_("The pages could not be made: the computer started no second process for them.")
    advice = N_("Nothing is lost. Close other programs, and make the pages again.")


class PressBroken(RuntimeError):
    """A bug of this program that came up in the press; its text says where."""


class _Line(QObject):
    """One process and the pipe to it. Everything that may wait is done on a thread of its own.

    `told` hears each `Word`, None once the process is gone, and `PressNotStarted` where it never was there; nothing
    more once the line is ended. The thread that listens speaks to this object alone, which outlives it, and never to
    one that the window may take away meanwhile.
    """

    _heard = Signal(object)

    def __init__(self, told: Callable[[Word | PressNotStarted | None], None]) -> None:
        super().__init__()
        self._told = told
        self._heard.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._out = ThreadPoolExecutor(max_workers=1, thread_name_prefix="press")
        self._process: SpawnProcess | None = None
        self._here: Connection | None = None
        self._over = False
        self._ear = threading.Thread(target=self._listen, name="press-ear", daemon=True)
        self._out.submit(self._start)

    def send(self, order: Order | None) -> None:
        """Hand over an order; None calls off the one in hand."""
        self._out.submit(self._send, order)

    def end(self) -> None:
        """Stop the process wherever it is; a second time does nothing."""
        if self._over:
            return
        self._over = True
        if self._process is not None:
            self._process.kill()  # at once: an order may be on its way to it
        try:
            self._out.submit(self._stop)
        except RuntimeError:  # the program is ending and has let the thread finish: nothing else holds the process
            self._stop()
        self._out.shutdown(wait=True)

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        try:
            self._here, there = context.Pipe()
            process = context.Process(target=serve, args=(there,), name="press", daemon=True)
            process.start()
        except OSError:
            self._heard.emit(PressNotStarted())
            return
        self._process = process
        there.close()  # its end alone holds the pipe open: that it is gone is then heard here
        self._ear.start()

    def _send(self, order: Order | None) -> None:
        if self._process is None or self._here is None:  # it never started, which is told
            return
        try:
            self._here.send(order)
        except OSError:  # gone; the listener tells it
            return
        except Exception as error:
            if order is not None:
                self._heard.emit(Word(order.number, Broken(f"{type(error).__name__} on the way to the press")))

    def _stop(self) -> None:
        if self._process is None or self._here is None:
            return
        self._process.kill()
        self._process.join()
        self._process.close()
        self._ear.join()
        self._here.close()

    def _listen(self) -> None:
        word: Word | None = None
        assert self._here is not None
        while not self._over:
            try:
                word = self._here.recv()
            except (EOFError, OSError):
                word = None
            if not self._over:
                self._heard.emit(word)
            if word is None:
                return

    def _deliver(self, word: Word | PressNotStarted | None) -> None:
        if not self._over:
            self._told(word)


class Press(QObject):
    """One order at a time: a newer one calls off the one before. The process is there from the first order on."""

    stepped = Signal(object)
    """The `Step` that the order has come to."""
    made = Signal(object)
    """The report as `Made`."""
    refused = Signal(object)
    """The `Refusal` that kept it from being made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line: _Line | None = None
        self._number, self._waits = 0, False
        self._held: list[_Line] = []
        self.destroyed.connect(partial(_end_all, self._held))  # knows the line alone, and not what is going

    def warm(self) -> None:
        """Start the process, as an order is about to come."""
        if self._line is None:
            self._line = _Line(self._hear)
            self._held[:] = [self._line]

    def order(self, snapshot: Snapshot, languages: tuple[Language, ...], texts: dict[str, dict[str, str]]) -> None:
        """Have a report made."""
        self.warm()
        assert self._line is not None
        self._number += 1
        self._waits = True
        self._line.send(Order(self._number, snapshot, languages, texts, adopted()))

    def cancel(self) -> None:
        """Call off the order in hand; nothing more is heard of it."""
        if self._waits and self._line is not None:
            self._line.send(None)
        self._number += 1
        self._waits = False

    def close(self) -> None:
        """End the process, and with it everything it knew."""
        self.cancel()
        if self._line is not None:
            self._line.end()
        self._line = None
        self._held.clear()

    def _hear(self, word: Word | PressNotStarted | None) -> None:
        if not isinstance(word, Word):
            self._gone(word or Unfinished())
            return
        if word.number != self._number:
            return
        if isinstance(word.said, Step):
            self.stepped.emit(word.said)
            return
        self._waits = False
        if isinstance(word.said, Made):
            self.made.emit(word.said)
        elif isinstance(word.said, Refusal):
            self.refused.emit(word.said)
        elif isinstance(word.said, Broken):
            self.refused.emit(Unfinished())
            raise PressBroken(word.said.place)

    def _gone(self, refusal: Refusal) -> None:
        """The process did not start, or ended by itself: the machine ran out of memory, or someone ended it."""
        waited = self._waits
        self.close()
        if waited:
            self.refused.emit(refusal)


def _end_all(lines: list[_Line]) -> None:
    for line in lines:
        line.end()
