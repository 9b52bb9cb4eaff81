"""Items of a list or table whose words wrap: Qt alone cuts an Arabic line short for the space it was broken at."""

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)


class WrappedItems(QStyledItemDelegate):
    """Draws items as the style does and their words itself, from the side the list starts from."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground and icon without the words, then the words."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        view: QWidget = option.widget
        place = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, view)
        words = shown.text
        shown.text = ""
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, view)
        margin = _margin(view)
        painter.save()
        painter.setPen(view.palette().color(QPalette.ColorRole.Text))
        painter.drawText(QRectF(place.adjusted(margin, 0, -margin, 0)), words, _layout(view))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words need once they are wrapped as they will be drawn."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        view, one = option.widget, super().sizeHint(option, index)
        width = _width(view, index.column())
        if not width:
            return one
        shown.rect = QRect(0, 0, width, one.height())
        place = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, view)
        words = _height(shown.text, shown.font, _layout(view), place.width() - 2 * _margin(view))
        icon = 0 if shown.icon.isNull() else shown.decorationSize.height()
        around = max(2, one.height() - place.height())  # what the style keeps free above and below
        return QSize(width, max(words, icon) + around)


def _width(view: QWidget, column: int) -> int:
    """Pixels an item has from side to side."""
    if isinstance(view, QTableView):
        return view.columnWidth(column)
    return view.viewport().width() - 2 * view.spacing() if isinstance(view, QListView) else 0


def _margin(view: QWidget) -> int:
    """Pixels that a style keeps free at both ends of the words."""
    return view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1


def _layout(view: QWidget) -> QTextOption:
    """From the side that the list starts from; a space at the end of a line takes room as it does where it is drawn."""
    rtl = view.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    layout = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    layout.setTextDirection(view.layoutDirection())
    layout.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setFlags(QTextOption.Flag.IncludeTrailingSpaces)
    return layout


def _height(words: str, font: QFont, option: QTextOption, width: int) -> int:
    """Pixels that words take, line under line."""
    height = 0.0
    for line_of_words in words.split("\n"):
        layout = QTextLayout(line_of_words, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            height += line.height()
        layout.endLayout()
    return math.ceil(height)


def wrap_items(view: QAbstractItemView) -> None:
    """Have the items of a view wrap."""
    view.setItemDelegate(WrappedItems(view))
