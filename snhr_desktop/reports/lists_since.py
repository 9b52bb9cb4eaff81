"""What a published report told of single incidents otherwise than they are told now, list by list.

Two tolls that change places leave every total as it was: lists and passages are compared line by line, by the code of
the incident. A list is compared as far as it was printed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from snhr_desktop.i18n import LANGUAGES, N_, NP_, Language
from snhr_desktop.reports.contents import CONTENTS
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.sections import massacres
from snhr_desktop.reports.snapshot import Retold, Snapshot
from snhr_desktop.reports.texts import Texts

OTHERWISE = N_("{section}: told otherwise")
OTHERWISE_OF = N_("{section}: told otherwise of {references}")
AND_MORE = NP_("{shown} and {n} more incident", "{shown} and {n} more incidents")
SHOWN = 5

Lines = Mapping[str, object]
"""By reference, or by the name of a row: what stands there."""


@dataclass(frozen=True)
class _List:
    lines: Callable[[Snapshot], Lines]
    of_incidents: bool = True


def retold(before: Snapshot, now: Snapshot) -> tuple[Retold, ...]:
    """Each section of the earlier report in which something else stands now, in the order of its contents."""
    return tuple(_differing(before, now))


def tell(one: Retold, kind: str, language: Language) -> str:
    """List of incidents: told otherwise of IDL-2018-00001 and IDL-2018-00002."""
    section = language.text(next(each.title for each in CONTENTS[kind] if each.code == one.section))
    if not one.references:
        return language.text(OTHERWISE, section=section)
    return language.text(OTHERWISE_OF, section=section, references=references(one.references, language))


def references(found: tuple[str, ...], language: Language) -> str:
    """The first references, and how many more there are."""
    shown, more = language.join([language.isolate(one) for one in found[:SHOWN]]), len(found) - SHOWN
    return language.plural(AND_MORE, more, shown=shown) if more > 0 else shown


def _differing(before: Snapshot, now: Snapshot) -> Iterator[Retold]:
    for section in CONTENTS[before.brief.kind]:
        kept = _LISTS.get(section.code)
        if kept is None or section.code in before.brief.left_out:
            continue
        was, after = kept.lines(before), kept.lines(now)
        changed = sorted(key for key in {*was, *after} if was.get(key) != after.get(key))
        if changed:
            yield Retold(section.code, tuple(changed) if kept.of_incidents else ())


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
    "months": _List(lambda one: one.months, of_incidents=False),
    "parties": _List(lambda one: one.parties, of_incidents=False),
    "massacres": _List(_passages),
    "late": _List(lambda one: {listed.reference: listed for listed in one.late}),
    "incident_list": _List(lambda one: {listed.reference: listed for listed in one.incidents}),
    "roll": _List(lambda one: one.roll.classes if one.roll else {}, of_incidents=False),
    "completeness": _List(_complete, of_incidents=False),
    "names": _List(_names),
}
"""By the code of the section."""
