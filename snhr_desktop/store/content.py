"""What a store holds, in one number: two stores with the same records have the same digest, whatever happened to both.

Of every record that stands now, what is said in it is written in one settled form, which is the SHA-256 of the digest:
the types by name, the records by identity, those below another in its order, and of each the columns of its fields by
name, those left out that say nothing. A field that a later version adds is thus no other content until it is filled
in. History, imports, users and custody are acts and no content, and so no part of it; what is derived is none either.
Terms of an office and periods are known by their codes, since each store gives them identities of its own.
"""

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from snhr_desktop.domain.records import RECORD_TYPES, CustodyStep, OwnTerm, Period, Record, User
from snhr_desktop.store.tables import table

if TYPE_CHECKING:
    from sqlite3 import Connection

_ACTS = frozenset({User, CustodyStep})
_BY_CODE = frozenset({OwnTerm.type_name, Period.type_name})
_AT_ONCE = 1_000


def digest(connection: "Connection") -> str:
    """SHA-256, in hex, of everything that the records say now."""
    found = hashlib.sha256()
    for name, (question, blanks) in _questions():
        rows = connection.execute(question, blanks)
        while some := rows.fetchmany(_AT_ONCE):
            found.update(b"".join(b"%s %s\n" % (name.encode(), line) for (line,) in some))
    return found.hexdigest()


def _questions() -> Iterator[tuple[str, tuple[str, tuple[Any, ...]]]]:
    for name, record_type in sorted(RECORD_TYPES.items()):
        if record_type not in _ACTS:
            yield name, _question(record_type)
    linked = "FROM person_link WHERE NOT removed ORDER BY one_uid, other_uid"
    yield "person_link", (f"SELECT CAST(concat_ws(' ', one_uid, other_uid) AS BLOB) {linked}", ())


def _question(record_type: type[Record]) -> tuple[str, tuple[Any, ...]]:
    """A line for each record, in order: what it hangs on, what it is known by, then what it says.

    Quoted as in SQL, so that no word can pass for two, nor for a number.
    """
    own = table(record_type)
    above = record_type.parent
    known = [_known_by(one) for one in (above, own.name) if one and not (above in _BY_CODE and one == own.name)]
    said, blanks = _said(record_type)
    joined = f" JOIN {above} ON {above}.id = {own.name}.{own.owner}" if above else ""
    if own.protected_fields:
        joined += f" LEFT JOIN {own.name}_protected ON {own.name}_protected.{own.name}_id = {own.name}.id"
    order = f"{known[0]}, {own.name}.position" if above else known[0]
    cells = ", ".join([*(f"quote({one})" for one in known), *said])
    return f"SELECT CAST(concat_ws(' ', {cells}) AS BLOB) FROM {own.name}{joined} ORDER BY {order}", blanks


def _known_by(name: str) -> str:
    return f"{name}.code" if name in _BY_CODE else f"{name}.uid"


def _said(record_type: type[Record]) -> tuple[list[str], tuple[Any, ...]]:
    """An expression for each column of the fields, by name, nothing where it says no more than a blank one does."""
    own = table(record_type)
    said: list[tuple[str, str, Any]] = []
    for field in record_type.fields():
        where = f"{own.name}_protected" if field.sensitive else own.name
        gone = f"{where}.{own.name}_id IS NULL OR " if field.sensitive else ""  # says nothing that is sensitive
        for (suffix, _), blank in zip(field.kind.columns, field.kind.to_columns(field.default), strict=True):
            name, cell = f"{field.name}{suffix}", f'{where}."{field.name}{suffix}"'
            said.append((name, f"iif({gone}{cell} IS ?, NULL, '{name}=' || quote({cell}))", blank))
    said.sort()
    return [expression for _, expression, _ in said], tuple(blank for _, _, blank in said)
