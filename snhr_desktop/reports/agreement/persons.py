"""People against the records: everybody killed stands in the roll once, everybody harmed once in a dossier."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from snhr_desktop.domain.counting import tally, victim_class
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.figures.breakdowns import BREAKDOWNS
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import N_, bare
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.agreement.numbers import value
from snhr_desktop.reports.agreement.tables import Rows, differing, whole_rows
from snhr_desktop.reports.audience import may_appear
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import DataTable, Part, Prose
from snhr_desktop.reports.phrases import person
from snhr_desktop.reports.roll import Completeness, Roll
from snhr_desktop.reports.sections import custody, particulars, people, statements
from snhr_desktop.reports.sections import roll as printed
from snhr_desktop.reports.sections.incident_list import date_of, place_of

ROLL = N_("the named and the not named are not the civilians killed")
NAMES = N_("the names printed are not as many as are counted")
COMPLETE = N_("the completeness of the records does not recompute")
STATED = N_("whether the statements agree with the toll is told wrongly")
LINKS = N_("the chain of custody is not whole")

_Person = tuple[str, str, float | None, str]
"""Name, class, age, what happened."""


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Everything that does not agree in a roll or a dossier; nothing for other kinds."""
    edition, sections = manuscript.edition, manuscript.sections()
    if roll := edition.snapshot.roll:
        yield from _classes(edition, roll)
        yield from _completeness(edition, roll.completeness)
        for code, expected in _of_roll(edition, roll).items():
            yield from _tables(sections.get(code, ()), expected, whole=code == "completeness")
    if edition.snapshot.filed:
        yield from _people(edition, sections.get("people", ()))
        yield from _stated(edition, sections.get("stated_tolls", ()))
        yield from _custody(edition, sections.get("custody", ()))


def _tables(parts: tuple[Part, ...], expected: Rows, whole: bool = False) -> Iterator[Disagreement]:
    """The table of a section against the rows expected."""
    for table in (part for part in parts if isinstance(part, DataTable)):
        yield from differing(whole_rows(table), expected, whole)


def _classes(edition: Edition, roll: Roll) -> Iterator[Disagreement]:
    """Each class of the roll against the figure, and the names against their number."""
    killed = edition.answer("civilians_killed")
    for code, found in roll.classes.items():
        if found.killed != killed.by["class"].get(code, 0):
            title = BREAKDOWNS["class"].label(code, edition.language, edition.snapshot.place_name)
            yield Disagreement(ROLL, title, str(found.killed), str(killed.by["class"].get(code, 0)))
        if found.named != sum(one.victim_class == code for one in roll.named):
            yield Disagreement(NAMES, printed.NAMES, str(len(roll.named)), str(found.named))
    if roll.completeness.killed != killed.total:
        yield Disagreement(ROLL, FIGURES["civilians_killed"].title, str(roll.completeness.killed), str(killed.total))


def _completeness(edition: Edition, found: Completeness) -> Iterator[Disagreement]:
    """None is over the whole; complete and incomplete records make up all."""
    lacking = (found.no_name, found.no_day, found.no_place)
    incomplete = found.killed - found.complete
    if not max(lacking) <= incomplete <= sum(lacking):
        yield Disagreement(COMPLETE, printed.COMPLETE, str(found.complete), str(found.killed))


def _of_roll(edition: Edition, roll: Roll) -> dict[str, Rows]:
    """The rows of the sections of a list of victims."""
    language, found = edition.language, roll.completeness
    classes = {label("victim_class", code, language): one for code, one in roll.classes.items()}
    counted = {printed.WHOLE: found.complete} | {title: getattr(found, code) for code, title in printed.LACKING.items()}
    return {
        "roll": Counter((title, (t.named, t.withheld, t.nameless, t.killed)) for title, t in classes.items()),
        "completeness": Counter(
            (edition.text(title), (n, value(language.percent(100 * n / found.killed))))
            for title, n in counted.items()
            if found.killed
        ),
        "names": Counter(
            (
                bare(printed.name_of(edition, one)),
                (
                    language.text(person(one.sex, one.victim_class)), one.age, bare(date_of(edition, one.date)),
                    bare(place_of(edition, one.place.pcode) or label("place_precision", "unknown", language)),
                    one.reference,
                ),
            )
            for one in roll.named
        ),
    }  # fmt: skip


def _people(edition: Edition, parts: tuple[Part, ...]) -> Iterator[Disagreement]:
    """As many persons of each name, class, age and outcome as are recorded; who is alike may share a row."""
    language, filed = edition.language, edition.snapshot.filed
    recorded, shown = Counter[_Person](), Counter[_Person]()
    for one in filed.dossier.victims if filed else ():
        own, other = (one.name_ar, one.name_en) if language.rtl else (one.name_en, one.name_ar)
        name = bare(own or other or edition.text(people.UNNAMED))
        described = language.text(person(one.sex, victim_class(one)))
        recorded[name, described, one.age, label("outcome", one.outcome, language, one.sex)] += one.number
    for table in (part for part in parts if isinstance(part, DataTable)):
        for name, number, described, age, _, outcome in table.rows:
            shown[bare(name.partition("\n")[0]), described, value(age), outcome] += int(value(number) or 0)
        yield from differing(_rows(shown), _rows(recorded))


def _rows(persons: "Counter[_Person]") -> Rows:
    return Counter({(name, (float(number), *rest)): 1 for (name, *rest), number in persons.items()})


def _stated(edition: Edition, parts: tuple[Part, ...]) -> Iterator[Disagreement]:
    """What each source that may appear states, under what is recorded; and whether all of it is the same."""
    assert edition.snapshot.filed is not None
    dossier, audience = edition.snapshot.filed.dossier, edition.snapshot.brief.audience
    toll = tuple(float(sum(tally(dossier.victims, fate).values())) for fate in ("killed", "injured"))
    said = [
        (bare(particulars.source_name(edition, one)), (one.stated_killed, one.stated_injured))
        for one in dossier.sources
        if may_appear(one, audience) and (one.stated_killed, one.stated_injured) != (None, None)
    ]
    yield from _tables(parts, Counter([(edition.text(statements.BY_NETWORK), toll), *said]))
    differ = any(number not in (None, counted) for _, pair in said for number, counted in zip(pair, toll, strict=True))
    sentence = edition.text(statements.DIFFER if differ else statements.AGREE)
    for part in parts:
        if isinstance(part, Prose) and part.text != sentence:
            yield Disagreement(STATED, edition.text(statements.TOLLS), "", sentence)


def _custody(edition: Edition, parts: tuple[Part, ...]) -> Iterator[Disagreement]:
    """Every save with its number, day and hash, none left out."""
    assert edition.snapshot.filed is not None
    links = edition.snapshot.filed.custody.links
    numbers = [link.number for link in links]
    days = [edition.language.short_date(dt.date.fromisoformat(link.at[:10])) for link in links]
    sealed = [(link.number, bare(day), link.chain_sha256) for link, day in zip(links, days, strict=True)]
    for table in (part for part in parts if isinstance(part, DataTable)):
        shown = [value(row[0]) for row in table.rows]
        told = [(value(row[0]), bare(row[1]).split(" ")[0], bare(row[-1])) for row in table.rows]
        whole = len(told) == len(sealed) and all(
            (number, day) == (found, bare(said)) and digest.startswith(signs) and len(signs) == custody.SIGNS
            for (number, day, digest), (found, said, signs) in zip(sealed, told, strict=True)
        )
        if not whole or shown != numbers or numbers != list(range(1, len(numbers) + 1)):
            yield Disagreement(LINKS, edition.text(custody.TITLE), str(shown), str(numbers))
