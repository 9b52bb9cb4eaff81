"""Guess the mapping of a file, with how sure each column is. A person looks at it before anything is imported."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.exchange.cells import text_of
from snhr_desktop.exchange.guessing import building
from snhr_desktop.exchange.guessing.forms import Form
from snhr_desktop.exchange.guessing.lexicon import header_words
from snhr_desktop.exchange.guessing.looks import Column
from snhr_desktop.exchange.guessing.targets import ColumnGuess, assigned
from snhr_desktop.exchange.mapping import INCIDENT, VICTIM, FileMapping, RecordRule
from snhr_desktop.exchange.reading import Row, Source

_LOOKED_AT = 300
"""Rows that are read for a guess."""


@dataclass(frozen=True)
class Guess:
    """A mapping to begin with. `columns` tells what each column was taken for and how sure that is."""

    mapping: FileMapping
    columns: tuple[ColumnGuess, ...]

    def unmapped(self) -> tuple[str, ...]:
        """Columns of which nothing is known, which a person has to map or to leave out."""
        return tuple(guess.column for guess in self.columns if not guess.target)


def guess(
    source: Source, gazetteer: Gazetteer, form: Form | None = None, chosen: Mapping[tuple[str, str], str] | None = None
) -> Guess:
    """The likeliest mapping of a file. `form` is what the form of a phone calls its questions.

    `chosen` is what a person takes columns for, by the repeat they stand in (blank for none) and their name: a target
    that is offered, or blank to leave a column unmapped. All else is guessed around it. Several columns chosen for the
    key tell an incident together, with its date.
    """
    rows = [row for row in source.sample(_LOOKED_AT) if row.cells is not None]
    said = chosen or {}
    columns = _columns(_flat(source, rows), [row.cells or {} for row in rows], form, source.hints)
    guesses = assigned(columns, gazetteer, _of_repeat(said, ""))
    targets = building.by_target(columns, guesses)
    records = building.record_rules(targets)
    for name, repeat in _repeats(rows, form).items():
        inner = assigned(repeat, gazetteer, _of_repeat(said, name))
        guesses = (*guesses, *(replace(one, repeat=name) for one in inner))
        for list_name, rules in building.record_rules(building.by_target(repeat, inner), source=name).items():
            records[list_name] = (*records.get(list_name, ()), *rules)
    kind, key, group_by = _grouping(targets, records, rows)
    own = tuple(column for column, target in _of_repeat(said, "").items() if target == "file.key")
    if own:
        dates = tuple(column.name for column in targets.get("date.column", ()))
        key, group_by = (own[0], ()) if len(own) == 1 else ("", (*own, *dates))
    mapping = FileMapping(
        code=_code(source.name),
        name_en=PurePath(source.name).stem or source.name,
        name_ar=PurePath(source.name).stem or source.name,
        key=key,
        rows=kind,
        group_by=group_by,
        recognised_by=frozenset(source.columns),
        ignored=frozenset(column.name for column in targets.get("ignored", ())),
        incident=building.incident_rules(targets),
        records=records,
        date=building.date_rule(targets),
        place=building.place_rule(targets, gazetteer),
        toll=building.toll_rule(targets),
    )
    return Guess(form.applied(mapping, gazetteer) if form else mapping, guesses)


def _of_repeat(chosen: Mapping[tuple[str, str], str], name: str) -> dict[str, str]:
    return {column: target for (repeat, column), target in chosen.items() if repeat == name}


def _flat(source: Source, rows: Sequence[Row]) -> list[str]:
    """The columns that are no parts of a repeat, which may stand in both ways in a row."""
    repeats = {*source.lists, *(name for row in rows for name in row.lists)}
    parts = [re.compile(rf"{re.escape(name)}\.\d") for name in repeats]
    return [column for column in source.columns if not any(part.match(column) for part in parts)]


def _columns(
    names: Sequence[str], cells: Sequence[Mapping[str, Any]], form: Form | None, hints: Mapping[str, str]
) -> list[Column]:
    """The columns of a sample, each with its HXL tag or what the form asks."""
    if not form:
        return [Column(name, [row.get(name) for row in cells], hints.get(name, "")) for name in names]
    return [Column(name, [form.said(name, row.get(name)) for row in cells], form.label(name)) for name in names]


def _repeats(rows: Sequence[Row], form: Form | None) -> dict[str, list[Column]]:
    """The columns of each part that repeats."""
    entries: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        for name, parts in row.lists.items():
            entries.setdefault(name, []).extend(parts)
    return {
        name: _columns(list(dict.fromkeys(column for part in parts for column in part)), parts, form, {})
        for name, parts in entries.items()
    }


def _grouping(
    targets: building.Targets, records: Mapping[str, Sequence[RecordRule]], rows: Sequence[Row]
) -> tuple[str, str, tuple[str, ...]]:
    """What a row is, its key, and the columns that tell one incident from another where none does."""
    own_people = [rule for rule in records.get("victims", ()) if not rule.each and not rule.source]
    keys = targets.get("file.key", ())
    if not own_people:
        unique = next((column.name for column in keys if column.unique), "")
        return INCIDENT, unique, () if unique else _telling(targets, rows)
    shared = next((column.name for column in keys if _INCIDENT & set(header_words(column.name))), "")
    shared = shared or next((column.name for column in keys if not column.unique and len(column.distinct) > 1), "")
    if shared:
        return VICTIM, shared, ()
    return VICTIM, "", _telling(targets, rows, incidents=True)


def _telling(targets: building.Targets, rows: Sequence[Row], *, incidents: bool = False) -> tuple[str, ...]:
    """The date and the place, with as much more as it takes to tell rows apart where each is an incident."""
    chosen: list[str] = []
    for target in _TELL:
        for column in targets.get(target, ())[:1]:
            chosen.append(column.name)
            said = {tuple(text_of((row.cells or {}).get(name)) for name in chosen) for row in rows}
            if not incidents and len(said) == len(rows):
                return tuple(chosen)
        if incidents and target == _LAST_OF_INCIDENT:
            break
    first = next(iter(rows[0].cells or {}), "") if rows else ""
    return tuple(chosen) or (first,)


_TELL = (
    "date.column", "place.pcodes", "place.community", "place.subdistrict", "place.district", "place.governorate",
    "incident.time", "incident.title_ar", "incident.title_en", "incident.landmark_ar", "incident.landmark_en",
    "place.latitude", "place.longitude", "place.point", "attributions.party", "weapons.weapon", "killed",
    "incident.narrative_ar", "incident.narrative_en",
)  # fmt: skip
_INCIDENT = frozenset(fold(word) for word in ("incident", "event", "case", "حادثة", "الحادثة", "حدث", "الحدث"))
"""Words that make a number one of incidents, not of rows."""
_LAST_OF_INCIDENT = "place.governorate"


def _code(name: str) -> str:
    """A code of small letters after the file's name; one that has none is told by a hash of it."""
    plain = re.sub(r"[^a-z0-9]+", "_", PurePath(name).stem.lower()).strip("_")[:30]
    return plain or f"list_{hashlib.sha256(name.encode()).hexdigest()[:8]}"
