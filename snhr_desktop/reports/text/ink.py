"""Lines as PDF operators: one text object per passage, state written only where it changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from .bidi import visual_order
from .colors import fill_color
from .inline import PLAIN, Look
from .lines import Blank, Line, arrange
from .outlines import outline
from .styles import TextStyle
from .tagging import Element
from .tokens import LINE_END, NO_SPACE, SUPERSCRIPT_SIZE, Measured, Piece

if TYPE_CHECKING:
    from .canvas import BilingualCanvas
    from .faces import Face

_SUPERSCRIPT_RISE = 0.34
_SLANT = 0.2
_TOUCHING = 0.5
_URL_SAFE = "%/:=&?~#+!$,;'@()*[]"


class LinkArea(NamedTuple):
    """Where a link stands: the target, and its edges."""

    target: str
    left: float
    bottom: float
    right: float
    top: float
    said: str
    element: Element | None


class Ink:
    """Writes lines of one style into a text object, for an element; `finish` puts it on the canvas."""

    def __init__(self, canvas: BilingualCanvas, style: TextStyle, element: Element | None = None) -> None:
        self.canvas, self.style, self.element = canvas, style, element
        self.operators = ["q BT"]
        self._operands: list[str] = []
        self._font: tuple[Face, float] | None = None
        self._color = ""
        self._rise = 0.0
        self._x = self._y = 0.0
        self._slanted = False
        self._marks: dict[str, list[str]] = {}
        self.links: list[LinkArea] = []
        self._link = ""
        self._linked: Element | None = None
        self._opened: str | None = None
        self._lossy = False

    def line(self, measured: Measured, line: Line, x: float, y: float, stretch: float) -> None:
        """Write a line from its left end; every space in it grows by `stretch` points."""
        if self.canvas.fonts.missing:
            self._lossy = self.canvas.note_missing(measured, line) or self._lossy
        self._x, self._y = x, y
        self._place(slanted=False)
        if not self._write_whole(measured, line, stretch):
            for item in arrange(measured, line):
                if isinstance(item, Blank):
                    self._write_blank(stretch)
                else:
                    self._write_piece(item)
            self._flush()
        if self.element and self._font and not line.last:
            self.operators.append(f"{self.canvas.document_font(self._font[0]).space} Tj")

    def finish(self) -> None:
        """End the text object, say what it is and in which language, and lay the links over it."""
        marks = [" ".join([fill_color(color), *shapes]) for color, shapes in self._marks.items()]
        if self._opened is None:
            opened = self.canvas.opening(self.element, self.style.language)
            passage = [opened, *self.operators, "ET", *marks, "Q", "EMC" if opened else ""]
        else:
            aside = self.canvas.opening(None) if marks else ""
            end = "EMC" if self._opened else ""
            passage = [*self.operators, end, "ET", aside, *marks, "EMC" if aside else "", "Q"]
        self.canvas._code.append(" ".join(filter(None, passage)))
        for link in _merged(self.links, rtl=self.style.direction == "rtl"):
            area = (link.left, link.bottom, link.right, link.top)
            target = link.target if link.target.startswith("#") else quote(link.target, safe=_URL_SAFE)
            self.canvas.link(target, area, link.said, link.element)

    def kept(self) -> str | None:
        """What was written of a single line behind its place, for `draw_again`; None where more hangs on the place."""
        if self.links or self._marks or self._lossy or self._opened is not None:
            return None
        return " ".join([*self.operators[2:], "ET Q"])

    def _write_whole(self, measured: Measured, line: Line, stretch: float) -> bool:
        """The fast way, for a line all in the first face and without looks: True where it could be gone."""
        tokens = measured.tokens[line.start : line.end]
        shapes = [token.plain for token in tokens if token.plain]
        if len(shapes) != len(tokens):
            return False
        face = shapes[0].run.face
        font = self.canvas.document_font(face)
        operands = [operand for operand in map(font.operands.__getitem__, shapes) if operand]
        if len(operands) != len(tokens):
            return False
        self._turn("")
        self._select(face, 1.0, self.style.color, 0.0)
        blank = font.space + (f" {-stretch * 1000 / self.style.size:.1f}" if stretch else "")
        levels, gaps = [token.level for token in tokens], measured.gaps[line.start : line.end - 1]
        level = levels[0]
        if levels.count(level) == len(levels) and gaps.count(level) == len(gaps):
            written = blank.join(reversed(operands) if level & 1 else operands)
        else:
            written = _in_order(operands, levels, gaps, blank, measured.base)
        self.operators.append(f"[{written}] TJ")
        return True

    def _write_piece(self, piece: Piece) -> None:
        look, face = piece.look, piece.shaped.run.face
        self._turn(look.link or "")
        size = SUPERSCRIPT_SIZE if look.superscript else 1.0
        slanted = look.italic and not piece.level & 1
        if slanted != self._slanted:
            self._flush()
            self._place(slanted)
        lift = _SUPERSCRIPT_RISE * self.style.size if look.superscript else 0.0
        em = size * self.style.size / 1000
        encoded = self.canvas.document_font(face).encode(piece.shaped)
        for rise, operands in encoded.parts:
            self._select(face, size, self._color_of(look), lift + rise * em)
            self._operands.append(operands)
        for mark in encoded.marks:
            x, y = self._x + mark.x * em, self._y + lift + mark.y * em
            shape = f"q {em:.5g} 0 0 {em:.5g} {x:.2f} {y:.2f} cm {outline(face, mark.glyph)} Q"
            self._marks.setdefault(self._color_of(look), []).append(shape)
        width = piece.width * self.style.size / 1000
        if look.link:
            self._note_link(look.link, piece, width)
        self._x += width

    def _write_blank(self, stretch: float) -> None:
        face = self.canvas.fonts.primary(self.style.bold)
        size = self._font[1] if self._font and self._font[0] is face else 1.0
        self._select(face, size, self._color or self.style.color, 0.0)
        natural = face.space * self.style.size / 1000
        back = natural * size - natural - stretch
        self._operands.append(self.canvas.document_font(face).space)
        if abs(back) > 0.001:
            self._operands.append(f" {back * 1000 / (self.style.size * size):.1f}")
        self._x += natural + stretch

    def _color_of(self, look: Look) -> str:
        if look is PLAIN:
            return self.style.color
        return look.color or (self.style.link_color if look.link else self.style.color)

    def _place(self, slanted: bool) -> None:
        self._slanted = slanted
        self.operators.append(f"1 0 {_SLANT if slanted else 0} 1 {self._x:.2f} {self._y:.2f} Tm")

    def _select(self, face: Face, size: float, color: str, rise: float) -> None:
        """Set what differs from the state before."""
        if self._font != (face, size):
            self._flush()
            self._font = (face, size)
            self.operators.append(f"/{self.canvas.document_font(face).resource} {self.style.size * size:.4g} Tf")
        if self._color != color:
            self._flush()
            self._color = color
            self.operators.append(fill_color(color))
        if abs(self._rise - rise) > 0.001:
            self._flush()
            self._rise = rise
            self.operators.append(f"{rise:.2f} Ts")

    def _turn(self, link: str) -> None:
        """A link begins or ends: it is an element inside that of the text, with passages of its own."""
        if link == self._link:
            return
        self._flush()
        if self._opened is None and any(operator.endswith("TJ") for operator in self.operators):
            self._opened = self.canvas.opening(self.element, self.style.language)
            self.operators.insert(0, self.operators.pop(0) + f" {self._opened}")
        if self._opened:
            self.operators.append("EMC")
        self._link = link
        self._linked = self.element.add("Link") if link and self.element else self.element
        self._opened = self.canvas.opening(self._linked, self.style.language)
        self.operators.append(self._opened)

    def _flush(self) -> None:
        if self._operands:
            self.operators.append(f"[{''.join(self._operands)}] TJ")
            self._operands = []

    def _note_link(self, target: str, piece: Piece, width: float) -> None:
        face, em = piece.shaped.run.face, self.style.size / 1000
        bottom, top = self._y - face.descent * em * 0.55, self._y + face.ascent * em * 0.75
        said = piece.shaped.run.meant
        self.links.append(LinkArea(target, self._x, bottom, self._x + width, top, said, self._linked))


def draw_again(
    canvas: BilingualCanvas, style: TextStyle, element: Element | None, kept: str, x: float, y: float
) -> None:
    """Write a line that was kept at another place: a twentieth of the time of a whole report is saved."""
    opened = canvas.opening(element, style.language)
    text = f"q BT 1 0 0 1 {x:.2f} {y:.2f} Tm {kept}"
    canvas._code.append(f"{opened} {text} EMC" if opened else text)


def _in_order(operands: list[str], levels: list[int], gaps: list[int], blank: str, base: int) -> str:
    """Words and the blanks between them as they stand from left to right, as `lines.arrange` has them."""
    items, item_levels = [operands[0]], [levels[0]]
    for operand, level, gap in zip(operands[1:], levels[1:], gaps, strict=True):
        if gap != NO_SPACE:
            items.append(blank)
            item_levels.append(base if gap == LINE_END else gap)
        items.append(operand)
        item_levels.append(level)
    return "".join([items[at] for at in visual_order(item_levels)])


def _merged(links: Iterable[LinkArea], rtl: bool) -> list[LinkArea]:
    """One area for the neighbouring words of a link on one line; they come from left to right."""
    merged: list[LinkArea] = []
    for link in links:
        last = merged[-1] if merged else None
        if last and last.target == link.target and last.bottom == link.bottom and link.left - last.right < 20:
            blank = " " if link.left - last.right > _TOUCHING else ""
            said = blank.join([link.said, last.said] if rtl else [last.said, link.said])
            merged[-1] = last._replace(right=link.right, top=max(last.top, link.top), said=said)
        else:
            merged.append(link)
    return merged
