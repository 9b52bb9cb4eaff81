"""What every record type shares: a global identity, its declared fields, and the one way in for untrusted input."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Self

from snhr_desktop.domain.fields import Field, fields_of
from snhr_desktop.domain.kinds import Invalid
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
        return next(field for field in cls.fields() if field.name == name)

    @classmethod
    def parse(cls, raw: Mapping[str, Any], row: int = 0) -> tuple[Self, tuple[Problem, ...]]:
        """A record of untrusted input, and what is wrong with it.

        A field that cannot be read keeps its default and is named in a problem of level `error`; a required field
        that is blank is a problem of level `needed`, since a draft may lack it. Unknown keys are ignored.
        """
        values: dict[str, Any] = {"uid": str(raw.get("uid") or "")}
        problems: list[Problem] = []
        for field in cls.fields():
            if field.name in raw:
                try:
                    value = field.kind.parse(raw[field.name])
                except Invalid as wrong:
                    problems.append(Problem(cls.type_name, field.name, wrong.message, row, values=wrong.values))
                    continue
                blank = value in (None, "")
                if blank and field.to_be_said:
                    problems.append(Problem(cls.type_name, field.name, REQUIRED, row))
                    continue
                values[field.name] = field.default if blank else value
        record = cls(**values)
        told = {problem.field for problem in problems}
        problems += [
            Problem(cls.type_name, field.name, REQUIRED, row, level="needed")
            for field in cls.fields()
            if field.required and field.name not in told and not getattr(record, field.name)
        ]
        return record, tuple(problems)

    def dump(self) -> dict[str, Any]:
        """The whole record as JSON carries it; `parse` gives the same record back."""
        return {"uid": self.uid} | {f.name: f.kind.dump(getattr(self, f.name)) for f in self.fields()}

    def with_uid(self, uid: str) -> Self:
        """The same record under an identity."""
        return altered(self, uid=uid)

    def without_sensitive(self) -> Self:
        """The record as it may leave the room of sources: sensitive fields blank."""
        blank = {f.name: f.default for f in self.fields() if f.sensitive}
        return dataclasses.replace(self, **blank) if blank else self
