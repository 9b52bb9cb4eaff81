"""What somebody typed into an older state of a record set, carried over to the newest one.

Three states are compared field by field, as drafts hold them: the one the typing began with, what was typed, and what
is saved now. Whatever only one side changed is kept; where both changed one field otherwise, what was typed stands,
and the field is told, so that a person decides.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Raw = Mapping[str, Any]


@dataclass(frozen=True)
class Both:
    """A field that both sides changed: of which list (blank for the head), of which row of it, and what is saved."""

    part: str
    field: str
    row: int
    saved: Any


@dataclass(frozen=True)
class Carried:
    """The entry as it is to be gone on with, and what both sides changed."""

    raw: dict[str, Any]
    both: tuple[Both, ...]


def carried(base: Raw, typed: Raw, saved: Raw, head: str) -> Carried:
    """`typed`, begun with `base`, put onto `saved`; `head` names the part that is one record and no list.

    A row is known by its identity. One that was typed anew comes last; one that either side took out stays out, unless
    the other side changed it.
    """
    both: list[Both] = []
    raw: dict[str, Any] = {**typed, "revision": saved.get("revision", 0)}
    raw[head] = _record("", 0, base.get(head) or {}, typed.get(head) or {}, saved.get(head) or {}, both)
    for name, rows in saved.items():
        if isinstance(rows, list) and name != head:
            raw[name] = list(_rows(name, base.get(name) or [], typed.get(name) or [], rows, both))
    return Carried(raw, tuple(both))


def _rows(
    name: str, base: Sequence[Raw], typed: Sequence[Raw], saved: Sequence[Raw], both: list[Both]
) -> Iterator[dict[str, Any]]:
    before, mine = _by_uid(base), _by_uid(typed)
    at = 0
    for theirs in saved:
        uid = theirs["uid"]
        if uid in before and uid not in mine and theirs == before[uid]:
            continue  # taken out here, and left alone there
        yield _record(name, at, before.get(uid, {}), mine.get(uid, before.get(uid, {})), theirs, both)
        at += 1
    kept = {theirs["uid"] for theirs in saved}
    for row in typed:
        uid = row.get("uid") or ""
        if not uid or (uid not in kept and row != before.get(uid)):
            yield {**row, "uid": ""}


def _record(name: str, row: int, base: Raw, typed: Raw, saved: Raw, both: list[Both]) -> dict[str, Any]:
    merged: dict[str, Any] = dict(saved)
    for field in {**base, **typed}:
        here, was = typed.get(field), base.get(field)
        if _same(here, was) or field == "uid":
            continue
        if not _same(saved.get(field), was) and not _same(saved.get(field), here):
            both.append(Both(name, field, row, saved.get(field)))
        merged[field] = here
    return merged


def _same(one: Any, other: Any) -> bool:
    """Whether two values say the same: 30 and "30", a field that is not said and one that is blank."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return all(_same(one.get(key), other.get(key)) for key in {**one, **other})
    return one == other or (_blank(one) and _blank(other)) or (_plain(one) and _plain(other) and str(one) == str(other))


def _blank(value: Any) -> bool:
    return value is None or value is False or value in ("", [], {})


def _plain(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _by_uid(rows: Sequence[Raw]) -> dict[str, Raw]:
    return {str(row["uid"]): row for row in rows if row.get("uid")}
