"""The page: its measures, and the type of each kind of passage in each language, from the visual language."""

from dataclasses import dataclass
from functools import cached_property

from reportlab.lib.pagesizes import A4

from snhr_desktop import look
from snhr_desktop.i18n import Language
from snhr_desktop.reports.text import TextStyle
from snhr_desktop.reports.text.styles import Direction

WIDTH, HEIGHT = A4
INNER, OUTER, TOP, BOTTOM = 92.0, 74.0, 72.0, 78.0
"""Margins in points; the inner one, generous for binding, lies at the edge where reading begins."""
MEASURE = WIDTH - INNER - OUTER
"""Width of the text."""
FOOT = 44.0
"""Height of the foot's baseline."""
INDENT = 15.0
ARABIC_SIZE = 1.08
"""Arabic is set a little larger, so that it looks equal to Latin beside it."""

PALETTE = look.PAPER


@dataclass(frozen=True)
class Styles:
    """The styles of one language."""

    language: Language

    def style(self, size: float, *, leading: float = 0.0, rtl: bool | None = None, **changes: object) -> TextStyle:
        """A style in the direction of the language (or another), `size` in points of Latin type."""
        arabic = self.language.rtl if rtl is None else rtl
        own = size * ARABIC_SIZE if arabic else size
        direction: Direction = "rtl" if arabic else "ltr"
        made = TextStyle(
            size=own,
            leading=own * (leading or look.leading(arabic)),
            color=PALETTE.ink,
            direction=direction,
            language="ar" if arabic else "en",
        )
        return made.derive(**changes)

    def heading(self, level: int) -> TextStyle:
        """Sections, their parts, and passages."""
        return self._headings.get(level, self._headings[3])

    @cached_property
    def _headings(self) -> dict[int, TextStyle]:
        measures = {
            1: (look.PAGE.heading + 3, 26.0, 10.0),
            2: (look.PAGE.subheading + 1.5, 20.0, 5.0),
            3: (look.PAGE.text + 0.5, 11.0, 2.5),
        }
        return {
            level: self.style(size, leading=1.35, bold=True, space_before=before, space_after=after)
            for level, (size, before, after) in measures.items()
        }

    @cached_property
    def text(self) -> TextStyle:
        """Running text."""
        return self.style(look.PAGE.text, space_after=6.5)

    @cached_property
    def lead(self) -> TextStyle:
        """The first paragraph of the summary."""
        return self.style(look.PAGE.subheading, space_after=9.0)

    @cached_property
    def note(self) -> TextStyle:
        """Notes under tables and beside texts."""
        return self.style(look.PAGE.note, color=PALETTE.muted, space_before=4.0, space_after=8.0)

    @cached_property
    def footnote(self) -> TextStyle:
        """At the foot of the page."""
        return self.style(look.PAGE.note - 0.3, leading=1.4 if self.language.rtl else 1.3, space_after=2.0)

    @cached_property
    def item(self) -> TextStyle:
        """An item of a list."""
        return self.text.derive(indent=INDENT, space_after=3.5)

    @cached_property
    def caption(self) -> TextStyle:
        """Over a table or chart."""
        size = look.PAGE.text
        return self.style(size, bold=True, space_before=12.0, space_after=5.0)

    @cached_property
    def cell(self) -> TextStyle:
        """In a table."""
        return self.style(look.PAGE.note + 0.3, leading=1.4 if self.language.rtl else 1.3)

    @cached_property
    def muted_cell(self) -> TextStyle:
        """What could not be told apart."""
        return self.cell.derive(color=PALETTE.muted)

    @cached_property
    def column_head(self) -> TextStyle:
        """Over a column."""
        return self.style(look.PAGE.note - 0.3, leading=1.25, bold=True, color=PALETTE.muted)

    def of(self, code: str) -> TextStyle:
        """Running text of a record in the language `code`."""
        return self._of_records["ar" if code == "ar" else "en"]

    @cached_property
    def _of_records(self) -> dict[str, TextStyle]:
        return {code: self.style(look.PAGE.text, rtl=code == "ar", space_after=6.5) for code in ("ar", "en")}
