"""The tables of an export: one for each record type, and one of all victims with what is known of their incident."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Text
from snhr_desktop.domain.records import CaseFile, Dossier, Record, RecordSet
from snhr_desktop.exchange.export.columns import Column, cells_of, columns_of
from snhr_desktop.i18n import N_, Message
from snhr_desktop.store.outgoing import Kept

Asking = Mapping[type[Record], tuple[Field, ...]]
"""Fields by the record type that they are of."""

IDENTITY = N_("Identity")
PEOPLE = "people"
_NOT_A_TABLE = frozenset({"waivers"})
"""What the office notes for itself about its checks goes along with whole records alone."""

TITLES: Mapping[str, Message] = MappingProxyType(
    {
        "incidents": N_("Incidents"),
        "victims": N_("Victims"),
        "attributions": N_("Attributions"),
        "facilities": N_("Facilities hit"),
        "weapons": N_("Weapons"),
        "sources": N_("Sources"),
        "cases": N_("Cases"),
        "states": N_("States of the cases"),
        PEOPLE: N_("Victims with their incidents"),
    }
)


@dataclass(frozen=True)
class Table:
    """One table: `record` is what a row is, in a set of `kind`; `beside` are fields of the head shown before its own.

    Without `whole`, sensitive fields are no columns of it.
    """

    code: str
    kind: type[RecordSet]
    record: type[Record]
    whole: bool
    flat: bool = False

    @property
    def title(self) -> Message:
        """What it is called."""
        return TITLES[self.code]

    @cached_property
    def is_of_heads(self) -> bool:
        """Whether its rows are incidents or cases themselves."""
        return self.record is self.kind.head_type

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The fields of its rows."""
        return tuple(field for field in self.record.fields() if self.whole or not field.sensitive)

    @cached_property
    def beside(self) -> tuple[Field, ...]:
        """The fields of the head that are shown in each row: all but paragraphs."""
        if not self.flat:
            return ()
        return tuple(one for one in self.kind.head_type.fields() if not _is_paragraphs(one) and not one.sensitive)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns: the identity of the head, its reference, its fields, and those of the row."""
        head = self.kind.head_type
        if self.is_of_heads:
            return (Column("uid", 0, None, key=IDENTITY), *columns_of(self.fields, 2))
        keys = [Column(f"{self.kind.head_name}_uid", 0, None, key=IDENTITY)]
        if not self.flat:
            reference = head.field("reference")
            keys.append(Column(f"{self.kind.head_name}_reference", 1, reference, of=head.title))
        shown = tuple(columns_of(self.beside, 2, head.title, f"{self.kind.head_name}_"))
        start = 2 + sum(len(field.kind.columns) for field in self.beside)
        return (*keys, *shown, *columns_of(self.fields, start))

    def kept(self, rows: Kept, asked: Asking) -> Sequence[tuple[Any, ...]]:
        """Its rows as the store keeps them, of those `asked` for: identity and reference of the head, then values."""
        own = rows[self.record]
        if not self.flat:
            return own
        head = self.kind.head_type
        shown = itemgetter(*_places(self.beside, asked[head]))
        heads = {one[0]: shown(one) for one in rows[head]}
        return [(*row[:2], *heads[row[0]], *row[2:]) for row in own]

    def told(self, given: RecordSet) -> Iterator[tuple[Any, ...]]:
        """The rows of one record set that was made what its audience may read."""
        head = given.head
        shown = cells_of(head, self.beside)
        for record in (head,) if self.is_of_heads else given.children()[self.code_of_list]:
            yield (head.uid, head.reference, *shown, *cells_of(record, self.fields))

    @cached_property
    def code_of_list(self) -> str:
        """The list of the set that its rows stand in."""
        return next(name for name, record in self.kind.lists.items() if record is self.record)


def asking(those: Iterable[Table]) -> Asking:
    """The fields that some tables of one kind of record set are made of, each read once for all of them."""
    found: dict[type[Record], tuple[Field, ...]] = {}
    for one in sorted(those, key=lambda one: not one.flat):
        if one.flat:
            found[one.kind.head_type] = one.beside
        found[one.record] = one.fields
    return found


def _places(wanted: Iterable[Field], asked: Iterable[Field]) -> Iterator[int]:
    """Where the columns of some fields stand in a row of those that were asked for."""
    at, places = 2, dict[str, range]()
    for field in asked:
        places[field.name] = range(at, at := at + len(field.kind.columns))
    return chain.from_iterable(places[field.name] for field in wanted)


def _is_paragraphs(field: Field) -> bool:
    return isinstance(field.kind, Text) and field.kind.lines


def tables(*, whole: bool) -> tuple[Table, ...]:
    """Every table, in the order they are written."""
    found = []
    for kind, name in ((Dossier, "incidents"), (CaseFile, "cases")):
        found.append(Table(name, kind, kind.head_type, whole))
        found += [Table(code, kind, record, whole) for code, record in kind.lists.items() if code not in _NOT_A_TABLE]
    return (*found, people(whole=whole))


def people(*, whole: bool) -> Table:
    """The one flat table: every victim with what is known of the incident."""
    return Table(PEOPLE, Dossier, Dossier.lists["victims"], whole, flat=True)
