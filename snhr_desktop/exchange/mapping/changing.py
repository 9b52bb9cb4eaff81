"""A mapping with a change that a person made: codes for words of a column, one value where no column says it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from snhr_desktop.domain.records import STATES
from snhr_desktop.exchange.mapping.file_mapping import CASE, FileMapping
from snhr_desktop.exchange.mapping.rules import FieldRule, RecordRule, Words


def with_words(mapping: FileMapping, column: str, said: Words) -> FileMapping:
    """The mapping in which words of a column have codes; a blank code: a known word that adds nothing.

    They join the list that the rules of the column have, or make one that is named after the column.
    """
    words: dict[str, Words] = dict(mapping.words)

    def changed(rule: FieldRule, each: bool) -> FieldRule:
        if column not in rule.columns and not (rule.each and each):
            return rule
        name = rule.words or column
        words[name] = {**words.get(name, {}), **said}
        return replace(rule, words=name)

    def of_record(rule: RecordRule) -> RecordRule:
        return replace(rule, fields=_each(rule.fields, column in rule.each))

    def _each(rules: Mapping[str, FieldRule], each: bool) -> dict[str, FieldRule]:
        return {name: changed(rule, each) for name, rule in rules.items()}

    incident, case = (_each(rules, each=False) for rules in (mapping.incident, mapping.case))
    records = {name: tuple(of_record(rule) for rule in rules) for name, rules in mapping.records.items()}
    return replace(mapping, incident=incident, case=case, records=records, words=words)


def with_constant(mapping: FileMapping, part: str, field: str, value: Any) -> FileMapping:
    """The mapping in which a field of a list, or of the record itself, has one value wherever no column says it.

    Of the states of a case it is the first that has it.
    """
    rule = FieldRule(value=value)
    if part in mapping.records:
        rules = mapping.records[part]
        rest = rules[1:] if part in STATES else ()  # what followed the first state is what its own rules say
        given = (*(_fixed(one, field, rule) for one in (rules[:1] if part in STATES else rules)), *rest)
        return replace(mapping, records={**mapping.records, part: tuple(given)})
    if part == mapping.head_type.type_name and not _told(mapping.heads.get(field)):
        heads = {**mapping.heads, field: rule}
        return replace(mapping, case=heads) if mapping.rows == CASE else replace(mapping, incident=heads)
    return mapping


def _fixed(record: RecordRule, field: str, rule: FieldRule) -> RecordRule:
    """What became of people that a column counts is what the column is taken for."""
    counted = bool(record.each) and field == "outcome"
    return (
        record if counted or _told(record.fields.get(field)) else replace(record, fields={**record.fields, field: rule})
    )


def _told(rule: FieldRule | None) -> bool:
    return rule is not None and bool(rule.used() or rule.each)
