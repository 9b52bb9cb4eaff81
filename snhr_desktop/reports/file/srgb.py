"""The colour space that the report's colours are meant in: an sRGB profile (IEC 61966-2-1), made here byte for byte.

Form: ICC.1:2001-04, version 2.4, a display profile of three matrix columns and one curve. The colours of the
primaries are those of the standard, adapted to D50 by Bradford's matrix. Readers of archives ask for it by name.
"""

import struct
from functools import cache

NAME = "sRGB IEC61966-2.1"
_COPYRIGHT = "No rights reserved"
_D50 = (0.9642, 1.0, 0.8249)
_WHITE = (0.9505, 1.0, 1.0891)
_RED, _GREEN, _BLUE = (
    (0.4360747, 0.2225045, 0.0139322),
    (0.3850649, 0.7168786, 0.0971045),
    (0.1430804, 0.0606169, 0.7141733),
)
_STEPS = 1024
_MADE = (2018, 1, 1, 0, 0, 0)
"""A day of its own, so that the same program gives the same bytes."""


@cache
def srgb_profile() -> bytes:
    """The profile."""
    curve = b"curv" + struct.pack(">4xI", _STEPS) + b"".join(_linear(step / (_STEPS - 1)) for step in range(_STEPS))
    tags = {
        b"desc": _description(NAME),
        b"cprt": b"text\0\0\0\0" + _COPYRIGHT.encode("ascii") + b"\0",
        b"wtpt": _xyz(_WHITE),
        b"rXYZ": _xyz(_RED),
        b"gXYZ": _xyz(_GREEN),
        b"bXYZ": _xyz(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    data = b""
    for value in tags.values():
        if value not in places:
            places[value] = start + len(data)
            data += value + b"\0" * (-len(value) % 4)
    table = b"".join(name + struct.pack(">II", places[value], len(value)) for name, value in tags.items())
    return _header(start + len(data)) + struct.pack(">I", len(tags)) + table + data


def _header(size: int) -> bytes:
    date = struct.pack(">6H", *_MADE)
    return (
        struct.pack(">I4xI", size, 0x02400000)
        + b"mntrRGB XYZ "
        + date
        + b"acsp"
        + bytes(24)  # platform, flags, maker, model, attributes: not stated
        + struct.pack(">I", 0)  # perceptual
        + b"".join(map(_fixed, _D50))
        + bytes(48)
    )


def _linear(value: float) -> bytes:
    """The light of a stored value, both from 0 to 1, as 16 bits."""
    light = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return struct.pack(">H", round(light * 65535))


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, values))


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _description(text: str) -> bytes:
    """The text in ASCII; without one in Unicode or for old Macintoshes."""
    said = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(said)) + said + bytes(4 + 4 + 2 + 1 + 67)
