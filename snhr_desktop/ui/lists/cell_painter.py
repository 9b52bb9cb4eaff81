"""Paints a cell of the list: two lines at most, numbers under each other, a status with its icon and its words."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from snhr_desktop import look
from snhr_desktop.ui import icons
from snhr_desktop.ui.fonts import font
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.lists.columns import Column
from snhr_desktop.ui.lists.model import CODE, LINES, SIGN
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.shortening import shortened
from snhr_desktop.ui.widgets.status_chip import PLAIN, STATUS_SIGNS, Sign

ROW_HEIGHT = 48
HEADING_HEIGHT = 52
"""A heading of two words may take two lines."""
_PAD, _BAR, _ICON = 8, 3, 14
_CHIP, _CHIP_PAD, _CHIP_GAP, _CHIP_OUT, _CHIP_LINE = 24, 7, 4, 4, 16
_ABSENT = "–"
_AWAITED = 56
_SOFT = {"green": "green_soft", "amber": "amber_soft", "accent": "accent_soft", "toll": "toll_soft"}

_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
_LEADING = (Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter).value
_LAST_DIGIT = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter).value
"""Asked of Qt once: put together anew for each cell they took a fifth of the time of painting."""

Index = QModelIndex | QPersistentModelIndex


class Face(NamedTuple):
    """A font with its measures, which are slow to make."""

    font: QFont
    metrics: QFontMetrics


class CellPainter(QStyledItemDelegate):
    """What is written in a record is drawn as plain text, in the direction of the window."""

    def __init__(self, kit: Kit, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit, self._columns = kit, tuple(columns)
        kit.theme.on_change(self, self._measure)

    def _measure(self) -> None:
        """Take the faces of the text size chosen; lengths are asked for where they are drawn."""
        fonts = font(), font(look.SCREEN.note), font(weight=look.SEMIBOLD), font(look.SCREEN.note, look.SEMIBOLD)
        self._text, self._note, self._strong, self._chip = (Face(each, QFontMetrics(each)) for each in fonts)
        self._colours: dict[str, QColor] = {}

    def _colour(self, role: str) -> QColor:
        if role not in self._colours:
            self._colours[role] = self._kit.theme.colour(role)
        return self._colours[role]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows are of one height."""
        return QSize(px(self._columns[index.column()].width), px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, rule and focus, then what the cell says."""
        painter.save()
        painter.setRenderHints(_HINTS)
        area: QRect = option.rect
        self._paint_ground(painter, option, area, index)
        lines, inner = index.data(LINES), area.adjusted(px(_PAD), 0, -px(_PAD), 0)
        if lines is None:
            self._paint_awaited(painter, inner)
        else:
            self._paint_said(painter, inner, lines, index)
        painter.restore()

    def _paint_said(self, painter: QPainter, inner: QRect, lines: tuple[str, ...], index: Index) -> None:
        column = self._columns[index.column()]
        if column.face == "status":
            self._paint_status(painter, inner.adjusted(-px(_CHIP_OUT), 0, px(_CHIP_OUT), 0), lines[0], index)
        elif column.face == "terms":
            self._paint_terms(painter, inner, " · ".join(lines) or _ABSENT)
        elif column.numeric:
            self._paint_number(painter, inner, lines[0] if lines else _ABSENT, column)
        elif column.sign and (sign := index.data(SIGN)):
            self._paint_asking(painter, inner, lines, sign, column)
        else:
            self._paint_lines(painter, inner, lines, column)

    def _paint_awaited(self, painter: QPainter, area: QRect) -> None:
        """A row that is still being read shows as such: nothing of it is known, not even that it is blank."""
        bar = QRect(area.left(), area.center().y() - 3, min(area.width(), px(_AWAITED)), 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("grid"))
        painter.drawRoundedRect(QStyle.visualRect(self._side(), area, bar), 3, 3)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, index: Index) -> None:
        state: QStyle.StateFlag = option.state
        colour = self._colour
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colour("accent_soft"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), colour("grid"))
        view = option.widget
        if not isinstance(view, QTableView) or view.currentIndex().row() != index.row():
            return
        if view.horizontalHeader().visualIndex(index.column()) == 0:
            # the chosen row is not told by colour alone
            bar = QRect(area.left(), area.top(), _BAR, area.height())
            painter.fillRect(QStyle.visualRect(self._side(), area, bar), colour("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour("accent"))
            painter.drawRect(area.adjusted(1, 1, -2, -2))

    def _paint_lines(self, painter: QPainter, area: QRect, lines: tuple[str, ...], column: Column) -> None:
        """A second line is smaller and of less weight; what has no room is shortened and told by the tool tip."""
        if not lines:
            lines = (_ABSENT,)
        first, below = lines[0], lines[1:]
        strong = self._strong if column.face == "strong" else self._text
        if column.face == "date" and not below and strong.metrics.horizontalAdvance(first) > area.width():
            self._paint_terms(painter, area, first)
            return
        if not below:
            self._write(painter, area, first, strong, "ink")
            return
        more = " · ".join(below)
        middle = area.center().y()
        upper = QRect(area.left(), middle - px(19), area.width(), px(20))
        same = column.face == "date"
        self._write(painter, upper, first, self._note if same else strong, "ink")
        self._write(painter, upper.translated(0, px(19)), more, self._note, "ink" if same else "muted")

    def _paint_terms(self, painter: QPainter, area: QRect, text: str) -> None:
        """Terms are long: two small lines, broken between words."""
        metrics = self._note.metrics
        if metrics.horizontalAdvance(text) <= area.width():
            self._write(painter, area, text, self._note, "ink")
            return
        first, rest = _broken(text, metrics, area.width())
        upper = QRect(area.left(), area.center().y() - px(17), area.width(), px(18))
        self._write(painter, upper, first, self._note, "ink")
        self._write(painter, upper.translated(0, px(17)), rest, self._note, "ink")

    def _paint_number(self, painter: QPainter, area: QRect, number: str, column: Column) -> None:
        none = number in (self._kit.tongue.language.number(0), _ABSENT)
        toll = column.face == "toll" and not none
        painter.setFont((self._strong if toll else self._text).font)
        painter.setPen(self._colour("toll" if toll else "muted" if none else "ink"))
        painter.drawText(area, _LAST_DIGIT, number)

    def _paint_status(self, painter: QPainter, area: QRect, words: str, index: Index) -> None:
        self._paint_chip(painter, area, words, STATUS_SIGNS.get(index.data(CODE), PLAIN))

    def _paint_asking(self, painter: QPainter, area: QRect, lines: tuple[str, ...], sign: Sign, column: Column) -> None:
        """What is to be done stands out from what is told beside it: above it, or below the name of the row."""
        wide, middle = area.adjusted(-px(_CHIP_OUT), 0, px(_CHIP_OUT), 0), area.center().y()
        above, below = (QRect(wide.left(), middle + top, wide.width(), px(_CHIP)) for top in (-px(22), -px(2)))
        if column.asks:
            name = QRect(area.left(), middle - px(22), area.width(), px(20))
            self._write(painter, name, lines[0], self._strong if column.face == "strong" else self._text, "ink")
            self._paint_chip(painter, below, lines[column.asks], sign)
            return
        self._paint_chip(painter, above if lines[1:] else wide, lines[0], sign)
        told = QRect(area.left(), middle + px(3), area.width(), px(20))
        self._write(painter, told, " · ".join(lines[1:]), self._note, "muted")

    def _paint_chip(self, painter: QPainter, area: QRect, words: str, sign: Sign) -> None:
        colour, side = self._colour, self._side()
        pad, icon = px(_CHIP_PAD), px(_ICON)
        beside = pad + icon + px(_CHIP_GAP)
        lines = self.chip_lines(words, area.width() - beside - pad)
        width = beside + max(map(self._chip.metrics.horizontalAdvance, lines)) + pad
        high = px(_CHIP + _CHIP_LINE * (len(lines) - 1))
        chip = QRect(area.left(), area.center().y() - high // 2 + 1, width, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(_SOFT.get(sign.tone, "alternate")))
        painter.drawRoundedRect(QStyle.visualRect(side, area, chip), px(_CHIP) / 2, px(_CHIP) / 2)
        spot = QRect(chip.left() + pad, chip.center().y() - icon // 2, icon, icon)
        ratio = painter.device().devicePixelRatioF()
        picture = icons.pixmap(sign.icon, colour(sign.tone).name(), self._kit.tongue.language.rtl, icon, ratio)
        painter.drawPixmap(QStyle.visualRect(side, area, spot), picture)
        text = QStyle.visualRect(side, area, QRect(chip.left() + beside, chip.top(), width - beside, high))
        for number, line in enumerate(lines):
            below = px(_CHIP_LINE) * (2 * number + 1 - len(lines)) // 2
            self._write(painter, text.translated(0, below), line, self._chip, sign.tone)

    def chip_lines(self, words: str, room: int) -> tuple[str, ...]:
        """The words of a status in one line, or else in two; a word that is longer than the room is shortened."""
        metrics = self._chip.metrics
        if metrics.horizontalAdvance(words) <= room:
            return (words,)
        broken = filter(None, _broken(words, metrics, room))
        return tuple(shortened(metrics, line, room) for line in broken)

    def _write(self, painter: QPainter, area: QRect, text: str, face: Face, role: str) -> None:
        painter.setFont(face.font)
        painter.setPen(self._colour(role))
        painter.setLayoutDirection(self._side())
        shown = shortened(face.metrics, text, area.width())
        painter.drawText(area, _LEADING, shown)

    def _side(self) -> Qt.LayoutDirection:
        rtl = self._kit.tongue.language.rtl
        return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


def _broken(text: str, metrics: QFontMetrics, room: int) -> tuple[str, str]:
    """The words that fill a first line, and the rest."""
    words = text.split(" ")
    taken = 1
    while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= room:
        taken += 1
    return " ".join(words[:taken]), " ".join(words[taken:])
