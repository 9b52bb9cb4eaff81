"""Kinds of field: how a value is read from a form or a file, kept in columns, and written as JSON.

Each kind parses untrusted input once (`parse`, raising `Invalid` with words for beside the field); everything behind
trusts the value. `parse(dump(value)) == value` holds for every kind.
"""

import datetime as dt
import json
import math
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, ClassVar

from snhr_desktop.domain.dates import LATIN_DIGITS, NotADate, is_whole, parse_when
from snhr_desktop.domain.values import NO_SITE, NO_TIME, Site, When
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import N_, Message, bare

# C0 and C1 controls but tab and line feed: they have no place in a name and break files that carry them on
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Invalid(ValueError):
    """A value that a field cannot take, with the words for beside it."""

    def __init__(self, message: Message, **values: object) -> None:
        super().__init__(message.text)
        self.message, self.values = message, values


NOT_TEXT = N_("This must be text.")
TOO_LONG = N_("This is {length} characters long; at most {limit} can be kept.")
NOT_A_NUMBER = N_("This must be a whole number.")
TOO_SMALL = N_("This cannot be less than {least}.")
TOO_LARGE = N_("This cannot be more than {most}.")
NOT_A_CODE = N_("“{code}” is not one of the choices.")
NOT_A_DATE = N_(
    "“{text}” is not a date that exists. Write it like 22/3/2018, 2018-03-22 or March 2018; a range like"
    " 10/4/2018 to 12/4/2018."
)
NO_DATE = N_(
    "“{text}” names no day. Where it is not known, leave the date blank, or say what is known: March 2018, 2018."
)
ONE_DAY = N_("Give one day, like 22/3/2018.")
END_BEFORE_START = N_("The end is before the start.")
NOT_A_TIME = N_("Write the time like 14:30; where the hour is not known, choose the part of the day.")
NOT_COORDINATES = N_("Latitude must be between -90 and 90, longitude between -180 and 180.")
NOT_YES_NO = N_("This must be yes or no.")
NOT_A_PLACE = N_("This is not a place of the list.")


@dataclass(frozen=True)
class Kind(ABC):
    """What every kind gives. `columns` are (suffix, SQL type) pairs; most kinds have one column with no suffix."""

    columns: ClassVar[tuple[tuple[str, str], ...]] = (("", "TEXT"),)

    @abstractmethod
    def parse(self, raw: object) -> Any:
        """The value of untrusted input. Raises `Invalid`."""

    def dump(self, value: Any) -> Any:
        """The value as JSON carries it."""
        return value

    def to_columns(self, value: Any) -> tuple[Any, ...]:
        """The value as its columns hold it."""
        return (value,)

    def from_columns(self, cells: Sequence[Any]) -> Any:
        """The value again."""
        return cells[0]


@dataclass(frozen=True)
class Text(Kind):
    """Words, free of direction marks and controls; `lines` allows more than one line."""

    limit: int = 200
    lines: bool = False

    def parse(self, raw: object) -> str:
        """Trimmed text; one-line kinds fold line ends to spaces."""
        if raw is None:
            return ""
        # by far the most texts are printable, and need not be cleaned
        text = raw if type(raw) is str and raw.isprintable() else self._cleaned(raw)
        text = text.strip() if self.lines else " ".join(text.split())
        if len(text) > self.limit:
            raise Invalid(TOO_LONG, length=len(text), limit=self.limit)
        return text

    @staticmethod
    def _cleaned(raw: object) -> str:
        if not isinstance(raw, str | int | float):
            raise Invalid(NOT_TEXT)
        text = bare(str(raw)).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
        return _CONTROLS.sub("", text).encode("utf-8", "ignore").decode("utf-8")


@dataclass(frozen=True)
class Count(Kind):
    """A whole number or None. Blank is not zero."""

    columns: ClassVar[tuple[tuple[str, str], ...]] = (("", "INTEGER"),)
    least: int = 0
    most: int = 100_000

    def parse(self, raw: object) -> int | None:
        """None for blank; digits of either script."""
        if raw is None or (isinstance(raw, str) and not bare(raw).strip()):
            return None
        number = raw if type(raw) is int and abs(raw) < 1 << 49 else self._number(raw)
        if number < self.least:
            raise Invalid(TOO_SMALL, least=self.least)
        if number > self.most:
            raise Invalid(TOO_LARGE, most=self.most)
        return number

    @staticmethod
    def _number(raw: object) -> int:
        if isinstance(raw, float) and raw.is_integer():
            raw = int(raw)
        text = bare(str(raw)).strip().translate(LATIN_DIGITS)
        if isinstance(raw, bool) or not re.fullmatch(r"[-−]?\d{1,15}", text):
            raise Invalid(NOT_A_NUMBER)
        return int(text.replace("−", "-"))


@dataclass(frozen=True)
class Choice(Kind):
    """One code of a vocabulary, or blank. Retired codes stay readable."""

    vocabulary: str = ""

    def parse(self, raw: object) -> str:
        """The code; anything that the vocabulary does not hold is refused."""
        code = "" if raw is None else str(raw).strip()
        if code and code not in vocabulary(self.vocabulary):
            raise Invalid(NOT_A_CODE, code=code[:40])
        return code


_choice = cache(Choice)
"""The kind of one code of a vocabulary."""


@dataclass(frozen=True)
class Choices(Kind):
    """Several codes of a vocabulary, in the order of choosing, each once; a JSON array in its column."""

    vocabulary: str = ""

    def parse(self, raw: object) -> tuple[str, ...]:
        """The codes of a list, or of text with `;` between."""
        items = raw.split(";") if isinstance(raw, str) else raw
        if items is None:
            return ()
        if not isinstance(items, Sequence):
            raise Invalid(NOT_TEXT)
        parse = _choice(self.vocabulary).parse
        return tuple(dict.fromkeys(code for item in items if (code := parse(item))))

    def dump(self, value: tuple[str, ...]) -> list[str]:
        """A list of codes."""
        return list(value)

    def to_columns(self, value: tuple[str, ...]) -> tuple[str]:
        """A JSON array."""
        return (_array(value),)

    def from_columns(self, cells: Sequence[Any]) -> tuple[str, ...]:
        """The codes again."""
        return tuple(json.loads(cells[0]))


@lru_cache(maxsize=1024)
def _array(codes: tuple[str, ...]) -> str:
    """The same few codes come again and again."""
    return json.dumps(codes)


@dataclass(frozen=True)
class Flag(Kind):
    """Said or not said."""

    columns: ClassVar[tuple[tuple[str, str], ...]] = (("", "INTEGER"),)
    _words: ClassVar[dict[str, bool]] = {
        "": False, "0": False, "no": False, "false": False, "لا": False,
        "1": True, "yes": True, "true": True, "نعم": True,
    }  # fmt: skip

    def parse(self, raw: object) -> bool:
        """True or false, also as words of either language."""
        if raw is None or isinstance(raw, bool):
            return bool(raw)
        word = str(raw).strip().casefold()
        if word not in self._words:
            raise Invalid(NOT_YES_NO)
        return self._words[word]

    def to_columns(self, value: bool) -> tuple[int]:
        """1 or 0."""
        return (int(value),)

    def from_columns(self, cells: Sequence[Any]) -> bool:
        """True or false again."""
        return bool(cells[0])


@dataclass(frozen=True)
class Day(Kind):
    """One calendar day or none."""

    def parse(self, raw: object) -> dt.date | None:
        """A day in any spelling that `parse_when` reads."""
        found = WhenKind().parse(raw)
        if found and found.first != found.last:
            raise Invalid(ONE_DAY)
        return found.first

    def dump(self, value: dt.date | None) -> str | None:
        """ISO 8601."""
        return value.isoformat() if value else None

    def to_columns(self, value: dt.date | None) -> tuple[str | None]:
        """ISO 8601, which sorts as time does."""
        return (self.dump(value),)

    def from_columns(self, cells: Sequence[Any]) -> dt.date | None:
        """The day again."""
        return dt.date.fromisoformat(cells[0]) if cells[0] else None


@dataclass(frozen=True)
class TimeOfDay(Kind):
    """Hours and minutes as `HH:MM`, or blank."""

    def parse(self, raw: object) -> str:
        """24 hours, digits of either script."""
        text = bare("" if raw is None else str(raw)).strip().translate(LATIN_DIGITS)
        if not text:
            return ""
        found = re.fullmatch(r"(\d{1,2})[:.](\d{2})", text)
        if not found or int(found[1]) > 23 or int(found[2]) > 59:
            raise Invalid(NOT_A_TIME)
        return f"{int(found[1]):02}:{found[2]}"


_DATE_PRECISION, _PLACE_PRECISION = Choice("date_precision"), Choice("place_precision")
_PCODE_TEXT, _PCODE = Text(20), re.compile(r"[A-Za-z0-9_-]{1,20}")


@dataclass(frozen=True)
class WhenKind(Kind):
    """A date with its precision, in three columns."""

    columns: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_first", "TEXT"),
        ("_last", "TEXT"),
        ("_precision", "TEXT"),
    )

    def parse(self, raw: object) -> When:
        """From text as people write it, or from the mapping that `dump` makes."""
        if raw is None or raw == "":
            return NO_TIME
        if isinstance(raw, When | dt.date):
            return self._ordered(raw if isinstance(raw, When) else When.on(raw))
        if isinstance(raw, Mapping):
            return self._from_mapping(raw)
        try:
            return self._ordered(parse_when(bare(str(raw))))
        except NotADate as error:
            text = bare(str(raw))[:40]
            raise Invalid(NOT_A_DATE if text.strip("0-/. T:") else NO_DATE, text=text) from error

    def _from_mapping(self, raw: Mapping[str, Any]) -> When:
        first, last = self.parse(raw.get("first")), self.parse(raw.get("last"))
        precision = _DATE_PRECISION.parse(raw.get("precision"))
        if not first:
            return last if last else NO_TIME
        end = last if last else first
        when = When(first.first, end.last, precision or (first.precision if end == first else "range"))
        return self._ordered(when if is_whole(when) else replace(when, precision="range"))

    @staticmethod
    def _ordered(when: When) -> When:
        if when.first and when.last and when.last < when.first:
            raise Invalid(END_BEFORE_START)
        return when

    def dump(self, value: When) -> dict[str, str | None]:
        """First, last and precision."""
        first, last, precision = self.to_columns(value)
        return {"first": first, "last": last, "precision": precision}

    def to_columns(self, value: When) -> tuple[str | None, str | None, str]:
        """ISO days and the code."""
        first = value.first.isoformat() if value.first else None
        last = value.last.isoformat() if value.last else None
        return first, last, value.precision

    def from_columns(self, cells: Sequence[Any]) -> When:
        """The value again."""
        first, last = (dt.date.fromisoformat(cell) if cell else None for cell in cells[:2])
        return When(first, last, cells[2])


@dataclass(frozen=True)
class SiteKind(Kind):
    """A place with its precision, in four columns."""

    columns: ClassVar[tuple[tuple[str, str], ...]] = (
        ("_pcode", "TEXT"), ("_precision", "TEXT"), ("_lat", "REAL"), ("_lon", "REAL"),
    )  # fmt: skip

    def parse(self, raw: object) -> Site:
        """From the mapping that `dump` makes, or a p-code alone."""
        if raw is None or raw == "":
            return NO_SITE
        if isinstance(raw, Site):
            raw = self.dump(raw)
        if isinstance(raw, str):
            raw = {"pcode": raw, "precision": "community"}
        if not isinstance(raw, Mapping):
            raise Invalid(NOT_A_PLACE)
        pcode = _PCODE_TEXT.parse(raw.get("pcode"))
        if pcode and not _PCODE.fullmatch(pcode):
            raise Invalid(NOT_A_PLACE)
        lat, lon = _degrees(raw.get("lat"), 90), _degrees(raw.get("lon"), 180)
        if (lat is None) != (lon is None):
            raise Invalid(NOT_COORDINATES)
        precision = _PLACE_PRECISION.parse(raw.get("precision")) or "unknown"
        return Site(pcode, precision, lat, lon)

    def dump(self, value: Site) -> dict[str, Any]:
        """P-code, precision and coordinates."""
        return {"pcode": value.pcode, "precision": value.precision, "lat": value.lat, "lon": value.lon}

    def to_columns(self, value: Site) -> tuple[Any, ...]:
        """The four cells."""
        return value.pcode, value.precision, value.lat, value.lon

    def from_columns(self, cells: Sequence[Any]) -> Site:
        """The value again."""
        return Site(*cells)


def _degrees(raw: object, limit: int) -> float | None:
    if raw is None or raw == "":
        return None
    try:
        value = float(bare(str(raw)).strip().translate(LATIN_DIGITS).replace("٫", "."))
    except ValueError as error:
        raise Invalid(NOT_COORDINATES) from error
    if not math.isfinite(value) or abs(value) > limit:
        raise Invalid(NOT_COORDINATES)
    return value
