"""Dates as people write them in both languages, and as they are said with their precision."""

import calendar
import datetime as dt
import re
from contextlib import suppress

from snhr_desktop.domain.values import NO_TIME, When
from snhr_desktop.i18n import N_, Language, Message

EARLIEST = dt.date(1970, 1, 1)
"""Before the office's remit of living memory; an earlier date is a slip of the keys."""

LATIN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
"""Digits of either Arabic script as 0-9, for `str.translate`."""
MONTH_NAMES: tuple[tuple[str, ...], ...] = (
    ("january", "jan", "كانون الثاني", "يناير"),
    ("february", "feb", "شباط", "فبراير"),
    ("march", "mar", "آذار", "اذار", "مارس"),
    ("april", "apr", "نيسان", "أبريل", "إبريل", "ابريل"),
    ("may", "أيار", "ايار", "مايو"),
    ("june", "jun", "حزيران", "يونيو"),
    ("july", "jul", "تموز", "يوليو"),
    ("august", "aug", "آب", "اب", "أغسطس", "اغسطس"),
    ("september", "sept", "sep", "أيلول", "ايلول", "سبتمبر"),
    ("october", "oct", "تشرين الأول", "تشرين الاول", "أكتوبر", "اكتوبر"),
    ("november", "nov", "تشرين الثاني", "نوفمبر"),
    ("december", "dec", "كانون الأول", "كانون الاول", "ديسمبر"),
)
"""Names of the months in both languages: English, of the Levant, and of Egypt and the Gulf, which partners use."""
_MONTHS = {name: number for number, names in enumerate(MONTH_NAMES, 1) for name in names}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_WORDS = re.compile(r"(?:(\d{1,2})\s+)?(\D+?)\s+(\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})")
_MONTH_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{4})")
_YEAR = re.compile(r"\d{4}")
# words or a dash between two dates; a dash without spaces only where slashes follow, since dates are written with it
_BETWEEN = re.compile(
    r"\s*\.\.\s*|\s*[–—]\s*|\s+-\s*|\s*-\s+|(?<=\d{4})-(?=\d+/\d+/)|\s+(?:إلى|الى|حتى|to|until|till)\s+", re.IGNORECASE
)
_OPENING = re.compile(r"(?:من|from)\s+", re.IGNORECASE)
_ENDINGS = (
    re.compile(r"[/.]\d{1,2}[/.]\d{4}"),
    re.compile(r"[/.]\d{4}"),
    re.compile(r"\s\D+\s\d{4}"),
    re.compile(r"\s\d{4}"),
)
"""Month and year, or year, that a range often says once, at its end: 10 - 12/4/2018, 6 May to 3 June 2018."""


class NotADate(ValueError):
    """The text is no date that exists."""


def parse_when(text: str) -> When:
    """`2018-03-22`, `22/3/2018`, `٢٢/٣/٢٠١٨`, `22 آذار 2018`, `March 2018`, `2018`, or two of them as a range.

    Between the two of a range stand `..`, ` - `, `–`, `to` or «إلى»; the first may leave out what the second says.
    Raises `NotADate` for anything else, and for a day that no calendar has.
    """
    text = " ".join(text.translate(LATIN_DIGITS).split()).strip()
    if not text:
        return NO_TIME
    bounds = _BETWEEN.split(_OPENING.sub("", text) if _OPENING.match(text) else text)
    if len(bounds) == 1:
        return _single(text)
    if len(bounds) != 2:
        raise NotADate(text)
    return _range(*bounds)


def _range(start: str, end: str) -> When:
    last = _single(end)
    first = _start(start, end)
    whole = first.precision == last.precision and first.precision in ("month", "year")
    return When(first.first, last.last, first.precision if whole else "range")


def _start(start: str, end: str) -> When:
    """The first bound, with what it leaves out for the second to say."""
    tails = (found[0] for ending in _ENDINGS if (found := ending.search(end)))
    for text in (start, *(start + tail for tail in tails)):
        with suppress(NotADate):
            return _single(text)
    raise NotADate(start)


def _single(text: str) -> When:
    if found := _ISO.fullmatch(text):
        return When.on(_day(*found.groups()))
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
        return When.on(_day(year, month, day))
    if found := _ISO_MONTH.fullmatch(text):
        return month_of(_day(found[1], found[2], "1"))
    if found := _MONTH_FIRST.fullmatch(text):
        return month_of(_day(found[2], found[1], "1"))
    if _YEAR.fullmatch(text):
        return When(_day(text, "1", "1"), _day(text, "12", "31"), "year")
    if found := _WORDS.fullmatch(text):
        return _in_words(*found.groups())
    raise NotADate(text)


def _in_words(day: str | None, month: str, year: str) -> When:
    name = month.strip().casefold()
    # «كانون» and «تشرين» begin two months each: what may be either is neither
    numbers = {n for m, n in _MONTHS.items() if m == name or (len(name) >= 3 and m.startswith(name))}
    if len(numbers) != 1:
        raise NotADate(month)
    number = str(numbers.pop())
    return When.on(_day(year, number, day)) if day else month_of(_day(year, number, "1"))


def _day(year: str, month: str, day: str) -> dt.date:
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError as error:
        raise NotADate(f"{year}-{month}-{day}") from error
    if found < EARLIEST:
        raise NotADate(str(found))
    return found


def month_of(day: dt.date) -> When:
    """The whole month a day lies in."""
    last = calendar.monthrange(day.year, day.month)[1]
    return When(day.replace(day=1), day.replace(day=last), "month")


def is_whole(when: When) -> bool:
    """Whether the days are those its precision names: one day, whole months, whole years. Else it would be said,
    and typed again, as other days than were recorded."""
    if when.first is None or when.last is None:
        return True
    if when.precision == "day":
        return when.first == when.last
    if when.precision == "year":
        return (when.first.month, when.first.day, when.last.month, when.last.day) == (1, 1, 12, 31)
    return when.precision != "month" or (when.first.day == 1 and when.last == month_of(when.last).last)


def months_between(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """First days of every month that the period touches."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    start = first.year * 12 + first.month - 1
    return tuple(dt.date(n // 12, n % 12 + 1, 1) for n in range(start, start + count))


RANGE: Message = N_("{first} to {last}")
WEEK: Message = N_("week of {first}")
NOT_KNOWN: Message = N_("date not known")


def say_when(when: When, language: Language) -> str:
    """A date in words with the precision it was recorded with."""
    if when.first is None or when.last is None:
        return language.text(NOT_KNOWN)
    if when.precision in ("month", "year"):
        name = language.month if when.precision == "month" else language.year
        first, last = name(when.first), name(when.last)
        return first if first == last else language.text(RANGE, first=first, last=last)
    if when.precision == "week":
        return language.text(WEEK, first=language.date(when.first))
    if when.first == when.last:
        return language.date(when.first)
    return say_span(when.first, when.last, language)


def say_span(first: dt.date, last: dt.date, language: Language) -> str:
    """Two bounds in words, saying what they share once: 6 May 2017 to 31 May 2018, 19 to 20 December 2017, one day."""
    if first == last:
        return language.date(first)
    if (first.year, first.month) == (last.year, last.month):
        start = language.number(first.day)
    else:
        start = language.day_month(first) if first.year == last.year else language.date(first)
    return language.text(RANGE, first=start, last=language.date(last))


def say_event(when: When, language: Language) -> str:
    """A date without its year, for a chart whose axis tells the years: 6 May, September, December to January."""
    if when.first is None or when.last is None:
        return ""
    name = language.month_name if when.precision == "month" else language.day_month
    first, last = name(when.first), name(when.last)
    return first if first == last else language.text(RANGE, first=first, last=last)


def write_when(when: When) -> str:
    """A date in figures as it can be typed again: `2018-03-22`, `2018-03`, `2018`, or `first..last`."""
    if when.first is None or when.last is None:
        return ""
    if when.precision in ("month", "year"):
        form = "%Y-%m" if when.precision == "month" else "%Y"
        first, last = f"{when.first:{form}}", f"{when.last:{form}}"
        return first if first == last else f"{first}..{last}"
    if when.first == when.last:
        return when.first.isoformat()
    return f"{when.first.isoformat()}..{when.last.isoformat()}"
