"""The cover: whose report, its title, the period, the key figures with what they count, code, date and edition."""

from reportlab.platypus import Flowable

from snhr_desktop import look
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, NC_, Language
from snhr_desktop.reports.band import FigureBand
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.foot import DRAFT, FOR_WHOM, draw_training
from snhr_desktop.reports.paper import BOTTOM, HEIGHT, MEASURE, PALETTE, TOP, WIDTH, Styles
from snhr_desktop.reports.phrases import ATTRIBUTED, NETWORK
from snhr_desktop.reports.sections.key_figures import headline
from snhr_desktop.reports.text import BilingualCanvas, Element, FontSet, Paragraph, TextStyle, draw_text

IN_LANGUAGE = NC_("edition in this language", "English edition")
BILINGUAL = N_("Bilingual edition")
MINIMUMS = N_("Documented up to {as_of}; the numbers are minimums.")
LEFT = (WIDTH - MEASURE) / 2
_TITLE = look.PAGE.title + 5
_SEPARATOR = "  ·  "


class Cover(Flowable):  # type: ignore[misc]
    """A full page. With two editions, each language has its half, in its own direction.

    In a tagged file every half is a section of `element`, and the imprint follows them.
    """

    def __init__(self, editions: tuple[Edition, ...], fonts: FontSet, element: Element) -> None:
        super().__init__()
        self._editions, self._fonts = editions, fonts
        self._halves = [element.add("Sect", edition.language.code) for edition in editions]
        self._foot = element.add("Sect", editions[0].language.code)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The whole frame."""
        self.width, self.height = width, height
        return width, height

    def drawOn(self, canvas: BilingualCanvas, _x: float, _y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """Draw on the page itself, whose cover has equal margins."""
        canvas.saveState()
        room = (HEIGHT - TOP - BOTTOM) / len(self._editions)
        for at, edition in enumerate(self._editions):
            half = _Half(canvas, edition, self._fonts, len(self._editions) > 1, self._halves[at])
            half.draw(HEIGHT - TOP - at * room)
        self._imprint(canvas)
        if self._editions[0].snapshot.training:
            languages = (edition.language for edition in self._editions)
            draw_training(canvas, LEFT, LEFT + MEASURE, *languages, element=self._foot)
        canvas.restoreState()

    def _imprint(self, canvas: BilingualCanvas) -> None:
        """Code, date and edition at the foot."""
        first, shared = self._editions[0], len(self._editions) > 1
        style = Styles(first.language).style(look.PAGE.text)
        start, end = _edges(first)
        canvas.setStrokeColor(PALETTE.line)
        canvas.setLineWidth(0.6)
        canvas.line(LEFT, BOTTOM + 18, LEFT + MEASURE, BOTTOM + 18)
        sign = 1 if start < end else -1
        dates = _SEPARATOR.join(edition.words["as_of"] for edition in self._editions)
        kinds = _SEPARATOR.join(edition.text(BILINGUAL if shared else IN_LANGUAGE) for edition in self._editions)
        add, bold = self._foot.add, style.derive(bold=True)
        code = draw_text(canvas, start, BOTTOM, first.snapshot.code, bold, element=add("P"))
        if first.snapshot.draft:
            said = _SEPARATOR.join(edition.text(DRAFT) for edition in self._editions)
            marked = style.derive(color=PALETTE.amber)
            code += 10 + draw_text(canvas, start + sign * (code + 10), BOTTOM, said, marked, element=add("P"))
        if mark := FOR_WHOM.get(first.snapshot.brief.audience):
            said = _SEPARATOR.join(edition.text(mark) for edition in self._editions)
            draw_text(canvas, start, BOTTOM + 26, said, bold.derive(color=PALETTE.amber), element=add("P"))
        # both languages of a draft leave no room for the dates beside the code
        beneath = shared and first.snapshot.draft
        at, below = (start, BOTTOM - 13) if beneath else (start + sign * (code + 16), BOTTOM)
        draw_text(canvas, at, below, dates, style, element=add("P"))
        draw_text(canvas, end, BOTTOM, kinds, style.derive(color=PALETTE.muted), "end", add("P"))


class _Half:
    """One language of the cover."""

    def __init__(
        self, canvas: BilingualCanvas, edition: Edition, fonts: FontSet, shared: bool, element: Element
    ) -> None:
        self._canvas, self._edition, self._fonts, self._shared = canvas, edition, fonts, shared
        self._element = element
        self._styles = Styles(edition.language)

    def draw(self, top: float) -> None:
        """Draw below `top`."""
        edition, style = self._edition, self._styles.style
        start, _ = _edges(edition)
        y = top - (4 if self._shared else 20)
        network = style(look.PAGE.subheading, bold=True)
        draw_text(self._canvas, start, y, edition.text(NETWORK), network, element=self._element.add("P"))
        self._canvas.setStrokeColor(PALETTE.ink)
        self._canvas.setLineWidth(1.4)
        self._canvas.line(LEFT, y - 11, LEFT + MEASURE, y - 11)
        y = self._paragraph(edition.title, style(_TITLE, leading=1.3, bold=True), y - (30 if self._shared else 120))
        y = self._paragraph(edition.span, style(look.PAGE.heading - 1, leading=1.4), y - 10)
        scope = edition.text(ATTRIBUTED, scope=label("scope", edition.snapshot.scope, edition.language))
        y = self._paragraph(scope, style(look.PAGE.text + 1, color=PALETTE.muted), y - 4)
        band = FigureBand(headline(edition).cells, self._styles, self._fonts, self._element)
        _, height = band.wrap(MEASURE, 0)
        y -= height + (18 if self._shared else 46)
        band.drawOn(self._canvas, LEFT, y)
        note = edition.text(MINIMUMS, as_of=edition.words["as_of"])
        self._paragraph(note, style(look.PAGE.note, color=PALETTE.muted), y - 10)

    def _paragraph(self, text: str, style: TextStyle, top: float) -> float:
        """Write a paragraph below `top`; its bottom."""
        paragraph = Paragraph(text, style, self._fonts)
        _, height = paragraph.wrap(MEASURE)
        paragraph.draw_at(self._canvas, LEFT, top, MEASURE, self._element.add("P"))
        return top - height


def _edges(edition: Edition) -> tuple[float, float]:
    """Where a line of the cover starts and ends, by the direction of reading."""
    return (LEFT + MEASURE, LEFT) if edition.language.rtl else (LEFT, LEFT + MEASURE)


def name_of(language: Language) -> str:
    """The network's name, for the author of the file."""
    return language.text(NETWORK)
