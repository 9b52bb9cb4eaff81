"""Filters of the list of incidents that a person has named, to be asked again."""

import datetime as dt
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from snhr_desktop.errors import NameTaken
from snhr_desktop.i18n import bare
from snhr_desktop.store.listing import ORDERS, IncidentQuery

if TYPE_CHECKING:
    from sqlite3 import Connection

NAME_LENGTH = 80
_DAYS, _CODES, _TEXTS = ("first", "last"), ("statuses", "kinds", "parties"), ("text", "area", "source")


@dataclass(frozen=True)
class SavedFilter:
    """A name and what it asks for. Chosen records and the part of the list in sight are not kept."""

    name: str
    query: IncidentQuery


def saved_filters(connection: "Connection") -> tuple[SavedFilter, ...]:
    """All of them, in the order they were first saved."""
    rows = connection.execute("SELECT name, asked FROM saved_filter ORDER BY id")
    return tuple(SavedFilter(name, _load(json.loads(asked))) for name, asked in rows)


def save(connection: "Connection", name: str, query: IncidentQuery) -> SavedFilter:
    """Keep a filter under a name; a name that is there already then means this one."""
    kept = SavedFilter(cleaned(name), query)
    connection.execute(
        "INSERT INTO saved_filter (name, asked) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET asked = excluded.asked",
        (kept.name, json.dumps(_dump(query), ensure_ascii=True)),
    )
    return kept


def rename(connection: "Connection", name: str, other: str) -> None:
    """Give a filter another name. Raises `NameTaken`."""
    new = cleaned(other)
    if new != name and connection.execute("SELECT 1 FROM saved_filter WHERE name = ?", (new,)).fetchone():
        raise NameTaken(name=new)
    connection.execute("UPDATE saved_filter SET name = ? WHERE name = ?", (new, name))


def remove(connection: "Connection", name: str) -> None:
    """Forget a filter; one that is not there is no error."""
    connection.execute("DELETE FROM saved_filter WHERE name = ?", (name,))


def cleaned(name: str) -> str:
    """A name in one line without invisible characters, as it is kept."""
    return " ".join(bare(name).encode("utf-8", "ignore").decode().split())[:NAME_LENGTH].strip()


def _dump(query: IncidentQuery) -> dict[str, Any]:
    days = {name: day.isoformat() for name in _DAYS if (day := getattr(query, name))}
    rest = {name: getattr(query, name) for name in (*_CODES, *_TEXTS) if getattr(query, name)}
    return days | rest | {"order": query.order, "descending": query.descending}


def _load(asked: dict[str, Any]) -> IncidentQuery:
    """What was kept, as far as this program knows it: an order of a later one is left at the usual."""
    kept: dict[str, Any] = {name: dt.date.fromisoformat(asked[name]) for name in _DAYS if name in asked}
    kept |= {name: tuple(asked[name]) for name in _CODES if name in asked}
    kept |= {name: str(asked[name]) for name in _TEXTS if name in asked}
    if asked.get("order") in ORDERS:
        kept |= {"order": asked["order"], "descending": bool(asked.get("descending", True))}
    return replace(IncidentQuery(), **kept)
