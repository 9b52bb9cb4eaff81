"""A cell for a name that may tell of several people: “+3 others”, «عائلة أحمد», two names with a comma between.

Nobody can say from it how many they are: it is taken in as the one person that a row is, and told as doubtful.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from snhr_desktop.exchange.cells import text_of
from snhr_desktop.exchange.conversion.notes import Notes
from snhr_desktop.exchange.conversion.records import Kept
from snhr_desktop.exchange.conversion.values import Value

_VICTIMS = "victims"
_NAMES = ("name_ar", "name_en")
_SIGNS = re.compile(r"[\d+&;؛،/|\n]|\s[-–—]\s")
_SAID = (
    "آخرون آخرين مجهولون مجهولين مجهولو مجهولي مجهولان معروفين معروفون عائلة أسرة أشخاص شخصان شخصين أطفال طفلان طفلين"
    " طفلتان طفلتين أولاد أبناء بنات إخوة أخوة أخوان شقيقان شقيقين نساء امرأتان امرأتين رجال رجلان رجلين مدنيون مدنيين"
    " شهداء شهيدان شهيدين قتلى جثث جثتان جثتين ضحايا و others persons people unknowns family families children kids"
    " brothers sisters women men civilians victims bodies and several"
)


def _spelled(said: Iterable[str]) -> Iterator[str]:
    """Each word as it is typed with and without hamza and dots, alone and with the article or an “and” before it."""
    for word in said:
        for one in (word, re.sub("[أإآ]", "ا", word), word.replace("ة", "ه")):
            yield from (one, f"ال{one}", f"و{one}", f"وال{one}")


_WORDS = frozenset(_spelled(_SAID.split()))


def is_of_several(name: str) -> bool:
    """Whether a name may be that of more people than one."""
    if _SIGNS.search(name) or not _WORDS.isdisjoint(name.lower().split()):
        return True
    parts = name.split(",")
    return len(parts) > 2 or (len(parts) == 2 and (not name.isascii() or all(len(one.split()) > 1 for one in parts)))


def tell_of_several(kept: Kept, notes: Notes) -> None:
    """Tell each victim under such a name."""
    for record, origin in zip(kept.records.get(_VICTIMS, ()), kept.origins.get(_VICTIMS, ()), strict=True):
        notes.row = origin.row
        tell_name(record, origin.values, notes)


def tell_name(record: Mapping[str, Any], values: Mapping[str, Value], notes: Notes) -> None:
    """Tell of somebody, of a record of the row in hand, under such a name."""
    for field in _NAMES:
        name = text_of(record.get(field))
        if name and is_of_several(name):
            notes.found("name_of_several", next(iter(values[field].columns), ""), given=name[:80])
