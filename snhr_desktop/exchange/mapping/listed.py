"""Numbers of people some of whom other records of the same file list as well: the rules have to know of each other."""

from collections.abc import Sequence
from dataclasses import replace

from snhr_desktop.exchange.mapping.rules import FieldRule, RecordRule


def told_once(victims: Sequence[RecordRule], before: Sequence[RecordRule] = ()) -> tuple[RecordRule, ...]:
    """The rules of victims, in which those that count people know that others list some of these.

    What stood so `before` was said by whoever wrote it, and stays.
    """
    return tuple(
        replace(one, listed=True)
        if _is_listed(one, victims) and not (one in before and _is_listed(one, before))
        else one
        for one in victims
    )


def _is_listed(rule: RecordRule, victims: Sequence[RecordRule]) -> bool:
    """Whether there are persons, or numbers of a repeat beside one of the whole row, who met the same end."""
    outcome = rule.fields.get("outcome")
    if not rule.each or not outcome or not outcome.value:
        return False
    others = (one for one in victims if not one.each or (one.source and not rule.source))
    return any(_may_have(one.fields.get("outcome"), outcome.value) for one in others)


def _may_have(said: FieldRule | None, outcome: str) -> bool:
    return said is None or bool(said.used()) or said.value in (None, outcome)
