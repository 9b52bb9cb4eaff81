"""Finds what is cut off and cannot be scrolled to, and words that lie on others."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QToolButton, QWidget

from tests.ui.walk import widgets

_TOLD = (QLabel, QPushButton, QToolButton)


def beyond(root: QWidget) -> list[str]:
    """Words that stick out of what they stand in, or have less height than their lines; scrolled parts may be long."""
    return sorted({_name(widget) for widget in _seen(root) if _sticks_out(widget, root) or _is_low(widget)})


def colliding(root: QWidget) -> list[str]:
    """Words that lie on words beside them."""
    beside: dict[QWidget | None, list[QWidget]] = {}
    for widget in _seen(root):
        beside.setdefault(widget.parentWidget(), []).append(widget)
    return sorted(
        f"{_name(one)} on {_name(other)}"
        for group in beside.values()
        for one, other in combinations(group, 2)
        if one.geometry().intersects(other.geometry())
    )


def _seen(root: QWidget) -> Iterator[QWidget]:
    for widget in widgets(root):
        if isinstance(widget, _TOLD) and widget.isVisibleTo(root) and widget is not root and _words(widget):
            yield widget


def _sticks_out(widget: QWidget, root: QWidget) -> bool:
    place, inner = QRect(widget.rect()), widget
    while inner is not root and (above := inner.parentWidget()) is not None:
        place.translate(inner.pos())
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            return False  # what lies beyond is scrolled to
        if not above.rect().adjusted(-1, -1, 1, 1).contains(place):  # a splitter from right to left is one px off
            return True
        inner = above
    return False


def _is_low(widget: QWidget) -> bool:
    return isinstance(widget, QLabel) and widget.wordWrap() and widget.height() < widget.heightForWidth(widget.width())


def _words(widget: QWidget) -> str:
    return str(widget.property("text") or "")


def _name(widget: QWidget) -> str:
    height = f"{widget.height()} of {widget.heightForWidth(widget.width())} px" if _is_low(widget) else ""
    return f"{type(widget).__name__} {_words(widget)[:50]!r} {height}".strip()
