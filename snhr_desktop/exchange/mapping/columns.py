"""A mapping column by column: what each is taken for, one taken out of it, and one brought in as a guess reads it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from snhr_desktop.domain.records import STATES
from snhr_desktop.exchange.mapping.file_mapping import CASE, INCIDENT, FileMapping
from snhr_desktop.exchange.mapping.listed import told_once
from snhr_desktop.exchange.mapping.rules import DateRule, FieldRule, PlaceRule, RecordRule
from snhr_desktop.exchange.mapping.states import days_of, first_left, slot_of, with_state

Column = tuple[str, str]
"""The part that repeats in which a column stands, blank for the row itself, and its name."""

KEY, IGNORED = "file.key", "ignored"
_PLACE = ("community", "subdistrict", "district", "governorate", "latitude", "longitude", "point")


def targets_of(mapping: FileMapping) -> dict[Column, str]:
    """What each column is taken for, by the targets that a guess offers; several rules may read one column."""
    found: dict[Column, str] = {}
    for target, column in (*_of_file(mapping), *_of_records(mapping)):
        found.setdefault(column, target)
    return found


def without_column(mapping: FileMapping, column: str) -> FileMapping:
    """The mapping in which nothing reads a column. It stays the key where it is: something has to be."""
    heads = {name: left for name, rule in mapping.heads.items() if (left := _left(rule, column))}
    records = {name: some for name, rules in mapping.records.items() if (some := _left_of_list(name, rules, column))}
    date = mapping.date
    if date and column in date.used():
        date = None if date.column == column else _blank(date, column)
    place = _blank(mapping.place, column) if mapping.place else None
    toll = None if mapping.toll and column in mapping.toll.used() else mapping.toll
    exclusive = [tuple(one for one in some if one != column) for some in mapping.exclusive]
    said: dict[str, Any] = {_head(mapping): heads, "records": records, "date": date, "place": place, "toll": toll}
    return replace(
        mapping,
        ignored=mapping.ignored - {column},
        exclusive=tuple(some for some in exclusive if len(some) > 1),
        **said,
    )


def with_column(mapping: FileMapping, column: str, target: str, guessed: FileMapping) -> FileMapping:
    """The mapping in which a column is taken for a target; `guessed` is one of that column alone."""
    part, _, name = target.partition(".")
    if target == KEY:
        return replace(mapping, key=column, group_by=())
    if target == IGNORED:
        return replace(mapping, ignored=mapping.ignored | {column})
    if said := _part(mapping, column, (part, name), guessed):
        return replace(mapping, **said)
    incident = {field: rule for field, rule in guessed.incident.items() if rule.columns}
    return replace(mapping, incident={**mapping.incident, **incident}, records=_recorded(mapping, guessed))


def _part(mapping: FileMapping, column: str, target: tuple[str, str], guessed: FileMapping) -> dict[str, Any]:
    """What changes of date, place or toll, or of the person of a case; nothing for any other target."""
    part, name = target
    if part == "date":
        return {"date": _dated(mapping.date, column, name, guessed.date)}
    if part == "place":
        return {"place": _placed(mapping.place or PlaceRule(), column, name, guessed.place)}
    if part == CASE and mapping.rows == CASE:
        return {"case": {**mapping.case, name: FieldRule(columns=(column,))}}
    if part in STATES and mapping.rows == CASE:
        return _with_state(mapping, part, with_state(mapping.records[part], column, name, guessed.records[part]))
    return {"toll": replace(mapping.toll, **{name: column})} if part == "toll" and mapping.toll else {}


def _with_state(mapping: FileMapping, part: str, rules: Sequence[RecordRule]) -> dict[str, Any]:
    days = days_of(rules)
    others = tuple(some for some in mapping.exclusive if not set(some) <= set(days))
    return {"records": {**mapping.records, part: tuple(rules)}, "exclusive": (*others, days) if days else others}


def _of_file(mapping: FileMapping) -> Iterator[tuple[str, Column]]:
    for name, rule in mapping.heads.items():
        yield from ((f"{_head(mapping)}.{name}", ("", column)) for column in rule.columns)
    if date := mapping.date:
        yield from (("date.column", ("", date.column)), ("date.until", ("", date.until)))
    if place := mapping.place:
        yield "place.community", ("", place.column)
        yield from (("place.pcodes", ("", column)) for column in place.pcodes)
        yield from ((f"place.{name}", ("", getattr(place, name))) for name in _PLACE)
    if toll := mapping.toll:
        yield from (("toll.minimum", ("", toll.minimum)), ("toll.maximum", ("", toll.maximum)))
    yield from ((KEY, ("", column)) for column in mapping.keys)
    yield from ((IGNORED, ("", column)) for column in mapping.ignored)


def _of_records(mapping: FileMapping) -> Iterator[tuple[str, Column]]:
    for name, rules in mapping.records.items():
        for rule in rules:
            for field, said in rule.fields.items():
                columns = rule.each if said.each else said.columns
                target = _counted(rule) if said.each and name == "victims" else f"{name}.{field}"
                if name in STATES:
                    target = f"{name}.{slot_of(rules, rule)}.{field}"
                yield from ((target, (rule.source, column)) for column in columns)
                if name in STATES:
                    yield from ((f"{name}.{code}.date", (rule.source, column)) for column, code in said.flags.items())


def _head(mapping: FileMapping) -> str:
    return CASE if mapping.rows == CASE else INCIDENT


def _counted(rule: RecordRule) -> str:
    """What a column of numbers counts: the killed, the injured, or people of whom another thing is said."""
    outcome = rule.fields.get("outcome")
    said = outcome.value if outcome else ""
    return said if said in ("killed", "injured") else "victims.number"


def _left(rule: FieldRule, column: str) -> FieldRule | None:
    """A rule without a column; None where it says nothing then."""
    if column not in rule.used():
        return rule
    left = replace(
        rule,
        columns=tuple(one for one in rule.columns if one != column),
        flags={name: code for name, code in rule.flags.items() if name != column},
        template="" if f"{{{column}}}" in rule.template else rule.template,
    )
    return left if left.used() or left.value is not None or left.each else None


def _left_of_record(rule: RecordRule, column: str) -> RecordRule | None:
    if column not in rule.used():
        return rule
    each = tuple(one for one in rule.each if one != column)
    fields = {name: kept for name, said in rule.fields.items() if (kept := _left(said, column))}
    left = replace(rule, each=each, fields=fields, less=tuple(one for one in rule.less if one != column))
    return left if left.used() and (each or not rule.each) else None


def _left_of_list(name: str, rules: Sequence[RecordRule], column: str) -> tuple[RecordRule, ...]:
    left = tuple(one for rule in rules if (one := _left_of_record(rule, column)))
    return first_left(rules, left, column) if name in STATES else left


def _blank(rule: Any, column: str) -> Any:
    """A rule of the date or the place without a column."""
    said: dict[str, Any] = {}
    for name, value in vars(rule).items():
        if value == column:
            said[name] = ""
        elif isinstance(value, tuple | list) and column in value:
            said[name] = tuple(one for one in value if one != column)
    return replace(rule, **said)


def _dated(date: DateRule | None, column: str, name: str, guessed: DateRule | None) -> DateRule | None:
    if name == "until":
        return replace(date, until=column) if date else None
    if date and guessed:
        return replace(date, column=column, order=guessed.order, unknown=guessed.unknown)
    return guessed or date


def _placed(place: PlaceRule, column: str, name: str, guessed: PlaceRule | None) -> PlaceRule:
    if name == "pcodes":
        return replace(place, pcodes=(column, *place.pcodes))
    if name == "community" and guessed and guessed.column:  # governorate and place in one cell
        return replace(
            place, column=column, separator=guessed.separator, governorates=guessed.governorates, community=""
        )
    said: dict[str, Any] = {name: column}
    return replace(place, **said)


def _recorded(mapping: FileMapping, guessed: FileMapping) -> Mapping[str, tuple[RecordRule, ...]]:
    """The lists with what the column adds: to the record that a row has already, or as one more."""
    records = {name: tuple(rules) for name, rules in mapping.records.items()}
    for name, rules in guessed.records.items():
        for rule in rules:
            present = records.get(name, ())
            at = next((n for n, one in enumerate(present) if one.source == rule.source and not one.each), None)
            if rule.each or at is None:
                records[name] = (*present, rule)
                continue
            more = {field: said for field, said in rule.fields.items() if said.columns}
            both = replace(present[at], fields={**present[at].fields, **more})
            records[name] = (*present[:at], both, *present[at + 1 :])
    if "victims" in records:
        records["victims"] = told_once(records["victims"], mapping.records.get("victims", ()))
    return records
