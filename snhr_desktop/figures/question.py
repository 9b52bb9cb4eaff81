"""What a figure asks of the facts, as data: which facts, which of them, and what of each is added up.

A question names columns and codes only. Codes are bound as parameters where it is put to the store (`asking`).
"""

from dataclasses import dataclass
from enum import StrEnum

from snhr_desktop.domain.counting import COUNTED


class Facts(StrEnum):
    """The tables of facts: what each incident, victim, facility and weapon counts as, and each event of a case."""

    INCIDENT = "incident_fact"
    VICTIM = "victim_fact"
    FACILITY = "facility_fact"
    WEAPON = "weapon_fact"
    CASE = "case_fact"

    @property
    def of_cases(self) -> bool:
        """Whether they are told of cases; all others are told of incidents."""
        return self is Facts.CASE

    @property
    def head(self) -> str:
        """The record type that the facts are of, which is the table of its heads as well."""
        return "detention" if self.of_cases else "incident"


@dataclass(frozen=True)
class Condition:
    """A column holds one of the codes or, where `holds` is false, none of them."""

    column: str
    codes: tuple[str | int, ...]
    holds: bool = True


def among(column: str, *codes: str | int) -> Condition:
    """The column holds one of these."""
    return Condition(column, codes)


def outside(column: str, *codes: str | int) -> Condition:
    """The column holds anything but these."""
    return Condition(column, codes, holds=False)


class Dates(StrEnum):
    """How the possible days of an incident must lie to the period, bounds inclusive."""

    WITHIN = "within"
    STRADDLING = "straddling"


@dataclass(frozen=True)
class Frame:
    """Which incidents a question looks at, before scope and area narrow them further."""

    standing: str = COUNTED
    dates: Dates = Dates.WITHIN


COUNTABLE = Frame()
"""Documented and classified as a violation, every possible day inside the period."""


@dataclass(frozen=True)
class Question:
    """What is counted.

    `measure` is the column added up, or blank where each fact is one. `nullable` says that the measure may be
    unknown: such facts add nothing and are told apart. `part` makes a share of the facts that also meet it.
    """

    facts: Facts
    where: tuple[Condition, ...] = ()
    measure: str = ""
    nullable: bool = False
    part: tuple[Condition, ...] = ()
    frame: Frame = COUNTABLE
