"""Follows a mapping of people who were taken: each row as one case of detention or disappearance with its states."""

from collections.abc import Sequence
from typing import Any

from snhr_desktop.domain import checks
from snhr_desktop.domain.case_checks import case_problems
from snhr_desktop.domain.records import CaseFile, CaseState, Dossier
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.conversion.mapped_rows import MappedRows
from snhr_desktop.exchange.conversion.notes import Notes
from snhr_desktop.exchange.conversion.records import Kept, Origin
from snhr_desktop.exchange.conversion.several import tell_name
from snhr_desktop.exchange.conversion.states import says_something, settle_following, tell_party_left_out
from snhr_desktop.exchange.reading import Row


class MappedCases(MappedRows):
    """Date and place of the mapping are those of the first state; a state of which no cell says anything is none.

    Where the date or the place alone is said, the first state is what the mapping says that it is: what followed never
    takes the date of the arrest.
    """

    def _raw(self, rows: Sequence[Row], notes: Notes) -> tuple[dict[str, Any], Kept]:
        case, said = self._heads.read(rows, notes)
        first = {name: case.pop(name) for name in ("date", "place") if name in case}
        said.append(case.pop("landmark_ar", ""))
        tell_name(case, self._heads.values, notes)
        case["origin"] = f"{self.code}:{notes.key}"
        case["review_notes"] = "\n".join(note for note in said if note)
        kept = self._kept(rows, notes)
        is_first = self._first_of(kept, rows[0], said=any(map(says_something, first.values())))
        settle_following(kept, self._records[0].values, notes)
        tell_party_left_out(kept, notes)
        if is_first:
            states = kept.records["states"]
            states[0] = first | {name: value for name, value in states[0].items() if value not in (None, "")}
        return {"case": case, **kept.records}, kept

    def _first_of(self, kept: Kept, row: Row, *, said: bool) -> bool:
        """Whether the first state is there. Where its date or place is `said`, it is."""
        rule, origins = self._records[0], kept.origins["states"]
        if origins and origins[0].values is rule.values:
            return True
        constant = rule.values.get("state")
        if not said or constant is None or constant.rule.value is None:
            return False
        kept.records["states"].insert(0, {"state": constant.rule.value})
        origins.insert(0, Origin(row, rule.values, ""))
        return True

    def _parsed(self, raw: dict[str, Any]) -> tuple[tuple[Dossier | None, CaseFile | None], tuple[Problem, ...]]:
        file, found = CaseFile.parse(raw)
        found = (*checks.raised(found, file.case.status), *case_problems(file, self.gazetteer, self.today))
        stopping = checks.stops(found)
        return (None, None if stopping else file), stopping

    def _cell(self, problem: Problem, rows: Sequence[Row], kept: Kept, notes: Notes) -> str:
        found = super()._cell(problem, rows, kept, notes)
        of_first = problem.record == CaseState.type_name and problem.row == 0
        if of_first and problem.field in ("date", "place") and not self._own(kept, problem.field):
            return self._heads.cell(rows, problem.field, notes)
        return found

    def _own(self, kept: Kept, field: str) -> bool:
        """Whether the first state has a column of its own for a field."""
        return any(field in origin.values for origin in kept.origins.get("states", ())[:1])
