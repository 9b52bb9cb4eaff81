"""Arrests of the days reported on, by party, what has become of them, and the releases beside them.

Numbers alone: who may be named stands in a section of its own.
"""

from collections.abc import Iterator
from dataclasses import replace

from snhr_desktop.i18n import N_, NP_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.figures_told import figures_told
from snhr_desktop.reports.parts import DataTable, Part, Picture, Prose
from snhr_desktop.reports.phrases import AMONG_THEM
from snhr_desktop.reports.pictures import arrests
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.matrix import matrix

TITLE = N_("Arrests and releases")
TABLE = N_("Arrests and releases by party")
FIGURES = ("arrests", "children_arrested", "women_arrested", "arrests_disappeared", "releases")
DOCUMENTED = N_("Between {first} and {last} the network documented, in {area} and by {scope}, {arrests}.")
NO_ARREST = N_("Between {first} and {last} the network documented no arrest in {area} by {scope}.")
AMONG = NP_("at least {n} arrest: {parts}", "at least {n} arrests, among them {parts}")
DISAPPEARED = NP_(
    "Of these, {n} has become an enforced disappearance since.",
    "Of these, {n} have become enforced disappearances since.",
)
RELEASED = NP_(
    "In the same days at least {n} release was documented, whenever the arrest was made.",
    "In the same days at least {n} releases were documented, whenever the arrest was made.",
)
ABDUCTED = NP_(
    "Recorded and not counted as an arrest: {n} abduction by a party that could not be identified.",
    "Recorded and not counted as arrests: {n} abductions by a party that could not be identified.",
)
NOTHING = N_("No case of detention is recorded for these days.")


def build(edition: Edition) -> tuple[Part, ...]:
    """The numbers in words, the parties in a chart and in a table; one sentence where no case is recorded."""
    if not tells(edition):
        return (Prose(edition.text(NOTHING)),)
    return (
        *(Prose(text) for text in sentences(edition)),
        Picture(arrests.chart(edition)),
        _table(edition),
    )


def _table(edition: Edition) -> DataTable:
    """The table by party; "disappearances" is a long word."""
    made = matrix(edition, TABLE, "party", FIGURES)
    wide = edition.title_of("arrests_disappeared")
    return replace(made, columns=tuple(replace(c, share=1.6) if c.title == wide else c for c in made.columns))


def tells(edition: Edition) -> bool:
    """Whether any case is counted: an office that records none has not counted that nobody was arrested."""
    return "arrests" in figures_told(edition.snapshot)


def sentences(edition: Edition) -> Iterator[str]:
    """Each passage of numbers, made of the answers alone."""
    language, number = edition.language, edition.total
    told = {name: edition.words[name] for name in ("first", "last", "area", "scope")}
    if not number("arrests"):
        said = edition.text(NO_ARREST, **told)
    else:
        parts = (("children", number("children_arrested")), ("women", number("women_arrested")))
        among = [language.plural(AMONG_THEM[code], n) for code, n in parts if n]
        joined = {"parts": language.join(among)} if among else {}
        count = language.plural(AMONG if among else arrests.COUNT, number("arrests"), **joined)
        said = edition.text(DOCUMENTED, arrests=count, **told)
    if disappeared := number("arrests_disappeared"):
        said = f"{said} {language.plural(DISAPPEARED, disappeared)}"
    yield said
    if released := number("releases"):
        yield language.plural(RELEASED, released)
    if abducted := number("abductions_unidentified"):
        yield language.plural(ABDUCTED, abducted)


SECTION = Section("arrests", TITLE, build, level=2)
