"""What an entry comes to while it is typed: the case it would be, and everything wrong or missing in it."""

import datetime as dt
from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any

from snhr_desktop.domain.case_checks import case_problems
from snhr_desktop.domain.checks import raised, stops
from snhr_desktop.domain.records import CaseFile
from snhr_desktop.errors import Problem

_ORDER = ("error", "needed", "hint")


@dataclass(frozen=True)
class CaseReview:
    """The problems stand with the gravest first."""

    file: CaseFile
    problems: tuple[Problem, ...] = ()

    @property
    def given(self) -> CaseFile:
        """What a save would carry."""
        return self.file

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What stops a save."""
        return stops(self.problems)


def review(raw: Mapping[str, Any], places: Container[str], status: str = "") -> CaseReview:
    """Review an entry; `status` is the one it is to be saved with, if not the one it says."""
    aimed = {**raw, "case": {**raw["case"], "status": status}} if status else raw
    file, unread = CaseFile.parse(aimed)
    today = dt.datetime.now().astimezone().date()
    found = (*raised(unread, file.case.status), *case_problems(file, places, today))
    return CaseReview(file, tuple(sorted(found, key=lambda problem: _ORDER.index(problem.level))))
