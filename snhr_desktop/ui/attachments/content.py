"""What a file shows, made ready on the thread of the store: a photo, pages, words, or nothing that can be shown here.

A file may come from anybody. It is read in memory alone, by libraries that run nothing in it, and what they cannot
read is told, not tried otherwise.
"""

from dataclasses import dataclass
from typing import Protocol

import pypdfium2

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.ui.attachments.pictures import Picture, read_picture
from snhr_desktop.ui.reports.sheets import Sheets

MOST_SHOWN = 256 * 1024 * 1024
"""Bytes of a file that is shown; what is larger is kept and handed out all the same."""
MOST_WORDS = 1_000_000
"""Characters of a text that are shown."""
_ENCODINGS = ("utf-8-sig", "cp1256")
"""A text that is no UTF-8 is most likely from an older Arabic computer."""


class TooLargeToShow(Refusal):
    """It would take more memory than a small machine has."""

    said = N_("This file is too large to be shown here.")
    advice = N_("It is kept as it was taken in, and can be handed out.")


class NotShown(Refusal):
    """Damaged, locked with a password, or not what its first bytes say."""

    said = N_("This file could not be shown: it is damaged, or locked with a password.")
    advice = N_("It is kept as it was taken in, and can be handed out.")


class Readable(Protocol):
    """The whole of a file, decrypted as it is read."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""


@dataclass(frozen=True)
class Content:
    """One of these, or none where the program has nothing to show such a file with: video, sound."""

    picture: Picture | None = None
    pages: bytes = b""
    """A PDF: its library bears one thread alone, and that is the window's; see `sheets_of`."""
    words: str | None = None
    cut: bool = False
    """Whether there are more words than are shown."""


def content_of(file: Readable, media_type: str, size: int) -> Content:
    """What a file shows, by its type as its bytes say it. Raises `TooLargeToShow`, `NotShown`, `NotAPicture`."""
    family = media_type.partition("/")[0]
    if media_type == "application/pdf" or family in ("image", "text"):
        if size > MOST_SHOWN:
            raise TooLargeToShow
        held = file.read()
        if family == "image":
            return Content(picture=read_picture(held))
        if family == "text":
            words = _decoded(held)
            return Content(words=words[:MOST_WORDS], cut=len(words) > MOST_WORDS)
        if not held:
            raise NotShown
        return Content(pages=held)
    return Content()


def sheets_of(held: bytes) -> Sheets:
    """The pages of a PDF. Raises `NotShown`."""
    try:
        sheets = Sheets(held)
    except pypdfium2.PdfiumError as error:
        raise NotShown from error
    if not len(sheets):
        raise NotShown
    return sheets


def _decoded(held: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return held.decode(encoding)
        except UnicodeDecodeError:
            continue
    return held.decode("utf-8", "replace")
