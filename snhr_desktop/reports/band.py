"""Key figures side by side: a large number over what it counts, parted by hairlines."""

from reportlab.platypus import Flowable

from snhr_desktop import look
from snhr_desktop.reports.paper import PALETTE, Styles
from snhr_desktop.reports.text import Element, FontSet, Paragraph, TextStyle

_GAP, _PAD = 16.0, 8.0


class FigureBand(Flowable):  # type: ignore[misc]
    """Cells in reading order across the width of the frame. `toll` colours the first, which counts the dead.

    In a tagged file `element` takes a paragraph for each cell: the number, then what it counts.
    """

    def __init__(
        self, cells: tuple[tuple[str, str], ...], styles: Styles, fonts: FontSet, element: Element | None = None
    ) -> None:
        super().__init__()
        self._elements = [element.add("P") if element else None for _ in cells]
        self._rtl = styles.language.rtl
        self._cells = [
            (
                Paragraph(number, self._number_style(styles, PALETTE.toll if at == 0 else PALETTE.ink), fonts),
                Paragraph(label, styles.style(look.PAGE.note, leading=1.3, color=PALETTE.muted), fonts),
            )
            for at, (number, label) in enumerate(cells)
        ]
        self.spaceBefore, self.spaceAfter = 4.0, 10.0

    @staticmethod
    def _number_style(styles: Styles, colour: str) -> TextStyle:
        return styles.style(look.PAGE.figure, leading=1.2, bold=True, color=colour)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The room it takes, in points."""
        self.width = width
        self._cell = (width - _GAP * (len(self._cells) - 1)) / max(1, len(self._cells))
        inner = self._cell - _PAD
        self._tops = max((number.wrap(inner)[1] for number, _ in self._cells), default=0.0)
        labels = max((label.wrap(inner)[1] for _, label in self._cells), default=0.0)
        self.height = self._tops + labels + 2 * _PAD
        return width, self.height

    def draw(self) -> None:
        """Draw at the origin of the canvas."""
        canvas = self.canv
        canvas.setStrokeColor(PALETTE.line)
        canvas.setLineWidth(look.HAIRLINE * 0.7)
        inner = self._cell - _PAD
        for at, ((number, label), element) in enumerate(zip(self._cells, self._elements, strict=True)):
            left = at * (self._cell + _GAP)
            if self._rtl:
                left = self.width - left - self._cell
            edge = left + self._cell if self._rtl else left
            canvas.line(edge, 0, edge, self.height)
            x = left if self._rtl else left + _PAD
            number.draw_at(canvas, x, self.height - _PAD / 2, inner, _span(element))
            label.draw_at(canvas, x, self.height - _PAD / 2 - self._tops, inner, _span(element))


def _span(element: Element | None) -> Element | None:
    return element.add("Span") if element else None
