"""What stands in each kind of report: its sections in order. To add one: a file in `sections`, and a line here."""

from collections.abc import Iterator, Mapping

from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.kind import BULLETIN, DOSSIER, INCIDENT, KINDS, MONTHLY, THEMATIC, VICTIMS
from snhr_desktop.reports.numerals import letter, ordinal
from snhr_desktop.reports.parts import Heading, Masthead, Part
from snhr_desktop.reports.phrases import ATTRIBUTED, NETWORK
from snhr_desktop.reports.section import ANNEX, NUMBERED, Section
from snhr_desktop.reports.sections import (
    about,
    alongside,
    arrests,
    bulletin,
    compared,
    context,
    custody,
    definitions,
    detained,
    facilities,
    filed,
    incident_list,
    introduction,
    key_figures,
    late,
    legal,
    massacres,
    method,
    months,
    parties,
    people,
    places,
    recommendations,
    revisions,
    roll,
    statements,
    summary,
    victims,
    weapons,
    year,
)

NUMBERED_TITLE = N_("{number}. {title}")
_SEPARATOR = "  ·  "
ANNEX_TITLE = N_("Annex {letter}. {title}")

_THEMATIC: tuple[Section, ...] = (
    about.SECTION,
    introduction.SECTION,
    context.SECTION,
    summary.SECTION,
    key_figures.SECTION,
    months.SECTION,
    victims.SECTION,
    parties.SECTION,
    places.SECTION,
    facilities.SECTION,
    weapons.SECTION,
    compared.SECTION,
    revisions.SECTION,
    massacres.SECTION,
    legal.SECTION,
    recommendations.SECTION,
    method.SECTION,
    definitions.SECTION,
    incident_list.SECTION,
)


_MONTHLY = (
    introduction.MONTHLY,
    summary.SECTION,
    alongside.SECTION,
    year.SECTION,
    victims.SECTION,
    parties.SECTION,
    places.SECTION,
    facilities.SECTION,
    weapons.SECTION,
    arrests.SECTION,
    detained.SECTION,
    massacres.SECTION,
    late.SECTION,
    revisions.SECTION,
    legal.SECTION,
    recommendations.SECTION,
    method.SECTION,
    definitions.SECTION,
    incident_list.SECTION,
)
_DOSSIER = (
    filed.WHAT_HAPPENED,
    people.SECTION,
    statements.SOURCES,
    statements.STATED,
    filed.NARRATIVE,
    filed.ASSESSMENT,
    revisions.SECTION,
    custody.SECTION,
)
CONTENTS: Mapping[str, tuple[Section, ...]] = {
    THEMATIC: _THEMATIC,
    MONTHLY: _MONTHLY,
    BULLETIN: (bulletin.SECTION,),
    DOSSIER: _DOSSIER,
    VICTIMS: (*roll.SECTIONS, revisions.SECTION),
}
"""The sections by kind of report."""


def prints_figures(kind: str) -> bool:
    """Whether a kind prints the figures of its period, and not only the toll of one incident."""
    return KINDS[kind].of != INCIDENT


def parts_of(edition: Edition) -> Iterator[Part]:
    """The whole report in one language, headings numbered in the custom of its script."""
    brief = edition.snapshot.brief
    if brief.what.bare:
        yield filed.masthead(edition) if brief.what.of == INCIDENT else _masthead(edition)
    counted = {NUMBERED: 0, ANNEX: 0}
    for section in CONTENTS[brief.kind]:
        if section.code in brief.left_out:
            continue
        built = section.build(edition)
        if section.level > 1 and not built:
            continue
        title = edition.text(section.title)
        if section.numbering in counted:
            counted[section.numbering] += 1
            title = _numbered(section.numbering, counted[section.numbering], title, edition)
        yield Heading(title, section.level, f"{edition.language.code}-{section.code}", listed=True)
        yield from built


def _masthead(edition: Edition) -> Masthead:
    what = (edition.text(edition.snapshot.brief.what.title), edition.span)
    lines = (_SEPARATOR.join(what), edition.text(ATTRIBUTED, scope=edition.scope))
    return Masthead(edition.text(NETWORK), edition.title, lines)


def _numbered(numbering: str, number: int, title: str, edition: Edition) -> str:
    if numbering == ANNEX:
        return edition.text(ANNEX_TITLE, letter=letter(number, edition.language), title=title)
    return edition.text(NUMBERED_TITLE, number=ordinal(number, edition.language), title=title)
