"""Duplicates: which saved incident or person an entry may be about, with the reasons in words.

Rules alone: nothing here reads a store. What is likely is proposed and never decided; a person decides.
"""

from snhr_desktop.domain.doubles.incidents import IncidentTraits, incident_traits, same_incident, tells_of_one
from snhr_desktop.domain.doubles.keys import asked_keys, person_keys
from snhr_desktop.domain.doubles.match import Match, Reason
from snhr_desktop.domain.doubles.persons import PersonTraits, person_traits, same_person
from snhr_desktop.domain.doubles.within import listed_twice

__all__ = [
    "IncidentTraits", "Match", "PersonTraits", "Reason", "asked_keys", "incident_traits", "listed_twice", "person_keys",
    "person_traits", "same_incident", "same_person", "tells_of_one",
]  # fmt: skip
