"""Backups with the real store: whole before they are named, compared with the store, rotated by their order."""

import datetime as dt
import errno
import os
import random
import shutil
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.records import AttachmentLink
from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.store.attachments import blobs
from snhr_desktop.store.backups import alike, carrying, making, names, rereading, telling, vault
from snhr_desktop.store.backups.label import Label
from snhr_desktop.store.backups.making import Stop, make
from snhr_desktop.store.backups.names import Name
from snhr_desktop.store.backups.place import find, mark, marked
from snhr_desktop.store.backups.refusals import (
    BackupDiffers,
    BackupStopped,
    BackupUnderWay,
    NoRoomForBackup,
    NotABackupPlace,
    PlaceClosed,
    PlaceGone,
    told_of,
)
from snhr_desktop.store.backups.rotation import OUTSIDE, Keep, surplus
from snhr_desktop.store.layout import ATTACHMENTS, BACKUPS, DATABASE
from snhr_desktop.store.rekeying import rekey
from snhr_desktop.store.restore.trying import try_out
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, dossier
from tests.store.test_world import run_apart

STICKS = ("stick", "فلاشة النسخ", "a 'b' \"c\" %d?#&x=1;--", "line\nbreak", "\u202eevil", "x" * 200)


def name(number: int, day: dt.date = dt.date(2018, 3, 22)) -> Name:
    return Name(number, dt.datetime.combine(day, dt.time(9), dt.UTC), names.DAILY)


def store_id(workspace: Workspace) -> str:
    return workspace._store_id()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.mark.parametrize("called", STICKS)
def test_a_backup_opens_with_the_passphrase_and_holds_what_was_saved(
    workspace: Workspace, tmp_path: Path, called: str
) -> None:
    saved = workspace.save(dossier()).dossier
    place = tmp_path / called
    place.mkdir()
    made = workspace.back_up_to(place, names.MANUAL)
    workspace.save(dossier())
    assert made.verified
    assert made.label is not None
    assert (made.label.incidents, made.label.cases) == (1, 0)
    assert made.folder.is_relative_to(place)
    with Workspace.open(made.folder, PASSPHRASE, read_only=True) as copy:
        assert copy.dossier(saved.incident.uid) == saved
        assert copy.incidents(IncidentQuery()).total == 1
    assert [path for path in place.rglob("*") if path.name.endswith(".new")] == []
    assert [path for path in place.rglob("*") if path.stat().st_mode & 0o077] == []


def test_the_name_of_each_folder_it_makes_is_on_disk(
    workspace: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attachment = workspace._store.folder / ATTACHMENTS / "ab" / "ab1"
    attachment.parent.mkdir()
    attachment.write_bytes(b"sealed")
    made: set[Path] = set()
    make_one, on_disk = Path.mkdir, os.fsync

    def makes(path: Path, mode: int = 0o777, parents: bool = False, exist_ok: bool = False) -> None:
        make_one(path, mode, parents, exist_ok)
        made.add(path)

    def syncs(descriptor: int) -> None:
        on_disk(descriptor)
        synced = Path(f"/proc/self/fd/{descriptor}").readlink()
        made.difference_update([path for path in made if path.parent == synced])

    monkeypatch.setattr(Path, "mkdir", makes)
    monkeypatch.setattr(os, "fsync", syncs)
    copied = workspace.back_up_to(stick, names.MANUAL).attachments / "ab" / "ab1"
    assert copied.read_bytes() == b"sealed"
    assert made == set()


def test_what_it_says_of_itself_is_read_with_the_keys_alone(workspace: Workspace, stick: Path) -> None:
    made = workspace.back_up_to(stick, names.MANUAL)
    sealed = (made.folder / "label.sealed").read_bytes()
    assert b"verified" not in sealed
    assert [one.label for one in vault.found_in(stick)] == [None]
    assert [one.label for one in vault.found_in(made.folder)] == [None]
    (made.folder / "label.sealed").write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
    [read_again] = vault.backups(vault.outside(stick, store_id(workspace)), workspace._store.keys)
    assert not read_again.verified


def test_attachments_are_copied_once_and_never_written_over(workspace: Workspace, stick: Path) -> None:
    kept = workspace._store.folder / ATTACHMENTS / "ab" / "ab12"
    kept.parent.mkdir(mode=0o700)
    kept.write_bytes(os.urandom(3 << 20))
    (kept.parent / "half.new").write_bytes(b"half")
    (kept.parent / "elsewhere").symlink_to("/etc/passwd")
    made = workspace.back_up_to(stick, names.MANUAL)
    copied = made.attachments / "ab" / "ab12"
    assert copied.read_bytes() == kept.read_bytes()
    assert made.label is not None
    assert made.label.files == {"ab/ab12": 3 << 20}
    written = copied.stat().st_mtime_ns, copied.stat().st_ino
    workspace.back_up_to(stick, names.MANUAL)
    assert (copied.stat().st_mtime_ns, copied.stat().st_ino) == written
    assert sorted(path.name for path in made.attachments.rglob("*")) == ["ab", "ab12"]


def test_a_copy_that_is_not_what_the_store_is_is_not_kept(
    workspace: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = workspace.back_up_to(stick, names.MANUAL)

    def spoil(path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)

    monkeypatch.setattr(making, "_on_disk", spoil)
    with pytest.raises(BackupDiffers):
        workspace.back_up_to(stick, names.MANUAL)
    assert [one.folder for one in vault.found_in(stick)] == [good.folder]


def test_a_full_disk_is_told_and_leaves_the_earlier_ones(
    workspace: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = workspace.back_up_to(stick, names.MANUAL)
    usage = shutil.disk_usage(stick)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1 << 20))
    with pytest.raises(NoRoomForBackup):
        workspace.back_up_to(stick, names.MANUAL)
    assert [one.folder for one in vault.found_in(stick)] == [good.folder]


LIMITED = """
import resource, signal, sys
from pathlib import Path
from snhr_desktop.errors import Refusal
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
workspace = Workspace.open(Path(sys.argv[1]), PASSPHRASE, read_only=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    workspace.back_up_to(Path(sys.argv[2]), "manual")
    print("made")
except Refusal as refusal:
    print(type(refusal).__name__)
"""


def test_a_medium_that_takes_no_more_leaves_nothing_under_a_final_name(workspace: Workspace, stick: Path) -> None:
    for _ in range(3):
        workspace.save(dossier())
    workspace.back_up_to(stick, names.MANUAL)
    size = (workspace._store.folder / DATABASE).stat().st_size
    told = []
    for share in (0.0, 0.1, 0.5, 0.9):
        script = run_apart(LIMITED, str(workspace._store.folder), str(stick), str(int(size * share) + 10))
        output, errors = script.communicate(timeout=60)
        assert errors == ""
        told.append(output.strip())
    assert set(told) <= {"BackupUnfinished", "NoRoomForBackup", "NotABackupPlace"}
    [only] = vault.found_in(stick)
    assert only.name.number == 1


def test_a_stick_pulled_out_is_told_so(workspace: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pulled_out(_path: Path) -> None:
        shutil.rmtree(stick)
        raise OSError(errno.EIO, "gone")

    workspace.choose_backup_place(stick)
    monkeypatch.setattr(making, "_on_disk", pulled_out)
    with pytest.raises(PlaceGone):
        workspace.back_up(names.MANUAL)
    with pytest.raises(PlaceGone):
        workspace.back_up(names.MANUAL)


def test_it_can_be_called_off(workspace: Workspace, stick: Path) -> None:
    stop = Stop()
    stop.ask()
    with pytest.raises(BackupStopped):
        make(workspace._store.folder, workspace._store.keys, vault.outside(stick, "x" * 16), names.DAILY, stop)
    assert vault.found_in(stick) == ()


def test_two_windows_do_not_make_one_at_once(workspace: Workspace, stick: Path) -> None:
    where = vault.outside(stick, store_id(workspace))
    workspace.back_up_to(stick, names.MANUAL)
    with where.alone(), pytest.raises(BackupUnderWay):
        workspace.back_up_to(stick, names.MANUAL)


def test_a_save_is_not_held_up_by_a_backup(workspace: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = making._on_disk

    def save_meanwhile(path: Path) -> None:
        workspace.save(dossier())
        written(path)

    monkeypatch.setattr(making, "_on_disk", save_meanwhile)
    assert workspace.back_up_to(stick, names.MANUAL).label is not None
    assert workspace.incidents(IncidentQuery()).total == 1


KILLED = """
import sys
from pathlib import Path
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
workspace = Workspace.open(Path(sys.argv[1]), PASSPHRASE, read_only=True)
print("begun", flush=True)
while True:
    print(workspace.back_up_to(Path(sys.argv[2]), "manual").folder.name, flush=True)
"""


def test_killed_at_any_moment_only_whole_backups_have_a_name(workspace: Workspace, stick: Path) -> None:
    workspace.save(dossier())
    for _ in range(int(os.environ.get("SNHR_MOMENTS", "4"))):
        process = run_apart(KILLED, str(workspace._store.folder), str(stick))
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(random.uniform(0, 0.4))
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)
        where = vault.outside(stick, store_id(workspace))
        for one in vault.backups(where, workspace._store.keys):
            assert one.verified
            with Workspace.open(one.folder, PASSPHRASE, read_only=True) as copy:
                assert copy.incidents(IncidentQuery()).total == 1
    assert workspace.back_up_to(stick, names.MANUAL).verified
    assert vault.outside(stick, store_id(workspace)).unfinished() == ()


def test_the_oldest_go_and_the_newest_stay(workspace: Workspace, stick: Path) -> None:
    for _ in range(OUTSIDE.last + 3):
        workspace.back_up_to(stick, names.MANUAL)
    held = vault.outside(stick, store_id(workspace)).names()
    assert [one.number for one in held] == list(range(4, OUTSIDE.last + 4))


def test_a_clock_that_says_1970_makes_no_backup_the_oldest() -> None:
    held = [name(number, dt.date(2026, 1, number)) for number in range(1, 9)]
    held.append(name(9, dt.date(1970, 1, 1)))
    gone = surplus(held, held, Keep(last=2, weeks=0, months=0))
    assert [one.number for one in gone] == [1, 2, 3, 4, 5, 6, 7]


def test_of_each_week_the_newest_good_one_stays() -> None:
    held = [name(number, dt.date(2026, 1, day)) for number, day in enumerate((5, 6, 7, 12, 13, 14), start=1)]
    good = [one for one in held if one.number in (1, 2, 4, 5)]
    gone = surplus(held, good, Keep(last=0, weeks=2, months=0))
    assert [one.number for one in gone] == [1, 3, 4, 6]


@given(
    days=st.lists(st.dates(dt.date(1970, 1, 1), dt.date(2030, 1, 1)), max_size=40),
    good=st.sets(st.integers(0, 39)),
    keep=st.builds(Keep, st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)),
)
def test_the_newest_good_one_is_never_among_what_goes(days: list[dt.date], good: set[int], keep: Keep) -> None:
    held = [name(number, day) for number, day in enumerate(days)]
    known_good = [one for one in held if one.number in good]
    gone = surplus(held, known_good, keep)
    assert known_good[-1:] == [] or known_good[-1] not in gone
    assert known_good or not gone
    assert len(held) - len(gone) <= keep.last + keep.weeks + keep.months + 1 or not known_good


def test_a_place_is_known_again_wherever_it_is_plugged_in(workspace: Workspace, tmp_path: Path, stick: Path) -> None:
    (stick / "mine").mkdir()
    identity = mark(stick / "mine", workspace._store.folder)
    stick.rename(tmp_path / "stick1")
    assert find(stick / "mine", identity, [(tmp_path / "other", "mine"), (tmp_path / "stick1", "mine")]) == (
        tmp_path / "stick1" / "mine"
    )
    stick.mkdir()  # the mount point left behind without the stick is no place
    assert find(stick / "mine", identity, []) is None
    assert marked(stick) == ""


def test_the_store_itself_is_no_place_for_backups(workspace: Workspace, tmp_path: Path) -> None:
    for place in (workspace._store.folder, workspace._store.folder / BACKUPS, tmp_path / "none"):
        with pytest.raises(NotABackupPlace):
            mark(place, workspace._store.folder)


def test_a_name_that_is_no_backup_is_left_alone(workspace: Workspace, stick: Path) -> None:
    root = vault.outside(stick, store_id(workspace)).root
    workspace.back_up_to(stick, names.MANUAL)
    for strange in ("000002-20181340T000000Z-daily.snhr", "mine.snhr", "000003-20180322T090000Z-../x"[:26]):
        (root / strange).mkdir()
    assert len(vault.outside(stick, store_id(workspace)).names()) == 1
    assert workspace.back_up_to(stick, names.MANUAL).name.number == 2


def test_how_old_the_last_good_one_is(workspace: Workspace, stick: Path, tmp_path: Path) -> None:
    now = dt.datetime.now(dt.UTC)
    assert workspace.safety().is_too_old(now)
    workspace.choose_backup_place(stick)
    workspace.save(dossier())
    assert workspace.backup_is_due(workspace.safety(), now)
    workspace.back_up(names.DAILY)
    safety = workspace.safety()
    assert safety.last is not None
    assert not safety.saved_since
    assert not safety.is_too_old(now)
    assert not workspace.backup_is_due(safety, now)
    later = now + dt.timedelta(days=8)
    assert not safety.is_too_old(later)  # nothing was saved since
    workspace.save(dossier())
    stick.rename(tmp_path / "pulled out")
    away = workspace.safety()
    assert (away.there, away.last, away.outside) == (None, safety.last, ())
    assert away.is_too_old(later)
    assert not workspace.backup_is_due(away, later)
    assert away.age(now - dt.timedelta(days=9000)) is None  # the clock says it is not made yet


def test_an_import_is_preceded_by_a_backup(workspace: Workspace) -> None:
    samples = Path(__file__).parents[2] / "resources" / "samples" / "publicly_reported.json"
    workspace.import_file(samples)
    [held] = workspace.safety().inside
    assert held.name.why == names.IMPORT
    assert held.label is not None
    assert held.label.incidents == 0


def test_closing_makes_one_at_most_once_an_hour(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.save(dossier())
    workspace.back_up_on_closing()
    workspace.save(dossier())
    workspace.back_up_on_closing()
    assert [one.name.why for one in workspace.safety().inside] == [names.CLOSING]
    monkeypatch.setattr("snhr_desktop.workspace.backups.AT_MOST_EVERY", dt.timedelta())
    workspace.back_up_on_closing()
    workspace.back_up_on_closing()
    assert len(workspace.safety().inside) == 2
    monkeypatch.setattr("snhr_desktop.workspace.backups.SMALL", 10)
    workspace.save(dossier())
    workspace.back_up_on_closing()
    assert len(workspace.safety().inside) == 2


def test_what_no_longer_opens_says_nothing(tmp_path: Path, workspace: Workspace) -> None:
    (tmp_path / "label.sealed").write_bytes(b"short")
    assert Label.read(tmp_path, workspace._store.keys) is None
    assert carrying.held(tmp_path / "none") == {}


def test_a_stick_that_rots_is_told_and_copied_to_again(workspace: Workspace, stick: Path) -> None:
    folder = workspace._store.folder / ATTACHMENTS / "ab"
    folder.mkdir(parents=True, exist_ok=True)
    for called in ("ab1", "ab2"):
        (folder / called).write_bytes(called.encode() * 9)
    made = workspace.back_up_to(stick, names.MANUAL)
    assert made.label is not None
    assert set(made.label.held) == {"ab/ab1", "ab/ab2"}
    rotten = made.attachments / "ab" / "ab1"
    rotten.write_bytes(b"x" * rotten.stat().st_size)
    again = workspace.back_up_to(stick, names.CLOSING)
    assert again.label is not None
    assert tuple(again.label.spoilt) == ("ab/ab1",)
    assert rotten.read_bytes() == b"ab1" * 9
    for language in LANGUAGES.values():
        assert language.plural(telling.SPOILT, 1) in telling.say(again, language)
    assert tuple(workspace.back_up_to(stick, names.MANUAL).label.spoilt) == ()  # type: ignore[union-attr]


@pytest.mark.parametrize("keys_anew", [True, False], ids=["keys anew", "label lost"])
@pytest.mark.parametrize("spoil", ["bit", "cut", "gone"])
def test_a_rotten_file_of_the_store_takes_no_good_copy_away(
    workspace: Workspace, tmp_path: Path, stick: Path, spoil: str, keys_anew: bool
) -> None:
    """After new keys no earlier label can be read, and nobody knows how a file was copied."""
    uid = workspace.save(dossier()).dossier.incident.uid
    (tmp_path / "p.txt").write_text("what was seen" * 500, encoding="utf-8")
    workspace.take_in(tmp_path / "p.txt", [AttachmentLink(record="incident", target=uid)])
    folder = workspace._store.folder
    first = workspace.back_up_to(stick, names.MANUAL)
    [good] = blobs.placed(first.attachments.parent)
    before = good.read_bytes()
    workspace.close()
    if keys_anew:
        rekey(folder, PASSPHRASE, "tester")
    else:
        (first.folder / "label.sealed").unlink()
    [own] = blobs.placed(folder)
    if spoil == "gone":
        own.unlink()
    else:
        whole = own.read_bytes()
        own.write_bytes(
            whole[: len(whole) // 2]
            + (b"" if spoil == "cut" else bytes([whole[-1] ^ 1]) * (len(whole) - len(whole) // 2))
        )
    with Workspace.open(folder, PASSPHRASE) as opened:
        made = opened.back_up_to(stick, names.MANUAL)
        assert good.read_bytes() == before
        assert made.label is not None
        assert [*made.label.files.values()] == [len(before)]
        tried = try_out(made, PASSPHRASE, tmp_path / "again.snhr")
        tried.put_in_place()
    with Workspace.open(tmp_path / "again.snhr", PASSPHRASE) as again:
        assert [one for one in again.verify() if one.level == "error"] == []


def test_what_was_read_longest_ago_is_read_first_and_closing_reads_little(tmp_path: Path) -> None:
    store, there = tmp_path / "store", tmp_path / "there"
    for place in (store, there):
        place.mkdir()
        for called in "abc":
            (place / called).write_bytes(b"1234")
    known = {"a": ("x", "2018-01-03"), "b": ("x", "2018-01-01"), "c": ("x", "2018-01-02")}
    sizes = dict.fromkeys("abc", 4)

    def opens(_room: Path, _name: str) -> bool:
        return True

    assert rereading.read_again((store, there), sizes, known, 8, lambda: None, opens).spoilt == ("b", "c")
    assert rereading.read_again((store, there), sizes, {}, 3, lambda: None, opens).digests == {}
    assert set(rereading.read_again((store, there), sizes, {}, 4, lambda: None, opens).digests) == {"a"}
    large = {"a": 2 << 30, "b": 2 << 30}
    assert set(rereading.read_again((store, there), large, {}, rereading.LONG, lambda: None, opens).digests) == {"a"}


def seen(workspace: Workspace, stick: Path) -> dict[int, vault.Backup]:
    held = vault.backups(vault.outside(stick, store_id(workspace)), workspace._store.keys)
    return {one.name.number: one for one in held}


def test_an_older_database_under_a_newer_label_is_not_verified(workspace: Workspace, stick: Path) -> None:
    workspace.choose_backup_place(stick)
    kept = workspace.save(dossier()).dossier
    older = workspace.back_up(names.MANUAL)
    workspace.save(replace(kept, incident=replace(kept.incident, title_en="Changed since")))
    newer = workspace.back_up(names.MANUAL)
    assert [one.verified for one in seen(workspace, stick).values()] == [True, True]
    assert sorted(path.name for path in newer.folder.iterdir()) == [
        "keyslots.json", "keyslots.json.bak", "label.sealed", DATABASE,
    ]  # fmt: skip
    shutil.copyfile(older.folder / DATABASE, newer.folder / DATABASE)
    assert older.size == newer.size  # its size tells nothing
    laid = seen(workspace, stick)
    assert (laid[1].verified, laid[2].verified) == (True, False)
    safety = workspace.safety()
    assert safety.last == dt.datetime.fromisoformat(laid[1].label.verified_at)  # type: ignore[union-attr]
    assert safety.saved_since
    for language in LANGUAGES.values():
        assert language.text(telling.CHANGED) in telling.say(laid[2], language)


@pytest.mark.parametrize("part", ["keyslots.json", DATABASE, "label.sealed"])
def test_a_backup_with_a_part_of_another_is_not_verified(workspace: Workspace, stick: Path, part: str) -> None:
    older = workspace.back_up_to(stick, names.MANUAL)
    workspace.renew_recovery(own=PASSPHRASE)
    newer = workspace.back_up_to(stick, names.MANUAL)
    shutil.copyfile(older.folder / part, newer.folder / part)
    held = seen(workspace, stick)
    assert held[1].verified
    assert not held[2].verified


def test_a_backup_under_a_newer_name_is_not_verified(workspace: Workspace, stick: Path) -> None:
    made = workspace.back_up_to(stick, names.MANUAL)
    made.folder.rename(made.folder.with_name(str(name(7))))
    assert not seen(workspace, stick)[7].verified


def test_databases_are_read_again_in_turns(workspace: Workspace, stick: Path) -> None:
    first, second = (workspace.back_up_to(stick, names.MANUAL) for _ in range(2))
    rotten = bytearray((first.folder / DATABASE).read_bytes())
    rotten[len(rotten) // 2] ^= 1  # no look at the end of the history sees that
    (first.folder / DATABASE).write_bytes(rotten)
    assert seen(workspace, stick)[1].verified
    workspace.back_up_to(stick, names.MANUAL)  # reads the second: the first was read when that was made
    workspace.back_up_to(stick, names.MANUAL)
    held = seen(workspace, stick)
    assert [held[number].verified for number in sorted(held)] == [False, True, True, True]
    assert held[2].label is not None
    assert second.label is not None
    assert held[2].label.read_at > second.label.read_at


def test_closing_reads_no_large_database_again(workspace: Workspace, stick: Path) -> None:
    made = workspace.back_up_to(stick, names.MANUAL)
    assert made.label is not None
    keys = workspace._store.keys
    alike.read_in_turn((made.folder,), keys, made.size - 1, lambda: None)
    assert Label.read(made.folder, keys).read_at == made.label.read_at  # type: ignore[union-attr]
    alike.read_in_turn((made.folder,), keys, made.size, lambda: None)
    assert Label.read(made.folder, keys).read_at > made.label.read_at  # type: ignore[union-attr]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_place_that_cannot_be_written_to_is_named_as_that(stick: Path, number: int) -> None:
    with pytest.raises(PlaceClosed) as refused, told_of(stick):
        raise OSError(number, "no")
    assert refused.value.values == {"name": stick.name}
