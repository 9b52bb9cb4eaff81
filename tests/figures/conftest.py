"""One real store per module: incidents are never removed from a store, so a case undoes what it saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from snhr_desktop.store.store import Store


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A new store, encrypted and empty."""
    folder: Path = tmp_path_factory.mktemp("figures") / "cases.snhr"
    store, _code = Store.create(folder, "many words make a passphrase", "IDL")
    yield store
    store.close()


@pytest.fixture
def store(shared_store: Store) -> Iterator[Store]:
    """The same store with nothing in it, whatever the case before saved."""
    shared_store.connection.execute("BEGIN IMMEDIATE")
    yield shared_store
    shared_store.connection.execute("ROLLBACK")
