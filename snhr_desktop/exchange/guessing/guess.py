"""Guess the mapping of a file, with how sure each column is. A person looks at it before anything is imported."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.exchange.conversion.totals import Totals
from snhr_desktop.exchange.guessing import building, cases, keys
from snhr_desktop.exchange.guessing.beside import with_parts
from snhr_desktop.exchange.guessing.classes import with_classes
from snhr_desktop.exchange.guessing.forms import Form
from snhr_desktop.exchange.guessing.lexicon import INJURED, KILLED
from snhr_desktop.exchange.guessing.looks import Column
from snhr_desktop.exchange.guessing.offers import offers
from snhr_desktop.exchange.guessing.persons import without_nobody
from snhr_desktop.exchange.guessing.targets import ColumnGuess, are_cases, assigned, withheld
from snhr_desktop.exchange.mapping import CASE, INCIDENT, FileMapping, RecordRule
from snhr_desktop.exchange.mapping.listed import told_once
from snhr_desktop.exchange.mapping.states import days_of
from snhr_desktop.exchange.reading import Row, Source
from snhr_desktop.i18n import Message

Records = Mapping[str, tuple[RecordRule, ...]]
_LOOKED_AT = 300
"""Rows that are read for a guess."""
_LONGEST = 30
"""Letters of a file's name in the code of its data set."""


@dataclass(frozen=True)
class Guess:
    """A mapping to begin with.

    `columns` tells what each column was taken for and how sure that is, `no_keys` are those
    that are called like a key and tell no record from all others, `withheld` those that are never taken in without a
    person's word, with why.
    """

    mapping: FileMapping
    columns: tuple[ColumnGuess, ...]
    no_keys: tuple[str, ...] = ()
    withheld: Mapping[str, Message] = field(default_factory=dict)

    def unmapped(self) -> tuple[str, ...]:
        """Columns of which nothing is known, which a person has to map or to leave out."""
        return tuple(guess.column for guess in self.columns if not guess.target)


def guess(
    source: Source,
    gazetteer: Gazetteer,
    form: Form | None = None,
    chosen: Mapping[tuple[str, str], str] | None = None,
    rows: str = "",
) -> Guess:
    """The likeliest mapping of a file. `form` is what the form of a phone calls its questions.

    `chosen` is what a person takes columns for, by the repeat they stand in (blank for none) and their name: a target
    that is offered, or blank to leave a column unmapped. All else is guessed around it. Several columns chosen for the
    key tell an incident together, with its date. `rows` is what a person says that one row is, blank to find it out;
    what is chosen and no such row has is passed over. Rows of totals are found by a first guess and not looked at.
    """
    sample = [row for row in source.sample(_LOOKED_AT) if row.cells is not None]
    found = _guessed(source, sample, gazetteer, form, chosen, rows)
    totals = Totals(found.mapping)
    records = [row for row in sample if not totals.is_one(row)]
    if not records or len(records) == len(sample):
        return found
    return _guessed(source, records, gazetteer, form, chosen, rows)


def _guessed(
    source: Source,
    sample: Sequence[Row],
    gazetteer: Gazetteer,
    form: Form | None,
    chosen: Mapping[tuple[str, str], str] | None,
    rows: str,
) -> Guess:
    columns = _columns(_flat(source, sample), [row.cells or {} for row in sample], form, source.hints)
    of_cases = rows == CASE if rows else are_cases(columns)
    known = {offer.target for offer in offers(cases=of_cases)}
    said = {where: target for where, target in (chosen or {}).items() if not target or target in known}
    own = _of_repeat(said, "")
    guesses = assigned(columns, gazetteer, own, cases=of_cases)
    if not of_cases:
        guesses = without_nobody(columns, with_parts(columns, guesses, own), own)
    targets = building.by_target(columns, guesses)
    mapping = FileMapping(
        code=_code(source.name),
        name_en=PurePath(source.name).stem or source.name,
        name_ar=PurePath(source.name).stem or source.name,
        recognised_by=frozenset(source.columns),
        ignored=frozenset(column.name for column in targets.get("ignored", ())),
        date=building.date_rule(targets),
        place=building.place_rule(targets, gazetteer),
    )
    if of_cases:
        mapping = _of_cases(mapping, targets, sample)
    else:
        titles = (mapping.name_en, source.chosen.sheet)
        repeated, records = _repeated(_repeats(sample, form), gazetteer, said, titles)
        mapping = _of_incidents(mapping, targets, sample, records, titles, rows)
        guesses = (*guesses, *repeated)
    mapping = with_classes(mapping, columns)
    if said_keys := tuple(column for column, target in own.items() if target == "file.key"):
        dates = tuple(column.name for column in targets.get("date.column", ()))
        together = () if len(said_keys) == 1 else (*said_keys, *dates)
        mapping = replace(mapping, key="" if together else said_keys[0], group_by=together)
    guesses = tuple(one if _is_taken(one, mapping) else replace(one, target="", confidence=0.0) for one in guesses)
    told = withheld(columns, guesses[: len(columns)], cases=of_cases)
    left = {name: why for name, why in told.items() if name not in own}
    no_keys = tuple(column.name for column in targets.get("file.key", ()) if column.name not in mapping.keys)
    return Guess(form.applied(mapping, gazetteer) if form else mapping, guesses, no_keys, left)


def _is_taken(guess: ColumnGuess, mapping: FileMapping) -> bool:
    """Whether the mapping takes a column for the key, or counts by it, as it was guessed; any other is what it was
    taken for."""
    if guess.target == "file.key":
        return bool(guess.repeat) or guess.column in mapping.keys
    return guess.target not in (KILLED, INJURED) or guess.column in mapping.used()


def _of_cases(mapping: FileMapping, targets: building.Targets, rows: Sequence[Row]) -> FileMapping:
    key, group_by = keys.key_of_each(targets, rows, keys.CASES, keys.OF_PERSON)
    states = cases.state_rules(targets)
    days = days_of(states)
    return replace(
        mapping,
        rows=CASE,
        key=key,
        group_by=group_by,
        exclusive=(days,) if days else (),
        case=cases.case_rules(targets),
        records={"states": states},
    )


def _of_incidents(
    mapping: FileMapping,
    targets: building.Targets,
    rows: Sequence[Row],
    repeated: Records,
    titles: Sequence[str],
    kind: str,
) -> FileMapping:
    records = building.record_rules(targets, titles=titles)
    for name, rules in repeated.items():
        records[name] = (*records.get(name, ()), *rules)
    if "victims" in records:
        records["victims"] = told_once(records["victims"])
    kind = kind or keys.kind_of_rows(records)
    key, group_by = (
        keys.key_of_each(targets, rows, keys.INCIDENTS) if kind == INCIDENT else keys.key_of_several(targets, rows)
    )
    return replace(
        mapping,
        rows=kind,
        key=key,
        group_by=group_by,
        incident=building.incident_rules(targets, records.get("victims", ())),
        records=records,
        toll=building.toll_rule(targets),
    )


def _repeated(
    repeats: Mapping[str, Sequence[Column]],
    gazetteer: Gazetteer,
    chosen: Mapping[tuple[str, str], str],
    titles: Sequence[str],
) -> tuple[tuple[ColumnGuess, ...], Records]:
    """What the columns of each part that repeats are taken for, and the lists that follow from it."""
    guesses: list[ColumnGuess] = []
    records: dict[str, tuple[RecordRule, ...]] = {}
    for name, columns in repeats.items():
        inner = assigned(columns, gazetteer, _of_repeat(chosen, name))
        guesses += (replace(one, repeat=name) for one in inner)
        targets = building.by_target(columns, inner)
        for list_name, rules in building.record_rules(targets, source=name, titles=(*titles, name)).items():
            records[list_name] = (*records.get(list_name, ()), *rules)
    return tuple(guesses), records


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


def _code(name: str) -> str:
    """A code of small letters after the file's name; a hash of it says what such letters cannot.

    Two lists with one code would be taken for one list, and the one's records for corrections of the other's.
    """
    name = unicodedata.normalize("NFC", name)
    stem = PurePath(name).stem.lower()
    plain = re.sub(r"[^a-z0-9]+", "_", stem).strip("_")
    if plain and len(plain) <= _LONGEST and not any(sign.isalnum() and not sign.isascii() for sign in stem):
        return plain
    told = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return f"{plain[:_LONGEST].strip('_') or 'list'}_{told}"
