"""Columns that say several things of a person in one word («طفلة», “man”): sex, age and standing."""

from snhr_desktop.domain.kinds import Choice, Kind
from snhr_desktop.exchange.conversion.terms import Lookup
from snhr_desktop.exchange.mapping import FieldRule, FileMapping

_OF_A_PERSON = frozenset({"sex", "age_group", "civil_status"})


def beside(mapping: FileMapping, rule: FieldRule, kind: Kind) -> tuple[Lookup, ...]:
    """What else of a person the column of a rule is read for: a word that has a code there and none here, such as a
    boy’s among words of age, adds nothing here. One that has no code in any of them is told."""
    if not isinstance(kind, Choice) or kind.vocabulary not in _OF_A_PERSON or len(rule.columns) != 1:
        return ()
    return tuple(
        Lookup(mapping.words.get(one.words, {}), other.kind)
        for one, other, _ in mapping.rules()
        if one.columns == rule.columns
        and isinstance(other.kind, Choice)
        and other.kind.vocabulary in _OF_A_PERSON - {kind.vocabulary}
    )
