"""Sentences that the program makes: each number in them is one of the records, and that of the noun it stands by."""

import re
from collections.abc import Iterator

from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import N_, Message, bare
from snhr_desktop.reports.agreement.claims import claims
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.agreement.numbers import SPELLED, names_with_numbers, numbers, told
from snhr_desktop.reports.agreement.recorded import Recorded
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import Bullets, Facts, Heading, Part, Picture, Prose
from snhr_desktop.reports.sections import revisions
from snhr_desktop.reports.sections.summary import WEAPONS

SENTENCE = N_("a number in a sentence is not that of the records")
BOUNDS = N_("a sentence names another day than the first or last of the period")

GENERATED = frozenset(
    {"summary", "months", "victims", "parties", "places", "facilities", "weapons", "bulletin", "roll"}
)
"""Sections whose sentences are made of figures alone; the others hold standing texts and words of the records."""


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Every sentence that tells a number which the records do not."""
    edition, sections = manuscript.edition, manuscript.sections()
    recorded, names = Recorded.of(edition.snapshot), names_with_numbers(edition)
    killed = edition.total("civilians_killed")
    leading = sections.get("summary") or sections.get("bulletin") or (sections.get("roll") if killed else None)
    yield from _lead(edition, leading or (), recorded)
    for part in sections.get("late", ())[:1]:
        if isinstance(part, Prose):
            yield from _only_bounds(edition, part.text)
    earlier = {part.text for part in revisions.in_brief(edition)}  # held against the earlier reports elsewhere
    for code in (code for code in sections if code in GENERATED):
        for text in (text for text in texts_of(sections[code]) if text not in earlier):
            yield from _claims(edition, text, recorded)
            for number in told([text], names, least=0):
                if number not in recorded.tellable:
                    yield Disagreement(SENTENCE, bare(text)[:160], f"{number:,g}")
    if manuscript.prints("summary"):
        yield from _rows_told(edition, sections.get("summary", ()))


def texts_of(parts: tuple[Part, ...]) -> Iterator[str]:
    """Every sentence and heading, tables left out."""
    for part in parts:
        if isinstance(part, Heading | Prose):
            yield part.text
        elif isinstance(part, Bullets):
            yield from part.items
        elif isinstance(part, Facts):
            yield from (line for _, lines in part.rows for line in lines)
        elif isinstance(part, Picture):
            yield part.chart.summary


def _claims(edition: Edition, text: str, recorded: Recorded) -> Iterator[Disagreement]:
    for code, number in claims(text, edition.language):
        if number not in recorded.of_noun(code):
            yield Disagreement(SENTENCE, named(code), f"{number:,}", _total(recorded, code))


def _lead(edition: Edition, summary: tuple[Part, ...], recorded: Recorded) -> Iterator[Disagreement]:
    """The first sentence tells whole totals, and nothing smaller, between the bounds of the period."""
    for part in summary[:1]:
        if isinstance(part, Prose):
            yield from _bounds(edition, part.text)
            for code, number in claims(part.text, edition.language):
                if number != recorded.total(code):
                    yield Disagreement(SENTENCE, named(code), f"{number:,}", _total(recorded, code))


def _bounds(edition: Edition, text: str) -> Iterator[Disagreement]:
    """A sentence that tells of the days reported on names the first and the last."""
    for day in (bare(edition.language.date(day)) for day in (edition.snapshot.first, edition.snapshot.last)):
        if not re.search(rf"(?<!\d){re.escape(day)}(?!\d)", bare(text)):
            yield Disagreement(BOUNDS, bare(text)[:160], "", day)


def _only_bounds(edition: Edition, text: str) -> Iterator[Disagreement]:
    """A sentence that tells the days reported on, and no other number."""
    yield from _bounds(edition, text)
    days = [edition.language.date(day) for day in (edition.snapshot.first, edition.snapshot.last)]
    for number in set(numbers(text)) - {n for day in days for n in numbers(day)}:
        yield Disagreement(BOUNDS, bare(text)[:160], f"{number:g}", " · ".join(map(bare, days)))


def _rows_told(edition: Edition, summary: tuple[Part, ...]) -> Iterator[Disagreement]:
    """Each party and each category begins an item with its name, each place has its number in brackets."""
    items = [bare(item) for part in summary if isinstance(part, Bullets) for item in part.items]
    yield from _items(edition, items, "facility_impacts", "category")
    yield from _items(edition, items, "civilians_killed", "party")
    prose = [bare(part.text) for part in summary if isinstance(part, Prose)]
    for code in (code for code in (*WEAPONS, "facility_impacts") if edition.total(code) >= SPELLED):
        if not any((code, edition.total(code)) in claims(text, edition.language) for text in (*items, *prose)):
            yield Disagreement(SENTENCE, named(code), "", edition.number(code))
    for term, number in edition.answer("civilians_killed").by["subdistrict"].items():
        said = f"{bare(edition.term('subdistrict', term))} ({edition.language.number(number)})"
        if number and not any(said in text for text in prose):
            yield Disagreement(SENTENCE, edition.term("subdistrict", term), "", f"{number:,}")


def _items(edition: Edition, items: list[str], figure: str, breakdown: str) -> Iterator[Disagreement]:
    """The items of one list: each term that counts has its own, with its number."""
    # beside a noun Arabic spells one and two
    least = SPELLED if edition.language.rtl and breakdown == "party" else 1
    for term, number in edition.answer(figure).by[breakdown].items():
        own = [item for item in items if item.startswith(f"{bare(edition.term(breakdown, term))}:")]
        if breakdown == "party":
            yield from _classes_of(edition, term, own)
        if number and not any(number < least or number in told([item], least=0) for item in own):
            yield Disagreement(SENTENCE, edition.term(breakdown, term), own[0] if own else "", f"{number:,}")


def _classes_of(edition: Edition, row: str, items: list[str]) -> Iterator[Disagreement]:
    """Beside a party stand the classes of its own row, and not of another's."""
    counted = {
        **edition.snapshot.parties.get(row, {}),
        "civilians_killed": edition.answer("civilians_killed").by["party"][row],
    }
    for item in items:
        for code, number in claims(item, edition.language):
            if counted.get(code, number) != number:
                yield Disagreement(SENTENCE, item[:160], f"{number:,}", f"{counted[code]:,}")
        for other in set(told([item], names_with_numbers(edition))) - set(map(float, counted.values())):
            yield Disagreement(SENTENCE, item[:160], f"{other:,g}")


def named(code: str) -> Message | str:
    """A figure or class by its title."""
    return FIGURES[code].title if code in FIGURES else FIGURES["civilians_killed"].title


def _total(recorded: Recorded, code: str) -> str:
    return f"{recorded.total(code):,}"
