"""What is made unseen in a copy of a photo: rectangles blurred or blacked out, and the edges cut off.

Lengths are pixels of the upright photo.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColorConstants, QImage, QPainter

BLUR, BLACK, CROP = "blur", "black", "crop"
KINDS = (BLACK, BLUR, CROP)
_CELLS = 6
_LEAST_CELL = 12
"""A blurred place keeps at most six cells a side, of 12 pixels or more each: fewer than make out a face."""


@dataclass(frozen=True)
class Mark:
    """A rectangle of one kind."""

    kind: str
    place: QRect

    def within(self, size: QSize) -> "Mark":
        """The part of it that lies on the photo."""
        return Mark(self.kind, self.place.normalized().intersected(QRect(0, 0, size.width(), size.height())))


def applied(image: QImage, marks: Iterable[Mark]) -> QImage:
    """The photo with all marks carried out; what is cropped is cut last, so that every mark holds its place."""
    found = image.convertToFormat(
        QImage.Format.Format_ARGB32 if image.hasAlphaChannel() else QImage.Format.Format_RGB32
    )
    kept = [mark for mark in (one.within(image.size()) for one in marks) if not mark.place.isEmpty()]
    painter = QPainter(found)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for mark in kept:
        if mark.kind == BLACK:
            painter.fillRect(mark.place, QColorConstants.Black)
        elif mark.kind == BLUR:
            painter.drawImage(mark.place, _clouded(image.copy(mark.place)))
    # blacked out after all blurring: where both meet, nothing shows through
    for mark in kept:
        if mark.kind == BLACK:
            painter.fillRect(mark.place, QColorConstants.Black)
    painter.end()
    frame = crop_of(kept)
    return found.copy(frame) if frame is not None else found


def crop_of(marks: Sequence[Mark]) -> QRect | None:
    """What stays of the photo: the last crop drawn, or None where all of it does."""
    return next((mark.place for mark in reversed(marks) if mark.kind == CROP), None)


def _clouded(part: QImage) -> QImage:
    """A part averaged into few cells, then smoothed over: what was averaged away cannot be brought back."""
    across = max(1, min(_CELLS, part.width() // _LEAST_CELL))
    down = max(1, min(_CELLS, part.height() // _LEAST_CELL))
    smooth = Qt.TransformationMode.SmoothTransformation
    few = part.scaled(across, down, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return few.scaled(part.size(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
