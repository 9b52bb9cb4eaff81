"""People: civilians killed and injured. The unit is victims; a group row counts its number."""

from snhr_desktop.figures.figure import PLACED, Figure
from snhr_desktop.figures.question import Condition, Facts, Question, among
from snhr_desktop.figures.units import PERCENT
from snhr_desktop.i18n import N_, Message

_KILLED = among("fate", "killed")
_CIVILIAN = among("civil_status", "civilian")
_VICTIM = frozenset({"victim"})


def _civilians(*where: Condition) -> Question:
    return Question(Facts.VICTIM, (_CIVILIAN, *where), measure="number")


def _killed_of_occupation(code: str, occupation: str, title: Message, definition: Message) -> Figure:
    question = _civilians(_KILLED, among("occupation", occupation))
    return Figure(code, title, "victims", definition, question, also_reads=_VICTIM)


CIVILIANS_KILLED = Figure(
    "civilians_killed",
    N_("Civilians killed"),
    "victims",
    N_(
        "Civilians killed, deaths due to torture included, in documented incidents classified as violations, where "
        "every possible day of the incident lies within the period, its place within the area and its attribution "
        "within the scope. Each person counts once, a group by its stated number. Everyone under 18 at the incident"
        " is a child, girls included; men and women are adults. Those whose age group is not recorded, and adults "
        "whose sex is not, stand under “not known”. Armed persons, and persons of whom it is not known whether they"
        " were civilians, are excluded."
    ),
    _civilians(_KILLED),
    also_reads=_VICTIM,
    breakdown_codes=("class", *PLACED),
)

CIVILIANS_INJURED = Figure(
    "civilians_injured",
    N_("Civilians injured"),
    "victims",
    N_(
        "Civilians injured or with symptoms of suffocation in documented incidents classified as violations, where "
        "every possible day of the incident lies within the period, its place within the area and its attribution "
        "within the scope. Each person counts once, a group by its stated number. Men, women and children are told "
        "apart as for civilians killed. Persons who were killed, armed persons, and persons of whom it is not known"
        " whether they were civilians are excluded."
    ),
    _civilians(among("fate", "injured")),
    also_reads=_VICTIM,
    breakdown_codes=("class", *PLACED),
)

MEDICAL_KILLED = _killed_of_occupation(
    "medical_killed",
    "medical",
    N_("Medical personnel killed"),
    N_(
        "Those among the civilians killed who are recorded as medical personnel. They are part of civilians killed "
        "and are never added to it. Red Crescent and Civil Defence personnel are recorded separately and are not "
        "included."
    ),
)

MEDIA_KILLED = _killed_of_occupation(
    "media_killed",
    "media",
    N_("Media workers killed"),
    N_(
        "Those among the civilians killed who are recorded as media workers. They are part of civilians killed and "
        "are never added to it."
    ),
)

CIVIL_DEFENCE_KILLED = _killed_of_occupation(
    "civil_defence_killed",
    "civil_defence",
    N_("Civil Defence personnel killed"),
    N_(
        "Those among the civilians killed who are recorded as Civil Defence personnel. They are part of civilians "
        "killed and are never added to it."
    ),
)

WOMEN_CHILDREN_SHARE = Figure(
    "women_children_share",
    N_("Women and children among the civilians killed"),
    PERCENT,
    N_(
        "Women and children as a share of all civilians killed, in per cent, rounded to one decimal. Victims whose "
        "sex or age group is not known are in the whole and not in the part, so the share is a minimum. Where no "
        "civilian was killed there is no share."
    ),
    Question(
        Facts.VICTIM,
        (_CIVILIAN, _KILLED),
        measure="number",
        part=(among("victim_class", "women", "children"),),
    ),
    also_reads=_VICTIM,
    breakdown_codes=(),
)
