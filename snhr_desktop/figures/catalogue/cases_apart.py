"""What is recorded of cases and not counted as an arrest or a release, shown apart. None of it is in a total."""

from snhr_desktop.domain.case_counting import ABDUCTION, ARREST, RELEASE
from snhr_desktop.domain.counting import PENDING
from snhr_desktop.figures.figure import Figure
from snhr_desktop.figures.question import Dates, Facts, Frame, Question, among
from snhr_desktop.i18n import N_

ABDUCTIONS = Figure(
    "abductions_unidentified",
    N_("Abductions by a party not identified"),
    "cases",
    N_(
        "Persons taken by a party that is not identified, in documented cases classified as violations, where every "
        "possible day lies within the period and the place within the area. They are recorded and are not counted as "
        "arrests."
    ),
    Question(Facts.CASE, (among("event", ABDUCTION),)),
    apart=True,
)

ARRESTS_NOT_DOCUMENTED = Figure(
    "arrests_not_documented",
    N_("Arrests not yet documented"),
    "cases",
    N_(
        "Arrests that are recorded and not, or not yet, documented and classified as violations, or of persons of whom "
        "it is not known whether they were civilians, where every possible day lies within the period, the place "
        "within the area and the party within the scope. They are in no other figure."
    ),
    Question(Facts.CASE, (among("event", ARREST),), frame=Frame(standing=PENDING)),
    apart=True,
)

ARRESTS_DATE_UNCERTAIN = Figure(
    "arrests_date_uncertain",
    N_("Arrests of uncertain date, not included"),
    "cases",
    N_(
        "Documented arrests classified as violations whose possible days lie partly within the period and partly "
        "outside it. They are in no other figure of this period."
    ),
    Question(Facts.CASE, (among("event", ARREST),), frame=Frame(dates=Dates.STRADDLING)),
    apart=True,
)

RELEASES_DATE_UNCERTAIN = Figure(
    "releases_date_uncertain",
    N_("Releases of uncertain date, not included"),
    "cases",
    N_(
        "Documented releases whose possible days lie partly within the period and partly outside it; those without a "
        "date may have been on any day from the arrest on. They are in no other figure of this period."
    ),
    Question(Facts.CASE, (among("event", RELEASE),), frame=Frame(dates=Dates.STRADDLING)),
    apart=True,
)
