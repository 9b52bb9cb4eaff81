"""A snapshot of each kind of report, of one store in which every part of it has something to tell."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.values import Site, When
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.kind import INCIDENT, KINDS, MONTH, MONTHLY
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.workspace import Workspace
from tests.builders import attribution, counted, dossier, facility, source, victim, weapon
from tests.reports.specimen import AS_OF

_NAMES = (("أحمد العلي", "Ahmad al-Ali"), ("سعاد الخطيب", "Suad al-Khatib"), ("مصطفى القاسم", "Mustafa al-Qasim"))


def every_kind(workspace: Workspace) -> Mapping[str, Snapshot]:
    """Snapshots by kind, of the store once it is filled."""
    for day in range(6):
        workspace.save(_incident(dt.date(2018, 1 + day % 3, 3 + day), day))
    workspace.save(_incident(dt.date(2017, 12, 19), 3))
    workspace.save(_incident(dt.date(2017, 11, 2), 1))
    workspace.save(_massacre())
    return {code: _snapshot(workspace, code) for code in KINDS}


def _snapshot(workspace: Workspace, kind: str) -> Snapshot:
    about: dict[str, Any] = {}
    if KINDS[kind].of == MONTH:
        about = {"month": "2018-03"}
    elif KINDS[kind].of == INCIDENT:
        about = {"incident": "IDL-2018-00007"}
    shown = workspace.gather(Brief("idlib", "all", kind=kind, **about), AS_OF)
    if kind != MONTHLY:
        return shown
    # what is verified late is so by the day of this machine; here it is as if these had been
    earlier = workspace.gather(Brief("idlib", "all", kind=MONTHLY, month="2017-12"), AS_OF)
    older = workspace.gather(Brief("idlib", "all", kind=MONTHLY, month="2017-11"), AS_OF)
    late = (*older.incidents, *earlier.incidents)
    return replace(shown, late=late, places={**shown.places, **earlier.places, **older.places})


def _incident(day: dt.date, number: int) -> Dossier:
    arabic, english = _NAMES[number % len(_NAMES)]
    party = ("regime", "russia", "hts", "unidentified")[number % 4]
    place = ("C3871", "C4126", "C4157")[number % 3]
    return dossier(
        victim(name_ar=arabic, name_en=english, naming="published", age=30 + number),
        victim(number=number + 2, sex="female"),
        victim(number=number + 1, age=9, age_group="child"),
        victim(number=2 * number + 1, outcome="injured"),
        incident=counted(date=When.on(day), place=Site(place, "community")),
        attributions=() if party == "unidentified" else (attribution(party),),
        facilities=(facility(("market", "hospital", "school")[number % 3]),),
        weapons=(weapon("barrel", attacks=number + 1, munitions=number + 2), weapon("missile", attacks=2)),
    )  # fmt: skip


def _massacre() -> Dossier:
    stated: dict[str, Any] = {"kind": "medic", "consent": "anonymous"}
    return dossier(
        victim(name_ar="رامي السيد", name_en="Rami al-Sayyid", naming="published", age=44),
        victim(number=7, sex="female"),
        victim(number=5, age=8, age_group="child"),
        victim(number=11, outcome="injured"),
        victim(number=3, civil_status="armed"),
        incident=counted(date=When.on(dt.date(2018, 3, 22)), place=Site("C3871", "community")),
        attributions=(attribution("regime"), attribution("russia")),
        facilities=(facility("market"), facility("hospital")),
        weapons=(weapon("barrel", attacks=3, munitions=6),),
        sources=(
            source(pseudonym="Heron", stated_killed=12, stated_injured=11, **stated),
            source(pseudonym="Falcon", stated_killed=13, **stated),
        ),
    )  # fmt: skip
