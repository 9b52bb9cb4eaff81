"""The page of hard cases looks as it did when somebody looked at it, and is found again by every reader."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from .hard_cases import PICTURE, page, picture
from .reading import read, read_with_pdfium, read_with_pypdf

ALIKE = 2.0
"""Mean difference of a pixel, of 255: what another release of the drawing library may change."""
WORDS = ("Amnesty", "IDL-2018-00042", "1,204", "strong", "https://example.org/en/reports/2018/06/")
ARABIC_WORDS = ("الأسلحة", "للآخرين", "حاشية", "الآلاف", "معر")


def difference(one: Image.Image, other: Image.Image) -> float:
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


def test_the_specimen_looks_as_it_did() -> None:
    drawn, kept = picture(page()), Image.open(PICTURE).convert("L")
    assert drawn.size == kept.size
    assert difference(drawn, kept) < ALIKE


def test_a_line_that_moves_or_is_missing_is_seen() -> None:
    kept = Image.open(PICTURE).convert("L")
    assert difference(ImageChops.offset(kept, 0, 2), kept) > ALIKE
    assert difference(kept.transpose(Image.Transpose.FLIP_LEFT_RIGHT), kept) > ALIKE
    without_a_line = kept.copy()
    without_a_line.paste(255, (0, 60, kept.width, 80))
    assert difference(without_a_line, kept) > ALIKE / 4


def test_the_specimen_is_one_page_with_both_notes_at_its_foot() -> None:
    with pypdfium2.PdfDocument(page()) as document:
        assert len(document) == 1


@pytest.mark.parametrize("reader", [read, read_with_pypdf, read_with_pdfium], ids=["poppler", "pypdf", "pdfium"])
def test_the_words_of_the_specimen_are_found(tmp_path: Path, reader: object) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(page())
    text = reader(path)  # type: ignore[operator]
    for word in WORDS:
        assert word in text.replace("\n", " "), word
    for word in ARABIC_WORDS:
        assert word in text, word
