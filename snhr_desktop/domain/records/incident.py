"""The incident: one attack, or one other event, at one place and time."""

import datetime as dt
from dataclasses import dataclass

from snhr_desktop.domain.fields import (
    choice,
    choices,
    count,
    day,
    flag,
    narrative,
    site,
    text,
    time_of_day,
    when,
)
from snhr_desktop.domain.records.record import Record
from snhr_desktop.domain.values import Site, When
from snhr_desktop.i18n import N_


@dataclass(frozen=True, kw_only=True)
class Incident(Record):
    """What happened, when and where, how we learned of it, and how it was assessed."""

    type_name = "incident"
    title = N_("Incident")

    reference: str = text(N_("Reference"), 24, tag="#event+id", hint=N_("Given by the office at the first save."))
    title_ar: str = text(N_("Title in Arabic"), 200, tag="#event+name", searchable=True, language="ar")
    title_en: str = text(N_("Title in English"), 200, tag="#event+name", searchable=True, language="en")
    kinds: tuple[str, ...] = choices(N_("Kinds of violation"), "violation", required=True, tag="#event+type")
    delivery: str = choice(N_("Delivered by"), "delivery")

    date: When = when(
        N_("Date"),
        tag="#date+event",
        required=True,
        hint=N_("A day, a month or a range: 22/3/2018, March 2018, 10/4/2018 to 12/4/2018."),
    )
    time: str = time_of_day(N_("Time"), hint=N_("Local time, like 14:30."))
    part_of_day: str = choice(N_("Part of the day"), "part_of_day", hint=N_("Where the hour is not known."))
    second_strike: int | None = count(N_("Second strike after (minutes)"), 0, 1440)
    place: Site = site(N_("Place"), required=True, tag="#loc", hint=N_("Any spelling, Arabic or English."))
    landmark_ar: str = text(N_("Landmark in Arabic"), 200, searchable=True, language="ar")
    landmark_en: str = text(N_("Landmark in English"), 200, searchable=True, language="en")
    place_shown: str = choice(
        N_("Place may be published as"),
        "place_shown",
        hint=N_("Where an exact place could endanger somebody. Blank: exactly as recorded."),
    )

    learned_on: dt.date | None = day(N_("Learned on"))
    learned_how: str = text(N_("How it was learned of"), 300)

    narrative_ar: str = narrative(N_("Narrative in Arabic"), searchable=True, language="ar")
    narrative_en: str = narrative(N_("Narrative in English"), searchable=True, language="en")

    status: str = choice(N_("Status"), "status", default="reported", required=True, tag="#status")
    classification: str = choice(N_("Classification"), "classification")
    toll_open: bool = flag(N_("The toll may rise"))
    massacre_override: str = choice(
        N_("Massacre, decided by a reviewer"),
        "override",
        hint=N_("Computed from the toll; override it only with a reason."),
    )
    massacre_reason: str = text(N_("Reason for the decision"), 500)
    review_notes: str = narrative(N_("Remarks on the assessment"), 10_000)

    origin: str = text(N_("Imported from"), 120, hint=N_("Data set and code of the record it came from."))
