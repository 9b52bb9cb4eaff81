"""What of a case, and of a file kept as evidence, an audience may read: by the same rules as an incident.

The person is told of as a victim is, the sources of its states as those of an incident, and the parents by what the
family agreed to for the person. How to reach the family leaves the store for no audience.
"""

from collections.abc import Callable, Iterable
from functools import reduce
from typing import cast

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import (
    Attachment,
    AttachmentFile,
    Case,
    CaseFile,
    CaseState,
    Dossier,
    Incident,
    RecordSet,
    Source,
    Victim,
)
from snhr_desktop.domain.values import NO_SITE, NO_TIME
from snhr_desktop.reports.audience import RULES, may_appear, may_be_named
from snhr_desktop.reports.others import Others
from snhr_desktop.reports.publication import place_for, redaction_for, victims_for

Hide = Callable[[str], str]
"""Takes out of a text what its audience may not read."""
_TOLD_BY_NAME = ("", "exact", "community")
"""How a place may be told for the names of what stands there to be told too."""


def case_for(file: CaseFile, audience: str, gazetteer: Gazetteer, others: Others) -> CaseFile:
    """The case with nothing left in it that the audience may not read."""
    return _Told(file, audience, gazetteer, others).file()


def hiding_for(
    held: Iterable[RecordSet], file: AttachmentFile, audience: str, gazetteer: Gazetteer, others: Others
) -> Hide:
    """Takes out of a text about a file what may not be read of any of the records that it is kept with.

    Nothing is left of a text where one of them is not among those `held`: what it withholds is known to nobody.
    """
    held = tuple(held)
    if not {link.target for link in file.links} <= {one.uid for given in held for one in given.records()}:
        return lambda _: ""
    hides = [
        _Told(given, audience, gazetteer, others).hide
        if isinstance(given, CaseFile)
        else redaction_for(cast(Dossier, given), audience, gazetteer, others)
        for given in held
    ]
    return lambda text: reduce(lambda left, hide: hide(left), hides, text)


def attachment_for(file: AttachmentFile, audience: str, hide: Hide) -> AttachmentFile | None:
    """What is said of a file; None where whoever gave it agreed to no such audience, or it was withdrawn.

    Where, when and with what it was taken is told to the office alone: a photograph is taken where somebody stood.
    That it came from a source is told to nobody.
    """
    given, rule = file.attachment, RULES[audience]
    if given.consent not in rule.sources or (given.withdrawn and not rule.notes):
        return None
    shown = Attachment(
        uid=given.uid,
        reference=given.reference,
        kind=given.kind,
        media_type=given.media_type,
        sha256=given.sha256,
        size=given.size,
        shows_ar=hide(given.shows_ar),
        shows_en=hide(given.shows_en),
        consent=given.consent,
        graphic=given.graphic,
        derived_from=given.derived_from,
        derivation=given.derivation,
        withdrawn=given.withdrawn,
        captured_on=given.captured_on if rule.notes else NO_TIME,
        captured_time=given.captured_time if rule.notes else "",
        place=given.place if rule.exact_place else NO_SITE,
        received_on=given.received_on if rule.notes else None,
        device=given.device if rule.notes else "",
        withdrawn_reason=hide(given.withdrawn_reason) if rule.notes else "",
    )
    return AttachmentFile(shown, tuple(link for link in file.links if link.record != "source"))


class _Told:
    """One case for one audience, read as an incident with one victim whose sources are those of the states."""

    def __init__(self, file: CaseFile, audience: str, gazetteer: Gazetteer, others: Others) -> None:
        self.given, self.audience, self.gazetteer = file, audience, gazetteer
        self.rule = RULES[audience]
        case = file.case
        self.person = Victim(
            name_ar=case.name_ar, name_en=case.name_en, father_ar=case.father_ar, sex=case.sex, age=case.age,
            age_group=case.age_group, naming=case.naming, place_of_origin=case.place_of_origin, outcome="detained",
        )  # fmt: skip
        self.named = may_be_named(self.person, audience)
        parents = () if self.named else (Victim(name_ar=case.mother_ar), Victim(name_ar=case.father_ar))
        sources = tuple(map(_source, file.states))
        place = next((state.place for state in file.states if state.place), file.case.place_of_origin)
        like = Dossier(
            Incident(place=place, place_shown=case.place_shown),
            (self.person, *parents),
            sources=(*sources, Source(contact=case.family_contact)),
        )
        [self.shown, *_], _ = victims_for(like, audience, gazetteer, others)
        self.hide = redaction_for(like, audience, gazetteer, others)

    def file(self) -> CaseFile:
        """The whole."""
        return CaseFile(self.case(self.given.case), tuple(map(self.state, self.given.states)))

    def case(self, case: Case) -> Case:
        """Who it is, as far as that may be told, and the course of the case."""
        shown, notes = self.shown, self.rule.notes
        parents = self.named and self.rule.particulars
        return Case(
            uid=case.uid,
            reference=case.reference,
            name_ar=shown.name_ar,
            name_en=shown.name_en,
            father_ar=shown.father_ar,
            mother_ar=case.mother_ar if parents else "",
            sex=case.sex,
            age=case.age,
            age_group=case.age_group,
            civil_status=case.civil_status,
            occupation=case.occupation,
            place_of_origin=shown.place_of_origin,
            naming=case.naming,
            place_shown=case.place_shown,
            status=case.status,
            classification=case.classification,
            notes=self.hide(case.notes) if notes else "",
            review_notes=self.hide(case.review_notes) if notes else "",
            origin=case.origin if notes else "",
        )

    def state(self, state: CaseState) -> CaseState:
        """What happened, where as it may be told, and who said so, by kind and pseudonym."""
        placed = self.rule.exact_place or self.given.case.place_shown in _TOLD_BY_NAME
        heard = may_appear(_source(state), self.audience)
        return CaseState(
            state=state.state,
            date=state.date,
            place=place_for(state.place, self.given.case.place_shown, self.audience, self.gazetteer),
            party=state.party,
            circumstances=state.circumstances,
            warrant=state.warrant,
            held_at_ar=self.hide(state.held_at_ar) if placed else "",
            held_at_en=self.hide(state.held_at_en) if placed else "",
            body=state.body,
            source_kind=state.source_kind if heard else "",
            source_pseudonym=self.hide(state.source_pseudonym) if heard else "",
            consent=state.consent,
            note=self.hide(state.note) if self.rule.notes else "",
        )


def _source(state: CaseState) -> Source:
    return Source(
        kind=state.source_kind, pseudonym=state.source_pseudonym, real_name=state.source_name, consent=state.consent
    )
