"""The states of a case in a mapping: which state a rule is, one that a column adds to, the first one that stays."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.exchange.mapping.rules import FieldRule, RecordRule

_OF_FATE = ("released", "died")
"""States that the column of what became of the person says as well."""


def slot_of(rules: Sequence[RecordRule], rule: RecordRule) -> str:
    """Which state of a case a rule is: the first, one that is always the same, or what a column says."""
    if rule is rules[0]:
        return "first"
    state = rule.fields.get("state")
    flags = tuple(state.flags.values()) if state and not state.columns else ()
    return str(state.value) if state and state.value else flags[0] if len(flags) == 1 else "fate"


def with_state(
    present: Sequence[RecordRule], column: str, target: str, guessed: Sequence[RecordRule]
) -> tuple[RecordRule, ...]:
    """The states with what a column adds: to the state that it is about, or as one more in its place."""
    slot, _, field = target.partition(".")
    slots = [slot_of(present, rule) for rule in present]
    new = next((rule for rule in guessed if slot_of(guessed, rule) == slot), None)
    read = {name: rule for name, rule in new.fields.items() if rule.used()} if new else {}
    read = read or {field: FieldRule(columns=(column,))}
    if slot not in slots and slot in _OF_FATE and "fate" in slots:
        if field == "date":
            read["state"] = FieldRule(flags={column: slot})
        slot = "fate"
    if slot in slots:
        at = slots.index(slot)
        fields = _joined(present[at].fields, read)
        return (*present[:at], replace(present[at], fields=fields), *present[at + 1 :])
    if new is None:
        return tuple(present)
    at = next((n for n, one in enumerate(slots) if n and _place_of(one) > _place_of(slot)), len(slots))
    return (*present[:at], new, *present[at:])


def _joined(present: Mapping[str, FieldRule], more: Mapping[str, FieldRule]) -> dict[str, FieldRule]:
    """The fields with more of them; flags join what a field reads already, and another day the days of a state that
    flags tell."""
    found = {**present}
    of_flags = "state" in more and more["state"].flags
    for name, rule in more.items():
        if name in found and rule.flags and not rule.columns:
            found[name] = replace(found[name], flags={**found[name].flags, **rule.flags})
        elif name in found and name == "date" and of_flags:
            found[name] = replace(rule, columns=tuple(dict.fromkeys((*found[name].columns, *rule.columns))))
        else:
            found[name] = rule
    return found


def days_of(rules: Sequence[RecordRule]) -> tuple[str, ...]:
    """The columns of days of which a row may fill one: where one word says what became of the person, two days would
    be mixed."""
    dates = [rule.fields["date"] for rule in rules[1:] if "date" in rule.fields and slot_of(rules, rule) == "fate"]
    return next((tuple(date.columns) for date in dates if len(date.columns) > 1), ())


def _place_of(slot: str) -> int:
    """The states follow one another as the vocabulary has them, and what a column says comes last."""
    states = list(vocabulary("case_state"))
    return states.index(slot) if slot in states else len(states)


def first_left(rules: Sequence[RecordRule], left: tuple[RecordRule, ...], column: str) -> tuple[RecordRule, ...]:
    """The states that are left without a column: the first stays with what it is alone, since its date and place are
    those of the mapping."""
    state = rules[0].fields.get("state")
    if state is None or state.value is None or rules[0].used() - {column}:
        return left
    return left if left[:1] == tuple(rules[:1]) else (RecordRule({"state": FieldRule(value=state.value)}), *left)
