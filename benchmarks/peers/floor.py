"""The least that setting the content could take: HarfBuzz, bidirectional levels and compression, and nothing else.

Every passage is shaped whole, once in its own direction; its levels are resolved; its glyphs are compressed.
"""

import zlib
from array import array
from pathlib import Path

import uharfbuzz as hb

from benchmarks.content import Content
from benchmarks.peers import measures as m
from snhr_desktop.reports.text.bidi import resolve

_PASSAGES_A_PAGE = 12


def build(content: Content, out: Path) -> None:
    """Write compressed glyphs, which no reader can read."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(m.FONTS / m.REGULAR))))
    texts = content.texts()
    with out.open("wb") as file:
        for at in range(0, len(texts), _PASSAGES_A_PAGE):
            page = b"".join(_shaped(font, *passage) for passage in texts[at : at + _PASSAGES_A_PAGE])
            file.write(zlib.compress(page))


def _shaped(font: hb.Font, text: str, arabic: bool) -> bytes:
    resolve(text, int(arabic))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if arabic else "ltr"
    buffer.script, buffer.language = ("Arab", "ar") if arabic else ("Latn", "en")
    hb.shape(font, buffer)
    return array("H", [info.codepoint for info in buffer.glyph_infos]).tobytes()
