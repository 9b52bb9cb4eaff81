"""What a published report told of single incidents otherwise than they are told now, list by list.

Two tolls that change places leave every total as it was: lists and passages are compared line by line, by the code of
the incident. A list is compared as far as it was printed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.reports.contents import CONTENTS
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.sections import massacres
from snhr_desktop.reports.snapshot import Retold, Snapshot
from snhr_desktop.reports.texts import Texts

Lines = Mapping[str, object]
"""By reference, or by the name of a row: what stands there."""


@dataclass(frozen=True)
class _List:
    """`in_totals` says that what is new in it makes another total, which is told as a number.

    Rows that are of no incident in particular are told of by the name of the section alone, and those `in_totals` where
    the numbers that they are the details of are the same.
    """

    lines: Callable[[Snapshot], Lines]
    of_incidents: bool = True
    in_totals: bool = False


def retold(before: Snapshot, now: Snapshot) -> tuple[Retold, ...]:
    """Each section that both print and in which something else stands now, in the order of the earlier one."""
    return tuple(_differing(before, now))


def _differing(before: Snapshot, now: Snapshot) -> Iterator[Retold]:
    printed = _printed(now)
    for code in _printed(before):
        kept = _LISTS.get(code)
        if kept is None or code not in printed:
            continue
        was, after = kept.lines(before), kept.lines(now)
        if kept.in_totals and not kept.of_incidents and _killed(before) != _killed(now):
            continue
        asked = was.keys() if kept.in_totals else {*was, *after}
        changed = sorted(key for key in asked if was.get(key) != after.get(key))
        if changed:
            yield Retold(code, tuple(changed) if kept.of_incidents else ())


def _killed(snapshot: Snapshot) -> object:
    return snapshot.answers["civilians_killed"]


def _printed(snapshot: Snapshot) -> list[str]:
    brief = snapshot.brief
    return [section.code for section in CONTENTS[brief.kind] if section.code not in brief.left_out]


def _passages(snapshot: Snapshot) -> Lines:
    """The details of each massacre as they are printed, in every language."""
    editions = [
        Edition(snapshot, language, Texts(code, snapshot.brief.period, snapshot.brief.kind))
        for code, language in LANGUAGES.items()
    ]
    return {
        dossier.incident.reference: [massacres.passage(edition, dossier) for edition in editions]
        for dossier in snapshot.massacres
    }


def _names(snapshot: Snapshot) -> Lines:
    found = defaultdict[str, list[Any]](list)
    for one in snapshot.roll.named if snapshot.roll else ():
        found[one.reference].append(one)
    return {reference: sorted(map(repr, several)) for reference, several in found.items()}


def _complete(snapshot: Snapshot) -> Lines:
    return {"": snapshot.roll and snapshot.roll.completeness}


_LISTS: Mapping[str, _List] = {
    "months": _List(lambda one: one.months, of_incidents=False, in_totals=True),
    "parties": _List(lambda one: one.parties, of_incidents=False, in_totals=True),
    "massacres": _List(_passages, in_totals=True),
    "late": _List(lambda one: {listed.reference: listed for listed in one.late}),
    "detained": _List(lambda one: {named.reference: named for named in one.detained}),
    "incident_list": _List(lambda one: {listed.reference: listed for listed in one.incidents}, in_totals=True),
    "roll": _List(lambda one: one.roll.classes if one.roll else {}, of_incidents=False),
    "completeness": _List(_complete, of_incidents=False),
    "names": _List(_names),
}
"""By the code of the section."""
