"""Items of a list whose words wrap: Qt alone cuts an Arabic line short for the space it was broken at."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget


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
        # the height is the item's: where Qt took the words for one line they may need the second it left room for
        room = QRectF(place.left() + margin, shown.rect.top(), place.width() - 2 * margin, shown.rect.height())
        painter.drawText(room, words, layout)
        painter.restore()


def wrap_items(view: QAbstractItemView) -> None:
    """Have the items of a view wrap."""
    view.setItemDelegate(WrappedItems(view))
