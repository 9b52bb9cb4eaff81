"""A record set as an entry of the history keeps it, told at once: a long import needs one for each of its records.

Most fields of a record say what those of its type say by default. That stands in a pattern, made once for each choice
of fields that say something else, which alone are told anew.
"""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from json.encoder import encode_basestring
from typing import Any

from snhr_desktop.domain.records import RECORD_TYPES, Record, RecordSet
from snhr_desktop.store.bodies import sensitive_names
from snhr_desktop.store.history import Spoken, canonical


def spoken(given: RecordSet) -> Spoken:
    """The same as `history.spoken` says of its body."""
    parts = {name: f"[{','.join(map(_told, children))}]" for name, children in given.children().items()}
    parts[given.head_name] = _told(given.head)
    said = ",".join([f'"{name}":{parts[name]}' for name in sorted(parts)])
    hidden = {record.uid: found for record in given.records() if (found := _hidden(record))}
    return Spoken(f"{{{said}}}", hidden)


def _hidden(record: Record) -> Mapping[str, Any]:
    kind, said = record.type_name, vars(record)
    names = sensitive_names(kind)
    return {name: _dumps(kind)[name](said[name]) for name in names if said[name]} if names else {}


def _told(record: Record) -> str:
    kind, said = record.type_name, vars(record)
    blank, dumps = _blank(kind), _dumps(kind)
    filled = tuple([name for name, value in blank.items() if said[name] is not value])
    return _pattern(kind, filled) % tuple([_value(dumps[name], said[name]) for name in filled])


def _value(dump: Callable[[Any], Any], value: Any) -> str:
    return encode_basestring(value) if type(value) is str else canonical(dump(value))


@lru_cache(maxsize=1 << 10)
def _pattern(kind: str, filled: tuple[str, ...]) -> str:
    """The JSON of a record that may be shown, with a place for each of some fields."""
    blank, dumps = _blank(kind), _dumps(kind)
    told = {name: canonical(dumps[name](value)).replace("%", "%%") for name, value in blank.items()}
    said = [f'"{name}":%s' if name in filled else f'"{name}":{text}' for name, text in told.items()]
    return f"{{{','.join(said)}}}"


@cache
def _blank(kind: str) -> Mapping[str, Any]:
    """What may be shown of a record that says nothing, in the order of JSON."""
    said, hidden = vars(RECORD_TYPES[kind]()), sensitive_names(kind)
    return {name: said[name] for name in sorted(said) if name not in hidden}


@cache
def _dumps(kind: str) -> Mapping[str, Callable[[Any], Any]]:
    """What makes of the values of each field what JSON carries."""
    return {"uid": str, **{field.name: field.kind.dump for field in RECORD_TYPES[kind].fields()}}
