"""The store that is measured on: 3,000 made-up incidents with about 10,000 victims, the same in every run."""

from pathlib import Path

from snhr_desktop.workspace import Workspace

INCIDENTS = 3_000
PASSPHRASE = "a passphrase for measuring"


def make_store(folder: Path) -> Path:
    """A training store in the folder."""
    store = folder / "bench.snhr"
    workspace, _ = Workspace.create(store, PASSPHRASE, "IDL", training=True)
    with workspace:
        workspace.fill_with_training(INCIDENTS, seed=2018)
    return store
