"""A few pages that are no report: each language begins on a page of its own, with a foot of its own."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import IO

from reportlab.platypus import BaseDocTemplate, Flowable, NextPageTemplate, PageBreak, Spacer

from snhr_desktop import paths
from snhr_desktop.i18n import Language
from snhr_desktop.reports.document import template
from snhr_desktop.reports.drawing import Typesetter
from snhr_desktop.reports.file.about import About
from snhr_desktop.reports.file.finish import finished
from snhr_desktop.reports.file.structure import prepare
from snhr_desktop.reports.foot import Furniture
from snhr_desktop.reports.pages import ReportCanvas
from snhr_desktop.reports.paper import HEIGHT, WIDTH
from snhr_desktop.reports.parts import Part
from snhr_desktop.reports.text import FontSet, Missing, Tags, no_collecting


@dataclass(frozen=True)
class Leaf:
    """One language of it. `title` stands in the outline, `foot` on each of its pages."""

    language: Language
    title: str
    parts: tuple[Part, ...]
    foot: Furniture


def leaflet(leaves: Sequence[Leaf], about: About) -> tuple[bytes, tuple[Missing, ...]]:
    """The file, and the characters that no font could print. The same leaves give the same bytes."""
    file = io.BytesIO()
    document = _Document(file, leaves, about)
    with no_collecting():
        missing = document.build_all()
    return finished(file.getvalue(), document.tags, about, (), archive=False), missing


class _Document(BaseDocTemplate):  # type: ignore[misc]
    def __init__(self, file: IO[bytes], leaves: Sequence[Leaf], about: About) -> None:
        languages = [leaf.language for leaf in leaves]
        super().__init__(
            file, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, lang=languages[0].code,
            pageTemplates=[template(one.direction, one.rtl) for one in languages],
        )  # fmt: skip
        self.tags, self._about, self._leaves = Tags(), about, leaves
        self._fonts, self._begins = FontSet.load(paths.resources() / "fonts"), list[int]()
        self._missing: tuple[Missing, ...] = ()

    def build_all(self) -> tuple[Missing, ...]:
        """Lay out and write."""
        maker = partial(ReportCanvas, finish=self._finish, fonts=self._fonts, tags=self.tags, opaque=False)
        self.build(list(self._story()), canvasmaker=maker)
        return self._missing

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - platypus calls it by this name
        """Called by platypus once a flowable is drawn: note where a language begins."""
        if isinstance(flowable, _Opening):
            key = f"{flowable.leaf.language.code}-leaf"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.leaf.title, key, 0)
            self._begins.append(self.page)

    def _story(self) -> Iterator[Flowable]:
        for number, leaf in enumerate(self._leaves):
            if number:
                yield from (NextPageTemplate(leaf.language.direction), PageBreak())
            yield _Opening(leaf)
            element = self.tags.root.add("Part", leaf.language.code)
            told = list(Typesetter(leaf.language, self._fonts, element).set(leaf.parts))
            while isinstance(told[-1], Spacer):  # room below the last thing would begin a page where that one is full
                told.pop()
            yield from told

    def _finish(self, canvas: ReportCanvas, pages: int) -> None:
        about, first = self._about, self._leaves[0].language
        canvas.describe(about.title, about.author, about.spans[first.code], about.product, about.producer)
        canvas.turn(first.rtl)
        canvas.date(about.day)
        ends = [*self._begins[1:], pages + 1]
        for leaf, begin, end in zip(self._leaves, self._begins, ends, strict=True):
            for page in range(begin, end):
                with canvas.reopened(page):
                    leaf.foot.draw(canvas, page, pages)
        prepare(canvas, self.tags)
        self._missing = canvas.missing


class _Opening(Flowable):  # type: ignore[misc]
    """Takes no room; tells where a language begins."""

    def __init__(self, leaf: Leaf) -> None:
        super().__init__()
        self.leaf = leaf

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Nothing."""
        return 0.0, 0.0

    def draw(self) -> None:
        """Nothing."""
