"""Two texts beside each other: columns of one width, tops level, broken over pages with their titles again."""

from __future__ import annotations

import pytest
from reportlab.platypus import Flowable

from snhr_desktop.reports.text import FontSet, SideBySide, TextStyle

from .conftest import Printer
from .reading import read, words_on

LEFT = TextStyle(size=9, leading=13)
RIGHT = TextStyle(size=9.7, leading=14.5, direction="rtl", language="ar")


def made(fonts: FontSet, *pairs: tuple[str, str], titles: tuple[str, str] = ("Aaa", "ببب")) -> SideBySide:
    bold = (LEFT.derive(bold=True), RIGHT.derive(bold=True))
    return SideBySide(titles, pairs, (LEFT, RIGHT), bold, fonts)


def test_each_text_begins_at_its_own_edge_and_keeps_to_its_half(fonts: FontSet, printed: Printer) -> None:
    words = words_on(printed([made(fonts, ("one " * 60, "كلمة " * 60))]))
    lefts = [(left, right) for word, left, right, _ in words if word == "one"]
    rights = [(left, right) for word, left, right, _ in words if word not in ("one", "Aaa", "ببب")]
    middle = (80 + 515) / 2
    assert min(left for left, _ in lefts) == pytest.approx(80, abs=0.1)
    assert max(right for _, right in rights) == pytest.approx(515, abs=0.6)
    assert max(right for _, right in lefts) <= middle - 9.9
    assert min(left for left, _ in rights) >= middle + 9.9


def test_the_tops_of_a_pair_are_level_whatever_stands_above(fonts: FontSet, printed: Printer) -> None:
    words = words_on(printed([made(fonts, ("x " * 300, "قصير"), ("second", "22"))]))
    tops = {word: top for word, _, _, top in words if word in ("second", "22")}
    assert len(tops) == 2
    assert abs(tops["second"] - tops["22"]) < 4  # lines of different sizes, level at their tops


def parts_of(table: SideBySide, height: float) -> list[Flowable]:
    table.wrap(435.0, height)
    parts = table.split(435.0, height)
    return [parts[0], *parts_of(parts[1], height)] if len(parts) > 1 else parts


def test_long_pairs_break_over_pages_and_nothing_is_lost(fonts: FontSet, printed: Printer) -> None:
    pairs = [(f"begin{at} " + "word " * 300 + f"end{at}", f"بداية{at} " + "كلمة " * 200) for at in range(4)]
    table = made(fonts, *pairs)
    assert len(parts_of(table, 400.0)) > 2
    pages = read(printed([made(fonts, *pairs)])).rstrip("\f").split("\f")
    text = "\n".join(pages)
    assert len(pages) > 1
    assert all("Aaa" in page for page in pages)
    for at in range(4):
        assert f"begin{at}" in text
        assert f"end{at}" in text
    assert text.count("word") == 4 * 300


def test_a_text_that_is_empty_leaves_its_half_blank(fonts: FontSet, printed: Printer) -> None:
    words = [word for word, *_ in words_on(printed([made(fonts, ("only", ""), ("", "77"), titles=("", ""))]))]
    assert "only" in words
    assert "77" in words
