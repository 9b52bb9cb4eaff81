"""The recovery sheet: the recovery code of a store on one page for a safe, in both languages, to be signed by hand.

Whoever opens the envelope years later may read only one of the languages, so that both stand on the one sheet.
"""

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass

from snhr_desktop import look, paths
from snhr_desktop.domain.recovery_code import LENGTH, Line, lines
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, N_, NC_, Language, Message, first_strong
from snhr_desktop.reports.file.about import BOTH_TITLES, About
from snhr_desktop.reports.file.finish import finished
from snhr_desktop.reports.file.structure import prepare
from snhr_desktop.reports.foot import draw_training
from snhr_desktop.reports.pages import ReportCanvas
from snhr_desktop.reports.paper import HEIGHT, PALETTE, TOP, WIDTH, Styles
from snhr_desktop.reports.text import Element, FontSet, Paragraph, Tags, TextStyle, draw_text, no_collecting

TITLE = N_("Recovery sheet")
CODE = N_("Recovery code")
STORE, OFFICE, DAY = NC_("recovery sheet", "Store"), NC_("recovery sheet", "Office"), NC_("recovery sheet", "Made on")
PASSAGES: tuple[tuple[Message, Message], ...] = (
    (
        N_("What this is"),
        N_(
            "This code opens the store named above without a passphrase. If every passphrase is forgotten, nothing "
            "else does: nobody can make it again, the makers of the program included. Whoever holds this sheet and the "
            "store reads every record."
        ),
    ),
    (
        N_("How to type it"),
        N_(
            "Four lines of two groups. The sign behind the bar checks its line: type it too, and the program names the "
            "line that was miscopied. Small letters and capitals are the same, with spaces or without. There is no "
            "letter O, I, L or U: 0 is a zero and 1 is a one."
        ),
    ),
    (
        N_("Where to keep it"),
        N_(
            "On paper alone, in a closed envelope, in a safe place, and never in one bag with the computer. Do not "
            "photograph it and do not send it. Burn it when a new code has been made."
        ),
    ),
)
SIGNED = (
    NC_("recovery sheet", "Handed to"), NC_("recovery sheet", "Kept at"),
    NC_("recovery sheet", "Signature"), NC_("recovery sheet", "Date"),
)  # fmt: skip

_EDGE = 60.0
_LEFT, _RIGHT = _EDGE, WIDTH - _EDGE
_GAP = 26.0
"""Between the columns of the two languages."""
_COLUMN = (_RIGHT - _LEFT - _GAP) / 2
_SIGN, _ADVANCE, _BETWEEN, _ROW = 25.0, 29.0, 20.0, 44.0
"""Size of a sign of the code, from one to the next, more between groups, from line to line."""
_BOTH = (ENGLISH, ARABIC)


@dataclass(frozen=True)
class SheetOf:
    """What the sheet is of: the code as `ABCD-EFGH-…`, and how the store is told from others."""

    code: str
    store: str
    office: str
    day: dt.date
    training: bool = False


def recovery_sheet(of: SheetOf) -> bytes:
    """The sheet as PDF. The same values give the same bytes."""
    file, tags, fonts = io.BytesIO(), Tags(), FontSet.load(paths.resources() / "fonts")
    about = _about(of)

    def finish(canvas: ReportCanvas, _pages: int) -> None:
        canvas.describe(about.title, about.author, about.title, about.product, about.producer)
        canvas.turn(rtl=False)
        canvas.date(about.day)
        prepare(canvas, tags)

    with no_collecting():
        canvas = ReportCanvas(
            file, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, lang="en", finish=finish, fonts=fonts,
            tags=tags,
        )  # fmt: skip
        _Sheet(canvas, of, tags.root).draw()
        canvas.showPage()
        canvas.save()
    return finished(file.getvalue(), tags, about, (), archive=False)


class _Sheet:
    """Draws on one page, from top to bottom."""

    def __init__(self, canvas: ReportCanvas, of: SheetOf, root: Element) -> None:
        self._canvas, self._of = canvas, of
        self._part = root.add("Part", "en")
        self._y = HEIGHT - TOP

    def draw(self) -> None:
        """Draw everything."""
        if self._of.training:
            draw_training(self._canvas, _LEFT, _RIGHT, *_BOTH, element=self._part)
        self._head()
        self._facts()
        self._code()
        self._passages()
        self._signed()

    def _head(self) -> None:
        """Not whose it is: the paper may be found at a checkpoint. Those who keep it know it by store and office."""
        self._y -= 14
        self._across(TITLE, look.PAGE.title + 2, "H1")
        self._y -= 14
        self._rule(PALETTE.ink, 1.4)
        self._y -= 30

    def _facts(self) -> None:
        """Store, office and day side by side, each under its name in both languages."""
        days = tuple(language.date(self._of.day) for language in _BOTH)
        said = ((STORE, (self._of.store,), 0.46), (OFFICE, (self._of.office,), 0.2), (DAY, days, 0.34))
        left, width, lowest = _LEFT, _RIGHT - _LEFT, self._y
        for name, values, share in said:
            self._named(name, left, self._y)
            top = self._y - 8
            for value in values:
                top -= self._value(value, left, top, share * width - 12)
            left, lowest = left + share * width, min(lowest, top)
        self._y = lowest - 26

    def _value(self, value: str, left: float, top: float, room: float) -> float:
        """One value, beside its name whatever its direction; its height."""
        rtl = first_strong(value) == "rtl"
        style = Styles(ARABIC if rtl else ENGLISH).style(look.PAGE.text + 1, bold=True, align="end" if rtl else "start")
        shown = Paragraph(value, style, self._canvas.fonts)
        height = shown.wrap(room)[1]
        shown.draw_at(self._canvas, left, top, room, self._part.add("P"))
        return float(height)

    def _code(self) -> None:
        rows = lines(self._of.code)
        height = len(rows) * _ROW + 18
        self._across(CODE, look.PAGE.subheading, "H2")
        self._y -= 12
        self._canvas.setStrokeColor(PALETTE.ink)
        self._canvas.setLineWidth(1.2)
        self._canvas.rect(_LEFT, self._y - height, _RIGHT - _LEFT, height, stroke=1, fill=0)
        baseline = self._y - 9 - _ROW / 2 - _SIGN * 0.36
        for at, row in enumerate(rows, 1):
            self._line(at, row, baseline)
            baseline -= _ROW
        self._y -= height + 26

    def _line(self, number: int, row: Line, y: float) -> None:
        """One line of the code: its number, its groups sign by sign, the bar and the sign that checks it."""
        canvas, element = self._canvas, self._part.add("P")
        sign = Styles(ENGLISH).style(_SIGN, bold=True)
        small = Styles(ENGLISH).style(look.PAGE.text, color=PALETTE.muted)
        whole = sum(len(group) for group in row.groups) * _ADVANCE + len(row.groups) * _BETWEEN + 30 + _ADVANCE
        x = (_LEFT + _RIGHT - whole) / 2 + _ADVANCE / 2
        draw_text(canvas, _LEFT + 18, y + 6, str(number), small, "middle")
        for group in row.groups:
            for one in group:
                draw_text(canvas, x, y, one, sign, "middle", element)
                x += _ADVANCE
            x += _BETWEEN
        canvas.setLineWidth(0.8)
        canvas.line(x - _ADVANCE / 2 + 3, y - 7, x - _ADVANCE / 2 + 3, y + _SIGN)
        check = sign.derive(bold=False, color=PALETTE.accent)
        draw_text(canvas, x + 24, y, row.check, check, "middle", element)

    def _passages(self) -> None:
        """What it is, how it is typed and where it is kept: each language in its column, level with the other."""
        for title, words in PASSAGES:
            lowest = self._y
            for language in _BOTH:
                left, style = self._column(language), Styles(language).style
                top = self._y
                for text, look_of, kind in (
                    (title, style(look.PAGE.text + 0.5, bold=True, space_after=2.0), "H2"),
                    (words, style(look.PAGE.text - 0.5, leading=1.5 if language.rtl else 1.38), "P"),
                ):
                    shown = Paragraph(language.text(text), look_of, self._canvas.fonts)
                    _, height = shown.wrap(_COLUMN)
                    shown.draw_at(self._canvas, left, top, _COLUMN, self._part.add(kind, language.code))
                    top -= height + look_of.space_after
                lowest = min(lowest, top)
            self._y = lowest - 9

    def _signed(self) -> None:
        """Lines to write on, at the foot of the page."""
        half = (_RIGHT - _LEFT - _GAP) / 2
        for at, name in enumerate(SIGNED):
            left, y = _LEFT + (at % 2) * (half + _GAP), 92.0 - (at // 2) * 36
            self._canvas.setStrokeColor(PALETTE.muted)
            self._canvas.setLineWidth(0.7)
            self._canvas.line(left, y, left + half, y)
            self._named(name, left, y - 11)

    def _named(self, name: Message, left: float, y: float) -> None:
        """A name in both languages, one after the other."""
        x = left
        for language in _BOTH:
            style = Styles(language).style(look.PAGE.note, color=PALETTE.muted).derive(direction="ltr")
            element = self._part.add("P", language.code)
            x += draw_text(self._canvas, x, y, language.text(name), style, element=element) + 4
            if language is ENGLISH:
                x += draw_text(self._canvas, x, y, "·", style) + 4

    def _across(self, words: Message, size: float, kind: str) -> None:
        """A line in English at the left, and in Arabic at the right."""
        for language, x in zip(_BOTH, (_LEFT, _RIGHT), strict=True):
            style: TextStyle = Styles(language).style(size, bold=True)
            element = self._part.add(kind, language.code)
            draw_text(self._canvas, x, self._y, language.text(words), style, element=element)

    def _rule(self, color: str, width: float) -> None:
        self._canvas.setStrokeColor(color)
        self._canvas.setLineWidth(width)
        self._canvas.line(_LEFT, self._y, _RIGHT, self._y)

    @staticmethod
    def _column(language: Language) -> float:
        return _LEFT + _COLUMN + _GAP if language.rtl else _LEFT


def _titles() -> Iterator[tuple[str, str]]:
    for code, language in LANGUAGES.items():
        yield code, language.text(TITLE)


def _about(of: SheetOf) -> About:
    """What the file says of itself: neither whose it is nor of which store, and nothing of the code."""
    titles = dict(_titles())
    first, last = titles.values()
    title = ENGLISH.text(BOTH_TITLES, title=first, other=last)
    return About("", title, titles, "", titles, tuple(titles), of.day, product="")


assert LENGTH // 8 * _ROW < HEIGHT / 3
