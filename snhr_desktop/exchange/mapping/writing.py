"""A mapping as the text of a file that says the same: only what is not left at its usual value is written."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

import tomli_w

from snhr_desktop.exchange.mapping.file_mapping import FileMapping
from snhr_desktop.exchange.mapping.rules import FieldRule, RecordRule

_NAMED = {"source": "from"}


def write_mapping(mapping: FileMapping) -> str:
    """The file. `parse_mapping` of it is the same mapping."""
    about = _said(mapping, leave_out=("words", "incident", "case", "records", "date", "place", "toll"))
    whole: dict[str, Any] = {"file": about}
    if mapping.words:
        whole["words"] = {name: dict(words) for name, words in mapping.words.items()}
    for name, rules in (("incident", mapping.incident), ("case", mapping.case)):
        if rules:
            whole[name] = _fields(rules)
    for name, part in (("date", mapping.date), ("place", mapping.place), ("toll", mapping.toll)):
        if part:
            whole[name] = _said(part)
    whole |= {name: [_record(rule) for rule in records] for name, records in mapping.records.items()}
    return tomli_w.dumps(whole)


def _record(rule: RecordRule) -> dict[str, Any]:
    return _said(rule, leave_out=("fields",)) | _fields(rule.fields)


def _fields(rules: Mapping[str, FieldRule]) -> dict[str, Any]:
    return {name: _field(rule) for name, rule in rules.items()}


def _field(rule: FieldRule) -> Any:
    said = _said(rule)
    if set(said) == {"columns"}:
        return said["columns"][0] if len(said["columns"]) == 1 else said["columns"]
    return said


def _said(part: Any, leave_out: tuple[str, ...] = ()) -> dict[str, Any]:
    """What is not as usual."""
    found: dict[str, Any] = {}
    for field in fields(part):
        value = getattr(part, field.name)
        usual = field.default_factory() if field.default_factory is not MISSING else field.default
        if field.name not in leave_out and value != usual and value is not None:
            found[_NAMED.get(field.name, field.name)] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, re.Pattern):
        return value.pattern
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list | tuple) else value
