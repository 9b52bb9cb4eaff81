"""Keeping numbers and codes whole inside right-to-left text.

By the rules of Unicode alone `2024-03-17` in Arabic text is shown as 17-03-2024, `+963 11` as 11 963+, `−5` as 5−, and
`35.8123, 36.6123` with the second number first: each part is a number of its own. An isolate keeps the order.
"""

from __future__ import annotations

import re
from typing import Final

_LEFT_TO_RIGHT: Final = "\u2066"
_END: Final = "\u2069"
_DEGREES: Final = r"[-−+]?\d{1,3}\.\d{2,10}°?"
_CODE: Final = re.compile(
    r"(?<![\w\u2066-\u2069.+/-])(?:"
    rf"{_DEGREES} ?[NS],? ?{_DEGREES} ?[EW]"  # a point, with the quarters of the globe
    rf"|{_DEGREES}, ?{_DEGREES}"  # or without
    r"|(?:\+|00)\d[\d ()-]{5,30}\d"  # telephone number as dialled from abroad
    r"|0\d{1,3}[ -]\d{3}[ -]?\d{3,4}"  # and from inside
    r"|\d{4}-\d{2}(?:-\d{2})?(?:[T ]\d{2}:\d{2}(?::\d{2})?)?"  # ISO date
    r"|[-−]\d{1,12}(?:[.,]\d{1,12}){0,6}%?"  # negative number
    r"|(?=[0-9 ]{1,160}[a-f])[0-9a-f]{4,64}(?: [0-9a-f]{4,64}){1,15}"  # hash in groups that begins with a digit
    r")(?![\w\u2069])",
    re.ASCII,
)


def isolate_codes(text: str) -> str:
    """The text with its coordinates, ISO dates, telephone and negative numbers and hashes isolated; idempotent.

    What begins with a Latin letter (SNHR-2024-03, IDL-2018-00042, R180601) keeps its order by itself, and so does a
    time (03:45) and a hash that is written in one.
    """
    return _CODE.sub(lambda match: f"{_LEFT_TO_RIGHT}{match[0]}{_END}", text)
