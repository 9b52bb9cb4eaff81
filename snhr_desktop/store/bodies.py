"""Bodies: a record set as history keeps it, compared with another and parted from what is sensitive."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from snhr_desktop.domain.records import RECORD_TYPES

Body = Mapping[str, Any]
"""A record set as `dump` gives it: a mapping, or a list of mappings, under each name."""

PARTS: Mapping[str, str] = {
    "incident": "incident", "victims": "victim", "attributions": "attribution", "facilities": "facility",
    "weapons": "weapon", "sources": "source", "waivers": "waiver", "case": "detention", "states": "detention_state",
    "period": "period", "markers": "marker", "published": "published_figure", "publication": "publication",
    "note": "note", "office": "office", "person_link": "person_link", "keys": "keys", "user": "user", "copy": "copy",
    "attachment": "attachment", "links": "attachment_link", "custody": "custody", "salvage": "salvage",
    "export": "export", "own_term": "own_term", "import": "import",
    "conflict": "conflict", "place_pack": "place_pack",
}  # fmt: skip
"""The record type of each part of a body, as bodies were ever written: names are added, none is taken away."""
_PLACES = {name: place for place, name in enumerate(PARTS)}


@dataclass(frozen=True)
class FieldChange:
    """One field that a save changed.

    `record` is the record type, `uid` which record. A record that was added or removed is one change with a blank
    `field`, and the record itself in `after` or in `before`. Sensitive values are never told, only that they changed.
    """

    record: str
    field: str
    before: Any
    after: Any
    uid: str = ""


def changes(before: Body, after: Body) -> Iterator[FieldChange]:
    """What differs between two bodies, record by record and field by field."""
    old, new = _by_uid(before), _by_uid(after)
    for uid in [*new, *(uid for uid in old if uid not in new)]:
        record, was = old.get(uid, ("", {}))
        record, is_now = new.get(uid, (record, {}))
        if not was or not is_now:
            yield FieldChange(record, "", as_told(record, was), as_told(record, is_now), uid)
            continue
        for name, value in is_now.items():
            earlier = was[name] if name in was else _default(record, name)
            if earlier != value:
                told = name not in sensitive_names(record)
                yield FieldChange(record, name, earlier if told else None, value if told else None, uid)


@cache
def sensitive_names(record_type: str) -> frozenset[str]:
    """The names of the sensitive fields of a record type."""
    found = RECORD_TYPES.get(record_type)  # a publication has columns of its own and no declared fields
    return frozenset(f.name for f in found.fields() if f.sensitive) if found else frozenset()


@cache
def _default(record_type: str, name: str) -> Any:
    """What a field says that did not exist yet when a body was written."""
    found = RECORD_TYPES[record_type].field(name)
    return found.kind.dump(found.default)


def parted(body: Body) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """The body without sensitive values, and those values by record uid."""
    hidden: dict[str, dict[str, Any]] = {}
    shown: dict[str, Any] = {}
    for name, record_type, records in _record_sets(body):
        names = sensitive_names(record_type)
        if not names:
            shown[name] = body[name]
            continue
        hidden |= {r["uid"]: said for r in records if (said := {n: r[n] for n in sorted(names) if r[n]})}
        bare = [{key: value for key, value in record.items() if key not in names} for record in records]
        shown[name] = bare if isinstance(body[name], list) else bare[0]
    return shown, hidden


def names_sources(raw: Body) -> bool:
    """Whether an entry as a form holds it has anything sensitive in it."""
    parts = ((sensitive_names(kind), raw.get(name)) for name, kind in PARTS.items())
    rows = ((names, [part] if isinstance(part, Mapping) else part or []) for names, part in parts if names)
    return any(row.get(name) for names, held in rows for row in held if isinstance(row, Mapping) for name in names)


def joined(shown: Body, hidden: Mapping[str, Any]) -> Body:
    """The body with the sensitive values back in their records: the whole as it was saved."""
    whole: dict[str, Any] = {}
    for name, kind, records in _record_sets(shown):
        full = [{**dict.fromkeys(sensitive_names(kind), ""), **r, **hidden.get(r["uid"], {})} for r in records]
        whole[name] = full if isinstance(shown[name], list) else full[0]
    return whole


def _by_uid(body: Body) -> dict[str, tuple[str, Mapping[str, Any]]]:
    return {r["uid"]: (record_type, r) for _, record_type, records in _record_sets(body) for r in records}


def _record_sets(body: Body) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Name, record type and records of every part of a body that holds records, one or a list of them."""
    for name in sorted(body.keys() & PARTS.keys(), key=_PLACES.__getitem__):
        part = body[name]
        if isinstance(part, dict | list):
            yield name, PARTS[name], [part] if isinstance(part, dict) else part


def as_told(record_type: str, record: Mapping[str, Any]) -> dict[str, Any] | None:
    """A record as history tells it to anybody: without what is sensitive; None where nothing is left."""
    kept = {name: value for name, value in record.items() if name not in sensitive_names(record_type)}
    return kept or None
