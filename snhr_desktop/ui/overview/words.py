"""Words that several panels share."""

from snhr_desktop.figures import FIGURES
from snhr_desktop.figures.table import UNSTATED
from snhr_desktop.i18n import NC_, Language
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.ui.tongue import Words

OVERVIEW = NC_("page", "Overview")


def noun_of(figure: str, number: int) -> Words:
    """What a figure counts, to stand beside its number: in its plural where that follows a number, else its name."""

    def said(language: Language) -> str:
        unit, written = FIGURES[figure].unit, language.number(number)
        together = unit.say(number, language)
        if together.startswith(written):
            return together.removeprefix(written).strip()
        # Arabic says none, one and two in words: «هجومان» beside a 2 would say the number twice. The noun after a
        # hundred is the singular.
        hundred = language.number(100)
        return unit.say(100, language).removeprefix(hundred).strip() if number == 1 else language.text(unit.name)

    return said


def unstated(snapshot: Snapshot, figure: str) -> Words | None:
    """How many uses nobody gave a number for, where there are any: they are in no total."""
    count = snapshot.answers[figure].unstated
    return (lambda language: language.plural(UNSTATED, count)) if count else None
