"""What is kept and not counted, shown apart so that no number hides it. None of it is ever inside a total."""

from snhr_desktop.domain.counting import PENDING
from snhr_desktop.figures.figure import Figure
from snhr_desktop.figures.question import Dates, Facts, Frame, Question, among, outside
from snhr_desktop.i18n import N_

NOT_YET_DOCUMENTED = Figure(
    "not_yet_documented",
    N_("Not yet documented"),
    "incidents",
    N_(
        "Incidents that are recorded and not, or not yet, documented and classified as a violation, where every "
        "possible day lies within the period, the place within the area and the attribution within the scope. They "
        "and their victims are in no other figure. Records rejected, or classified as no violation, are left out "
        "here too."
    ),
    Question(Facts.INCIDENT, frame=Frame(standing=PENDING)),
    apart=True,
)

DATE_UNCERTAIN = Figure(
    "date_uncertain",
    N_("Date uncertain, not included"),
    "incidents",
    N_(
        "Documented incidents classified as violations whose possible days lie partly within the period and partly "
        "outside it, and whose place and attribution lie within area and scope. They and their victims are in no "
        "other figure of this period."
    ),
    Question(Facts.INCIDENT, frame=Frame(dates=Dates.STRADDLING)),
    apart=True,
)

STATUS_UNKNOWN_KILLED = Figure(
    "status_unknown_killed",
    N_("Killed, not known whether civilian"),
    "victims",
    N_(
        "Persons killed, deaths due to torture included, of whom it is not known whether they were civilians or "
        "armed, in documented incidents classified as violations, where every possible day of the incident lies "
        "within the period, its place within the area and its attribution within the scope. They are not in "
        "civilians killed."
    ),
    # whoever is said to be neither is not known, so that nobody falls between the figures
    Question(
        Facts.VICTIM,
        (among("fate", "killed"), outside("civil_status", "civilian", "armed")),
        measure="number",
    ),
    also_reads=frozenset({"victim"}),
    apart=True,
)
