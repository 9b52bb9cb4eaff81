"""Whose files are meant, and how one is handed out: values that pass between a card and the store."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True)
class Owner:
    """The record that files are kept with: its kind, and its identity; before the first save the key of its draft."""

    record: str = "incident"
    uid: str = ""
    draft: str = ""

    def __bool__(self) -> bool:
        return bool(self.uid or self.draft)


class Handing(NamedTuple):
    """What was decided."""

    folder: Path
    recipient: str
    purpose: str
    audience: str
    edition: str
    arabic_indic: bool = False
    """Whether the Arabic certificate has ٠١٢."""
