"""A mapping with a change that a person made: codes for words of a column."""

from collections.abc import Mapping
from dataclasses import replace

from snhr_desktop.exchange.mapping.file_mapping import FileMapping
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
