"""Same person: names in both scripts, father, age, sex and place; what contradicts, and what is too little."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.checks import problems
from snhr_desktop.domain.doubles import PersonTraits, asked_keys, listed_twice, person_keys, person_traits, same_person
from snhr_desktop.domain.doubles.fullname import FullName, agreement
from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.values import Site
from snhr_desktop.exchange.training.people import FAMILIES, MEN, WOMEN
from snhr_desktop.i18n import ARABIC, ENGLISH
from tests.builders import HOSTILE_TEXTS, dossier, incident, victim

PLACES = built_in()
AHMAD = {"name_ar": "أحمد العلي", "name_en": "Ahmad al-Ali", "father_ar": "محمد", "age": 34}
TEXTS = st.sampled_from(HOSTILE_TEXTS) | st.text(max_size=20) | st.sampled_from([name[0] for name in MEN + FAMILIES])


def person(day: dt.date | None = dt.date(2018, 3, 22), /, **said: Any) -> PersonTraits:
    """The traits of a man who is a victim of the incident of a day in Idlib city."""
    found = person_traits(victim(**said), incident(day))
    assert found is not None
    return found


def reasons(one: PersonTraits, other: PersonTraits) -> list[str] | None:
    """Why two may be one, in English."""
    found = same_person(one, other, PLACES)
    return [reason.tell(ENGLISH) for reason in found.reasons] if found else None


def test_the_same_person_says_why() -> None:
    assert reasons(person(**AHMAD), person(**AHMAD)) == [
        "Same name", "Same father’s name", "Same place", "Same day", "Same age",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name_ar": "أحمد العلي"}, {"name_ar": "احمد العلى"}),
        ({"name_ar": "أحمد محمد العلي"}, {"name_ar": "أحمد العلي", "father_ar": "محمد"}),
        ({"name_ar": "أحمد بن محمد العلي"}, {"name_ar": "أحمد محمد"}),
        ({"name_ar": "عبد الرحمن الخالد"}, {"name_en": "Abdulrahman al-Khaled"}),
        ({"name_en": "Moustapha Kassem"}, {"name_en": "Mustafa Qasem"}),
        ({"name_ar": "مصطفى قاسم"}, {"name_en": "Mostafa Kasem"}),
        ({"name_ar": "إبراهيم الحسن"}, {"name_ar": "ابرهيم الحسن"}),
        ({"name_ar": "ريم", "father_ar": "سامر"}, {"name_ar": "ريم سامر الخطيب"}),
        ({"name_ar": "ريم", "father_ar": "سامر"}, {"name_ar": "ريم", "father_ar": "سامر"}),
        ({"name_ar": "طه الأحمد"}, {"name_en": "Taha al-Ahmad"}),
    ],
)
def test_spellings_of_one_name_are_found_and_filed_together(one: dict[str, str], other: dict[str, str]) -> None:
    here, there = person(**one, age=30), person(**other, age=31)
    assert reasons(here, there) is not None
    assert reasons(there, here) is not None
    assert asked_keys(here.name) & person_keys(there.name)
    assert asked_keys(there.name) & person_keys(here.name)


@pytest.mark.parametrize(
    "other",
    [
        {"name_ar": "محمود العلي"},
        {"name_ar": "أحمد العلي", "father_ar": "خالد"},
        {"name_ar": "أحمد خالد العلي", "father_ar": ""},
        {"name_ar": "محمد أحمد"},
        {"sex": "female"},
        {"age": 40},
        {"age": None, "age_group": "child"},
        {"name_ar": "أسماء العلي"},
    ],
)
def test_what_contradicts_is_no_double(other: dict[str, Any]) -> None:
    assert reasons(person(**AHMAD), person(**(AHMAD | other))) is None


def test_a_name_of_two_words_alone_is_many_peoples() -> None:
    name = {"name_ar": "محمد العلي"}
    elsewhere = person_traits(victim(**name), incident(dt.date(2016, 1, 1), place=Site("SY02", "governorate")))
    assert elsewhere is not None
    assert reasons(person(**name), elsewhere) is None
    assert reasons(person(**name), person(**name)) == ["Same name", "Same place", "Same day"]


def test_an_age_is_held_against_the_dates_of_both_incidents() -> None:
    earlier, later = person(dt.date(2014, 3, 1), **AHMAD), person(dt.date(2018, 3, 1), **(AHMAD | {"age": 38}))
    assert reasons(earlier, later) == ["Same name", "Same father’s name", "Same place", "The age fits: 34, 38 there"]
    assert reasons(earlier, person(dt.date(2018, 3, 1), **AHMAD)) is None
    child = AHMAD | {"age": None, "age_group": "child"}
    assert reasons(person(dt.date(2011, 1, 1), **child), person(**(AHMAD | {"age": None, "age_group": "adult"})))
    assert (
        reasons(person(dt.date(2019, 1, 1), **child), person(**(AHMAD | {"age": None, "age_group": "adult"}))) is None
    )


def test_groups_and_the_unnamed_are_nobody() -> None:
    assert person_traits(victim(number=3, name_ar="أحمد العلي"), incident()) is None
    assert person_traits(victim(), incident()) is None


@given(st.tuples(TEXTS, TEXTS, TEXTS), st.tuples(TEXTS, TEXTS, TEXTS))
def test_whatever_is_typed_agrees_alike_both_ways(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    here, there = FullName.of(*one), FullName.of(*other)
    assert (agreement(here, there) is None) == (agreement(there, here) is None)
    assert person_keys(here) <= asked_keys(here)
    if agreed := agreement(here, here):
        assert agreed.words
        assert person_keys(here)


@pytest.mark.parametrize("name", [*MEN, *WOMEN])
def test_common_names_are_filed_alike_in_both_scripts(name: tuple[str, str]) -> None:
    for family in FAMILIES:
        arabic = FullName.of(f"{name[0]} {family[0]}", "", "")
        latin = FullName.of("", f"{name[1]} {family[1]}", "")
        assert asked_keys(arabic) & person_keys(latin), (arabic, latin)
        assert asked_keys(latin) & person_keys(arabic), (arabic, latin)


def test_reasons_are_told_in_arabic() -> None:
    found = same_person(person(**AHMAD), person(**(AHMAD | {"age": 35})), PLACES)
    assert found
    assert "الاسم" in found.tell(ARABIC)


def test_a_person_listed_twice_is_told_with_the_first_row() -> None:
    people = (
        victim(name_ar="أحمد العلي", father_ar="محمد"), victim(number=3), victim(name_ar="ريم العلي", sex="female"),
        victim(name_ar="احمد محمد العلى"), victim(name_ar="أحمد العلي", father_ar="خالد"),
        victim(name_ar="أحمد العلي", age=3, age_group=""), victim(name_en="Ahmed al-Ali"), victim(name_ar="أحمد"),
    )  # fmt: skip
    assert list(listed_twice(dossier(*people))) == [(3, 0), (6, 0)]


def test_a_person_listed_twice_is_a_hint_beside_the_row() -> None:
    given = dossier(victim(**AHMAD), victim(**(AHMAD | {"age": 35})))
    told = [p for p in problems(given, PLACES, dt.date(2020, 1, 1)) if p.message.text.startswith("Perhaps the same")]
    assert [(p.record, p.field, p.row, p.level, p.tell(ENGLISH)) for p in told] == [
        ("victim", "name_ar", 1, "hint", "Perhaps the same person as in row 1."),
    ]  # fmt: skip
