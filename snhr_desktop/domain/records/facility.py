"""Facility impact: one vital civilian facility hit in one incident."""

from dataclasses import dataclass

from snhr_desktop.domain.fields import choice, narrative, text
from snhr_desktop.domain.records.record import Record
from snhr_desktop.i18n import N_


@dataclass(frozen=True, kw_only=True)
class FacilityImpact(Record):
    """What was hit, how badly, and whether there was a military presence. Its category follows from its type."""

    type_name = "facility"
    parent = "incident"
    title = N_("Facility hit")

    type: str = choice(N_("Type of facility"), "facility_type", required=True, tag="#impact+facility")
    name_ar: str = text(N_("Name of the facility in Arabic"), 200, searchable=True, language="ar")
    name_en: str = text(N_("Name of the facility in English"), 200, searchable=True, language="en")
    damage: str = choice(N_("Damage"), "damage")
    out_of_service: str = choice(N_("Out of service"), "yes_no")
    military_presence: str = choice(N_("Military presence"), "presence")
    hit_before: str = choice(N_("Hit before"), "yes_no")
    notes: str = narrative(N_("Notes"), 2_000)
