"""The stores that are measured on: made-up incidents with three to four victims each, the same in every run."""

from pathlib import Path

from snhr_desktop.workspace import Workspace

INCIDENTS = 3_000
PASSPHRASE = "a passphrase for measuring"


def make_store(folder: Path, incidents: int = INCIDENTS) -> Path:
    """A training store in the folder."""
    store = folder / f"bench-{incidents}.snhr"
    workspace, _ = Workspace.create(store, PASSPHRASE, "IDL", training=True)
    with workspace:
        workspace.fill_with_training(incidents, seed=2018)
    return store
