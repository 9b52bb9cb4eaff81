"""What cannot be printed is told of each text; whatever is typed, the reader of it never stumbles."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from snhr_desktop.errors import UnknownCode
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, bare
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.kind import NAMES
from snhr_desktop.reports.proofing import ERROR, HINT, Fault, Known, faults, tokens
from snhr_desktop.reports.texts import Texts, fill, kept, read_blocks
from tests.builders import HOSTILE_TEXTS
from tests.reports.specimen import snapshot

KNOWN = Known(frozenset({"first", "area"}), frozenset({"massacres"}), frozenset({"2018-03-22"}))
STANDING = {"en": "From {first} in {area}.", "ar": "من {first} في {area}."}
EDITION = Edition(snapshot(), ENGLISH, Texts("en", "idlib"))


def told(found: tuple[Fault, ...], level: str = ERROR) -> list[str]:
    return [bare(fault.tell(ENGLISH)) for fault in found if fault.level == level]


def check(english: str, arabic: str = STANDING["ar"], name: str = "introduction") -> dict[str, tuple[Fault, ...]]:
    return faults(name, {"en": english, "ar": arabic}, STANDING, KNOWN)


@pytest.mark.parametrize("period", ["idlib", "other"])
@pytest.mark.parametrize("name", NAMES)
def test_the_texts_that_come_with_the_program_have_no_fault(name: str, period: str) -> None:
    texts = {code: Texts(code, period).source(name) for code in LANGUAGES}
    assert all(found == () for found in faults(name, texts, texts, Known.of(EDITION)).values())


@pytest.mark.parametrize(
    ("english", "arabic", "expected"),
    [
        ("In {area}.", STANDING["ar"], {"en": ["{first} is missing."]}),
        ("From {first} in {area}, {area}.", "من {first}.", {"ar": ["{area} is missing."]}),
        ("From {first} in {areas}.", "من {first}.", {"en": ["{areas} is not a placeholder"]}),
        ("[toll] From {first} in {area}.", STANDING["ar"], {"en": ["[toll] is not a condition"]}),
        ("From {First} in {area} {first}.", STANDING["ar"], {"en": ["{First} is not a placeholder"]}),
        ("From {first} in {area} {", STANDING["ar"], {"en": ["A brace stands alone: “{”."]}),
        ("From {first} in {area}} {}.", STANDING["ar"], {"en": ["{} is not a placeholder", "A brace stands alone"]}),
    ],
)
def test_what_is_missing_unknown_or_broken_is_told_where_it_stands(
    english: str, arabic: str, expected: dict[str, list[str]]
) -> None:
    found = check(english, arabic)
    for code in LANGUAGES:
        said, wanted = told(found[code]), expected.get(code, [])
        assert len(said) == len(wanted)
        assert all(line.startswith(start) for line, start in zip(said, wanted, strict=True))


def test_what_was_taken_out_of_both_languages_was_taken_out_on_purpose() -> None:
    found = check("In {area}.", "في {area}.")
    assert not told(found["en"]) + told(found["ar"])
    assert told(found["en"], HINT) == ["{first} of the standing text is left out in both languages."]


def test_a_paragraph_of_history_under_no_date_of_the_timeline_is_told() -> None:
    found = check("## 2018-03-22\nSeen. {first} {area}\n\n## 2018-03-23\nUnseen.", name="context")
    assert told(found["en"], HINT) == ["2018-03-23 is not a date of the timeline; what stands under it is not printed."]


def test_faults_are_told_in_arabic_with_the_placeholder_in_one_piece() -> None:
    said = check("In {area}.")["en"][0].tell(ARABIC)
    assert "\u2066{first}\u2069 مفقود" in said


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_words_are_words(text: str) -> None:
    found = check(f"From {{first}} in {{area}}.\n\n{text}")
    assert [fault.token for fault in found["en"] if fault.level == ERROR] == re.findall(r"\{\w+\}", text)


@example("")
@example("[massacres] a")
@given(st.text(alphabet="{}[] \n#-abcfirst_1مA", max_size=60))
def test_a_text_without_error_can_be_printed_and_one_with_an_unknown_name_cannot(text: str) -> None:
    found = faults("method", {"en": text, "ar": text}, {"en": "", "ar": ""}, KNOWN)["en"]
    words, numbers = dict.fromkeys(KNOWN.words, "x"), dict.fromkeys(KNOWN.numbers, 1.0)
    if any(fault.token in tokens(text) for fault in found if fault.level == ERROR):
        with pytest.raises(UnknownCode):
            [fill(block.text, words) for block in kept(read_blocks(text), numbers)]
    elif not found:
        printed = [fill(block.text, words) for block in kept(read_blocks(text), numbers)]
        assert not any(brace in line for line in printed for brace in "{}")


@pytest.mark.parametrize(
    ("name", "text", "lost"),
    [
        ("title", "# From {first} in {area}\n\nA line below.\n\n- an item", ["“A line below.”", "“an item”"]),
        ("title", "From {first} in {area}", []),
        (
            "context",
            "First {first}.\n\n## 2018-03-22\n\nTold.\n\n- an item",
            ["“First {first}.”", "“an item”"],
        ),
        ("context", "## 2018-03-22\n\nFrom {first} in {area}.", []),
        ("introduction", "# A title\n\nFrom {first} in {area}.\n\n- an item", []),
        ("title", "From {first} in {area}\n\n" + "x" * 4000, ["“" + "x" * 48 + "…”"]),
    ],
)
def test_what_a_text_has_no_place_for_is_told(name: str, text: str, lost: list[str]) -> None:
    hints = [line for line in told(check(text, name=name)["en"], HINT) if "is not printed" in line]
    assert [line.partition(" is not printed")[0] for line in hints] == lost
    edition = Edition(snapshot(), ENGLISH, Texts("en", "idlib", overrides={name: text}))
    if name == "title":
        assert "item" not in edition.title
