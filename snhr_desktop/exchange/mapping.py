"""The mapping of a foreign file onto our records: what stands in `resources/mappings/*.toml`, as values.

`mapping_file` reads and checks it; `convert` follows it. `resources/mappings/README.md` documents the format.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Words = Mapping[str, str]
"""Their word (folded to lower case) and our code; a blank code: a known word that adds nothing."""


@dataclass(frozen=True)
class FieldRule:
    """Where the value of one field comes from: a constant, columns, flags, a template; later ones add to or win.

    `columns`: the first that is not blank. `words`: their words to our codes. `flags`: columns that say yes or no,
    and the code that yes stands for. `template`: text with `{column}` in it. `lenient`: a value that cannot be read
    is left out and listed, instead of refusing the row. `each`: the value of the column the record repeats over.
    """

    value: Any = None
    columns: Sequence[str] = ()
    words: Words | None = None
    flags: Mapping[str, str] = field(default_factory=dict)
    template: str = ""
    lenient: bool = False
    each: bool = False


@dataclass(frozen=True)
class RecordRule:
    """One record of a dossier for each row, or for each filled column of `each`.

    Equal attributions, weapons and sources are kept once; victims and facilities are counted, and all kept.
    """

    fields: Mapping[str, FieldRule]
    each: Sequence[str] = ()


@dataclass(frozen=True)
class DateRule:
    """How the date is settled.

    `code` finds a date (groups `day`, `month`, `year`) in the column `code_column`, which the date is checked
    against. Where they are the same with day and month swapped, a date that a `witnesses` column states in words
    decides, else the code. Where they differ otherwise the date is kept. `mentioned_in` columns are only compared.
    """

    column: str
    code_column: str = ""
    code: re.Pattern[str] | None = None
    witnesses: Sequence[str] = ()
    mentioned_in: Sequence[str] = ()


@dataclass(frozen=True)
class PlaceRule:
    """How the place is found: by name within the governorate, else by coordinates, else the governorate.

    `column` holds "governorate `separator` place". `governorates`: their word to one or more p-codes. `known`: whole
    cells decided by hand, to a p-code. `dropped`: words in front of or behind a name that are no part of it.
    `names`: columns that may hold a place alone. A point up to `near_km` from a town is placed there; one further
    than `far_km` from the place named contradicts it.
    """

    column: str
    separator: str = ":"
    governorates: Mapping[str, Sequence[str]] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)
    dropped: Sequence[str] = ()
    names: Sequence[str] = ()
    latitude: str = ""
    longitude: str = ""
    near_km: float = 3.0
    far_km: float = 25.0


@dataclass(frozen=True)
class FileMapping:
    """A whole mapping. `code` names the data set: `code:key` is the origin that a record is known again by.

    `recognised_by` are columns that a file must have for this mapping to be taken unasked; `ignored` are columns
    left out on purpose. `records` are the children of a dossier, by list name.
    """

    code: str
    name_en: str
    name_ar: str
    key: str
    recognised_by: frozenset[str]
    ignored: frozenset[str]
    incident: Mapping[str, FieldRule]
    records: Mapping[str, Sequence[RecordRule]]
    date: DateRule | None = None
    place: PlaceRule | None = None

    def knows(self, columns: frozenset[str]) -> bool:
        """Whether a file with these columns is one of this data set."""
        return bool(self.recognised_by) and self.recognised_by <= columns

    def used(self) -> frozenset[str]:
        """Every column that the mapping reads or leaves out on purpose."""
        rules = [*self.incident.values()]
        found = {self.key, *self.ignored}
        for record in (record for records in self.records.values() for record in records):
            found.update(record.each)
            rules += record.fields.values()
        for rule in rules:
            found.update(rule.columns, rule.flags, re.findall(r"{([^{}]+)}", rule.template))
        if self.date:
            found.update((self.date.column, self.date.code_column, *self.date.witnesses, *self.date.mentioned_in))
        if self.place:
            found.update((self.place.column, self.place.latitude, self.place.longitude, *self.place.names))
        return frozenset(found - {""})
