"""Do the numbers of a report agree with each other? Asked before anything is written.

Every number is generated from one snapshot; this is the check that it was gathered whole. The kinds of mistake are
those found on published pages of the field: a table that does not sum, a share that does not recompute, a party left
out, a list shorter than its total.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from snhr_desktop.errors import Refusal
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import N_, Message
from snhr_desktop.reports.snapshot import Snapshot

BREAKDOWN = N_("a table does not sum to its total")
SHARE = N_("a share does not recompute")
PARTY = N_("the classes of a party do not sum to its row")
LIST = N_("the list of incidents does not sum to the total")
DETAILS = N_("not every massacre has its details")

_ROUNDING = 0.0501
"""Half of the last decimal of a share, whichever way halves are rounded."""


class FiguresDisagree(Refusal):
    """The snapshot contradicts itself: printing it would publish a wrong number."""

    said = N_("The report was not written, because its numbers do not agree: {what} ({figure}).")
    advice = N_("Check the store with “verify”, and gather the report again.")


@dataclass(frozen=True)
class Disagreement:
    """What does not agree, and the figure concerned."""

    what: Message
    figure: str


def ensure(snapshot: Snapshot) -> None:
    """Raises `FiguresDisagree` with the first thing that does not agree."""
    for found in disagreements(snapshot):
        raise FiguresDisagree(what=found.what, figure=FIGURES[found.figure].title)


def disagreements(snapshot: Snapshot) -> Iterator[Disagreement]:
    """Everything that does not agree."""
    for code, answer in snapshot.answers.items():
        if any(sum(terms.values()) != answer.total for terms in answer.by.values()):
            yield Disagreement(BREAKDOWN, code)
    yield from _share(snapshot)
    yield from _parties(snapshot)
    yield from _lists(snapshot)


def _share(snapshot: Snapshot) -> Iterator[Disagreement]:
    killed, share = snapshot.answers["civilians_killed"], snapshot.answers["women_children_share"].total
    part = killed.term("class", "women") + killed.term("class", "children")
    if killed.total and share is not None:
        agrees = abs(share - 100 * part / killed.total) <= _ROUNDING
    else:
        agrees = share is None and not killed.total
    if not agrees:
        yield Disagreement(SHARE, "women_children_share")


def _parties(snapshot: Snapshot) -> Iterator[Disagreement]:
    rows = snapshot.answers["civilians_killed"].by["party"]
    if any(sum(classes.values()) != rows.get(row) for row, classes in snapshot.parties.items()):
        yield Disagreement(PARTY, "civilians_killed")


def _lists(snapshot: Snapshot) -> Iterator[Disagreement]:
    listed, total = snapshot.incidents, {code: answer.total for code, answer in snapshot.answers.items()}
    counted = {
        "incidents": len(listed),
        "civilians_killed": sum(line.killed for line in listed),
        "civilians_injured": sum(line.injured for line in listed),
    }
    yield from (Disagreement(LIST, code) for code, number in counted.items() if total[code] != number)
    if total["massacres"] != len(snapshot.massacres):
        yield Disagreement(DETAILS, "massacres")
