"""The records of a file, made here where they are few, else ahead of whoever writes them by other processes."""

import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import partial
from itertools import cycle, islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from snhr_desktop.domain.vocabularies import adopted
from snhr_desktop.exchange import making_child
from snhr_desktop.exchange.convert import Converted
from snhr_desktop.exchange.making import Making
from snhr_desktop.exchange.making_child import MADE, MISTAKE, READ, REFUSED, Task, Word
from snhr_desktop.exchange.reading import Choices, Source
from snhr_desktop.exchange.refusals import READER_STOPPED, UnreadableFile
from snhr_desktop.exchange.watching import Waiting

if sys.platform == "linux":
    import fcntl

MANY = 5_000
"""Rows from which it pays to start other processes."""
HELPERS = 2
"""How many; they read the whole file each, and make their share of it."""
WORKBOOKS, LARGE = ("xlsx", "xls", "ods"), 512 << 10
"""Kinds of files that are not read to see how long they are, and bytes from which one is taken to be long."""
_PATIENCE = 0.05
"""Seconds between two looks at whether anybody still waits."""
_ROOM = 1 << 20
"""Bytes of what was made that may wait to be taken, three blocks or so: as much as Linux lets a pipe hold. With less
room whoever makes would stand still until the last block is taken, and a processor with it.
"""


class Helper(NamedTuple):
    """A process that makes records: what it is told, and the words that it says."""

    told: Connection
    words: Connection


class MadeWrongly(RuntimeError):
    """A mistake of the program in another process, with its place."""


def made(
    path: Path, source: Source, choices: Choices | None, making: Making, waiting: Waiting
) -> Generator[Sequence[Converted], None, None]:
    """The records of a file, some at a time, in its order. Raises `UnreadableFile`, `ImportStopped`."""
    number = _helpers(path, source, waiting)
    if not number:
        yield from making.blocks(source, waiting)
        return
    with ExitStack() as stack:
        helpers = [stack.enter_context(_helper(path.name)) for _ in range(number)]
        if source.kind not in WORKBOOKS:  # looked at here once, and not by each of them in memory of its own
            making = making.looked_at(source, waiting)
        task = partial(Task, path, choices or Choices(), source.sha256, making, adopted())
        first = 0
        for block in _meanwhile(source, making, waiting, helpers):
            first += 1
            yield block
        for part, helper in enumerate(helpers):
            _heard(path.name, helper, waiting)  # it runs now: until then a task of some size could not be handed over
            _hand_over(path.name, helper, task(first, part, number))
        for helper in cycle(helpers):
            said, what = _heard(path.name, helper, waiting)
            if said != MADE:
                return
            yield what


def _helpers(path: Path, source: Source, waiting: Waiting) -> int:
    """How many processes help with a file: none with a short one, and one with a workbook, which a process of its own
    reads whole before its first row is told.
    """
    if source.kind in WORKBOOKS:
        return int(not source.whole and path.is_file() and path.stat().st_size > LARGE)
    long = (os.cpu_count() or 1) > 1 and next(islice(waiting.over(source.rows()), MANY, None), None) is not None
    return HELPERS if long else 0


def _meanwhile(
    source: Source, making: Making, waiting: Waiting, helpers: Sequence[Helper]
) -> Iterator[Sequence[Converted]]:
    """The first blocks, made here until all helpers run, where a file need not be read whole for them."""
    if source.kind in WORKBOOKS or making.grouped:
        return
    with closing(making.blocks(source, waiting)) as blocks:
        for block in blocks:
            yield block
            if all(helper.words.poll() for helper in helpers):
                return


def _hand_over(name: str, helper: Helper, task: Task) -> None:
    try:
        helper.told.send(task)
    except OSError as error:
        raise UnreadableFile(name, READER_STOPPED) from error


@contextmanager
def _helper(name: str) -> Iterator[Helper]:
    """A process that makes a part of the records, for as long as somebody wants them."""
    context = multiprocessing.get_context("spawn")
    hears, told = context.Pipe(duplex=False)
    words, says = context.Pipe(duplex=False)
    if sys.platform == "linux":
        with suppress(OSError):  # where a user may have no more of them
            fcntl.fcntl(says.fileno(), fcntl.F_SETPIPE_SZ, _ROOM)
    child = context.Process(target=making_child.serve, args=(hears, says), name="making")
    try:
        child.start()
    except OSError as error:
        raise UnreadableFile(name, READER_STOPPED) from error
    hears.close()
    says.close()
    try:
        yield Helper(told, words)
    finally:
        told.close()
        words.close()
        if child.pid and hasattr(os, "killpg"):  # with what it started, where the system has groups
            with suppress(OSError):
                os.killpg(child.pid, signal.SIGKILL)
        child.kill()
        child.join()
        child.close()


def _heard(name: str, helper: Helper, waiting: Waiting) -> Word:
    """The next block, or the end. Raises what stopped the making, and `ImportStopped`."""
    try:
        while True:
            while not helper.words.poll(_PATIENCE):
                waiting.look()
            said, what = helper.words.recv()
            if said == READ:
                waiting.passed(*what)
            elif said == REFUSED:
                raise UnreadableFile(name, what[0], **what[1])
            elif said == MISTAKE:
                raise MadeWrongly(what)
            else:
                return said, what
    except (EOFError, OSError, pickle.UnpicklingError) as error:
        raise UnreadableFile(name, READER_STOPPED) from error
