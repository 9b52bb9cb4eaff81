"""The executive summary: prose made of the figures, in the right plurals of each language."""

from snhr_desktop.figures.breakdowns import BREAKDOWNS
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.figures_told import figures_told
from snhr_desktop.reports.numerals import letter
from snhr_desktop.reports.parts import Bullets, Heading, Marks, Note, Part, Prose
from snhr_desktop.reports.phrases import AMONG_THEM, APART, at_least, with_classes
from snhr_desktop.reports.pictures import classes, parties
from snhr_desktop.reports.section import NUMBERED, Section
from snhr_desktop.reports.telling import descending

KILLED = N_("Between {first} and {last} the network documented the killing, in {area} and by {scope}, of {killed}.")
NOBODY = N_("Between {first} and {last} the network documented no killing of a civilian in {area} by {scope}.")
OCCUPATIONS = N_("Among those killed were {parts}.")
INJURED = N_("The injury of {count} was documented in the same incidents.")
MASSACRES = N_("The network documented {count}.")
BY_PLACE = N_("Civilians killed, by place")
BY_FACILITY = N_("Attacks on vital civilian facilities")
BY_WEAPON = N_("Weapons")
PLACES = N_("In descending order of the number killed: {places}.")
PLACE = N_("{place} ({count})")
ITEM = N_("{label}: {value}")
DOCUMENTED = N_("The network documented {count}, by category:")
USED = N_("The network documented the use of the following weapons:")
APART_ALONE = N_("Recorded apart, and in no total of this report: {parts}.")
MARKER = N_("{letter}.")
WEAPONS = ("barrel_bombs", "cluster_attacks", "incendiary_attacks", "chemical_attacks")
_OCCUPATIONS = ("medical_killed", "media_killed", "civil_defence_killed")


def build(edition: Edition) -> tuple[Part, ...]:
    """The toll, the parties, the places, the facilities, the weapons, and what stands apart."""
    return (
        _defined(edition, toll(edition), "civilians_killed", kind="lead"),
        *_rest_of_toll(edition), *_parties(edition), *_places(edition),
        *_facilities(edition), *_weapons(edition), *_apart(edition),
    )  # fmt: skip


def _defined(edition: Edition, text: str, *figures: str, kind: str = "text") -> Prose:
    """A passage with a footnote for each figure that it tells: how it is counted."""
    marks: Marks = tuple(
        Note(len(text), edition.text(FIGURES[code].definition)) for code in figures if edition.total(code)
    )
    return Prose(text, kind, marks=marks)


def toll(edition: Edition) -> str:
    """The toll of the period in one sentence."""
    killed, said = edition.total("civilians_killed"), edition.words
    told = {name: said[name] for name in ("first", "last", "area", "scope")}
    if not killed:
        return edition.text(NOBODY, **told)
    classes = edition.answer("civilians_killed").by["class"]
    return edition.text(KILLED, killed=with_classes(killed, classes, edition.language), **told)


def _rest_of_toll(edition: Edition) -> tuple[Prose, ...]:
    language = edition.language
    sentences = []
    if edition.total("civilians_killed"):
        sentences.append(edition.text(classes.SHARE, share=edition.number("women_children_share")))
    if parts := [language.plural(AMONG_THEM[code], n) for code in _OCCUPATIONS if (n := edition.total(code))]:
        sentences.append(edition.text(OCCUPATIONS, parts=language.join(parts)))
    if injured := edition.total("civilians_injured"):
        sentences.append(edition.text(INJURED, count=at_least("civilians_injured", injured, language)))
    if massacres := edition.total("massacres"):
        sentences.append(edition.text(MASSACRES, count=at_least("massacres", massacres, language)))
    return (_defined(edition, " ".join(sentences), "massacres"),) if sentences else ()


def _parties(edition: Edition) -> tuple[Part, ...]:
    killed = edition.answer("civilians_killed").by["party"]
    rows = sorted(killed, key=lambda row: (row == BREAKDOWNS["party"].remainder, -killed[row], row))
    items = tuple(_party(edition, row, killed[row]) for row in rows)
    markers = tuple(edition.text(MARKER, letter=letter(n, edition.language)) for n in range(1, len(items) + 1))
    return (Heading(edition.text(parties.TITLE), 3), Bullets(items, markers)) if items else ()


def _party(edition: Edition, row: str, number: int) -> str:
    count = with_classes(number, edition.snapshot.parties.get(row, {}), edition.language)
    return edition.text(ITEM, label=edition.term("party", row), value=count)


def _places(edition: Edition) -> tuple[Part, ...]:
    killed = edition.answer("civilians_killed").by["subdistrict"]
    rows = [row for row in descending(edition, "subdistrict", ["civilians_killed"]) if killed[row]]
    rows += [row for row in killed if row == BREAKDOWNS["subdistrict"].remainder]
    if not rows:
        return ()
    places = [
        edition.text(PLACE, place=edition.term("subdistrict", row), count=edition.language.number(killed[row]))
        for row in rows
    ]
    told = edition.text(PLACES, places=edition.language.join(places))
    return (Heading(edition.text(BY_PLACE), 3), Prose(told))


def _facilities(edition: Edition) -> tuple[Part, ...]:
    total = edition.total("facility_impacts")
    if not total:
        return ()
    answer = edition.answer("facility_impacts").by["category"]
    rows = descending(edition, "category", ["facility_impacts"])
    rows += [row for row in answer if row == BREAKDOWNS["category"].remainder]
    items = tuple(
        edition.text(ITEM, label=edition.term("category", row), value=edition.language.number(answer[row]))
        for row in rows
    )
    lead = edition.text(DOCUMENTED, count=at_least("facility_impacts", total, edition.language))
    return (Heading(edition.text(BY_FACILITY), 3), _defined(edition, lead, "facility_impacts"), Bullets(items))


def _weapons(edition: Edition) -> tuple[Part, ...]:
    items = tuple(at_least(code, n, edition.language) for code in WEAPONS if (n := edition.total(code)))
    return (Heading(edition.text(BY_WEAPON), 3), Prose(edition.text(USED)), Bullets(items)) if items else ()


def _apart(edition: Edition) -> tuple[Prose, ...]:
    language, told = edition.language, set(figures_told(edition.snapshot))
    found = {code: edition.total(code) for code in APART if code in told}
    parts = [language.plural(APART[code], n) for code, n in found.items() if n]
    return (Prose(edition.text(APART_ALONE, parts=language.join(parts)), "note"),) if parts else ()


SECTION = Section("summary", N_("Executive summary"), build, numbering=NUMBERED)
