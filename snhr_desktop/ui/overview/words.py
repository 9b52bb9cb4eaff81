"""Words that several panels share."""

from snhr_desktop.figures.table import UNSTATED
from snhr_desktop.i18n import NC_
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.ui.tongue import Words

OVERVIEW = NC_("page", "Overview")


def unstated(snapshot: Snapshot, figure: str) -> Words | None:
    """How many uses nobody gave a number for, where there are any: they are in no total."""
    count = snapshot.answers[figure].unstated
    return (lambda language: language.plural(UNSTATED, count)) if count else None
