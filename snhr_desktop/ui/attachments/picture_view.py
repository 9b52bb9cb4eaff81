"""A photo to look at closely: whole in the window, or enlarged and moved about, by keys or mouse."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.kit import Kit

PHOTO = N_("Photo. Plus and minus enlarge and reduce it, 0 shows the whole of it, arrows move it.")
_STEP, _MOST = 1.25, 8.0
_NUDGE = 48
"""Px that an arrow moves an enlarged photo by."""
_UP, _DOWN, _START, _END = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
_WAYS = {_UP: (0, -1), _DOWN: (0, 1), _START: (-1, 0), _END: (1, 0)}


class Canvas(QWidget):
    """The photo at a scale. What is drawn over it, a subclass draws in `draw_over`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.scale = 1.0
        self._shown, self._shown_at = QImage(), 0.0

    def show_image(self, image: QImage) -> None:
        """Show another photo."""
        self.image, self._shown_at = image, 0.0
        self.set_scale(self.scale)

    def set_scale(self, scale: float) -> None:
        """So many px of the screen for a pixel of the photo."""
        self.scale = scale
        self.setFixedSize((QSize(self.image.size()) * scale).expandedTo(QSize(1, 1)))
        self.update()

    def on_screen(self, place: QRect) -> QRect:
        """Where a rectangle of the photo is drawn."""
        scale = self.scale
        return QRect(
            round(place.x() * scale),
            round(place.y() * scale),
            round(place.width() * scale),
            round(place.height() * scale),
        )

    def on_photo(self, point: QPoint) -> QPoint:
        """The pixel of the photo under a point of the widget."""
        return QPoint(round(point.x() / self.scale), round(point.y() / self.scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the part that is to be seen, sharp at the scale of the screen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.scale < 1:
            painter.drawImage(self.rect(), self._reduced())
        else:
            painter.drawImage(QRect(QPoint(0, 0), self.size()), self.image)
        self.draw_over(painter)
        painter.end()

    def draw_over(self, painter: QPainter) -> None:
        """Nothing."""

    def _reduced(self) -> QImage:
        """The photo once averaged to the size it is shown in: Qt alone would leave pixels out."""
        ratio = self.devicePixelRatioF()
        if self._shown_at != self.scale * ratio:
            self._shown_at = self.scale * ratio
            smooth = Qt.TransformationMode.SmoothTransformation
            self._shown = self.image.scaled(self.size() * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        return self._shown


class PictureView(QScrollArea):
    """`scaled` when it is enlarged or reduced. Opens with the whole photo in sight."""

    scaled = Signal(float)

    def __init__(self, kit: Kit, canvas: Canvas | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = canvas or Canvas()
        self._whole = True
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a photo has no direction of reading
        self.setWidget(self.canvas)
        self.setProperty("focusable", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kit.tongue.bind(self, accessibleName=PHOTO)

    def show_image(self, image: QImage) -> None:
        """Show the whole of a photo."""
        self.canvas.show_image(image)
        self.fit()

    def fit(self) -> None:
        """The whole of it, never larger than it is."""
        self._whole = True
        self._scale_to(self._fitting())

    def actual(self) -> None:
        """A pixel of the screen for a pixel of the photo."""
        self._enlarge_to(1.0)

    def zoom(self, steps: int) -> None:
        """Enlarge by so many steps, or reduce."""
        self._enlarge_to(self.canvas.scale * _STEP**steps)

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        """Keep the whole in sight where it was."""
        super().resizeEvent(arg__1)
        if self._whole:
            self.fit()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Plus and minus, 0 and 1, and the arrows."""
        key, bars = arg__1.key(), (self.horizontalScrollBar(), self.verticalScrollBar())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom(-1)
        elif arg__1.text() in ("0", "٠"):
            self.fit()
        elif arg__1.text() in ("1", "١"):
            self.actual()
        elif key in _WAYS:
            for bar, way in zip(bars, _WAYS[Qt.Key(key)], strict=True):
                bar.setValue(bar.value() + way * _NUDGE)
        else:
            super().keyPressEvent(arg__1)

    def wheelEvent(self, arg__1: QWheelEvent) -> None:
        """With Ctrl enlarge or reduce, else move."""
        if arg__1.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if arg__1.angleDelta().y() > 0 else -1)
            arg__1.accept()
        else:
            super().wheelEvent(arg__1)

    def _fitting(self) -> float:
        size, room = self.canvas.image.size(), self.viewport().size()
        if size.isEmpty():
            return 1.0
        return min(1.0, room.width() / size.width(), room.height() / size.height())

    def _enlarge_to(self, scale: float) -> None:
        """To a scale, with the middle of what is in sight staying there."""
        fitting, was = self._fitting(), self.canvas.scale
        if scale <= fitting:
            self.fit()
            return
        self._whole = False
        middle = (self.viewport().rect().center() - self.canvas.pos()) / was
        self._scale_to(min(scale, _MOST))
        for bar, at, room in (
            (self.horizontalScrollBar(), middle.x(), self.viewport().width()),
            (self.verticalScrollBar(), middle.y(), self.viewport().height()),
        ):
            bar.setValue(round(at * self.canvas.scale - room / 2))

    def _scale_to(self, scale: float) -> None:
        self.canvas.set_scale(scale)
        self.scaled.emit(scale)
