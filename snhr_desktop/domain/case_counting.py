"""What a case contributes to the figures of arrests, stated once.

Source of the rules: the network's monthly reports of detention. An arrest counts in the month it happened in, under
the party that made it; what has become of it since is told beside it. An abduction by a party nobody identified is
recorded and is no arrest. A death in custody whose body nobody has seen stays a disappearance until it is revealed.
"""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from snhr_desktop.domain.counting import (
    COUNTED,
    PENDING,
    SET_ASIDE,
    area_facts,
    month_of,
    party_group,
    party_row,
    standing,
    victim_class,
)
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Case, CaseFile, CaseState
from snhr_desktop.domain.values import NO_SITE

TAKEN = frozenset({"arrested", "abducted"})
"""States that a case begins with."""
DIED = frozenset({"died", "died_torture"})
ENDS = DIED | {"released"}
"""States after which the person is held no longer."""

ARREST, ABDUCTION, RELEASE = "arrest", "abduction", "release"
HELD, DISAPPEARED, RELEASED, DEAD = "held", "disappeared", "released", "died"


class CaseFact(NamedTuple):
    """One event of a case that figures may count: `arrest`, `abduction` (party not identified) or `release`.

    The first columns are those of an incident's fact. `outcome` is what has become of the person since, the same at
    each event of a case.
    """

    event: str
    standing: str
    first: dt.date | None
    last: dt.date | None
    month: str
    governorate: str
    district: str
    subdistrict: str
    party: str
    party_row: str
    party_group: str
    published_subdistrict: str
    victim_class: str
    outcome: str


def case_facts(file: CaseFile, places: Gazetteer) -> tuple[CaseFact, ...]:
    """The events of a case; a release without a party or place of its own has those of the arrest.

    One without a date may have been on any day from the arrest on: so it is told apart, and never lost.
    Who was abducted by nobody knows whom, and came free, is no release.
    """
    taken = next((state for state in file.states if state.state in TAKEN), None)
    if taken is None:
        return ()
    released = next((state for state in file.states if state.state == "released"), None)
    event = ARREST if identified(taken) else ABDUCTION
    found = [_fact(event, file, taken, taken, places)]
    if released is not None and (identified(released) or event == ARREST):
        found.append(_fact(RELEASE, file, released, taken, places))
    return tuple(found)


def identified(state: CaseState) -> bool:
    """Whether it is known whose doing a state is."""
    return state.party not in ("", "unidentified")


def outcome(states: Sequence[CaseState]) -> str:
    """What has become of a person: `held`, `disappeared`, `released` or `died`, as far as the states tell.

    A death without a body handed over is a disappearance, until the body is or the fate is revealed; a fate revealed
    without a death ends a disappearance as well.
    """
    found, dead = HELD, False
    for state in states:
        dead = dead or state.state in DIED
        if state.state == "released":
            found = RELEASED
        elif state.state == "disappeared":
            found = DISAPPEARED
        elif state.state in DIED:
            found = DEAD if state.body == "yes" else DISAPPEARED
        elif state.state == "revealed" and found == DISAPPEARED:
            found = DEAD if dead else HELD
    return found


def case_standing(case: Case) -> str:
    """As for incidents; who was armed is set aside, and who may have been is not counted before it is known."""
    if case.civil_status == "armed":
        return SET_ASIDE
    found = standing(case)
    return PENDING if case.civil_status == "unknown" and found == COUNTED else found


def _fact(event: str, file: CaseFile, state: CaseState, taken: CaseState, places: Gazetteer) -> CaseFact:
    party = state.party if identified(state) else taken.party
    parties = frozenset({party} - {"", "unidentified"})
    place = state.place if state.place != NO_SITE else taken.place
    first, last = state.date.first, state.date.last
    if first is None and taken.date.first is not None:
        first, last = taken.date.first, dt.date.max
    return CaseFact(
        event=event,
        standing=case_standing(file.case),
        first=first,
        last=last,
        month=month_of(state.date),
        **area_facts(place, file.case.place_shown, places),
        party=next(iter(parties), ""),
        party_row=party_row(parties),
        party_group=party_group(parties),
        victim_class=victim_class(file.case),
        outcome=outcome(file.states),
    )
