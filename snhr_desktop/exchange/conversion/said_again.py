"""A number of people that several rows of one incident say: each row of a list of victims repeats the toll."""

from collections.abc import Sequence

from snhr_desktop.domain.records import Victim
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.cells import number_text
from snhr_desktop.exchange.conversion.notes import Notes
from snhr_desktop.exchange.conversion.records import Kept, Records
from snhr_desktop.i18n import N_

_VICTIMS = "victims"
NUMBERS_DIFFER = N_("Rows of one incident say different numbers in “{column}”: {taken}, and here {other}.")


class SaidAgain:
    """Counts such a number once. Where rows that name people say different ones, nobody knows which is right, and the
    record is refused; numbers of rows that name nobody are of several places or houses, and add up.
    """

    def __init__(self, rules: Sequence[Records]) -> None:
        of_rows = [one for one in rules if one.name == _VICTIMS and not one.rule.source]
        self._persons = [one.values for one in of_rows if not one.rule.each]
        numbers = [one for one in of_rows if "number" in one.values and one.values["number"].rule.each]
        self._numbers = [(one, column) for one in numbers for column in one.rule.each]

    def settle(self, kept: Kept, notes: Notes) -> None:
        """Look at the numbers of an incident that has several rows."""
        if self._numbers:
            named = {one.row.number for one in kept.origins[_VICTIMS] if one.values in self._persons}
            kept.drop(_VICTIMS, {at for both in self._numbers for at in self._again(*both, named, kept, notes)})

    def _again(self, rule: Records, column: str, named: set[int], kept: Kept, notes: Notes) -> Sequence[int]:
        """Where the records stand that say once more what the first of a column does."""
        origins, records = kept.origins[_VICTIMS], kept.records[_VICTIMS]
        said = [at for at, one in enumerate(origins) if one.values is rule.values and one.each == column]
        numbers = [number_text(records[at]["number"]) for at in said]
        is_of_people = not named.isdisjoint(origins[at].row.number for at in said)
        if len(set(numbers)) > 1 and is_of_people:
            other = next(at for at, number in enumerate(numbers) if number != numbers[0])
            notes.row = origins[said[other]].row
            told: dict[str, object] = {"column": column, "taken": numbers[0], "other": numbers[other]}
            notes.problems.append(
                Problem(Victim.type_name, "number", NUMBERS_DIFFER, values=told, cell=notes.at(column))
            )
        return said[1:] if len(set(numbers)) == 1 and (is_of_people or rule.rule.listed) else ()
