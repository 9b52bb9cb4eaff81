"""A column of which some words say both the sex and the age of a person («رجل», «طفلة»): it is read for both."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from snhr_desktop.exchange.conversion.terms import code_of, own_words
from snhr_desktop.exchange.guessing.looks import Column
from snhr_desktop.exchange.mapping import FieldRule, FileMapping, Words

_SEX, _AGE = "sex", "age_group"
_GIRLS = dict.fromkeys(("طفلة", "طفلات", "رضيعة", "قاصرة"), "female")
"""Words of girls, of whom the sex alone would say too little: only beside their age are they read for it."""


def with_classes(mapping: FileMapping, columns: Sequence[Column]) -> FileMapping:
    """The mapping in which the column of the one is read for the other too, where some of its words say it. Where the
    age stands in a column of its own, nobody is called an adult for being a man or a woman."""
    known = {column.name: column for column in columns}
    words = dict(mapping.words)
    case = _read_for_both(mapping.case, known, words)
    records = {
        name: tuple(
            rule if rule.source or rule.each else replace(rule, fields=_read_for_both(rule.fields, known, words))
            for rule in rules
        )
        for name, rules in mapping.records.items()
    }
    return replace(mapping, case=case, records=records, words=words)


def _read_for_both(
    fields: Mapping[str, FieldRule], columns: Mapping[str, Column], words: dict[str, Words]
) -> Mapping[str, FieldRule]:
    present = [name for name in (_SEX, _AGE) if name in fields]
    if len(present) != 1 or len(fields[present[0]].columns) != 1:
        return fields
    (name,), rule = present, fields[present[0]]
    column, other = columns.get(rule.columns[0]), _AGE if name == _SEX else _SEX
    if column is None or not _says(column, other, aged="age" in fields):
        return fields
    both = {name: rule, other: FieldRule(columns=rule.columns)}
    if any(code_of(text, own_words(_AGE)) == "child" for text in column.distinct):
        named = f"{column.name} ({_SEX})"
        words[named] = dict(_GIRLS)
        both[_SEX] = replace(both[_SEX], words=named)
    return {**fields, **both}


def _says(column: Column, name: str, *, aged: bool) -> bool:
    """Whether some words of a column say the sex, or the age."""
    codes = {code_of(text, own_words(name)) for text in column.distinct}
    if name == _SEX:
        return bool((codes | {_GIRLS.get(text) for text in column.distinct}) - {None})
    return "child" in codes or ("adult" in codes and not aged)
