"""Hints that may be let stand with a reason: which, and whether one that was let stand still says what it said."""

import dataclasses
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from snhr_desktop.domain import checks, plausibility
from snhr_desktop.domain.records import Waiver
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
        plausibility.FAR_FROM_PLACE: "far_from_place",
        plausibility.OTHER_SUBDISTRICT: "other_subdistrict",
        plausibility.LEARNED_BEFORE: "learned_before",
        plausibility.STATED_BEFORE: "stated_before",
        plausibility.JUST_OUTSIDE: "just_outside",
        plausibility.STRADDLES: "straddles",
    }
)
"""The code that a waiver keeps for each; what is an error, or needed to document, cannot be let stand."""


def waivable(problem: Problem) -> bool:
    """Whether somebody may let it stand."""
    return problem.level == "hint" and problem.message in WAIVABLE


def waiver(problem: Problem, reason: str) -> Waiver:
    """A hint let stand, for a reason."""
    return Waiver(check=WAIVABLE[problem.message], about=_about(problem), reason=reason)


def accepted(found: Iterable[Problem], waivers: Iterable[Waiver]) -> tuple[Problem, ...]:
    """The problems, those let stand as `accepted` with their reason. A hint that tells another number asks again."""
    reasons = {(each.check, each.about): each.reason for each in waivers}
    return tuple(_accepted(problem, reasons) for problem in found)


def _accepted(problem: Problem, reasons: Mapping[tuple[str, str], str]) -> Problem:
    reason = reasons.get((WAIVABLE.get(problem.message, ""), _about(problem)), "") if waivable(problem) else ""
    return dataclasses.replace(problem, level="accepted", reason=reason) if reason else problem


def _about(problem: Problem) -> str:
    said = {name: value(ENGLISH) if callable(value) else value for name, value in sorted(problem.values.items())}
    return ", ".join(f"{name}: {value}" for name, value in said.items())
