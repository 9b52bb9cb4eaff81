"""What a mapping takes for granted where no column says it: the same value in every record, told once.

Such a value may be a guess (a party that is only believed) or what a record says by default (one attack). Whoever
imports is told each of them and may choose another in the mapping.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice, Choices
from snhr_desktop.domain.records import STATES, Case, Incident
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.exchange.mapping import LISTS, FieldRule, FileMapping, RecordRule
from snhr_desktop.exchange.mapping.rules import is_evident
from snhr_desktop.i18n import N_, NP_, Language, Message

HEADING = N_("What the program assumed")
WHERE_CHANGED = N_("Where no column says it")
LINE = N_("{record}, {field}: “{value}” in each of them, since no column says it.")
OF_RECORDS = NP_(
    "{record}, {field}: “{value}” in {n} record, since no column says it.",
    "{record}, {field}: “{value}” in {n} records, since no column says it.",
)
FOLLOWING = N_("{record}, {field}: “{value}”, each where somebody is told of whom it was done to.")
"""Of kinds of violation, which no column says either."""
OF_ITS_NAME = N_("{record}: “{value}” in each of them, since no column says it.")
"""Where a field is called as its record is."""
HOW = N_("To change it, choose another value under “{place}” in the mapping, or a column that says it.")
OPEN = N_("{record}, {field}: nothing in the file says it. No such record is taken in until you choose it.")
"""Of what a person has to say."""
IN_A_FILE = N_(
    "In a mapping file it is written so, under {part}: {line} – or another code, or the name of a column that says it."
)
_FIRST_CODE = {"outcome": "killed"}
"""An example of what may be said, by the field."""
FIRST_STATE = N_("First state of the case")
OF_RECORD = N_("{record}: {field}")

KIND_OF: Mapping[str, str] = {"killed": "killing", "injured": "injury", "died_torture": "torture_death"}
"""The kind of violation by what became of the people in an incident."""
_CONSTANTS = {
    ("incident", "kinds"),
    ("sources", "kind"),
    ("attributions", "mode"),
    ("weapons", "weapon"),
    ("states", "state"),
}
"""Constants of a guess that assert something; what a record asserts by default is told by its field."""
_EVIDENT = {("victims", "number")}
"""A row is a person: nobody needs to be told."""


@dataclass(frozen=True)
class Assumption:
    """A field of the records of a list (`incident` or `case` for those of the record itself) that has one value, or of
    several those that follow from what became of people. Without a value a person has
    to choose it before records come in."""

    part: str
    record: Message
    field: Field
    value: Any
    follows: bool = False

    def tell(self, language: Language, records: int = 0) -> str:
        """What is assumed, and of how many `records`, where it is known and it is one of the record itself."""
        record, field = (language.text(one) for one in (self.record, self.field.label))
        if self.open:
            return language.text(OPEN, record=record, field=field)
        if self.follows:
            return language.text(FOLLOWING, record=record, field=field, value=self.said(language))
        if records and self.part in (Incident.type_name, Case.type_name):
            return language.plural(OF_RECORDS, records, record=record, field=field, value=self.said(language))
        if record == field:
            return language.text(OF_ITS_NAME, record=record, value=self.said(language))
        return language.text(LINE, record=record, field=field, value=self.said(language))

    def written(self, language: Language) -> str:
        """How a mapping file says it."""
        code = _FIRST_CODE.get(self.field.name, "…")
        line = language.isolate(f'{self.field.name} = {{ value = "{code}" }}')
        part = f"[{self.part}]" if self.part in (Incident.type_name, Case.type_name) else f"[[{self.part}]]"
        return language.text(IN_A_FILE, part=language.isolate(part), line=line)

    @property
    def open(self) -> bool:
        """Whether a person has yet to say it."""
        return self.value is None

    def name(self, language: Language) -> str:
        """Which field of which record."""
        record, field = (language.text(one) for one in (self.record, self.field.label))
        return record if record == field else language.text(OF_RECORD, record=record, field=field)

    def said(self, language: Language) -> str:
        """The value in words."""
        kind = self.field.kind
        if isinstance(kind, Choice | Choices):
            codes = [self.value] if isinstance(self.value, str) else self.value
            return language.join([label(kind.vocabulary, code, language) for code in codes])
        return language.number(self.value)


def told(assumed: Sequence[Assumption], language: Language, records: int) -> tuple[str, ...]:
    """Each of them, with how many `records` it is told of, and last how to change them."""
    how = language.text(HOW, place=language.text(WHERE_CHANGED))
    how = " ".join((how, *(one.written(language) for one in assumed if one.open)))
    return (*(one.tell(language, records) for one in assumed), how) if assumed else ()


def assumed_kinds(mapping: FileMapping) -> Sequence[str]:
    """The kinds of violation that every incident gets, since no column says them."""
    rule = mapping.incident.get("kinds")
    return rule.value or () if rule and not rule.used() and not rule.follows else ()


def assumptions(mapping: FileMapping) -> tuple[Assumption, ...]:
    """All that a mapping takes for granted, each once; what a person has to say first."""
    head = mapping.head_type
    found = [*_of_rules(head.type_name, head.title, head.fields(), (mapping.heads,))]
    for name, rules in mapping.records.items():
        record_type = LISTS[name]
        title, told = (FIRST_STATE, rules[:1]) if name in STATES else (record_type.title, rules)
        said = [_said(rule, told) for rule in told]
        if name == "victims":
            said = [{"outcome": rule.outcome, **one} for rule, one in zip(told, said, strict=True)]
        found += _of_rules(name, title, record_type.fields(), said)
    return tuple(sorted(found, key=lambda one: not one.open))


def _of_rules(
    part: str, title: Message, fields: Sequence[Field], rules: Sequence["dict[str, FieldRule] | Any"]
) -> Iterator[Assumption]:
    """Of each field that asserts something, the first value that some of the rules have without a column."""
    for field in fields:
        if (part, field.name) in _EVIDENT or not (field.to_be_said or (part, field.name) in _CONSTANTS):
            continue
        said = [rule.get(field.name) for rule in rules]
        assumed = [(value, rule) for rule in said if (value := _assumed(rule, field)) not in (None, "", [])]
        assumed = [(None, rule) for rule in said if field.required and rule == FieldRule()][:1] or assumed
        if assumed:
            value, rule = assumed[0]
            yield Assumption(part, title, field, value, follows=bool(rule and rule.follows))


def _assumed(rule: FieldRule | None, field: Field) -> Any:
    """The value that no column says, None where one does."""
    if rule is None:
        return field.default if field.to_be_said else None
    return None if rule.used() or rule.each else rule.value


def _said(rule: RecordRule, beside: Sequence[RecordRule]) -> "dict[str, FieldRule]":
    """The rules of a record; where its columns count people, what became of these is what each column says, and who
    they were where another record counts others."""
    evident = [name for name in ("outcome", "civil_status") if is_evident(rule, name, beside)]
    return {**rule.fields, **dict.fromkeys(evident, FieldRule(each=True))}
