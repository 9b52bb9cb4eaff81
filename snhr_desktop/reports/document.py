"""One document of one or two editions: cover, and for each edition its contents and its sections."""

from dataclasses import dataclass, field
from functools import partial
from typing import IO

from reportlab.platypus import BaseDocTemplate, Flowable, NextPageTemplate, PageBreak

from snhr_desktop import paths
from snhr_desktop.i18n import Language, bare
from snhr_desktop.reports.contents_page import Entry, draw_contents
from snhr_desktop.reports.cover import Cover
from snhr_desktop.reports.drawing import Mark, Typesetter
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.file.about import About
from snhr_desktop.reports.file.structure import prepare
from snhr_desktop.reports.foot import Furniture
from snhr_desktop.reports.imprint import imprint, in_short
from snhr_desktop.reports.kind import BULLETIN
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.pages import ReportCanvas
from snhr_desktop.reports.paper import BOTTOM, HEIGHT, INNER, MEASURE, OUTER, PALETTE, TOP, WIDTH
from snhr_desktop.reports.parts import Heading, Part
from snhr_desktop.reports.progress import FINISHING, SETTING, Progress, Step, unwatched
from snhr_desktop.reports.sections import side_by_side
from snhr_desktop.reports.text import Element, FontSet, Missing, NotedFrame, NotedPage, Tags, no_collecting


@dataclass
class _Half:
    """One edition inside the document, and what its layout tells of it."""

    manuscript: Manuscript
    element: Element
    contents: Element | None
    first_page: int = 0
    entries: list[Entry] = field(default_factory=list)

    @property
    def edition(self) -> Edition:
        """The language and the texts."""
        return self.manuscript.edition


class ReportDocument(BaseDocTemplate):  # type: ignore[misc]
    """Lays the editions out once, noting where headings come to stand; `build_report` writes the file."""

    def __init__(
        self,
        file: IO[bytes],
        manuscripts: tuple[Manuscript, ...],
        about: About,
        archive: bool = False,
        progress: Progress = unwatched,
    ) -> None:
        lang = "ar" if len(manuscripts) == 1 and manuscripts[0].edition.language.rtl else "en"
        super().__init__(file, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, lang=lang)
        self._about, self._archive, self._progress = about, archive, progress
        self.tags = Tags()
        self._bare = manuscripts[0].edition.snapshot.brief.what.bare
        self._cover = None if self._bare else self.tags.root.add("Part")
        self._halves = [_half(manuscript, self.tags.root, self._bare) for manuscript in manuscripts]
        self._current: _Half | None = None
        self._missing: tuple[Missing, ...] = ()
        self._beside_from = 0
        self._fonts = FontSet.load(paths.resources() / "fonts")
        self.addPageTemplates([template("cover", rtl=False), template("ltr", rtl=False), template("rtl", rtl=True)])
        if self._bare:
            self._firstPageTemplateIndex = 2 if self._halves[0].edition.language.rtl else 1

    def build_report(self) -> tuple[Missing, ...]:
        """Lay out and write; the characters that no font could print, and where they stand."""
        options = {"fonts": self._fonts, "tags": self.tags, "opaque": self._archive}
        maker = partial(ReportCanvas, finish=self._finish, **options)
        with no_collecting():
            self.build(self._story(), canvasmaker=maker)
        return self._missing

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - platypus calls it by this name
        """Called by platypus once a flowable is drawn: note where an edition and its headings begin."""
        if isinstance(flowable, _Opening):
            self._current = flowable.half
            self._current.first_page = self.page
            if len(self._halves) > 1:
                self.canv.bookmarkPage(flowable.key)
                self.canv.addOutlineEntry(flowable.half.edition.language.name, flowable.key, 0, closed=False)
        elif isinstance(flowable, Mark) and self._current:
            heading = flowable.heading
            if heading.key == side_by_side.KEY:
                self._note_beside(heading)
                return
            depth = heading.level - (2 if self._bare else 1) + (len(self._halves) > 1)
            self.canv.addOutlineEntry(bare(heading.text), heading.key, depth, closed=depth > 0)
            if heading.listed:
                self._current.entries.append(Entry(heading.text, heading.level, heading.key, self.page))

    def _note_beside(self, heading: Heading) -> None:
        """What stands after both editions belongs to neither, and stands in the contents of each."""
        self._beside_from = self.page
        self.canv.addOutlineEntry(bare(heading.text), heading.key, 0, closed=True)
        for half in self._halves:
            title = half.edition.text(side_by_side.TITLE)
            half.entries.append(Entry(title, heading.level, heading.key, self.page))

    def afterPage(self) -> None:  # noqa: N802 - platypus calls it by this name
        """Called by platypus once a page is set: tell it, and hear whether to go on."""
        self._progress(Step(SETTING, self.page))

    def _story(self) -> list[Flowable]:
        story: list[Flowable] = []
        if self._cover:
            story.append(Cover(tuple(half.edition for half in self._halves), self._fonts, self._cover))
        for half in self._halves:
            language = half.edition.language
            if story:
                story += [NextPageTemplate(language.direction), PageBreak()]
            story += [_Opening(half), PageBreak()] if half.contents else [_Opening(half)]
            story += Typesetter(language, self._fonts, half.element).set(_with_imprint(half.manuscript))
        if beside := side_by_side.beside([half.edition for half in self._halves]):
            language = self._halves[0].edition.language
            part = self.tags.root.add("Part")
            story += [NextPageTemplate(language.direction), PageBreak()]
            story += Typesetter(language, self._fonts, part).set(beside)
        return story

    def _finish(self, canvas: ReportCanvas, pages: int) -> None:
        self._progress(Step(FINISHING))
        about, first = self._about, self._halves[0].edition.language
        canvas.describe(about.title, about.author, about.spans[first.code], about.product, about.producer)
        canvas.turn(first.rtl)
        canvas.date(about.day)
        last = self._beside_from or pages + 1
        ends = [half.first_page for half in self._halves[1:]] + [last]
        for half, end in zip(self._halves, ends, strict=True):
            furniture = _furniture(half.edition)
            for page in range(half.first_page, end):
                with canvas.reopened(page):
                    if page == half.first_page and half.contents:
                        draw_contents(canvas, half.entries, half.edition.language, half.contents)
                    furniture.draw(canvas, page, pages)
        furniture = _furniture(self._halves[0].edition)
        for page in range(last, pages + 1):
            with canvas.reopened(page):
                furniture.draw(canvas, page, pages)
        prepare(canvas, self.tags)
        self._missing = canvas.missing


class _Opening(Flowable):  # type: ignore[misc]
    """The page that the contents of an edition are drawn on at the end; without contents only where it begins."""

    def __init__(self, half: _Half) -> None:
        super().__init__()
        self.half, self.key = half, f"{half.edition.language.code}-contents"

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The whole page, or nothing."""
        return (width, height) if self.half.contents else (0.0, 0.0)

    def draw(self) -> None:
        """Nothing yet."""


def _half(manuscript: Manuscript, document: Element, bare_kind: bool) -> _Half:
    part = document.add("Part", manuscript.edition.language.code)
    return _Half(manuscript, part, None if bare_kind else part.add("Sect"))


def _with_imprint(manuscript: Manuscript) -> tuple[Part, ...]:
    """What is printed of an edition. The imprint is no part of what is told, as the foot is none."""
    edition = manuscript.edition
    anchor = edition.snapshot.anchor
    if anchor is None or edition.snapshot.brief.kind == BULLETIN:  # whose one page has it below its foot
        return manuscript.parts
    return (*manuscript.parts, *imprint(anchor, edition.language))


def template(name: str, rtl: bool) -> NotedPage:
    """Pages of one direction, by name."""
    left = OUTER if rtl else INNER
    return NotedPage(name, [NotedFrame(left, BOTTOM, MEASURE, HEIGHT - TOP - BOTTOM, PALETTE.faint, rtl)])


def _furniture(edition: Edition) -> Furniture:
    language: Language = edition.language
    snapshot = edition.snapshot
    anchor, brief = snapshot.anchor, snapshot.brief
    return Furniture(
        snapshot.code,
        edition.title,
        language,
        snapshot.training,
        anchor.mark if anchor and not snapshot.draft else "",
        brief.audience,
        in_short(anchor, language) if anchor and brief.kind == BULLETIN else (),
    )
