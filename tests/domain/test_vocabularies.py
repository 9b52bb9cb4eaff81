"""The vocabularies: stable codes, labels in each language, and the network's own Arabic where it is known."""

import csv
from pathlib import Path

import pytest

from snhr_desktop.domain.records import Victim
from snhr_desktop.domain.vocabularies import VOCABULARIES, label, sex_of, vocabulary
from snhr_desktop.i18n import ARABIC, ENGLISH

REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference" / "vocabulary_en_ar.csv"
OURS = {
    "perpetrator": ("scope", "party"), "attribution": ("attribution",), "weapon": ("weapon", "delivery"),
    "facility_category": ("facility_category",), "facility_type": ("facility_type",), "damage": ("damage",),
    "source_type": ("source_type",), "victim_status": ("outcome",),
}  # fmt: skip
ELSEWHERE = {"out_of_service"}
"""Said by a field of its own, not by a term."""


@pytest.mark.parametrize("name", VOCABULARIES)
def test_codes_and_labels(name: str) -> None:
    for code, term in vocabulary(name).items():
        assert term.code == code
        assert code.isascii()
        assert term.say(ENGLISH)
        assert term.say(ARABIC) != term.say(ENGLISH)
        assert len({t.say(ARABIC) for t in vocabulary(name).values()}) == len(vocabulary(name))


def test_a_code_of_the_future_shows_as_itself() -> None:
    assert label("party", "someone_new", ARABIC) == "someone_new"


def test_groups_name_terms_that_exist() -> None:
    known = vocabulary("scope").keys() | vocabulary("party").keys() | vocabulary("facility_category").keys()
    units = {"attacks", "munitions", "both"}
    for terms in VOCABULARIES.values():
        assert {term.group for term in terms.values()} <= known | units | {""}


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference list is not on this machine")
def test_no_term_of_the_reference_list_is_missing() -> None:
    with REFERENCE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["list"] in OURS]
    missing = [
        (row["list"], row["code"])
        for row in rows
        if row["code"] not in ELSEWHERE and not any(row["code"] in vocabulary(name) for name in OURS[row["list"]])
    ]
    assert rows
    assert missing == []


@pytest.mark.parametrize(
    ("name", "code", "of_a_woman"),
    [("outcome", "killed", "قُتلت"), ("civil_status", "civilian", "مدنية"), ("age_group", "adult", "بالغة")],
)
def test_arabic_says_of_a_woman_what_english_says_alike(name: str, code: str, of_a_woman: str) -> None:
    assert label(name, code, ARABIC, "female") == of_a_woman
    assert label(name, code, ARABIC, "male") == label(name, code, ARABIC) != of_a_woman
    assert label(name, code, ENGLISH, "female") == label(name, code, ENGLISH)


def test_of_a_group_nothing_is_said_as_of_one_woman() -> None:
    assert (sex_of(Victim(sex="female")), sex_of(Victim(sex="female", number=3))) == ("female", "")
