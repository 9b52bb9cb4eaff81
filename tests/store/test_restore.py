"""A backup made a store again, with real stores: tried, compared, put in place; killed at any moment."""

import errno
import os
import random
import shutil
import signal
import stat
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.domain.records import AttachmentLink
from snhr_desktop.domain.rights import RESTORE, NotYourRole
from snhr_desktop.errors import DamagedStore, DiskFull, StoreBusy, StoreExists, TriedTooSoon, WrongPassphrase
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.store import attempts
from snhr_desktop.store.backups import carrying, names
from snhr_desktop.store.backups.vault import Backup, found_in
from snhr_desktop.store.findings import SEEN_OLDER, SEEN_OTHER
from snhr_desktop.store.layout import ATTACHMENTS, DATABASE
from snhr_desktop.store.restore import stale, swapping, trying
from snhr_desktop.store.restore.alone import ensure_alone
from snhr_desktop.store.restore.refusals import PresentNotOpened
from snhr_desktop.store.restore.trying import try_out
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, dossier, open_as
from tests.store.test_world import run_apart


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def backup(workspace: Workspace, place: Path) -> Backup:
    """A backup of one incident and one attachment; the store has moved on since."""
    kept = workspace._store.folder / ATTACHMENTS / "ab"
    kept.mkdir(mode=0o700)
    (kept / "ab1").write_bytes(b"sealed")
    first = workspace.save(dossier()).dossier
    made = workspace.back_up_to(place, names.MANUAL)
    workspace.save(first, reason="again")
    workspace.save(dossier())
    workspace.close()
    return made


def total(folder: Path) -> int:
    """The incidents of a sound store; a copy beside is older than what was last seen, or another."""
    with Workspace.open(folder, PASSPHRASE) as opened:
        assert {finding.message for finding in opened.verify() if finding.level == "error"} <= {SEEN_OLDER, SEEN_OTHER}
        return opened.incidents(IncidentQuery()).total


def test_it_is_tried_and_compared(backup: Backup, tmp_path: Path, place: Path) -> None:
    [found] = found_in(place)
    tried = try_out(found, PASSPHRASE, tmp_path / "office.snhr", tmp_path / "office.snhr")
    assert tried.compared is not None
    assert dict(tried.compared.lacks) == {"incident": ("IDL-2018-00002",)}
    assert (dict(tried.compared.has), dict(tried.compared.older)) == ({}, {})
    assert tried.compared.tell(ENGLISH)[0] == "Only in the present store: 1 incident (IDL-2018-00002)"
    assert tried.compared.tell(ARABIC)
    tried.throw_away()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["office.snhr", "stick"]
    assert total(tmp_path / "office.snhr") == 2


def test_it_becomes_a_new_store_with_its_attachments(backup: Backup, tmp_path: Path) -> None:
    try_out(backup, PASSPHRASE, tmp_path / "new.snhr").put_in_place()
    assert total(tmp_path / "new.snhr") == 1
    assert (tmp_path / "new.snhr" / ATTACHMENTS / "ab" / "ab1").read_bytes() == b"sealed"
    tried = try_out(backup, PASSPHRASE, tmp_path / "new.snhr")
    with pytest.raises(StoreExists):
        tried.put_in_place()
    tried.throw_away()


@pytest.mark.parametrize("at_once", [True, False])
def test_it_takes_the_place_of_the_present_one_which_is_put_aside(
    backup: Backup, tmp_path: Path, at_once: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not at_once:
        monkeypatch.setattr(swapping, "_exchanged", lambda *_: False)
    present = tmp_path / "office.snhr"
    ensure_alone(present, PASSPHRASE)
    aside = try_out(backup, PASSPHRASE, present).put_in_place_of_present()
    with Workspace.open(present, PASSPHRASE) as opened:
        assert opened.replaced() is None
    assert (total(present), total(aside)) == (1, 2)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["office.snhr", "stick", aside.name])


@pytest.mark.parametrize("step", range(5))
def test_cut_off_between_two_steps_the_one_or_the_other_stands_there(
    backup: Backup, tmp_path: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    present = tmp_path / "office.snhr"
    tried = try_out(backup, PASSPHRASE, present)
    monkeypatch.setattr(swapping, "_exchanged", lambda *_: False)
    done = []
    real_rename, real_unlink = Path.rename, Path.unlink

    def count(*_: object) -> None:
        done.append(1)
        if len(done) > step:
            raise KeyboardInterrupt

    def rename(self: Path, target: Path) -> Path:
        count()
        return real_rename(self, target)

    monkeypatch.setattr(Path, "rename", rename)

    def unlink(self: Path, missing_ok: bool = False) -> None:
        count()
        real_unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    with pytest.raises(KeyboardInterrupt):
        tried.put_in_place_of_present()
    monkeypatch.undo()
    assert total(present) in (1, 2)
    held = {total(path) for path in tmp_path.iterdir() if path.suffix in {".snhr", ".restoring"}}
    assert held == {1, 2}


def test_a_present_store_that_is_open_is_told_of(backup: Backup, tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE), pytest.raises(StoreBusy):
        ensure_alone(tmp_path / "office.snhr", PASSPHRASE)
    ensure_alone(tmp_path / "office.snhr", PASSPHRASE)


def test_a_backup_takes_the_place_of_the_present_store_by_an_administrator(backup: Backup, tmp_path: Path) -> None:
    present = tmp_path / "office.snhr"
    open_as("Amal", present, role="reviewer").close()
    with pytest.raises(NotYourRole):
        ensure_alone(present, "the passphrase of Amal")
    ensure_alone(present, PASSPHRASE)


def test_a_passphrase_tried_at_the_present_store_is_counted_and_slowed(
    backup: Backup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    present = tmp_path / "office.snhr"
    tried = try_out(backup, PASSPHRASE, present, present_secret="wrong")
    assert isinstance(tried.hindrance, PresentNotOpened)
    tried.throw_away()
    assert attempts.attempts(present).wrong == 1
    ensure_alone(present, "wrong")
    assert attempts.attempts(present).wrong == 2
    monkeypatch.setattr(attempts, "PAUSES", (60,))
    with pytest.raises(TriedTooSoon):
        ensure_alone(present, PASSPHRASE)
    with pytest.raises(TriedTooSoon):
        try_out(backup, PASSPHRASE, present)
    monkeypatch.setattr(attempts, "PAUSES", (0,))
    ensure_alone(present, PASSPHRASE)
    assert attempts.attempts(present).wrong == 0


def test_what_cannot_be_restored_leaves_nothing_behind(backup: Backup, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        try_out(backup, "another", tmp_path / "new.snhr")
    assert attempts.attempts(backup.folder).wrong == 1
    content = bytearray((backup.folder / DATABASE).read_bytes())
    content[-2000] ^= 1
    (backup.folder / DATABASE).write_bytes(content)
    with pytest.raises(DamagedStore):
        try_out(backup, PASSPHRASE, tmp_path / "new.snhr")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["office.snhr", "stick"]


def test_a_present_store_that_is_damaged_can_still_be_put_aside(backup: Backup, tmp_path: Path) -> None:
    present = tmp_path / "office.snhr"
    (present / DATABASE).write_bytes(b"no database")
    tried = try_out(backup, PASSPHRASE, present, present)
    assert tried.compared is None
    ensure_alone(present, PASSPHRASE)
    aside = tried.put_in_place_of_present()
    assert (aside / DATABASE).read_bytes() == b"no database"
    with Workspace.open(present, PASSPHRASE) as opened:
        assert opened.replaced()  # nobody who may has vouched for it
        assert opened.incidents(IncidentQuery()).total == 1


KILLED = """
import sys
from dataclasses import replace
from pathlib import Path
from snhr_desktop.store.backups.vault import found_in
from snhr_desktop.store.restore.trying import try_out
from tests.builders import PASSPHRASE
print("begun", flush=True)
try_out(found_in(Path(sys.argv[1]))[0], PASSPHRASE, Path(sys.argv[2])).put_in_place_of_present()
"""


def test_killed_at_any_moment_a_whole_store_stands_there(backup: Backup, tmp_path: Path, place: Path) -> None:
    present = tmp_path / "office.snhr"
    for _ in range(int(os.environ.get("SNHR_MOMENTS", "4"))):
        process = run_apart(KILLED, str(place), str(present))
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(random.uniform(0, 0.5))
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)
        assert total(present) in (1, 2)
    for left in tmp_path.glob(".*"):
        shutil.rmtree(left)


def test_a_user_who_may_not_replace_the_store_may_still_restore_beside_it(backup: Backup, tmp_path: Path) -> None:
    tried = try_out(backup, PASSPHRASE, tmp_path / "office.snhr", tmp_path / "office.snhr")
    assert tried.hindrance is None
    with pytest.raises(NotYourRole):
        replace(tried, hindrance=NotYourRole.of(RESTORE)).put_in_place_of_present()
    assert total(tmp_path / "office.snhr") == 2
    tried.put_in_place(tmp_path / "new.snhr")
    assert total(tmp_path / "new.snhr") == 1


def accepted(folder: Path) -> int:
    """How often a copy was accepted in place of another, as the history of a store tells it."""
    with Workspace.open(folder, PASSPHRASE) as opened:
        question = "SELECT count(*) FROM revision WHERE action = 'copy_accepted'"
        return int(opened._store.connection.execute(question).fetchone()[0])


def test_an_earlier_passphrase_takes_no_place_and_accepts_nothing(backup: Backup, tmp_path: Path) -> None:
    present = tmp_path / "office.snhr"
    with Workspace.open(present, PASSPHRASE) as opened:
        opened.change_passphrase(PASSPHRASE, "another long passphrase")
    tried = try_out(backup, PASSPHRASE, present)
    with pytest.raises(PresentNotOpened):
        tried.put_in_place_of_present()
    tried.throw_away()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["office.snhr", "stick"]
    both = try_out(backup, PASSPHRASE, present, present_secret="another long passphrase")
    both.put_in_place_of_present()
    assert accepted(present) == 1


@pytest.mark.parametrize("role", ["entry", "reviewer"])
def test_whoever_may_not_accept_a_copy_takes_no_place(place: Path, workspace: Workspace, role: str) -> None:
    present = workspace._store.folder
    workspace.close()
    open_as("Amal", present, role=role).close()
    with Workspace.open(present, PASSPHRASE) as opened:
        made = opened.back_up_to(place, names.MANUAL)
        opened.save(dossier())
    tried = try_out(made, "the passphrase of Amal", present)
    assert isinstance(tried.hindrance, NotYourRole)
    with pytest.raises(NotYourRole):
        tried.put_in_place_of_present()
    new = present.with_name("new.snhr")
    tried.put_in_place(new)
    assert accepted(new) == 0


def test_a_copy_beside_accepts_nothing_and_leaves_the_present_store_in_peace(backup: Backup, tmp_path: Path) -> None:
    present, new = tmp_path / "office.snhr", tmp_path / "new.snhr"
    try_out(backup, PASSPHRASE, new, present).put_in_place()
    for _ in range(2):
        for folder in (new, present):
            with Workspace.open(folder, PASSPHRASE) as opened:
                assert (opened.replaced() is None) == (folder == present)
                opened.save(dossier())
    assert accepted(new) == 0


def test_an_attachment_that_the_stick_spoilt_is_told(workspace: Workspace, place: Path, tmp_path: Path) -> None:
    incident = workspace.save(dossier()).dossier.incident
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(name)
        workspace.take_in(tmp_path / name, [AttachmentLink(record="incident", target=incident.uid)])
    made = workspace.back_up_to(place, names.MANUAL)
    workspace.close()
    assert try_out(made, PASSPHRASE, tmp_path / "whole.snhr").files_ruined == ()
    spoilt = next(path for path in made.attachments.rglob("*") if path.is_file())
    content = bytearray(spoilt.read_bytes())
    content[-1] ^= 1
    spoilt.write_bytes(content)
    tried = try_out(made, PASSPHRASE, tmp_path / "new.snhr")
    assert len(tried.files_ruined) == 1
    for language in (ARABIC, ENGLISH):
        assert tried.files_ruined[0] in bare(tried.tell_faults(language)[0])


def test_what_a_restore_cut_short_left_is_removed_after_a_day(workspace: Workspace) -> None:
    folder = workspace._store.folder
    workspace.close()
    old, fresh = (folder.with_name(f".{folder.name}.{name}.restoring") for name in ("0ld", "fre5h"))
    for path in (old, fresh):
        shutil.copytree(folder, path)
    then = time.time() - stale.AGE - 60
    os.utime(old, (then, then))
    Workspace.open(folder, PASSPHRASE, read_only=True).close()
    assert old.exists()
    Workspace.open(folder, PASSPHRASE).close()
    assert (old.exists(), fresh.exists()) == (False, True)


def test_what_the_label_does_not_vouch_for_is_told(workspace: Workspace, place: Path, tmp_path: Path) -> None:
    saved = workspace.save(dossier()).dossier
    older = workspace.back_up_to(place, names.MANUAL)
    workspace.save(saved, reason="again")
    newer = workspace.back_up_to(place, names.MANUAL)
    workspace.close()
    assert try_out(newer, PASSPHRASE, tmp_path / "whole.snhr").doubt is None
    shutil.copyfile(older.folder / DATABASE, newer.folder / DATABASE)
    tried = try_out(newer, PASSPHRASE, tmp_path / "laid.snhr")
    assert tried.doubt == trying.ANOTHER
    for language in (ARABIC, ENGLISH):
        assert tried.tell_faults(language) == (language.text(trying.ANOTHER),)
    (newer.folder / "label.sealed").unlink()
    assert try_out(newer, PASSPHRASE, tmp_path / "bare.snhr").doubt == trying.UNVOUCHED


def other_disk(monkeypatch: pytest.MonkeyPatch, disk: Path) -> None:
    """Let a folder be on another disk, to which nothing is renamed."""
    rename = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if Path(target).is_relative_to(disk) and not self.is_relative_to(disk):
            raise OSError(errno.EXDEV, "another disk")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refused)


def test_it_becomes_a_store_on_another_disk(
    backup: Backup, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = tmp_path_factory.mktemp("disk")
    other_disk(monkeypatch, disk)
    tried = try_out(backup, PASSPHRASE, tmp_path / "new.snhr")
    tried.put_in_place(disk / "new.snhr")
    assert total(disk / "new.snhr") == 1
    assert (disk / "new.snhr" / ATTACHMENTS / "ab" / "ab1").read_bytes() == b"sealed"
    assert [stat.S_IMODE(path.stat().st_mode) for path in (disk / "new.snhr").iterdir() if path.is_dir()] == [0o700] * 2
    assert [path.name for path in disk.iterdir()] == ["new.snhr"]
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".restoring"]


def test_another_disk_that_fills_is_told_and_nothing_stays_on_it(
    backup: Backup, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = tmp_path_factory.mktemp("disk")
    tried = try_out(backup, PASSPHRASE, tmp_path / "new.snhr")
    copy = carrying.copy

    def full(source: Path, target: Path, go_on: Callable[[], None]) -> str:
        if source.name == DATABASE:
            target.write_bytes(b"half")
            raise OSError(errno.ENOSPC, "no room")
        return copy(source, target, go_on)

    with monkeypatch.context() as patch:
        other_disk(patch, disk)
        patch.setattr(carrying, "copy", full)
        with pytest.raises(DiskFull):
            tried.put_in_place(disk / "new.snhr")
        assert list(disk.iterdir()) == []
    tried.put_in_place(disk / "new.snhr")
    assert total(disk / "new.snhr") == 1


@pytest.mark.parametrize("refused", range(1, 4))
def test_a_swap_that_is_refused_leaves_the_present_store_and_nothing_beside_it(
    backup: Backup, tmp_path: Path, refused: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    present = tmp_path / "office.snhr"
    tried = try_out(backup, PASSPHRASE, present)
    rename = Path.rename
    done: list[int] = []

    def once(self: Path, target: Path) -> Path:
        done.append(1)
        if len(done) == refused:
            raise OSError(errno.ENOSPC, "no room")
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(swapping, "_exchanged", lambda *_: False)
        patch.setattr(Path, "rename", once)
        with pytest.raises(DiskFull):
            tried.put_in_place_of_present()
    assert tried.accepting is not None
    assert tried.accepting.keys.are_wiped()
    assert tried.accepting.present.are_wiped()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["office.snhr", "stick"]
    assert total(present) == 2
    aside = try_out(backup, PASSPHRASE, present).put_in_place_of_present()
    assert (total(present), total(aside)) == (1, 2)


def test_a_swap_that_has_one_step_left_is_brought_to_its_end(
    backup: Backup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    present = tmp_path / "office.snhr"
    tried = try_out(backup, PASSPHRASE, present)
    rename = Path.rename
    refused: list[int] = []

    def once(self: Path, target: Path) -> Path:
        if self.name.endswith(".waiting") and not refused:
            refused.append(1)
            raise OSError(errno.ENOSPC, "no room")
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(swapping, "_exchanged", lambda *_: False)
        patch.setattr(Path, "rename", once)
        aside = tried.put_in_place_of_present()
    assert refused
    assert (total(present), total(aside)) == (1, 2)


def test_a_store_that_is_open_elsewhere_is_not_replaced(backup: Backup, tmp_path: Path) -> None:
    present = tmp_path / "office.snhr"
    with Workspace.open(present, PASSPHRASE) as elsewhere:
        elsewhere.save(dossier())
        with pytest.raises(StoreBusy):
            try_out(backup, PASSPHRASE, present).put_in_place_of_present()
        elsewhere.save(dossier())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["office.snhr", "stick"]
    assert total(present) == 4


@pytest.mark.parametrize("labelled", [True, False])
def test_attachments_that_a_backup_lacks_are_told_with_and_without_a_label(
    workspace: Workspace, tmp_path: Path, place: Path, labelled: bool
) -> None:
    uid = workspace.save(dossier()).dossier.incident.uid
    (tmp_path / "p.txt").write_text("seen", encoding="utf-8")
    workspace.take_in(tmp_path / "p.txt", [AttachmentLink(record="incident", target=uid)])
    made = workspace.back_up_to(place, names.MANUAL)
    for path in made.attachments.rglob("*"):
        if path.is_file():
            path.unlink()
    if not labelled:
        (made.folder / "label.sealed").unlink()
    tried = try_out(made, PASSPHRASE, tmp_path / "new.snhr")
    assert (tried.files_lacking, tried.files_ruined) == ((workspace.attachments_of(uid)[0].attachment.reference,), ())
    tried.throw_away()


def test_a_place_chosen_while_a_backup_is_made_stays_chosen(
    workspace: Workspace, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    workspace.choose_backup_place(place)
    made_in = Workspace._made_in

    def meanwhile(self: Workspace, *given: Any) -> Backup:
        made = made_in(self, *given)
        self.choose_backup_place(other)
        return made

    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "_made_in", meanwhile)
        workspace.back_up(names.DAILY)
    assert workspace.backup_place() == other
    assert workspace.safety().last is None
