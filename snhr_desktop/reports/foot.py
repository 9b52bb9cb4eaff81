"""What stands on every page but the cover: code, short title, page X of Y, and the mark of the history's chain.

A draft says that it is one, a report that is not for the public whom it is for; where the store is for training, every
page says TRAINING.
"""

from dataclasses import dataclass

from snhr_desktop import look
from snhr_desktop.i18n import N_, NC_, Language
from snhr_desktop.reports.paper import BOTTOM, FOOT, HEIGHT, INNER, MEASURE, OUTER, PALETTE, TOP, WIDTH, Styles
from snhr_desktop.reports.phrases import TRAINING
from snhr_desktop.reports.text import BilingualCanvas, Element, draw_text, text_width

PAGE_OF = N_("Page {page} of {pages}")
HISTORY = NC_("foot", "History {mark}")
DRAFT = NC_("report", "Draft")
FOR_WHOM = {
    "partners": NC_("report", "For partners: not to be published"),
    "internal": NC_("report", "For internal use only"),
}
"""The mark of a report by audience; one for the public has none."""
_LONGEST_TITLE = 0.54
_BELOW, _BELOW_SIZE = 9.5, 7.0
"""Distance and size of the lines under the foot, points."""


@dataclass(frozen=True)
class Furniture:
    """The foot of the pages of one language; `mark` begins the head of the history, and is blank for a draft.

    What is `of_program` tells of no records, and is no draft without a mark.
    `below` are lines that stand under it, where there is one page only.
    """

    code: str
    title: str
    language: Language
    training: bool
    mark: str = ""
    audience: str = ""
    below: tuple[str, ...] = ()
    of_program: bool = False

    def draw(self, canvas: BilingualCanvas, page: int, pages: int) -> None:
        """Draw on the current page."""
        styles = Styles(self.language)
        note = styles.style(look.PAGE.note - 0.5, color=PALETTE.muted)
        start, end = edges(self.language)
        canvas.saveState()
        canvas.setStrokeColor(PALETTE.line)
        canvas.setLineWidth(0.5)
        canvas.line(min(start, end), FOOT + 13, max(start, end), FOOT + 13)
        sign = 1 if start < end else -1
        code = draw_text(canvas, start, FOOT, self.code, note.derive(bold=True, color=PALETTE.ink))
        if not self.mark and not self.of_program:
            said = self.language.text(DRAFT)
            code += 6 + draw_text(canvas, start + sign * (code + 6), FOOT, said, note.derive(color=PALETTE.amber))
        title = self._shortened(canvas, MEASURE * _LONGEST_TITLE)
        draw_text(canvas, start + sign * (code + 10), FOOT, title, note)
        number = self.language.number
        said = self.language.text(PAGE_OF, page=number(page), pages=number(pages))
        width = draw_text(canvas, end, FOOT, said, note, "end")
        if self.mark:
            said = self.language.text(HISTORY, mark=self.mark)
            draw_text(canvas, end - sign * (width + 10), FOOT, said, note, "end")
        for number_of, line in enumerate(self.below, 1):
            draw_text(canvas, start, FOOT - number_of * _BELOW, line, styles.style(_BELOW_SIZE, color=PALETTE.muted))
        if self.audience in FOR_WHOM:
            amber = note.derive(bold=True, color=PALETTE.amber)
            draw_text(canvas, end, HEIGHT - TOP + 30, self.language.text(FOR_WHOM[self.audience]), amber, "end")
        if self.training:
            draw_training(canvas, min(start, end), max(start, end), self.language)
        canvas.restoreState()

    def _shortened(self, canvas: BilingualCanvas, room: float) -> str:
        note = Styles(self.language).style(look.PAGE.note - 0.5)
        words = self.title.split()
        while len(words) > 1 and text_width(" ".join(words) + "…", note, canvas.fonts) > room:
            words.pop()
        shortened = " ".join(words)
        return shortened if shortened == " ".join(self.title.split()) else f"{shortened}…"


def edges(language: Language) -> tuple[float, float]:
    """Where a line of the page starts and ends, by the direction of reading."""
    return (WIDTH - INNER, OUTER) if language.rtl else (INNER, WIDTH - OUTER)


def draw_training(
    canvas: BilingualCanvas, left: float, right: float, *languages: Language, element: Element | None = None
) -> None:
    """The mark of made-up records at the top of a page, once in each language, where its lines begin.

    On the cover it is read out, for `element`; on the pages after it it is furniture.
    """
    y = HEIGHT - TOP + 30
    canvas.setFillColor(PALETTE.amber_soft)
    canvas.setStrokeColor(PALETTE.amber)
    canvas.setLineWidth(0.8)
    for language in languages:
        said = element.add("P", language.code) if element else None
        style = Styles(language).style(look.PAGE.text, bold=True, color=PALETTE.amber)
        width = text_width(language.text(TRAINING), style, canvas.fonts) + 16
        edge = right - width if language.rtl else left
        canvas.rect(edge, y - 6, width, 20, stroke=1, fill=1)
        draw_text(canvas, edge + width / 2, y, language.text(TRAINING), style, "middle", said)


assert FOOT < BOTTOM
