"""A table in the flow of a page: hairlines only, mirrored in Arabic, its header repeated where it breaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from reportlab.platypus.flowables import Flowable

from .inline import Content, Footnote
from .paragraph import Paragraph, twin
from .styles import TextStyle
from .tagging import COLUMN_HEAD, ROW_HEAD, Element

if TYPE_CHECKING:
    from .faces import FontSet

Cell: TypeAlias = Content | Paragraph
_LINES_WORTH_SPLITTING = 8
_LINES_WORTH_STARTING = 3


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is a share of what the fixed columns leave, or points where `fixed`.

    The numbers of a `numeric` column stand at its end edge, one unit digit under another in both directions.
    """

    title: Cell = ""
    width: float = 1.0
    fixed: bool = False
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class TableLook:
    """Colours and measures (points) of the rules and the space around cells; a rule of width 0 is not drawn."""

    rule_color: str = "#1A2330"
    hairline_color: str = "#BFC6CF"
    rule: float = 0.8
    hairline: float = 0.4
    padding: float = 2.5
    gutter: float = 12.0
    space_before_total: float = 2.0


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[Paragraph, ...]
    kind: Literal["header", "body", "total"] = "body"
    height: float = 0.0
    elements: list[Element] = field(default_factory=list)
    """Its cells in a tagged file, made when it is drawn first; both halves of a row that is cut share them."""


class Table(Flowable):  # type: ignore[misc]
    """Rows of contents under titled columns, in logical order; `total` stands apart under the last of them.

    In a tagged file `element` takes the rows; a cell of the first column is the head of its row, where it is a name.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        style: TextStyle,
        fonts: FontSet,
        *,
        header_style: TextStyle | None = None,
        total: Sequence[Cell] | None = None,
        look: TableLook | None = None,
    ) -> None:
        super().__init__()
        self.columns, self.style, self.fonts, self.look = tuple(columns), style, fonts, look or TableLook()
        self.rtl = style.direction == "rtl"
        self.spaceBefore, self.spaceAfter = style.space_before, style.space_after
        titles = [column.title for column in self.columns]
        head = header_style or style.derive(bold=True)
        self._header = self._row(titles, head, "header") if any(titles) else None
        self._rows = [self._row(row, style, "body") for row in rows]
        if total is not None:
            self._rows.append(self._row(total, style.derive(bold=True), "total"))
        self._number_widths = [
            max((cell.natural_width() for cell in self._cells(at)), default=0.0) if column.numeric else 0.0
            for at, column in enumerate(self.columns)
        ]
        self._least = [
            max((cell.least_width() for cell in (*self._cells(at), *self._header_cells[at : at + 1])), default=0.0)
            + self._gutter(at)
            for at in range(len(self.columns))
        ]
        self._noted = any(cell.footnotes() for at in range(len(self.columns)) for cell in self._cells(at))
        self._noted = self._noted or any(cell.footnotes() for cell in self._header_cells)
        self.element: Element | None = None
        self._widths: list[float] = []
        self._measured_for = -1.0
        self._continues = False

    @property
    def _header_cells(self) -> tuple[Paragraph, ...]:
        return self._header.cells if self._header else ()

    def _cells(self, at: int) -> Iterable[Paragraph]:
        """The cells of a column without its title, each once: what is said in many rows may be one paragraph."""
        return dict.fromkeys(row.cells[at] for row in self._rows)

    def footnotes(self) -> tuple[Footnote, ...]:
        """The notes of its cells; a header that stands there again has told its own."""
        if not self._noted:
            return ()
        told = [*([self._header] if self._header and not self._continues else []), *self._rows]
        return tuple(dict.fromkeys(note for row in told for cell in row.cells for note in cell.footnotes()))

    def _row(self, cells: Sequence[Cell], style: TextStyle, kind: Literal["header", "body", "total"]) -> _Row:
        made = []
        for column, cell in zip(self.columns, cells, strict=True):
            if isinstance(cell, Paragraph):
                made.append(cell)
            elif not column.numeric:
                made.append(Paragraph(cell, style, self.fonts))
            elif kind == "header":
                made.append(Paragraph(cell, style.derive(align="end"), self.fonts))
            else:
                made.append(Paragraph(cell, style.derive(align="end", direction="ltr"), self.fonts))
        return _Row(tuple(made), kind)

    def wrap(self, width: float, height: float = 0.0) -> tuple[float, float]:
        """Measure the rows for a width; (width, height) taken, in points.

        Where they would not stand in `height`, only enough of them are added up to tell so: a table of thousands of
        rows is wrapped again on every page. With 0 all are.
        """
        if width != self._measured_for:
            self._widths, self._measured_for = self._column_widths(width), width
            self._header = self._measured(self._header) if self._header else None
            self._rows = [self._measured(row) for row in self._rows]
        self.width, self.height = width, self._header_height()
        for at, row in enumerate(self._rows):
            if not row.height:  # a half of a row that was just split
                self._rows[at] = self._measured(row)
            self.height += self._rows[at].height
            if 0 < height < self.height:
                break
        return self.width, self.height

    def _column_widths(self, width: float) -> list[float]:
        """Fixed widths, and shares of the rest; no column is narrower than its longest word if the others can give."""
        widths = [column.width if column.fixed else 0.0 for column in self.columns]
        sharing = [at for at, column in enumerate(self.columns) if not column.fixed]
        room = max(width - sum(widths), 0.0)
        if sum(self._least[at] for at in sharing) > room:
            return self._shared(widths, sharing, room)
        while tight := [at for at in sharing if self._least[at] > self._share(at, sharing, room)]:
            for at in tight:
                widths[at] = self._least[at]
                room -= widths[at]
                sharing.remove(at)
        return self._shared(widths, sharing, room)

    def _share(self, at: int, sharing: list[int], room: float) -> float:
        return room * self.columns[at].width / sum(self.columns[other].width for other in sharing)

    def _shared(self, widths: list[float], sharing: list[int], room: float) -> list[float]:
        return [self._share(at, sharing, room) if at in sharing else width for at, width in enumerate(widths)]

    def _gutter(self, at: int) -> float:
        """The space at the end of a column; the last one needs none."""
        return self.look.gutter if at < len(self.columns) - 1 else 0.0

    def _inner(self, at: int) -> float:
        """Width of the text in a column."""
        return max(self._widths[at] - self._gutter(at), 1.0)

    def _measured(self, row: _Row) -> _Row:
        height = max((cell.wrap(self._inner(at))[1] for at, cell in enumerate(row.cells)), default=0.0)
        extra = self.look.space_before_total if row.kind == "total" else 0.0
        return _Row(row.cells, row.kind, height + 2 * self.look.padding + extra, row.elements)

    def _header_height(self) -> float:
        return self._header.height if self._header else 0.0

    def split(self, width: float, height: float) -> list[Flowable]:
        """Tables of which the first fits; none where not a row does and the next page has more room."""
        self.wrap(width, height)
        at_top = getattr(getattr(self, "_frame", None), "_atTop", False)
        room = height - self._header_height()
        count = 0
        while count < len(self._rows) and self._rows[count].height <= room:
            room -= self._rows[count].height
            count += 1
        if count == len(self._rows):
            return [self]
        halves = self._split_row(self._rows[count], room, forced=at_top and count == 0)
        if halves:
            return [
                self._part([*self._rows[:count], halves[0]]),
                self._part([halves[1], *self._rows[count + 1 :]], continues=True),
            ]
        if self._rows[count].kind == "total" and count > 1:
            count -= 1  # a total does not stand alone on a page
        if not count:
            return []
        return [self._part(self._rows[:count]), self._part(self._rows[count:], continues=True)]

    def _split_row(self, row: _Row, height: float, forced: bool) -> tuple[_Row, _Row] | None:
        """The row cut at a height, where it is long enough or the page will never be higher."""
        lines = max(cell.line_count for cell in row.cells)
        room = height - 2 * self.look.padding
        worth = lines >= _LINES_WORTH_SPLITTING and room >= _LINES_WORTH_STARTING * self.style.leading
        if not (worth or forced):
            return None
        above, below = [], []
        for at, cell in enumerate(row.cells):
            parts = cell.divide(self._inner(at), room, forced)
            if not parts:
                return None
            above.append(parts[0])
            below.append(parts[1] if len(parts) > 1 else Paragraph("", cell.style, self.fonts))
        return _Row(tuple(above), row.kind, 0.0, row.elements), _Row(tuple(below), row.kind, 0.0, row.elements)

    def _part(self, rows: list[_Row], continues: bool = False) -> Table:
        part = twin(self)
        part._rows, part._continues = rows, continues or self._continues
        return part

    def draw(self) -> None:
        """Draw at the origin of the canvas that platypus set."""
        top = self.height
        strong, hairlines = [top], list[float]()
        if self._header:
            top = self._draw_row(self._header, top)
            strong.append(top)
        for index, row in enumerate(self._rows):
            if row.kind == "total":
                strong.append(top)
                top -= self.look.space_before_total
            elif index:
                hairlines.append(top)
            top = self._draw_row(row, top)
        self.canv.rules(hairlines, self.width, self.look.hairline, self.look.hairline_color)
        self.canv.rules([*strong, 0.0], self.width, self.look.rule, self.look.rule_color)

    def _draw_row(self, row: _Row, top: float) -> float:
        edge = self.width if self.rtl else 0.0
        for at, (cell, element) in enumerate(zip(row.cells, self._elements(row), strict=True)):
            inner = self._inner(at)
            left = edge - inner if self.rtl else edge
            if self.rtl and row.kind != "header" and self.columns[at].numeric:
                inner = min(inner, self._number_widths[at])
            cell.draw_at(self.canv, left, top - self.look.padding, inner, element)
            edge += -self._widths[at] if self.rtl else self._widths[at]
        extra = self.look.space_before_total if row.kind == "total" else 0.0
        return top - row.height + extra

    def _elements(self, row: _Row) -> Sequence[Element | None]:
        """The cells of a row; none for a header that stands there again, which is furniture."""
        if self.element is None or (row.elements and row.kind == "header"):
            return (None,) * len(row.cells)
        if not row.elements:
            made = self.element.add("TR")
            for column in self.columns:
                first = not row.elements and not column.numeric
                attributes = COLUMN_HEAD if row.kind == "header" else ROW_HEAD if first else ""
                row.elements.append(made.add("TH" if attributes else "TD", attributes=attributes))
        return row.elements
