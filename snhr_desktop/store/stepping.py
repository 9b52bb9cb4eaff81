"""A step of verification for many incidents at once: first what would become of each, then all in one transaction."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from snhr_desktop.domain.checks import problems, raised, stops
from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.steps import DOCUMENTED, STEPS, at_status
from snhr_desktop.errors import MergedAway, Problem
from snhr_desktop.i18n import N_
from snhr_desktop.store import dossiers, history, merges, publications
from snhr_desktop.store.actions import MERGED, MERGED_AWAY, UNMERGED
from snhr_desktop.store.objections import objection
from snhr_desktop.store.saving import Author, BulkSaved, save_many
from snhr_desktop.store.store import Store

if TYPE_CHECKING:
    from sqlite3 import Connection

WITHDRAW = ""
"""Instead of a status: take back the last step, and return to the status before it."""
ALREADY = N_("It has this status already.")
NOTHING_BEFORE = N_("No step was taken yet that could be taken back.")
_AT_ONCE = 200
_GIVEN = "-"  # stands for a reason that is still to be written

Progress = Callable[[int], None]
"""Told how many incidents are done; it may raise to call the rest off."""


@dataclass(frozen=True)
class Planned:
    """What a step would do to one incident. With `problems` it is left as it is; `published` tells that figures
    of a published report counted it.
    """

    uid: str
    reference: str
    title_ar: str
    title_en: str
    revision: int
    before: str
    to: str
    needs_reason: bool
    published: bool
    problems: tuple[Problem, ...]


def plan(store: Store, uids: Sequence[str], to: str, actor: str, progress: Progress) -> tuple[Planned, ...]:
    """What the step to a status (or `WITHDRAW`) would do to each; nothing is written."""
    planned: list[Planned] = []
    with store.reading() as connection:
        for dossier in _each(connection, uids, progress):
            planned.append(_planned(connection, store, dossier, to, actor))
    return tuple(planned)


def take(store: Store, planned: Sequence[Planned], author: Author, progress: Progress) -> BulkSaved:
    """Take the step for all that nothing speaks against. What was saved meanwhile is refused and stays as it is."""
    steps = {one.uid: one for one in planned if not one.problems}

    def stepped(connection: "Connection") -> Iterator[Dossier]:
        for dossier in _each(connection, list(steps), progress):
            one = steps[dossier.incident.uid]
            yield replace(dossier, incident=replace(dossier.incident, status=one.to), revision=one.revision)

    with store.writing() as connection:
        return save_many(store, stepped(connection), author)


def status_before(connection: "Connection", uid: str) -> str:
    """The status before the last step, or blank where there was none."""
    taken: list[str] = []
    undoable: list[list[str]] = []
    for status, action in history.steps(connection, uid):
        if action in (MERGED, MERGED_AWAY):
            undoable.append(taken)
        taken = undoable.pop() if action == UNMERGED and undoable else _stepped(taken, status)
    return taken[-2] if len(taken) > 1 else ""


def _stepped(taken: list[str], status: str) -> list[str]:
    """The steps after a save: a return to the status before the last one takes that step back."""
    if taken[-1:] == [status]:
        return taken
    return taken[:-1] if taken[-2:-1] == [status] else [*taken, status]


def _each(connection: "Connection", uids: Sequence[str], progress: Progress) -> Iterator[Dossier]:
    done, rest = 0, iter(uids)
    while some := list(islice(rest, _AT_ONCE)):
        progress(done)
        yield from dossiers.read_many(connection, some)
        done += len(some)
    progress(done)


def _planned(connection: "Connection", store: Store, dossier: Dossier, wanted: str, actor: str) -> Planned:
    incident = dossier.incident
    to = wanted or status_before(connection, incident.uid)
    return Planned(
        incident.uid, incident.reference, incident.title_ar, incident.title_en, dossier.revision, incident.status, to,
        bool(to) and STEPS[to].needs_reason(incident.status),
        bool(publications.reading(connection, incident.uid)),
        tuple(_against(connection, store, dossier, to, actor)),
    )  # fmt: skip


def _against(connection: "Connection", store: Store, dossier: Dossier, to: str, actor: str) -> Iterator[Problem]:
    if not to or to == dossier.incident.status:
        yield at_status(ALREADY if to else NOTHING_BEFORE)
        return
    after = replace(dossier, incident=replace(dossier.incident, status=to))
    if into := merges.merged_into(connection, dossier.incident.uid):
        yield Problem("incident", "status", MergedAway.said, values={"reference": into.reference})
    if against := objection(connection, dossier, after, actor, _GIVEN):
        yield at_status(against)
    if to != DOCUMENTED:  # what is saved has no errors; what is needed is needed to document
        return
    parsed, unread = Dossier.parse(after.dump())
    today = dt.datetime.now().astimezone().date()
    yield from stops((*raised(unread, to), *problems(parsed, store.gazetteer, today)))
