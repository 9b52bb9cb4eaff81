"""Everybody harmed in one incident: by name where the name may be read, in numbers elsewhere."""

from collections import Counter
from dataclasses import replace

from snhr_desktop.domain.counting import victim_class
from snhr_desktop.domain.records import Victim
from snhr_desktop.domain.values import NO_SITE
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, NC_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import DataTable, Part, Prose, TableColumn
from snhr_desktop.reports.phrases import person
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections import filed
from snhr_desktop.reports.sections.incident_list import place_of
from snhr_desktop.reports.sections.particulars import listed
from snhr_desktop.reports.sections.roll import AGE, CLASS, NAME

PERSONS, OUTCOME = NC_("column", "Persons"), NC_("column", "What happened to them")
STATUS = NC_("column", "Civilian or armed")
UNNAMED = N_("Not named")
FATHER = N_("Father: {name}")
FROM = N_("From {place}")
DISPLACED = N_("displaced before the incident")
NOBODY = N_("Nobody is recorded as harmed.")
COUNTED = N_(
    "Who stands in the table without a name is not named here: the name is not recorded, or is not for this "
    "readership. Persons of the same description are counted together."
)


def build(edition: Edition) -> tuple[Part, ...]:
    """A row for each person who is named, and one for each description of persons who are not."""
    named = [victim for victim in filed.of(edition).dossier.victims if victim.name_ar or victim.name_en]
    others = Counter[Victim]()
    for victim in filed.of(edition).dossier.victims:
        if not (victim.name_ar or victim.name_en):
            others[_described(victim)] += victim.number
    if not named and not others:
        return (Prose(edition.text(NOBODY)),)
    columns = (
        TableColumn(edition.text(NAME), share=2.4),
        TableColumn(edition.text(PERSONS), numeric=True, share=0.8),
        TableColumn(edition.text(CLASS), share=1.0),
        TableColumn(edition.text(AGE), numeric=True, share=0.6),
        TableColumn(edition.text(STATUS), share=1.2),
        TableColumn(edition.text(OUTCOME), share=1.5),
    )
    rows = [_row(edition, victim, victim.number) for victim in named]
    rows += [_row(edition, victim, number) for victim, number in others.items()]
    note = edition.text(COUNTED) if others else ""
    return (DataTable("", columns, tuple(rows), note=note),)


def _described(victim: Victim) -> Victim:
    """What the record tells of somebody not named, without its identity and number: who is alike is counted as one."""
    return Victim(
        uid="",
        sex=victim.sex,
        age=victim.age,
        age_group=victim.age_group,
        civil_status=victim.civil_status,
        occupation=victim.occupation,
        outcome=victim.outcome,
        place_of_origin=replace(victim.place_of_origin, lat=None, lon=None) if victim.place_of_origin else NO_SITE,
        displaced=victim.displaced,
        notes=victim.notes,
    )


def _row(edition: Edition, victim: Victim, number: int) -> tuple[str, ...]:
    language = edition.language
    sex = victim.sex  # a row says one person of its class, and how many there are
    status = [label("civil_status", victim.civil_status, language, sex)]
    if victim.occupation:
        status.append(label("occupation", victim.occupation, language, sex))
    return (
        "\n".join(_name(edition, victim)),
        language.number(number),
        language.text(person(victim.sex, victim_class(victim))),
        "" if victim.age is None else language.number(victim.age),
        listed(edition, status),
        label("outcome", victim.outcome, language, sex),
    )


def _name(edition: Edition, victim: Victim) -> list[str]:
    """The name in the script of the edition, in the other beneath it, and what else is told of the person."""
    names = [victim.name_ar, victim.name_en] if edition.language.rtl else [victim.name_en, victim.name_ar]
    lines = [name for name in names if name] or [edition.text(UNNAMED)]
    if victim.father_ar:
        lines.append(edition.text(FATHER, name=victim.father_ar))
    more = [edition.text(FROM, place=place_of(edition, victim.place_of_origin.pcode))] if _origin(victim) else []
    more += [edition.text(DISPLACED)] if victim.displaced else []
    return [
        *lines,
        *([listed(edition, more)] if more else []),
        *map(edition.language.isolate, victim.notes.splitlines()),
    ]


def _origin(victim: Victim) -> bool:
    return bool(victim.place_of_origin.pcode)


SECTION = Section("people", N_("People"), build, level=2)
