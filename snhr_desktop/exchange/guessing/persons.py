"""Whether a row of the file is somebody, or only counts people: a note or a blank column beside numbers is nobody."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from snhr_desktop.exchange.guessing.lexicon import INJURED, KILLED
from snhr_desktop.exchange.guessing.looks import Column
from snhr_desktop.exchange.guessing.targets import ColumnGuess

_NOTES = "victims.notes"
_NOTES_OF_INCIDENT = "incident.review_notes"
"""Where they stay among us: what is noted beside numbers may name somebody."""
_COUNTS = frozenset({KILLED, INJURED, "toll.minimum", "toll.maximum"})
_TELLING = frozenset(
    {"victims.name_ar", "victims.name_en", "victims.father_ar", "victims.sex", "victims.outcome"}
)  # fmt: skip
"""What names somebody, or says who it was and what happened to them."""


def without_nobody(
    columns: Sequence[Column], guesses: Sequence[ColumnGuess], chosen: Collection[str]
) -> tuple[ColumnGuess, ...]:
    """The guesses, in which no column makes a person of a row that tells of none: notes are those of the incident, and
    beside numbers what else might be a person's stays unmapped. What is `chosen` for a column stays."""
    if any(one.target in _COUNTS for one in guesses):
        told = any(one.target in _TELLING and column.texts for one, column in zip(guesses, columns, strict=True))
    else:
        told = any(_of_person(one) and one.target != _NOTES for one in guesses)
    return tuple(guesses) if told else tuple(_of_incident(guesses, chosen))


def _of_person(guess: ColumnGuess) -> bool:
    return guess.target.startswith("victims.")


def _of_incident(guesses: Sequence[ColumnGuess], chosen: Collection[str]) -> Iterator[ColumnGuess]:
    free = all(one.target != _NOTES_OF_INCIDENT for one in guesses)
    for one in guesses:
        if not _of_person(one) or one.column in chosen:
            yield one
        elif one.target == _NOTES and free:
            yield replace(one, target=_NOTES_OF_INCIDENT)
        else:
            yield replace(one, target="", confidence=0.0)
