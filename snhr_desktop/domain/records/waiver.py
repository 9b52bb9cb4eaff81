"""Accepted check: a hint of the checks that somebody looked at and let stand, with the reason."""

from dataclasses import dataclass

from snhr_desktop.domain.fields import text
from snhr_desktop.domain.records.record import Record
from snhr_desktop.i18n import N_


@dataclass(frozen=True, kw_only=True)
class Waiver(Record):
    """`check` is a code of `domain.waivers`, `about` what the check told then: where that changes, it asks again.

    Who accepted it and when stands in the history.
    """

    type_name = "waiver"
    parent = "incident"
    title = N_("Accepted check")

    check: str = text(N_("Check"), 40, required=True)
    about: str = text(N_("What it told"), 300)
    reason: str = text(N_("Reason"), 500, required=True)
