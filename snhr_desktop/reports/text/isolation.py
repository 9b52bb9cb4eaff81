"""Keeping numbers and codes whole inside right-to-left text.

By the rules of Unicode alone `2024-03-17` in Arabic text is shown as 17-03-2024, `+963 11` as 11 963+, `−5` as 5−: each
part is a number of its own. An isolate keeps the order as written.
"""

from __future__ import annotations

import re
from typing import Final

_FIRST_STRONG: Final = "\u2068"
_LEFT_TO_RIGHT: Final = "\u2066"
_END: Final = "\u2069"
_CODE: Final = re.compile(
    r"(?<![\w\u2066-\u2069.+/-])(?:"
    r"\+\d[\d ()-]{5,30}\d"  # telephone number
    r"|\d{4}-\d{2}(?:-\d{2})?(?:[T ]\d{2}:\d{2})?"  # ISO date
    r"|[-−]\d{1,12}(?:[.,]\d{1,12}){0,6}%?"  # negative number
    r")(?![\w\u2069])",
    re.ASCII,
)


def isolate(text: str) -> str:
    """The text as an island: it neither takes its direction from its surroundings nor lends them its own.

    For names, titles and codes that are put into a sentence of the other script.
    """
    return f"{_FIRST_STRONG}{text}{_END}"


def isolate_codes(text: str) -> str:
    """The text with its ISO dates, telephone numbers and negative numbers isolated; idempotent.

    A code that begins with a Latin letter (SNHR-2024-03) keeps its order by itself.
    """
    return _CODE.sub(lambda match: f"{_LEFT_TO_RIGHT}{match[0]}{_END}", text)
