"""Arrests and releases. The unit is the case: one person, taken once. An arrest counts in the days it was made in."""

from snhr_desktop.domain.case_counting import ARREST, DISAPPEARED, RELEASE
from snhr_desktop.figures.figure import PLACED, Figure
from snhr_desktop.figures.question import Facts, Question, among
from snhr_desktop.i18n import N_

ARRESTS = Figure(
    "arrests",
    N_("Arrests"),
    "arrests",
    N_(
        "Arrests and abductions of civilians by an identified party, in documented cases classified as violations, "
        "where every possible day of the arrest lies within the period, its place within the area and its party within "
        "the scope. Each case is one person taken once and counts once, whatever became of the person since. Everyone "
        "under 18 at the arrest is a child, girls included; men and women are adults. Armed persons are excluded; an "
        "abduction by a party that is not identified is told apart."
    ),
    Question(Facts.CASE, (among("event", ARREST),)),
    breakdown_codes=("class", "outcome", *PLACED),
)

CHILDREN_ARRESTED = Figure(
    "children_arrested",
    N_("Children arrested"),
    "arrests",
    N_(
        "Those among the arrests of the period of persons under 18 at the arrest, girls included. They are part of the "
        "arrests and are never added to them."
    ),
    Question(Facts.CASE, (among("event", ARREST), among("victim_class", "children"))),
)

WOMEN_ARRESTED = Figure(
    "women_arrested",
    N_("Women arrested"),
    "arrests",
    N_(
        "Those among the arrests of the period of adult women. They are part of the arrests and are never added to "
        "them."
    ),
    Question(Facts.CASE, (among("event", ARREST), among("victim_class", "women"))),
)

ARRESTS_DISAPPEARED = Figure(
    "arrests_disappeared",
    N_("Arrests that became enforced disappearances"),
    "arrests",
    N_(
        "Those among the arrests of the period whose last known state, on the day of counting, is enforced "
        "disappearance. They are part of the arrests and are never added to them. A death in custody whose body was "
        "not handed over to the family counts here until the fate is revealed."
    ),
    Question(Facts.CASE, (among("event", ARREST), among("outcome", DISAPPEARED))),
    breakdown_codes=("class", *PLACED),
)

RELEASES = Figure(
    "releases",
    N_("Releases"),
    "releases",
    N_(
        "Releases in documented cases classified as violations, where every possible day of the release lies within "
        "the period, its place within the area and its party within the scope, whenever the arrest was made. A release "
        "without a place or party of its own has those of the arrest. They are not taken off the arrests."
    ),
    Question(Facts.CASE, (among("event", RELEASE),)),
    breakdown_codes=("class", *PLACED),
)
