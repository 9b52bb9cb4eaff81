"""The sheet a chart is laid out on. All is placed from the reading side: x = 0 is where reading begins.

The sheet turns that into absolute places at the end, so that a right-to-left chart is the mirror of a
left-to-right one by construction. What must not be mirrored (a map) is put on it with `add_fixed`.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from snhr_desktop import look
from snhr_desktop.charts.drawing import (
    Box,
    Drawing,
    Hit,
    Label,
    Pattern,
    Primitive,
    Rect,
    mirror,
    mirror_hit,
)
from snhr_desktop.i18n import Language

Metrics = Callable[[str, float, int], float]
"""Width of a text at a size and weight, in the caller's unit."""

Side = Literal["start", "middle", "end"]
_ANCHOR: dict[Side, Literal["left", "middle", "right"]] = {
    "start": "left",
    "middle": "middle",
    "end": "right",
}

LINE = 1.4
"""Height of a line of small text in a chart, as a multiple of its size."""

_BASELINE = 0.35
_ROUNDING = 0.01
_PATTERNS: dict[str, Pattern] = {
    "ochre": "hatch", "grey": "dots", "olive": "back", "amber": "hatch", "faint": "dots",
}  # fmt: skip


class Sheet:
    """Collects shapes and words of one chart, and knows how wide words are."""

    def __init__(self, width: float, height: float, language: Language, metrics: Metrics, scale: float) -> None:
        self.width, self.height, self.language, self.scale = width, height, language, scale
        self.note = look.SCREEN.note * scale
        self.line = self.note * LINE
        self._metrics = metrics
        self._shapes: list[Primitive] = []
        self._hits: list[Hit] = []

    def px(self, length: float) -> float:
        """A length of the screen in the unit of this sheet."""
        return length * self.scale

    def measure(self, text: str, weight: int = look.REGULAR) -> float:
        """Width of a note."""
        return self._metrics(text, self.note, weight)

    def widest(self, texts: Iterable[str], weight: int = look.REGULAR) -> float:
        """Width of the widest note, 0 where there is none."""
        return max((self.measure(text, weight) for text in texts), default=0.0)

    def elide(self, text: str, width: float, weight: int = look.REGULAR) -> str:
        """The text in one line, cut with an ellipsis where it is too long."""
        text, width = " ".join(text.split()), width + _ROUNDING
        if self.measure(text, weight) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.measure(text[:middle].rstrip() + "…", weight) <= width:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + "…" if low else ""

    def wrap(self, text: str, width: float, weight: int = look.REGULAR, lines: int = 2) -> tuple[str, ...]:
        """The text in at most so many lines, the last one cut where it is still too long."""
        words, done = text.split(), list[str]()
        while words and len(done) < lines - 1:
            taken = len(words)
            while taken > 1 and self.measure(" ".join(words[:taken]), weight) > width:
                taken -= max(1, (taken - 40) // 2)
            done.append(self.elide(" ".join(words[:taken]), width, weight))
            words = words[taken:]
        return (*done, self.elide(" ".join(words), width, weight)) if words else tuple(done)

    def add(self, *shapes: Primitive) -> None:
        """Put shapes down, placed from the reading side."""
        self._shapes.extend(shapes)

    def add_fixed(self, *shapes: Primitive) -> None:
        """Put shapes down that stay where they are in either reading direction."""
        self.add(*(mirror(shape, self.width) if self.language.rtl else shape for shape in shapes))

    def hit(self, key: str, box: Box, tip: Sequence[str], *, fixed: bool = False) -> None:
        """Make a part of the chart pickable; `tip` is its full text by lines."""
        edge = Box(max(0.0, box.left), max(0.0, box.top), min(self.width, box.right), min(self.height, box.bottom))
        made = Hit(key, edge, "\n".join(tip))
        self._hits.append(mirror_hit(made, self.width) if fixed and self.language.rtl else made)

    def label(
        self,
        text: str,
        x: float,
        top: float,
        side: Side = "start",
        role: str = "muted",
        weight: int = look.REGULAR,
        halo: bool = False,
    ) -> Label:
        """A note of one line whose line box begins at `top`, made but not yet put down."""
        baseline = top + self.line / 2 + _BASELINE * self.note
        width = self.measure(text, weight)
        return Label(text, x, baseline, _ANCHOR[side], self.note, width, role, weight, halo)

    def write(
        self,
        text: str,
        x: float,
        top: float,
        side: Side = "start",
        role: str = "muted",
        weight: int = look.REGULAR,
    ) -> None:
        """Put down a note of one line; an empty one leaves nothing."""
        if text:
            self.add(self.label(text, x, top, side, role, weight))

    def head(self, unit: str) -> float:
        """Say what the numbers count, at the top; gives the height taken."""
        self.write(self.elide(unit, self.width), 0, 0)
        return self.line + self.px(4) if unit else 0.0

    def message(self, text: str, box: Box) -> None:
        """Words in place of a chart, in the middle of a box."""
        lines = self.wrap(text, max(0.0, box.right - box.left), lines=3)
        top = (box.top + box.bottom - self.line * len(lines)) / 2
        for i, line in enumerate(lines):
            self.write(line, (box.left + box.right) / 2, top + i * self.line, "middle")

    def legend(self, entries: Sequence[tuple[str, Pattern, str]], top: float) -> float:
        """Swatches with their words (role, pattern, text), in as many lines as needed; gives the lower edge."""
        swatch, gap, between = self.px(10), self.px(6), self.px(16)
        x, y = 0.0, top
        for role, pattern, text in entries:
            words = self.elide(text, self.width - swatch - gap)
            taken = swatch + gap + self.measure(words)
            if x and x + taken > self.width:
                x, y = 0.0, y + self.line
            self.add(Rect(x, y + (self.line - swatch) / 2, swatch, swatch, role, pattern))
            self.write(words, x + swatch + gap, y)
            x += taken + between
        return y + self.line if entries else top

    def drawing(self) -> Drawing:
        """All that was put down, at its absolute places."""
        if not self.language.rtl:
            return Drawing(self.width, self.height, False, tuple(self._shapes), tuple(self._hits))
        shapes = tuple(mirror(shape, self.width) for shape in self._shapes)
        hits = tuple(mirror_hit(hit, self.width) for hit in self._hits)
        return Drawing(self.width, self.height, True, shapes, hits)


def pattern_of(role: str, parts: int) -> Pattern:
    """The pattern of a series, the same for the same role; a series alone needs none.

    Two roles of one pattern differ by enough for every kind of colour blindness and in grey: a page may be copied.
    """
    return _PATTERNS.get(role, "solid") if parts > 1 else "solid"
