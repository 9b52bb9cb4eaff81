"""Texts of a record, as they were written: plain, each in its own direction, to be selected, as high as they need."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from snhr_desktop import look
from snhr_desktop.i18n import bare, first_strong
from snhr_desktop.ui.fonts import font
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words

_LEADING = {True: 112, False: 103}
"""Height of a line in hundredths of the face's own: Arabic needs more room."""
_ROLES = {
    "text": (look.SCREEN.text, look.REGULAR, "ink"),
    "label": (look.SCREEN.text, look.SEMIBOLD, "ink"),
    "title": (look.SCREEN.heading, look.SEMIBOLD, "ink"),
    "muted": (look.SCREEN.text, look.REGULAR, "muted"),
    "note": (look.SCREEN.note, look.REGULAR, "muted"),
}
"""Size, weight and colour of a piece by the role of its text."""


@dataclass(frozen=True)
class Piece:
    """A text in a role. A `paragraph` begins at the side of its own language, any other at the side of the window's.

    `language` is what it is written in, where no letter of it tells. `above` is the room over it, px.
    """

    text: str
    role: str = "text"
    language: str = ""
    paragraph: bool = False
    above: int = 0


class Prose(QTextEdit):
    """Never reads markup; breaks even a word longer than a line. `words` are what a screen reader calls it.

    Its colours are those of the moment: a record is built anew when the theme changes.
    """

    def __init__(self, kit: Kit, pieces: Sequence[Piece], words: Words) -> None:
        super().__init__()
        self._kit = kit
        self.setProperty("kind", "prose")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        by_mouse, by_keyboard = (
            Qt.TextInteractionFlag.TextSelectableByMouse,
            Qt.TextInteractionFlag.TextSelectableByKeyboard,
        )
        self.setTextInteractionFlags(by_mouse | by_keyboard)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for off in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._set(pieces)
        kit.tongue.bind(self, accessibleName=words)

    def sizeHint(self) -> QSize:
        """As high as the text at this width."""
        return QSize(200, self.height())

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(40, QFontMetrics(self.font()).lineSpacing())

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Take the height that the text needs at the new width."""
        super().resizeEvent(e)
        self.document().setTextWidth(self.viewport().width())
        frame = self.height() - self.viewport().height()
        self.setFixedHeight(ceil(self.document().size().height()) + frame)

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Leave the wheel to the record."""
        e.ignore()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied: plain, and without the invisible marks that keep values on their side."""
        copied = QMimeData()
        copied.setText(bare(self.textCursor().selection().toPlainText()))
        return copied

    def _set(self, pieces: Sequence[Piece]) -> None:
        document = self.document()
        document.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # or the space that a line of Arabic was broken at stands before it
        option.setFlags(QTextOption.Flag.IncludeTrailingSpaces)
        document.setDefaultTextOption(option)
        cursor = self.textCursor()
        for number, piece in enumerate(pieces):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(self._block(piece))
            cursor.insertText(piece.text, self._face(piece.role))
        self.moveCursor(cursor.MoveOperation.Start)

    def _block(self, piece: Piece) -> QTextBlockFormat:
        spoken = self._kit.tongue.language.rtl
        way = first_strong(piece.text) or {"ar": "rtl", "en": "ltr"}.get(piece.language, "")
        rtl = way == "rtl" if way else spoken
        right = rtl if piece.paragraph else spoken
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shape = QTextBlockFormat()
        shape.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        shape.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        shape.setLineHeight(_LEADING[rtl], QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setTopMargin(piece.above)
        return shape

    def _face(self, role: str) -> QTextCharFormat:
        size, weight, colour = _ROLES[role]
        face = QTextCharFormat()
        face.setFont(font(size, weight))
        face.setForeground(self._kit.theme.colour(colour))
        return face
