"""What was published, as far as it may be told today: a family asks for its name back, a place is told less exactly.

A page that tells what changed prints what stood there before. It is a page of today, and goes by the rules of today
and by the record as it is now; the published file alone stays what it was.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from snhr_desktop.domain.records import Attribution, Dossier, FacilityImpact, Incident, Victim, WeaponUse
from snhr_desktop.domain.values import Site
from snhr_desktop.figures import BREAKDOWNS, FIGURES, NOT_KNOWN, Answer, Contribution
from snhr_desktop.reports.audience import RULES, may_be_named
from snhr_desktop.reports.filed import Filed
from snhr_desktop.reports.others import Others
from snhr_desktop.reports.publication import for_publication, place_for, redaction_for
from snhr_desktop.reports.records import Records
from snhr_desktop.reports.redaction import Redaction
from snhr_desktop.store.listing import IncidentQuery

_Record = TypeVar("_Record", Incident, Attribution, FacilityImpact, WeaponUse)
_PLACE = "subdistrict"
_LINES = ("_ar", "_en", "notes", "how", "reason", "model", "origin")
"""Ends of the names of fields that hold a person's own words."""


def told_now(published: Filed, records: Records, audience: str) -> Filed:
    """The incident of a published dossier without what its audience may not read any more, nor its sources."""
    dossier, gazetteer = published.dossier, records.gazetteer
    known = records.dossiers([dossier.incident.uid])
    record = known[0] if known else dossier
    others = Others(records.persons(), audience)
    asked = replace(
        dossier,
        incident=replace(dossier.incident, place_shown=record.incident.place_shown),
        victims=tuple(_named_now(record, dossier.victims, audience)),
        sources=(),
    )
    shown = for_publication(asked, audience, gazetteer, others)
    hide = redaction_for(record, audience, gazetteer, others)
    return replace(
        published,
        dossier=replace(
            shown,
            incident=_without(shown.incident, hide),
            attributions=tuple(_without(one, hide) for one in shown.attributions),
            facilities=tuple(_without(one, hide) for one in shown.facilities),
            weapons=tuple(_without(one, hide) for one in shown.weapons),
        ),
    )


@dataclass(frozen=True)
class PlacedBefore:
    """What incidents added to a published report whose sub-district its audience may not be told any more."""

    withheld: Mapping[str, Contribution]

    @classmethod
    def of(cls, read: Mapping[str, Contribution], records: Records, audience: str) -> "PlacedBefore":
        """Of the incidents that a report read, by identity, with what each added."""
        if RULES[audience].exact_place:
            return cls({})
        stood = {uid: one for uid, one in read.items() if one.placed.get(_PLACE, "") not in ("", NOT_KNOWN)}
        query = IncidentQuery(uids=tuple(stood), limit=max(1, len(stood)))
        shown = {line.uid: line.place_shown for line in records.incidents(query).rows}
        gone = {
            uid: one
            for uid, one in stood.items()
            if not _may_be_told(one.placed[_PLACE], shown.get(uid, ""), audience, records)
        }
        return cls(gone)

    def contribution(self, uid: str, one: Contribution) -> Contribution:
        """What an incident added, in the row of sub-districts not stated where it belongs there now."""
        return replace(one, placed={**one.placed, _PLACE: NOT_KNOWN}) if uid in self.withheld else one

    def answers(self, before: Mapping[str, Answer]) -> Mapping[str, Answer]:
        """The numbers as they were published, these incidents among those whose sub-district is not stated."""
        return {code: self._answer(answer) for code, answer in before.items()}

    def _answer(self, answer: Answer) -> Answer:
        numbers = answer.by.get(_PLACE)
        if not (numbers and self.withheld):
            return answer
        if not FIGURES[answer.figure].unit.counting:  # of a share nothing can be taken away
            return replace(answer, by={code: by for code, by in answer.by.items() if code != _PLACE})
        moved = dict(numbers)
        for one in self.withheld.values():
            term, added = one.placed[_PLACE], one.to(answer.figure)
            if added and term in moved:
                moved[term] -= added[0]
                moved[NOT_KNOWN] = moved.get(NOT_KNOWN, 0) + added[0]
        return replace(answer, by={**answer.by, _PLACE: BREAKDOWNS[_PLACE].ordered(moved)})


def _may_be_told(term: str, shown: str, audience: str, records: Records) -> bool:
    return place_for(Site(term, _PLACE), shown, audience, records.gazetteer).pcode == term


def _named_now(record: Dossier, victims: Iterable[Victim], audience: str) -> Iterable[Victim]:
    """The victims of a published dossier, those alone by name who may still be named by that name."""
    names = {
        name for one in record.victims if may_be_named(one, audience) for name in (one.name_ar, one.name_en) if name
    }
    for one in victims:
        own = {name for name in (one.name_ar, one.name_en) if name}
        yield one if own <= names else replace(one, name_ar="", name_en="", father_ar="")


def _without(record: _Record, hide: Redaction) -> _Record:
    """A record whose texts tell nothing of what the record of now withholds."""
    said = {one.name: getattr(record, one.name) for one in fields(record) if one.name.endswith(_LINES)}
    hidden: dict[str, Any] = {name: hide(text) for name, text in said.items() if isinstance(text, str)}
    return replace(record, **hidden)
