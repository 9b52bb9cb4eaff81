"""Draw the picture of a spread in both languages that README shows: python packaging/spread_picture.py TOUR_DIR OUT.png

TOUR_DIR is what `snhr-desktop tour` wrote. The pages stand side by side, the English one on the left.
"""

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

PAGES = (("thematic_en.pdf", 5), ("thematic_en.pdf", 7), ("thematic_ar.pdf", 7), ("thematic_ar.pdf", 5))
SCALE, GAP, EDGE = 0.72, 14, "#DDE1E7"


def main(folder: Path, out: Path) -> None:
    """Draw the pages, and write one picture."""
    drawn = []
    for name, page in PAGES:
        with pypdfium2.PdfDocument(folder / name) as document:
            drawn.append(document[page - 1].render(scale=SCALE).to_pil().convert("RGB"))
    width = sum(image.width for image in drawn) + GAP * (len(drawn) + 1)
    spread = Image.new("RGB", (width, drawn[0].height + 2 * GAP), EDGE)
    left = GAP
    for image in drawn:
        spread.paste(image, (left, GAP))
        left += image.width + GAP
    spread.quantize(64).save(out, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
