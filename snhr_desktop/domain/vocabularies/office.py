"""What an office settles itself: what a user is there for (`domain.rights` says what each may do), and which
vocabularies it may add to."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import N_, NC_

ROLE = (
    Term("entry", NC_("role", "Entry")),
    Term("reviewer", NC_("role", "Reviewer")),
    Term("administrator", NC_("role", "Administrator")),
)

OPEN_VOCABULARY = (
    Term("weapon", N_("Weapon")),
    Term("facility_type", N_("Kind of facility")),
    Term("occupation", N_("Occupation")),
    Term("circumstances", N_("Circumstances of an arrest")),
    Term("source_type", N_("Kind of source")),
)
"""The vocabularies that an office may add terms to. What is counted by, and what says who did it or how sure it is,
stays the network's alone."""
