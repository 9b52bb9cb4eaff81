"""What of the records may be printed for an audience: decided here, before anything is gathered into a report.

The rules are `reports.audience`; how texts are read is `reports.redaction`. A record is made anew of what may be
printed, so that a field that is added to it stays in the store until somebody says here whom it is for.

How exactly a place is told is said by the record (`place_shown`): a landmark goes as soon as the place is told as a
town or wider, names of facilities as soon as it is told wider than a town, and every narrower place of the governorate
is called by the one that holds it, in the texts too. A figure by sub-district cannot hide one incident among others:
an incident that may be told by its district or governorate alone stands in the row of sub-districts not stated, and
every total stays what it was.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from snhr_desktop.domain.places import Gazetteer, Level
from snhr_desktop.domain.records import Attribution, Dossier, FacilityImpact, Incident, Source, Victim, WeaponUse
from snhr_desktop.domain.values import NO_SITE, Site
from snhr_desktop.reports.audience import RULES, may_appear, may_be_named
from snhr_desktop.reports.others import LEADS_THERE, NOBODY, Others
from snhr_desktop.reports.placewords import told
from snhr_desktop.reports.redaction import Hidden, Redaction
from snhr_desktop.reports.spelling import key_of
from snhr_desktop.store.history import Custody

_EXACT = ("", "exact")
_TOWN = "community"
_DAY = len("2018-03-22")


def for_publication(dossier: Dossier, audience: str, gazetteer: Gazetteer, others: Others = NOBODY) -> Dossier:
    """The dossier with nothing left in it that the audience may not read, nor the names of `others`."""
    return _Printed(dossier, audience, gazetteer, others).dossier()


def redaction_for(dossier: Dossier, audience: str, gazetteer: Gazetteer, others: Others) -> Redaction:
    """What takes out of a text about an incident whatever the audience may not read of it, and the names of others."""
    return _Printed(dossier, audience, gazetteer, others).hide


def victims_for(
    dossier: Dossier, audience: str, gazetteer: Gazetteer, others: Others = NOBODY
) -> tuple[tuple[Victim, ...], Site]:
    """The victims alone, as the dossier for an audience has them, and the place as it is told."""
    printed = _Printed(dossier, audience, gazetteer, others)
    return tuple(map(printed.victim, dossier.victims)), printed.place


def custody_for(
    custody: Custody, dossier: Dossier, audience: str, gazetteer: Gazetteer, others: Others = NOBODY
) -> Custody:
    """On which days a record was saved and how it is chained; the hour, by whom and why for the office alone."""
    if not RULES[audience].notes:
        days = (replace(link, at=link.at[:_DAY], actor="", reason="") for link in custody.links)
        return replace(custody, links=tuple(days))
    hide = _Printed(dossier, audience, gazetteer, others).hide
    return replace(custody, links=tuple(replace(link, reason=hide(link.reason)) for link in custody.links))


def place_for(place: Site, shown: str, audience: str, gazetteer: Gazetteer) -> Site:
    """The place as an audience is told of it; `shown` is what the record asks for."""
    rule = RULES[audience]
    if rule.exact_place or shown in _EXACT:
        return place if rule.coordinates else _without_point(place)
    if shown == _TOWN:
        return _without_point(place)
    holder = gazetteer.ancestor_at(place.pcode, Level(shown))
    if holder:
        return Site(holder.pcode, holder.level.value)
    # it was recorded by a wider place than may be told; a place that nobody knows is not told at all
    return _without_point(place) if gazetteer.get(place.pcode) else NO_SITE


def _without_point(place: Site) -> Site:
    exact = place.precision in ("coordinates", "landmark")
    return Site(place.pcode, _TOWN if exact and place.pcode else place.precision)


class _Printed:
    """One dossier for one audience: what each of its records may show."""

    def __init__(self, dossier: Dossier, audience: str, gazetteer: Gazetteer, others: Others) -> None:
        self.given, self.audience, self.gazetteer, self.others = dossier, audience, gazetteer, others
        self.rule = RULES[audience]
        shown = dossier.incident.place_shown
        self.shown = "" if self.rule.exact_place or shown in _EXACT else shown
        self.place = place_for(dossier.incident.place, dossier.incident.place_shown, audience, gazetteer)

    @cached_property
    def hide(self) -> Redaction:
        """Takes out of a text what is withheld."""
        return Redaction(self._hidden())

    def dossier(self) -> Dossier:
        """The whole."""
        given = self.given
        return Dossier(
            incident=self.incident(given.incident),
            victims=tuple(self.victim(victim) for victim in given.victims),
            attributions=tuple(self.attribution(attribution) for attribution in given.attributions),
            facilities=tuple(self.facility(facility) for facility in given.facilities),
            weapons=tuple(self.weapon(use) for use in given.weapons),
            sources=tuple(self.source(source) for source in given.sources),
            revision=given.revision,
        )

    def incident(self, incident: Incident) -> Incident:
        """Lines for the page, and for the office alone what it wrote for itself."""
        hide, notes = self.hide, self.rule.notes
        return Incident(
            uid=incident.uid,
            reference=incident.reference,
            title_ar=hide(incident.title_ar),
            title_en=hide(incident.title_en),
            kinds=incident.kinds,
            delivery=incident.delivery,
            date=incident.date,
            time=incident.time,
            part_of_day=incident.part_of_day,
            second_strike=incident.second_strike,
            place=self.place,
            place_shown=incident.place_shown,
            landmark_ar="" if self.shown else hide(incident.landmark_ar),
            landmark_en="" if self.shown else hide(incident.landmark_en),
            narrative_ar=hide(incident.narrative_ar),
            narrative_en=hide(incident.narrative_en),
            status=incident.status,
            classification=incident.classification,
            toll_open=incident.toll_open,
            massacre_override=incident.massacre_override,
            learned_on=incident.learned_on if notes else None,
            learned_how=hide(incident.learned_how) if notes else "",
            massacre_reason=hide(incident.massacre_reason) if notes else "",
            review_notes=hide(incident.review_notes) if notes else "",
            origin=incident.origin if notes else "",
        )

    def victim(self, victim: Victim) -> Victim:
        """Class and fate of each, names where they may be told."""
        named, more, notes = may_be_named(victim, self.audience), self.rule.particulars, self.rule.notes
        return Victim(
            number=victim.number,
            name_ar=self.hide.within(victim.name_ar) if named else "",
            name_en=self.hide.within(victim.name_en) if named else "",
            father_ar=victim.father_ar if named and more else "",
            sex=victim.sex,
            age=victim.age,
            age_group=victim.age_group,
            civil_status=victim.civil_status,
            occupation=victim.occupation,
            outcome=victim.outcome,
            # people are mostly killed where they live: where they come from is told no more exactly than the place
            place_of_origin=place_for(victim.place_of_origin, self.shown, self.audience, self.gazetteer)
            if more
            else NO_SITE,
            displaced=victim.displaced and more,
            naming=victim.naming,
            notes=self.hide(victim.notes) if notes else "",
        )

    def attribution(self, attribution: Attribution) -> Attribution:
        """All of it: who is held responsible is what a report is for."""
        return Attribution(
            party=attribution.party,
            mode=attribution.mode,
            basis_ar=self.hide(attribution.basis_ar),
            basis_en=self.hide(attribution.basis_en),
        )

    def facility(self, facility: FacilityImpact) -> FacilityImpact:
        """What was hit; its name where it does not tell a place that may not be told."""
        named = self.shown in ("", _TOWN)
        return FacilityImpact(
            type=facility.type,
            name_ar=self.hide(facility.name_ar) if named else "",
            name_en=self.hide(facility.name_en) if named else "",
            damage=facility.damage,
            out_of_service=facility.out_of_service,
            military_presence=facility.military_presence,
            hit_before=facility.hit_before,
            notes=self.hide(facility.notes) if self.rule.notes else "",
        )

    def weapon(self, use: WeaponUse) -> WeaponUse:
        """All of it."""
        return WeaponUse(weapon=use.weapon, attacks=use.attacks, munitions=use.munitions, model=self.hide(use.model))

    def source(self, source: Source) -> Source:
        """Kind and pseudonym of a source that may appear; of another nothing but that there is one."""
        if not may_appear(source, self.audience):
            return Source(consent=source.consent)
        hide, shown = (
            self.hide,
            Source(
                kind=source.kind,
                pseudonym=self.hide(source.pseudonym),
                first_hand=source.first_hand,
                consent=source.consent,
                publisher_ar=self.hide(source.publisher_ar),
                publisher_en=self.hide(source.publisher_en),
                stated_killed=source.stated_killed,
                stated_injured=source.stated_injured,
            ),
        )
        if not self.rule.particulars:
            return shown
        return replace(
            shown,
            independent=source.independent,
            depends_on=hide(source.depends_on),
            reliability=source.reliability,
            credibility=source.credibility,
            stated_on=source.stated_on,
            link=hide.link(source.link),
            statement_ar=hide(source.statement_ar),
            statement_en=hide(source.statement_en),
        )

    def _hidden(self) -> Hidden:
        incident, gazetteer = self.given.incident, self.gazetteer
        holder = gazetteer.get(self.place.pcode) if self.shown not in ("", _TOWN) else None
        near = (gazetteer.get(self.place.pcode), *gazetteer.ancestors(self.place.pcode))
        return Hidden(
            persons=tuple(self._persons()),
            phrases=(*self._phrases(), *((incident.landmark_ar, incident.landmark_en) if self.shown else ())),
            kept=tuple(self._kept()),
            told=told(holder, gazetteer) if holder else None,
            places=lambda name: (spelled for one in gazetteer.named(name) for spelled in (one.name_ar, one.name_en)),
            near=frozenset(key_of(name) for place in near if place for name in (place.name_ar, place.name_en)),
            leads=self.rule.leads,
            others=self.others,
        )

    def _persons(self) -> Iterable[tuple[str, ...]]:
        for victim in self.given.victims:
            if not may_be_named(victim, self.audience):
                yield (victim.name_ar, victim.name_en, victim.father_ar)
        for source in self.given.sources:
            yield (source.real_name,)

    def _phrases(self) -> Iterable[str]:
        for source in self.given.sources:
            yield source.contact
            yield from (piece for piece in source.contact.split() if LEADS_THERE.search(piece))
            if not may_appear(source, self.audience):
                yield source.pseudonym

    def _kept(self) -> Iterable[str]:
        for victim in self.given.victims:
            if may_be_named(victim, self.audience):
                yield from (victim.name_ar, victim.name_en)
        for source in self.given.sources:
            if may_appear(source, self.audience):
                yield from (source.pseudonym, source.publisher_ar, source.publisher_en)
