"""Kinds of violation that a mapping assumes of every incident, held against the people that a row tells of."""

from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.exchange.assumptions import KIND_OF, assumed_kinds
from snhr_desktop.exchange.conversion.notes import Notes
from snhr_desktop.exchange.mapping import FileMapping


class AssumedKinds:
    """Those of one mapping."""

    def __init__(self, mapping: FileMapping) -> None:
        self._outcomes = {kind: outcome for outcome, kind in KIND_OF.items() if kind in assumed_kinds(mapping)}
        self._columns = {outcome: _column(mapping, outcome) for outcome in self._outcomes.values()}

    def look(self, dossier: Dossier, notes: Notes) -> None:
        """Tell each kind that nobody of an incident suffered."""
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
