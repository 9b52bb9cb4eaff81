"""Photos read in memory: a small picture, what the camera wrote, and a copy without it. Nothing goes to a disk.

A photo may be made to hurt whoever opens it. Formats are few, sizes are looked at before anything is unpacked, and
what a decoder cannot read is no picture, however the decoder fails.
"""

import io
import json
import math
import warnings
from collections.abc import Callable, Mapping
from typing import IO, Any, TypeVar, cast

from PIL import ExifTags, Image, ImageChops, ImageOps, ImageStat

from snhr_desktop.errors import Refusal

_FORMATS = ("JPEG", "MPO", "PNG", "WEBP", "GIF", "TIFF", "BMP")
_MOST_PIXELS = 100_000_000
_SIDE = 160
MOST_SMALL = 10 * 1024
"""Bytes of a small picture."""
_SHADES = 12.0
"""Of 255, on the average of a picture."""
_QUALITIES = (80, 60, 40, 20, 5)
_MOST_TAGS, _MOST_SIGNS, _MOST_JSON = 150, 200, 20_000
_IFDS = (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo)

T = TypeVar("T")


def small(file: io.RawIOBase) -> bytes:
    """A small JPEG of a photo, upright; blank where it cannot be read."""
    return _guarded(file, _small) or b""


def alike(one: bytes, other: bytes) -> bool:
    """Whether two small pictures show the same; decoders of another edition may differ in shades."""
    if one == other:
        return True
    differs = _guarded(io.BytesIO(one), lambda first: _guarded(io.BytesIO(other), lambda last: _distance(first, last)))
    return differs is not None and differs < _SHADES


def exif(file: io.RawIOBase) -> str:
    """What the camera wrote, as JSON by the names of the fields; blank where there is nothing."""
    return _guarded(file, _exif) or ""


def stripped(file: io.RawIOBase) -> bytes:
    """The photo with nothing in it but its pixels, upright; blank where it cannot be read."""
    return _guarded(file, _stripped) or b""


def _guarded(file: io.RawIOBase | io.BytesIO, act: Callable[[Image.Image], T]) -> T | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # decoders warn of what is damaged, and of sizes that are looked at here
            with Image.open(cast(IO[bytes], file), formats=_FORMATS) as picture:
                if math.prod(picture.size) > _MOST_PIXELS:
                    return None
                return act(picture)
    except Refusal:
        raise  # the file itself is damaged: that is told
    except Exception:  # of bytes made to hurt, decoders raise whatever they meet
        return None


def _small(picture: Image.Image) -> bytes:
    picture.draft("RGB", (_SIDE * 2, _SIDE * 2))
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((_SIDE, _SIDE))
    flat = _flat(upright)
    for quality in _QUALITIES:
        held = io.BytesIO()
        flat.save(held, "JPEG", quality=quality, optimize=True)
        if held.tell() <= MOST_SMALL:
            return held.getvalue()
    return b""


def _distance(one: Image.Image, other: Image.Image) -> float:
    if one.size != other.size:
        return math.inf
    means = ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean
    return max(means)


def _stripped(picture: Image.Image) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    transparent = "A" in upright.getbands() or "transparency" in upright.info
    bare = upright.convert("RGBA") if transparent else _flat(upright)
    copy = Image.new(bare.mode, bare.size)
    copy.paste(bare)
    held = io.BytesIO()
    if transparent or picture.format in ("PNG", "GIF", "BMP"):
        copy.save(held, "PNG")
    else:
        copy.save(held, "JPEG", quality=95, subsampling=0)
    return held.getvalue()


def _flat(picture: Image.Image) -> Image.Image:
    """On white, where it is transparent."""
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture.convert("RGBA"))
    return ground.convert("RGB")


def _exif(picture: Image.Image) -> str:
    found = picture.getexif()
    said: dict[str, Any] = {}
    _take(said, found, ExifTags.TAGS)
    _take(said, found.get_ifd(_IFDS[0]), ExifTags.TAGS)
    _take(said, found.get_ifd(_IFDS[1]), ExifTags.GPSTAGS)
    while said:
        written = json.dumps(said, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)
        if len(written) <= _MOST_JSON:
            return written
        said.pop(max(said, key=lambda name: len(str(said[name]))))
    return ""


def _take(said: dict[str, Any], tags: Mapping[int, Any], names: Mapping[int, str]) -> None:
    for tag, value in list(tags.items())[:_MOST_TAGS]:
        if (plain := _plain(value)) is not None:
            said[names.get(tag, f"0x{tag:04x}")] = plain


def _plain(value: object) -> Any:
    """A value as JSON carries it; None for what only the camera's maker can read."""
    if isinstance(value, bytes):
        value = value.decode("ascii", "ignore") if len(value) <= _MOST_SIGNS else ""
    if isinstance(value, str):
        text = "".join(sign for sign in value[:_MOST_SIGNS] if sign.isprintable()).strip()
        return text or None
    if isinstance(value, bool | int):
        return value if abs(value) < 1 << 53 else None
    if isinstance(value, tuple):
        parts = [_plain(part) for part in value[:16]]
        return parts if all(part is not None for part in parts) else None
    try:
        number = float(value)  # type: ignore[arg-type]  # a ratio, which may be of nothing by nothing
    except (TypeError, ValueError, ArithmeticError):
        return None
    return round(number, 7) if math.isfinite(number) else None
