"""Do the numbers of a report agree with each other? Asked of what will be drawn, before anything is written.

Every number is generated from one snapshot; this is the check that it was gathered whole and told right. The kinds of
mistake are those found on published pages of the field. One file holds one family of checks.
"""

from collections.abc import Iterator, Sequence

from snhr_desktop.reports.agreement import (
    cases,
    charts,
    edited,
    editions,
    heads,
    incident,
    monthly,
    persons,
    presence,
    recount,
    revised,
    sentences,
    tables,
    timeline,
)
from snhr_desktop.reports.agreement.disagreement import Disagreement, FiguresDisagree, TextDisagrees
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.snapshot import Snapshot

__all__ = ["Disagreement", "FiguresDisagree", "TextDisagrees", "disagreements", "ensure", "ensure_whole"]

_OF_ONE = (
    edited.disagreements, tables.disagreements, charts.disagreements, sentences.disagreements, timeline.disagreements,
    revised.disagreements, cases.disagreements,
    monthly.disagreements, persons.disagreements, incident.disagreements, presence.disagreements,
    heads.disagreements,
)  # fmt: skip


def ensure(printed: Sequence[Manuscript], beside: Sequence[Manuscript] = ()) -> None:
    """Raises `FiguresDisagree` with the first thing that does not agree; see `disagreements`."""
    for found in disagreements(printed, beside):
        raise (TextDisagrees if found.what in edited.KINDS else FiguresDisagree)(found)


def ensure_whole(snapshot: Snapshot) -> None:
    """Raises `FiguresDisagree` where the snapshot contradicts itself, before anything is written from it."""
    for found in recount.disagreements(snapshot):
        raise FiguresDisagree(found)


def disagreements(printed: Sequence[Manuscript], beside: Sequence[Manuscript] = ()) -> Iterator[Disagreement]:
    """Everything that does not agree.

    Args:
        printed: the editions of the file.
        beside: the report in the other languages with the texts of the program, so that an edition printed alone is
            held against it as well.
    """
    yield from recount.disagreements(printed[0].edition.snapshot)
    for manuscript in printed:
        for family in _OF_ONE:
            yield from family(manuscript)
    yield from editions.disagreements(printed, beside)
