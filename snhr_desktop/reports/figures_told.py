"""Which figures a report tells: all that are counted of incidents, and those of cases where any case is counted."""

from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.reports.snapshot import Snapshot


def figures_told(snapshot: Snapshot) -> tuple[str, ...]:
    """Codes in the order of the catalogue.

    An office that records no cases has not counted that nobody was arrested: a row that nobody counted is not zero.
    """
    spans = [snapshot.answers, *(one.answers for one in (snapshot.previous, snapshot.year) if one)]
    of_cases = {code for code, figure in FIGURES.items() if figure.of_cases}
    # a report published before there were cases has no answers of them
    counted = any(one[code].total for one in spans for code in of_cases if code in one)
    return tuple(code for code in FIGURES if counted or code not in of_cases)
