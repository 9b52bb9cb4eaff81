"""What single incidents add to the totals that a monthly report tells beside its month: the month before, the year.

Kept with each incident that a published report read, so that a total that is another now names its incidents.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from snhr_desktop.figures import FIGURES, contributions
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.store.store import Store

KEPT = "beside"
"""The name under which it is kept with a record that was read."""

Added = Mapping[str, Mapping[str, list[int]]]
"""By `previous` and `year`, then by figure: the cells that one incident adds."""


def added_beside(store: Store, snapshot: Snapshot, uids: Iterable[str] | None = None) -> Mapping[str, Added]:
    """By identity, all incidents that add something to the days beside the month, or those among `uids`."""
    chosen = None if uids is None else tuple(uids)
    found = defaultdict[str, dict[str, dict[str, list[int]]]](dict)
    for name, along in (("previous", snapshot.previous), ("year", snapshot.year)):
        if along is None:
            continue
        period = replace(snapshot.period, first=along.first, last=along.last)
        for uid, one in contributions(store.connection, FIGURES.values(), period, snapshot.scope, chosen).items():
            found[uid][name] = {figure: list(one.to(figure)) for figure in one.cells}
    return found
