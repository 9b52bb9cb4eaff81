"""Made-up cases of detention: one for every third made-up incident, the same for the same seed and number."""

import calendar
import datetime as dt
import random
from collections.abc import Iterator
from typing import Any

from snhr_desktop.domain.places import Gazetteer, Level, Place
from snhr_desktop.domain.records import CaseFile
from snhr_desktop.domain.values import Site, When
from snhr_desktop.exchange.training import weights
from snhr_desktop.exchange.training.people import person
from snhr_desktop.exchange.training.weights import draw

_EVERY = 3
_LATEST = dt.date(2023, 12, 31)
_HELD_AT = (("Military security branch", "فرع الأمن العسكري"), ("Central prison", "السجن المركزي"))


def made_up_cases(seed: int, numbers: range, gazetteer: Gazetteer, one_year: int) -> Iterator[CaseFile]:
    """Cases that are wholly invented, beside the incidents of some numbers; the first `one_year` are of that year."""
    towns = dict.fromkeys(gazetteer.at_level(Level.COMMUNITY), 1.0)
    office = {town: share for town, share in towns.items() if gazetteer.within(town.pcode, "SY07")}
    for number in numbers:
        if number % _EVERY:
            continue
        chance = random.Random(f"case {seed}:{number}")
        places, months = (office, weights.MONTHS) if number < one_year else (towns, weights.ALL_MONTHS)
        raw = _raw(chance, draw(chance, places), draw(chance, months))
        raw["case"]["origin"] = f"training:{seed}-D{number + 1}"
        file, problems = CaseFile.parse(raw)
        assert not problems, problems  # what is made up here is ours, not the world's
        yield file


def _raw(chance: random.Random, place: Place, month: dt.date) -> dict[str, Any]:
    status, classification = draw(chance, weights.STANDINGS)
    who = {name: value for name, value in person(chance).items() if name not in ("number", "outcome", "displaced")}
    day = month.replace(day=chance.randint(1, calendar.monthrange(month.year, month.month)[1]))
    return {
        "case": {
            **who, "status": status, "classification": classification,
            "place_of_origin": Site(place.pcode, "community"),
        },
        "states": [_arrest(chance, place, month, day), *_after(chance, day)],
    }  # fmt: skip


def _arrest(chance: random.Random, place: Place, month: dt.date, day: dt.date) -> dict[str, Any]:
    party = draw(chance, weights.ARRESTED_BY)
    last = calendar.monthrange(month.year, month.month)[1]
    vague = chance.random() < 0.06
    return {
        "state": "abducted" if party == "unidentified" else "arrested",
        "date": When(month, month.replace(day=last), "month") if vague else When.on(day),
        "place": Site(place.pcode, "community"),
        "party": party,
        "circumstances": draw(chance, weights.CIRCUMSTANCES),
        "warrant": "" if party == "unidentified" else draw(chance, weights.WARRANTS),
    } | _told(chance)


def _after(chance: random.Random, day: dt.date) -> Iterator[dict[str, Any]]:
    """What followed, a while after one another and never later than such records go."""
    after: tuple[str, ...] = draw(chance, weights.AFTER_ARREST)
    for number, state in enumerate(after):
        day = min(day + dt.timedelta(days=chance.randint(31 if number else 20, 300)), _LATEST)
        held = chance.choice(_HELD_AT)
        where = {"held_at_en": held[0], "held_at_ar": held[1]} if state in ("transferred", "released") else {}
        body = {"body": chance.choice(("yes", "no", "no"))} if state == "died" else {}
        yield {"state": state, "date": When.on(day), **where, **body, **_told(chance)}


def _told(chance: random.Random) -> dict[str, Any]:
    return {
        "source_kind": chance.choice(("family", "family", "former_detainee", "eyewitness", "activist")),
        "source_pseudonym": f"T-{chance.randrange(10_000):04}",
        "consent": chance.choice(("internal", "anonymous", "anonymous")),
    }
