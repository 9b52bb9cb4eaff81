"""The same content for every engine: 1,000 made-up incidents of 60 English and 60 Arabic words, and two tables.

Words are made of stems and affixes and drawn by a law of Zipf's kind, so that at least as many of them differ as in
real text (of 12,000 words about 2,900 in Arabic and 2,400 in English; in the narratives of a public archive 2,800 and
1,800): an engine that remembers words is helped no more than by a report.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from itertools import accumulate, product

INCIDENTS, WORDS, CHAPTERS, ROWS = 1_000, 60, 20, 300
TITLE = "Made-up incidents"
HEAD_EN = ("Code", "Date", "Place", "Weapon", "Killed", "Injured")
HEAD_AR = ("الرمز", "التاريخ", "المكان", "السلاح", "القتلى", "الجرحى")
NUMERIC = (False, False, False, False, True, True)

_words = str.split
_ROOTS = _words("""
قصف قتل جرح هجم سقط دمر نزح وقع شهد صور عرف بلد حقق سجل وثق طلق هدم نقل سعف حصر منع صدر علن ذكر كتب عمل فتح رجع
خرج دخل جمع حمل سكن زرع صنع درس طلب بحث نشر ضرب
""")
_PATTERNS = _words("""
{0}{1}{2} ال{0}{1}{2} {0}ا{1}{2} م{0}{1}و{2} ي{0}{1}{2} ت{0}{1}{2} {0}{1}ا{2} {0}{1}{2}ة ا{0}ت{1}ا{2}
الم{0}{1}{2}ين
""")
_JOINED = ("", "و", "ب", "ل", "ف")
_ENDINGS_AR = ("", "ها", "هم", "ات")
_COMMON_AR = _words("""
في من على إلى عن أن التي الذي مع بعد قبل ما لم كما حيث بين مدينة بلدة قرية ريف إدلب حلب حماة
""")
_STEMS = _words("""
shell strike wound attack hospital school market district witness record document target house shelter report
source village warplane barrel rocket family civil destroy collapse rescue bury carry treat move leave return
reach confirm publish collect photograph describe
""")
_ENDINGS = ("", "s", "ed", "ing", "er", "ers", "al", "ment", "able", "ward")
_BEFORE = ("", "re", "un", "pre", "over", "out", "mis", "under")
_STEEPNESS = 1.2
_COMMON = _words("""
the of and in to a on by was were from that with at for as it had its near after before Idlib Aleppo
""")
_PLACES = (
    ("Saraqeb", "سراقب"), ("Ma’arrat al-Numan", "معرة النعمان"), ("Khan Shaykhun", "خان شيخون"),
    ("Jisr al-Shughur", "جسر الشغور"), ("Kafr Nubl", "كفرنبل"), ("Binnish", "بنّش"), ("Ariha", "أريحا"),
)  # fmt: skip
_WEAPONS = (("air strike", "غارة جوية"), ("barrel bomb", "برميل متفجر"), ("cluster munition", "ذخيرة عنقودية"))


@dataclass(frozen=True)
class Incident:
    """A heading and the same length of text in both languages."""

    title: str
    english: str
    arabic: str


@dataclass(frozen=True)
class Content:
    """Chapters (title, incidents), and the rows of a table in English and of one in Arabic."""

    chapters: tuple[tuple[str, tuple[Incident, ...]], ...]
    english_rows: tuple[tuple[str, ...], ...]
    arabic_rows: tuple[tuple[str, ...], ...]

    def texts(self) -> list[tuple[str, bool]]:
        """Every passage in order, and whether it is Arabic."""
        found: list[tuple[str, bool]] = []
        for title, incidents in self.chapters:
            found.append((title, False))
            for incident in incidents:
                found += [(incident.title, False), (incident.english, False), (incident.arabic, True)]
        found += [(cell, False) for row in (HEAD_EN, *self.english_rows) for cell in row]
        return found + [(cell, True) for row in (HEAD_AR, *self.arabic_rows) for cell in row]


class _Words:
    """Draws words by Zipf's law, with what stands between them."""

    def __init__(self, common: list[str], made: list[str], comma: str, chance: random.Random) -> None:
        rest = sorted(set(made) - set(common))
        chance.shuffle(rest)
        self._words = [*common, *rest]
        self._weights = list(accumulate((rank + 2.7) ** -_STEEPNESS for rank in range(len(self._words))))
        self._comma, self._chance = comma, chance

    def passage(self, count: int) -> str:
        """A passage of so many words."""
        words = self._chance.choices(self._words, cum_weights=self._weights, k=count)
        return " ".join(map(self._marked, words)) + "."

    def _marked(self, word: str) -> str:
        lot = self._chance.random()
        if lot < 0.03:
            return str(self._chance.randrange(2, 2_000))
        if lot < 0.034:
            return "SNHR"
        if lot < 0.045:
            return f"({word})"
        return word + (self._comma if lot < 0.1 else "." if lot < 0.15 else "")


def content() -> Content:
    """The same in every process."""
    chance = random.Random(2018)
    english = _Words(_COMMON, ["".join(parts) for parts in product(_BEFORE, _STEMS, _ENDINGS)], ",", chance)
    patterns = [pattern.format(*root) for root, pattern in product(_ROOTS, _PATTERNS)]
    arabic = _Words(_COMMON_AR, ["".join(parts) for parts in product(_JOINED, patterns, _ENDINGS_AR)], "،", chance)
    incidents = [
        Incident(f"IDL-2018-{number:05}: {english.passage(4)}", english.passage(WORDS), arabic.passage(WORDS))
        for number in range(1, INCIDENTS + 1)
    ]
    each = INCIDENTS // CHAPTERS
    chapters = tuple(
        (f"Chapter {at + 1}: {english.passage(3)}", tuple(incidents[at * each : (at + 1) * each]))
        for at in range(CHAPTERS)
    )
    return Content(chapters, tuple(_rows(chance, arabic=False)), tuple(_rows(chance, arabic=True)))


def _rows(chance: random.Random, *, arabic: bool) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for number in range(1, ROWS + 1):
        day = dt.date(2017, 5, 4) + dt.timedelta(days=number)
        place, weapon = chance.choice(_PLACES)[arabic], chance.choice(_WEAPONS)[arabic]
        tolls = (str(chance.randrange(60)), str(chance.randrange(200)))
        rows.append((f"IDL-2018-{number:05}", f"{day:%d/%m/%Y}", place, weapon, *tolls))
    return rows
