"""A case of detention or disappearance: one person, taken once, and the dated states that follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from snhr_desktop.domain.fields import choice, count, narrative, site, text, when
from snhr_desktop.domain.records.record import Record
from snhr_desktop.domain.records.record_set import RecordSet
from snhr_desktop.domain.values import Site, When
from snhr_desktop.i18n import N_


@dataclass(frozen=True, kw_only=True)
class Case(Record):
    """Who was taken, what the family agreed to, and how the case was assessed.

    Kept as `detention`, since `case` is a word of SQL. How to reach the family is sensitive.
    """

    type_name = "detention"
    title = N_("Case")

    reference: str = text(N_("Reference"), 24, hint=N_("Given by the office at the first save."))
    name_ar: str = text(N_("Name in Arabic"), 120, searchable=True, language="ar")
    name_en: str = text(N_("Name in English"), 120, searchable=True, language="en")
    father_ar: str = text(N_("Father’s name"), 120, searchable=True, language="ar")
    mother_ar: str = text(N_("Mother’s name"), 120, searchable=True, language="ar")
    sex: str = choice(N_("Sex"), "sex")
    age: int | None = count(N_("Age"), 0, 120, hint=N_("In years at the arrest; leave blank if not known."))
    age_group: str = choice(N_("Child or adult"), "age_group")
    civil_status: str = choice(N_("Civilian or armed"), "civil_status", default="civilian", to_be_said=True)
    occupation: str = choice(N_("Occupation"), "occupation")
    place_of_origin: Site = site(N_("Place of origin"))
    naming: str = choice(N_("Consent of the family to naming"), "naming", hint=N_("Blank: the name is not published."))
    family_contact: str = text(
        N_("Contact of the family"),
        200,
        sensitive=True,
        hint=N_("Kept apart; never printed, and written out with whole records alone."),
    )
    place_shown: str = choice(
        N_("Place may be published as"),
        "place_shown",
        hint=N_("Where an exact place could endanger somebody. Blank: exactly as recorded."),
    )
    status: str = choice(N_("Status"), "status", default="reported", required=True)
    classification: str = choice(N_("Classification"), "classification")
    notes: str = narrative(N_("Notes"), 10_000)
    review_notes: str = narrative(N_("Reviewer’s notes"), 10_000)
    origin: str = text(N_("Imported from"), 120, hint=N_("Data set and code of the record it came from."))


@dataclass(frozen=True, kw_only=True)
class CaseState(Record):
    """One state of a case: what happened, when, where, by whom, and how we know. The source's name is sensitive."""

    type_name = "detention_state"
    parent = "detention"
    title = N_("State of the case")

    state: str = choice(N_("State"), "case_state", required=True, tag="#affected+state")
    date: When = when(N_("Date"), hint=N_("A day, a month or a range: 22/3/2018, March 2018, 10/4/2018 to 12/4/2018."))
    place: Site = site(N_("Place"), hint=N_("Any spelling, Arabic or English."))
    party: str = choice(N_("Party"), "party")
    circumstances: str = choice(N_("Circumstances"), "circumstances")
    warrant: str = choice(N_("Arrest warrant shown"), "yes_no")
    held_at_ar: str = text(N_("Place of detention in Arabic"), 200, searchable=True, language="ar")
    held_at_en: str = text(N_("Place of detention in English"), 200, searchable=True, language="en")
    body: str = choice(N_("Body handed over to the family"), "yes_no")
    source_kind: str = choice(N_("Kind of source"), "source_type")
    source_pseudonym: str = text(N_("Pseudonym"), 80, hint=N_("A name for the page; never the real one."))
    source_name: str = text(
        N_("Real name"),
        120,
        sensitive=True,
        hint=N_("Kept apart; never printed, and written out with whole records alone."),
    )
    consent: str = choice(N_("Consent"), "consent", default="internal")
    note: str = narrative(N_("Notes"), 2_000)


STATES: Mapping[str, type[Record]] = MappingProxyType({"states": CaseState})
"""The list of a case and the record type it holds."""


@dataclass(frozen=True)
class CaseFile(RecordSet):
    """One case and its states, in the order they followed one another."""

    head_name = "case"
    head_type = Case
    lists = STATES

    case: Case
    states: tuple[CaseState, ...] = ()
