"""What the fields of a case mean together: errors that stop a save, what is needed to document, and hints."""

import datetime as dt
from collections.abc import Callable, Container, Iterator
from itertools import pairwise

from snhr_desktop.domain.case_counting import DIED, ENDS, TAKEN, identified
from snhr_desktop.domain.checks import (
    FUTURE,
    NO_SOURCE,
    NOT_CLASSIFIED,
    ONLY_COORDINATES,
    REAL_NAME_SHOWN,
    UNKNOWN_PLACE,
    age_problems,
    raised,
)
from snhr_desktop.domain.names import fold
from snhr_desktop.domain.records import CaseFile, CaseState
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import N_

NO_STATE = N_("Say when and how the person was taken: the first state of the case.")
BEGINS_OTHERWISE = N_("A case begins with an arrest or an abduction: whatever follows comes after it.")
TAKEN_TWICE = N_("A second arrest is a case of its own: close this one and enter the other.")
AFTER_END = N_("Nothing follows a release or a death but what is revealed of it; a new arrest is a case of its own.")
BEFORE_EARLIER = N_("This is before the state above it: put the states in the order they happened.")
NO_DATE = N_("The date is missing: without it the case is in no figure of a period.")
NO_LATER_DATE = N_("The date is missing: a month or a year will do.")
NO_PLACE = N_("The place of the arrest is missing.")
PARTY_UNKNOWN = N_("The party is not identified: this is recorded as an abduction and not counted as an arrest.")
WARRANT_MISSING = N_("It is not stated whether a warrant was shown.")
CIRCUMSTANCES_MISSING = N_("The circumstances of the arrest are not stated.")
BODY_MISSING = N_("It is not stated whether the body was handed over: until it is, this stays a disappearance.")
NO_NAME = N_("The name of the person is missing, in either language.")
NO_AGE = N_("Neither the age nor “child or adult” is stated.")


def case_problems(file: CaseFile, places: Container[str], today: dt.date) -> tuple[Problem, ...]:
    """Every problem of a case whose fields could be read.

    `places` says which p-codes exist. What is `needed` becomes an error once the status says documented.
    """
    found = [problem for check in _CHECKS for problem in check(file)]
    found += _places(file, places)
    found += _future(file, today)
    return raised(found, file.case.status)


def _person(file: CaseFile) -> Iterator[Problem]:
    case = file.case
    yield from age_problems("detention", 0, case.age, case.age_group)
    if not (case.name_ar or case.name_en):
        yield Problem("detention", "name_ar", NO_NAME, level="needed")
    if case.age is None and not case.age_group:
        yield Problem("detention", "age_group", NO_AGE, level="hint")
    if not case.classification:
        yield Problem("detention", "classification", NOT_CLASSIFIED, level="needed")


def _order(file: CaseFile) -> Iterator[Problem]:
    if not file.states:
        yield Problem("detention_state", "state", NO_STATE, level="needed")
    ended = taken = False
    for row, state in enumerate(file.states):
        if state.state in TAKEN and taken:
            yield Problem("detention_state", "state", TAKEN_TWICE, row)
        elif ended and state.state not in ("revealed", ""):
            yield Problem("detention_state", "state", AFTER_END, row)
        elif state.state and state.state not in TAKEN and not taken:
            yield Problem("detention_state", "state", BEGINS_OTHERWISE, row, level="needed")
        taken = taken or state.state in TAKEN
        ended = ended or state.state in ENDS


def _dates(file: CaseFile) -> Iterator[Problem]:
    for row, state in enumerate(file.states):
        if not state.date and state.state in TAKEN:
            yield Problem("detention_state", "date", NO_DATE, row, level="needed")
        elif not state.date and state.state:
            yield Problem("detention_state", "date", NO_LATER_DATE, row, level="hint")
    dated = [(row, state.date) for row, state in enumerate(file.states) if state.date]
    for (_, before), (row, after) in pairwise(dated):
        if before.first and after.last and after.last < before.first:
            yield Problem("detention_state", "date", BEFORE_EARLIER, row)


def _taking(file: CaseFile) -> Iterator[Problem]:
    for row, state in enumerate(file.states):
        if state.state in TAKEN:
            yield from _arrest(row, state)
        if state.state in DIED and not state.body:
            yield Problem("detention_state", "body", BODY_MISSING, row, level="hint")


def _arrest(row: int, state: CaseState) -> Iterator[Problem]:
    if not state.place:
        yield Problem("detention_state", "place", NO_PLACE, row, level="needed")
    if not identified(state):
        yield Problem("detention_state", "party", PARTY_UNKNOWN, row, level="hint")
    if not state.circumstances:
        yield Problem("detention_state", "circumstances", CIRCUMSTANCES_MISSING, row, level="hint")
    if not state.warrant and state.state == "arrested":
        yield Problem("detention_state", "warrant", WARRANT_MISSING, row, level="hint")


def _sources(file: CaseFile) -> Iterator[Problem]:
    if not any(state.source_kind for state in file.states):
        yield Problem("detention_state", "source_kind", NO_SOURCE, level="needed")
    real = {folded for state in file.states if (folded := fold(state.source_name))}
    for row, state in enumerate(file.states):
        if fold(state.source_pseudonym) in real:
            yield Problem("detention_state", "source_pseudonym", REAL_NAME_SHOWN, row)


def _places(file: CaseFile, places: Container[str]) -> Iterator[Problem]:
    if file.case.place_of_origin.pcode and file.case.place_of_origin.pcode not in places:
        yield Problem("detention", "place_of_origin", UNKNOWN_PLACE)
    for row, state in enumerate(file.states):
        if state.place.pcode and state.place.pcode not in places:
            yield Problem("detention_state", "place", UNKNOWN_PLACE, row)
        if state.place and not state.place.pcode and state.state in TAKEN:
            yield Problem("detention_state", "place", ONLY_COORDINATES, row, level="needed")


def _future(file: CaseFile, today: dt.date) -> Iterator[Problem]:
    for row, state in enumerate(file.states):
        if state.date.first and state.date.first > today:
            yield Problem("detention_state", "date", FUTURE, row)


_CHECKS: tuple[Callable[[CaseFile], Iterator[Problem]], ...] = (_person, _order, _dates, _taking, _sources)
