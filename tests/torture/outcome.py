"""What a torture did and found: one line of the table that `make torture` prints, one object of its results."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

MOST_TOLD = 20
"""Faults that are written out; the others are counted."""


@dataclass
class Outcome:
    """`tried` is how often the world failed, `found` what came of it, `faults` what must never come."""

    name: str
    tried: int = 0
    found: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def note(self, *what: str) -> None:
        """Count one try with what came of it."""
        self.tried += 1
        self.found.update(what)

    def fault(self, what: str) -> None:
        """Note what must not be."""
        self.faults.append(what)

    def dump(self) -> dict[str, Any]:
        """As JSON carries it."""
        told = asdict(self) | {"found": dict(self.found), "faults": len(self.faults)}
        return told | {"told": self.faults[:MOST_TOLD]}

    @classmethod
    def parse(cls, raw: dict[str, Any]) -> "Outcome":
        """From another process."""
        faults = raw["told"] + ["…"] * (raw["faults"] - len(raw["told"]))
        return cls(raw["name"], raw["tried"], Counter(raw["found"]), faults)

    def row(self) -> str:
        """One line of the table."""
        found = ", ".join(f"{number:,} {what}" for what, number in sorted(self.found.items()))
        return f"| {self.name} | {self.tried:,} | {found} | {len(self.faults)} |"
