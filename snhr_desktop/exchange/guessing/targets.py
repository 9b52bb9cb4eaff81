"""What each column of a sample is taken for, with how sure that is: one column for each target, the surest first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from snhr_desktop.domain.case_counting import TAKEN
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.exchange.conversion.terms import code_of, own_words
from snhr_desktop.exchange.guessing.counted import asks_for_number, counted, plainly, tells_of_people
from snhr_desktop.exchange.guessing.lexicon import (
    INJURED,
    KILLED,
    Phrase,
    fields_of_target,
    header_words,
    is_of_birth,
    lexicon,
    tag_lexicon,
)
from snhr_desktop.exchange.guessing.looks import (
    Column,
    age_share,
    count_share,
    holds_numbers,
    looks,
    names_towns_alone,
)
from snhr_desktop.exchange.guessing.publishers import names_publishers
from snhr_desktop.exchange.guessing.taken import of_case, tells_of_incidents, tells_of_taken
from snhr_desktop.i18n import N_, Message

_BEING_TAKEN = TAKEN | {"disappeared", "released"}
WHO_SOURCES_ARE = N_("This may be who a source is. It is not taken in: sources have pseudonyms.")
MAY_BE_PEOPLE = N_("This may count or list people. Whoever is told of here alone is not taken in.")
DAY_OF_BIRTH = N_("A day of birth is not taken in: the age at the time is kept.")
PUBLISHER = "sources.publisher"
SURE = 0.5
"""A column less likely than this stays unmapped."""
_SEVERAL = frozenset({"file.key", "place.pcodes", "ignored", KILLED, INJURED})
"""Targets that several columns may have."""
_BY_CELLS = frozenset(
    {"date.column", "place.pcodes", "place.latitude", "place.longitude", "place.governorate", "place.community",
     "victims.sex", "victims.outcome", "attributions.party", "weapons.weapon", "incident.narrative"}
)  # fmt: skip
"""Targets that cells alone may tell, whatever stands above them."""
_BY_CELLS_OF_CASES = frozenset(filter(None, map(of_case, _BY_CELLS))) - {"date.column", "case.notes"}
"""So of a list of cases, in which there are dates of several things."""
_HEADER, _PART, _CELLS = 0.7, 0.45, 0.3
"""The weight of a header that is one of our phrases, of one that holds a phrase, and of cells that fit."""
_TOWNS = "place.community"
_AREAS = frozenset({"place.governorate", "place.district", "place.subdistrict"})
_SITES = frozenset(
    map(
        header_words,
        (
            "الموقع",
            "المكان",
            "مكان الحادثة",
            "مكان الحادث",
            "مكان القصف",
            "موقع القصف",
            "موقع الحادثة",
            "location",
            "place",
        ),
    )
)
"""Headers of a town that, beside a column of towns, are of a site in it."""
_SOME = 0.3
"""Of the names under a header of areas, the part that only towns have, above which it is one of towns («المنطقة»)."""
_NEEDS = frozenset({"date.column", "date.until", "place.pcodes", "place.latitude", "place.longitude", "place.point"})
"""Targets whose cells have to fit, else the header meant another thing."""
_MAY_MEAN: Mapping[str, Sequence[str]] = {
    PUBLISHER: ("sources.kind",),
    "incident.kinds": ("weapons.weapon", "incident.delivery"),
    "weapons.weapon": ("incident.kinds", "incident.delivery"),
    "incident.delivery": ("weapons.weapon",),
    "victims.outcome": ("weapons.weapon",),
    "victims.age_group": ("victims.sex", "victims.civil_status"),
}
"""What headers may ask as well: «نوع الهجوم», “cause of death”."""
_AGES = frozenset({"victims.age", "case.age"})
_NUMBERS = frozenset({KILLED, INJURED, "toll.minimum", "toll.maximum", "victims.number"}) | _AGES


@dataclass(frozen=True)
class ColumnGuess:
    """What a column is taken for; a blank target: it stays unmapped. `confidence`: 0 to 1; a person’s choice is 1.

    `repeat` is the part that repeats in which the column stands, blank for a column of the row itself.
    """

    column: str
    target: str
    confidence: float
    repeat: str = ""


def assigned(
    columns: Sequence[Column], gazetteer: Gazetteer, chosen: Mapping[str, str] | None = None, *, cases: bool = False
) -> tuple[ColumnGuess, ...]:
    """A guess for each column, in the order of the file; what is `chosen` for a column is no guess.

    `cases`: the rows are people who were taken, and the targets those of a case.
    """
    said = chosen or {}
    scores = {column.name: _scores(column, gazetteer, cases) for column in columns if column.name not in said}
    ranked = sorted(
        (
            (score, -at, column.name, target)
            for at, column in enumerate(columns)
            for target, score in scores.get(column.name, {}).items()
        ),
        reverse=True,
    )
    taken = {name: ColumnGuess(name, target, 1.0) for name, target in said.items()}
    targets = set(said.values())
    for score, _at, name, target in ranked:
        free = target not in targets or target in _SEVERAL
        if score >= SURE and name not in taken and free:
            taken[name] = ColumnGuess(name, target, round(min(score, 1.0), 2))
            targets.add(target)
    guesses = (taken.get(column.name) or ColumnGuess(column.name, "", 0.0) for column in columns)
    return tuple(_in_language(one, column) for one, column in zip(guesses, columns, strict=True))


def withheld(columns: Sequence[Column], guesses: Sequence[ColumnGuess], *, cases: bool = False) -> dict[str, Message]:
    """The columns of which it is known what they say, or may say, and that are not taken in, each with why."""
    found: dict[str, Message] = {}
    for column, guess in zip(columns, guesses, strict=True):
        if column.texts and not guess.target:
            if is_of_birth(column.name):
                found[column.name] = DAY_OF_BIRTH
            elif PUBLISHER in dict(_by_header(column, cases=False)):
                found[column.name] = WHO_SOURCES_ARE
            elif not cases and tells_of_people(column.name):
                found[column.name] = MAY_BE_PEOPLE
    return found


def are_cases(columns: Sequence[Column]) -> bool:
    """Whether the rows are people who were taken: by the headers, or by the words of a column of states."""
    if tells_of_incidents([target for one in columns for target, _ in _by_header(one, cases=False)]):
        return False
    told = [(one, target) for one in columns for target, _ in _by_header(one, cases=True)]
    if not any(target.startswith("case.name") for _, target in told):
        return False
    return tells_of_taken([(header_words(one.name), target) for one, target in told]) or any(map(_says_states, columns))


def _says_states(column: Column) -> bool:
    """Whether the words of a column are states of people who were taken."""
    known = own_words("case_state")
    said = {code_of(text, known) for text in column.distinct}
    return bool(said & _BEING_TAKEN) and column.share(lambda text: code_of(text, known) is not None) > 0.8


def _in_language(guess: ColumnGuess, column: Column) -> ColumnGuess:
    """A text that is written in each language is the one whose letters the cells have."""
    name, _, field = guess.target.rpartition(".")
    known = fields_of_target(name)
    if field in known or f"{field}_ar" not in known:
        return guess
    return replace(guess, target=f"{guess.target}_{'ar' if column.arabic or f'{field}_en' not in known else 'en'}")


def _scores(column: Column, gazetteer: Gazetteer, cases: bool) -> Mapping[str, float]:
    if is_of_birth(column.name):
        return {}
    fits = looks(column, gazetteer)
    found: dict[str, float] = {}
    for target, weight in _by_header(column, cases=cases):
        found[target] = max(found.get(target, 0.0), weight + _CELLS * _fit(target, fits, column))
    found |= _meant(found, fits, column, gazetteer)
    if not cases and _TOWNS in found and header_words(column.name) in _SITES:
        found |= {_TOWNS: found[_TOWNS] - 0.1, "incident.landmark": SURE}
    for target in (_BY_CELLS_OF_CASES if cases else _BY_CELLS) & fits.keys():
        if column.texts and fits[target] > 0.6:
            found[target] = max(found.get(target, 0.0), _CELLS + 0.4 * fits[target])
    return found


def _meant(
    found: Mapping[str, float], fits: Mapping[str, float], column: Column, gazetteer: Gazetteer
) -> dict[str, float]:
    """What else the header may ask, where the cells say so and fit it better: that, unless a header asks for nothing
    else («السلاح» beside «نوع الهجوم»), and what it asked no more."""
    others = [(said, other) for said in found for other in _MAY_MEAN.get(said, ())]
    fitting = [(said, other) for said, other in others if fits[other] > max(0.6, fits.get(said, 0.0))]
    meant = {said: 0.0 for said, _ in fitting} | {other: _HEADER + 0.05 for _, other in fitting}
    if found.keys() & _AREAS and names_towns_alone(column, gazetteer) > _SOME:
        meant[_TOWNS] = _HEADER + 0.2
    return meant


def _fit(target: str, fits: Mapping[str, float], column: Column) -> float:
    """How well the cells fit what the header says: below nought where they speak against it."""
    if target == PUBLISHER and not names_publishers(column):
        return -2.0
    if target == "ignored" and any(fit for name, fit in fits.items() if name.startswith("victims.")):
        return -2.0
    if not column.texts:
        return 0.5
    if target in _NUMBERS:
        share = age_share(column) if target in _AGES else count_share(column)
        return share if share > 0.5 else 0.5 if _counts_badly(target, column) else -2.0
    fit = fits.get(_ALIKE.get(target, target))
    if fit is None:
        return 0.5
    return -2.0 if target in _NEEDS and fit < 0.3 else fit


def _counts_badly(target: str, column: Column) -> bool:
    """Whether the header asks for people, and cells hold a number or should: each that cannot be read is refused, and
    nobody is passed over."""
    headers = [header for header in (column.name, column.tag) if tells_of_people(header)]
    asked = bool(headers) and target not in _AGES
    return asked and (holds_numbers(column) or any(map(asks_for_number, headers)))


def _by_header(column: Column, *, cases: bool) -> Iterable[tuple[str, float]]:
    """What the header says, and what its tag or the question of its form says, each with how sure that is."""
    known = lexicon(cases=cases)
    if column.tag.startswith("#") and (told := tag_lexicon(cases=cases).get(header_words(column.tag))):
        yield told, _HEADER
    for header in filter(None, (column.name, "" if column.tag.startswith("#") else column.tag)):
        said = header_words(header)
        for phrase in (said, plainly(said), header_words(_question(header))):
            if target := known.get(phrase):
                yield target, _HEADER
                break
        if target := "" if cases else counted(said):
            yield target, _HEADER
        yield from ((target, _PART) for phrase, target in known.items() if len(phrase) > 1 and _holds(said, phrase))


def _question(header: str) -> str:
    """The last part of a path: the groups of a form stand before the name of a question."""
    return header.replace("::", " ").replace(".", "/").rpartition("/")[2]


def _holds(said: Phrase, phrase: Phrase) -> bool:
    return any(said[at : at + len(phrase)] == phrase for at in range(len(said) - len(phrase) + 1))


_ALIKE = {"date.until": "date.column"}
