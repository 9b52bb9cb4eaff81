"""What is under way when a process is killed, and what must hold afterwards.

An act runs in a process of its own, on a store that it may do with as it likes, and says what was acknowledged to it.
"""

import importlib
import json
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from snhr_desktop.errors import NewerStore
from snhr_desktop.exchange import importing
from snhr_desktop.store import form, keyring, keyslots, upkeep
from snhr_desktop.store.attachments.check import MISSING
from snhr_desktop.store.backups import carrying, vault
from snhr_desktop.store.migrations import STEPS
from snhr_desktop.store.rekeying import rekey
from snhr_desktop.store.store import Store
from snhr_desktop.workspace import Workspace
from snhr_desktop.workspace.handing_out import CERTIFICATE
from tests.builders import PASSPHRASE
from tests.torture import files_in, stores

Say = Callable[..., None]
Told = list[list[Any]]
MORE = (
    "CREATE TABLE extra (id INTEGER PRIMARY KEY, body TEXT) STRICT",
    "INSERT INTO extra (body) SELECT body FROM revision, (VALUES (1), (2), (3), (4), (5), (6), (7), (8))",
)
"""A step of the schema that the next version brings, with much to write."""
IMPORTED = 12
_PUBLIC = X25519PrivateKey.generate().public_key().public_bytes_raw()


@dataclass(frozen=True)
class Act:
    """`run` goes on until it is killed; `check` tells what is wrong then. `lasts` are seconds worth killing in."""

    run: Callable[[Path, Say], None]
    check: Callable[[Path, Told], list[str]]
    lasts: float


def save(folder: Path, say: Say) -> None:
    """Drafts, incidents and corrections, one after the other."""
    with Workspace.open(folder, PASSPHRASE) as workspace:
        for number in range(10_000):
            workspace.put_draft("new-1", {"incident": {"title_en": str(number)}})
            say("draft", number)
            saved = workspace.save(stores.full_dossier(), draft="new-1").dossier
            say("saved", saved.incident.reference, saved.revision)
            corrected = replace(saved, incident=replace(saved.incident, title_en=f"Corrected {number}"))
            saved = workspace.save(corrected, reason="corrected").dossier
            say("saved", saved.incident.reference, saved.revision)


def all_saved(folder: Path, told: Told) -> list[str]:
    """Each acknowledged revision is there, and what was typed last."""
    wrong = stores.wrong_with(folder, frozenset(what[1] for what in told if what[0] == "saved"))
    with Workspace.open(folder, PASSPHRASE) as workspace:
        for reference, revision in {what[1]: int(what[2]) for what in told if what[0] == "saved"}.items():
            kept = workspace.by_reference(reference)
            if kept is None or kept.revision < revision:
                wrong.append(f"{reference} is not as it was saved")
        if told and told[-1][0] == "draft":
            typed = {json.dumps(draft.raw) for draft in workspace.drafts()}
            number = len(workspace.incidents(stores.ALL).rows) - len({w[1] for w in told if w[0] == "saved"})
            if json.dumps({"incident": {"title_en": str(told[-1][1])}}) not in typed and number <= stores.INCIDENTS:
                wrong.append(f"draft {told[-1][1]} was acknowledged and is gone")
    return wrong


@contextmanager
def in_batches() -> Iterator[None]:
    """Imports that write a few records at a time, so that a short file has several batches."""
    with patch.object(importing, "AT_ONCE", 5):
        yield


def little_cache(workspace: Workspace) -> None:
    """Have the pages of a transaction written out long before its end, as those of a large one are."""
    workspace._store.connection.execute("PRAGMA cache_size = 20")


def imports(folder: Path, say: Say) -> None:
    """File after file."""
    with in_batches(), Workspace.open(folder, PASSPHRASE) as workspace:
        little_cache(workspace)
        for number in range(10_000):
            path = files_in.own_dossiers(folder.parent / "import.json", IMPORTED, f"file{number}")
            report = workspace.import_file(path)
            assert report.created == IMPORTED
            say("imported", number)


def all_imported(folder: Path, told: Told) -> list[str]:
    """Each file is there whole or not at all."""
    wrong = stores.wrong_with(folder)
    with Workspace.open(folder, PASSPHRASE) as workspace:
        number = len(workspace.incidents(stores.ALL).rows) - stores.INCIDENTS
    if number % IMPORTED or number // IMPORTED not in (len(told), len(told) + 1):
        wrong.append(f"{number} incidents of {len(told)} files of {IMPORTED}")
    return wrong


def backs_up(folder: Path, say: Say) -> None:
    """Backup after backup, at a place beside the store."""
    with Workspace.open(folder, PASSPHRASE) as workspace:
        place = folder.parent / "stick"
        place.mkdir()
        while True:
            say("backup", workspace.back_up_to(place, "manual").folder.name)


def all_backed_up(folder: Path, told: Told) -> list[str]:
    """Whatever has the name of a backup is one; the one acknowledged last is there."""
    wrong = stores.wrong_with(folder)
    with Workspace.open(folder, PASSPHRASE) as workspace:
        there = vault.outside(folder.parent / "stick", keyslots.read_keyslots(folder).store_id)
        made = vault.backups(there, workspace._store.keys)
        wrong += [f"{one.folder.name} is no backup" for one in made if not one.verified]
        held = carrying.held(there.attachments)
        wrong += [f"{one.folder.name} lacks files" for one in made if not one.label or one.label.files.keys() - held]
    for newest in made[:1]:
        with Workspace.open(newest.folder, PASSPHRASE, read_only=True) as copy:
            errors = [finding for finding in copy.verify() if finding.level == "error"]
            wrong += [repr(one) for one in errors if one.message != MISSING]  # backups share their attachments
    if told and told[-1][1] not in {one.folder.name for one in made}:
        wrong.append(f"{told[-1][1]} was acknowledged and is gone")
    return wrong


def rekeys(folder: Path, say: Say) -> None:
    """New keys, time and again."""
    while True:
        rekey(folder, PASSPHRASE, "tester")
        say("rekeyed")


def changes_keys(folder: Path, say: Say) -> None:
    """Limit, key of headquarters, recovery code and passphrase, one after the other."""
    with closing(Store.open(folder, PASSPHRASE)) as store:
        for number in range(5, 10_000):
            keyring.set_limit(store, number, "tester")
            say("limit", number)
            keyring.set_headquarters(store, _PUBLIC if number % 2 else None, "tester")
            keyring.renew_recovery(store, "tester")
            keyring.change_own(store, PASSPHRASE, PASSPHRASE, "tester")


def keys_as_told(folder: Path, told: Told) -> list[str]:
    """The passphrase opens it, the check finds nothing, and the limit is the last one or one later."""
    wrong = still_there(folder, told)
    said, found = max((what[1] for what in told), default=0), keyslots.read_keyslots(folder).limit
    may_be = (said, said + 1) if said else (0, 5)
    return wrong if found in may_be else [*wrong, f"{said} was set, {found} is there"]


def takes_in(folder: Path, say: Say) -> None:
    """File after file, each another."""
    with Workspace.open(folder, PASSPHRASE) as workspace:
        for number in range(2, 10_000):
            say("kept", stores.take_in(workspace, folder.parent / f"{number}.jpg", number))


def all_taken_in(folder: Path, told: Told) -> list[str]:
    """Each file that was acknowledged is whole; `verify` reads them all."""
    wrong = stores.wrong_with(folder)
    with Workspace.open(folder, PASSPHRASE) as workspace:
        return wrong + [f"{what[1]} is gone" for what in told if not workspace.attachment_by_reference(what[1])]


def hands_out(folder: Path, say: Say) -> None:
    """The same file with its certificate, time and again."""
    place = folder.parent / "out"
    place.mkdir()
    with Workspace.open(folder, PASSPHRASE) as workspace:
        (file,) = workspace.attachments()
        while True:
            done = workspace.hand_out(file.attachment.uid, place, "a court", "trial", "internal", "ar")
            say("out", done.path.name)


def told_as_it_went(folder: Path, told: Told) -> list[str]:
    """The log tells of no file as gone that is not outside, and of each that is outside that it was about to go."""
    wrong, place = still_there(folder, told), folder.parent / "out"
    papers, files = (set(place.glob(f"*{ending}")) for ending in (CERTIFICATE, ".jpg"))
    with Workspace.open(folder, PASSPHRASE) as workspace:
        (file,) = workspace.attachments()
        log = [entry.step.act for entry in workspace.attachment_custody(file.attachment.uid).log]
    if not len(told) <= log.count("export") <= len(files) <= log.count("leave") <= len(told) + 1:
        wrong.append(f"{len(told)} told, {len(files)} outside, and the log says {log[-5:]}")
    wrong += [f"{path.name} left alone" for path in files if path.with_name(path.stem + CERTIFICATE) not in papers]
    return wrong


def still_there(folder: Path, _: Told) -> list[str]:
    """Nothing is other than it was."""
    wrong = stores.wrong_with(folder)
    with Workspace.open(folder, PASSPHRASE) as workspace:
        number = len(workspace.incidents(stores.ALL).rows)
        if number != stores.INCIDENTS or len(workspace.drafts()) != 1:
            wrong.append(f"{number} incidents")
    return wrong


@contextmanager
def at_form(*steps: tuple[str, ...]) -> Iterator[None]:
    """As the version of the program whose stores have these steps behind them."""
    with patch.object(upkeep, "STEPS", steps), patch.object(form, "STEPS", steps):
        yield


def migrates(folder: Path, say: Say) -> None:
    """The next version opens the store."""
    with at_form(*STEPS, MORE), closing(Workspace.open(folder, PASSPHRASE)):
        say("migrated")


def all_migrated(folder: Path, told: Told) -> list[str]:
    """The store is of the old form or of the new, and the next version opens it."""
    wrong = []
    with suppress(NewerStore):  # whole, before anything could be said of it
        wrong += still_there(folder, told)
    with at_form(*STEPS, MORE):
        return wrong + still_there(folder, told)


ACTS = {
    "save": Act(save, all_saved, 0.6),
    "import": Act(imports, all_imported, 0.8),
    "backup": Act(backs_up, all_backed_up, 1.2),
    "attachments": Act(takes_in, all_taken_in, 0.8),
    "hand-out": Act(hands_out, told_as_it_went, 2),
    "keys": Act(changes_keys, keys_as_told, 0.6),
    "rekey": Act(rekeys, still_there, 3),
    "migration": Act(migrates, all_migrated, 0.2),
}


def prepare() -> None:
    """Load once what every act needs, so that a child is killed at its act and not at its imports."""
    for name in ("sqlite_utils", "snhr_desktop.store.migrate", "babel.dates"):
        importlib.import_module(name)
