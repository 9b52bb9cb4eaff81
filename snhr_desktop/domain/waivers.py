"""Hints that may be let stand with a reason: which, and whether one that was let stand still says what it said."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from snhr_desktop.domain import checks, plausibility
from snhr_desktop.domain.records import Dossier, Record, Waiver
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import ENGLISH, Message

WAIVABLE: Mapping[Message, str] = MappingProxyType(
    {
        checks.ONE_SOURCE: "one_source",
        checks.PRESENCE_MISSING: "military_presence",
        checks.MUNITIONS_MISSING: "munitions",
        checks.NO_VICTIMS: "no_victims",
        checks.KILLING_MISSING: "killing_missing",
        checks.TOLL_DIFFERS: "toll_differs",
        checks.LISTED_TWICE: "listed_twice",
        plausibility.FAR_FROM_PLACE: "far_from_place",
        plausibility.OTHER_SUBDISTRICT: "other_subdistrict",
        plausibility.LEARNED_BEFORE: "learned_before",
        plausibility.STATED_BEFORE: "stated_before",
        plausibility.JUST_OUTSIDE: "just_outside",
        plausibility.STRADDLES: "straddles",
    }
)
"""The code that a waiver keeps for each hint of an incident. Errors, and what is needed to document, never stand."""

_NAMED_BY = ("name_ar", "name_en", "pseudonym", "publisher_ar", "publisher_en", "weapon", "type", "kind", "party")
_ABOUT = 300
"""Characters that a waiver keeps of it."""


def waivable(problem: Problem) -> bool:
    """Whether somebody may let it stand."""
    return problem.level == "hint" and problem.message in WAIVABLE


def waiver(problem: Problem, dossier: Dossier, reason: str) -> Waiver:
    """A hint of an incident let stand, for a reason."""
    return Waiver(check=WAIVABLE[problem.message], about=_about(problem, dossier), reason=reason)


def accepted(found: Iterable[Problem], dossier: Dossier) -> tuple[Problem, ...]:
    """The problems of an incident, those let stand as `accepted` with their reason.

    A hint that tells another number, or speaks of another record, asks again.
    """
    reasons = {(each.check, each.about): each.reason for each in dossier.waivers}
    return tuple(_accepted(problem, dossier, reasons) for problem in found)


def _accepted(problem: Problem, dossier: Dossier, reasons: Mapping[tuple[str, str], str]) -> Problem:
    if not (reasons and waivable(problem)):
        return problem
    reason = reasons.get((WAIVABLE[problem.message], _about(problem, dossier)), "")
    return dataclasses.replace(problem, level="accepted", reason=reason) if reason else problem


def _about(problem: Problem, dossier: Dossier) -> str:
    """Which record the hint speaks of, and what it tells."""
    told = {name: value(ENGLISH) if callable(value) else value for name, value in sorted(problem.values.items())}
    said = [f"{name}: {value}" for name, value in told.items() if name != "row"]
    return ", ".join([*_which(problem, dossier), *said])[:_ABOUT].strip()


def _which(problem: Problem, dossier: Dossier) -> Iterator[str]:
    """The record by what a person calls it: rows move, and a new one has no identity yet."""
    rows = next((rows for rows in dossier.children().values() if rows and rows[0].type_name == problem.record), ())
    names = [_name(row) for row in rows]
    if problem.row < len(names):
        name = names[problem.row]
        same = names[: problem.row].count(name)
        yield f"{name} ({same + 1})" if same else name


def _name(record: Record) -> str:
    return next((said for field in _NAMED_BY if (said := str(getattr(record, field, "") or ""))), record.type_name)
