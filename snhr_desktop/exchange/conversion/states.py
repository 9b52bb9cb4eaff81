"""What a word says that became of a person, held against the states before it."""

from collections.abc import Mapping, Sequence
from typing import Any

from snhr_desktop.domain.case_counting import ENDS, TAKEN
from snhr_desktop.domain.records import CaseState
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.cells import first_filled, text_of
from snhr_desktop.exchange.conversion.notes import Notes, cells_of
from snhr_desktop.exchange.conversion.records import Kept, Origin
from snhr_desktop.exchange.conversion.values import Value
from snhr_desktop.i18n import N_

STATE_NOT_SAID = N_(
    "The row tells a day or more of something that followed, and not what it was (a release, a death). Fill in this "
    "cell, or clear the others."
)

State = dict[str, Any]


def settle_following(kept: Kept, first: Mapping[str, Value], notes: Notes) -> None:
    """Leave out each state that the words of a row say and that adds nothing to those before it: that the person is
    held still, or what another column told with its day. `first` are the values of the rule of the arrest.

    One of which more is told, and not which state it is, refuses the row: as a state without a name it would count for
    nothing.
    """
    states, origins = kept.records["states"], kept.origins["states"]
    nothing: set[int] = set()
    for at, (state, origin) in enumerate(zip(states, origins, strict=True)):
        if origin.values is first or not _by_cells(origin):
            continue
        if not state.get("state"):
            if _more(state):
                cell = origin.cell("state", notes)
                notes.problems.append(Problem(CaseState.type_name, "state", STATE_NOT_SAID, at, cell=cell))
            nothing.add(at)
        elif _adds_nothing(state, states[:at], origin, notes):
            nothing.add(at)
    kept.drop("states", nothing)


def tell_party_left_out(kept: Kept, notes: Notes) -> None:
    """Tell the word of the party of an arrest that no code stands for, whether or not it was left out on purpose: what
    is counted of the case follows from the party."""
    for state, origin in zip(kept.records["states"], kept.origins["states"], strict=True):
        told = origin.values.get("party")
        if state.get("state") not in TAKEN or state.get("party") or told is None:
            continue
        cells = cells_of(origin.row)
        if column := first_filled(cells, told.columns):
            notes.row = origin.row
            notes.found("party_left_out", column, given=text_of(cells.get(column))[:80])


def says_something(value: Any) -> bool:
    """Whether a raw value is more than blank."""
    return any(value.values()) if isinstance(value, dict) else value not in (None, "")


def _by_cells(origin: Origin) -> bool:
    return (told := origin.values.get("state")) is not None and told.told_by_cells


def _more(state: State) -> list[str]:
    """The fields beside the state that say something; that no body was handed over is said of the living too."""
    said = (name for name, value in state.items() if name != "state" and says_something(value))
    return [name for name in said if name != "body" or state[name] == "yes"]


def _adds_nothing(state: State, before: Sequence[State], origin: Origin, notes: Notes) -> bool:
    """Whether those before it tell of a state already. That somebody is held after a release or a death they do not:
    the checks refuse such a row."""
    if state["state"] not in TAKEN:
        return not _more(state) and any(one.get("state") == state["state"] for one in before)
    if any(one.get("state") in ENDS for one in before):
        return False
    _held_still(state, origin, notes)
    if not before or before[0].get("state") not in TAKEN:
        return False
    if state["state"] == "abducted":
        before[0]["state"] = "abducted"
    return True


def _held_still(state: State, origin: Origin, notes: Notes) -> None:
    """A day beside the word is no day of the arrest, which is told elsewhere: it is left out, and said to be."""
    cells = cells_of(origin.row)
    notes.row = origin.row
    for name in _more(state):
        del state[name]
        value = origin.values[name]
        if column := first_filled(cells, value.columns):
            notes.found("value_left_out", column, column=value.field.label, given=text_of(cells.get(column))[:80])
