"""An independent count: the rules read again from the network's method, in plain Python over raw dossiers.

Nothing here comes from the program's counting or figures. It is slow, repetitive and meant to be checked by eye.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from snhr_desktop.domain.records import Dossier, Period, Victim

PLACES = {  # p-code: governorate, district, sub-district
    "C3916": ("SY07", "SY0700", "SY070003"),
    "C3938": ("SY07", "SY0700", "SY070005"),
    "C3987": ("SY07", "SY0702", "SY070201"),
    "SY070003": ("SY07", "SY0700", "SY070003"),
    "SY0700": ("SY07", "SY0700", ""),
    "SY07": ("SY07", "", ""),
    "C1007": ("SY02", "SY0200", "SY020000"),
    "SY02": ("SY02", "", ""),
    "": ("", "", ""),
}
ALLIANCE = {"regime", "iran_militias", "russia"}
EXTREMIST = {"isis", "hts", "nusra", "fateh_sham"}
CATEGORIES = {
    "educational": "school kindergarten institute university orphanage",
    "medical": "medical_facility hospital ambulance drug_factory",
    "worship": "mosque church shrine",
    "communal": "market shelter garden",
    "infrastructure": "bakery power water bridge official service_vehicle civil_defence industrial bus_station grain",
    "cultural": "archaeological",
    "insignia": "red_crescent int_org",
    "camps": "idp_camp",
    "diplomatic": "embassy",
}
UNITS = {
    "victims": (
        "civilians_killed civilians_injured medical_killed media_killed civil_defence_killed status_unknown_killed"
    ),
    "incidents": "massacres incidents not_yet_documented date_uncertain",
    "facility_impacts": "facility_impacts",
    "attacks": "cluster_attacks incendiary_attacks chemical_attacks",
    "munitions": "barrel_bombs",
}


@dataclass
class Counted:
    """What one incident, victim row, facility or weapon adds to one figure; None where nobody knows the number."""

    uid: str
    figure: str
    number: int | None
    terms: dict[str, str]


@dataclass
class Recount:
    """Totals, terms, unstated uses and incidents, as counted here."""

    total: Counter[str] = field(default_factory=Counter)
    by: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    unstated: Counter[str] = field(default_factory=Counter)
    uids: dict[tuple[str, str, str], set[str]] = field(default_factory=dict)
    women_and_children: int = 0

    def terms(self, figure: str, breakdown: str) -> dict[str, int]:
        return dict(self.by.get((figure, breakdown), {}))

    def share(self) -> float | None:
        killed = self.total["civilians_killed"]
        return int(1000 * self.women_and_children / killed + 0.5) / 10 if killed else None


def recount(saved: list[tuple[str, Dossier]], period: Period, scope: str) -> Recount:
    """Count raw dossiers, each with the identity it was saved under."""
    result = Recount()
    for uid, dossier in saved:
        for one in counted(uid, dossier, period, scope):
            if one.number is None:
                result.unstated[one.figure] += 1
            else:
                result.total[one.figure] += one.number
            result.uids.setdefault((one.figure, "", ""), set()).add(uid)
            for breakdown, term in one.terms.items():
                if one.number:
                    result.by.setdefault((one.figure, breakdown), Counter())[term] += one.number
                result.uids.setdefault((one.figure, breakdown, term), set()).add(uid)
            if one.figure == "civilians_killed" and one.terms["class"] in ("women", "children"):
                result.women_and_children += one.number or 0
    return result


def counted(uid: str, dossier: Dossier, period: Period, scope: str) -> Iterator[Counted]:
    """Everything one dossier adds to the figures of a period and scope."""
    parties = {
        a.party
        for a in dossier.attributions
        if a.mode in ("named", "believed", "joint_pending", "joint_proven") and a.party not in ("", "unidentified")
    }
    governorate, district, subdistrict = PLACES[dossier.incident.place.pcode]
    if not in_scope(parties, scope) or (period.area and period.area not in (governorate, district, subdistrict)):
        return
    first, last = dossier.incident.date.first, dossier.incident.date.last
    if first is None or last is None or period.first is None or period.last is None:
        return
    month = f"{first:%Y-%m}" if f"{first:%Y-%m}" == f"{last:%Y-%m}" else "not_known"
    placed = {"party": row(parties), "month": month, "subdistrict": subdistrict or "not_known"}
    inside = period.first <= first and last <= period.last
    touching = any(period.first <= first + dt.timedelta(n) <= period.last for n in range((last - first).days + 1))
    status, classification = dossier.incident.status, dossier.incident.classification
    countable = status == "documented" and classification == "violation"
    if inside and not countable and status != "rejected" and classification != "not_violation":
        yield Counted(uid, "not_yet_documented", 1, placed)
    if countable and touching and not inside:
        yield Counted(uid, "date_uncertain", 1, placed)
    if countable and inside:
        yield Counted(uid, "incidents", 1, placed)
        if massacre(dossier):
            yield Counted(uid, "massacres", 1, placed)
        yield from of_victims(uid, dossier, placed)
        yield from of_things(uid, dossier, placed)


def of_victims(uid: str, dossier: Dossier, placed: dict[str, str]) -> Iterator[Counted]:
    for victim in dossier.victims:
        killed = victim.outcome in ("killed", "died_torture")
        if victim.civil_status == "unknown" and killed:
            yield Counted(uid, "status_unknown_killed", victim.number, placed)
        if victim.civil_status != "civilian":
            continue
        classed = placed | {"class": class_of(victim)}
        if killed:
            yield Counted(uid, "civilians_killed", victim.number, classed)
            if victim.occupation in ("medical", "media", "civil_defence"):
                yield Counted(uid, f"{victim.occupation}_killed", victim.number, placed)
        elif victim.outcome in ("injured", "suffocated"):
            yield Counted(uid, "civilians_injured", victim.number, classed)


def of_things(uid: str, dossier: Dossier, placed: dict[str, str]) -> Iterator[Counted]:
    for hit in dossier.facilities:
        category = next((name for name, types in CATEGORIES.items() if hit.type in types.split()), "other")
        yield Counted(uid, "facility_impacts", 1, placed | {"category": category, "type": hit.type or "other"})
    for use in dossier.weapons:
        if use.weapon == "cluster":
            yield Counted(uid, "cluster_attacks", use.attacks, placed)
        if use.weapon == "incendiary":
            yield Counted(uid, "incendiary_attacks", use.attacks, placed)
        if use.weapon in ("chemical", "barrel_gas"):
            yield Counted(uid, "chemical_attacks", use.attacks, placed)
        if use.weapon in ("barrel", "barrel_gas"):
            yield Counted(uid, "barrel_bombs", use.munitions, placed)


def massacre(dossier: Dossier) -> bool:
    if dossier.incident.massacre_override:
        return dossier.incident.massacre_override == "yes"
    at_once = [v.number for v in dossier.victims if v.civil_status == "civilian" and v.outcome == "killed"]
    return sum(at_once) >= 5


def class_of(victim: Victim) -> str:
    if victim.age is not None:
        adult, child = victim.age >= 18, victim.age < 18
    else:
        adult, child = victim.age_group == "adult", victim.age_group == "child"
    if child:
        return "children"
    if adult and victim.sex == "female":
        return "women"
    return "men" if adult and victim.sex == "male" else "not_known"


def row(parties: set[str]) -> str:
    if not parties:
        return "unidentified"
    if parties <= {"regime", "iran_militias"}:
        return "regime"
    if parties <= ALLIANCE:
        return "russia" if parties == {"russia"} else "alliance_joint"
    return next(iter(parties)) if len(parties) == 1 else "several_joint"


def in_scope(parties: set[str], scope: str) -> bool:
    if scope == "all":
        return True
    if scope in ("alliance", "extremist"):
        return bool(parties) and parties <= (ALLIANCE if scope == "alliance" else EXTREMIST)
    if scope == "iran_militias":
        return parties == {"iran_militias"}
    return row(parties) == scope
