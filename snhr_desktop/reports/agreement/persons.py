"""People against the records: everybody killed stands in the roll once, everybody harmed once in a dossier."""

from collections.abc import Iterator

from snhr_desktop.figures.breakdowns import BREAKDOWNS
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import N_
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.agreement.numbers import value
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import DataTable, Part
from snhr_desktop.reports.roll import Completeness, Roll
from snhr_desktop.reports.sections import custody, people
from snhr_desktop.reports.sections import roll as printed

ROLL = N_("the named and the not named are not the civilians killed")
NAMES = N_("the names printed are not as many as are counted")
COMPLETE = N_("the completeness of the records does not recompute")
PEOPLE = N_("the people of an incident are not as many as are recorded")
LINKS = N_("the chain of custody is not whole")


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Everything that does not agree in a roll or a dossier; nothing for other kinds."""
    edition, sections = manuscript.edition, manuscript.sections()
    if roll := edition.snapshot.roll:
        yield from _classes(edition, roll)
        yield from _table_of_classes(edition, roll, sections.get("roll", ()))
        yield from _completeness(edition, roll.completeness, sections.get("completeness", ()))
        if "names" in sections:
            rows = sum(len(part.rows) for part in sections["names"] if isinstance(part, DataTable))
            if rows != len(roll.named):
                yield Disagreement(NAMES, printed.NAMES, str(rows), str(len(roll.named)))
    if edition.snapshot.filed:
        yield from _dossier(edition, sections)


def _classes(edition: Edition, roll: Roll) -> Iterator[Disagreement]:
    """Each class of the roll against the figure, and the names against their number."""
    killed = edition.answer("civilians_killed")
    for code, tally in roll.classes.items():
        if tally.killed != killed.by["class"].get(code, 0):
            title = BREAKDOWNS["class"].label(code, edition.language, edition.snapshot.place_name)
            yield Disagreement(ROLL, title, str(tally.killed), str(killed.by["class"].get(code, 0)))
        if tally.named != sum(one.victim_class == code for one in roll.named):
            yield Disagreement(NAMES, printed.NAMES, str(len(roll.named)), str(tally.named))
    if roll.completeness.killed != killed.total:
        yield Disagreement(ROLL, FIGURES["civilians_killed"].title, str(roll.completeness.killed), str(killed.total))


def _table_of_classes(edition: Edition, roll: Roll, parts: tuple[Part, ...]) -> Iterator[Disagreement]:
    expected = [(t.named, t.withheld, t.nameless, t.killed) for t in roll.classes.values() if t.killed]
    for table in (part for part in parts if isinstance(part, DataTable)):
        rows = [tuple(map(value, row[1:])) for row in table.rows]
        for row, wanted in zip(rows, expected, strict=False):
            if row != wanted:
                yield Disagreement(ROLL, edition.text(printed.BY_CLASS), str(row), str(wanted))
        if len(rows) != len(expected):
            yield Disagreement(ROLL, edition.text(printed.BY_CLASS), str(len(rows)), str(len(expected)))


def _completeness(edition: Edition, found: Completeness, parts: tuple[Part, ...]) -> Iterator[Disagreement]:
    """The numbers as they were counted, none over the whole; complete and incomplete records make up all."""
    lacking = (found.no_name, found.no_day, found.no_place)
    incomplete = found.killed - found.complete
    if not max(lacking) <= incomplete <= sum(lacking):
        yield Disagreement(COMPLETE, printed.COMPLETE, str(found.complete), str(found.killed))
    for table in (part for part in parts if isinstance(part, DataTable)):
        rows = [row[1:] for row in table.rows]
        language = edition.language
        wanted = [(language.number(n), language.percent(100 * n / found.killed)) for n in (found.complete, *lacking)]
        if rows != wanted:
            yield Disagreement(COMPLETE, printed.COMPLETE, str(rows), str(wanted))


def _dossier(edition: Edition, sections: dict[str, tuple[Part, ...]]) -> Iterator[Disagreement]:
    filed = edition.snapshot.filed
    assert filed is not None
    counted = sum(victim.number for victim in filed.dossier.victims)
    for table in (part for part in sections.get("people", ()) if isinstance(part, DataTable)):
        rows = sum(value(row[1]) or 0 for row in table.rows)
        if rows != counted:
            yield Disagreement(PEOPLE, edition.text(people.SECTION.title), f"{rows:g}", str(counted))
    numbers = [link.number for link in filed.custody.links]
    for table in (part for part in sections.get("custody", ()) if isinstance(part, DataTable)):
        shown = [value(row[0]) for row in table.rows]
        if shown != numbers or numbers != list(range(1, len(numbers) + 1)):
            yield Disagreement(LINKS, edition.text(custody.TITLE), str(shown), str(numbers))
