"""Two texts beside each other, the left-to-right one at the left, the right-to-left one at the right, pair by pair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .paragraph import Paragraph
from .styles import TextStyle
from .table import Column, Table, TableLook, _Row
from .tagging import Element

if TYPE_CHECKING:
    from .faces import FontSet

Pair = tuple[str, str]
_OPEN = TableLook(rule=0.0, hairline=0.0, padding=3.0, gutter=20.0)


class SideBySide(Table):
    """Pairs of passages whose tops stand level; `titles` stand above them, and again where they break over a page.

    `styles` and `title_styles` are those of the left and of the right text, each in its own language and direction.
    """

    def __init__(
        self,
        titles: Pair,
        pairs: Sequence[Pair],
        styles: tuple[TextStyle, TextStyle],
        title_styles: tuple[TextStyle, TextStyle],
        fonts: FontSet,
    ) -> None:
        self._languages = [style.language for style in styles]
        heads = [Paragraph(text, style, fonts) for text, style in zip(titles, title_styles, strict=True)]
        rows = [[Paragraph(text, style, fonts) for text, style in zip(pair, styles, strict=True)] for pair in pairs]
        columns = [Column(head) for head in heads]
        super().__init__(columns, rows, styles[0].derive(space_before=6.0, space_after=10.0), fonts, look=_OPEN)

    def _column_widths(self, width: float) -> list[float]:
        """Two columns of one width: the gutter stands in the middle of the page."""
        half = (width - self.look.gutter) / 2
        return [half + self.look.gutter, half]

    def _elements(self, row: _Row) -> Sequence[Element | None]:
        """The cells of a row, each in its language; no passage is the head of the one beside it."""
        elements = super()._elements(row)
        for element, language in zip(elements, self._languages, strict=True):
            if element:
                element.language = language
                if row.kind != "header":
                    element.kind, element.attributes = "TD", ""
        return elements
