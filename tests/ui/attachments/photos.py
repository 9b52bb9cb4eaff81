"""Photos to test with, made here."""

import io

from PIL import Image, ImageDraw

MARKER = "MARKER-CAMERA-77"


def jpeg(width: int = 640, height: int = 480, orientation: int = 1) -> bytes:
    """A photo with a red square at its upper left, and EXIF that tells a camera and how it was held."""
    image = Image.new("RGB", (width, height), (90, 120, 150))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width // 4, height // 4), fill=(200, 30, 30))
    for at in range(0, width, 7):
        draw.line((at, height // 2, at + 40, height), fill=(at % 255, 200, 90), width=3)
    exif = Image.Exif()
    exif[0x0110], exif[0x0112] = MARKER, orientation
    kept = io.BytesIO()
    image.save(kept, "JPEG", exif=exif, quality=92, comment=MARKER.encode())
    return kept.getvalue()
