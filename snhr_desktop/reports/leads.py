"""Telephones, addresses, accounts and coordinates in a text: what would lead a reader to a person or to a place.

How somebody can be reached is printed for nobody; where something stands on the web or on the ground, for the office
alone. Written in the digits of either script, with or without the code of a country, in the ways that people write.
"""

import re

_DIGIT = {str(digit): f"{digit}{chr(0x660 + digit)}{chr(0x6F0 + digit)}" for digit in range(10)}


def _either(pattern: str) -> str:
    """A pattern whose plain digits are those of either script; what stands in braces or behind a backslash stays."""
    parts = re.split(r"(\{[^}]*\}|\[[^\]]*\]|\\.)", pattern)
    return "".join(part if at % 2 else "".join(_digit(char) for char in part) for at, part in enumerate(parts))


def _digit(char: str) -> str:
    return f"[{_DIGIT[char]}]" if char in _DIGIT else char


_FREE = r"(?<![0-9٠-٩۰-۹A-Za-z_])(?<![0-9٠-٩۰-۹][.\-])"
"""Not in the middle of a number or a code; an Arabic particle may be joined to it."""
_ENDS = r"(?![0-9٠-٩۰-۹A-Za-z_])"
_GAP = r"[\s().\-/‐‑‒–—−]{0,3}"
_POINT = r"\d{1,3}[.٫]\d{3,}"
_SIDE = r"(?:\s*[NSEWnsew]\b|\s*(?:شمالاً|شمالا|شرقاً|شرقا)|\s*(?:north|east)\b)?"
_PARTED = r"\s*[,،;/\s]\s*"
_LATITUDE, _LONGITUDE = r"3(?:2|3|4|5|6|7)[.٫]\d\d+", r"(?:3(?:5|6|7|8|9)|4(?:0|1|2))[.٫]\d\d+"
"""Of Syria, where two decimals are enough to tell that it is no share of anything."""

_REACH = re.compile(
    "|".join(
        (
            # +963 944 123 456, 0944-123456, + 963 (944) 123456; but 03.04.2018 10:40 is a moment
            rf"{_FREE}(?!\d\d?[\-./\s]\d\d?[\-./\s]\d{{4}})(?:\+\s?|[0٠۰]{{1,2}})\d(?:{_GAP}\d){{7,14}}{_ENDS}",
            # 963944123456, 90 532 123 45 67
            rf"{_FREE}{_either('(?:961|962|963|964|90)')}(?:{_GAP}\d){{7,10}}{_ENDS}",
            # 944123456, 944 123 456
            rf"{_FREE}{_either('9')}\d\d[\s.\-‐‑–]?\d{{3}}[\s.\-‐‑–]?\d{{3}}{_ENDS}",
            r"\b(?:tel|mailto|sms):\S*[^\s.,;:!?،؛؟)\]»\"]",
            r"(?:%2B|%2b)\d{8,}",
            r"[\w.+\-]+(?:@|%40)[\w\-]+(?:\.[\w\-]+)+",
        )
    )
)
_LEADS = re.compile(
    "|".join(
        (
            # a web address, with or without what stands before it
            r"\b(?:[a-z][a-z0-9+.\-]*://|www\.|[\w\-]+(?:\.[\w\-]+)*\.[a-z]{2,6}/)"
            r"[^\s<>\"«»]*[^\s<>\"«».,;:!?،؛؟)\]]",
            r"\b[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.(?:com|net|org|info|sy|eu|tr|uk)\b",
            r"(?<![\w@])@\w{2,}",
            r"\b(?:telegram|whats\s?app|signal|skype|facebook|twitter|instagram|viber)\s?:\s*[^\s.,;،؛)]+",
            r"(?:تلغرام|تيليغرام|تلجرام|واتس\s?اب|واتس\s?آب|فيسبوك|فيس\s?بوك|سكايب|تويتر|انستغرام|سيغنال|فايبر)"
            r"(?:\s?:\s*[^\s.,;،؛)]+|\s+[A-Za-z0-9_.@]{3,})",
            # 35.8123, 36.6123; 35.81 N 36.62 E
            rf"{_FREE}{_POINT}(?:\s?°)?{_SIDE}{_PARTED}{_POINT}(?:\s?°)?{_SIDE}{_ENDS}",
            rf"{_FREE}{_either(_LATITUDE)}(?:\s?°)?{_SIDE}{_PARTED}{_either(_LONGITUDE)}(?:\s?°)?{_SIDE}{_ENDS}",
            rf"{_FREE}{_either(_LONGITUDE)}(?:\s?°)?{_SIDE}{_PARTED}{_either(_LATITUDE)}(?:\s?°)?{_SIDE}{_ENDS}",
            rf"{_FREE}\d{{2}},\d{{4,}}[\s;/]+\d{{2}},\d{{4,}}{_ENDS}",
            # 35°48'44.3"N
            rf"(?:\b[NSEW]\s?)?\d{{1,3}}\s?°\s?\d{{1,2}}(?:[.٫]\d+)?\s?['’′](?:\s?\d{{1,2}}(?:[.٫]\d+)?\s?(?:[\"”″]|['’′]{{2}}))?{_SIDE}",
            rf"{_FREE}\d{{1,3}}[.٫]\d{{2,}}\s?°{_SIDE}",
            # Lat: 35.9876; Long: 36.1234; N35.9876; 35 59 12 N
            r"\b(?:lat|latitude|lon|long|longitude)\b\W{0,4}\d{1,3}[.٫]\d{2,}",
            r"(?:خط\s+)?(?:ال)?(?:عرض|طول)\W{0,4}\d{1,3}[.٫]\d{2,}",
            r"\b[NSEW]\s?\d{1,3}[.٫]\d{2,}",
            rf"{_FREE}\d{{1,3}}\s\d{{1,2}}\s\d{{1,2}}(?:[.٫]\d+)?\s?[NSEW]\b",
            r"\b3[5-8][RST]\s?[A-HJ-NP-Z]{2}\s?\d{2,5}\s?\d{2,5}\b",  # a square of the military grid
            r"\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b",  # a plus code
        )
    ),
    re.IGNORECASE,
)


def without_reach(text: str, mark: str) -> str:
    """The text with a mark in place of every telephone and mail address."""
    return _REACH.sub(mark, text)


def without_leads(text: str, mark: str) -> str:
    """The text with a mark in place of every web address, account and point on the map."""
    return _LEADS.sub(mark, text)
