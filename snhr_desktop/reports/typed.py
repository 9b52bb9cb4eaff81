"""Numbers typed by hand in an edited text: figures are generated, so what is typed is told, and looked at again.

No figure are: days and years, times, codes of records, and the numbers of resolutions, rules and articles.
"""

import re

from snhr_desktop.domain.dates import LATIN_DIGITS, MONTH_NAMES
from snhr_desktop.i18n import bare

_MONTH = "|".join(sorted((re.escape(name) for names in MONTH_NAMES for name in names), key=len, reverse=True))
DATE = re.compile(
    rf"\d{{4}}-\d{{2}}-\d{{2}}|(?:\d{{1,2}}\s*(?:-|–|and|to|و|إلى|حتى)\s*)?\d{{1,2}}\s+(?:{_MONTH})(?!\w)(?:\s+\d{{4}})?",
    re.IGNORECASE,
)
"""A day as people write it, with its year or without."""
MONTH = re.compile(rf"(?<!\w)(?:{_MONTH})(?!\w)", re.IGNORECASE)
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![.,]?\d|\s?[%٪])")
_NO_FIGURE = (
    re.compile(r"\{[^{}]*\}"),
    re.compile(r"(?:\+\s?|00)\d(?:[\s().\-–]{0,2}\d){7,14}"),  # how to reach the office
    re.compile(r"(?:\bBox|ص\.?\s?ب\.?|صندوق\s+(?:ال)?بريد)\s*\d+", re.IGNORECASE),
    DATE,
    re.compile(r"(?<![A-Za-z])[A-Za-z]+-?\d[\w-]*"),
    re.compile(r"(?<!\d)\d{1,2}:\d{2}(?!\d)"),
    re.compile(
        r"(?:resolutions?|rules?|articles?|paragraphs?|chapters?|القرار\w*|قرار\w*|القاعدت?\w*|القواعد|الماد\w*|المواد|الفقر\w*|رقم)"
        r"(?:\s+رقم)?\s+\d+(?:(?:\s*,\s*|\s+(?:and|to|or|إلى|أو)\s+|\s*[–-]\s*|\s+و)\d+)*",
        re.IGNORECASE,
    ),
    YEAR,
)
_NUMERAL = re.compile(
    r"\d{1,3}(?:[,٬]\d{3})+(?:[.٫]\d+)?\s?[%٪]?|\d+\s(?:hundred|thousand|million|billion|مئة|ألف|آلاف|مليون|ملايين|مليار)(?!\w)"
    r"|\d+(?:[.٫]\d+)?\s?[%٪]?"
)
"""A single digit is a figure where it tells thousands."""


def typed_numbers(text: str, standing: str = "") -> tuple[str, ...]:
    """Numerals of two digits or more, shares and decimals, as they are written, that the standing text has not."""
    known = set(_numerals(standing))
    return tuple(dict.fromkeys(token for token in _numerals(text) if token not in known))


def _numerals(text: str) -> list[str]:
    plain = bare(text).translate(LATIN_DIGITS)
    for pattern in _NO_FIGURE:
        plain = pattern.sub(" ", plain)
    return [token.strip() for token in _NUMERAL.findall(plain) if len(token.strip()) > 1]
