"""Columns that say sex and age in one word: «رجل», «طفلة». Neither is lost, and each unknown word is asked once."""

import datetime as dt
from pathlib import Path

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.conversion import MappedRows
from snhr_desktop.exchange.guessing import Guess
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.mapping.changing import with_constant, with_words
from snhr_desktop.exchange.mapping_file import read, write
from snhr_desktop.exchange.reading import Source
from tests.exchange.test_guessing import made


def people(source: Source, mapping: FileMapping) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Sex and age group of each, and the words that were told to have no code."""
    mapped = MappedRows(with_constant(mapping, "victims", "outcome", "killed"), built_in(), dt.date(2026, 1, 1))
    found = [mapped.convert([row]) for row in source.rows()]
    told = [(one.sex, one.age_group) for given in found if given.dossier for one in given.dossier.victims]
    return told, [one for given in found for one in given.unmapped]


def listed(folder: Path, header: str, *cells: str, age: str = "") -> tuple[Source, Guess]:
    lines = "".join(f"{at},{at + 1}/3/2018,سراقب,شخص {at},{cell},{age}\n" for at, cell in enumerate(cells))
    return made(folder, f"الرقم,التاريخ,البلدة,اسم الضحية,{header},{'العمر' if age else 'لون'}\n{lines}")


@pytest.mark.parametrize("header", ["الجنس", "الفئة", "الفئة العمرية", "Sex", "Victim category"])
def test_a_word_of_sex_and_age_is_read_for_both(tmp_path: Path, header: str) -> None:
    source, found = listed(tmp_path, header, "رجل", "امرأة", "طفل", "طفلة", "أنثى")
    assert people(source, found.mapping) == (
        [("male", "adult"), ("female", "adult"), ("", "child"), ("female", "child"), ("female", "")],
        [],
    )
    assert read(write(found.mapping)) == found.mapping


def test_sex_alone_says_no_age(tmp_path: Path) -> None:
    source, found = listed(tmp_path, "الجنس", "ذكر", "أنثى", "ذكر")
    assert people(source, found.mapping) == ([("male", ""), ("female", ""), ("male", "")], [])
    assert "age_group" not in found.mapping.records["victims"][0].fields


def test_beside_an_age_a_woman_is_not_called_an_adult_and_a_child_is_one(tmp_path: Path) -> None:
    _, found = listed(tmp_path, "الجنس", "رجل", "امرأة", "رجل", age="15")
    assert "age_group" not in found.mapping.records["victims"][0].fields
    _, found = listed(tmp_path, "الجنس", "رجل", "امرأة", "طفلة", age="15")
    assert "age_group" in found.mapping.records["victims"][0].fields


def test_a_word_that_says_neither_is_told_and_what_a_person_says_of_it_is_kept_where_it_fits(tmp_path: Path) -> None:
    source, found = listed(tmp_path, "الجنس", "رجل", "طفل", "شاب صغير", "فتى")
    header = "الجنس"
    assert people(source, found.mapping)[1] == [(header, "شاب صغير"), (header, "فتى")]
    decided = found.mapping
    for word, code in (("شاب صغير", "male"), ("فتى", "child")):
        decided = with_words(decided, header, {word: code})
    told, unknown = people(source, decided)
    assert (told, unknown) == ([("male", "adult"), ("", "child"), ("male", ""), ("", "child")], [])
    assert read(write(decided)) == decided
