"""Civilians killed: men, women, children, and those whose sex or age is not known."""

from snhr_desktop.charts import Share, ShareBar
from snhr_desktop.i18n import N_
from snhr_desktop.reports.phrases import NOBODY_KILLED as EMPTY
from snhr_desktop.reports.telling import Telling

FIGURE = "civilians_killed"
TITLE = N_("Civilians killed by sex and age")
SHARE = N_("Women and children are {share} of the civilians killed.")
CLASSES = {"men": "blue", "women": "ochre", "children": "brick", "not_known": "grey"}
"""The classes in the order they are shown, each with its colour."""


def chart(telling: Telling) -> ShareBar:
    """The whole divided by sex and age."""
    numbers = telling.answer(FIGURE).by["class"]
    shares = tuple(
        Share(code, telling.term("class", code), numbers[code], role)
        for code, role in CLASSES.items()
        if numbers.get(code)
    )
    said = telling.text(SHARE, share=telling.number("women_children_share")) if shares else telling.text(EMPTY)
    return ShareBar(
        title=telling.text(TITLE),
        unit=telling.unit_of(FIGURE),
        summary=said,
        empty=telling.text(EMPTY),
        shares=shares,
    )
