"""Words that several panels share."""

from snhr_desktop.figures import FIGURES
from snhr_desktop.figures.table import UNSTATED
from snhr_desktop.i18n import NC_, Language
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.ui.tongue import Words

OVERVIEW = NC_("page", "Overview")


def noun_of(figure: str, number: int) -> Words:
    """The noun of a figure's unit as it follows its number; where one word says both («هجومان»), that word."""

    def said(language: Language) -> str:
        return FIGURES[figure].unit.say(number, language).removeprefix(language.number(number)).strip()

    return said


def unstated(snapshot: Snapshot, figure: str) -> Words | None:
    """How many uses nobody gave a number for, where there are any: they are in no total."""
    count = snapshot.answers[figure].unstated
    return (lambda language: language.plural(UNSTATED, count)) if count else None
