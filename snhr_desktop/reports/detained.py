"""Who was detained and may be named: adults whose families agree to it, for the audience of the report."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from snhr_desktop.domain.case_counting import TAKEN, case_facts
from snhr_desktop.domain.counting import victim_class
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CaseFile, Dossier, Incident, Victim
from snhr_desktop.domain.values import Site, When
from snhr_desktop.reports.audience import may_be_named
from snhr_desktop.reports.others import Others
from snhr_desktop.reports.publication import victims_for


@dataclass(frozen=True)
class Detained:
    """One person whose name may be read: when, where (as it may be told) and by whom they were taken, and since."""

    reference: str
    name_ar: str
    name_en: str
    father_ar: str
    sex: str
    victim_class: str
    age: int | None
    date: When
    place: Site
    party_row: str
    outcome: str


def detained(files: Iterable[CaseFile], audience: str, gazetteer: Gazetteer, others: Others) -> Iterator[Detained]:
    """Those among some cases who may be named, by the rules that a victim may be named by."""
    for file in files:
        case, taken = file.case, next(state for state in file.states if state.state in TAKEN)
        person = Victim(
            name_ar=case.name_ar, name_en=case.name_en, father_ar=case.father_ar, sex=case.sex, age=case.age,
            age_group=case.age_group, naming=case.naming, outcome="detained",
        )  # fmt: skip
        if not may_be_named(person, audience) or not (case.name_ar or case.name_en):
            continue
        told = Incident(date=taken.date, place=taken.place, place_shown=case.place_shown)
        [shown], place = victims_for(Dossier(told, (person,)), audience, gazetteer, others)
        fact = case_facts(file, gazetteer)[0]
        yield Detained(
            case.reference, shown.name_ar, shown.name_en, shown.father_ar, shown.sex, victim_class(shown), shown.age,
            taken.date, place, fact.party_row, fact.outcome,
        )  # fmt: skip
