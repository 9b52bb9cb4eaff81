"""Photos in memory: upright, of a size that memory bears, and read from formats that hold nothing but a picture.

Nothing here touches a widget, so that it can be done on the thread of the store.
"""

from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_

FORMATS = frozenset({"jpeg", "jpg", "png", "gif", "webp", "tif", "tiff", "bmp"})
"""What is read. SVG is not among them: it may name other files, which would then be read too."""
MOST_PIXELS = 50_000_000
"""Larger photos are read smaller: 200 MB in memory."""
_MASK_CELLS = 4
"""Cells that the longer side of a hidden thumbnail has: what it shows cannot be made out."""
_QUALITY = 92


class NotAPicture(Refusal):
    """The bytes are no photo of a known format, or a damaged one."""

    said = N_("This file could not be shown as a picture.")
    advice = N_("It is kept as it was taken in, and can be handed out.")


class Picture(NamedTuple):
    """A photo as it is meant to be seen; `reduced` where it was too large to be read in full."""

    image: QImage
    reduced: bool = False


def read_picture(content: bytes) -> Picture:
    """The photo in some bytes, turned as its camera says. Raises `NotAPicture`."""
    held = QByteArray(content)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if not reader.canRead() or reader.format().toStdString().lower() not in FORMATS:
        raise NotAPicture
    size = reader.size()
    whole = size.width() * size.height()
    if reduced := whole > MOST_PIXELS:
        reader.setScaledSize(size * (MOST_PIXELS / whole) ** 0.5)
    image = reader.read()
    if image.isNull():
        raise NotAPicture
    return Picture(image, reduced)


def hidden(image: QImage) -> QImage:
    """The same picture with nothing to be made out in it, for what is graphic until somebody asks to see it."""
    few = image.scaled(
        QSize(_MASK_CELLS, _MASK_CELLS), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return few.scaled(
        image.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )  # smooth both ways: a soft cloud of its colours, and no cells that look like a fault


def written_picture(image: QImage) -> bytes:
    """A picture as a file with nothing in it but its pixels: PNG where it has transparent ones, else JPEG."""
    clean = image.convertToFormat(
        QImage.Format.Format_ARGB32 if image.hasAlphaChannel() else QImage.Format.Format_RGB32
    )
    for key in clean.textKeys():  # words that a format carried along
        clean.setText(key, "")
    bare = QImage(clean.size(), clean.format())
    bare.fill(Qt.GlobalColor.transparent if clean.hasAlphaChannel() else Qt.GlobalColor.white)
    _copy(clean, bare)
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(kept, QByteArray(b"png" if clean.hasAlphaChannel() else b"jpeg"))
    writer.setQuality(_QUALITY)
    if not writer.write(bare):
        raise NotAPicture
    return bytes(kept.data().data())


def _copy(source: QImage, target: QImage) -> None:
    """The pixels alone: neither words nor a colour profile nor the density, all of which can tell a device."""
    from PySide6.QtGui import QPainter

    painter = QPainter(target)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(0, 0, source)
    painter.end()
