"""A record with all that hangs on it: the unit of entry, save, history and print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain
from typing import Any, ClassVar, Self

from snhr_desktop.domain.records.altering import altered
from snhr_desktop.domain.records.record import Record
from snhr_desktop.errors import Problem


@dataclass(frozen=True)
class RecordSet:
    """One head record and lists of the records below it, each under its name.

    `head_name` and `lists` are the names of the parts, as attributes and as JSON, with the record type of each.
    `revision` is the number of the saved revision it was read from, 0 for a new one; a save is refused when the store
    has moved on since.
    """

    head_name: ClassVar[str] = ""
    head_type: ClassVar[type[Record]] = Record
    lists: ClassVar[Mapping[str, type[Record]]] = {}

    revision: int = field(default=0, kw_only=True)

    @property
    def head(self) -> Any:
        """The record that the others hang on."""
        return getattr(self, self.head_name)

    def with_head(self, head: Record) -> Self:
        """The same set under a changed head."""
        return altered(self, **{self.head_name: head})

    def children(self) -> Mapping[str, tuple[Record, ...]]:
        """The lists by name."""
        return dict(zip(self.lists, map(vars(self).__getitem__, self.lists), strict=True))

    def records(self) -> tuple[Record, ...]:
        """The head and every child."""
        return (self.head, *chain.from_iterable(map(vars(self).__getitem__, self.lists)))

    def dump(self) -> dict[str, Any]:
        """The whole as JSON carries it: what a draft is, and what `parse` reads."""
        lists = {name: [child.dump() for child in children] for name, children in self.children().items()}
        return {self.head_name: self.head.dump(), "revision": self.revision} | lists

    def body(self) -> dict[str, Any]:
        """The whole as history keeps it, which numbers its revisions itself."""
        body = self.dump()
        del body["revision"]
        return body

    @classmethod
    def parse(cls, raw: Mapping[str, Any]) -> tuple[Self, tuple[Problem, ...]]:
        """A set of untrusted input and what is wrong with it, field by field; rows left blank are dropped.

        A row may be a record already, which was parsed before.

        Reads fields only. What they mean together is for the checks of the domain.
        """
        head, problems = cls.head_type.parse(_mapping(raw.get(cls.head_name)))
        parts: dict[str, Any] = {cls.head_name: head, "revision": _number(raw.get("revision"))}
        found = list(problems)
        for name, record_type in cls.lists.items():
            if rows := _list(raw.get(name)):
                parts[name], wrong = _parse_rows(record_type, rows)
                found += wrong
        return altered(cls._blank(), **parts), tuple(found)

    @classmethod
    @cache
    def _blank(cls) -> Self:
        """A set of nothing but a head that says nothing."""
        parts: dict[str, Any] = {cls.head_name: cls.head_type()}
        return cls(**parts)

    def without_sensitive(self) -> Self:
        """The set as it may leave the room of sources."""
        lists: dict[str, Any] = {
            name: tuple(child.without_sensitive() for child in children) for name, children in self.children().items()
        }
        return replace(self.with_head(self.head.without_sensitive()), **lists)


def _parse_rows(record_type: type[Record], rows: Sequence[Any]) -> tuple[tuple[Record, ...], list[Problem]]:
    kept: list[Record] = []
    problems: list[Problem] = []
    for row, raw in enumerate(rows):
        if isinstance(raw, record_type):
            kept.append(raw)
            continue
        entered = _mapping(raw)
        # a row nobody touched is no victim; a row that says only "one person, killed" is one
        if not any(_says(value) for value in entered.values()):
            continue
        record, wrong = record_type.parse(entered, row)
        kept.append(record)
        problems += wrong
    return tuple(kept), problems


def _says(value: object) -> bool:
    """Whether anybody touched it: 0 equals False, yet a victim of age 0 is said."""
    return bool(value) or not (value is False or value in ("", None, (), []))


def _list(raw: object) -> Sequence[Any]:
    return raw if isinstance(raw, list | tuple) else ()


def _number(raw: object) -> int:
    """A revision as history numbers them; anything else is a record that was never saved."""
    return raw if type(raw) is int and 0 <= raw < 1 << 31 else 0


def _mapping(raw: object) -> Mapping[str, Any]:
    return raw if isinstance(raw, dict | Mapping) else {}
