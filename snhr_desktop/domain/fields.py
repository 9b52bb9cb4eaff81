"""What a field is: declared once, and read by form, table, check, store, import, export and print.

A field stands as one line in a record type's class body. The line says everything: label, kind, vocabulary,
limits, whether it is required and whether it is sensitive (a source's identity). Reading the line is enough.
"""

import dataclasses
from dataclasses import dataclass
from typing import Any

from snhr_desktop.domain.kinds import (
    Choice,
    Choices,
    Count,
    Day,
    Flag,
    Kind,
    SiteKind,
    Text,
    TimeOfDay,
    WhenKind,
)
from snhr_desktop.domain.values import NO_SITE, NO_TIME
from snhr_desktop.i18n import Message


@dataclass(frozen=True)
class Field:
    """One declared field of a record type.

    `sensitive` fields say who a source is: they are kept in a table of their own, are never searched from the
    list and never leave in an export. `language` is set on texts that are written independently in each language.
    `searchable` texts go to the full-text index. The default of a field that is `to_be_said` asserts something (one
    person, killed, a civilian): a form shows it to whoever enters the record, but an entry that holds the field and
    leaves it blank is not taken to mean it. `tag` is what tables for partners call it (HXL), where that says more than
    its name.
    """

    name: str
    label: Message
    kind: Kind
    required: bool = False
    sensitive: bool = False
    searchable: bool = False
    to_be_said: bool = False
    language: str = ""
    hint: Message | None = None
    tag: str = ""
    default: Any = ""


@dataclass(frozen=True)
class _Line:
    """What a line in a class body leaves behind, until the record type is complete and knows the name."""

    label: Message
    kind: Kind
    options: dict[str, Any]


def fields_of(record_type: type) -> tuple[Field, ...]:
    """The declared fields of a record type, in the order they are written."""
    return tuple(
        Field(f.name, line.label, line.kind, default=f.default, **line.options)
        for f in dataclasses.fields(record_type)
        if (line := f.metadata.get("line")) is not None
    )


def _line(label: Message, kind: Kind, default: Any, options: dict[str, Any]) -> Any:
    return dataclasses.field(default=default, metadata={"line": _Line(label, kind, options)})


def text(label: Message, limit: int = 200, **options: Any) -> Any:
    """A line of words."""
    return _line(label, Text(limit), "", options)


def narrative(label: Message, limit: int = 40_000, **options: Any) -> Any:
    """Paragraphs of words; `limit` in characters, so that one entry cannot swallow a report."""
    return _line(label, Text(limit, lines=True), "", options)


def count(label: Message, least: int = 0, most: int = 100_000, default: int | None = None, **options: Any) -> Any:
    """A whole number, or None where it is not known: blank is not zero."""
    return _line(label, Count(least, most), default, options)


def choice(label: Message, vocabulary: str, default: str = "", **options: Any) -> Any:
    """One code of a vocabulary."""
    return _line(label, Choice(vocabulary), default, options)


def choices(label: Message, vocabulary: str, **options: Any) -> Any:
    """Several codes of a vocabulary."""
    return _line(label, Choices(vocabulary), (), options)


def flag(label: Message, **options: Any) -> Any:
    """Said or not said; where "no" and "unknown" differ, a choice of `yes_no` is used instead."""
    return _line(label, Flag(), False, options)


def day(label: Message, **options: Any) -> Any:
    """One calendar day, or none."""
    return _line(label, Day(), None, options)


def time_of_day(label: Message, **options: Any) -> Any:
    """Hours and minutes, local time."""
    return _line(label, TimeOfDay(), "", options)


def when(label: Message, **options: Any) -> Any:
    """First and last possible day, with a precision code."""
    return _line(label, WhenKind(), NO_TIME, options)


def site(label: Message, **options: Any) -> Any:
    """A place of the gazetteer and, if known, coordinates, with a precision code."""
    return _line(label, SiteKind(), NO_SITE, options)
