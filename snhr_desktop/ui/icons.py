"""Line icons in the colour of their role, sharp at every scale, mirrored where they point along the line of reading."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from snhr_desktop import paths

SIZE = 20
"""Side of an icon in the interface, px."""

DIRECTIONAL = frozenset(
    ("arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo-2", "redo-2", "log-out", "list", "panel-right")
)
ROOM = 3
"""Room to either side of an icon that stands before words, px; Fusion alone leaves too little."""
_SCALES = (1, 2, 3)


def icon(name: str, colour: str, chosen: str, disabled: str, mirrored: bool, room: int = 0, size: int = SIZE) -> QIcon:
    """The Lucide icon of that name; `chosen` is its colour while its button is checked, `room` is left beside it.

    Raises:
        FileNotFoundError: there is no such icon among the resources.
    """
    return _icon(name, colour, chosen, disabled, mirrored and name in DIRECTIONAL, room, size)


@cache
def _icon(name: str, colour: str, chosen: str, disabled: str, flipped: bool, room: int, size: int) -> QIcon:
    found = QIcon()
    states = [(colour, QIcon.Mode.Normal, QIcon.State.Off), (disabled, QIcon.Mode.Disabled, QIcon.State.Off)]
    if chosen != colour:
        states.append((chosen, QIcon.Mode.Normal, QIcon.State.On))
    for ink, mode, state in states:
        for scale in _SCALES:
            found.addPixmap(_drawn(name, ink, size, scale, flipped, room), mode, state)
    return found


def pixmap(name: str, colour: str, mirrored: bool, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """One picture of an icon, for a label; `ratio` is the screen's pixels per px."""
    return _drawn(name, colour, size, ratio, mirrored and name in DIRECTIONAL)


@cache
def _drawn(name: str, colour: str, size: int, ratio: float, flipped: bool, room: int = 0) -> QPixmap:
    drawing = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    side, beside = round(size * ratio), round(room * ratio)
    picture = QPixmap(side + 2 * beside, side)
    picture.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(picture)
    drawing.render(painter, QRectF(beside, 0, side, side))
    painter.end()
    if flipped:
        picture = picture.transformed(QTransform().scale(-1, 1))
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _source(name: str) -> str:
    text = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', 'stroke-width="1.75"')
