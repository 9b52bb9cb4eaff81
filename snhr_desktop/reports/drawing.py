"""Parts set in type: each becomes flowables of the text engine. No wording is made here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from snhr_desktop import look
from snhr_desktop.charts import MapChart, MonthChart
from snhr_desktop.i18n import Language
from snhr_desktop.reports import parts
from snhr_desktop.reports.band import FigureBand
from snhr_desktop.reports.graphics import ChartFlowable
from snhr_desktop.reports.marking import Marking
from snhr_desktop.reports.nesting import Nesting
from snhr_desktop.reports.paper import INDENT, MEASURE, PALETTE, Styles
from snhr_desktop.reports.text import (
    Column,
    Content,
    Element,
    FontSet,
    Paragraph,
    SideBySide,
    Table,
    TextStyle,
    isolate_codes,
)
from snhr_desktop.reports.text.table import TableLook

_BULLET = "•"
_ROOM_FOR_SECTION, _ROOM_FOR_CAPTION, _ROOM_FOR_LINES, _ROOM_TO_BEGIN = 200.0, 46.0, 48.0, 110.0
_ROOM_FOR_HEADING = {1: 60.0, 2: 46.0, 3: 30.0}
_ROOM_FOR_BAND = 90.0
_SHORT_TABLE, _MAP_HEIGHT = 290.0, 285.0
_LABEL_SHARE, _FACT_SHARE = 1.0, 3.6
_QUIET = TableLook(rule_color=PALETTE.line, hairline_color=PALETTE.line, rule=0.5)


class Mark(Flowable):  # type: ignore[misc]
    """Takes no room; tells the template that a heading stands here."""

    def __init__(self, heading: parts.Heading) -> None:
        super().__init__()
        self.heading = heading

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Nothing."""
        return 0.0, 0.0

    def draw(self) -> None:
        """Nothing."""


class Rule(Flowable):  # type: ignore[misc]
    """A line across the column."""

    def __init__(self, color: str, thickness: float) -> None:
        super().__init__()
        self._color, self._thickness = color, thickness

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The whole width."""
        self.width = width
        return width, self._thickness

    def draw(self) -> None:
        """Draw at the origin of the canvas."""
        self.canv.setStrokeColor(self._color)
        self.canv.setLineWidth(self._thickness)
        self.canv.line(0, 0, self.width, 0)


class Typesetter:
    """Sets the parts of one language; `element` takes what they are in a tagged file."""

    def __init__(self, language: Language, fonts: FontSet, element: Element) -> None:
        self.language, self.fonts, self.styles = language, fonts, Styles(language)
        self._nesting = Nesting(element)
        self._marking = Marking(language, fonts, self._nesting)
        self._title = ""
        self._made: dict[int, Table | ChartFlowable] = {}

    def set(self, report: Iterable[parts.Part]) -> Iterator[Flowable]:
        """The flowables of a report's parts, in order."""
        by_kind: Mapping[type, Callable[[Any], Iterable[Flowable]]] = {
            parts.Heading: self._heading,
            parts.Prose: self._prose,
            parts.Bullets: self._bullets,
            parts.Facts: self._facts,
            parts.KeyFigures: self._key_figures,
            parts.DataTable: self._table,
            parts.Picture: self._picture,
            parts.Masthead: self._masthead,
            parts.Parallel: self._parallel,
        }
        told = tuple(report)
        for at, part in enumerate(told):
            self._yield_to(part, told[at + 1 :])
            if not isinstance(part, parts.Prose | parts.Bullets):
                yield CondPageBreak(self._room(told, at))
            yield from by_kind[type(part)](part)
            self._made.pop(id(part), None)

    def _yield_to(self, part: parts.Part, after: tuple[parts.Part, ...]) -> None:
        """Let a yielding chart know what has to stand on the page below it."""
        if isinstance(part, parts.Picture) and part.yielding:
            drawn = self._drawn(part)
            assert isinstance(drawn, ChartFlowable)
            told = (parts.Prose(part.chart.summary, "note"), *after)
            drawn.reserved = sum(self._height_of(other) for other in told)

    def _height_of(self, part: parts.Part) -> float:
        """Height of a passage or a table on the page, in points, the space around it included."""
        if isinstance(part, parts.Prose):
            style = self._prose_style(part)
            height = Paragraph(part.text, style, self.fonts).wrap(MEASURE)[1]
            return float(height + style.space_before + style.space_after)
        if isinstance(part, parts.DataTable):
            return float(_ROOM_FOR_CAPTION + self._drawn(part).wrap(MEASURE, 0)[1])
        return self._room((part,), 0)

    def _room(self, told: tuple[parts.Part, ...], at: int) -> float:
        """What a part needs to begin on a page: a heading stands with what follows, charts and short tables whole."""
        part = told[at]
        if isinstance(part, parts.Picture) and part.yielding:
            return _ROOM_FOR_LINES
        if isinstance(part, parts.Heading):
            follows = self._room(told, at + 1) if at + 1 < len(told) else 0.0
            return max(_ROOM_FOR_HEADING[part.level] + follows, _ROOM_FOR_SECTION if part.level == 1 else 0.0)
        if isinstance(part, parts.Picture | parts.DataTable | parts.Facts):
            _, height = self._drawn(part).wrap(MEASURE, 0)
            whole = isinstance(part, parts.Picture) or (isinstance(part, parts.DataTable) and height < _SHORT_TABLE)
            caption = _ROOM_FOR_CAPTION if _captioned(told, at) else 0.0
            return caption + float(height if whole else min(height, _ROOM_TO_BEGIN))
        if isinstance(part, parts.KeyFigures | parts.Masthead):
            return _ROOM_FOR_BAND
        after = told[at + 1] if at + 1 < len(told) else None
        if isinstance(part, parts.Prose) and isinstance(
            after, parts.DataTable
        ):  # what introduces a table stands with it
            return self._height_of(part) + self._room(told, at + 1)
        return _ROOM_FOR_LINES + sum(self._marking.height(marks) for marks in _first_marks(part))

    def _drawn(self, part: parts.Picture | parts.DataTable | parts.Facts) -> Table | ChartFlowable:
        """The chart or table of a part, made once."""
        if id(part) not in self._made:
            self._made[id(part)] = self._draw(part)
        return self._made[id(part)]

    def _draw(self, part: parts.Picture | parts.DataTable | parts.Facts) -> Table | ChartFlowable:
        if isinstance(part, parts.Picture):
            height = _MAP_HEIGHT if isinstance(part.chart, MapChart) else None
            return ChartFlowable(part.chart, height, self.language, self.fonts, PALETTE)
        return self._table_of_facts(part) if isinstance(part, parts.Facts) else self._data_table(part)

    def _prose(self, prose: parts.Prose) -> Iterable[Flowable]:
        element = self._nesting.here.add("P")
        style = self._prose_style(prose)
        # marks stand at places of the text, which is then one of ours with isolates of its own
        content = self._marking.content(prose.text, prose.marks) if prose.marks else _whole(prose.text, style)
        return (Paragraph(content, style, self.fonts, element=element),)

    def _masthead(self, head: parts.Masthead) -> Iterator[Flowable]:
        here, style = self._nesting.here, self.styles.style
        owner = style(look.PAGE.text, bold=True, space_after=4.0)
        yield Paragraph(head.owner, owner, self.fonts, element=here.add("P"))
        yield Rule(PALETTE.ink, 1.2)
        title = style(look.PAGE.title - 2, leading=1.3, bold=True, space_before=14.0, space_after=4.0)
        yield Paragraph(head.title, title, self.fonts, element=here.add("H1"))
        for line in head.lines:
            note = style(look.PAGE.text + 1, color=PALETTE.muted, space_after=1.0)
            yield Paragraph(line, note, self.fonts, element=here.add("P"))
        yield Spacer(0, 6)

    def _parallel(self, parallel: parts.Parallel) -> Iterator[Flowable]:
        styles, titles = self._of_both, tuple(style.derive(bold=True) for style in self._of_both)
        pairs = [(_whole(english, styles[0]), _whole(arabic, styles[1])) for english, arabic in parallel.pairs]
        drawn = SideBySide(parallel.titles, pairs, styles, (titles[0], titles[1]), self.fonts)
        drawn.element = self._nesting.here.add("Table")
        yield drawn

    @property
    def _of_both(self) -> tuple[TextStyle, TextStyle]:
        return self.styles.of("en"), self.styles.of("ar")

    def _key_figures(self, figures: parts.KeyFigures) -> Iterable[Flowable]:
        return (FigureBand(figures.cells, self.styles, self.fonts, self._nesting.here), Spacer(0, 6))

    def _paragraph(self, text: str, style: TextStyle) -> Paragraph:
        return Paragraph(text, style, self.fonts)

    def _passage(self, text: str, style: TextStyle) -> Paragraph:
        """A paragraph that stands for itself."""
        return Paragraph(_whole(text, style), style, self.fonts, element=self._nesting.here.add("P"))

    def _heading(self, heading: parts.Heading) -> Iterator[Flowable]:
        self._title = heading.text
        if heading.key:
            yield Mark(heading)
        style, element = self.styles.heading(heading.level), self._nesting.heading(heading.level)
        yield Paragraph(_whole(heading.text, style), style, self.fonts, anchor=heading.key, element=element)

    def _prose_style(self, prose: parts.Prose) -> TextStyle:
        if prose.language:
            return self.styles.of(prose.language)
        return {"lead": self.styles.lead, "note": self.styles.note}.get(prose.kind, self.styles.text)

    def _bullets(self, bullets: parts.Bullets) -> Iterator[Flowable]:
        markers = bullets.markers or (_BULLET,) * len(bullets.items)
        style, made = self.styles.item.derive(indent=INDENT), self._nesting.here.add("L")
        marks = bullets.marks or ((),) * len(bullets.items)
        for text, marker, marked in zip(bullets.items, markers, marks, strict=True):
            item = made.add("LI")
            label, body = item.add("Lbl"), item.add("LBody")
            yield Paragraph(
                self._marking.content(text, marked), style, self.fonts, marker=marker, element=body, label=label
            )
        yield Spacer(0, 4)

    def _facts(self, facts: parts.Facts) -> Iterator[Flowable]:
        drawn = self._drawn(facts)
        drawn.element = self._nesting.here.add("Table")
        yield drawn
        yield Spacer(0, 8)

    def _table_of_facts(self, facts: parts.Facts) -> Table:
        label, cell = self.styles.cell.derive(bold=True), self.styles.cell
        rows = [(self._paragraph(title, label), _whole("\n".join(lines), cell)) for title, lines in facts.rows]
        return Table((Column(width=_LABEL_SHARE), Column(width=_FACT_SHARE)), rows, cell, self.fonts, look=_QUIET)

    def _caption(self, caption: str, element: Element, kind: str) -> Iterator[Flowable]:
        """A caption, but where it would only repeat the heading above it."""
        if caption and caption != self._title:
            yield Paragraph(caption, self.styles.caption, self.fonts, element=element.add(kind))

    def _table(self, table: parts.DataTable) -> Iterator[Flowable]:
        drawn = self._drawn(table)
        drawn.element = self._nesting.here.add("Table")
        yield from self._caption(table.caption, drawn.element, "Caption")
        yield drawn
        yield self._passage(table.note, self.styles.note) if table.note else Spacer(0, 8)

    def _data_table(self, table: parts.DataTable) -> Table:
        styles, numeric = self.styles, [column.numeric for column in table.columns]
        looks = [_aligned(styles.cell, number) for number in numeric]
        # thousands of cells say the same few things: one paragraph serves every row of its column
        cell = cache(lambda at, text: self._paragraph(text, looks[at]))
        rows = [[cell(at, text) for at, text in enumerate(row)] for row in table.rows]
        if table.remainder:
            muted = [_aligned(styles.muted_cell, number) for number in numeric]
            rows.append([self._paragraph(text, style) for text, style in zip(table.remainder, muted, strict=True)])
        columns = [Column(self._title_of(c), width=c.share, numeric=c.numeric) for c in table.columns]
        total = table.total or None
        return Table(columns, rows, styles.cell, self.fonts, header_style=styles.column_head, total=total)

    def _title_of(self, column: parts.TableColumn) -> Content:
        notes = tuple(parts.Note(len(column.title), text) for text in column.notes)
        return self._marking.content(column.title, notes)

    def _picture(self, picture: parts.Picture) -> Iterator[Flowable]:
        chart = picture.chart
        yield from self._caption(chart.title, self._nesting.here, "P")
        drawn = self._drawn(picture)
        drawn.element = self._nesting.here.add("Figure", self.language.code, chart.summary)
        yield drawn
        if chart.summary != chart.empty or isinstance(chart, MonthChart):  # the others, empty, have said so themselves
            yield self._passage(chart.summary, self.styles.note)


def _captioned(told: tuple[parts.Part, ...], at: int) -> bool:
    """Whether a table or chart stands under words of its own, and not under a heading that says the same."""
    part = told[at]
    caption = part.chart.title if isinstance(part, parts.Picture) else getattr(part, "caption", "")
    above = next((one.text for one in reversed(told[:at]) if isinstance(one, parts.Heading)), "")
    return bool(caption) and caption != above


def _first_marks(part: parts.Part) -> Iterator[parts.Marks]:
    """What is marked in the lines that stand under a heading."""
    if isinstance(part, parts.Prose):
        yield part.marks
    elif isinstance(part, parts.Bullets):
        yield from part.marks[:1]


def _aligned(style: TextStyle, numeric: bool) -> TextStyle:
    """Numbers stand at the end of their column, digits in order in both languages."""
    return style.derive(align="end", direction="ltr") if numeric else style


def _whole(text: str, style: TextStyle) -> str:
    """A text whose dates, points and numbers of telephones, as records have them, keep their order in Arabic."""
    return isolate_codes(text) if style.direction == "rtl" else text
