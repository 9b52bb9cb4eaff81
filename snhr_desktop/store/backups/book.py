"""What this computer remembers of the backups of a store: where the place is and when the last good one was made.

It belongs to the computer and not to the store: another computer has other places. A file for its owner alone, with
nothing of the records in it. A file that does not read is as good as none.
"""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import platformdirs

from snhr_desktop.store import files


@dataclass(frozen=True)
class Noted:
    """`place` and `identity` of the place chosen, `within` its path inside its volume; `at` (UTC, ISO) and `head` of
    the last verified backup there. Blank where there is none."""

    place: str = ""
    identity: str = ""
    within: str = ""
    at: str = ""
    head: str = ""


def default_path() -> Path:
    """Where the platform keeps settings of one person."""
    return platformdirs.user_config_path("snhr-desktop") / "backups.json"


def read(store_id: str, path: Path | None = None) -> Noted:
    """What is noted of a store."""
    said = _all(path or default_path()).get(store_id)
    if not isinstance(said, dict):
        return Noted()
    return Noted(**{field.name: str(said.get(field.name, "")) for field in fields(Noted)})


def write(store_id: str, noted: Noted, path: Path | None = None) -> None:
    """Note it. Raises `OSError`."""
    path = path or default_path()
    path.parent.mkdir(mode=files.FOLDER_MODE, parents=True, exist_ok=True)
    files.replace_file(path, json.dumps({**_all(path), store_id: asdict(noted)}, indent=1).encode())


def _all(path: Path) -> dict[str, Any]:
    try:
        held = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return held if isinstance(held, dict) else {}
