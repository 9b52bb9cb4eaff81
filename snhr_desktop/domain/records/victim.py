"""The victim: one person, or a group whose names are not known, with its number."""

from dataclasses import dataclass

from snhr_desktop.domain.fields import choice, count, flag, narrative, site, text
from snhr_desktop.domain.records.record import Record
from snhr_desktop.domain.values import Site
from snhr_desktop.i18n import N_


@dataclass(frozen=True, kw_only=True)
class Victim(Record):
    """A person harmed in an incident, or `number` persons of the same description."""

    type_name = "victim"
    parent = "incident"
    title = N_("Victim")

    number: int = count(
        N_("Number of persons"),
        1,
        100_000,
        default=1,
        to_be_said=True,
        tag="#affected+num",
        hint=N_("1 for a person, more for a group."),
    )
    name_ar: str = text(N_("Name in Arabic"), 120, searchable=True, language="ar")
    name_en: str = text(N_("Name in English"), 120, searchable=True, language="en")
    father_ar: str = text(N_("Father’s name"), 120, searchable=True, language="ar")
    sex: str = choice(N_("Sex"), "sex", tag="#affected+sex")
    age: int | None = count(N_("Age"), 0, 120, hint=N_("In years at the incident; leave blank if not known."))
    age_group: str = choice(N_("Child or adult"), "age_group", tag="#affected+age_group")
    civil_status: str = choice(N_("Civilian or armed"), "civil_status", default="civilian", to_be_said=True)
    occupation: str = choice(N_("Occupation"), "occupation")
    outcome: str = choice(
        N_("What happened to them"),
        "outcome",
        default="killed",
        required=True,
        to_be_said=True,
        tag="#affected+outcome",
    )
    place_of_origin: Site = site(N_("Place of origin"))
    displaced: bool = flag(N_("Displaced before the incident"))
    naming: str = choice(N_("Consent to publish the name"), "naming")
    notes: str = narrative(N_("Notes"), 2_000)
