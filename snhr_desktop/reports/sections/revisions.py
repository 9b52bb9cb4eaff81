"""Changed since earlier publications: every number that a report of the same period and scope gave otherwise."""

from snhr_desktop.i18n import N_, Message
from snhr_desktop.reports.differences import Difference, differences
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import DataTable, Part, TableColumn
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.key_figures import FIGURE
from snhr_desktop.reports.snapshot import Earlier
from snhr_desktop.reports.telling import Telling

SINCE = N_("Changed since {code} of {date}")
THEN, HERE, CHANGE = N_("As published"), N_("In this report"), N_("Change")
WHY = N_(
    "A published report is never changed. Its numbers are minimums as of its day; those that records added or "
    "corrected since have made other numbers are told here."
)


def build(edition: Edition) -> tuple[Part, ...]:
    """A table for each earlier report of which anything differs."""
    return tuple(
        table(edition, edition.text(SINCE, code=one.code, date=edition.language.date(one.day)), found, HERE)
        for one in edition.snapshot.earlier
        if (found := differing(edition, one))
    )


def differing(edition: Edition, earlier: Earlier) -> tuple[Difference, ...]:
    """What an earlier report gave otherwise."""
    return tuple(differences(earlier.answers, edition.snapshot.answers))


def table(telling: Telling, caption: str, found: tuple[Difference, ...], now: Message) -> DataTable:
    """Each number as it was published, as it is now, and the difference with its sign."""
    columns = (
        TableColumn(telling.text(FIGURE), share=3.4),
        *(TableColumn(telling.text(title), numeric=True, share=1.1) for title in (THEN, now, CHANGE)),
    )
    return DataTable(caption, columns, tuple(row(telling, one) for one in found), note=telling.text(WHY))


def row(telling: Telling, difference: Difference) -> tuple[str, str, str, str]:
    """One line of the table."""
    language = telling.language
    before, after = (difference.number(number, language) for number in (difference.before, difference.after))
    return difference.named(telling), before, after, difference.signed(language)


SECTION = Section("revisions", N_("Changed since earlier publications"), build, level=2)
