"""Files to be imported, made when they are needed."""

import json
from dataclasses import replace
from pathlib import Path

from snhr_desktop.exchange.reading import OWN_FORMAT
from tests.torture import stores


def own_dossiers(path: Path, number: int, name: str = "torture") -> Path:
    """A file of our own dossiers."""
    made = [stores.full_dossier(f"imported {at}") for at in range(number)]
    given = [replace(one, incident=replace(one.incident, origin=f"{name}:{at}")) for at, one in enumerate(made)]
    path.write_text(json.dumps({"format": OWN_FORMAT, "dossiers": [one.dump() for one in given]}), encoding="utf-8")
    return path
