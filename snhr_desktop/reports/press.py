"""The press: sets reports in type in a process of its own.

A window whose report was set on one of its threads would stand still for tenths of a second at a time, as shaping,
packing and fonts hold the interpreter. Here it stays quick, and what is set can be called off at any page. What is
printed comes and goes through a pipe: nothing of it is written to disk.
"""

import signal
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection

from snhr_desktop.domain.vocabularies import Term, adopt
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import Language
from snhr_desktop.process import keep_private
from snhr_desktop.reports.agreement.held import Held
from snhr_desktop.reports.progress import Cancelled, Step
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.reports.text import Missing


@dataclass(frozen=True)
class Order:
    """What is to be set: a snapshot, the languages of the edition in order, the texts edited for it.

    `terms` are those of the office, which the press does not know otherwise.
    """

    number: int
    snapshot: Snapshot
    languages: tuple[Language, ...]
    texts: Mapping[str, Mapping[str, str]]
    terms: tuple[tuple[str, tuple[Term, ...]], ...] = ()


@dataclass(frozen=True)
class Made:
    """A report as bytes, the characters no typeface could print, and how much of it was checked."""

    content: bytes
    missing: tuple[Missing, ...]
    held: Held


@dataclass(frozen=True)
class Broken:
    """A bug met while setting: its type and place, which tell nothing of any record."""

    place: str


@dataclass(frozen=True)
class Word:
    """What the press says about an order: a step, the report made, a refusal of the world, or a bug."""

    number: int
    said: Step | Made | Refusal | Broken


def serve(connection: Connection) -> None:
    """Set one order after the other until the other end hangs up. A newer order calls off the one in hand.

    None calls off the one in hand and orders nothing.
    """
    keep_private()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl+C in the terminal is for the window to take
    import snhr_desktop.reports.render  # noqa: F401 - ready before the first order comes

    while True:
        try:
            order = connection.recv()
            if order is not None:
                connection.send(Word(order.number, _set(order, connection)))
        except Cancelled:
            continue
        except (EOFError, OSError):
            return


def _set(order: Order, connection: Connection) -> Made | Refusal | Broken:
    from snhr_desktop.reports.agreement.held import held
    from snhr_desktop.reports.render import printed, written

    def tell(step: Step) -> None:
        if connection.poll():  # a newer order, or the end of the pipe
            raise Cancelled
        connection.send(Word(order.number, step))

    adopt(dict(order.terms))
    try:
        manuscripts = written(order.snapshot, order.languages, order.texts)
        content, missing = printed(manuscripts, progress=tell)
        return Made(content, missing, held(manuscripts))
    except Refusal as refusal:
        return refusal
    except (Cancelled, OSError, EOFError):
        raise
    except Exception as error:  # told and raised again at the other end
        last = traceback.extract_tb(error.__traceback__)[-1]
        return Broken(f"{type(error).__name__} in {last.name}, line {last.lineno}")
