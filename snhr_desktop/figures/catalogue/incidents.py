"""Incidents: each is one attack, or one other event, at one place and time."""

from snhr_desktop.figures.figure import Figure
from snhr_desktop.figures.question import Facts, Question, among
from snhr_desktop.i18n import N_

MASSACRES = Figure(
    "massacres",
    N_("Massacres"),
    "incidents",
    N_(
        "Documented incidents classified as violations in which at least five civilians were killed at once, where "
        "every possible day of the incident lies within the period, its place within the area and its attribution "
        "within the scope. Computed from the recorded victims, deaths due to torture left out; a reviewer’s "
        "decision with its written reason stands above the computation."
    ),
    Question(Facts.INCIDENT, (among("massacre", 1),)),
    also_reads=frozenset({"victim"}),
)

INCIDENTS = Figure(
    "incidents",
    N_("Documented incidents"),
    "incidents",
    N_(
        "Documented incidents classified as violations, where every possible day of the incident lies within the "
        "period, its place within the area and its attribution within the scope. An incident is one attack, or one "
        "other event, at one place and time; one attributed to several parties counts once."
    ),
    Question(Facts.INCIDENT),
)
