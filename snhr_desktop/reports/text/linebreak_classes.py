"""Line breaking classes of characters (UAX #14, Unicode 15.0), so that no file of the system is needed to print.

Most characters have the class that their general category suggests. What differs is listed here for the scripts and
signs that can occur in a record (Latin, Greek, Cyrillic, Hebrew, Arabic, punctuation, currencies, symbols, Chinese,
Japanese and Korean text, emoji); elsewhere the category decides. LB1 is applied: AI, SA, SG and XX are AL (a mark of SA
is CM), CJ is NS. Three classes are parted for the rules that look closer: `OW` is an opening mark as wide as an
ideograph (LB30), `XP` a place kept free for a pictograph (LB30b), and `ZWJ` is not yet CM.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from typing import Final

_OF_CATEGORY: Final = {
    **dict.fromkeys(("Mn", "Mc", "Me", "Cf", "Cc"), "CM"),
    **dict.fromkeys(("Pi", "Pf"), "QU"),
    **dict.fromkeys(("Pd", "Zs"), "BA"),
    **dict.fromkeys(("Zl", "Zp"), "BK"),
    **{"Nd": "NU", "Ps": "OP", "Pe": "CL", "Sc": "PR"},
}  # fmt: skip
"""General category -> class; AL for the others."""

_LISTED: Final = {
    "AL": "600-605 6DD 70F 890-891 8E2 2015 2061-2064 2E1A",
    "B2": "2014 2E3A-2E3B",
    "BA": "9 7C AD 964-965 2027 2056 2058-205B 205D-205E 2CFA-2CFC 2CFF 2E0E-2E15 2E19 2E2A-2E2D 2E30-2E31"
    " 2E33-2E34 2E3C-2E3E 2E41 2E43-2E4A 2E4C 2E4E-2E4F",
    "BB": "B4 2C8 2CC 2DF 1806 1FFD",
    "BK": "B-C",
    "CB": "FFFC",
    "CL": "3001-3002 FE11-FE12 FE50 FE52 FF0C FF0E FF61 FF64",
    "CM": "3035",
    "CP": "29 5D",
    "CR": "D",
    "EB": "261D 26F9 270A-270D 1F385 1F3C2-1F3C4 1F3C7 1F3CA-1F3CC 1F442-1F443 1F446-1F450 1F466-1F478 1F47C"
    " 1F481-1F483 1F485-1F487 1F48F 1F491 1F4AA 1F574-1F575 1F57A 1F590 1F595-1F596 1F645-1F647"
    " 1F64B-1F64F 1F6A3 1F6B4-1F6B6 1F6C0 1F6CC 1F90C 1F90F 1F918-1F91F 1F926 1F930-1F939 1F93C-1F93E"
    " 1F977 1F9B5-1F9B6 1F9B8-1F9B9 1F9BB 1F9CD-1F9CF 1F9D1-1F9DD 1FAC3-1FAC5 1FAF0-1FAF8",
    "EM": "1F3FB-1F3FF",
    "EX": "21 3F 5C6 61B 61D-61F 6D4 7F9 2762-2763 2CF9 2CFE 2E2E 2E53-2E54 FE15-FE16 FE56-FE57 FF01 FF1F",
    "GL": "A0 34F 35C-362 180E 1DCD 1DFC 2007 2011 202F",
    "HL": "5D0-5EA 5EF-5F2 FB1D FB1F-FB28 FB2A-FB36 FB38-FB3C FB3E FB40-FB41 FB43-FB44 FB46-FB4F",
    "HY": "2D",
    "ID": "231A-231B 23F0-23F3 2600-2603 2614-2615 2618 261A-261C 261E-261F 2639-263B 2668 267F 26BD-26C8 26CD"
    " 26CF-26D1 26D3-26D4 26D8-26D9 26DC 26DF-26E1 26EA 26F1-26F5 26F7-26F8 26FA 26FD-2704 2708-2709 2764"
    " 2E80-2E99 2E9B-2EF3 2F00-2FD5 2FF0-2FFB 3003-3004 3006-3007 3012-3013 3020-3029 3030-3034 3036-303A"
    " 303D-303F 3042 3044 3046 3048 304A-3062 3064-3082 3084 3086 3088-308D 308F-3094 309F 30A2 30A4 30A6"
    " 30A8 30AA-30C2 30C4-30E2 30E4 30E6 30E8-30ED 30EF-30F4 30F7-30FA 30FF 3105-312F 3131-318E 3190-31E3"
    " 3200-321E 3220-3247 3250-4DBF 4E00-A014 A016-A48C A490-A4C6 F900-FAFF FE30-FE34 FE45-FE46 FE49-FE4F"
    " FE51 FE58 FE5F-FE66 FE68 FE6B FF02-FF03 FF06-FF07 FF0A-FF0B FF0D FF0F-FF19 FF1C-FF1E FF20-FF3A FF3C"
    " FF3E-FF5A FF5C FF5E FF66 FF71-FF9D FFA0-FFBE FFC2-FFC7 FFCA-FFCF FFD2-FFD7 FFDA-FFDC FFE2-FFE4"
    " 20000-2FFFD 30000-3FFFD",
    "IN": "2024-2026 22EF FE19",
    "IS": "2C 2E 3A-3B 37E 589 60C-60D 7F8 2044 FE10 FE13-FE14",
    "JL": "1100-115F A960-A97C",
    "JT": "11A8-11FF D7CB-D7FB",
    "JV": "1160-11A7 D7B0-D7C6",
    "LF": "A",
    "NL": "85",
    "NS": "17D6 203C-203D 2047-2049 3005 301C 303B-303C 3041 3043 3045 3047 3049 3063 3083 3085 3087 308E"
    " 3095-3096 309B-309E 30A0-30A1 30A3 30A5 30A7 30A9 30C3 30E3 30E5 30E7 30EE 30F5-30F6 30FB-30FE"
    " 31F0-31FF A015 FE54-FE55 FF1A-FF1B FF65 FF67-FF70 FF9E-FF9F",
    "NU": "66B-66C",
    "OP": "A1 BF 2E18",
    "OW": "2329 3008 300A 300C 300E 3010 3014 3016 3018 301A 301D FE17 FE35 FE37 FE39 FE3B FE3D FE3F FE41 FE43"
    " FE47 FE59 FE5B FE5D FF08 FF3B FF5B FF5F FF62",
    "PO": "25 A2 B0 609-60B 66A 2030-2037 2057 20A7 20B6 20BB 20BE 20C0 2103 2109 FDFC FE6A FF05 FFE0",
    "PR": "2B 5C B1 20C1-20CF 2116 2212-2213",
    "QU": "22 27 275B-2760 2E00-2E01 2E06-2E08 2E0B",
    "RI": "1F1E6-1F1FF",
    "SP": "20",
    "SY": "2F",
    "WJ": "2060 FEFF",
    "ZW": "200B",
    "ZWJ": "200D",
}  # fmt: skip
"""Class -> ranges of code points (hexadecimal) whose category suggests another class."""


CLASSES: Final = frozenset(("AL", "XP", "H2", "H3", *_LISTED, *_OF_CATEGORY.values()))


def line_ranges() -> list[tuple[int, int, str]]:
    """(first, last, class) of the listed ranges, in order."""
    found = []
    for name, listed in _LISTED.items():
        for stretch in listed.split():
            first, _, last = stretch.partition("-")
            found.append((int(first, 16), int(last or first, 16), name))
    return sorted(found)


_RANGES: Final = line_ranges()
_STARTS: Final = [first for first, _, _ in _RANGES]
_HANGUL: Final = range(0xAC00, 0xD7A4)
_PICTOGRAPHS: Final = (range(0x1F000, 0x1F100), range(0x1F10D, 0x1F110), range(0x1F200, 0x1FB00))


class _ClassOf(dict[str, str]):
    """Character -> its line breaking class, looked up once per character."""

    def __missing__(self, char: str) -> str:
        name = self[char] = _look_up(ord(char))
        return name


CLASS_OF: Final = _ClassOf()


def _look_up(code_point: int) -> str:
    at = bisect_right(_STARTS, code_point) - 1
    if at >= 0 and code_point <= _RANGES[at][1]:
        return _RANGES[at][2]
    if code_point in _HANGUL:
        return "H3" if (code_point - _HANGUL.start) % 28 else "H2"
    category = unicodedata.category(chr(code_point))
    if any(code_point in block for block in _PICTOGRAPHS):
        return "XP" if category == "Cn" else "ID"
    return _OF_CATEGORY.get(category, "AL")
