"""Whether two victims may be one person: the name, then father, age, sex, place and date."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from snhr_desktop.domain.counting import ADULT_FROM
from snhr_desktop.domain.doubles.around import by_date, by_place
from snhr_desktop.domain.doubles.fullname import Agreement, FullName, Likeness, agreement
from snhr_desktop.domain.doubles.match import Match, Reason
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Incident, Victim
from snhr_desktop.domain.values import NO_SITE, NO_TIME, Site, When
from snhr_desktop.i18n import N_

SAME_NAME = N_("Same name")
LETTER_OTHER = N_("The name differs in one letter")
SOUNDS_SAME = N_("The name sounds the same")
SAME_FATHER = N_("Same father’s name")
SAME_AGE = N_("Same age")
AGES_FIT = N_("The age fits: {one}, {other} there")
SAME_ORIGIN = N_("Same place of origin")

AGE_WITHIN = 2
"""Years that two statements of one person's age may differ by."""
LEAST = 50
"""The score below which a person is not proposed: a name of two words alone is many people's."""

_NAMES = {Likeness.SAME: (SAME_NAME, 40), Likeness.LETTER: (LETTER_OTHER, 35), Likeness.SOUND: (SOUNDS_SAME, 32)}
_DAYS_OF_YEAR = 365.25
_ROUNDED = 0.5
"""An age is a number of whole years."""


class PersonTraits(NamedTuple):
    """What is compared of a victim, with place and date of the incident."""

    name: FullName
    sex: str = ""
    age: int | None = None
    age_group: str = ""
    origin: Site = NO_SITE
    place: Site = NO_SITE
    date: When = NO_TIME

    def born(self) -> float | None:
        """The year of birth that age and date give, with its fraction; None where either is not known."""
        if self.age is None or self.date.first is None or self.date.last is None:
            return None
        middle = self.date.first + (self.date.last - self.date.first) / 2
        return middle.year + middle.timetuple().tm_yday / _DAYS_OF_YEAR - self.age


def person_traits(victim: Victim, incident: Incident) -> PersonTraits | None:
    """What is compared of a victim; None for a group, and for one whose name is not known."""
    name = FullName.of(victim.name_ar, victim.name_en, victim.father_ar)
    if victim.number > 1 or not (name.arabic or name.latin):
        return None
    return PersonTraits(
        name, victim.sex, victim.age, victim.age_group, victim.place_of_origin, incident.place, incident.date
    )


def same_person(one: PersonTraits, other: PersonTraits, places: Gazetteer) -> Match | None:
    """Why two may be one person; None where a name, the sex or the age says otherwise, or too little speaks for it."""
    named = agreement(one.name, other.name)
    if named is None or not may_be_one(one, other):
        return None
    found = Match.of((_name(named), *_around(one, other, places), *_age(one, other)))
    return found if found.score >= LEAST else None


def may_be_one(one: PersonTraits, other: PersonTraits) -> bool:
    """Whether name, sex and age let two be one person."""
    same_sex = not (one.sex and other.sex) or one.sex == other.sex
    return same_sex and ages_fit(one, other) and agreement(one.name, other.name) is not None


def ages_fit(one: PersonTraits, other: PersonTraits) -> bool:
    """Whether both ages may be one person's, at the dates of the two incidents; unknown ones always may."""
    here, there = one.born(), other.born()
    if here is not None and there is not None:
        return abs(here - there) <= AGE_WITHIN + _ROUNDED
    if one.age is not None and other.age is not None:
        return abs(one.age - other.age) <= AGE_WITHIN
    first, then = sorted((one, other), key=lambda traits: traits.date.first or dt.date.min)
    # nobody becomes a child again
    both_dated = first.date.first is not None and then.date.first != first.date.first
    groups = {_group(first), _group(then)}
    grew = both_dated and (_group(first), _group(then)) == ("child", "adult")
    return "" in groups or len(groups) == 1 or grew


def _group(traits: PersonTraits) -> str:
    if traits.age is None:
        return traits.age_group
    return "child" if traits.age < ADULT_FROM else "adult"


def _name(named: Agreement) -> Reason:
    message, weight = _NAMES[named.likeness]
    return Reason(message, weight + 10 * max(0, named.words - 2))


def _around(one: PersonTraits, other: PersonTraits, places: Gazetteer) -> Iterator[Reason]:
    if (agreed := agreement(one.name, other.name)) and agreed.father:
        yield Reason(SAME_FATHER, 15)
    if where := by_place(one.place, other.place, places):
        yield replace(where, weight=where.weight // 2)
    if one.origin.pcode and one.origin.pcode == other.origin.pcode:
        yield Reason(SAME_ORIGIN, 12)
    if when := by_date(one.date, other.date):
        yield replace(when, weight=when.weight // 2)


def _age(one: PersonTraits, other: PersonTraits) -> Iterator[Reason]:
    if one.age is None or other.age is None:
        return
    if one.age == other.age:
        yield Reason(SAME_AGE, 12)
    else:
        yield Reason(AGES_FIT, 10, {"one": one.age, "other": other.age})
