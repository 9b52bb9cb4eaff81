"""Whose incidents are counted: everybody's, those of a group of parties, or one party's.

A group is not a party. An incident is in a group's scope when every responsible party belongs to it, and is counted
once however many of them were named.
"""

from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.domain.vocabularies.parties import SCOPE
from snhr_desktop.errors import UnknownCode
from snhr_desktop.figures.question import Condition, among
from snhr_desktop.i18n import N_

ALL = "all"
KIND = N_("a scope")
_GROUPS = frozenset(term.code for term in SCOPE) - {ALL}


def scope_condition(scope: str) -> Condition | None:
    """What an incident must be to lie in a scope; None where every incident does. Raises `UnknownCode`.

    A party's scope is its row of the table by party: joint attributions stand in rows of their own and are not
    in it. Iranian militias, who share the regime's row, are told apart where they alone are held responsible.
    """
    term = vocabulary("scope").get(scope)
    if term is None:
        raise UnknownCode(code=scope, kind=KIND, known=tuple(vocabulary("scope")))
    if scope == ALL:
        return None
    if scope in _GROUPS:
        return among("party_group", scope)
    return among("party" if term.group == "regime" else "party_row", scope)
