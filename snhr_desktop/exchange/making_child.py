"""Records made in a process of their own, ahead of the one that writes them.

It gets the file and how it is read, the places and the terms of the office: no key, no store; it writes no file. What
it says is pickled, and no wall: it reads what whoever writes would read themselves.

A word is a pair: first `("ready", None)`, which a `Task` answers; `("made", block)` for each block, `("read", (bytes,
of))` in between, at last `("end", None)`; or `("refused", (reason, values))`, or `("mistake", place)` for a mistake of
the program, told without its text.
"""

import gc
import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from snhr_desktop.domain.vocabularies import adopt
from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.exchange.making import Making
from snhr_desktop.exchange.reading import Choices, open_source
from snhr_desktop.exchange.refusals import NOT_OPENED, READER_STOPPED, UnreadableFile
from snhr_desktop.exchange.watching import Waiting
from snhr_desktop.process import keep_private, place_of

READY, MADE, READ, END = "ready", "made", "read", "end"
REFUSED, MISTAKE = "refused", "mistake"
Word = tuple[str, Any]


@dataclass(frozen=True)
class Task:
    """Which blocks of which file are to be made: from the `first` on, counted from it, every one whose number leaves
    `part` when it is divided by `of`.

    `sha256` is that of the file as it was first opened by the same `choices`; `terms` are those of the office.
    """

    path: Path
    choices: Choices
    sha256: str
    making: Making
    terms: tuple[tuple[str, tuple[Term, ...]], ...]
    first: int
    part: int
    of: int

    def has(self, number: int) -> bool:
        """Whether a block is to be made, by its number."""
        return number >= self.first and (number - self.first) % self.of == self.part


def serve(hears: Connection, says: Connection) -> None:
    """Ask for a task, make its blocks and say them. Ends with the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl+C in the terminal is for whoever writes to take
    keep_private()
    with suppress(OSError, AttributeError):
        os.setpgid(0, 0)  # what this one starts ends with it; not on Windows
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    gc.disable()  # records hold no rings: looking for some would take a tenth of the time
    try:
        says.send((READY, None))
        task: Task = hears.recv()
        adopt(dict(task.terms))
        for word in _words(says, task):
            says.send(word)
    except (EOFError, BrokenPipeError, ConnectionError):
        return  # nobody wants it any more


def _words(says: Connection, task: Task) -> Iterator[Word]:
    def passed(done: int, of: int) -> None:
        says.send((READ, (done, of)))

    waiting = Waiting(passed=passed if not task.part else Waiting.passed)
    try:
        source = open_source(task.path, task.choices, waiting=waiting)
        if source.sha256 != task.sha256:
            raise UnreadableFile(task.path.name, NOT_OPENED)
        for block in task.making.blocks(source, waiting, task.has):
            yield MADE, block
        yield END, None
    except UnreadableFile as refused:
        reason = refused.values["reason"]
        yield REFUSED, (reason, {name: said for name, said in refused.values.items() if name not in ("name", "reason")})
    except MemoryError:
        yield REFUSED, (READER_STOPPED, {})
    except (BrokenPipeError, ConnectionError):
        raise
    except Exception as error:  # its text may quote a record, and so may what the process would say of its end
        yield MISTAKE, place_of(type(error), error.__traceback__)
