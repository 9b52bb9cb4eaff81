"""The steps of verification: which status may follow which, and which step needs a reason. Declared here alone.

reported, under review, corroborated, documented go onward; an incident or case that cannot be confirmed, or is
rejected, is taken up again before it can be documented. What it was called before it may be called again: that is how
a step is withdrawn. The page, many at once and the store ask the same table.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.records import RecordSet
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import N_, NC_, Message

S = TypeVar("S", bound=RecordSet)

REPORTED, UNDER_REVIEW, CORROBORATED, DOCUMENTED = "reported", "under_review", "corroborated", "documented"
UNCONFIRMED, REJECTED = "unconfirmed", "rejected"

WAITING = (REPORTED, UNDER_REVIEW, CORROBORATED)
"""Statuses that somebody has still to decide on."""

NOT_FROM_HERE = N_("This step cannot be taken from here: put it under review first.")
REASON_FOR_STEP = N_("This step needs a reason.")
SECOND_PERSON = N_(
    "The office asks for a second person: whoever entered or changed a record last does not document it. "
    "Save it with another status; someone else can then document it."
)
WHO_ARE_YOU = N_(
    "The office asks for a second person, and it is not known who you are. "
    "Open the store with your initials to document."
)


@dataclass(frozen=True)
class Step:
    """One way from a status to another. `onward` ones need no reason."""

    to: str
    words: Message
    onward: frozenset[str]
    with_reason: frozenset[str]

    def allowed_from(self, status: str) -> bool:
        """Whether the table has this step for an incident of a status."""
        return status in self.onward or status in self.with_reason

    def needs_reason(self, status: str) -> bool:
        """Whether the reason has to be written. A step that withdraws another needs one always."""
        return status not in self.onward


def _step(to: str, words: Message, onward: str = "", with_reason: str = "") -> Step:
    return Step(to, words, frozenset(onward.split()), frozenset(with_reason.split()))


_TABLE = (
    _step(
        REPORTED, NC_("step", "Back to reported"),
        with_reason="under_review corroborated documented unconfirmed rejected",
    ),
    _step(
        UNDER_REVIEW, NC_("step", "Under review"), "reported", "corroborated documented unconfirmed rejected",
    ),
    _step(CORROBORATED, NC_("step", "Corroborated"), "reported under_review", "documented"),
    _step(DOCUMENTED, NC_("step", "Documented"), "reported under_review corroborated"),
    _step(
        UNCONFIRMED, NC_("step", "Not confirmed"),
        with_reason="reported under_review corroborated documented",
    ),
    _step(
        REJECTED, NC_("step", "Reject"),
        with_reason="reported under_review corroborated documented unconfirmed",
    ),
)  # fmt: skip
STEPS: Mapping[str, Step] = MappingProxyType({step.to: step for step in _TABLE})
"""Each step by the status it leads to, in the order of the vocabulary."""


def refused(before: str, after: str, reason: str, earlier: Collection[str] = ()) -> Message | None:
    """Why a saved incident may not go from one status to another, or None where it may.

    `earlier` are the statuses it had before: it may go back to any of them, with a reason.
    """
    if before == after or after not in STEPS:
        return None
    step = STEPS[after]
    if not step.allowed_from(before) and after not in earlier:
        return NOT_FROM_HERE
    return REASON_FOR_STEP if step.needs_reason(before) and not reason.strip() else None


def at_status(message: Message, record: str = "incident") -> Problem:
    """What is wrong with a step, told at the status of an incident, or of another type of record."""
    return Problem(record, "status", message)


ASSESSED: Mapping[str, object] = MappingProxyType(
    {
        "status": REPORTED, "classification": "", "toll_open": False, "massacre_override": "", "massacre_reason": "",
        "review_notes": "",
    }
)  # fmt: skip
"""The fields of the assessment, which a reviewer fills in without becoming one who entered the record."""


def entered(given: S) -> S:
    """What was entered of an incident or case: all but its assessment, the hints let stand, and its revision."""
    known = {field.name for field in given.head_type.fields()}
    blank: dict[str, Any] = {name: value for name, value in ASSESSED.items() if name in known}
    aside: dict[str, Any] = {"waivers": ()} if "waivers" in given.lists else {}
    return replace(given.with_head(replace(given.head, **blank)), revision=0, **aside)


def second_person_missing(actor: str, author: str) -> Message | None:
    """Why someone may not document what `author` entered or changed last. Initials are one however they are typed."""
    if not fold(actor):
        return WHO_ARE_YOU
    return SECOND_PERSON if fold(actor) == fold(author) else None
