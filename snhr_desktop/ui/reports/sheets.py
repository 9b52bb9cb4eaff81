"""The pages of a PDF in memory as pictures. Nothing is written to disk for a preview."""

import pypdfium2
from PySide6.QtGui import QImage


class Sheets:
    """A PDF, drawn page by page as asked; the last drawing is kept. One thread at a time.

    It is opened for each drawing, which takes less than a millisecond: nothing of it is left open by a view that goes.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        with pypdfium2.PdfDocument(content) as document:
            self._sizes = [document.get_page_size(at) for at in range(len(document))]
        self._last: tuple[tuple[int, int], QImage] | None = None

    def __len__(self) -> int:
        return len(self._sizes)

    def ratio(self, page: int) -> float:
        """Height of a page, counted from 0, as a multiple of its width."""
        width, height = self._sizes[page]
        return float(height / width)

    def image(self, page: int, width: int) -> QImage:
        """A page as a picture so many pixels wide."""
        key = (page, width)
        if self._last is None or self._last[0] != key:
            self._last = (key, self._drawn(page, width))
        return self._last[1]

    def text(self, page: int) -> str:
        """The words of a page, for whoever cannot see it."""
        with pypdfium2.PdfDocument(self._content) as document:
            found = document[page].get_textpage().get_text_range()
        return str(found).replace("\r\n", "\n")

    def page_of(self, title: str) -> int | None:
        """The page, counted from 0, on which a heading of the outline stands, numbered or not; None where none does."""
        with pypdfium2.PdfDocument(self._content) as document:
            for entry in document.get_toc():
                said, target = entry.get_title(), entry.get_dest()
                if target is not None and (said == title or said.endswith(f" {title}")):
                    page = target.get_index()
                    return None if page is None else int(page)
        return None

    def strip(self, page: int, scale: float, top: float, bottom: float) -> QImage:
        """A part of a page from `top` to `bottom`, in points from its head, at so many pixels a point."""
        height = self._sizes[page][1]
        with pypdfium2.PdfDocument(self._content) as document:
            crop = (0, height - bottom, 0, top)
            return _picture(document[page].render(scale=scale, crop=crop, prefer_bgrx=True))

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        width, height = self._sizes[page]
        return float(width), float(height)

    def _drawn(self, page: int, width: int) -> QImage:
        with pypdfium2.PdfDocument(self._content) as document:
            return _picture(document[page].render(scale=width / self._sizes[page][0], prefer_bgrx=True))


def _picture(bitmap: pypdfium2.PdfBitmap) -> QImage:
    shape = QImage.Format.Format_RGB32
    return QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, shape).copy()
