"""How a passage of text looks: a frozen value, for paragraphs, table cells and chart labels alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

Direction = Literal["ltr", "rtl", "auto"]
Align = Literal["start", "end", "center", "justify"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """All lengths in points.

    `direction` "auto" takes the direction of the first strong letter (for record text of unknown language), and
    left to right without one. `align` is relative to it: "start" is the right edge in Arabic. `language` is a BCP 47
    tag ("ar", "en") written beside the text for readers and screen readers; empty writes none. `indent` sets every
    line in at the start edge (a paragraph's marker stands there), `first_line` the first one further.
    """

    size: float = 10.0
    leading: float = 15.0
    color: str = "#1A2330"
    bold: bool = False
    direction: Direction = "ltr"
    align: Align = "start"
    language: str = ""
    indent: float = 0.0
    first_line: float = 0.0
    space_before: float = 0.0
    space_after: float = 0.0
    keep_with_next: bool = False
    widows: int = 2
    orphans: int = 2
    link_color: str = "#12616F"

    def derive(self, **changes: Any) -> TextStyle:
        """This style with some fields changed."""
        return replace(self, **changes)
