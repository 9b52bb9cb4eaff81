"""The marks on a photo while they are drawn: which is chosen, moved, sized, taken away, and all of it undone."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal

from snhr_desktop.ui.attachments.marks import BLACK, CROP, Mark

LEAST = 4
"""Pixels a side that a mark has at the least."""


class Marking(QObject):
    """`changed` whenever marks or choice are others, `turned` after a mark became one of another kind.

    One crop at most: a newer one takes its place.
    """

    changed, turned = Signal(), Signal()

    def __init__(self, size: QSize, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.size = size
        self.marks: tuple[Mark, ...] = ()
        self.kind, self.chosen, self.picked = BLACK, -1, False
        self._past: list[tuple[Mark, ...]] = []
        self._future: list[tuple[Mark, ...]] = []

    @property
    def mark(self) -> Mark | None:
        """The mark that is chosen."""
        return self.marks[self.chosen] if 0 <= self.chosen < len(self.marks) else None

    def choose(self, at: int) -> None:
        """Choose a mark by its place in the list, -1 for none: to move, size or take it away."""
        self.chosen, self.picked = at if 0 <= at < len(self.marks) else -1, False
        self.changed.emit()

    def pick(self, at: int) -> None:
        """Choose a mark in order to change what it is: the next kind chosen is for it too."""
        self.choose(at)
        self.picked = self.mark is not None

    def choose_next(self, by: int) -> None:
        """Choose the next mark, round and round."""
        if self.marks:
            self.choose((self.chosen + by) % len(self.marks))

    def choose_kind(self, kind: str) -> None:
        """Draw marks of this kind from now on. One already drawn becomes one only where it was picked for it."""
        self.kind = kind
        if not self.picked or self.mark is None or self.mark.kind == kind:
            self.changed.emit()
        else:
            self._put(replace(self.mark, kind=kind), self.chosen)
            self.turned.emit()

    def add(self, place: QRect) -> None:
        """A new mark, chosen; one too small to be meant is none."""
        mark = Mark(self.kind, place).within(self.size)
        if mark.place.width() >= LEAST and mark.place.height() >= LEAST:
            self.picked = False
            self._put(mark, len(self.marks))

    def add_in(self, sight: QRect) -> None:
        """A new mark in the middle of what is in sight."""
        place = QRect(QPoint(0, 0), (sight.size() / 4).expandedTo(QSize(LEAST, LEAST)))
        place.moveCenter(sight.center())
        self.add(place)

    def move(self, by: QPoint) -> None:
        """Move the chosen mark; it stays on the photo whole."""
        if self.mark is not None:
            self.put_at(self.mark.place.translated(by))

    def grow(self, by: QPoint) -> None:
        """Make the chosen mark wider and higher, or less so."""
        if self.mark is not None:
            place = QRect(self.mark.place)
            place.setWidth(max(LEAST, min(place.width() + by.x(), self.size.width() - place.x())))
            place.setHeight(max(LEAST, min(place.height() + by.y(), self.size.height() - place.y())))
            self._put(replace(self.mark, place=place), self.chosen)

    def put_at(self, place: QRect) -> None:
        """Put the chosen mark at a place, moved onto the photo where it lies beside it."""
        if self.mark is None:
            return
        x = max(0, min(place.x(), self.size.width() - place.width()))
        y = max(0, min(place.y(), self.size.height() - place.height()))
        self._put(replace(self.mark, place=QRect(QPoint(x, y), place.size())), self.chosen)

    def stretch(self, place: QRect) -> None:
        """Give the chosen mark another place and size, as far as it lies on the photo."""
        if self.mark is not None:
            mark = replace(self.mark, place=place).within(self.size)
            if mark.place.width() >= LEAST and mark.place.height() >= LEAST:
                self._put(mark, self.chosen)

    def remove(self) -> None:
        """Take the chosen mark away."""
        if self.mark is not None:
            self._remember()
            self.marks = self.marks[: self.chosen] + self.marks[self.chosen + 1 :]
            self.choose(min(self.chosen, len(self.marks) - 1))

    def undo(self) -> None:
        """Take back the last step."""
        self._go(self._past, self._future)

    def redo(self) -> None:
        """Take it again."""
        self._go(self._future, self._past)

    def _go(self, source: list[tuple[Mark, ...]], target: list[tuple[Mark, ...]]) -> None:
        if source:
            target.append(self.marks)
            self.marks = source.pop()
            self.choose(min(self.chosen, len(self.marks) - 1))

    def _remember(self) -> None:
        self._past.append(self.marks)
        self._future.clear()

    def _put(self, mark: Mark, at: int) -> None:
        if self.marks[at : at + 1] == (mark,):
            return
        self._remember()
        marks = [*self.marks[:at], mark, *self.marks[at + 1 :]]
        if mark.kind == CROP:
            marks = [one for one in marks if one is mark or one.kind != CROP]
        self.marks, self.chosen = tuple(marks), marks.index(mark)
        self.changed.emit()
