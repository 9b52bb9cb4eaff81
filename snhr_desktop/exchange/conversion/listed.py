"""People whom a number counts and other records list as well, one by one or place by place: each is counted once.

Whoever was counted as a civilian, a woman or a child and is listed without that is still one, where no other number
may count them; where several may, the total is right and the record is told as doubtful.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from snhr_desktop.domain.counting import ADULT_FROM
from snhr_desktop.domain.records import Victim
from snhr_desktop.exchange.conversion.notes import Notes
from snhr_desktop.exchange.conversion.parts import number_of
from snhr_desktop.exchange.conversion.records import Kept, Records

_VICTIMS = "victims"
_CLASSES = ("sex", "age_group", "civil_status")
_UNSAID = Victim.field("outcome").default


@dataclass
class _People:
    """A record of persons, where it stands in the list, and how many of them are not accounted for yet."""

    at: int
    record: dict[str, Any]
    left: int
    whole: int

    def says(self, field: str) -> str:
        """Sex, age group or status, blank where it is not known."""
        said = str(self.record.get(field) or "")
        if field == "age_group" and (age := number_of(self.record.get("age"))) is not None:
            return "child" if age < ADULT_FROM else "adult"
        return "" if said == "unknown" else said

    def take(self, other: "_People") -> None:
        """Those of the other are among these."""
        both = min(self.left, other.left)
        self.left, other.left = self.left - both, other.left - both


class Listed:
    """Takes those who are listed out of the numbers of the rules that may count them too.

    Numbers of a repeat go before those of the row: these count all of them.
    """

    def __init__(self, rules: Sequence[Records]) -> None:
        wholes = [one for one in rules if one.name == _VICTIMS and one.rule.listed]
        levels = ([one for one in wholes if bool(one.rule.source) is within] for within in (True, False))
        self._levels = [some for some in levels if some]

    def settle(self, kept: Kept, notes: Notes) -> None:
        """Count each person of an incident once, and tell where more are listed than counted."""
        for rules in self._levels:
            by_outcome: dict[str, list[Records]] = {}
            for one in rules:
                by_outcome.setdefault(str(one.rule.fields["outcome"].value), []).append(one)
            for outcome, some in by_outcome.items():
                self._settle(some, outcome, kept, notes)

    def _settle(self, rules: Sequence[Records], outcome: str, kept: Kept, notes: Notes) -> None:
        counted = _counted(rules, kept)
        ours = {one.at for one in counted}
        others = [one for one in _people(kept, outcome) if one.at not in ours]
        if not counted or not others:
            return
        whole, listed = (sum(one.left for one in some) for some in (counted, others))
        first = kept.origins[_VICTIMS][counted[0].at]
        _take(counted, others)
        for one in others:
            _learn(one, [those for those in counted if those.whole and _is_any(one, those)])
        for those in counted:
            those.record["number"] = those.left
        kept.drop(_VICTIMS, {one.at for one in counted if not one.left})
        notes.row = first.row
        notes.found(_told(counted, others), first.each, counted=whole, listed=listed)


def _take(counted: Sequence[_People], others: Sequence[_People]) -> None:
    """Take those who are listed out of the numbers: of what is known of them first, of the narrowest number first;
    whoever may be of several out of the widest, so that what is counted by sex, age and status stays as it is told.
    """
    widest = sorted(counted, key=lambda those: sum(bool(those.says(field)) for field in _CLASSES))
    for fits, some in ((_is_of, counted), (_is_but_for_status, counted), (_is_any, widest)):
        for one in others:
            for those in some:
                if fits(one, those):
                    those.take(one)


def _learn(one: _People, numbers: Sequence[_People]) -> None:
    """Somebody of whom a file does not say it is what all the numbers say that may count them."""
    if one.left or not one.whole:
        return
    for field in _CLASSES:
        said = {those.says(field) for those in numbers}
        if not one.says(field) and len(said) == 1 and "" not in said:
            one.record[field] = said.pop()


def _told(counted: Sequence[_People], others: Sequence[_People]) -> str:
    """The finding: more listed than counted, fewer of a sex, age or status than counted, or neither."""
    if any(one.left for one in others):
        return "more_listed"
    for field in _CLASSES:
        for said in {those.says(field) for those in counted} - {""}:
            told = sum(those.whole for those in counted if those.says(field) == said)
            left = sum(those.left for those in counted if those.says(field) == said)
            if left + sum(one.whole for one in others if one.says(field) == said) < told:
                return "listed_unsure"
    return "also_listed"


def _counted(rules: Sequence[Records], kept: Kept) -> list[_People]:
    """What the rules counted, the narrowest first."""
    compiled = [rule.values for rule in rules]
    found = _of(kept, (at for at, one in enumerate(kept.origins[_VICTIMS]) if one.values in compiled))
    return sorted(found, key=lambda one: sum(not one.says(field) for field in ("age_group", "sex")))


def _people(kept: Kept, outcome: str) -> Iterator[_People]:
    """The victims that had an outcome."""
    records = kept.records[_VICTIMS]
    yield from _of(kept, (at for at, one in enumerate(records) if one.get("outcome", _UNSAID) == outcome))


def _of(kept: Kept, places: Iterable[int]) -> Iterator[_People]:
    """Those whose number can be read; any other refuses the record later."""
    for at in places:
        record = kept.records[_VICTIMS][at]
        number = number_of(record.get("number", 1))
        if number is not None:
            yield _People(at, record, number, number)


def _is_of(one: _People, those: _People) -> bool:
    """Whether somebody is by all that is known one of those who are counted."""
    return all(those.says(field) in ("", one.says(field)) for field in _CLASSES)


def _is_but_for_status(one: _People, those: _People) -> bool:
    """Whether somebody of whom nobody said civilian or armed is one of them by sex and age."""
    strict = all(those.says(field) in ("", one.says(field)) for field in ("sex", "age_group"))
    return strict and _may_be(one.says("civil_status"), those.says("civil_status"))


def _is_any(one: _People, those: _People) -> bool:
    """Whether somebody of whom less is known may be one of them."""
    return all(_may_be(one.says(field), those.says(field)) for field in _CLASSES)


def _may_be(said: str, wanted: str) -> bool:
    return not said or not wanted or said == wanted
