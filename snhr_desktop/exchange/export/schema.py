"""The JSON Schema of our own files, made of the declarations of the fields: what a record says, and in which values."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice, Choices, Count, Day, Flag, Kind, SiteKind, Text, TimeOfDay, WhenKind
from snhr_desktop.domain.records import AttachmentFile, CaseFile, Dossier, OwnTerm, Record, RecordSet
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.exchange.reading import OWN_FORMAT
from snhr_desktop.i18n import ARABIC, ENGLISH, Message

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SETS: Mapping[str, type[RecordSet]] = {"incident": Dossier, "case": CaseFile, "attachment": AttachmentFile}
_UID = {"type": "string", "pattern": "^([0-9a-f]{32})?$", "title": "Identity, the same in every store"}


def schema() -> dict[str, Any]:
    """The whole, in both languages: `title` is English, `x-title-ar` Arabic."""
    records = {kind.type_name: _record(kind) for one in _SETS.values() for kind in (one.head_type, *one.lists.values())}
    records[OwnTerm.type_name] = _record(OwnTerm)
    sets = {name: _set(kind) for name, kind in _SETS.items()}
    pair = {"one": _UID, "other": _UID}
    return {
        "$schema": DRAFT,
        "title": OWN_FORMAT,
        "type": "object",
        "required": ["format", "dossiers"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": OWN_FORMAT},
            "version": {"type": "integer", "minimum": 1},
            "made": {"type": "object"},
            "terms": _list(_ref(OwnTerm.type_name)),
            "dossiers": _list({"oneOf": [_ref("set-incident"), _ref("set-case")]}),
            "persons": _list({"type": "object", "properties": pair, "required": list(pair)}),
            "attachments": _list(_ref("set-attachment")),
        },
        "$defs": records | {f"set-{name}": one for name, one in sets.items()},
    }


def as_text() -> str:
    """The schema as a file holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _set(kind: type[RecordSet]) -> dict[str, Any]:
    parts = {kind.head_name: _ref(kind.head_type.type_name)}
    lists = {name: _list(_ref(one.type_name)) for name, one in kind.lists.items()}
    return {
        "type": "object",
        "required": [kind.head_name],
        "additionalProperties": False,
        "properties": parts | lists,
    }


def _record(kind: type[Record]) -> dict[str, Any]:
    return {
        "type": "object",
        **_titles(kind.title),
        "additionalProperties": False,
        "properties": {"uid": _UID} | {field.name: _field(field) for field in kind.fields()},
    }


def _field(field: Field) -> dict[str, Any]:
    hint = {"description": ENGLISH.text(field.hint), "x-description-ar": ARABIC.text(field.hint)} if field.hint else {}
    sensitive = {"x-sensitive": True} if field.sensitive else {}
    return {**_titles(field.label), **hint, **sensitive, **_VALUES[type(field.kind)](field.kind)}


_DAY = {"type": ["string", "null"], "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def _degrees(most: int) -> dict[str, Any]:
    return {"type": ["number", "null"], "minimum": -most, "maximum": most}


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


_VALUES: Mapping[type[Kind], Callable[[Any], Mapping[str, Any]]] = {
    Text: lambda kind: {"type": "string", "maxLength": kind.limit},
    Count: lambda kind: {"type": ["integer", "null"], "minimum": kind.least, "maximum": kind.most},
    Choice: lambda kind: {"enum": ["", *vocabulary(kind.vocabulary)], "x-vocabulary": kind.vocabulary},
    Choices: lambda kind: {
        "type": "array",
        "items": {"enum": list(vocabulary(kind.vocabulary)), "x-vocabulary": kind.vocabulary},
        "uniqueItems": True,
    },
    Flag: lambda _: {"type": "boolean"},
    Day: lambda _: _DAY,
    TimeOfDay: lambda _: {"type": "string", "pattern": "^([0-2][0-9]:[0-5][0-9])?$"},
    WhenKind: lambda _: _object({"first": _DAY, "last": _DAY, "precision": _codes("date_precision")}),
    SiteKind: lambda _: _object(
        {
            "pcode": {"type": "string", "maxLength": 20},
            "precision": _codes("place_precision"),
            "lat": _degrees(90),
            "lon": _degrees(180),
        }
    ),
}
"""How the values of each kind of field are written."""


def _codes(name: str) -> dict[str, Any]:
    return {"enum": list(vocabulary(name)), "x-vocabulary": name}


def _titles(label: Message) -> dict[str, str]:
    return {"title": ENGLISH.text(label), "x-title-ar": ARABIC.text(label)}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


def _list(items: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": dict(items)}
