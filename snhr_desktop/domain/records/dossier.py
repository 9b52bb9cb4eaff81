"""The dossier: an incident with all that hangs on it, as it is entered, saved, read and printed."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from snhr_desktop.domain.records.attribution import Attribution
from snhr_desktop.domain.records.facility import FacilityImpact
from snhr_desktop.domain.records.incident import Incident
from snhr_desktop.domain.records.record import Record
from snhr_desktop.domain.records.record_set import RecordSet
from snhr_desktop.domain.records.source import Source
from snhr_desktop.domain.records.victim import Victim
from snhr_desktop.domain.records.waiver import Waiver
from snhr_desktop.domain.records.weapon import WeaponUse

CHILDREN: Mapping[str, type[Record]] = MappingProxyType(
    {
        "victims": Victim, "attributions": Attribution, "facilities": FacilityImpact, "weapons": WeaponUse,
        "sources": Source, "waivers": Waiver,
    }
)  # fmt: skip
"""The lists of a dossier and the record type each holds."""


@dataclass(frozen=True)
class Dossier(RecordSet):
    """One incident and its victims, attributions, facilities, weapons and sources, and the checks let stand."""

    head_name = "incident"
    head_type = Incident
    lists = CHILDREN

    incident: Incident
    victims: tuple[Victim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    facilities: tuple[FacilityImpact, ...] = ()
    weapons: tuple[WeaponUse, ...] = ()
    sources: tuple[Source, ...] = ()
    waivers: tuple[Waiver, ...] = ()


assert {f.name for f in fields(Dossier)} == {"incident", "revision", *CHILDREN}
