"""Marks inside standing texts: what they become, and that nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import ARABIC, ENGLISH, Language
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.emphasis import marked, plain_of, unclosed
from snhr_desktop.reports.marking import _with_brackets
from snhr_desktop.reports.parts import Emphasis, Marks, Note, Prose
from snhr_desktop.reports.render import rendered
from snhr_desktop.reports.sections import about
from snhr_desktop.reports.texts import Texts, read_blocks
from tests.reports.reading import joined, pages_of, specimen, text_of
from tests.reports.specimen import snapshot

WORDS = {"n": "1,109", "odd": "**[x](y)^[z]"}


@pytest.mark.parametrize(
    ("text", "said", "marks"),
    [
        ("plain", "plain", ()),
        ("a **b c** d", "a b c d", (Emphasis(2, 5, bold=True),)),
        ("a *b* d", "a b d", (Emphasis(2, 3, italic=True),)),
        ("**{n}** dead", "1,109 dead", (Emphasis(0, 5, bold=True),)),
        ("see [the report](https://example.org/a_b?c=1).", "see the report.",
         (Emphasis(4, 14, link="https://example.org/a_b?c=1"),)),
        ("said^[OCHA, March 2018] so", "said so", (Note(4, "OCHA, March 2018"),)),
        (r"\*not\* \[x](https://e.org) \^[y]", "*not* [x](https://e.org) ^[y]", ()),
        ("5 * 3 * 2 and **open", "5 * 3 * 2 and **open", ()),
        ("[x](javascript:alert(1)) [y](file:///etc)", "[x](javascript:alert(1)) [y](file:///etc)", ()),
        ("كان **قصفاً** شديداً", "كان قصفاً شديداً", (Emphasis(4, 9, bold=True),)),
        ("what fills it is not read: {odd}", "what fills it is not read: **[x](y)^[z]", ()),
    ],
)  # fmt: skip
def test_marks_are_read_and_the_words_stay_plain(text: str, said: str, marks: Marks) -> None:
    assert marked(text, WORDS, ENGLISH) == (said, marks)


@given(st.text(alphabet="ab *[]()^\\نص", max_size=40))
def test_no_letter_is_lost_whatever_is_typed(text: str) -> None:
    said, marks = marked(text, {}, ENGLISH)
    notes = "".join(mark.text for mark in marks if isinstance(mark, Note))
    assert sorted(c for c in said + notes if c.isalpha()) == sorted(c for c in text if c.isalpha())
    for mark in marks:
        assert 0 <= (mark.at if isinstance(mark, Note) else mark.start) <= len(said)


def test_what_is_read_for_numbers_holds_notes_but_no_addresses() -> None:
    assert plain_of("**255** children^[OCHA, 2018] [here](https://e.org/99)") == "255 children (OCHA, 2018) here"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("**strong** and *slanted*, [words](https://example.org/a), a note^[here]", ()),
        ("**strong and ^[open", ("**", "^[")), ("** **", ("**",)), ("[words](no address)", ("](",)),
        (r"\*\* and 2 * 3", ()), ("[massacres] where {killed}", ()),
    ],
)  # fmt: skip
def test_a_mark_that_nothing_closes_is_told(text: str, marks: tuple[str, ...]) -> None:
    assert unclosed(text) == marks


def test_a_note_in_brackets_leaves_what_is_marked_beside_it() -> None:
    text, marks = marked("**One** two^[a note] and **three**.", {}, ENGLISH)
    said, kept = _with_brackets(text, marks)
    assert said == "One two (a note) and three."
    assert [said[one.start : one.end] for one in kept] == ["One", "three"]


def test_a_link_at_the_beginning_is_no_condition() -> None:
    [block] = read_blocks("[here](https://example.org) it is")
    assert (block.condition, block.text) == ("", "[here](https://example.org) it is")


@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_a_marked_text_is_printed_with_its_note_on_the_page(language: Language) -> None:
    import io

    from pypdf import PdfReader

    text = {"en": "A **strong** word^[In a note.] here.", "ar": "كلمة **قوية** هنا^[في حاشية.] أيضاً."}[language.code]
    overrides = {language.code: {"about": text}}
    [prose] = about.build(Edition(snapshot(), language, Texts(language.code, "idlib", overrides={"about": text})))
    assert isinstance(prose, Prose)
    assert "*" not in prose.text
    pages = pages_of(PdfReader(io.BytesIO(rendered(snapshot(), language, overrides)[0])))
    note = {"en": "In a note.", "ar": "في حاشية"}[language.code]
    page = next(page for page in pages if note in page)
    assert {"en": "strong", "ar": "قوية"}[language.code] in page


def test_a_note_longer_than_the_foot_of_a_page_stands_in_the_text() -> None:
    long = "word " * 900
    _, missing = rendered(snapshot(), ENGLISH, {"en": {"about": f"Text^[{long}] here."}})
    assert not missing


def test_every_figure_of_the_summary_is_defined_at_the_foot() -> None:
    text = text_of(specimen(ENGLISH))
    definition = joined(ENGLISH.text(FIGURES["massacres"].definition))
    assert joined(text).count(definition) == 2  # at the foot, and among the definitions
