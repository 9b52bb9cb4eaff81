"""Changed since earlier publications: every number and particular that a report of the same gave otherwise."""

from collections.abc import Iterable, Iterator

from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import N_, NC_, Message
from snhr_desktop.reports.differences import Difference, differences, whole_differences
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.particular import ParticularChange
from snhr_desktop.reports.parts import Bullets, DataTable, Part, Prose, TableColumn
from snhr_desktop.reports.retelling import tell
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.key_figures import FIGURE
from snhr_desktop.reports.snapshot import Earlier
from snhr_desktop.reports.telling import Telling

SINCE = N_("Changed since {code} of {date}")
SINCE_IN_BRIEF = N_("Changed since {code} of {date}: {changes}.")
FROM_TO = N_("{figure} from {before} to {after}")
THEN, HERE, CHANGE = N_("As published"), N_("In this report"), N_("Change")
SECTIONS = N_("These sections of {code} of {date} told otherwise than they do here:")
PARTICULAR = NC_("column", "Particular")
PARTICULARS = N_("Particulars that have changed since {code} of {date}")
WHY_TOLD = N_(
    "A published report is never changed. What records added or corrected since have made otherwise is told here."
)
WHY = N_(
    "A published report is never changed. Its numbers are minimums as of its day; those that records added or "
    "corrected since have made other numbers are told here."
)


def build(edition: Edition) -> tuple[Part, ...]:
    """For each earlier report of which anything differs: its numbers, its particulars, its lists."""
    return tuple(part for one in edition.snapshot.earlier for part in _since(edition, one))


def _since(edition: Edition, earlier: Earlier) -> Iterator[Part]:
    named = {"code": earlier.code, "date": edition.language.date(earlier.day)}
    if found := differing(edition, earlier):
        yield table(edition, edition.text(SINCE, **named), found, HERE)
    if told := earlier.particulars.get(edition.language.code):
        yield particulars_table(edition, edition.text(PARTICULARS, **named), told, HERE, alone=not found)
    if lists := told_otherwise(edition, earlier):
        yield Prose(edition.text(SECTIONS, **named))
        yield Bullets(lists)


def told_otherwise(edition: Edition, earlier: Earlier) -> tuple[str, ...]:
    """A line for each list of an earlier report that told otherwise of incidents."""
    return tuple(tell(one, edition.language) for one in earlier.retold)


def in_brief(edition: Edition) -> tuple[Prose, ...]:
    """For the one page of a bulletin: a sentence for each earlier report of which a whole number differs."""
    found = [sentence(edition, one, differing(edition, one)) for one in edition.snapshot.earlier]
    return tuple(Prose(text, "note") for text in found if text)


def differing(edition: Edition, earlier: Earlier) -> tuple[Difference, ...]:
    """What an earlier report gave otherwise; of the days beside a month, and in brief, whole numbers alone are told."""
    snapshot = edition.snapshot
    along = {"previous": snapshot.previous, "year": snapshot.year}.get(earlier.beside)
    if along:
        return tuple(whole_differences(earlier.answers, along.answers, (along.first, along.last)))
    if snapshot.filed:
        return tuple(differences(earlier.answers, snapshot.filed.toll))
    found = differences(earlier.answers, snapshot.answers)
    brief = snapshot.brief.what.bare
    return tuple(one for one in found if not brief or not (one.breakdown or FIGURES[one.figure].apart))


def sentence(edition: Edition, earlier: Earlier, found: tuple[Difference, ...]) -> str:
    """The numbers of an earlier report and those of this one; blank where all are the same."""
    language, changed = edition.language, []
    for one in found:
        before, after = (one.number(number, language) for number in (one.before, one.after))
        changed.append(edition.text(FROM_TO, figure=one.named(edition), before=before, after=after))
    if not changed:
        return ""
    date, changes = language.date(earlier.day), language.join([language.isolate(one) for one in changed])
    return edition.text(SINCE_IN_BRIEF, code=earlier.code, date=date, changes=changes)


def table(telling: Telling, caption: str, found: tuple[Difference, ...], now: Message) -> DataTable:
    """Each number as it was published, as it is now, and the difference with its sign."""
    columns = (
        TableColumn(telling.text(FIGURE), share=3.4),
        *(TableColumn(telling.text(title), numeric=True, share=1.1) for title in (THEN, now, CHANGE)),
    )
    return DataTable(caption, columns, tuple(row(telling, one) for one in found), note=telling.text(WHY))


def particulars_table(
    telling: Telling, caption: str, told: Iterable[ParticularChange], now: Message, alone: bool
) -> DataTable:
    """Each particular of an incident as it was published, and as it is now; `alone` where no table of numbers is."""
    columns = (
        TableColumn(telling.text(PARTICULAR)),
        *(TableColumn(telling.text(title), share=1.8) for title in (THEN, now)),
    )
    rows = tuple((one.particular, one.before, one.after) for one in told)
    return DataTable(caption, columns, rows, note=telling.text(WHY_TOLD) if alone else "")


def row(telling: Telling, difference: Difference) -> tuple[str, str, str, str]:
    """One line of the table."""
    language = telling.language
    before, after = (difference.number(number, language) for number in (difference.before, difference.after))
    return difference.named(telling), before, after, difference.signed(language)


SECTION = Section("revisions", N_("Changed since earlier publications"), build, level=2)
