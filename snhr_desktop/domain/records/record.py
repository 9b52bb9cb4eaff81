"""What every record type shares: a global identity, its declared fields, and the one way in for untrusted input."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Self

from snhr_desktop.domain.fields import Field, fields_of
from snhr_desktop.domain.kinds import Invalid, Kind
from snhr_desktop.domain.records.altering import altered
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import N_, Message

REQUIRED = N_("This is needed.")


@dataclass(frozen=True, kw_only=True)
class Record:
    """A record with the fields its class body declares.

    `uid` is a UUIDv7 in hex, the same in every store that ever holds the record; it is empty until the first save.
    `type_name` names the table and the entry in history; `parent` the record type it hangs on, if any.
    """

    type_name: ClassVar[str] = ""
    parent: ClassVar[str] = ""
    title: ClassVar[Message] = N_("Record")

    uid: str = ""

    @classmethod
    @cache
    def fields(cls) -> tuple[Field, ...]:
        """The declared fields, in order."""
        return fields_of(cls)

    @classmethod
    def field(cls, name: str) -> Field:
        """One declared field."""
        return cls._by_name()[name]

    @classmethod
    def parse(cls, raw: Mapping[str, Any], row: int = 0) -> tuple[Self, tuple[Problem, ...]]:
        """A record of untrusted input, and what is wrong with it.

        A field that cannot be read keeps its default and is named in a problem of level `error`; a required field
        that is blank is a problem of level `needed`, since a draft may lack it. Unknown keys are ignored.
        """
        record = altered(cls._blank())
        values, problems = vars(record), list[Problem]()
        values["uid"] = str(raw.get("uid") or "")
        known = cls._by_name()
        for name in filter(raw.__contains__, known):
            field = known[name]
            try:
                value = field.kind.parse(raw[name])
            except Invalid as wrong:
                problems.append(Problem(cls.type_name, name, wrong.message, row, values=wrong.values))
                continue
            blank = value is None or (type(value) is str and not value)
            if blank and field.to_be_said:
                problems.append(Problem(cls.type_name, name, REQUIRED, row))
                continue
            values[name] = field.default if blank else value
        if missing := record.missing():
            told = {problem.field for problem in problems}
            problems += [
                Problem(cls.type_name, name, REQUIRED, row, level="needed") for name in missing if name not in told
            ]
        return record, tuple(problems)

    def missing(self) -> list[str]:
        """The required fields that are blank."""
        return [name for name in self._required() if not getattr(self, name)]

    def dump(self) -> dict[str, Any]:
        """The whole record as JSON carries it; `parse` gives the same record back."""
        said = vars(self).copy()
        for name, dump in self._dumps():
            said[name] = dump(said[name])
        return said

    @classmethod
    @cache
    def _blank(cls) -> Self:
        """A record that says nothing but what its fields say by default."""
        return cls()

    @classmethod
    @cache
    def _by_name(cls) -> Mapping[str, Field]:
        return {field.name: field for field in cls.fields()}

    @classmethod
    @cache
    def _required(cls) -> tuple[str, ...]:
        return tuple(field.name for field in cls.fields() if field.required)

    @classmethod
    @cache
    def _dumps(cls) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
        """The fields that JSON carries in another form."""
        kept = ((field.name, field.kind) for field in cls.fields())
        return tuple((name, kind.dump) for name, kind in kept if type(kind).dump is not Kind.dump)

    def with_uid(self, uid: str) -> Self:
        """The same record under an identity."""
        return altered(self, uid=uid)

    def without_sensitive(self) -> Self:
        """The record as it may leave the room of sources: sensitive fields blank."""
        blank = {f.name: f.default for f in self.fields() if f.sensitive}
        return dataclasses.replace(self, **blank) if blank else self
