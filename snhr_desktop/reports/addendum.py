"""The addendum to a published report: a file of its own that tells what changed since, dated, with the report's code.

The published file never changes; an addendum is printed and handed out beside it.
"""

import datetime as dt
from collections.abc import Iterator

from snhr_desktop.domain.dates import say_span
from snhr_desktop.i18n import N_, Language, bare
from snhr_desktop.reports.brief import EDITIONS
from snhr_desktop.reports.changes import ChangesSince
from snhr_desktop.reports.cover import name_of
from snhr_desktop.reports.file.about import BOTH_TITLES, About
from snhr_desktop.reports.foot import Furniture
from snhr_desktop.reports.imprint import imprint
from snhr_desktop.reports.leaflet import Leaf, leaflet
from snhr_desktop.reports.parts import DataTable, Heading, Part, Prose, TableColumn
from snhr_desktop.reports.sections import revisions
from snhr_desktop.reports.sections.incident_list import CODE
from snhr_desktop.reports.telling import Telling

TITLE, IN_SHORT = N_("Addendum of {date} to {code}"), N_("Addendum of {date}")
OF_REPORT = N_(
    "The report “{title}”, {span}, was published on {date}. It stands as it was printed; this page goes with it."
)
PARTICULARS = N_("Particulars that have changed")
NUMBERS, INCIDENTS = N_("Numbers that have changed"), N_("Incidents saved since")
NOW, READ, LATEST, WHAT = N_("Now"), N_("Revision read"), N_("Latest revision"), N_("What became of it")
NOT_READ = "–"


def addendum(since: ChangesSince, as_of: dt.datetime) -> bytes:
    """The file, in the languages of the report's edition; the same changes on the same day give the same bytes."""
    brief, day = since.published.brief, as_of.date()
    languages = tuple(map(brief.written, EDITIONS[since.publication.edition].languages))
    leaves = [_leaf(since, language, day) for language in languages]
    return leaflet(leaves, _about(since, languages, day))[0]


def parts(since: ChangesSince, language: Language, day: dt.date) -> Iterator[Part]:
    """What stands in it, in one language."""
    telling, publication = Telling(since.snapshot, language), since.publication
    yield Heading(title(since, language, day), 1, f"{language.code}-addendum")
    published = dt.datetime.fromisoformat(publication.published_at).astimezone().date()
    span = say_span(since.published.first, since.published.last, language)
    named = publication.title_ar if language.rtl else publication.title_en
    yield Prose(telling.text(OF_REPORT, title=named, span=span, date=language.date(published)))
    if not since.figures:
        yield Prose(telling.text(since.silent, code=publication.code), "lead")
    else:
        found = tuple(change.difference for change in since.figures)
        yield revisions.table(telling, telling.text(NUMBERS), found, NOW)
    if told := since.particulars(language):
        yield revisions.particulars_table(telling, telling.text(PARTICULARS), told, NOW, alone=not since.figures)
    yield from (Prose(line) for line in (*since.told_otherwise(language), *since.unsaved(language)))
    if since.records:
        yield _incidents(since, telling)
    yield from imprint(since.anchor, language)


def title(since: ChangesSince, language: Language, day: dt.date) -> str:
    """Addendum of 2 July 2018 to R180601."""
    return language.text(TITLE, date=language.date(day), code=since.publication.code)


def _incidents(since: ChangesSince, telling: Telling) -> DataTable:
    columns = (
        TableColumn(telling.text(CODE), share=1.6),
        TableColumn(telling.text(READ), numeric=True),
        TableColumn(telling.text(LATEST), numeric=True),
        TableColumn(telling.text(WHAT), share=2.4),
    )
    number = telling.language.number
    rows = tuple(
        (one.reference, number(one.read) if one.read else NOT_READ, number(one.now), telling.text(one.what))
        for one in since.records
    )
    return DataTable(telling.text(INCIDENTS), columns, rows)


def _leaf(since: ChangesSince, language: Language, day: dt.date) -> Leaf:
    said, publication = language.text(IN_SHORT, date=language.date(day)), since.publication
    foot = Furniture(
        publication.code, said, language, since.snapshot.training, since.anchor.mark, publication.audience
    )  # fmt: skip
    return Leaf(language, bare(title(since, language, day)), tuple(parts(since, language, day)), foot)


def _about(since: ChangesSince, languages: tuple[Language, ...], day: dt.date) -> About:
    titles = {language.code: bare(title(since, language, day)) for language in languages}
    first, last = (titles[one.code] for one in (languages[0], languages[-1]))
    published = since.published
    return About(
        code=since.publication.code,
        title=first if len(languages) == 1 else bare(languages[0].text(BOTH_TITLES, title=first, other=last)),
        titles=titles,
        author=name_of(languages[0]),
        spans={one.code: bare(say_span(published.first, published.last, one)) for one in languages},
        languages=tuple(titles),
        day=day,
    )
