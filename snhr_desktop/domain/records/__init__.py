"""The record types: each field declared once, in one line, in the file of its record.

To add a field: one line here, one migration in the store, its Arabic in the catalogue.
"""

from collections.abc import Mapping
from types import MappingProxyType

from snhr_desktop.domain.records.attachment import Attachment, AttachmentFile, AttachmentLink, CustodyStep
from snhr_desktop.domain.records.attribution import Attribution
from snhr_desktop.domain.records.case import STATES, Case, CaseFile, CaseState
from snhr_desktop.domain.records.dossier import CHILDREN, Dossier
from snhr_desktop.domain.records.facility import FacilityImpact
from snhr_desktop.domain.records.incident import Incident
from snhr_desktop.domain.records.own_term import OwnTerm
from snhr_desktop.domain.records.period import Marker, Period, PeriodFile, PublishedFigure
from snhr_desktop.domain.records.record import Record
from snhr_desktop.domain.records.record_set import RecordSet
from snhr_desktop.domain.records.source import Source
from snhr_desktop.domain.records.user import User
from snhr_desktop.domain.records.victim import Victim
from snhr_desktop.domain.records.waiver import Waiver
from snhr_desktop.domain.records.weapon import WeaponUse

__all__ = [
    "CHILDREN", "RECORD_TYPES", "STATES", "Attachment", "AttachmentFile", "AttachmentLink", "Attribution", "Case",
    "CaseFile", "CaseState", "CustodyStep", "Dossier", "FacilityImpact", "Incident", "Marker", "OwnTerm", "Period",
    "PeriodFile", "PublishedFigure", "Record", "RecordSet", "Source", "User", "Victim", "Waiver", "WeaponUse",
]  # fmt: skip

RECORD_TYPES: Mapping[str, type[Record]] = MappingProxyType(
    {
        record_type.type_name: record_type
        for record_type in (
            Incident, Victim, Attribution, FacilityImpact, WeaponUse, Source, Waiver, Case, CaseState, Period,
            Marker, PublishedFigure, User, OwnTerm, Attachment, AttachmentLink, CustodyStep,
        )
    }
)  # fmt: skip
