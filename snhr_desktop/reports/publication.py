"""What of a dossier may be printed: consent decides, for each source and each victim, before anything is gathered.

Rules: a victim is named only where the family agreed and the victim is known to be an adult; a source appears by
kind and pseudonym only where it agreed to publication; who a source is never leaves the store; a name that may not
be printed is taken out of the texts written for publication too, whoever left it there, and so is what leads to a
door: numbers of telephones, addresses of mail, coordinates.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from snhr_desktop.domain.counting import victim_class
from snhr_desktop.domain.records import Attribution, Dossier, FacilityImpact, Incident, Source, Victim

WITHHELD = "[…]"
"""Stands where a name was taken out of a text."""

PUBLISHED, BY_NAME = frozenset({"anonymous", "named"}), "published"
_ADULT = frozenset({"men", "women"})
_LEAST_NAME = 3
_JOINED = "وفبكل"
_ALIKE = ("اأإآٱ", "ىي", "هة", "وؤ")
_MARKS = "[\u0640\u064b-\u065f\u0670]"
_LEADS = re.compile(
    # a telephone: +963 944 123 456, 0944-123456; but 03.04.2018 10:40 is a moment
    r"(?<![\w.])(?!\d\d?[\-./\s]\d\d?[\-./\s]\d{4})(?:\+|[0٠]{1,2})\d(?:[\s().\-]{0,2}\d){7,14}(?!\w)"
    r"|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"
    r"|(?<![\w.])\d{1,3}[.٫]\d{3,}°?\s*[,،;/\s]\s*\d{1,3}[.٫]\d{3,}(?!\w)"  # 35.8123, 36.6123
)
_DASHES, _APOSTROPHES = "\\-‐‑–", "'’‘ʼ`´"


def for_publication(dossier: Dossier) -> Dossier:
    """The dossier with nothing left in it that may not be printed."""
    hide = _Redaction(_withheld(dossier))
    return Dossier(
        incident=_incident(dossier.incident, hide),
        victims=tuple(_victim(victim) for victim in dossier.victims),
        attributions=tuple(_attribution(attribution, hide) for attribution in dossier.attributions),
        facilities=tuple(_facility(facility, hide) for facility in dossier.facilities),
        weapons=tuple(replace(use, model=hide(use.model)) for use in dossier.weapons),
        sources=tuple(_source(source, hide) for source in dossier.sources),
        revision=dossier.revision,
    )


def may_be_named(victim: Victim) -> bool:
    """Whether the name of a victim may be printed: never a child's, nor that of one who may be a child."""
    return victim.naming == BY_NAME and victim_class(victim) in _ADULT


def may_appear(source: Source) -> bool:
    """Whether a source may be mentioned by kind and pseudonym."""
    return source.consent in PUBLISHED


class _Redaction:
    """Takes names out of a text, however they are spelled, with a joined Arabic conjunction left standing.

    A part of a name that stands alone stays: half of the men of a town are called by it.
    """

    def __init__(self, names: Iterable[str]) -> None:
        plain = {" ".join(re.sub(_MARKS, "", name).split()) for name in names}
        longest_first = sorted((name for name in plain if len(name) >= _LEAST_NAME), key=lambda n: (-len(n), n))
        spelled = "|".join("".join(map(_spellings, name)) for name in longest_first)
        self._pattern = re.compile(rf"(?<!\w)([{_JOINED}]?)(?:{spelled})(?!\w)", re.IGNORECASE) if spelled else None

    def __call__(self, text: str) -> str:
        without_names = self._pattern.sub(rf"\1{WITHHELD}", text) if self._pattern else text
        return _LEADS.sub(WITHHELD, without_names)


def _spellings(character: str) -> str:
    """A pattern for every usual way to write one character of a name."""
    if character.isspace() or character in _DASHES:
        return rf"[\s{_DASHES}]+"
    if character in _APOSTROPHES:
        return f"[{_APOSTROPHES}]?"
    alike = next((letters for letters in _ALIKE if character in letters), "")
    return (f"[{alike}]" if alike else re.escape(character)) + f"{_MARKS}*"


def _withheld(dossier: Dossier) -> Iterable[str]:
    """Every name that must not appear."""
    for victim in dossier.victims:
        if not may_be_named(victim):
            yield from (victim.name_ar, victim.name_en)
    for source in dossier.sources:
        yield from (source.real_name, source.contact)
        if not may_appear(source):
            yield source.pseudonym


def _incident(incident: Incident, hide: _Redaction) -> Incident:
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
        place=replace(incident.place, lat=None, lon=None),
        landmark_ar=hide(incident.landmark_ar),
        landmark_en=hide(incident.landmark_en),
        narrative_ar=hide(incident.narrative_ar),
        narrative_en=hide(incident.narrative_en),
        status=incident.status,
        classification=incident.classification,
        toll_open=incident.toll_open,
        massacre_override=incident.massacre_override,
    )


def _victim(victim: Victim) -> Victim:
    named = may_be_named(victim)
    return Victim(
        number=victim.number,
        name_ar=victim.name_ar if named else "",
        name_en=victim.name_en if named else "",
        sex=victim.sex,
        age=victim.age,
        age_group=victim.age_group,
        civil_status=victim.civil_status,
        occupation=victim.occupation,
        outcome=victim.outcome,
        naming=victim.naming,
    )


def _attribution(attribution: Attribution, hide: _Redaction) -> Attribution:
    return replace(attribution, basis_ar=hide(attribution.basis_ar), basis_en=hide(attribution.basis_en))


def _facility(facility: FacilityImpact, hide: _Redaction) -> FacilityImpact:
    return replace(facility, name_ar=hide(facility.name_ar), name_en=hide(facility.name_en), notes="")


def _source(source: Source, hide: _Redaction) -> Source:
    if not may_appear(source):
        return Source(consent=source.consent)
    return Source(
        kind=source.kind,
        pseudonym=hide(source.pseudonym),
        first_hand=source.first_hand,
        consent=source.consent,
        publisher_ar=hide(source.publisher_ar),
        publisher_en=hide(source.publisher_en),
        stated_killed=source.stated_killed,
        stated_injured=source.stated_injured,
    )
