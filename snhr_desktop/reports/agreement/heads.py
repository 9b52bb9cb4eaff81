"""What stands over the numbers: the columns of each table in their order, and the days in the head of a report."""

from collections.abc import Iterator, Mapping

from snhr_desktop.i18n import N_, Message, bare
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.audience import RULES
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.kind import INCIDENT
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import DataTable, Masthead
from snhr_desktop.reports.sections import compared, custody, people, roll, statements
from snhr_desktop.reports.sections.incident_list import CODE, DATE, INJURED, KILLED, PARTY, PLACE
from snhr_desktop.reports.sections.key_figures import FIGURE, NUMBER, UNIT

COLUMNS = N_("the columns of a table stand under other titles than their own")
DAYS = N_("the head of a report names other days than it tells of")

_COLUMNS: Mapping[str, tuple[Message, ...]] = {
    "incident_list": (CODE, DATE, PLACE, PARTY, KILLED, INJURED),
    "key_figures": (FIGURE, UNIT, NUMBER),
    "late": (DATE, CODE, PLACE, PARTY, KILLED, INJURED),
    "compared": (FIGURE, compared.PUBLISHED, compared.RECORDED, compared.DIFFERENCE),
    "roll": (roll.CLASS, roll.NAMED, roll.WITHHELD, roll.NAMELESS, roll.ALL_KILLED),
    "completeness": (roll.RECORDED, roll.ALL_KILLED, roll.SHARE),
    "names": (roll.NAME, roll.CLASS, roll.AGE, DATE, PLACE, CODE),
    "people": (roll.NAME, people.PERSONS, roll.CLASS, roll.AGE, people.STATUS, people.OUTCOME),
    "stated_tolls": (statements.SOURCE, KILLED, INJURED),
}
"""By section. Columns of figures are read by their titles elsewhere, so that these need not stand here."""


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Tables whose titles are not those that their numbers are read by, and a head with other days."""
    edition = manuscript.edition
    for code, parts in manuscript.sections().items():
        own = _custody(edition) if code == "custody" else _COLUMNS.get(code, ())
        expected = [edition.text(title) for title in own]
        for table in (part for part in parts if isinstance(part, DataTable) and expected):
            titles = [column.title for column in table.columns]
            if titles != expected:
                yield Disagreement(COLUMNS, table.caption, " · ".join(titles), " · ".join(expected))
    if edition.snapshot.brief.what.of != INCIDENT:
        for part in manuscript.parts:
            if isinstance(part, Masthead) and not any(bare(edition.span) in bare(line) for line in part.lines):
                yield Disagreement(DAYS, bare(part.title), " · ".join(map(bare, part.lines)), bare(edition.span))


def _custody(edition: Edition) -> tuple[Message, ...]:
    """By whom and why it was saved is told to the office alone."""
    inside = (custody.ACTOR, custody.REASON) if RULES[edition.snapshot.brief.audience].notes else ()
    return (custody.REVISION, custody.AT, custody.ACTION, *inside, custody.HASH)
