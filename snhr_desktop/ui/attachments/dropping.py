"""Files dropped anywhere on a form or a record: while they are carried over it, a sheet over all of it says so.

A line of text under the pointer would otherwise take the path of the file as words. The window's own handle is
listened to, so that the sheet lies there before Qt looks for what is below the pointer.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QWindow
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import label, picture

HERE = N_("Drop files or folders here")


class DropSheet(QFrame):
    """Lies over its parent while files are carried over it. `dropped(paths)` when they were let go."""

    dropped = Signal(list)

    def __init__(self, kit: Kit, note: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setAcceptDrops(True)
        self.setProperty("kind", "drop")
        self.setAutoFillBackground(True)
        kit.tongue.bind(self, accessibleName=HERE)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(picture(kit, "paperclip", "accent", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        for words, role in ((HERE, "heading"), (note, "muted")):
            said = label(kit, words, role, wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(said)
        column.addStretch(1)
        self.hide()

    def cover(self) -> None:
        """Lie over the whole parent."""
        self.setGeometry(self._over.rect().adjusted(6, 6, -6, -6))
        mark(self, over=True)
        self.show()
        self.raise_()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a copy: the file stays where it is, whatever the other program proposes."""
        _take(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Go on taking it."""
        _take(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was let go."""
        self.hide()
        if paths := dropped_paths(event.mimeData()):
            _take(event)
            self.dropped.emit(paths)


class Dropping(QObject):
    """Watches the window that `host` stands in. `may` is asked each time whether files can be taken now."""

    dropped = Signal(list)

    def __init__(self, kit: Kit, host: QWidget, note: Words, may: Callable[[], bool]) -> None:
        super().__init__(host)
        self._host, self._may = host, may
        self.sheet = DropSheet(kit, note, host)
        self.sheet.dropped.connect(self.dropped)
        self._watched: QWindow | None = None
        host.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the sheet up when files come into the window, and away when they leave it."""
        kind = event.type()
        if watched is self._host:
            if kind == QEvent.Type.Show:
                self._watch()
        elif isinstance(event, QDragEnterEvent):
            if self._wants(event):
                self.sheet.cover()
        elif kind in (QEvent.Type.DragLeave, QEvent.Type.Close) or self._lets_go_beside(event):
            self.sheet.hide()
        return False

    def _watch(self) -> None:
        handle = self._host.window().windowHandle()
        if handle is not self._watched:
            handle.installEventFilter(self)
            self._watched = handle

    def _wants(self, event: QDragEnterEvent) -> bool:
        return bool(self._host.isVisible() and dropped_paths(event.mimeData()) and self._may())

    def _lets_go_beside(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Drop or not isinstance(event, QDropEvent):
            return False
        here = self._host.mapFrom(self._host.window(), event.position().toPoint())
        return not self._host.rect().contains(here)


def dropped_paths(carried: QMimeData) -> list[Path]:
    """Files and folders of this computer; what lies in the network is none of ours to fetch."""
    return [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile() and url.toLocalFile()]


def _take(event: QDropEvent) -> None:
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
