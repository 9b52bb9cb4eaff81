"""Source and statement: who said what, how good it is, and what they agreed to."""

import datetime as dt
from dataclasses import dataclass

from snhr_desktop.domain.fields import choice, count, day, narrative, text
from snhr_desktop.domain.records.record import Record
from snhr_desktop.i18n import N_


@dataclass(frozen=True, kw_only=True)
class Source(Record):
    """One source's statement on one incident. Real name and contact are sensitive: kept apart, never printed."""

    type_name = "source"
    parent = "incident"
    title = N_("Source")

    kind: str = choice(N_("Kind of source"), "source_type", required=True)
    pseudonym: str = text(N_("Pseudonym"), 80, hint=N_("A name for the page; never the real one."))
    real_name: str = text(
        N_("Real name"),
        120,
        sensitive=True,
        hint=N_("Kept apart; never printed, and written out with whole records alone."),
    )
    contact: str = text(N_("Contact"), 200, sensitive=True)
    first_hand: str = choice(N_("Saw it first-hand"), "yes_no")
    independent: str = choice(N_("Independent of the other sources"), "yes_no")
    depends_on: str = text(N_("Heard it from"), 120, hint=N_("Pseudonym of the source it depends on."))
    consent: str = choice(N_("Consent"), "consent", default="internal")
    reliability: str = choice(N_("Reliability of the source"), "reliability")
    credibility: str = choice(N_("Credibility of the information"), "credibility")
    stated_on: dt.date | None = day(N_("Date of the statement"))
    publisher_ar: str = text(
        N_("Publisher in Arabic"),
        120,
        language="ar",
        hint=N_("The monitor or medium, for published sources."),
    )
    publisher_en: str = text(N_("Publisher in English"), 120, language="en")
    link: str = text(N_("Link or citation"), 500)
    stated_killed: int | None = count(N_("Killed, as stated"), 0)
    stated_injured: int | None = count(N_("Injured, as stated"), 0)
    statement_ar: str = narrative(N_("Statement in Arabic"), 20_000, language="ar")
    statement_en: str = narrative(N_("Statement in English"), 20_000, language="en")
