"""Colours as others see them: with one kind of cone missing, and in grey as a photocopier prints them.

Cones: the matrices of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
Deficiency" (IEEE TVCG 15(6), 2009) at severity 1, put to linear sRGB. Grey: relative luminance (WCAG 2.2). Difference:
ΔE*ab of CIE 1976, where about 2 can just be told apart side by side.
"""

import math
from collections.abc import Mapping

Rgb = tuple[float, float, float]
_Matrix = tuple[Rgb, Rgb, Rgb]

EYES: Mapping[str, _Matrix] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900),
    ),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}  # fmt: skip
_WHITE = (0.95047, 1.0, 1.08883)
_TO_XYZ: _Matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))


def difference(one: str, other: str, eye: str) -> float:
    """ΔE*ab of two colours `#RRGGBB` as an eye sees them."""
    first, second = (_lab(_times(EYES[eye], _linear(colour))) for colour in (one, other))
    return math.dist(first, second)


def _linear(colour: str) -> Rgb:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return (_unbent(red), _unbent(green), _unbent(blue))


def _unbent(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _times(matrix: _Matrix, colour: Rgb) -> Rgb:
    red, green, blue = (min(1.0, max(0.0, sum(m * c for m, c in zip(row, colour, strict=True)))) for row in matrix)
    return (red, green, blue)


def _lab(colour: Rgb) -> Rgb:
    x, y, z = (
        _root(sum(m * c for m, c in zip(row, colour, strict=True)) / white)
        for row, white in zip(_TO_XYZ, _WHITE, strict=True)
    )
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def _root(share: float) -> float:
    return share ** (1 / 3) if share > (6 / 29) ** 3 else share / (3 * (6 / 29) ** 2) + 4 / 29
