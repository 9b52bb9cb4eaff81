"""Signatures of the history: made with each save, bound to store and entries, and none is left out unseen."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.errors import DamagedStore
from snhr_desktop.store import history, meta, signing
from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.store.findings import BEGUN
from snhr_desktop.store.keys import CARRIED, Keys
from snhr_desktop.store.office import OfficeRules
from snhr_desktop.store.rekeying import rekey
from snhr_desktop.store.store import Store
from snhr_desktop.store.upkeep import sign_what_was_there, whole
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, dossier, victim
from tests.store.unguarded import unguarded


def ranges(store: Store, after: int = 0) -> list[tuple[int, int]]:
    """The entries that each signature covers, counted from after an entry; whole signatures alone."""
    rows = store.connection.execute("SELECT first_entry, last_entry FROM signature ORDER BY id").fetchall()
    return [(first - after, last - after) for first, last in rows if first > after]


def faults(store: Store) -> list[tuple[str, int, int]]:
    """What is held against the signatures."""
    return [(f.code, f.first, f.last) for f in signing.faults(store.connection, store.keys)]


def test_each_transaction_that_adds_to_the_history_is_signed_once(workspace: Workspace) -> None:
    store, before = workspace._store, history.newest(workspace._store.connection)
    workspace.save(dossier())
    workspace.save_many([dossier(victims=(victim(number=n),)) for n in (1, 2, 3)])
    workspace.put_draft("key", {})
    assert ranges(store, before) == [(1, 1), (2, 4)]
    assert faults(store) == []


def test_what_was_undone_leaves_no_signature(workspace: Workspace) -> None:
    store, before = workspace._store, history.newest(workspace._store.connection)
    with suppress(ZeroDivisionError), store.writing() as connection:
        history.append(connection, history.Entry("note", "0" * 32, 1, "a", "", "created", {"note": {"uid": "0" * 32}}))
        raise ZeroDivisionError
    assert history.newest(store.connection) == before
    workspace.save(dossier())
    assert ranges(store, before) == [(1, 1)]
    assert faults(store) == []


def test_an_entry_between_two_signatures_is_never_covered(workspace: Workspace) -> None:
    store, lone = workspace._store, history.newest(workspace._store.connection) + 1
    entry = history.Entry("note", "0" * 32, 1, "a", "", "created", {"note": {"uid": "0" * 32}})
    history.append(store.connection, entry)  # the right chain, and nobody to sign it
    assert faults(store) == [(signing.GAP, lone, lone)]
    workspace.save(dossier())
    assert faults(store) == [(signing.GAP, lone, lone)]


@pytest.mark.parametrize("act", ["UPDATE signature SET at = ''", "DELETE FROM signature"])
def test_signatures_are_only_added(workspace: Workspace, act: str) -> None:
    with pytest.raises(DatabaseError, match="only ever added"):
        workspace._store.connection.execute(act)


def test_a_history_from_before_signatures_is_signed_as_it_stands(workspace: Workspace) -> None:
    saved = workspace.save(dossier()).dossier
    store = workspace._store
    with unguarded(store.connection):
        store.connection.execute("DELETE FROM signature")
    unsigned = history.newest(store.connection)
    meta.write(store.connection, signing.UNSIGNED, str(unsigned))  # as the step of the schema says it
    with whole(store.connection):
        sign_what_was_there(store.connection, store.keys)
    workspace.close()
    with Workspace.open(store.folder, PASSPHRASE, actor="tester") as again:
        again.save(replace(saved, victims=(victim(number=2),)))
        assert ranges(again._store) == [(1, unsigned), (unsigned + 1, unsigned + 1)]
        begun = signing.begun(again._store.connection)
        assert begun is not None
        assert begun.last == unsigned
        assert faults(again._store) == []
        assert [finding.level for finding in again.verify() if finding.message == BEGUN] == ["note"]
        assert not [finding for finding in again.verify() if finding.level == "error"]


def test_another_store_has_another_key(workspace: Workspace, tmp_path: Path) -> None:
    other, _ = Workspace.create(tmp_path / "other.snhr", PASSPHRASE, "ALP")
    with other:
        prints = {signing.fingerprint(one._store.keys) for one in (workspace, other)}
    assert len(prints) == 2
    assert all(len(text) == 29 and text.count("-") == 5 for text in prints)


def test_the_key_stays_through_a_change_of_all_keys(workspace: Workspace) -> None:
    workspace.save(dossier())
    before, entries = signing.fingerprint(workspace._store.keys), history.newest(workspace._store.connection)
    workspace.close()
    rekey(workspace._store.folder, PASSPHRASE, "tester")
    with Workspace.open(workspace._store.folder, PASSPHRASE, actor="tester") as again:
        assert signing.fingerprint(again._store.keys) == before
        again.save(dossier())
        assert ranges(again._store, entries) == [(1, 1), (2, 2)]
        assert faults(again._store) == []


def test_the_kept_keys_open_under_the_master_key_alone(workspace: Workspace) -> None:
    folder = workspace._store.folder
    workspace.close()
    rekey(folder, PASSPHRASE, "tester")
    with Workspace.open(folder, PASSPHRASE) as again:
        store = again._store
        kept = meta.read(store.connection, CARRIED)
        assert store.keys.of("signing").hex() not in kept
        with pytest.raises(DamagedStore):
            Keys(store.keys.of("database")).carry(kept)


@pytest.mark.parametrize(
    "act",
    [
        lambda w: w.set_rules(OfficeRules(second_person=True)),
        lambda w: w.change_passphrase(PASSPHRASE, "another long passphrase"),
    ],
)
def test_acts_of_the_office_are_signed_too(workspace: Workspace, act: Callable[[Workspace], object]) -> None:
    before = history.newest(workspace._store.connection)
    act(workspace)
    assert ranges(workspace._store, before) == [(1, 1)]


def test_no_number_of_an_entry_is_given_twice(workspace: Workspace) -> None:
    store = workspace._store
    workspace.save(dossier())
    gone = history.newest(store.connection)
    store.connection.execute("DROP TRIGGER revision_is_never_removed")
    store.connection.execute("DELETE FROM revision WHERE id = ?", (gone,))
    workspace.save(dossier())
    assert faults(store) == [(signing.OTHER_HEAD, gone, gone)]
    assert ranges(store, gone) == [(1, 1)]
