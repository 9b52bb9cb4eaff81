"""The standing texts: the same in both languages, filled and chosen by the snapshot, open to change."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop import paths
from snhr_desktop.domain.dates import write_when
from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.errors import UnknownCode
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language, bare
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.kind import KINDS, NAMES
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.reports.texts import Block, Texts, fill, kept, read_blocks
from tests.reports.specimen import empty, snapshot

PERIODS = ("", "idlib")
OF_KINDS = [(kind.code, name) for kind in KINDS.values() for name in kind.texts]


@pytest.mark.parametrize(("kind", "name"), OF_KINDS)
def test_the_texts_of_a_kind_are_alike_in_both_languages(kind: str, name: str) -> None:
    english, arabic = (Texts(code, "idlib", kind).blocks(name) for code in ("en", "ar"))
    shape = [[(b.kind, b.condition, sorted(b.placeholders)) for b in blocks] for blocks in (english, arabic)]
    assert shape[0] == shape[1]
    assert english


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_structure_conditions_and_placeholders(name: str, period: str) -> None:
    english, arabic = (Texts(code, period).blocks(name) for code in ("en", "ar"))
    shape = [[(b.kind, b.condition, sorted(b.placeholders)) for b in blocks] for blocks in (english, arabic)]
    assert shape[0] == shape[1]
    assert english or (name == "context" and not period)


def test_both_languages_have_the_same_files_and_no_others() -> None:
    root = paths.resources() / "report"
    files = [sorted(str(f.relative_to(root / code)) for f in (root / code).rglob("*.txt")) for code in LANGUAGES]
    assert files[0] == files[1]
    assert {name.rpartition("/")[2].removesuffix(".txt") for name in files[0]} <= set(NAMES)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
@pytest.mark.parametrize("shown", [snapshot(), empty()], ids=["full", "empty"])
def test_every_placeholder_and_condition_is_known(language: Language, shown: Snapshot) -> None:
    for period, kind in product(PERIODS, ("", *KINDS)):
        edition = Edition(shown, language, Texts(language.code, period, kind))
        for name in NAMES:
            for block in edition.texts.blocks(name):
                assert "{" not in fill(block.text, edition.words)
                assert not block.condition or block.condition in edition.numbers


def test_texts_of_the_period_are_dated_by_its_markers() -> None:
    days = {write_when(marker.when) for marker in IDLIB.markers}
    for code in LANGUAGES:
        dated = {block.text for block in Texts(code, "idlib").blocks("context") if block.kind == "heading"}
        assert dated == days


def test_a_text_is_read_block_by_block() -> None:
    source = "# T\n\nOne\nline.\n\n## [x] H {a}\n- [y] first\n  goes on\n- second\n\nAfter."
    assert read_blocks(source) == (
        Block("title", "T"),
        Block("paragraph", "One line."),
        Block("heading", "H {a}", "x"),
        Block("item", "first goes on", "y"),
        Block("item", "second"),
        Block("paragraph", "After."),
    )


def test_what_does_not_apply_is_left_out_with_its_heading() -> None:
    blocks = read_blocks("## A\n- [none] gone\n\n## [none] B\nalso gone\n\n## C\n- [some] stays")
    assert [block.text for block in kept(blocks, {"none": 0, "some": 3})] == ["C", "stays"]


def test_legal_findings_follow_what_was_recorded() -> None:
    conditions = {block.condition for block in Texts("en").blocks("legal")}
    assert {"chemical_attacks", "medical_hit", "since_2401"} <= conditions
    edition = Edition(empty(), ENGLISH, Texts("en", "idlib"))
    left = " ".join(block.text for block in kept(edition.texts.blocks("legal"), edition.numbers))
    assert "chemical" not in left
    assert "2401" in left


def test_an_edited_text_stands_in_place_of_the_file() -> None:
    edition = Edition(snapshot(), ARABIC, Texts("ar", "idlib", overrides={"title": "# عنوان {area}"}))
    assert bare(edition.title) == "عنوان محافظة إدلب"


def test_an_unknown_placeholder_is_refused_by_name() -> None:
    with pytest.raises(UnknownCode) as refused:
        fill("x {civilans_killed}", {"civilians_killed": "1"})
    assert refused.value.values["code"] == "{civilans_killed}"


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(block.kind in ("title", "heading", "item", "paragraph") for block in read_blocks(text))
