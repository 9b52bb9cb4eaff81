"""What is to become of one record of a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from snhr_desktop.domain.records import CaseFile, Dossier, RecordSet
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.asking import Questions
from snhr_desktop.exchange.convert import Converted
from snhr_desktop.store.bodies import Body, FieldChange
from snhr_desktop.store.ready import Ready

CREATED, UPDATED, UNCHANGED, REFUSED = "created", "updated", "unchanged", "refused"


@dataclass(frozen=True)
class Planned:
    """What is to become of one row. `dossier` is what will be saved, with the identity it has here.

    `present` is the identity of the record that a file of this data set brought before and this one leaves as it is.
    `claimed` says that a record which a file of our own brought says to be the same one, which is none's but its own.
    `beside` is the reference of an incident of the same place and day from elsewhere, where this one is new,
    `near` that of one of the same list that it may be with its day or place corrected.
    A new one may be `ready` to be written instead. `brought` is what the file says where that is not what is saved;
    `changes` are what that changes of a record that is here, and `before` is that record as it stands.
    """

    row: int
    key: str
    outcome: str
    dossier: Dossier | None = None
    problems: tuple[Problem, ...] = ()
    edited: bool = False
    case: CaseFile | None = None
    rows: tuple[int, ...] = ()
    brought: Body | None = None
    questions: Questions = field(default_factory=Questions)
    parts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    claimed: bool = False
    beside: str = ""
    near: str = ""
    present: str = ""
    ready: Ready | None = None
    changes: tuple[FieldChange, ...] = ()
    before: RecordSet | None = None

    @classmethod
    def refused(cls, row: Converted, *problems: Problem) -> Self:
        """One that is not taken in."""
        return cls(row.row, row.key, REFUSED, problems=problems)

    @classmethod
    def to_save(cls, row: Converted, outcome: str, given: RecordSet) -> Self:
        """One that is taken in as `given`."""
        if isinstance(given, CaseFile):
            return cls(row.row, row.key, outcome, case=given, rows=row.rows)
        assert isinstance(given, Dossier)
        return cls(row.row, row.key, outcome, given, rows=row.rows, parts=row.parts)

    @property
    def saving(self) -> RecordSet | None:
        """What will be saved, if anything."""
        return self.dossier or self.case
