"""What the form of a phone (XLSForm) calls its questions and choices, so that its submissions can be mapped."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from snhr_desktop.domain.kinds import Choice, Choices, Count
from snhr_desktop.domain.places import Gazetteer, Level
from snhr_desktop.domain.records import Case, Incident, Record
from snhr_desktop.exchange.cells import Cells, text_of
from snhr_desktop.exchange.conversion.records import NAMES_IT
from snhr_desktop.exchange.conversion.terms import code_of, own_words
from snhr_desktop.exchange.mapping import LISTS, FieldRule, FileMapping, RecordRule, Words

_BETWEEN = " "
"""What phones write between several choices."""
_SEVERAL = "select_multiple"


@dataclass(frozen=True)
class Form:
    """`labels`: the words of each question, by its name. `choices`: the labels of each choice, by question.

    `several` are the questions that take several choices.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    several: frozenset[str] = frozenset()

    def label(self, column: str) -> str:
        """What a column asks: its question stands last in its path."""
        return self.labels.get(_question(column), "")

    def said(self, column: str, cell: object) -> object:
        """A cell by the label of its choice, which says more than its name."""
        told = self.choices.get(_question(column), {}).get(text_of(cell))
        return told[0] if told else cell

    def applied(self, mapping: FileMapping, gazetteer: Gazetteer) -> FileMapping:
        """The mapping with what the choices of the form stand for, by their labels."""
        words = dict(mapping.words)
        incident = self._worded(mapping.incident, Incident, words)
        case = self._worded(mapping.case, Case, words)
        records = {
            name: tuple(
                self._parted(name, replace(rule, fields=self._worded(rule.fields, LISTS[name], words)))
                for rule in rules
            )
            for name, rules in mapping.records.items()
        }
        place = mapping.place
        if place and (told := self.choices.get(_question(place.governorate))):
            place = replace(place, governorates={**place.governorates, **_governorates(told, gazetteer)})
        return replace(mapping, incident=incident, case=case, records=records, words=words, place=place)

    def _worded(
        self, rules: Mapping[str, FieldRule], record_type: type[Record], words: dict[str, Words]
    ) -> dict[str, FieldRule]:
        """Rules whose choices have codes of ours, with the list of them."""
        found = dict(rules)
        for name, rule in rules.items():
            kind = record_type.field(name).kind
            question = _question(next(iter(rule.columns), ""))
            if isinstance(kind, Choice | Choices) and (told := self.choices.get(question)):
                words[question] = _codes(told, kind.vocabulary)
                parted = question in self.several and isinstance(kind, Choices)
                found[name] = replace(rule, words=question, separator=_BETWEEN if parted else rule.separator)
        return found

    def _parted(self, name: str, rule: RecordRule) -> RecordRule:
        """One record for each of several choices, where the choice is what the record is; a person is no choice, and a
        number beside them is that of all."""
        naming = NAMES_IT.get(name, "")
        said = rule.fields.get(naming)
        if said is None or rule.each or _question(next(iter(said.columns), "")) not in self.several:
            return rule
        if any(one.columns and isinstance(LISTS[name].field(field).kind, Count) for field, one in rule.fields.items()):
            return rule
        fields = {**rule.fields, naming: replace(said, columns=(), each=True)}
        return replace(rule, fields=fields, each=said.columns, separator=_BETWEEN)


def form_of(survey: Iterable[Cells], choices: Iterable[Cells]) -> Form:
    """The form, of the rows of its two sheets."""
    lists: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in choices:
        labels = tuple(_labels(row))
        lists.setdefault(text_of(row.get("list_name")), {})[text_of(row.get("name"))] = labels
    asked = [row for row in survey if text_of(row.get("name"))]
    told = {text_of(row.get("name")): next(iter(_labels(row)), "") for row in asked}
    chosen = {
        text_of(row.get("name")): lists.get(text_of(row.get("type")).partition(" ")[2], {})
        for row in asked
        if text_of(row.get("type")).startswith("select_")
    }
    several = frozenset(text_of(row.get("name")) for row in asked if text_of(row.get("type")).startswith(_SEVERAL))
    return Form(told, chosen, several)


def _labels(row: Cells) -> Iterable[str]:
    return (text for column, cell in row.items() if column.startswith("label") and (text := text_of(cell)))


def _question(column: str) -> str:
    return column.replace(".", "/").rpartition("/")[2]


def _codes(told: Mapping[str, tuple[str, ...]], vocabulary: str) -> dict[str, str]:
    """Choices by the first of their labels that is a word of ours."""
    own = own_words(vocabulary)
    fits = {name: [code for label in labels if (code := code_of(label, own))] for name, labels in told.items()}
    return {name: codes[0] for name, codes in fits.items() if codes}


def _governorates(told: Mapping[str, tuple[str, ...]], gazetteer: Gazetteer) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, labels in told.items():
        fits = (gazetteer.named(label, levels=[Level.GOVERNORATE]) for label in labels)
        if codes := next((tuple(place.pcode for place in places) for places in fits if places), ()):
            found[name] = codes
    return found
