"""Numbers read back from words: Latin or Arabic-Indic digits, grouped or not."""

import re
from collections import Counter
from collections.abc import Iterable

from snhr_desktop.domain.dates import LATIN_DIGITS
from snhr_desktop.i18n import ZERO, bare
from snhr_desktop.reports.edition import Edition

_NUMBER = re.compile(r"(?<![\dA-Za-z.-])\d{1,3}(?:[,٬]\d{3})+(?:[.٫]\d+)?(?!\d)|\d+(?:[.٫]\d+)?")
_SIGNS = str.maketrans({",": "", "٬": "", "٫": ".", "−": "-", "%": "", "٪": "", "+": ""})
SPELLED = 3
"""Below it Arabic says the number with the noun alone («مجزرتين»)."""


def value(cell: str) -> float | None:
    """The number of a cell; None where it states none."""
    plain = bare(cell).translate(LATIN_DIGITS).translate(_SIGNS).strip()
    if plain == ZERO:
        return 0.0
    return float(plain) if re.fullmatch(r"-?\d+(?:\.\d+)?", plain) else None


def numbers(text: str) -> list[float]:
    """Every number of a sentence, in order; those of dates and codes too."""
    found = _NUMBER.findall(bare(text).translate(LATIN_DIGITS))
    return [float(one.translate(_SIGNS)) for one in found]


def names_with_numbers(edition: Edition) -> tuple[str, ...]:
    """Names in the language of the edition that hold digits of their own: «أستانا 6», Camp 17."""
    language, snapshot = edition.language, edition.snapshot
    names = [snapshot.period.name(language), *(marker.label(language) for marker in snapshot.file.markers)]
    names += [snapshot.place_name(pcode, language) for pcode in snapshot.places]
    return tuple(sorted({bare(name) for name in names if any(map(str.isdigit, name))}, key=len, reverse=True))


def told(texts: Iterable[str], names: tuple[str, ...] = (), least: float = SPELLED) -> Counter[float]:
    """How often each number is told in texts, names left out, and what may be spelled too."""
    found: Counter[float] = Counter()
    for text in texts:
        plain = bare(text).translate(LATIN_DIGITS)
        for name in names:
            plain = plain.replace(name.translate(LATIN_DIGITS), " ")
        found.update(number for number in numbers(plain) if number >= least)
    return found
