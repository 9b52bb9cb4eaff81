"""Vital civilian facilities. The unit is the facility impact: one facility hit in one incident."""

from snhr_desktop.figures.figure import PLACED, Figure
from snhr_desktop.figures.question import Facts, Question
from snhr_desktop.i18n import N_

FACILITY_IMPACTS = Figure(
    "facility_impacts",
    N_("Attacks on vital civilian facilities"),
    "facility_impacts",
    N_(
        "Vital civilian facilities hit in documented incidents classified as violations, where every possible day "
        "of the incident lies within the period, its place within the area and its attribution within the scope. "
        "One facility hit in one incident counts once: two facilities hit in one incident count twice, and so does "
        "one facility hit in two incidents. The category follows from the type; facilities of no listed category "
        "stand under “other”."
    ),
    Question(Facts.FACILITY),
    also_reads=frozenset({"facility"}),
    breakdown_codes=("category", "type", *PLACED),
)
