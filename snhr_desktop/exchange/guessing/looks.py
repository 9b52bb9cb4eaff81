"""What the cells of a column look like: days, places, degrees, terms of ours, names in one script or the other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from snhr_desktop.domain.dates import NotADate, parse_when
from snhr_desktop.domain.names import words
from snhr_desktop.domain.places import Gazetteer, Level
from snhr_desktop.exchange.cells import age_text, number_text, text_of
from snhr_desktop.exchange.conversion.ranges import range_of
from snhr_desktop.exchange.conversion.signs import USUAL, is_sign
from snhr_desktop.exchange.conversion.terms import code_of, words_about
from snhr_desktop.exchange.date_text import date_text, says_no_date
from snhr_desktop.i18n import first_strong

_SYRIA = ((32.0, 37.6), (35.5, 42.6))
"""Degrees of latitude and longitude between which the country lies."""
_NARRATIVE = 120
"""Characters that a title or a name seldom has."""


@dataclass(frozen=True)
class Column:
    """One column of a sample: its name, its cells as text, and its first cell where that is an HXL tag."""

    name: str
    cells: Sequence[object]
    tag: str = ""

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """What the filled cells say; a dash says nothing."""
        return tuple(text for cell in self.cells if (text := text_of(cell)) and not is_sign(text))

    @cached_property
    def distinct(self) -> tuple[str, ...]:
        """Each text once."""
        return tuple(dict.fromkeys(self.texts))

    def share(self, fits: Callable[[str], bool]) -> float:
        """The part of the distinct texts that fit, 0 where there are none."""
        return sum(map(fits, self.distinct)) / len(self.distinct) if self.distinct else 0.0

    @cached_property
    def unique(self) -> bool:
        """Whether every row says something, and each another thing."""
        return bool(self.texts) and len(self.distinct) == len(self.cells)

    @cached_property
    def arabic(self) -> bool:
        """Whether most of it is written from right to left."""
        return self.share(lambda text: first_strong(text) == "rtl") > 0.5


def looks(column: Column, gazetteer: Gazetteer) -> Mapping[str, float]:
    """How well the cells fit each target that cells can tell, from 0 to 1."""
    (south, north), (west, east) = _SYRIA
    found = {
        "date.column": column.share(is_date),
        "place.pcodes": column.share(lambda text: text.upper() in gazetteer),
        "place.latitude": column.share(lambda text: south <= degrees(text) <= north and "." in text),
        "place.longitude": column.share(lambda text: west <= degrees(text) <= east and "." in text),
        "place.point": column.share(_is_point),
        "incident.narrative": column.share(lambda text: len(text) > _NARRATIVE),
    }
    for level in (Level.GOVERNORATE, Level.COMMUNITY):
        found[f"place.{level.value}"] = column.share(lambda text, level=level: _names(text, level, gazetteer))  # type: ignore[misc]
    for target, vocabulary in _VOCABULARIES.items():
        known = words_about(vocabulary)
        found[target] = column.share(lambda text, known=known: code_of(text, known) is not None)  # type: ignore[misc]
    return found


def names_towns_alone(column: Column, gazetteer: Gazetteer) -> float:
    """The part of the names that towns have and no wider place."""

    def of_towns(text: str) -> bool:
        return {place.level for place in gazetteer.named(text)} == {Level.COMMUNITY}

    return column.share(of_towns)


def is_date(text: str) -> bool:
    """Whether a cell holds a date; a bare number below the year 1900 is none, and no number of days either."""
    written = date_text(text)
    if text.isdigit() and len(text) != 8:
        return False
    try:
        return bool(parse_when(written)) or says_no_date(text)
    except NotADate:
        return False


def ambiguous(column: Column) -> bool:
    """Whether some date of the sample reads both ways, and none settles which."""
    return any(text[:1].isdigit() and not text[:4].isdigit() for text in column.texts)


def degrees(text: str) -> float:
    """A number of degrees; what is none lies nowhere."""
    try:
        return float(number_text(text).replace("٫", "."))
    except ValueError:
        return -999.0


def age_share(column: Column) -> float:
    """The part of the texts that are ages, some of them with the unit."""
    return column.share(lambda text: _is_number(age_text(text)))


def number_share(column: Column) -> float:
    """The part of the texts that are whole numbers, or words that stand for none or for no number."""
    return column.share(_is_number)


def count_share(column: Column) -> float:
    """The same of a column that counts people, where a range is a number as well."""
    return column.share(lambda text: _is_number(text) or range_of(text) is not None)


def holds_numbers(column: Column) -> bool:
    """Whether some cell has a number in it, in digits or in words, and they are no days."""
    return any(map(_has_number, column.distinct)) and column.share(is_date) <= 0.5


def _is_number(text: str) -> bool:
    return number_text(text).isdigit() or bool(USUAL.says(text))


def _has_number(text: str) -> bool:
    return any(map(str.isdigit, text)) or bool(_NUMBERS & set(words(text)))


def _is_point(text: str) -> bool:
    parts = text.replace(",", " ").replace("POINT", "").strip(" ()").split()
    return len(parts) in (2, 3, 4) and all(degrees(part) != -999.0 for part in parts) and "." in text


def _names(text: str, level: Level, gazetteer: Gazetteer) -> bool:
    return any(sign.isalpha() for sign in text) and bool(gazetteer.named(text, levels=[level]))


_NUMBERS = frozenset(
    words(
        "one two three four five six seven eight nine ten eleven twelve twenty hundred dozen"
        " واحد اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر عشرون عشرين"
        " ثلاثون ثلاثين مئة مائة عشرات"
    )
)
"""Words by which numbers are written. None of them is read as one."""
_VOCABULARIES: Mapping[str, str] = {
    "victims.sex": "sex",
    "victims.age_group": "age_group",
    "victims.civil_status": "civil_status",
    "victims.outcome": "outcome",
    "victims.occupation": "occupation",
    "attributions.party": "party",
    "weapons.weapon": "weapon",
    "facilities.type": "facility_type",
    "incident.kinds": "violation",
    "incident.delivery": "delivery",
    "sources.kind": "source_type",
    "case.sex": "sex",
    "case.age_group": "age_group",
    "case.civil_status": "civil_status",
    "case.occupation": "occupation",
    "states.first.party": "party",
    "states.first.circumstances": "circumstances",
    "states.fate.state": "case_state",
}
"""Targets whose cells are terms, and of which vocabulary."""
