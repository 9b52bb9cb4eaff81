"""A mapping with a change that a person made: codes for words, values no column says, what cannot be read left out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice, Choices, Kind, Text
from snhr_desktop.domain.records import STATES, Case, Incident, Record
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.exchange.mapping.file_mapping import CASE, LISTS, FileMapping
from snhr_desktop.exchange.mapping.rules import FieldRule, RecordRule, Words, is_evident


def with_words(mapping: FileMapping, column: str, said: Words) -> FileMapping:
    """The mapping in which words of a column have codes; a blank code: a known word that adds nothing.

    They join the list that the rules of the column have, or make one that is named after the column, each in the rules
    whose vocabulary has its code.
    """
    words: dict[str, Words] = dict(mapping.words)
    told = (field.kind for rule, field, _ in mapping.rules() if column in rule.columns)
    several = len({kind.vocabulary for kind in told if isinstance(kind, Choice | Choices)}) > 1

    def changed(rule: FieldRule, kind: Kind, each: bool) -> FieldRule:
        fits = {word: code for word, code in said.items() if _is_code(code, kind)}
        if (column not in rule.columns and not (rule.each and each)) or not fits:
            return rule
        name = rule.words or (f"{column} ({kind.vocabulary})" if several and isinstance(kind, Choice) else column)
        words[name] = {**words.get(name, {}), **fits}
        return replace(rule, words=name)

    def _each(rules: Mapping[str, FieldRule], of: type[Record], each: bool) -> dict[str, FieldRule]:
        return {name: changed(rule, of.field(name).kind, each) for name, rule in rules.items()}

    def of_list(name: str, rules: Sequence[RecordRule]) -> tuple[RecordRule, ...]:
        return tuple(replace(one, fields=_each(one.fields, LISTS[name], column in one.each)) for one in rules)

    incident, case = _each(mapping.incident, Incident, False), _each(mapping.case, Case, False)
    records = {name: of_list(name, rules) for name, rules in mapping.records.items()}
    return replace(mapping, incident=incident, case=case, records=records, words=words)


def _is_code(code: str, kind: Kind) -> bool:
    """Whether a field may hold a code; a blank one adds nothing to any."""
    return not code or not isinstance(kind, Choice | Choices) or code in vocabulary(kind.vocabulary)


def words_said(mapping: FileMapping, column: str) -> Words:
    """The words of a column that the mapping has codes for."""
    rules = [rule for rule in mapping.heads.values() if column in rule.columns]
    for record in (one for some in mapping.records.values() for one in some):
        each = column in record.each
        rules += [rule for rule in record.fields.values() if column in rule.columns or (rule.each and each)]
    return {word: code for rule in rules for word, code in mapping.words.get(rule.words, {}).items()}


def with_constant(mapping: FileMapping, part: str, field: str, value: Any) -> FileMapping:
    """The mapping in which a field of a list, or of the record itself, has one value wherever no column says it.

    Of the states of a case it is the first that has it.
    """
    rule = FieldRule(value=value)
    if part in mapping.records:
        rules = mapping.records[part]
        rest = rules[1:] if part in STATES else ()  # what followed the first state is what its own rules say
        given = (*(_fixed(one, field, rule, rules) for one in (rules[:1] if part in STATES else rules)), *rest)
        return replace(mapping, records={**mapping.records, part: tuple(given)})
    if part == mapping.head_type.type_name and not _told(mapping.heads.get(field)):
        heads = {**mapping.heads, field: rule}
        return replace(mapping, case=heads) if mapping.rows == CASE else replace(mapping, incident=heads)
    return mapping


def with_leniency(mapping: FileMapping, lenient: bool) -> FileMapping:
    """The mapping in which a value that cannot be read is left out and listed, or else refuses its record.

    Numbers that are counted (of people, of attacks) always refuse it: a record without one says another number. So do
    texts, which can be read, and are too long.
    """

    def said(rules: Mapping[str, FieldRule], of: type[Record]) -> dict[str, FieldRule]:
        return {
            name: replace(rule, lenient=lenient) if _may_be_left_out(of.field(name), rule) else rule
            for name, rule in rules.items()
        }

    def of_list(name: str, rules: Sequence[RecordRule]) -> tuple[RecordRule, ...]:
        return tuple(replace(rule, fields=said(rule.fields, LISTS[name])) for rule in rules)

    records = {name: of_list(name, rules) for name, rules in mapping.records.items()}
    heads = said(mapping.heads, mapping.head_type)
    changed = replace(mapping, records=records)
    return replace(changed, case=heads) if mapping.rows == CASE else replace(changed, incident=heads)


def leniency(mapping: FileMapping) -> bool | None:
    """Whether each value that may be left out is; None where there is none."""
    loose, strict = with_leniency(mapping, True), with_leniency(mapping, False)
    return None if loose == strict else mapping == loose


def _may_be_left_out(field: Field, rule: FieldRule) -> bool:
    return bool(rule.columns) and not (rule.each or field.to_be_said or isinstance(field.kind, Text | Choice | Choices))


def _fixed(record: RecordRule, field: str, rule: FieldRule, beside: Sequence[RecordRule]) -> RecordRule:
    said = is_evident(record, field, beside) or _told(record.fields.get(field))
    return record if said else replace(record, fields={**record.fields, field: rule})


def _told(rule: FieldRule | None) -> bool:
    return rule is not None and bool(rule.used() or rule.each)
