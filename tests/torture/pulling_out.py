"""A stick pulled out under an open store, and plugged in again; run in a place of its own, where it may mount."""

import json
import subprocess
import sys
from pathlib import Path

from snhr_desktop.errors import Refusal
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, dossier
from tests.torture import small_disk, stores


def main(stick: Path) -> list[str]:
    """What was told."""
    told = []
    kept = stick.with_name("kept")
    with stores.cheap():
        small_disk.mount(stick, 16)
        kept.mkdir()
        subprocess.run(["mount", "--bind", str(stick), str(kept)], check=True)  # what is on it stays on it
        with Workspace.create(stick / "a.snhr", PASSPHRASE, "IDL")[0] as workspace:
            workspace.save(dossier())
            small_disk.unplug(stick)
            for act in (lambda: workspace.save(dossier()), lambda: workspace.put_draft("form", {})):
                try:
                    act()
                except Refusal as refusal:
                    told.append(type(refusal).__name__)
        subprocess.run(["mount", "--bind", str(kept), str(stick)], check=True)
        with Workspace.open(stick / "a.snhr", PASSPHRASE) as again:
            told.append(f"opens again with {again.incidents(IncidentQuery()).total}")
    return told


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))))
