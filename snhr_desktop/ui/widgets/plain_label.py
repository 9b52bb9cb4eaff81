"""Labels that never read markup: a name like `<b>&` is shown as it was written."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QLabel, QStyle, QWidget

from snhr_desktop.i18n import N_, bare, first_strong
from snhr_desktop.ui import clipboard
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words


class PlainLabel(QLabel):
    """A label of plain text in a role of the style sheet: title, heading, subheading, label, text, muted, note, figure.

    Its minimum width is that of its longest word when it wraps, so that it never holds a page wider than its window.
    """

    def __init__(self, role: str = "text", wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self._side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self._place()

    def setAlignment(self, side: Qt.AlignmentFlag) -> None:
        """Align to the side of the window's direction, whatever the direction of the text."""
        self._side = side
        self._place()

    def changeEvent(self, ev: QEvent) -> None:
        """Change sides with the window."""
        super().changeEvent(ev)
        if ev.type() == QEvent.Type.LayoutDirectionChange:
            self._place()

    def _place(self) -> None:
        # QLabel on its own puts an Arabic name to the right and a number to the left of the same column.
        visual = QStyle.visualAlignment(self.layoutDirection(), self._side)
        super().setAlignment(visual | Qt.AlignmentFlag.AlignAbsolute)

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        """Draw wrapped Arabic with an even leading edge: Qt alone leaves the space a line was broken at before it."""
        interactive = self.textInteractionFlags() != Qt.TextInteractionFlag.LinksAccessibleByMouse
        if interactive or not self.wordWrap() or first_strong(self.text()) != "rtl":
            super().paintEvent(arg__1)
            return
        option = QTextOption(self.alignment())
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        option.setFlags(QTextOption.Flag.IncludeTrailingSpaces)
        painter = QPainter(self)
        self.drawFrame(painter)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(QRectF(self.contentsRect()), self.text(), option)
        painter.end()

    def allow_copying(self, kit: Kit) -> None:
        """Let a person select and copy, by mouse or keyboard; what is copied has no invisible direction marks."""
        by_mouse, by_keyboard = (
            Qt.TextInteractionFlag.TextSelectableByMouse,
            Qt.TextInteractionFlag.TextSelectableByKeyboard,
        )
        self.setTextInteractionFlags(by_mouse | by_keyboard)
        self.setProperty("focusable", True)
        self.setIndent(0)  # Qt sets words in by half a letter where there is a frame, which shows the focus here
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        copy = kit.tongue.bind(QAction(self), text=N_("Copy"))
        copy.triggered.connect(self.copy_bare)
        self.addAction(copy)

    def copy_bare(self) -> None:
        """Put the selected text, or all of it, on the clipboard."""
        clipboard.put(bare(self.selectedText() or self.text()))

    def keyPressEvent(self, ev: QKeyEvent) -> None:
        """Copy without direction marks."""
        if ev.matches(QKeySequence.StandardKey.Copy):
            self.copy_bare()
        else:
            super().keyPressEvent(ev)


def label(kit: Kit, words: Words, role: str = "text", wrap: bool = False) -> PlainLabel:
    """A label of the program's own words."""
    return kit.tongue.bind(PlainLabel(role, wrap), text=words)


def picture(kit: Kit, name: str, role: str = "muted", size: int = 20) -> PlainLabel:
    """An icon beside words that say the same; it has no words of its own."""
    shown = PlainLabel()
    kit.theme.set_picture(shown, name, role, size)
    return shown
