"""Whatever the height of a page: no heading or caption ends one, and no line of a paragraph stands alone."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.platypus import BaseDocTemplate, Flowable

from snhr_desktop import paths
from snhr_desktop.i18n import LANGUAGES, Language
from snhr_desktop.reports.drawing import Typesetter
from snhr_desktop.reports.paper import MEASURE, Styles
from snhr_desktop.reports.parts import Bullets, DataTable, Facts, Heading, Note, Part, Picture, Prose, TableColumn
from snhr_desktop.reports.text import Element, FontSet, NotedFrame, NotedPage, Paragraph, canvas_with
from tests.charts.builders import bar_chart

FONTS = FontSet.load(paths.resources() / "fonts")
TEXT = {"en": "Shells fell on the market at noon. ", "ar": "سقطت القذائف على السوق ظهراً. "}


class _Noting(BaseDocTemplate):  # type: ignore[misc]
    """Notes what stands on each page, in order."""

    def __init__(self, height: float, rtl: bool) -> None:
        super().__init__(io.BytesIO(), pagesize=(MEASURE + 100, height + 100), invariant=1)
        self.stood: dict[int, list[Flowable]] = {}
        self.addPageTemplates([NotedPage("page", [NotedFrame(50, 50, MEASURE, height, "#888888", rtl)])])

    def afterFlowable(self, flowable: Flowable) -> None:
        if getattr(flowable, "height", 0):
            self.stood.setdefault(self.page, []).append(flowable)


def parts(code: str) -> st.SearchStrategy[Part]:
    text = st.integers(1, 22).map(lambda n: TEXT[code] * n)
    columns = (TableColumn("A"), TableColumn("B", numeric=True))
    return st.one_of(
        st.builds(Heading, st.just(TEXT[code]), st.integers(2, 3)),
        text.map(Prose),
        text.map(lambda said: Prose(said, marks=(Note(len(said), TEXT[code] * 3),))),
        st.lists(text, min_size=1, max_size=4).map(lambda items: Bullets(tuple(items))),
        st.integers(1, 25).map(lambda n: DataTable("Caption", columns, (("row", "1"),) * n, note=TEXT[code])),
        st.integers(1, 8).map(lambda n: Picture(bar_chart((1,) * n))),
        st.integers(1, 6).map(lambda n: Facts((("label", (TEXT[code] * n,)),) * n)),
    )


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
@settings(max_examples=40, deadline=None)
@given(data=st.data(), height=st.integers(430, 700))
def test_no_page_ends_with_what_belongs_to_the_next(language: Language, data: st.DataObject, height: int) -> None:
    report = [*data.draw(st.lists(parts(language.code), min_size=3, max_size=14)), Prose(TEXT[language.code])]
    document = _Noting(height, language.rtl)
    document.build(list(Typesetter(language, FONTS, Element("Part")).set(report)), canvasmaker=canvas_with(FONTS))
    styles = Styles(language)
    kept = {styles.heading(level) for level in (1, 2, 3)} | {styles.caption}
    last = max(document.stood)
    for page, flowables in document.stood.items():
        if page < last:
            end = flowables[-1]
            assert not (isinstance(end, Paragraph) and end.style in kept), page
        for flowable in flowables:
            if isinstance(flowable, Paragraph) and flowable._continues:
                assert flowable.line_count >= flowable.style.widows
