"""A list of lines to read: thousands of them scroll as well as ten, and can be selected and copied."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QStringListModel
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListView, QWidget

from snhr_desktop.i18n import bare
from snhr_desktop.ui import clipboard
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets.wrapped_items import wrap_items


class LineList(QListView):
    """Lines are plain text, laid out a batch at a time."""

    def __init__(self, kit: Kit, name: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QStringListModel(self)
        self.setModel(self._lines)
        self.setWordWrap(True)
        wrap_items(self)
        self.setSpacing(2)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        kit.tongue.bind(self, accessibleName=name)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show other lines, from the first."""
        self._lines.setStringList(list(lines))
        self.scrollToTop()

    def lines(self) -> list[str]:
        """What is shown."""
        return self._lines.stringList()

    def sizeHint(self) -> QSize:
        """Its least: it takes what room is left, and none of what stands above it."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected, without direction marks."""
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = sorted(self.selectedIndexes(), key=lambda index: index.row())
            clipboard.put(bare("\n".join(str(index.data()) for index in chosen)))
        else:
            super().keyPressEvent(event)
