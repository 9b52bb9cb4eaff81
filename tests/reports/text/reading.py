"""How the tests read a printed page: as a reader's program would."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pypdfium2

FORMAT_CHARACTERS = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WORD = re.compile(r"[\u0620-\u065f\u0670-\u06d3]+|[^\W\d_\u0600-\u06ff]+|\d+")
_AT_LINE_END = "\ufffe"
"""What PDFium makes of a hyphen that ends a line."""
_CONTROL = re.compile("[\0-\x08\x0b-\x1f]")


def read(path: Path) -> str:
    """The text as Poppler finds it."""
    command = ["pdftotext", str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def read_with_pypdf(path: Path) -> str:
    """The text as pypdf finds it."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def read_with_pdfium(path: Path) -> str:
    """The text as PDFium, the reader inside browsers, finds it."""
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def words_on(path: Path) -> list[tuple[str, float, float, float]]:
    """(word, left, right, top) for every word Poppler sees, in its order."""
    command = ["pdftotext", "-bbox", str(path), "-"]
    page = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    root = ElementTree.fromstring(_CONTROL.sub("", page))
    return [
        (word.text or "", float(word.attrib["xMin"]), float(word.attrib["xMax"]), float(word.attrib["yMin"]))
        for word in root.iter("{http://www.w3.org/1999/xhtml}word")
    ]


def word_counts(text: str) -> Counter[str]:
    """Words and numbers of a text, without what only steers it.

    Readers disagree about the side on which a comma or a space falls between two directions, so that a word is a run
    of letters of one script; and a hyphen may have ended a line.
    """
    plain = FORMAT_CHARACTERS.sub("", text.replace(_AT_LINE_END, "-"))
    return Counter(_WORD.findall(re.sub(r"(?<=[a-z])[-\u2010]\s*(?=[A-Za-z])", "", plain)))


def share_found(meant: str, found: str) -> float:
    """Share of the words of a text that stand in another."""
    wanted = word_counts(meant)
    lost = wanted - word_counts(found)
    return 1 - lost.total() / wanted.total()
