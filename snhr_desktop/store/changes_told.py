"""What a save changed, in words a reviewer reads: which record, which field, from what to what."""

from typing import Any, NamedTuple, Self

from snhr_desktop.domain.headlines import headline
from snhr_desktop.domain.kinds import Invalid, Text
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import RECORD_TYPES, Record, RecordSet
from snhr_desktop.domain.saying import say_value
from snhr_desktop.i18n import N_, Language
from snhr_desktop.store.bodies import FieldChange

ADDED, REMOVED = N_("{record} added: {name}"), N_("{record} removed: {name}")
CHANGED = N_("{field}: {before} → {after}")
SET = N_("{field}: {after}")
EMPTIED = N_("{field}: emptied; it was {before}")
REWRITTEN = N_("{field}: rewritten")
PROTECTED = N_("{field}: changed (protected)")
OF_RECORD = N_("{record}, {change}")
WHOSE = N_("{record} {number} ({name})")
_LONG = 80
"""Texts longer than this are said to be rewritten; the whole stands in the record."""


class Whose(NamedTuple):
    """Which record of a list something is told of, without what is sensitive of it: its number in the list, from 1, and
    what it is called."""

    record: Record
    number: int

    @classmethod
    def of(cls, uid: str, given: RecordSet) -> Self | None:
        """The record of an identity; None for the head, and for one that is not there."""
        for records in given.children().values():
            for number, one in enumerate(records, 1):
                if one.uid == uid:
                    return cls(one.without_sensitive(), number)
        return None

    def tell(self, language: Language) -> str:
        """In words."""
        title, name = language.text(self.record.title), headline(self.record, language)[0]
        return language.text(WHOSE, record=title, number=self.number, name=name)


def say_change(change: FieldChange, language: Language, places: Gazetteer, whose: Whose | None = None) -> str:
    """One change of a save in a sentence; `whose` it is, where a record has several."""
    record_type = RECORD_TYPES.get(change.record)
    if record_type is None:
        return change.record
    if not change.field:
        return _whole(record_type, change, language)
    said = _field(record_type, change, language, places)
    if not record_type.parent:
        return said
    record = whose.tell(language) if whose else language.text(record_type.title)
    return language.text(OF_RECORD, record=record, change=said)


def _whole(record_type: type[Record], change: FieldChange, language: Language) -> str:
    raw = change.after if change.after is not None else change.before
    record, _ = record_type.parse(raw if isinstance(raw, dict) else {})
    message = ADDED if change.after is not None else REMOVED
    return language.text(message, record=language.text(record_type.title), name=headline(record, language)[0])


def _field(record_type: type[Record], change: FieldChange, language: Language, places: Gazetteer) -> str:
    field = next((each for each in record_type.fields() if each.name == change.field), None)
    if field is None:  # a field that this version no longer has
        return change.field
    name = language.text(field.label)
    if field.sensitive:
        return language.text(PROTECTED, field=name)
    before, after = (say_raw(record_type, change.field, raw, language, places) for raw in (change.before, change.after))
    if isinstance(field.kind, Text) and max(len(before), len(after)) > _LONG:
        return language.text(REWRITTEN, field=name)
    if not before:
        return language.text(SET, field=name, after=after)
    if not after:
        return language.text(EMPTIED, field=name, before=before)
    return language.text(CHANGED, field=name, before=before, after=after)


def say_raw(record_type: type[Record], name: str, raw: Any, language: Language, places: Gazetteer) -> str:
    """A value of the history in words. One that an older rule allowed is shown as it was written."""
    field = record_type.field(name)
    try:
        value = field.kind.parse(raw)
    except Invalid:
        return str(raw)
    return say_value(field, value, language, places)
