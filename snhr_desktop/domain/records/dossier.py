"""The dossier: an incident with all that hangs on it, as it is entered, saved, read and printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Any, Self

from snhr_desktop.domain.records.attribution import Attribution
from snhr_desktop.domain.records.facility import FacilityImpact
from snhr_desktop.domain.records.incident import Incident
from snhr_desktop.domain.records.record import Record
from snhr_desktop.domain.records.source import Source
from snhr_desktop.domain.records.victim import Victim
from snhr_desktop.domain.records.weapon import WeaponUse
from snhr_desktop.errors import Problem

CHILDREN: Mapping[str, type[Record]] = MappingProxyType(
    {
        "victims": Victim, "attributions": Attribution, "facilities": FacilityImpact, "weapons": WeaponUse,
        "sources": Source,
    }
)  # fmt: skip
"""The lists of a dossier and the record type each holds."""


@dataclass(frozen=True)
class Dossier:
    """One incident and its victims, attributions, facilities, weapons and sources.

    `revision` is the number of the saved revision it was read from, 0 for a new one; a save is refused when the
    store has moved on since.
    """

    incident: Incident
    victims: tuple[Victim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    facilities: tuple[FacilityImpact, ...] = ()
    weapons: tuple[WeaponUse, ...] = ()
    sources: tuple[Source, ...] = ()
    revision: int = 0

    def children(self) -> Mapping[str, tuple[Record, ...]]:
        """The lists by name."""
        return {name: getattr(self, name) for name in CHILDREN}

    def records(self) -> tuple[Record, ...]:
        """The incident and every child."""
        return (self.incident, *(child for children in self.children().values() for child in children))

    def dump(self) -> dict[str, Any]:
        """The whole as JSON carries it: what a draft is, and what `parse` reads."""
        lists = {name: [child.dump() for child in children] for name, children in self.children().items()}
        return {"incident": self.incident.dump(), "revision": self.revision} | lists

    @classmethod
    def parse(cls, raw: Mapping[str, Any]) -> tuple[Self, tuple[Problem, ...]]:
        """A dossier of untrusted input and what is wrong with it, field by field; rows left blank are dropped.

        Reads fields only. What they mean together is `domain.checks`.
        """
        incident, problems = Incident.parse(_mapping(raw.get("incident")))
        lists: dict[str, Any] = {}
        found = list(problems)
        for name, record_type in CHILDREN.items():
            rows, wrong = _parse_rows(record_type, raw.get(name) or ())
            lists[name] = rows
            found += wrong
        return cls(incident, revision=int(raw.get("revision") or 0), **lists), tuple(found)

    def without_sensitive(self) -> Self:
        """The dossier as it may leave the room of sources."""
        lists: dict[str, Any] = {
            name: tuple(child.without_sensitive() for child in children) for name, children in self.children().items()
        }
        return replace(self, incident=self.incident.without_sensitive(), **lists)


def _parse_rows(record_type: type[Record], rows: Sequence[Any]) -> tuple[tuple[Record, ...], list[Problem]]:
    kept: list[Record] = []
    problems: list[Problem] = []
    for row, raw in enumerate(rows):
        entered = _mapping(raw)
        # a row nobody touched is no victim; a row that says only "one person, killed" is one
        # (0 equals False, yet a victim of age 0 is said)
        if all(value is False or value in ("", None, (), []) for value in entered.values()):
            continue
        record, wrong = record_type.parse(entered, row)
        kept.append(record)
        problems += wrong
    return tuple(kept), problems


def _mapping(raw: object) -> Mapping[str, Any]:
    return raw if isinstance(raw, Mapping) else {}


assert {f.name for f in fields(Dossier)} == {"incident", "revision", *CHILDREN}
