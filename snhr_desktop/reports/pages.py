"""The canvas of a report: pages that are complete but for what only the end knows are opened once more.

Page X of Y and the table of contents need the number of pages and of each heading. Rather than laying out the whole
report twice, what is missing is drawn on each page just before the file is written.
"""

import calendar
import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from snhr_desktop.reports.text import BilingualCanvas

Finish = Callable[["ReportCanvas", int], None]


class ReportCanvas(BilingualCanvas):
    """Calls `finish` with the number of pages, after the last page and before the file is written."""

    def __init__(self, *args: Any, finish: Finish, **options: Any) -> None:
        super().__init__(*args, **options)
        self._finish = finish

    def save(self) -> None:
        """Finish every page, then write the file."""
        self._finish(self, len(self._doc.Pages.pages))
        super().save()

    @contextmanager
    def reopened(self, page: int) -> Iterator[None]:
        """Draw on a page (from 1) that was closed, over what stands there and in a graphics state of its own."""
        closed, last = self._doc.Pages.pages[page - 1], self._pageNumber
        self._pageNumber = page
        self._restartAccumulators()
        self.init_graphics_state()
        self._annotationrefs = list(closed.Annots or ())
        yield
        drawn = "\n".join(self._code)
        closed.setStream(f"q\n{closed.stream}\nQ\nq\n{drawn}\nQ\n")
        closed.Annots = self._annotationrefs
        self._restartAccumulators()
        self._pageNumber = last

    def describe(self, title: str, author: str, subject: str, creator: str, producer: str) -> None:
        """What the file says of itself."""
        self.setTitle(title)
        self.setAuthor(author)
        self.setSubject(subject)
        self.setCreator(creator)
        self.setProducer(producer)

    def turn(self, rtl: bool) -> None:
        """How a reader program turns the pages, and that it shows the title."""
        self.setViewerPreference("DisplayDocTitle", "true")
        self.setViewerPreference("Direction", "R2L" if rtl else "L2R")

    def date(self, day: dt.date) -> None:
        """The day that the file gives as its date, in place of the clock of the machine."""
        stamp = self._doc._timeStamp
        stamp.lt = day.timetuple()
        stamp.YMDhms = tuple(stamp.lt)[:6]
        stamp.t, stamp.dhh, stamp.dmm = calendar.timegm(stamp.lt), 0, 0
