"""A record set as an entry of the history keeps it, told at once: a long import needs one for each of its records.

Most fields of a record say what those of its type say by default. That stands in a pattern, made once for each choice
of fields that say something else, which alone are told anew.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress
from json.encoder import encode_basestring
from operator import is_not, itemgetter
from typing import Any

from snhr_desktop.domain.kinds import WhenKind
from snhr_desktop.domain.records import CaseFile, Dossier, Record, RecordSet
from snhr_desktop.domain.values import When
from snhr_desktop.store.bodies import sensitive_names
from snhr_desktop.store.history import Spoken, canonical


def spoken(given: RecordSet) -> Spoken:
    """The same as `history.spoken` says of its body."""
    said: list[str] = []
    hidden: dict[str, Mapping[str, Any]] = {}
    parts = vars(given)
    for name, form in _FORMS[type(given)].items():
        part = parts[name]
        if name == given.head_name:
            said.append(f'"{name}":{form.told(part)}')
            hidden.update(form.hidden((part,)))
        elif part:
            said.append(f'"{name}":[{",".join(map(form.told, part))}]')
            hidden.update(form.hidden(part))
        else:
            said.append(f'"{name}":[]')
    return Spoken(f"{{{','.join(said)}}}", hidden)


class _Form:
    """How the records of one type are told."""

    def __init__(self, kind: type[Record]) -> None:
        said, self._hidden = vars(kind()), sensitive_names(kind.type_name)
        self._blank = {name: said[name] for name in sorted(said) if name not in self._hidden}
        self._values_of = itemgetter(*self._blank)
        self._defaults = tuple(self._blank.values())
        self._dumps: Mapping[str, Callable[[Any], Any]] = {
            "uid": str, **{field.name: field.kind.dump for field in kind.fields()}
        }  # fmt: skip
        self._pattern = lru_cache(maxsize=256)(self._made)

    def told(self, record: Record) -> str:
        """What may be shown of a record."""
        values = self._values_of(vars(record))
        filled = tuple(map(is_not, values, self._defaults))
        pattern, dumps = self._pattern(filled)
        return pattern % tuple(map(_value, dumps, compress(values, filled)))

    def hidden(self, records: Sequence[Record]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """What is sensitive of some records, by their identity."""
        for record in records if self._hidden else ():
            said = vars(record)
            if found := {name: self._dumps[name](said[name]) for name in self._hidden if said[name]}:
                yield record.uid, found

    def _made(self, filled: tuple[bool, ...]) -> tuple[str, Sequence[Callable[[Any], Any]]]:
        """The JSON of a record, with a place for each of the fields that are filled, and what dumps them."""
        told = {name: canonical(self._dumps[name](value)).replace("%", "%%") for name, value in self._blank.items()}
        said = [f'"{name}":{"%s" if says else text}' for says, (name, text) in zip(filled, told.items(), strict=True)]
        return f"{{{','.join(said)}}}", [self._dumps[name] for name in compress(self._blank, filled)]


def _forms(kind: type[RecordSet]) -> Mapping[str, _Form]:
    """How each part of a set is told, in the order of JSON."""
    types = {kind.head_name: kind.head_type, **kind.lists}
    return {name: _Form(types[name]) for name in sorted(types)}


_FORMS: Mapping[type[RecordSet], Mapping[str, _Form]] = {kind: _forms(kind) for kind in (Dossier, CaseFile)}


def _value(dump: Callable[[Any], Any], value: Any) -> str:
    if type(value) is str:
        return encode_basestring(value)
    if type(value) is int:
        return str(value)
    return _when(value) if type(value) is When else canonical(dump(value))


@lru_cache(maxsize=1 << 12)
def _when(value: When) -> str:
    """A date: thousands of records are of the same few thousand days."""
    return canonical(WhenKind().dump(value))
