"""A report read back as a reader program reads it."""

import io
import re
from functools import cache

from pypdf import PdfReader

from snhr_desktop.i18n import Language, bare
from snhr_desktop.reports.render import rendered
from snhr_desktop.reports.snapshot import Snapshot
from tests.reports.specimen import snapshot


def printed(snapshot: Snapshot, languages: Language | tuple[Language, ...]) -> PdfReader:
    """The report of a snapshot, opened."""
    return PdfReader(io.BytesIO(rendered(snapshot, languages)[0]))


@cache
def _specimen(languages: Language | tuple[Language, ...]) -> bytes:
    return rendered(snapshot(), languages)[0]


def specimen(languages: Language | tuple[Language, ...]) -> PdfReader:
    """The report of the specimen, made once."""
    return PdfReader(io.BytesIO(_specimen(languages)))


def text_of(reader: PdfReader) -> str:
    """Every page's text, without direction marks."""
    return bare("\n".join(page.extract_text() for page in reader.pages))


def joined(text: str) -> str:
    """Text without white space: where words of a table stand is not what a test is about."""
    return re.sub(r"\s", "", bare(text))
