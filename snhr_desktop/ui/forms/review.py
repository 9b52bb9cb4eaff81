"""What an entry comes to while it is typed: the dossier it would be, and everything wrong or missing in it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from snhr_desktop.domain.checks import problems, raised, stops
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.plausibility import implausible
from snhr_desktop.domain.records import Dossier, Incident, Period
from snhr_desktop.domain.waivers import accepted
from snhr_desktop.errors import Problem

_ORDER = ("error", "needed", "hint", "accepted")


@dataclass(frozen=True)
class Review:
    """The problems stand with the gravest first."""

    dossier: Dossier
    problems: tuple[Problem, ...] = ()

    @property
    def given(self) -> Dossier:
        """What a save would carry."""
        return self.dossier

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What stops a save."""
        return stops(self.problems)


EMPTY = Review(Dossier(Incident()))


def review(raw: Mapping[str, Any], places: Gazetteer, status: str = "", periods: Sequence[Period] = ()) -> Review:
    """Review an entry; `status` is the one it is to be saved with, if not the one it says."""
    aimed = {**raw, "incident": {**raw["incident"], "status": status}} if status else raw
    dossier, unread = Dossier.parse(aimed)
    today = dt.datetime.now().astimezone().date()
    raised_ = (*raised(unread, dossier.incident.status), *problems(dossier, places, today))
    found = accepted((*raised_, *implausible(dossier, places, periods)), dossier)
    return Review(dossier, tuple(sorted(found, key=lambda problem: _ORDER.index(problem.level))))
