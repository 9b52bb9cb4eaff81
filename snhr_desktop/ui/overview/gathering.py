"""Everything the panels show, asked of the store in one question and of one moment."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from snhr_desktop.domain.records import PeriodFile
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.gathering import of_today, places_named
from snhr_desktop.reports.ground import ground_of
from snhr_desktop.reports.snapshot import Listed, Snapshot
from snhr_desktop.store.case_listing import CaseQuery
from snhr_desktop.store.listing import IncidentQuery

if TYPE_CHECKING:
    from snhr_desktop.workspace import Workspace


@dataclass(frozen=True)
class Massacre:
    """One massacre of the list: the record it opens, and its line as a report lists it."""

    uid: str
    listed: Listed


@dataclass(frozen=True)
class Overview:
    """A period seen in a scope. `files` are all periods of the store; `recorded` is false while it holds nothing."""

    files: tuple[PeriodFile, ...]
    snapshot: Snapshot
    massacres: tuple[Massacre, ...]
    recorded: bool


def gather(workspace: "Workspace", code: str = "", scope: str = "") -> Overview:
    """The panels of a period by its code (else the first one) in a scope (else the period's own).

    Raises `UnknownCode` for the scope.
    """
    with workspace.one_moment():
        files = workspace.periods()
        file = of_today(next((one for one in files if one.period.code == code), files[0]), workspace.gazetteer)
        seen_in = scope or file.period.scope
        answers = workspace.answers(file.period, seen_in)
        massacres = _massacres(workspace, file, seen_in, tuple(answers["massacres"].by["party"]))
        listed = [massacre.listed for massacre in massacres]
        snapshot = Snapshot(
            brief=Brief(file.period.code, seen_in),
            file=file,
            as_of=dt.datetime.now().astimezone(),
            answers=answers,
            compared=workspace.beside(file),
            months=workspace.killed_by_month(file.period, seen_in),
            places=places_named(workspace.gazetteer, file.period, (one.place for one in listed), answers),
            ground=ground_of(workspace.boundaries, file.period.area, workspace.gazetteer),
            training=workspace.info.training,
        )
        recorded = workspace.incidents(IncidentQuery(limit=1)).total > 0 or bool(workspace.cases_found(CaseQuery(), 1))
    return Overview(files, snapshot, massacres, recorded)


def _massacres(workspace: "Workspace", file: PeriodFile, scope: str, rows: tuple[str, ...]) -> tuple[Massacre, ...]:
    """The massacres counted, the highest toll first, each with its row of the table by party."""
    party_of = {
        uid: row
        for row in rows
        for uid in workspace.behind("massacres", file.period, scope, breakdown="party", term=row)
    }
    query = IncidentQuery(uids=tuple(party_of), order="killed", limit=max(1, len(party_of)))
    return tuple(
        Massacre(line.uid, Listed(line.reference, line.date, line.place, party_of[line.uid], line.killed, line.injured))
        for line in workspace.incidents(query).rows
    )
