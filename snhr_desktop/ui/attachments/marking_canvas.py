"""The photo with its marks, drawn and moved by mouse or keys."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.attachments.marking import Marking
from snhr_desktop.ui.attachments.marks import BLACK, BLUR, CROP, Mark, applied
from snhr_desktop.ui.attachments.picture_view import Canvas, PictureView
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px

MARKS = N_(
    "Photo with marks. Space adds a mark, arrows move it, Shift with arrows sizes it, Delete takes it away, "
    "Page Up and Page Down choose another."
)
_GRIP = 10
"""Px around an edge within which it is taken hold of."""
_SHADE, _LINE, _FINE, _COARSE = QColor(0, 0, 0, 150), 2, 1, 100
_ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0), Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1), Qt.Key.Key_Down: QPoint(0, 1),
}  # fmt: skip


class MarkingCanvas(Canvas):
    """Shows what the copy will look like: black where it will be black, a cloud where it will be blurred."""

    def __init__(self, kit: Kit, marking: Marking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._marking = kit, marking
        self._from: QPoint | None = None
        self._held: tuple[QRect, frozenset[str]] | None = None
        self._drawing = QRect()
        self.setCursor(Qt.CursorShape.CrossCursor)
        marking.changed.connect(self.update)

    def draw_over(self, painter: QPainter) -> None:
        """Every mark as it will be, the chosen one in a frame."""
        for at, mark in enumerate(self._marking.marks):
            self._draw(painter, mark, at == self._marking.chosen)
        if not self._drawing.isEmpty():
            self._draw(painter, Mark(self._marking.kind, self._drawing), True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a mark, or begin one."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        self._from = self.on_photo(point)
        at = self._at(point)
        self._marking.choose(at)
        self._held = None
        if self._marking.mark is not None:
            place = self._marking.mark.place
            self._held = (place, _edges(self.on_screen(place), point))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move or size what is held, or draw on."""
        if self._from is None:
            return
        here = self.on_photo(event.position().toPoint())
        if self._held is None:
            size = self._marking.size
            self._drawing = Mark("", QRect(self._from, here)).within(size).place
        else:
            self._drawing = _dragged(*self._held, here - self._from)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        drawn, self._drawing = self._drawing, QRect()
        if self._from is None or drawn.isEmpty():
            self._from = None
            return
        self._from = None
        if self._held is None:
            self._marking.add(drawn)
        elif self._held[1]:
            self._marking.stretch(drawn)
        else:
            self._marking.put_at(drawn)

    def _at(self, point: QPoint) -> int:
        """The mark under a point, the topmost one; the chosen one first."""
        chosen = self._marking.chosen
        order = [chosen, *(at for at in reversed(range(len(self._marking.marks))) if at != chosen)]
        around = (_GRIP // 2,) * 2
        return next(
            (
                at
                for at in order
                if 0 <= at < len(self._marking.marks)
                and self.on_screen(self._marking.marks[at].place)
                .adjusted(-around[0], -around[1], *around)
                .contains(point)
            ),
            -1,
        )

    def _draw(self, painter: QPainter, mark: Mark, chosen: bool) -> None:
        place = self.on_screen(mark.place)
        if mark.kind == BLACK:
            painter.fillRect(place, Qt.GlobalColor.black)
        elif mark.kind == BLUR and not mark.place.isEmpty():
            part = self.image.copy(mark.place)
            painter.drawImage(place, applied(part, [Mark(BLUR, part.rect())]))
        elif mark.kind == CROP:
            for outside in _around(place, self.rect()):
                painter.fillRect(outside, _SHADE)
        painter.setPen(QPen(self._kit.theme.colour("amber" if chosen else "accent"), px(_LINE)))
        painter.drawRect(place)
        painter.setPen(QPen(Qt.GlobalColor.white, 1, Qt.PenStyle.DotLine))  # seen on a dark photo, and on black
        painter.drawRect(place)


class MarkingView(PictureView):
    """The keys of the marks; without one chosen, those of a photo."""

    def __init__(self, kit: Kit, marking: Marking, parent: QWidget | None = None) -> None:
        super().__init__(kit, MarkingCanvas(kit, marking), parent)
        self._marking = marking
        kit.tongue.bind(self, accessibleName=MARKS)

    def sight(self) -> QRect:
        """The part of the photo that is in sight."""
        seen = self.viewport().rect().translated(-self.canvas.pos()).intersected(self.canvas.rect())
        corners = self.canvas.on_photo(seen.topLeft()), self.canvas.on_photo(seen.bottomRight())
        return QRect(*corners)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Space, Delete, Page Up and Down, and the arrows."""
        key, marking = arg__1.key(), self._marking
        if key == Qt.Key.Key_Space:
            marking.add_in(self.sight())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            marking.remove()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            marking.choose_next(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in _ARROWS and marking.mark is not None:
            self._arrow(_ARROWS[Qt.Key(key)], arg__1.modifiers())
        else:
            super().keyPressEvent(arg__1)

    def _arrow(self, way: QPoint, held: Qt.KeyboardModifier) -> None:
        """A hundredth of the photo, with Ctrl a pixel; with Shift its size instead of its place."""
        coarse = max(_FINE, max(self._marking.size.width(), self._marking.size.height()) // _COARSE)
        by = way * (_FINE if held & Qt.KeyboardModifier.ControlModifier else coarse)
        if held & Qt.KeyboardModifier.ShiftModifier:
            self._marking.grow(by)
        else:
            self._marking.move(by)


def _edges(place: QRect, point: QPoint) -> frozenset[str]:
    """The edges that a point takes hold of."""
    far = {
        "left": abs(point.x() - place.left()), "right": abs(point.x() - place.right()),
        "top": abs(point.y() - place.top()), "bottom": abs(point.y() - place.bottom()),
    }  # fmt: skip
    return frozenset(name for name, length in far.items() if length <= _GRIP // 2)


def _dragged(place: QRect, edges: frozenset[str], by: QPoint) -> QRect:
    if not edges:
        return place.translated(by)
    return place.adjusted(
        by.x() if "left" in edges else 0, by.y() if "top" in edges else 0,
        by.x() if "right" in edges else 0, by.y() if "bottom" in edges else 0,
    ).normalized()  # fmt: skip


def _around(place: QRect, whole: QRect) -> Sequence[QRect]:
    """What lies outside of a rectangle, in four."""
    top, bottom = place.top(), place.bottom()
    return (
        QRect(whole.left(), whole.top(), whole.width(), top - whole.top()),
        QRect(whole.left(), bottom + 1, whole.width(), whole.bottom() - bottom),
        QRect(whole.left(), top, place.left() - whole.left(), place.height()),
        QRect(place.right() + 1, top, whole.right() - place.right(), place.height()),
    )
