"""What a record counts as. Computed by the counting rules, never typed: tables beside totals show it in these words."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

STANDING = (
    Term("counted", NC_("standing", "Counted")),
    Term("pending", NC_("standing", "Not yet counted")),
    Term("set_aside", NC_("standing", "Set aside")),
)
"""Only what is documented and classified as a violation is counted; what is rejected or no violation is set aside."""

IN_PERIOD = (
    Term("within", NC_("in_period", "Within the period")),
    Term("straddling", NC_("in_period", "Over a bound of the period")),
)
"""How the possible days lie to the period; those wholly outside it have no term."""

FATE = (
    Term("killed", NC_("fate", "Killed")),
    Term("injured", NC_("fate", "Injured")),
)
"""The outcomes that tolls are made of: deaths due to torture are killings, suffocation is an injury."""

CASE_EVENT = (
    Term("arrest", NC_("case_event", "Arrest")),
    Term("abduction", NC_("case_event", "Abduction by a party not identified")),
    Term("release", NC_("case_event", "Release")),
)
"""What of a case can be counted."""
