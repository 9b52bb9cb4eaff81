"""Our engine, as a report uses it: parts set by the typesetter, tagged, with contents drawn at the end."""

import datetime as dt
import io
from functools import partial
from pathlib import Path

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate

from benchmarks.content import HEAD_AR, HEAD_EN, NUMERIC, TITLE, Content
from snhr_desktop import paths
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.reports.contents_page import Entry, draw_contents
from snhr_desktop.reports.drawing import Mark, Typesetter
from snhr_desktop.reports.file.about import About
from snhr_desktop.reports.file.finish import finished
from snhr_desktop.reports.file.structure import prepare
from snhr_desktop.reports.pages import ReportCanvas
from snhr_desktop.reports.paper import BOTTOM, HEIGHT, INNER, MEASURE, TOP, WIDTH
from snhr_desktop.reports.parts import DataTable, Heading, Part, Prose, TableColumn
from snhr_desktop.reports.text import FontSet, Tags, no_collecting


def build(content: Content, out: Path) -> None:
    """Write the content to a file."""
    file = io.BytesIO()
    document = _Document(file, content)
    document.write()
    said = {"en": TITLE, "ar": TITLE}
    about = About("R2611", TITLE, said, "", said, ("en", "ar"), dt.date(2026, 1, 1))
    out.write_bytes(finished(file.getvalue(), document.tags, about, (), archive=False))


class _Document(BaseDocTemplate):  # type: ignore[misc]
    def __init__(self, file: object, content: Content) -> None:
        super().__init__(file, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, lang="en")
        self.fonts, self.content = FontSet.load(paths.resources() / "fonts"), content
        self.tags, self.entries = Tags(), list[Entry]()
        self.contents = self.tags.root.add("Sect")
        self.addPageTemplates(PageTemplate("page", [Frame(INNER, BOTTOM, MEASURE, HEIGHT - TOP - BOTTOM, 0, 0, 0, 0)]))

    def write(self) -> None:
        with no_collecting():
            self._write()

    def _write(self) -> None:
        english = Typesetter(ENGLISH, self.fonts, self.tags.root.add("Part", "en"))
        arabic = Typesetter(ARABIC, self.fonts, self.tags.root.add("Part", "ar"))
        story = [_BlankPage(), PageBreak(), *english.set(_parts(self.content))]
        story += english.set([_table(HEAD_EN, self.content.english_rows)])
        story += arabic.set([_table(HEAD_AR, self.content.arabic_rows)])
        self.build(story, canvasmaker=partial(ReportCanvas, fonts=self.fonts, tags=self.tags, finish=self._finish))

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - platypus calls it by this name
        """Note where a chapter begins."""
        if isinstance(flowable, Mark):
            heading = flowable.heading
            self.entries.append(Entry(heading.text, heading.level, heading.key, self.page))

    def _finish(self, canvas: ReportCanvas, _pages: int) -> None:
        canvas.setTitle(TITLE)
        with canvas.reopened(1):
            draw_contents(canvas, self.entries, ENGLISH, self.contents)
        prepare(canvas, self.tags)


class _BlankPage(Flowable):  # type: ignore[misc]
    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, height

    def draw(self) -> None:
        pass


def _parts(content: Content) -> list[Part]:
    parts: list[Part] = []
    for at, (title, incidents) in enumerate(content.chapters):
        parts.append(Heading(title, 1, f"chapter-{at}", listed=True))
        for incident in incidents:
            parts += [Heading(incident.title, 3), Prose(incident.english), Prose(incident.arabic, language="ar")]
    return parts


def _table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> DataTable:
    return DataTable("", tuple(TableColumn(title, number) for title, number in zip(head, NUMERIC, strict=True)), rows)
