"""The place a person chose for backups: told again by a marker in it, wherever it is plugged in next time."""

import json
import secrets
from collections.abc import Iterable
from pathlib import Path

from snhr_desktop.store import files
from snhr_desktop.store.backups.refusals import NotABackupPlace
from snhr_desktop.store.backups.vault import IN_PLACE

_MARKER = "place.json"


def mark(place: Path, store: Path) -> str:
    """Make a folder a place of backups; its identity. Raises `NotABackupPlace`."""
    name = place.name or str(place)
    try:
        if place.resolve().is_relative_to(store.resolve()) or not place.is_dir():
            raise NotABackupPlace(name=name)
        held = place / IN_PLACE
        if not held.is_dir():
            files.make_folder(held)
        if known := marked(place):
            return known
        identity = secrets.token_hex(16)
        files.replace_file(held / _MARKER, json.dumps({"format": 1, "place": identity}).encode())
        return identity
    except OSError as error:
        raise NotABackupPlace(name=name) from error


def marked(place: Path) -> str:
    """The identity of a place, blank for a folder that is none."""
    try:
        return str(json.loads((place / IN_PLACE / _MARKER).read_bytes())["place"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def find(place: Path, identity: str, volumes: Iterable[tuple[Path, str]]) -> Path | None:
    """Where a place is now: where it was, or on a volume (its root, and the path in it) plugged in elsewhere."""
    for candidate in (place, *(root / within for root, within in volumes)):
        if identity and marked(candidate) == identity:
            return candidate
    return None
