"""Charts on the page: the same words and numbers as in the window, found again by a search."""

import io
from functools import cache
from typing import cast

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from reportlab.platypus import SimpleDocTemplate

from snhr_desktop import look, paths
from snhr_desktop.charts import BarChart, Chart, Point
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language
from snhr_desktop.reports.graphics import ChartFlowable
from snhr_desktop.reports.text import FontSet, canvas_with
from tests.charts.builders import HOSTILE, bar_chart, map_chart, month_chart, share_bar

CHARTS = (month_chart(((12, 30, 7),) * 4), bar_chart(), share_bar(), map_chart())
EMPTY = (month_chart(()), bar_chart(()), share_bar(()), map_chart(()))


@cache
def faces() -> FontSet:
    return FontSet.load(paths.resources() / "fonts")


def printed(language: Language, *charts: Chart, height: float | None = None) -> PdfReader:
    """The charts as a real PDF."""
    target = io.BytesIO()
    story = [ChartFlowable(chart, height, language, faces()) for chart in charts]
    SimpleDocTemplate(target, invariant=1).build(story, canvasmaker=canvas_with(faces()))
    return PdfReader(target)


def text_of(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_every_chart_prints_its_numbers(language: Language) -> None:
    text = text_of(printed(language, *CHARTS))
    for number in ("120", "745", "364", "645", "255"):
        assert number in text
    assert "Civilians killed" in text


def test_arabic_words_are_found_again() -> None:
    chart = bar_chart((9,), "القوات الروسية")
    assert "القوات الروسية" in text_of(printed(ARABIC, chart))


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_nothing_to_show_is_said(language: Language) -> None:
    assert text_of(printed(language, *EMPTY)).count("No records") == len(EMPTY)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_print(text: str) -> None:
    chart = bar_chart((3, 2), text)
    point = map_chart((Point("a", text, 36.5, 36.1, 5),))
    assert len(printed(ARABIC, chart, point).pages) == 1


def test_only_the_documents_own_faces_are_used() -> None:
    resources = cast(DictionaryObject, printed(ENGLISH, *CHARTS).pages[0]["/Resources"])
    fonts = cast(DictionaryObject, resources["/Font"])
    names = {str(cast(DictionaryObject, fonts[name])["/BaseFont"]) for name in fonts}
    assert names
    assert all("IBMPlex" in name or "Noto" in name for name in names)


def test_a_height_may_be_given() -> None:
    chart: BarChart = bar_chart()
    flowable = ChartFlowable(chart, 120, ENGLISH, faces())
    assert flowable.wrap(400, 700) == (400, 120)
    natural = ChartFlowable(chart, None, ENGLISH, faces()).wrap(400, 700)[1]
    assert natural == pytest.approx(look.PAGE_SCALE * (12 * 1.4 + 4 + 3 * 28.8), rel=0.01)
