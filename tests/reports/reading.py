"""A report read back as a reader program reads it."""

import io
import re
from contextlib import closing
from functools import cache, lru_cache

import pypdfium2
from pypdf import PdfReader

from snhr_desktop.i18n import Language, bare
from snhr_desktop.reports.render import rendered
from snhr_desktop.reports.snapshot import Snapshot
from tests.reports.specimen import snapshot

_ARABIC = re.compile("[\u0600-\u06ff]")
_AT_LINE_END = "\ufffe"
"""What PDFium makes of a hyphen that ends a line."""


def printed(snapshot: Snapshot, languages: Language | tuple[Language, ...]) -> PdfReader:
    """The report of a snapshot, opened."""
    return PdfReader(io.BytesIO(rendered(snapshot, languages)[0]))


@cache
def _specimen(languages: Language | tuple[Language, ...]) -> bytes:
    return rendered(snapshot(), languages)[0]


def specimen(languages: Language | tuple[Language, ...]) -> PdfReader:
    """The report of the specimen, made once."""
    return PdfReader(io.BytesIO(_specimen(languages)))


def pages_of(reader: PdfReader) -> tuple[str, ...]:
    """The text of each page, without direction marks: codes in lines of Arabic too, which PDFium turns around."""
    return _pages(_content(reader))


@lru_cache(maxsize=8)
def _pages(content: bytes) -> tuple[str, ...]:
    reader = PdfReader(io.BytesIO(content))
    return tuple(
        bare(reader.pages[at].extract_text()) if _ARABIC.search(text) else text
        for at, text in enumerate(seen_in_browsers(reader))
    )


def seen_in_browsers(reader: PdfReader) -> list[str]:
    """The text of each page, without direction marks, as PDFium finds it: in a twentieth of the time of pypdf."""
    with closing(pypdfium2.PdfDocument(_content(reader))) as opened:
        found = (page.get_textpage().get_text_range() for page in opened)
        return [bare(text).replace("\r\n", "\n").replace(_AT_LINE_END, "-\n") for text in found]


def _content(reader: PdfReader) -> bytes:
    reader.stream.seek(0)
    return reader.stream.read()


def text_of(reader: PdfReader) -> str:
    """Every page's text, without direction marks."""
    return "\n".join(pages_of(reader))


def joined(text: str) -> str:
    """Text without white space: where words of a table stand is not what a test is about."""
    return re.sub(r"\s", "", bare(text))
