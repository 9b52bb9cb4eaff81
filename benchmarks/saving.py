"""What history costs: an incident with 3 victims saved, beside the same save without history and signature.

The floor is the same save in the same kind of store, in turns with ours: checks, rows, facts, list and search are
written, and the revision, its chain and the signature are not. Beside it stands what bare rows would cost.
"""

import datetime as dt
import json
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from benchmarks.result import Result
from snhr_desktop.domain.records import Attribution, Dossier, Incident, Source, Victim
from snhr_desktop.domain.values import Site, When
from snhr_desktop.store import history, signing
from snhr_desktop.store.identity import now
from snhr_desktop.store.saving import Author, save
from snhr_desktop.store.store import Store

LIMIT = 4.0
TIMES = 300


def measure(_: Path) -> tuple[Result, ...]:
    """Both in one run, in turns, so that a busy machine is busy for both."""
    with TemporaryDirectory() as folder:
        made, _code = Store.create(Path(folder) / "bench.snhr", "a passphrase of the bench", "IDL")
        with closing(made) as store:
            ours, floor, bare = _in_turns(
                lambda: save(store, _entry(), Author("bench")), lambda: _without(store), lambda: _bare(store)
            )
    return (
        Result("save.history", ours * 1000, floor * 1000, "the same save without history", "ms", floor * LIMIT * 1000),
        Result("save.history_bare", ours * 1000, bare * 1000, "as many bare rows committed", "ms", None),
    )


def _without(store: Store) -> None:
    with _no_history():
        save(store, _entry(), Author("bench"))


@contextmanager
def _no_history() -> Iterator[None]:
    with ExitStack() as stack:
        moments = mock.patch.object(history, "append_all", side_effect=lambda _, __, entries: [now() for _ in entries])
        stack.enter_context(moments)
        stack.enter_context(mock.patch.object(signing, "sign"))
        yield


def _bare(store: Store) -> None:
    connection = store.connection
    connection.execute("CREATE TABLE IF NOT EXISTS bench (id INTEGER PRIMARY KEY, said TEXT)")
    rows = [(json.dumps(record.dump()),) for record in _entry().records()]
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO bench (said) VALUES (?)", rows)
    connection.execute("COMMIT")


def _entry() -> Dossier:
    return Dossier(
        incident=Incident(
            title_en="Attack on a market", title_ar="قصف سوق", kinds=("killing",),
            date=When.on(dt.date(2018, 3, 22)), place=Site("C3871", "community"),
            narrative_en="Two shells fell on the market at noon. " * 5,
            narrative_ar="سقطت قذيفتان على السوق ظهراً. " * 5,
        ),
        victims=tuple(Victim(name_ar=name, sex="male", age_group="adult") for name in ("سامر", "عمر", "خالد")),
        attributions=(Attribution(party="regime"),),
        sources=(Source(kind="eyewitness", pseudonym="W1"),),
    )  # fmt: skip


def _in_turns(*acts: Callable[[], object]) -> tuple[float, ...]:
    """The middle of many runs of each, in seconds, one after the other."""
    taken: list[list[float]] = [[] for _ in acts]
    for turn in range(TIMES + 5):
        for act, times in zip(acts, taken, strict=True):
            start = time.perf_counter()
            act()
            if turn >= 5:
                times.append(time.perf_counter() - start)
    return tuple(map(statistics.median, taken))
