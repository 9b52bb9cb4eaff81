"""The rules of a mapping: where the value of a field, the records of a list, the date and the place come from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Words = Mapping[str, str]
"""Their word, as it stands in the file, and our code; a blank code: a known word that adds nothing."""

DAY_FIRST, MONTH_FIRST, FROM_COLUMN = "day", "month", "column"
ORDERS = ("", DAY_FIRST, MONTH_FIRST, FROM_COLUMN)
"""Which number of 3/4/2018 is the day. `column`: what other dates of the column show (13/4/2018); blank: the day."""


@dataclass(frozen=True)
class FieldRule:
    """Where the value of one field comes from: a constant, columns, flags, a template; later ones add to or win.

    `columns`: the first that is not blank. `words`: the name of a list of their words with our codes. `separator`:
    what stands between several words of one cell. `flags`: columns that say yes or no, or hold a day, and the code
    that a yes or a day stands for; of a field that takes one code, no two may say yes, and none otherwise than a word.
    `template`: text with `{column}` in it. `order`: of day and month. `lenient`: a value that cannot be read is left
    out and listed, instead of refusing the row. `each`: the value of the column the record repeats over. `follows`, of
    kinds of violation: those of `value` that say what became of people are kept where it became of somebody.
    """

    value: Any = None
    columns: Sequence[str] = ()
    words: str = ""
    separator: str = ""
    flags: Mapping[str, str] = field(default_factory=dict)
    template: str = ""
    order: str = ""
    lenient: bool = False
    each: bool = False
    follows: bool = False

    def used(self) -> frozenset[str]:
        """Every column it reads."""
        return frozenset((*self.columns, *self.flags, *re.findall(r"{([^{}]+)}", self.template)))


@dataclass(frozen=True)
class RecordRule:
    """One record of a dossier for each row, for each filled column of `each`, or for each entry of a repeat.

    `source` names the repeat (`from` in a file): its entries are read by their own columns and then by the row's.
    `separator` parts a cell of `each` into several, one record for each part. `less` are columns whose numbers are
    among those of `each` and have records of their own: what is left of the number is counted here. `listed` says that
    other records list victims who are among the number as well. Equal attributions, weapons and sources are kept once;
    victims and facilities are counted, and all kept.
    """

    fields: Mapping[str, FieldRule]
    each: Sequence[str] = ()
    separator: str = ""
    source: str = ""
    less: Sequence[str] = ()
    listed: bool = False

    @property
    def outcome(self) -> FieldRule:
        """What happened to the people, of a list of victims: where no rule says it, a person has to."""
        return self.fields.get("outcome", FieldRule())

    def used(self) -> frozenset[str]:
        """Every column it reads, those of a repeat among them."""
        return frozenset((*self.each, *self.less)).union(*(rule.used() for rule in self.fields.values()))


def is_evident(record: RecordRule, field: str, beside: Sequence[RecordRule]) -> bool:
    """Whether a constant is what the columns of a record are taken for: what became of the people that they count, and
    whether these are civilians, where a record `beside` it counts others."""
    if not record.each or field not in ("outcome", "civil_status"):
        return False
    if field == "outcome":
        return record.outcome != FieldRule()
    values = {one.fields[field].value for one in beside if field in one.fields}
    return len(values) > 1 and field in record.fields and record.fields[field].value != "unknown"


@dataclass(frozen=True)
class DateRule:
    """How the date is settled.

    `until`: the column of the last day of a range. `precision`: the column that says how exact it is, `precisions`
    its words and our codes. `order`: of day and month. `unknown`: cells that say the date is not known. `code` finds
    a date (groups `day`, `month`, `year`) in the column `code_column`, which the date is checked against. Where they
    are the same with day and month swapped, a date that a `witnesses` column states in words decides, else the code.
    Where they differ otherwise the date is kept. `mentioned_in` columns are only compared.
    """

    column: str
    until: str = ""
    precision: str = ""
    precisions: Words = field(default_factory=dict)
    order: str = ""
    unknown: Sequence[str] = ()
    code_column: str = ""
    code: re.Pattern[str] | None = None
    witnesses: Sequence[str] = ()
    mentioned_in: Sequence[str] = ()

    def used(self) -> frozenset[str]:
        """Every column it reads."""
        named = (self.column, self.until, self.precision, self.code_column, *self.witnesses, *self.mentioned_in)
        return frozenset(named) - {""}


@dataclass(frozen=True)
class PlaceRule:
    """How the place is found: by p-code, by name within its area, by coordinates, else the narrowest area named.

    `column` holds "governorate `separator` place". In a table that has a column for each level, `pcodes` hold p-codes
    (the first that is known counts), and `community`, `subdistrict`, `district` and `governorate` names.
    `governorates`: their word to one or more p-codes. `known`: whole cells decided by hand, to a p-code. `dropped`:
    words in front of or behind a name that are no part of it. `names`: columns that may hold a place alone. `point`
    holds both coordinates in one cell. `precision` is the column that says how exact the coordinates are, `precisions`
    its words and our codes. A point up to `near_km` from a town is placed there; one further than `far_km` from the
    place named contradicts it. With `outlines` a point that no town is near is recorded under the sub-district whose
    boundary holds it; else that is proposed.
    """

    column: str = ""
    separator: str = ":"
    pcodes: Sequence[str] = ()
    community: str = ""
    subdistrict: str = ""
    district: str = ""
    governorate: str = ""
    governorates: Mapping[str, Sequence[str]] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    dropped: Sequence[str] = ()
    names: Sequence[str] = ()
    latitude: str = ""
    longitude: str = ""
    point: str = ""
    precision: str = ""
    precisions: Words = field(default_factory=dict)
    near_km: float = 3.0
    far_km: float = 25.0
    outlines: bool = False

    def used(self) -> frozenset[str]:
        """Every column it reads."""
        levels = (self.community, self.subdistrict, self.district, self.governorate)
        named = (self.column, self.latitude, self.longitude, self.point, self.precision)
        return frozenset((*named, *levels, *self.pcodes, *self.names)) - {""}


@dataclass(frozen=True)
class TollRule:
    """Columns with the least and the most that a toll may be. What is counted is what the records say, the least;
    that it may rise is recorded, and both numbers stay with the record for reviewers."""

    minimum: str
    maximum: str

    def used(self) -> frozenset[str]:
        """Both columns."""
        return frozenset((self.minimum, self.maximum))
