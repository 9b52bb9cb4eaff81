"""What is copied from a list, as a spreadsheet takes it."""

import datetime as dt
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.places import BUILT_IN, Gazetteer
from snhr_desktop.domain.values import When
from snhr_desktop.i18n import ENGLISH, LANGUAGES, N_, Language, bare
from snhr_desktop.ui.incidents.saying import say_in_figures
from snhr_desktop.ui.lists.columns import Column
from snhr_desktop.ui.lists.pasting import heading_line, row_lines
from tests.builders import HOSTILE_TEXTS

PLACES = Gazetteer(BUILT_IN)


class Line(NamedTuple):
    """A row of a list with a text and a number."""

    text: str
    number: int | None


COLUMNS = (
    Column("text", N_("Title"), lambda row, language, places: (row.text,)),
    Column("number", N_("Number"), number=lambda row: row.number),
)


def pasted(text: str, number: int | None = 1234) -> str:
    """The one line of a row."""
    [line] = row_lines([Line(text, number)], COLUMNS, ENGLISH, PLACES)
    return line


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_a_hostile_text_stays_in_its_cell(text: str) -> None:
    cells = pasted(text).split("\t")
    assert cells[1] == "1234"
    assert not cells[0].startswith(("=", "+", "-", "@"))
    assert bare(cells[0]) == cells[0]


@given(st.text())
def test_any_text_is_one_cell_of_one_line(text: str) -> None:
    line = pasted(text)
    assert line.count("\t") == 1
    assert len(line.splitlines()) == 1


def test_what_is_not_known_is_blank_and_headings_stand_above() -> None:
    assert pasted("a\tb\r\nc", None) == "a b c\t"
    assert heading_line(COLUMNS, ENGLISH) == "Title\tNumber"


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
@pytest.mark.parametrize(
    ("face", "copied"),
    [("date", "2017-09-28 – 2017-10-02"), ("strong", "Ghadfa · Maarat"), ("lines", "Ghadfa · Maarat"),
     ("terms", "Ghadfa; Maarat")],
)  # fmt: skip
def test_what_is_broken_over_lines_to_be_shown_is_copied_as_one_value(
    language: Language, face: str, copied: str
) -> None:
    span = When(dt.date(2017, 9, 28), dt.date(2017, 10, 2), "range")
    place = ("Ghadfa", "Maarat")
    column = Column("c", N_("Title"), lambda *to: say_in_figures(span, to[1]) if face == "date" else place, face=face)
    assert row_lines([None], (column,), language, PLACES) == [copied]
