"""Sentences that the program makes: each number in them is one of the records, and that of the noun it stands by."""

from collections.abc import Iterable, Iterator, Mapping

from snhr_desktop.domain.counting import tally
from snhr_desktop.domain.records import Dossier
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import N_, Message, bare
from snhr_desktop.reports.agreement.claims import claims
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.agreement.numbers import SPELLED, names_with_numbers, told
from snhr_desktop.reports.agreement.recorded import Recorded
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import Bullets, Facts, Heading, Part, Picture, Prose
from snhr_desktop.reports.sections import particulars, revisions

SENTENCE = N_("a number in a sentence is not that of the records")
TITLE = N_("the title of an incident says another number than its toll")
TOLL = N_("the toll printed of a massacre is not that of its victims")
BOUNDS = N_("a sentence names another day than the first or last of the period")

GENERATED = frozenset({"summary", "months", "victims", "parties", "places", "facilities", "weapons", "bulletin"})
"""Sections whose sentences are made of figures alone; the others hold standing texts and words of the records."""


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Every sentence that tells a number which the records do not."""
    edition, sections = manuscript.edition, manuscript.sections()
    recorded, names = Recorded.of(edition.snapshot), names_with_numbers(edition)
    yield from _lead(edition, sections.get("summary") or sections.get("bulletin", ()), recorded)
    earlier = {part.text for part in revisions.in_brief(edition)}  # held against the earlier reports elsewhere
    for code in (code for code in sections if code in GENERATED):
        for text in (text for text in texts_of(sections[code]) if text not in earlier):
            yield from _claims(edition, text, recorded)
            for number in told([text], names, least=0):
                if number not in recorded.tellable:
                    yield Disagreement(SENTENCE, bare(text)[:160], f"{number:,g}")
    if manuscript.prints("summary"):
        yield from _rows_told(edition, sections.get("summary", ()))
    for code in ("massacres", "particulars"):
        yield from _massacres(edition, sections.get(code, ()))


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
            for day in (edition.language.date(day) for day in (edition.snapshot.first, edition.snapshot.last)):
                if day not in bare(part.text):
                    yield Disagreement(BOUNDS, bare(part.text)[:160], "", day)
            for code, number in claims(part.text, edition.language):
                if number != recorded.total(code):
                    yield Disagreement(SENTENCE, named(code), f"{number:,}", _total(recorded, code))


def _rows_told(edition: Edition, summary: tuple[Part, ...]) -> Iterator[Disagreement]:
    """Each party and each category begins an item with its name, each place has its number in brackets."""
    items = [bare(item) for part in summary if isinstance(part, Bullets) for item in part.items]
    prose = [bare(part.text) for part in summary if isinstance(part, Prose)]
    for figure, breakdown in (("civilians_killed", "party"), ("facility_impacts", "category")):
        for term, number in edition.answer(figure).by[breakdown].items():
            own = [item for item in items if item.startswith(bare(edition.term(breakdown, term)))]
            if number >= SPELLED and not any(number in told([item]) for item in own):
                yield Disagreement(SENTENCE, edition.term(breakdown, term), own[0] if own else "", f"{number:,}")
    for term, number in edition.answer("civilians_killed").by["subdistrict"].items():
        said = f"{bare(edition.term('subdistrict', term))} ({edition.language.number(number)})"
        if number and not any(said in text for text in prose):
            yield Disagreement(SENTENCE, edition.term("subdistrict", term), "", f"{number:,}")


def _massacres(edition: Edition, parts: tuple[Part, ...]) -> Iterator[Disagreement]:
    """The title of a massacre and the toll beneath it, against its victims."""
    filed = edition.snapshot.filed
    told_of = (*edition.snapshot.massacres, *((filed.dossier,) if filed else ()))
    dossiers = {dossier.incident.reference: dossier for dossier in told_of}
    title = ""
    for part in parts:
        if isinstance(part, Heading):
            title = bare(part.text)
        elif isinstance(part, Facts):
            dossier = dossiers.get(part.rows[0][1][0])
            if dossier is None:
                yield Disagreement(TOLL, title)
            else:
                yield from _massacre(edition, dossier, title, dict(part.rows))


def _massacre(
    edition: Edition, dossier: Dossier, title: str, rows: Mapping[str, tuple[str, ...]]
) -> Iterator[Disagreement]:
    killed, injured = (tally(dossier.victims, fate) for fate in ("killed", "injured"))
    sums = [sum(killed.values()), sum(injured.values())]
    allowed = {code: {killed.get(code, 0)} for code in ("men", "women", "children")} | {"civilians_killed": set(sums)}
    for code, number in claims(title, edition.language, spelled=True):
        if number not in allowed.get(code, {number}):
            yield Disagreement(TITLE, title, f"{number:,}", _said(sorted(allowed[code])))
    expected = {float(n) for n in (*killed.values(), *sums) if n >= SPELLED}
    printed = told(rows.get(edition.text(particulars.TOLL), ()))
    if set(printed) != expected:
        yield Disagreement(TOLL, title, _said(sorted(printed)), _said(sorted(expected)))


def named(code: str) -> Message | str:
    """A figure or class by its title."""
    return FIGURES[code].title if code in FIGURES else FIGURES["civilians_killed"].title


def _total(recorded: Recorded, code: str) -> str:
    return f"{recorded.total(code):,}"


def _said(numbers: Iterable[float]) -> str:
    return " · ".join(f"{number:g}" for number in numbers)
