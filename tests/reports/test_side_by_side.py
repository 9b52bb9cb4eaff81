"""The narratives side by side: in the bilingual edition alone, once, after both halves, in the contents of each."""

from dataclasses import replace

import pytest

from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Heading, Parallel
from snhr_desktop.reports.render import BOTH
from snhr_desktop.reports.sections import massacres
from snhr_desktop.reports.sections.side_by_side import TITLE, beside
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.reports.texts import Texts
from tests.reports.reading import joined, pages_of, specimen
from tests.reports.specimen import WITHHELD_NAME, empty, snapshot


def parts(shown: Snapshot) -> tuple[Parallel, ...]:
    found = beside([Edition(shown, one, Texts(one.code)) for one in BOTH])
    return tuple(part for part in found if isinstance(part, Parallel))


def test_paragraphs_stand_in_pairs_and_a_text_that_is_wanting_is_said_so() -> None:
    first, second = parts(snapshot())
    assert [pair[0].split()[0] for pair in first.pairs] == ["At", "The"]
    assert [pair[1].split()[0] for pair in first.pairs] == ["عند", "خرج"]
    assert all("IDL-2018-00001" in title for title in first.titles)
    [(english, arabic)] = second.pairs
    assert english == ENGLISH.text(massacres.ARABIC_ONLY)
    assert arabic.count("\n") == 1
    assert WITHHELD_NAME not in repr((first, second))


def test_texts_of_unlike_length_stand_whole_beside_each_other() -> None:
    shown = snapshot()
    told = replace(shown.massacres[0].incident, narrative_en="One.\n\nTwo.\nThree.")
    [(english, arabic)] = parts(replace(shown, massacres=(replace(shown.massacres[0], incident=told),)))[0].pairs
    assert english == "One.\nTwo.\nThree."
    assert arabic.count("\n") == 1


@pytest.mark.parametrize("language", BOTH, ids=["en", "ar"])
def test_one_language_alone_has_none(language: object) -> None:
    shown = snapshot()
    assert beside([Edition(shown, one, Texts(one.code)) for one in BOTH if one is language]) == ()


def test_nothing_to_tell_or_details_left_out_print_no_heading() -> None:
    shown = snapshot()
    without = replace(shown, brief=replace(shown.brief, left_out=("massacres",)))
    for one in (empty(), without, replace(shown, massacres=())):
        assert beside([Edition(one, language, Texts(language.code)) for language in BOTH]) == ()


def test_the_heading_says_it_in_both_languages() -> None:
    [heading, *_] = beside([Edition(snapshot(), one, Texts(one.code)) for one in (ARABIC, ENGLISH)])
    assert isinstance(heading, Heading)
    assert heading.text == f"{ENGLISH.text(TITLE)} · {ARABIC.text(TITLE)}"


def test_it_is_the_last_of_the_file_with_the_foot_of_the_first_language() -> None:
    reader = specimen(BOTH)
    last = pages_of(reader)[-1]
    assert joined(ENGLISH.text(TITLE)) in joined(last)
    assert f"Page {len(reader.pages)} of {len(reader.pages)}" in last
    outline = [one.title for one in reader.outline if not isinstance(one, list)]
    assert str(outline[-1]).startswith(ENGLISH.text(TITLE))
    assert joined(ENGLISH.text(TITLE)) in joined(pages_of(reader)[1])
    assert joined(ENGLISH.text(TITLE)) not in joined(pages_of(specimen(ENGLISH))[-1])
