"""Whether a column of sources names publishers or persons: a publisher is printed, and who a source is never leaves."""

import re

from snhr_desktop.domain.names import words
from snhr_desktop.domain.romanizing import usual_names
from snhr_desktop.exchange.guessing.looks import Column

_PUBLISHES = frozenset(
    word
    for said in (
        "network observatory agency news media press radio tv television channel page website site facebook twitter"
        " telegram youtube organisation organization committee commission council archive union association foundation"
        " ministry defence defense helmets times post reuters presse jazeera arabiya nations center centre group"
        " watch amnesty monitoring coordination",
        "شبكة مرصد وكالة مركز تنسيقية لجان لجنة منظمة مجلس صفحة موقع قناة إذاعة صحيفة جريدة هيئة جمعية مؤسسة اتحاد"
        " وزارة الجزيرة العربية رويترز سانا فيسبوك تلغرام يوتيوب الدفاع إعلام أخبار وكالات الأمم",
    )
    for word in words(said)
)
"""Words that names of organisations and media have."""
_ADDRESS = re.compile(r"https?://|www\.|@\w|\w\.(?:com|org|net|info|sy|tv)\b", re.IGNORECASE)
_LETTERS_OF = re.compile(r"[A-Z]{2,6}(?:[ ;,/&-]+[A-Z]{2,6})*")
"""SNHR, SOHR; LCC."""
_PLAINLY = frozenset(map(words, ("publisher", "source office", "الجهة الناشرة", "publisher en", "publisher ar")))
"""Headers that ask for a publisher, and leave no doubt whether it is a person."""
_PERSON = frozenset(words("بن بنت ابن أبو أم عبد الحاج الشيخ الدكتور الأستاذ mr mrs dr abu abou umm sheikh bin ibn"))


def names_publishers(column: Column) -> bool:
    """Whether the cells, as far as they are known, name no persons. Where the header leaves it open, each has to look
    like a publisher; where it asks for one, none may hold a name of people."""
    if words(column.name) in _PLAINLY:
        return not any(_names_person(text) for text in column.distinct)
    return bool(column.texts) and all(_publishes(text) and not _names_person(text) for text in column.distinct)


def _publishes(text: str) -> bool:
    return bool(_ADDRESS.search(text) or _LETTERS_OF.fullmatch(text) or _PUBLISHES & set(words(text)))


def _names_person(text: str) -> bool:
    said = set(words(text)) if not _ADDRESS.search(text) else set()
    return bool(said & (_PERSON | usual_names()))
