"""The page of contents: the sections and their parts with page numbers, each line a link."""

from dataclasses import dataclass

from snhr_desktop import look
from snhr_desktop.i18n import N_, Language
from snhr_desktop.reports.foot import edges
from snhr_desktop.reports.paper import HEIGHT, INDENT, PALETTE, TOP, Styles
from snhr_desktop.reports.text import BilingualCanvas, Element, Span, draw_text

CONTENTS = N_("Contents")
_STEP, _STEP_BEFORE_SECTION = 20.0, 9.0
_TITLE_ROOM = 34.0


@dataclass(frozen=True)
class Entry:
    """A heading that stands in the contents, and where it came to stand."""

    text: str
    level: int
    key: str
    page: int


def draw_contents(canvas: BilingualCanvas, entries: list[Entry], language: Language, element: Element) -> None:
    """Draw on the current page; `element` takes the title and the list, in which parts stand under their section."""
    styles = Styles(language)
    start, end = edges(language)
    sign = 1 if start < end else -1
    y = HEIGHT - TOP - look.PAGE.title
    draw_text(canvas, start, y, language.text(CONTENTS), styles.heading(1), element=element.add("P"))
    nesting = _Nesting(element.add("TOC"))
    y -= _TITLE_ROOM - _STEP
    canvas.setLineWidth(0.4)
    canvas.setStrokeColor(PALETTE.line)
    for entry in entries:
        first = entry.level == 1
        y -= _STEP + (_STEP_BEFORE_SECTION if first else 0.0)
        style = styles.style(look.PAGE.text + (0.5 if first else 0.0), bold=first)
        x = start if first else start + sign * INDENT
        line = nesting.line(first)
        draw_text(canvas, x, y, Span(entry.text, link=f"#{entry.key}", color=PALETTE.ink), style, element=line)
        draw_text(canvas, end, y, language.number(entry.page), style, "end", line.add("Span"))
        canvas.line(min(x, end), y - 5.5, max(x, end), y - 5.5)


class _Nesting:
    """The lines of the contents as a list in which the parts of a section hang under its line."""

    def __init__(self, contents: Element) -> None:
        self._contents = self._under = contents
        self._section: Element | None = None

    def line(self, first: bool) -> Element:
        """The element of the next line; `first` opens a section."""
        if first or self._section is None:
            self._section = item = self._contents.add("TOCI")
            self._under = self._contents
        else:
            if self._under is self._contents:
                self._under = self._section.add("TOC")
            item = self._under.add("TOCI")
        return item.add("Reference")
