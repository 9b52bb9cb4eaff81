"""What is typed into a search box: what it asks for, what agrees with it, and where that stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.particles import bare_forms
from snhr_desktop.domain.seeking import MOST_LETTERS, MOST_WORDS, Question
from tests.builders import HOSTILE_TEXTS


@pytest.mark.parametrize(
    "typed, whole, last",
    [
        ("احمد", (), "احمد"),
        ('"احمد"', ("احمد",), ""),
        ('"احم', (), "احم"),
        ("«عبد الله» سرا", ("عبدالله",), "سرا"),
        ('سراقب "سوق"', ("سوق", "سراقب"), ""),
        ("معرة ال", (), "معره"),
        ("ال", (), "ال"),
        ("محمد بن", ("محمد",), ""),
        ("محمد بن أحمد", ("محمد",), "احمد"),
        ("بن", (), "بن"),
        ("أحمد أحمد أحم", ("احمد",), "احم"),
        ('"', (), ""),
        ("***", (), ""),
        ("   ", (), ""),
    ],
)
def test_a_question_has_whole_words_and_one_still_being_typed(typed: str, whole: tuple[str, ...], last: str) -> None:
    asked = Question.of(typed)
    assert (asked.whole, asked.last) == (whole, last)
    assert bool(asked) == bool(whole or last)


@pytest.mark.parametrize(
    "typed, text, agrees",
    [
        ("عبدالرحمن احمد", "أحمد عبد الرحمن", True),
        ("محمد", "خالد المحمد", True),
        ("numan", "Ma'arrat al-Nu'man", True),
        ("Sar", "Saraqib", True),
        ("خان شيخ", "خان شيخون", True),
        ("jisr ash", "Jisr ash-Shughur", True),
        ("عبد الر", "عبد الرحمن", True),
        ("Sa", "Saraqib", False),
        ("أسماء", "اسماعيل", False),
        ("خا شيخون", "خان شيخون", False),
        ("aqib", "Saraqib", False),
        ('"Sar"', "Saraqib", False),
        ("احمد محمد", "أحمد خالد", False),
        ("احمد", "", False),
        ("", "أحمد", True),
    ],
)
def test_whole_words_and_a_beginning_agree_in_any_order(typed: str, text: str, agrees: bool) -> None:
    assert Question.of(typed).agrees(text) is agrees


@pytest.mark.parametrize(
    "typed, text, marked",
    [
        ("احمد", "قُتل أَحْمَــد الأحمد", ["أَحْمَــد", "الأحمد"]),
        ("عبدالله", "الطفل عبد الله الخالد", ["عبد الله"]),
        ("عبد ال رحمن", "عبد الرحمن", ["عبد الرحمن"]),
        ("abdulrahman", "killed Abd al-Rahman there", ["Abd al-Rahman"]),
        ("خانشيخون", "في خان شيخون", ["خان شيخون"]),
        ("مدرسة", "قصف المدرسة وبالمَدرَسة وللمدرسة", ["المدرسة", "وبالمَدرَسة", "وللمدرسة"]),
        ("سراقب", "بسراقب ولسراقب، وسراقب", ["بسراقب", "ولسراقب", "وسراقب"]),
        ("هبة", "وهبة", []),
        ("numan", "Maʿarrat al-Nuʿman,", ["Nuʿman"]),
        ("46", "الفوج ٤٦", ["٤٦"]),
        ("", "أحمد", []),
    ],
)
def test_what_agrees_is_marked_as_it_was_written(typed: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in Question.of(typed).marks(text)] == marked


@pytest.mark.parametrize(
    "word, forms",
    [
        ("والمدرسه", {"مدرسه", "المدرسه"}),
        ("فبالمدرسه", {"مدرسه", "بالمدرسه"}),
        ("برميلين", set()),
        ("كالمعتاد", {"معتاد"}),
        ("للمدنيين", {"مدنيين", "لمدنيين"}),
        ("للاذقيه", {"لاذقيه", "اذقيه"}),
        ("لسراقب", {"سراقب"}),
        ("وبسراقب", {"سراقب", "بسراقب"}),
        ("كامل", set()),
        ("كريم", set()),
        ("وليد", set()),
        ("بلال", set()),
        ("وايل", set()),
        ("لبنان", set()),
        ("school", set()),
        ("والي", set()),
    ],
)
def test_particles_leave_the_word_they_are_written_onto(word: str, forms: set[str]) -> None:
    assert set(bare_forms(word)) == forms


@pytest.mark.parametrize(
    "text, left",
    [
        ("قصف على سراقب", Question(("احمد",), "")),
        ("أحمد", Question((), "سرا")),
        ("أحمد من سراقب", Question()),
        ("", Question(("احمد",), "سرا")),
    ],
)
def test_what_a_text_says_is_asked_no_more(text: str, left: Question) -> None:
    assert Question.of("احمد سرا").not_in(text) == left


TEXT = st.one_of(st.text(), st.sampled_from(HOSTILE_TEXTS))


@given(TEXT, TEXT)
def test_marks_lie_in_the_text_and_apart(typed: str, text: str) -> None:
    marks = Question.of(typed).marks(text)
    bounds = [at for span in marks for at in span]
    assert bounds == sorted(bounds)
    assert all(0 <= start < end <= len(text) for start, end in marks)


@given(TEXT)
def test_a_text_agrees_with_itself(text: str) -> None:
    asked = Question.of(text)
    assert asked.agrees(text)
    assert asked.without_last().agrees(text)
    assert asked.all_whole().all_whole() == asked.all_whole()


def test_a_pasted_page_is_cut_to_a_question() -> None:
    asked = Question.of(" ".join(f"w{number}" for number in range(2 * MOST_LETTERS)))
    assert len(asked.whole) <= MOST_WORDS
    assert Question.of("ا" * 5 * MOST_LETTERS).last == "ا" * MOST_LETTERS
