"""What a dossier of one incident is made of, and how the incident that is asked for is found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from snhr_desktop.domain.counting import is_massacre, tally
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Dossier, PeriodFile
from snhr_desktop.errors import Refusal
from snhr_desktop.figures import BREAKDOWNS, FIGURES, Answer
from snhr_desktop.i18n import N_
from snhr_desktop.reports.others import Others
from snhr_desktop.reports.publication import custody_for, for_publication
from snhr_desktop.store.history import Custody


class NoIncidentChosen(Refusal):
    """A report of one incident was asked for, and none was named."""

    said = N_("A dossier is of one incident, and none was chosen.")
    advice = N_("Choose the incident, or give its code as it stands in the list of incidents.")


class NoSuchIncident(Refusal):
    """What was given is neither the code nor the identity of an incident of this store."""

    said = N_("This store has no incident with the code {code}.")
    advice = N_("Check the code in the list of incidents.")


@dataclass(frozen=True)
class Filed:
    """An incident as its audience may read it, whether it counts as a massacre, and its custody."""

    dossier: Dossier
    massacre: bool
    custody: Custody

    @property
    def toll(self) -> Mapping[str, Answer]:
        """Civilians killed, by class, and injured, whether they are counted in the figures of a period or not."""
        return {code: _toll(code, tally(self.dossier.victims, fate)) for fate, code in _TOLL.items()}


_TOLL = {"killed": "civilians_killed", "injured": "civilians_injured"}
"""By fate: the figure that its number is told as."""


def _toll(figure: str, classes: Mapping[str, int]) -> Answer:
    by = {"class": BREAKDOWNS["class"].ordered(classes)}
    return Answer(figure, FIGURES[figure].unit_code, sum(classes.values()), by)


class Incidents(Protocol):
    """What the dossier of an incident asks of an open store."""

    @property
    def gazetteer(self) -> Gazetteer:
        """The places."""

    def dossiers(self, uids: Iterable[str]) -> tuple[Dossier, ...]:
        """Incidents in the order asked for."""

    def by_reference(self, reference: str) -> Dossier | None:
        """The incident of a reference, or None."""

    def custody(self, uid: str) -> Custody:
        """Every save of an incident, and the head of the chain."""


def incident_asked(records: Incidents, asked: str) -> Dossier:
    """The incident of an identity or a reference. Raises `NoIncidentChosen`, `NoSuchIncident`."""
    if not asked.strip():
        raise NoIncidentChosen
    known = records.by_reference(asked)
    found = records.dossiers([known.incident.uid if known else asked.strip()])
    if not found:
        raise NoSuchIncident(code=asked.strip())
    return found[0]


def filed(records: Incidents, given: Dossier, audience: str, others: Others) -> Filed:
    """What an audience may read of an incident, without the names of `others`."""
    return Filed(
        dossier=for_publication(given, audience, records.gazetteer, others),
        massacre=is_massacre(given),
        custody=custody_for(records.custody(given.incident.uid), given, audience, records.gazetteer, others),
    )


def days_of(file: PeriodFile, given: Dossier) -> PeriodFile:
    """The days of an incident as a period of the whole country, named by the incident's code: it tells no area."""
    incident = given.incident
    named = {"name_en": incident.reference, "name_ar": incident.reference, "scope": "all", "area": ""}
    first, last = incident.date.first or file.period.first, incident.date.last or file.period.last
    return PeriodFile(replace(file.period, first=first, last=last, **named))
