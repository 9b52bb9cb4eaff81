"""The particulars of one incident in words: each function gives the lines beside one label."""

from functools import reduce
from itertools import groupby

from snhr_desktop.domain.counting import CARRIED_OUT, DEATHS, tally
from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.records import Attribution, Dossier, FacilityImpact, Incident, Source, Victim, WeaponUse
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, NC_, NP_
from snhr_desktop.reports.audience import may_appear, may_be_named
from snhr_desktop.reports.edition import GOVERNORATE, Edition
from snhr_desktop.reports.phrases import at_least, with_classes
from snhr_desktop.reports.sections.incident_list import PLACE_IN, place_of

WHEN, WHERE, WHAT = NC_("particular", "When"), NC_("particular", "Where"), NC_("particular", "What")
TOLL, NAMES, FACILITIES = NC_("particular", "Toll"), NC_("particular", "Names"), NC_("particular", "Facilities hit")
WHO, SOURCES = NC_("particular", "Attribution"), NC_("particular", "Sources")

AT_TIME = N_("{date}, at {time}")
IN_PART = N_("{date} ({part})")
SECOND_STRIKE = NP_("A second strike {n} minute later.", "A second strike {n} minutes later.")
NEAR = N_("Near {landmark}")
AND_ALSO = N_("{first}; {second}")
ATTACKS = NP_("{weapon}: {n} attack", "{weapon}: {n} attacks")
MUNITIONS = NP_("{attacks}, {n} munition", "{attacks}, {n} munitions")
KILLED = N_("Killed: {count}.")
INJURED = N_("Injured: {count}.")
MAY_RISE = N_("The toll may rise.")
NAMED = N_("Attributed to {parties}.")
BELIEVED = N_("Believed to have been carried out by {parties}.")
JOINT_PENDING = N_("Joint responsibility of {parties}, until one party is established.")
JOINT_PROVEN = N_("Proven joint attack by {parties}.")
BACKING = N_("With the backing of {parties}.")
UNATTRIBUTED = N_("Not attributed to any party.")
BY_PSEUDONYM = N_("{kind}: “{pseudonym}”")
BY_PUBLISHER = N_("{kind}: {publisher}")
STATES = NP_("{source} ({n} killed, as stated)", "{source} ({n} killed, as stated)")
WITHHELD = NP_("{n} source is not for publication.", "{n} sources are not for publication.")
NAME_AGE = N_("{name} ({age})")

_MODES = {
    "named": NAMED, "believed": BELIEVED, "joint_pending": JOINT_PENDING, "joint_proven": JOINT_PROVEN,
    "backing": BACKING,
}  # fmt: skip
_ALL_CLASSES = ("men", "women", "children", "not_known")


def when(edition: Edition, incident: Incident) -> tuple[str, ...]:
    """The date in words with its precision, the time or the part of the day, and a second strike."""
    date = say_when(incident.date, edition.language)
    if incident.time:
        date = edition.text(AT_TIME, date=date, time=edition.language.digits(incident.time))
    elif incident.part_of_day:
        date = edition.text(IN_PART, date=date, part=label("part_of_day", incident.part_of_day, edition.language))
    lines = [date]
    if incident.second_strike is not None:
        lines.append(edition.language.plural(SECOND_STRIKE, incident.second_strike))
    return tuple(lines)


def where(edition: Edition, incident: Incident) -> tuple[str, ...]:
    """The place with its sub-district and governorate, and the landmark in the language of the edition."""
    names = [place_of(edition, incident.place.pcode)] if incident.place.pcode else []
    governorate = _governorate(edition, incident.place.pcode)
    if names and governorate and governorate != incident.place.pcode:
        area = edition.text(GOVERNORATE, name=edition.place(governorate))
        names = [edition.text(PLACE_IN, place=names[0], wider=area)]
    landmark = incident.landmark_ar if edition.language.rtl else incident.landmark_en
    return (*names, *([edition.text(NEAR, landmark=landmark)] if landmark else ()))


def what(edition: Edition, dossier: Dossier) -> tuple[str, ...]:
    """The kinds of violation, how it was delivered, and the weapons."""
    incident, language = dossier.incident, edition.language
    said = [label("violation", kind, language) for kind in incident.kinds]
    if incident.delivery not in ("", "unknown"):
        said.append(label("delivery", incident.delivery, language))
    return (*([listed(edition, said)] if said else ()), *(_weapon(edition, use) for use in dossier.weapons))


def toll(edition: Edition, dossier: Dossier) -> tuple[str, ...]:
    """Civilians killed by class, civilians injured, and whether the toll may rise."""
    killed = tally(dossier.victims, "killed")
    injured = sum(tally(dossier.victims, "injured").values())
    lines = []
    if number := sum(killed.values()):
        lines.append(edition.text(KILLED, count=with_classes(number, killed, edition.language, _ALL_CLASSES)))
    if injured:
        lines.append(edition.text(INJURED, count=at_least("civilians_injured", injured, edition.language)))
    if dossier.incident.toll_open:
        lines.append(edition.text(MAY_RISE))
    return tuple(lines)


def names(edition: Edition, dossier: Dossier) -> tuple[str, ...]:
    """The names that may be printed, of civilians killed."""
    audience = edition.snapshot.brief.audience
    dead = [v for v in dossier.victims if v.outcome in DEATHS and v.civil_status == "civilian"]
    said = [name for v in dead if may_be_named(v, audience) and (name := _name(edition, v))]
    return (edition.language.join(said),) if said else ()


def facilities(edition: Edition, dossier: Dossier) -> tuple[str, ...]:
    """Each facility with its name in the language of the edition and its damage."""
    return tuple(facility_hit(edition, facility) for facility in dossier.facilities)


def attribution(edition: Edition, dossier: Dossier) -> tuple[str, ...]:
    """Who is held responsible, in the mode that was recorded, and on what basis."""
    lines = []
    known = [a for a in dossier.attributions if a.party not in ("", "unidentified") and a.mode in _MODES]
    if not any(a.mode in CARRIED_OUT for a in known):
        lines.append(edition.text(UNATTRIBUTED))
    order = list(_MODES)
    for mode, group in groupby(sorted(known, key=lambda a: order.index(a.mode)), key=lambda a: a.mode):
        parties = [label("party", a.party, edition.language) for a in group]
        lines.append(edition.text(_MODES[mode], parties=edition.language.join(parties)))
    # the same basis is often written for each of the parties held jointly responsible
    return tuple(dict.fromkeys([*lines, *(basis for a in dossier.attributions if (basis := _basis(edition, a)))]))


def sources(edition: Edition, dossier: Dossier) -> tuple[str, ...]:
    """Sources that agreed to publication, by kind and pseudonym; the others only counted."""
    shown = [source for source in dossier.sources if may_appear(source, edition.snapshot.brief.audience)]
    lines = [_source(edition, source) for source in shown]
    withheld = len(dossier.sources) - len(shown)
    return (*lines, *([edition.language.plural(WITHHELD, withheld)] if withheld else ()))


def _governorate(edition: Edition, pcode: str) -> str:
    place = edition.snapshot.places.get(pcode)
    while place and place.level != "governorate":
        place = edition.snapshot.places.get(place.parent)
    return place.pcode if place else ""


def listed(edition: Edition, said: list[str]) -> str:
    """Labels one after the other, as they are written: each begins as it does in its vocabulary."""
    return reduce(lambda first, second: edition.text(AND_ALSO, first=first, second=second), said)


def _weapon(edition: Edition, use: WeaponUse) -> str:
    language = edition.language
    attacks = language.plural(ATTACKS, use.attacks, weapon=label("weapon", use.weapon, language))
    return attacks if use.munitions is None else language.plural(MUNITIONS, use.munitions, attacks=attacks)


def _name(edition: Edition, victim: Victim) -> str:
    name = victim.name_ar or victim.name_en if edition.language.rtl else victim.name_en or victim.name_ar
    if not name or victim.age is None:
        return name
    return edition.text(NAME_AGE, name=name, age=edition.language.number(victim.age))


def facility_hit(edition: Edition, facility: FacilityImpact) -> str:
    """A facility with its name in the language of the edition and its damage."""
    language = edition.language
    said = label("facility_type", facility.type, language)
    name = facility.name_ar if language.rtl else facility.name_en
    if name:
        said = edition.text(BY_PUBLISHER, kind=said, publisher=name)
    if facility.damage not in ("", "unknown"):
        said = listed(edition, [said, label("damage", facility.damage, language)])
    return said


def _basis(edition: Edition, attribution: Attribution) -> str:
    return attribution.basis_ar if edition.language.rtl else attribution.basis_en


def source_name(edition: Edition, source: Source) -> str:
    """A source by its kind, with its pseudonym or publisher."""
    language = edition.language
    said = label("source_type", source.kind, language)
    publisher = source.publisher_ar if language.rtl else source.publisher_en
    if source.pseudonym:
        said = edition.text(BY_PSEUDONYM, kind=said, pseudonym=source.pseudonym)
    elif publisher:
        said = edition.text(BY_PUBLISHER, kind=said, publisher=publisher)
    return said


def _source(edition: Edition, source: Source) -> str:
    language, said = edition.language, source_name(edition, source)
    if source.stated_killed is not None:
        said = language.plural(STATES, source.stated_killed, source=said)
    return said
