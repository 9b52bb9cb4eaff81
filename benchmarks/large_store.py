"""The store that speed is promised for: 300,000 incidents with a million victims and 100,000 cases, all made up.

Making it takes a quarter of an hour or more, so that it is made once, gone on with where that was broken off, and kept
beside this file. `SNHR_BENCH_STORE` names another one, with the passphrase of `sample`.
"""

import os
from pathlib import Path

from benchmarks.sample import PASSPHRASE
from snhr_desktop.workspace import IncidentQuery, Workspace

INCIDENTS = 300_000
SEED = 2018
FOLDER = Path(__file__).parent / "large.snhr"


def large_store() -> Path:
    """The store, made if it is not there or not whole; what a newer edition keeps beside its records is renewed."""
    folder = Path(os.environ.get("SNHR_BENCH_STORE") or FOLDER)
    if not folder.exists():
        Workspace.create(folder, PASSPHRASE, "IDL", training=True)[0].close()
    with Workspace.open(folder, PASSPHRASE) as workspace:
        found = workspace.incidents_found(IncidentQuery())
        if found is None or len(found) < INCIDENTS:
            print(f"making {INCIDENTS:,} incidents in {folder.name}: this takes a while", flush=True)
            workspace.fill_with_training(INCIDENTS, SEED)
    return folder
