"""The roll of civilians killed: by class how many are named and why others are not, how complete it is, the names."""

from collections.abc import Callable

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, NC_, Language
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import DataTable, Part, Prose, TableColumn
from snhr_desktop.reports.phrases import at_least, person
from snhr_desktop.reports.roll import Named, Roll
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.incident_list import CODE, DATE, PLACE, date_of, place_of
from snhr_desktop.reports.sections.matrix import TOTAL

BY_CLASS, COMPLETE, NAMES = N_("By class"), N_("Completeness"), N_("Names")
CLASS, NAMED = NC_("column", "Class"), NC_("column", "Named below")
WITHHELD, NAMELESS = NC_("column", "Name not published"), NC_("column", "Name not recorded")
ALL_KILLED, RECORDED = NC_("column", "Civilians killed"), NC_("column", "What is recorded")
SHARE, NAME, AGE = NC_("column", "Share"), NC_("column", "Name"), NC_("column", "Age")
WHOLE = N_("Full name, exact day and place")
LACKING = {
    "no_name": N_("Full name is missing"),
    "no_day": N_("Exact day is missing"),
    "no_place": N_("Place is missing"),
}
NOBODY = N_("No civilian killed was documented in this period and scope.")
LEAD = N_(
    "Between {first} and {last} the network documented the killing of {killed}. Everybody stands here once: by name, "
    "or in the number of their class."
)
WHY_NOT = N_(
    "“Name not published”: the family has not agreed to it for this readership, or the person is a child or may be "
    "one. “Name not recorded”: nobody has told the name so far, or only the number of a group is known."
)
MEASURE = N_(
    "A record is complete when it holds the full name, the exact day and the place; by this the United Nations human "
    "rights office measures records of killings. It is counted of all records, whether or not the name is published."
)
SEVERAL = N_("A record may lack more than one of the three, so the last rows do not add up to a total.")
NO_NAMES = N_("No name of this period and scope may be published for this readership.")
ORDER = N_(
    "In alphabetical order; an article before a name is passed over. The date and the place are those of the incident."
)
WITH_FATHER = N_("{name} (father: {father})")


def by_class(edition: Edition) -> tuple[Part, ...]:
    """How many of each class are named, and where the others are counted."""
    roll = _roll(edition)
    killed = roll.completeness.killed
    if not killed:
        return (Prose(edition.text(NOBODY)),)
    number, words = edition.language.number, edition.words
    said = {"first": words["first"], "last": words["last"]}
    lead = edition.text(LEAD, killed=at_least("civilians_killed", killed, edition.language), **said)
    rows = [
        (label("victim_class", code, edition.language), one.named, one.withheld, one.nameless, one.killed)
        for code, one in roll.classes.items()
        if one.killed
    ]
    sums = [sum(column) for column in list(zip(*rows, strict=True))[1:]]
    columns = (
        TableColumn(edition.text(CLASS), share=1.6),
        *(TableColumn(edition.text(one), numeric=True) for one in (NAMED, WITHHELD, NAMELESS, ALL_KILLED)),
    )
    told = tuple((title, *(number(n) for n in numbers)) for title, *numbers in rows)
    total = (edition.text(TOTAL), *(number(n) for n in sums))
    return (Prose(lead, "lead"), DataTable("", columns, told, total=total, note=edition.text(WHY_NOT)))


def completeness(edition: Edition) -> tuple[Part, ...]:
    """Of all killed, how many records are complete, and how many lack which part; nothing where nobody was killed."""
    found = _roll(edition).completeness
    if not found.killed:
        return ()
    counted = {WHOLE: found.complete} | {title: getattr(found, code) for code, title in LACKING.items()}
    columns = (
        TableColumn(edition.text(RECORDED), share=2.6),
        TableColumn(edition.text(ALL_KILLED), numeric=True),
        TableColumn(edition.text(SHARE), numeric=True),
    )
    language = edition.language
    rows = tuple(
        (edition.text(title), language.number(n), language.percent(100 * n / found.killed))
        for title, n in counted.items()
    )
    return (Prose(edition.text(MEASURE)), DataTable("", columns, rows, note=edition.text(SEVERAL)))


def names(edition: Edition) -> tuple[Part, ...]:
    """Everybody who may be named, in the alphabetical order of the edition's script."""
    roll = _roll(edition)
    if not roll.completeness.killed:
        return ()
    if not roll.named:
        return (Prose(edition.text(NO_NAMES)),)
    columns = (
        TableColumn(edition.text(NAME), share=2.75),
        TableColumn(edition.text(CLASS), share=1.0),
        TableColumn(edition.text(AGE), numeric=True, share=0.75),
        TableColumn(edition.text(DATE), share=1.55),
        TableColumn(edition.text(PLACE), share=2.3),
        TableColumn(edition.text(CODE), share=2.05),
    )
    ordered = sorted(roll.named, key=alphabet(edition.language))
    return (Prose(edition.text(ORDER)), DataTable("", columns, tuple(_row(edition, one) for one in ordered)))


def name_of(edition: Edition, person: Named) -> str:
    """The name in the script of the edition, else in the other one; with the father's in Arabic where it is told."""
    own, other = (person.name_ar, person.name_en) if edition.language.rtl else (person.name_en, person.name_ar)
    name = own or other
    return edition.text(WITH_FATHER, name=name, father=person.father_ar) if person.father_ar else name


def _row(edition: Edition, one: Named) -> tuple[str, ...]:
    language = edition.language
    return (
        name_of(edition, one),
        language.text(person(one.sex, one.victim_class)),
        "" if one.age is None else language.number(one.age),
        date_of(edition, one.date),
        place_of(edition, one.place.pcode) or label("place_precision", "unknown", language),
        one.reference,
    )


def alphabet(language: Language) -> Callable[[Named], tuple[object, ...]]:
    """What to sort by: names of the language's script first, the same name by its incident, so that no order wavers."""

    def key(one: Named) -> tuple[object, ...]:
        own, other = (one.name_ar, one.name_en) if language.rtl else (one.name_en, one.name_ar)
        return (not own, fold(own), fold(other), one.reference, one.age is None, one.age or 0)

    return key


def _roll(edition: Edition) -> Roll:
    roll = edition.snapshot.roll
    assert roll is not None  # gathering gives one to every report of this kind
    return roll


SECTIONS = (
    Section("roll", BY_CLASS, by_class, level=2),
    Section("completeness", COMPLETE, completeness, level=2),
    Section("names", NAMES, names, level=2),
)
