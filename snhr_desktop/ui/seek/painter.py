"""Paints a line of the palette: an icon, a title and a note below it with what was found marked, a tail."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from snhr_desktop import look
from snhr_desktop.domain.seeking import Span
from snhr_desktop.ui import icons
from snhr_desktop.ui.fonts import font
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.seek.model import LINE, Line

_PAD, _BAR, _ICON, _GAP = 14, 3, 18, 12
_ABOVE, _BELOW, _HEADING_ABOVE = 6, 6, 10

Index = QModelIndex | QPersistentModelIndex


class LinePainter(QStyledItemDelegate):
    """Everything is drawn as plain text from the side that the window starts from."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading is lower; a line without a note has room for its title alone."""
        line: Line = index.data(LINE)
        note = QFontMetrics(_note()).height()
        if line.heading:
            return QSize(0, note + _HEADING_ABOVE + 2)
        return QSize(0, _ABOVE + QFontMetrics(_text()).height() + (note if line.note else 0) + _BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground of the line one is at, then what it says."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        line: Line = index.data(LINE)
        area: QRect = option.rect
        if line.heading:
            self._paint_heading(painter, area, line.title)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if chosen:
                self._paint_ground(painter, area)
            self._paint_line(painter, area, line, chosen)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, title: str) -> None:
        place = area.adjusted(_PAD, _HEADING_ABOVE, -_PAD, 0)
        self._write(painter, place, title, font(look.SCREEN.note, look.SEMIBOLD), "muted")

    def _paint_ground(self, painter: QPainter, area: QRect) -> None:
        """The line one is at is not told by colour alone."""
        painter.fillRect(area, self._kit.theme.colour("accent_soft"))
        bar = QRect(area.left(), area.top(), _BAR, area.height())
        painter.fillRect(QStyle.visualRect(self._side(), area, bar), self._kit.theme.colour("accent"))

    def _paint_line(self, painter: QPainter, area: QRect, line: Line, chosen: bool) -> None:
        height, icon = QFontMetrics(_text()).height(), px(_ICON)
        spot = QRect(area.left() + _PAD, area.top() + _ABOVE + (height - icon) // 2, icon, icon)
        self._paint_icon(painter, QStyle.visualRect(self._side(), area, spot), line.icon, chosen)
        left, room = area.left() + _PAD + icon + _GAP, area.width() - 2 * _PAD - icon - _GAP
        tail = QFontMetrics(_note()).horizontalAdvance(line.tail) if line.tail else 0
        upper = QRect(left, area.top() + _ABOVE, room - (tail + _GAP if tail else 0), height)
        self._write_marked(painter, QStyle.visualRect(self._side(), area, upper), line.title, line.title_marks, _text())
        if tail:
            end = QRect(left + room - tail - 1, upper.top(), tail + 2, height)
            self._write(painter, QStyle.visualRect(self._side(), area, end), line.tail, _note(), "muted")
        if line.note:
            lower = QRect(left, upper.bottom() + 1, room, QFontMetrics(_note()).height())
            place = QStyle.visualRect(self._side(), area, lower)
            self._write_marked(painter, place, line.note, line.note_marks, _note(), "muted")

    def _paint_icon(self, painter: QPainter, place: QRect, name: str, chosen: bool) -> None:
        colour = self._kit.theme.palette.colour("accent" if chosen else "muted")
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(place, icons.pixmap(name, colour, self._kit.tongue.language.rtl, px(_ICON), ratio))

    def _write(self, painter: QPainter, place: QRect, text: str, face: QFont, colour: str) -> None:
        self._write_marked(painter, place, text, (), face, colour)

    def _write_marked(
        self, painter: QPainter, place: QRect, text: str, marks: tuple[Span, ...], face: QFont, colour: str = "ink"
    ) -> None:
        """A line of text; what was found stands strong on a ground of its own, so that no colour alone tells it."""
        layout = self._laid_out(text, marks, face, place.width())
        wanted = layout.lineAt(0).naturalTextWidth()
        if wanted > place.width():
            plain = QFontMetrics(face).horizontalAdvance(text)
            room = int(place.width() * min(1.0, plain / wanted)) - 2
            text = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, room)
            kept = tuple((start, min(end, len(text))) for start, end in marks if start < len(text) - 1)
            layout = self._laid_out(text, kept, face, place.width())
        painter.setPen(self._kit.theme.colour(colour))
        above = (place.height() - layout.lineAt(0).height()) / 2
        layout.draw(painter, QPointF(place.left(), place.top() + above))

    def _laid_out(self, text: str, marks: tuple[Span, ...], face: QFont, width: int) -> QTextLayout:
        layout = QTextLayout(text, face)
        side = Qt.AlignmentFlag.AlignRight if self._kit.tongue.language.rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(self._side())
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats([self._mark(text, span) for span in marks])
        layout.beginLayout()
        layout.createLine().setLineWidth(width)
        layout.endLayout()
        return layout

    def _mark(self, text: str, span: Span) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start, found.length = _units(text[: span[0]]), _units(text[slice(*span)])
        face = QTextCharFormat()
        face.setFontWeight(QFont.Weight.DemiBold)
        face.setForeground(QColor(self._kit.theme.colour("ink")))
        face.setBackground(QColor(self._kit.theme.colour("amber_soft")))
        found.format = face
        return found

    def _side(self) -> Qt.LayoutDirection:
        rtl = self._kit.tongue.language.rtl
        return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


def _text() -> QFont:
    return font()


def _note() -> QFont:
    return font(look.SCREEN.note)


def _units(text: str) -> int:
    """How many of Qt's units of text some characters take; rare ones take two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
