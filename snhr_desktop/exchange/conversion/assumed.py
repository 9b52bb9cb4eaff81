"""Kinds of violation that no column says: those that follow from what became of the people that a row tells of, and
those that a mapping has for every incident, held against that."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from snhr_desktop.domain.records import Dossier, Victim
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.exchange.assumptions import KIND_OF, assumed_kinds
from snhr_desktop.exchange.conversion.notes import Notes
from snhr_desktop.exchange.mapping import FileMapping

_UNSAID = Victim.field("outcome").default


class AssumedKinds:
    """Those of one mapping."""

    def __init__(self, mapping: FileMapping) -> None:
        rule = mapping.incident.get("kinds")
        self._following = (
            [kind for kind in rule.value or () if kind in KIND_OF.values()] if rule and rule.follows else []
        )
        self._outcomes = {kind: outcome for outcome, kind in KIND_OF.items() if kind in assumed_kinds(mapping)}
        told_by = [
            column for rule in mapping.records.get("victims", ()) for column in (*rule.each, *sorted(rule.used()))
        ]
        self._told_by = next(iter(told_by), "")
        self._columns = {outcome: _column(mapping, outcome) for outcome in self._outcomes.values()}

    def of_all(self, mapping: FileMapping) -> FileMapping:
        """The mapping without the kinds that follow: what it has for every incident."""
        if not self._following:
            return mapping
        rule = mapping.incident["kinds"]
        always = [kind for kind in rule.value if kind not in self._following]
        return replace(mapping, incident={**mapping.incident, "kinds": replace(rule, value=always)})

    def befallen(self, victims: Sequence[Mapping[str, Any]]) -> Iterator[str]:
        """The kinds that follow from what became of some people, as their rows are read."""
        if not self._following:
            return
        became = {victim.get("outcome", _UNSAID) for victim in victims}
        yield from (kind for outcome, kind in KIND_OF.items() if kind in self._following and outcome in became)

    def look(self, dossier: Dossier, notes: Notes) -> None:
        """Tell each kind that nobody of an incident suffered, and that nothing says what it was where nobody is told
        of."""
        if self._following and not dossier.incident.kinds:
            notes.found("kind_open", self._told_by)
        if not self._outcomes:
            return
        suffered = {victim.outcome for victim in dossier.victims}
        for kind, outcome in self._outcomes.items():
            if outcome not in suffered and (column := self._columns[outcome]):
                notes.found("kind_of_nobody", column, given=vocabulary("violation")[kind].label)


def _column(mapping: FileMapping, outcome: str) -> str:
    """The column that tells of people to whom it was done; blank where none would."""
    for rule in mapping.records.get("victims", ()):
        said = rule.fields.get("outcome")
        if said and said.value == outcome and rule.each:
            return rule.each[0]
        if said and said.columns:
            return said.columns[0]
    return ""
