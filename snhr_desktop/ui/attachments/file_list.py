"""The files of a record as a list: a small picture, what each is, and its state; what is graphic is hidden at first."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from snhr_desktop import look
from snhr_desktop.i18n import N_, NC_
from snhr_desktop.ui import icons
from snhr_desktop.ui.attachments.pictures import hidden
from snhr_desktop.ui.fonts import font
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.shortening import shortened

FILES = N_("Files. Enter opens one, Space shows what is hidden as graphic.")
GRAPHIC = NC_("file", "Graphic: hidden")
SIDE = 64
"""Height and width of the small picture, px at 100 %."""
_PAD, _BAR, _CORNER = 8, 3, 4
_TILE = Qt.ItemDataRole.UserRole
_DOT = " · "

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Tile:
    """One file in the language spoken: its headline, two lines on it, and an icon where it has no picture.

    `state` is what is wrong with it, in words; blank where nothing is.
    """

    uid: str
    title: str
    note: str
    more: str
    icon: str
    image: QImage | None = None
    graphic: bool = False
    state: str = ""


class FileList(QListWidget):
    """`opened(uid)` by Enter or a double click, `chosen(uid)` when another is the current one."""

    opened = Signal(str)
    chosen = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.shown: set[str] = set()
        """Identities of graphic files that were asked to be seen."""
        self.setItemDelegate(_Painter(kit, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        kit.tongue.bind(self, accessibleName=FILES)
        self.currentItemChanged.connect(lambda now, _: self.chosen.emit(_uid(now)))
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(_uid(item)))
        kit.theme.on_change(self, self.fit)

    def show_tiles(self, tiles: tuple[Tile, ...]) -> None:
        """Show these; the one that was current stays so where it is among them."""
        current = self.current()
        self.blockSignals(True)
        self.clear()
        for tile in tiles:
            item = QListWidgetItem()
            item.setData(_TILE, tile)
            hint = (self._kit.tongue.say(GRAPHIC),) if tile.graphic else ()
            said = (tile.title, tile.note, tile.more, tile.state, *hint)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _DOT.join(part for part in said if part))
            self.addItem(item)
        self.blockSignals(False)
        self.choose(current)
        self.fit()

    def current(self) -> str:
        """The identity of the file one is at; blank where there is none."""
        return _uid(self.currentItem())

    def choose(self, uid: str) -> None:
        """Go to a file, or to the first."""
        rows = [row for row in range(self.count()) if _uid(self.item(row)) == uid]
        if self.count():
            self.setCurrentRow(rows[0] if rows else 0)

    def reveal(self, uid: str) -> None:
        """Show a graphic file, or hide it again."""
        self.shown ^= {uid}
        self.viewport().update()

    def fit(self) -> None:
        """As high as all files, up to four of them; what is more is scrolled to."""
        rows = min(max(self.count(), 1), _MOST_ROWS)
        self.setFixedHeight(rows * _row_height() + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space shows what is hidden."""
        key, uid = event.key(), self.current()
        if uid and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(uid)
        elif uid and key == Qt.Key.Key_Space and _tile(self.currentItem()).graphic:
            self.reveal(uid)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        """A click on a hidden picture shows it."""
        super().mouseReleaseEvent(e)
        item = self.itemAt(e.position().toPoint())
        if item is not None and _tile(item).graphic and self._on_picture(item, e.position().toPoint()):
            self.reveal(_uid(item))

    def _on_picture(self, item: QListWidgetItem, point: QPoint) -> bool:
        return _picture_place(self.visualItemRect(item), self.layoutDirection()).contains(point)


_MOST_ROWS = 4


class _Painter(QStyledItemDelegate):
    """Everything is drawn as plain text from the side that the window starts from."""

    def __init__(self, kit: Kit, files: FileList) -> None:
        super().__init__(files)
        self._kit, self._files = kit, files

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows are of one height."""
        return QSize(0, _row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, picture, and three lines."""
        painter.save()
        hints = QPainter.RenderHint
        painter.setRenderHints(hints.Antialiasing | hints.TextAntialiasing | hints.SmoothPixmapTransform)
        tile: Tile = index.data(_TILE)
        area: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_ground(painter, area)
        side = self._files.layoutDirection()
        self._paint_picture(painter, _picture_place(area, side), tile)
        start = px(SIDE) + 3 * px(_PAD)
        words = QStyle.visualRect(side, area, area.adjusted(start, px(_PAD), -px(_PAD), -px(_PAD)))
        self._paint_words(painter, words, tile)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect) -> None:
        """The row one is at is not told by colour alone."""
        painter.fillRect(area, self._kit.theme.colour("accent_soft"))
        bar = QRect(area.left(), area.top(), _BAR, area.height())
        painter.fillRect(
            QStyle.visualRect(self._files.layoutDirection(), area, bar),
            self._kit.theme.colour("accent" if self._files.hasFocus() else "border"),
        )

    def _paint_picture(self, painter: QPainter, place: QRect, tile: Tile) -> None:
        painter.fillRect(place, self._kit.theme.colour("alternate"))
        veiled = tile.graphic and tile.uid not in self._files.shown
        if tile.image is not None and not tile.image.isNull():
            image = hidden(tile.image) if veiled else tile.image
            size = image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
            spot = QRect(QPoint(0, 0), size)
            spot.moveCenter(place.center())
            painter.drawImage(spot, image)
        if tile.image is None or veiled:
            self._paint_icon(painter, place, "eye-off" if veiled else tile.icon, veiled and tile.image is not None)

    def _paint_icon(self, painter: QPainter, place: QRect, name: str, over: bool) -> None:
        length = px(24)
        spot = QRect(0, 0, length, length)
        spot.moveCenter(place.center())
        if over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._kit.theme.colour("surface"))
            painter.drawRoundedRect(spot.adjusted(-4, -4, 4, 4), _CORNER, _CORNER)
        colour = self._kit.theme.palette.colour("ink" if over else "muted")
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(spot, icons.pixmap(name, colour, self._kit.tongue.language.rtl, length, ratio))

    def _paint_words(self, painter: QPainter, place: QRect, tile: Tile) -> None:
        veiled = tile.graphic and tile.uid not in self._files.shown
        state = _DOT.join((self._kit.tongue.say(GRAPHIC), tile.more)) if veiled and not tile.state else tile.state
        last = (state, "refused" if tile.state else "amber") if state else (tile.more, "muted")
        lines: list[tuple[str, Any, str]] = [
            (tile.title, font(weight=look.SEMIBOLD), "ink"),
            (tile.note, font(look.SCREEN.note), "muted"),
            (last[0], font(look.SCREEN.note), last[1]),
        ]
        top = place.top()
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        for text, face, colour in lines:
            metrics = QFontMetrics(face)
            row = QRect(place.left(), top, place.width(), metrics.height())
            painter.setFont(face)
            painter.setPen(self._kit.theme.colour(colour))
            painter.setLayoutDirection(self._files.layoutDirection())
            shown = shortened(metrics, text, row.width())
            painter.drawText(row, QStyle.visualAlignment(self._files.layoutDirection(), side), shown)
            top += metrics.height() + 1


def _row_height() -> int:
    return px(SIDE) + 2 * px(_PAD)


def _picture_place(area: QRect, side: Qt.LayoutDirection) -> QRect:
    length = px(SIDE)
    return QStyle.visualRect(side, area, QRect(area.left() + px(_PAD), area.top() + px(_PAD), length, length))


def _tile(item: QListWidgetItem) -> Tile:
    found: Tile = item.data(_TILE)
    return found


def _uid(item: QListWidgetItem | None) -> str:
    return "" if item is None else _tile(item).uid
