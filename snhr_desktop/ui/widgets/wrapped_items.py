"""Items of a list whose words wrap: Qt alone cuts an Arabic line short for the space it was broken at."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

_BESIDE = 12  # what a style leaves beside an icon and at both ends of the words, px


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
        rtl = view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        layout = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        layout.setTextDirection(view.layoutDirection())
        layout.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setFlags(QTextOption.Flag.IncludeTrailingSpaces)
        margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1
        painter.save()
        painter.setPen(view.palette().color(QPalette.ColorRole.Text))
        painter.drawText(QRectF(place.adjusted(margin, 0, -margin, 0)), words, layout)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words need once wrapped, a space at the end of a line counted."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        view = option.widget
        one = super().sizeHint(option, index)
        if not isinstance(view, QListView):
            return one
        icon = shown.decorationSize.width() + _BESIDE if not shown.icon.isNull() else 0
        width = view.viewport().width() - 2 * view.spacing() - _BESIDE - icon
        metrics = shown.fontMetrics
        room = QRect(0, 0, max(1, width - metrics.horizontalAdvance(" ")), 1 << 20)
        wrapped = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, shown.text)
        return QSize(width, max(wrapped.height(), shown.decorationSize.height() if icon else 0) + 2)


def wrap_items(view: QAbstractItemView) -> None:
    """Have the items of a view wrap."""
    view.setItemDelegate(WrappedItems(view))
