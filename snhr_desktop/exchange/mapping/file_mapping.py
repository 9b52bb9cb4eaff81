"""A whole mapping: what one file's rows are, what makes them one incident, and a rule for each thing they say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.records import CHILDREN, STATES, Case, Incident, Record
from snhr_desktop.exchange.mapping.rules import DateRule, FieldRule, PlaceRule, RecordRule, TollRule, Words

INCIDENT, VICTIM, BOTH, CASE = "incident", "victim", "both", "case"
ROWS = (INCIDENT, VICTIM, BOTH, CASE)
"""What one row is. `victim`: somebody harmed, with the incident told again; `both`: an incident, victims, or both;
`case`: somebody who was detained or disappeared, with what followed."""
LISTS: Mapping[str, type[Record]] = {**CHILDREN, **STATES}
"""The lists that a mapping may fill, of an incident or of a case, with the record type of each."""


@dataclass(frozen=True)
class FileMapping:
    """A whole mapping. `code` names the data set: `code:key` is the origin that a record is known again by.

    `key` is the column, or `group_by` the columns, that rows of one incident have in common. `recognised_by` are
    columns that a file must have for this mapping to be taken unasked; `ignored` are columns left out on purpose.
    `exclusive` are columns of which at most one may say something. `words` are lists of their words with our codes,
    by name. `not_told` and `none` are signs and words that stand alone in a cell for what is not known, and for none;
    None: the usual ones. `records` are the children of a dossier or a case, by list name. `incident` and `case` are the
    fields of the record itself, of which a mapping has one.
    """

    code: str
    name_en: str
    name_ar: str
    key: str = ""
    rows: str = INCIDENT
    group_by: Sequence[str] = ()
    recognised_by: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()
    exclusive: Sequence[Sequence[str]] = ()
    licence: str = ""
    credit: str = ""
    not_told: Sequence[str] | None = None
    none: Sequence[str] | None = None
    words: Mapping[str, Words] = field(default_factory=dict)
    incident: Mapping[str, FieldRule] = field(default_factory=dict)
    case: Mapping[str, FieldRule] = field(default_factory=dict)
    records: Mapping[str, Sequence[RecordRule]] = field(default_factory=dict)
    date: DateRule | None = None
    place: PlaceRule | None = None
    toll: TollRule | None = None

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The columns that tell one incident from all others."""
        return tuple(self.group_by) or (self.key,)

    @property
    def grouped(self) -> bool:
        """Whether several rows may be one incident."""
        return self.rows not in (INCIDENT, CASE)

    @property
    def heads(self) -> Mapping[str, FieldRule]:
        """The fields of the record itself."""
        return self.case if self.rows == CASE else self.incident

    @property
    def head_type(self) -> type[Record]:
        """What the record itself is."""
        return Case if self.rows == CASE else Incident

    @cached_property
    def days(self) -> frozenset[str]:
        """The columns in which days of the records of lists stand."""
        dates = (rule.fields["date"] for rules in self.records.values() for rule in rules if "date" in rule.fields)
        return frozenset(column for date in dates for column in date.columns)

    def rules(self) -> Iterator[tuple[FieldRule, Field, Sequence[str]]]:
        """Every rule of a field, with the field and the columns that its record repeats over."""
        yield from ((rule, self.head_type.field(name), ()) for name, rule in self.heads.items())
        for records, some in self.records.items():
            for one in some:
                yield from ((rule, LISTS[records].field(name), one.each) for name, rule in one.fields.items())

    def parts(self, source: str) -> Mapping[str, Sequence[str]]:
        """The columns that count some of those that a column counts, by that column: of a repeat, or of the row."""
        rules = (rule for rules in self.records.values() for rule in rules if rule.less and rule.source == source)
        return {column: rule.less for rule in rules for column in rule.each}

    def knows(self, columns: frozenset[str]) -> bool:
        """Whether a file with these columns is one of this data set."""
        return bool(self.recognised_by) and self.recognised_by <= columns

    def used(self) -> frozenset[str]:
        """Every column that the mapping reads or leaves out on purpose."""
        found = {*self.keys, *self.ignored}.union(*self.exclusive)
        found = found.union(*(rule.used() for rule in self.heads.values()))
        for rules in self.records.values():
            found = found.union(*(rule.used() for rule in rules))
        for part in (self.date, self.place, self.toll):
            found |= part.used() if part else frozenset()
        return frozenset(found - {""})
