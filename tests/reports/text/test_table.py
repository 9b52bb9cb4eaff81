"""Tables: mirrored, broken over pages, numbers one under another."""

from __future__ import annotations

import pikepdf
import pytest

from snhr_desktop.reports.text import Column, FontSet, Paragraph, Table, TableLook, TextStyle

from .conftest import Printer
from .reading import read, words_on

COLUMNS = (Column("11", 2), Column("22", 100, fixed=True), Column("33", 1, numeric=True))
ROWS = [["101", "102", "7"], ["201", "202", "1234"], ["301", "302", "56"]]


def places(printed: Printer, table: Table) -> dict[str, tuple[float, float]]:
    return {word: (left, right) for word, left, right, _ in words_on(printed([table]))}


@pytest.fixture
def ltr() -> TextStyle:
    return TextStyle(size=9, leading=13)


@pytest.fixture
def rtl(ltr: TextStyle) -> TextStyle:
    return ltr.derive(direction="rtl")


def test_columns_run_from_the_start_edge(fonts: FontSet, printed: Printer, ltr: TextStyle, rtl: TextStyle) -> None:
    left_to_right = places(printed, Table(COLUMNS, ROWS, ltr, fonts))
    right_to_left = places(printed, Table(COLUMNS, ROWS, rtl, fonts))
    assert left_to_right["101"][0] == pytest.approx(80, abs=0.1)
    assert right_to_left["101"][1] == pytest.approx(515, abs=0.1)
    for word in ("11", "22", "101", "102", "302"):
        assert right_to_left[word][1] == pytest.approx(595 - left_to_right[word][0], abs=0.1)


def test_numbers_stand_unit_under_unit_at_the_end_edge(
    fonts: FontSet, printed: Printer, ltr: TextStyle, rtl: TextStyle
) -> None:
    left_to_right = places(printed, Table(COLUMNS, ROWS, ltr, fonts, total=["", "", "99999"]))
    assert {round(left_to_right[word][1], 1) for word in ("7", "1234", "56", "99999", "33")} == {515.0}
    right_to_left = places(printed, Table(COLUMNS, ROWS, rtl, fonts, total=["", "", "99999"]))
    assert len({round(right_to_left[word][1], 1) for word in ("7", "1234", "56", "99999")}) == 1
    assert right_to_left["99999"][0] == pytest.approx(80, abs=0.1)
    assert right_to_left["33"][0] == pytest.approx(80, abs=0.1)


def test_the_header_is_repeated_and_no_row_is_lost(fonts: FontSet, printed: Printer, rtl: TextStyle) -> None:
    rows = [[f"9{number:03}", "نص", str(number)] for number in range(120)]
    path = printed([Table((Column("7777"), Column("ب"), Column("ج", numeric=True)), rows, rtl, fonts)])
    with pikepdf.open(path) as pdf:
        pages = len(pdf.pages)
    assert pages > 2
    text = read(path)
    assert text.count("7777") == pages
    assert all(text.count(row[0]) == 1 for row in rows)


def test_a_total_does_not_stand_alone_on_a_page(fonts: FontSet, ltr: TextStyle) -> None:
    total = ["sum", "", "1"]
    table = Table(COLUMNS, ROWS, ltr, fonts, total=total)
    _, height = table.wrap(400)
    first, second = table.split(400, height - 5)
    assert first.wrap(400) == Table(COLUMNS, ROWS[:2], ltr, fonts).wrap(400)
    assert second.wrap(400) == Table(COLUMNS, ROWS[2:], ltr, fonts, total=total).wrap(400)


def test_a_row_higher_than_a_page_goes_on_over_it(fonts: FontSet, printed: Printer, ltr: TextStyle) -> None:
    narrative = " ".join(f"w{number}x" for number in range(1_500))
    path = printed([Table(COLUMNS, [["short", "", "5"], ["101", narrative, "7"], ["301", "end", "1"]], ltr, fonts)])
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) > 3
    text = read(path)
    assert all(f"w{number}x" in text for number in range(1_500))
    assert text.count("\n301\n") == 1


def test_cells_may_be_paragraphs_of_their_own_style(fonts: FontSet, printed: Printer, ltr: TextStyle) -> None:
    cell = Paragraph("note", ltr.derive(size=6, align="end"), fonts)
    placed = places(printed, Table(COLUMNS[:2], [[cell, "x"]], ltr, fonts))
    assert placed["note"][1] == pytest.approx(80 + 335 - 12, abs=0.1)


def test_an_empty_table_prints_its_header_only(fonts: FontSet, printed: Printer, ltr: TextStyle) -> None:
    assert set(places(printed, Table(COLUMNS, [], ltr, fonts))) == {"11", "22", "33"}


def test_a_row_of_another_length_is_refused(fonts: FontSet, ltr: TextStyle) -> None:
    with pytest.raises(ValueError, match="argument"):
        Table(COLUMNS, [["one"]], ltr, fonts)


def test_a_column_is_as_wide_as_its_longest_word_if_others_can_give(
    fonts: FontSet, printed: Printer, ltr: TextStyle
) -> None:
    columns = (Column("Governorate", 9), Column("Responsibility", 1), Column("n", 40, fixed=True))
    placed = places(printed, Table(columns, [["Idlib", "unknown", "1"]], ltr, fonts))
    assert "Responsibility" in placed
    crowded = (Column("w" * 300, 9), Column("Responsibility", 1))
    assert len(words_on(printed([Table(crowded, [["a", "b"]], ltr, fonts)]))) > 4


def test_a_table_without_titles_and_rules_sets_two_languages_side_by_side(
    fonts: FontSet, printed: Printer, ltr: TextStyle, rtl: TextStyle
) -> None:
    english, arabic = "word " * 400, "كلمة " * 400
    row = [Paragraph(english, ltr, fonts), Paragraph(arabic, rtl, fonts)]
    path = printed([Table((Column(), Column()), [row], ltr, fonts, look=TableLook(rule=0, hairline=0))])
    text = read(path)
    assert (text.count("word"), text.count("كلمة")) == (400, 400)
    with pikepdf.open(path) as pdf:
        assert not any(b" l S" in page.Contents.read_bytes() for page in pdf.pages)


def test_height_is_measured_no_further_than_the_page(fonts: FontSet) -> None:
    table = Table((Column("A"), Column("B")), [("one", "two")] * 300, TextStyle(), fonts)
    whole = table.wrap(400)[1]
    some = table.wrap(400, 100)[1]
    assert 100 < some < 150 < whole
    above, below = table.split(400, 100)
    assert above.wrap(400, 100)[1] <= 100
    header = table._header_height()
    assert above.wrap(400)[1] + below.wrap(400)[1] - header == pytest.approx(whole)
