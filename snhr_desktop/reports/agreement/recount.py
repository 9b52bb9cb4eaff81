"""The snapshot recounted: does what was gathered agree with itself?"""

from collections.abc import Iterator

from snhr_desktop.domain.counting import tally
from snhr_desktop.domain.records import Dossier
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import N_
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.snapshot import Snapshot

BREAKDOWN = N_("a table does not sum to its total")
SHARE = N_("a share does not recompute")
PARTY = N_("the classes of a party do not sum to its row")
MONTH = N_("the classes of a month do not sum to the month")
LIST = N_("the list of incidents does not sum to the total")
DETAILS = N_("not every massacre has its details")
DETAIL = N_("the toll of a massacre differs from its row in the list of incidents")

ROUNDING = 0.0501
"""Half of the last decimal of a share, whichever way halves are rounded."""


def disagreements(snapshot: Snapshot) -> Iterator[Disagreement]:
    """Everything in the snapshot that does not agree."""
    for code, answer in snapshot.answers.items():
        sums = {sum(terms.values()) for terms in answer.by.values()} - {answer.total}
        for wrong in sorted(sums):
            yield Disagreement(BREAKDOWN, FIGURES[code].title, str(wrong), str(answer.total))
    yield from _share(snapshot)
    yield from _parties(snapshot)
    yield from _lists(snapshot)
    yield from _details(snapshot)
    yield from _months(snapshot)
    yield from _arrested(snapshot)


def _share(snapshot: Snapshot) -> Iterator[Disagreement]:
    killed, share = snapshot.answers["civilians_killed"], snapshot.answers["women_children_share"].total
    part = killed.term("class", "women") + killed.term("class", "children")
    if killed.total and share is not None:
        agrees = abs(share - 100 * part / killed.total) <= ROUNDING
    else:
        agrees = share is None and not killed.total
    if not agrees:
        recomputed = f"{100 * part / killed.total:.1f}" if killed.total else ""
        yield Disagreement(SHARE, FIGURES["women_children_share"].title, str(share), recomputed)


def _parties(snapshot: Snapshot) -> Iterator[Disagreement]:
    rows = snapshot.answers["civilians_killed"].by["party"]
    if any(sum(classes.values()) != rows.get(row) for row, classes in snapshot.parties.items()):
        yield Disagreement(PARTY, FIGURES["civilians_killed"].title)


def _lists(snapshot: Snapshot) -> Iterator[Disagreement]:
    listed, total = snapshot.incidents, {code: answer.total for code, answer in snapshot.answers.items()}
    counted = {
        "incidents": len(listed),
        "civilians_killed": sum(line.killed for line in listed),
        "civilians_injured": sum(line.injured for line in listed),
    }
    for code, number in counted.items():
        if total[code] != number:
            yield Disagreement(LIST, FIGURES[code].title, str(number), str(total[code]))
    if total["massacres"] != len(snapshot.massacres):
        yield Disagreement(DETAILS, FIGURES["massacres"].title, str(len(snapshot.massacres)), str(total["massacres"]))


def _months(snapshot: Snapshot) -> Iterator[Disagreement]:
    """The classes of each month sum to the month."""
    spans = [(snapshot.months, snapshot.answers)]
    spans += [(one.months, one.answers) for one in (snapshot.previous, snapshot.year) if one]
    for months, answers in spans:
        counted = answers["civilians_killed"].by["month"]
        for month in counted if months else ():
            summed = sum(one.get(month, 0) for one in months.values())
            if summed != counted[month]:
                yield Disagreement(MONTH, FIGURES["civilians_killed"].title, f"{month}: {summed}", str(counted[month]))


def _arrested(snapshot: Snapshot) -> Iterator[Disagreement]:
    """Children and women among the arrests are the classes of the arrests."""
    arrests = snapshot.answers.get("arrests")  # a report of before cases were recorded has none
    for code, term in (("children_arrested", "children"), ("women_arrested", "women")) if arrests else ():
        number, counted = snapshot.answers[code].total, arrests.term("class", term) if arrests else 0
        if number != counted:
            yield Disagreement(BREAKDOWN, FIGURES[code].title, str(number), str(counted))


def _details(snapshot: Snapshot) -> Iterator[Disagreement]:
    rows = {line.reference: line.killed for line in snapshot.incidents}
    for dossier in snapshot.massacres:
        code = dossier.incident.reference
        if code in rows and rows[code] != killed_in(dossier):
            yield Disagreement(DETAIL, code, str(killed_in(dossier)), str(rows[code]))


def killed_in(dossier: Dossier) -> int:
    """Civilians killed in one incident, by its victims."""
    return sum(tally(dossier.victims, "killed").values())
