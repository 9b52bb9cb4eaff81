"""Salvage with a real store: pages overwritten, the first ones too, and what comes back counted."""

import errno
import json
import os
import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from snhr_desktop.domain.records import AttachmentLink
from snhr_desktop.errors import DamagedStore, DiskFull, NotAStore, StoreExists, WrongPassphrase
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store import attempts, driver, keyslots
from snhr_desktop.store.attachments import blobs
from snhr_desktop.store.findings import HISTORY_BROKEN, SALVAGED
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.store.office import OfficeRules
from snhr_desktop.store.opened import connect_with
from snhr_desktop.store.rekeying import rekey
from snhr_desktop.store.salvage import losses, outline, saving
from snhr_desktop.store.salvage.filling import tables
from snhr_desktop.store.salvage.reading import Damaged
from snhr_desktop.store.salvage.report import OUTLINE, PROGRAM, READ
from snhr_desktop.store.salvage.saving import salvage
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, dossier, source, victim

PAGE = 4096
INCIDENTS = int(os.environ.get("SNHR_SALVAGE_INCIDENTS", "600"))
TRIES = int(os.environ.get("SNHR_SALVAGE_TRIES", "1"))


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed training store of some thousand pages; tests damage copies of it."""
    folder = tmp_path_factory.mktemp("large") / "large.snhr"
    workspace, _ = Workspace.create(folder, PASSPHRASE, "IDL", actor="tester")
    with workspace:
        workspace.fill_with_training(INCIDENTS, 7)
    return folder


@pytest.fixture
def damaged(large: Path, tmp_path: Path) -> Path:
    return shutil.copytree(large, tmp_path / "damaged.snhr")


def destroy(folder: Path, pages: list[int]) -> None:
    """Random bytes over pages of the file, numbered from 1."""
    with (folder / DATABASE).open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(os.urandom(PAGE))


def counted(folder: Path) -> dict[str, int]:
    keys = Keys(keyslots.read_keyslots(folder).unlock(PASSPHRASE).master)
    with closing(connect_with(folder, keys, read_only=True)) as connection:
        return {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name, _ in tables(connection)
        }


def pages_of(folder: Path) -> int:
    return (folder / DATABASE).stat().st_size // PAGE


def test_of_a_whole_store_everything_comes_back(damaged: Path, tmp_path: Path) -> None:
    before = counted(damaged)
    report = salvage(damaged, PASSPHRASE, tmp_path / "new.snhr")
    assert counted(tmp_path / "new.snhr") == before
    assert report.whole
    assert (report.schema, report.lost, report.from_history, report.without_history) == (READ, (), (), ())
    assert report.findings == ()
    assert "Nothing was lost." in report.tell(ENGLISH)


@pytest.mark.parametrize("seed", range(TRIES))
def test_of_forty_destroyed_pages_at_least_99_of_100_rows_come_back(damaged: Path, tmp_path: Path, seed: int) -> None:
    before = counted(damaged)
    destroy(damaged, random.Random(seed).sample(range(2, pages_of(damaged) + 1), 40))
    report = salvage(damaged, PASSPHRASE, tmp_path / "new.snhr")
    after = counted(tmp_path / "new.snhr")
    assert sum(after.values()) >= 0.99 * sum(before.values())
    assert report.rows_lost > 0
    with Workspace.open(tmp_path / "new.snhr", PASSPHRASE) as again:
        assert again.incidents(IncidentQuery()).total == after["incident"]
        assert [finding for finding in again.verify() if finding.level == "error"] == []
        again.save(dossier())
    assert json.loads(report.as_json())["rows_lost_at_most"] == report.rows_lost


def roots(folder: Path) -> dict[str, int]:
    keys = Keys(keyslots.read_keyslots(folder).unlock(PASSPHRASE).master)
    with closing(connect_with(folder, keys, read_only=True)) as connection:
        return dict(connection.execute("SELECT name, rootpage FROM sqlite_master WHERE type = 'table'").fetchall())


def test_of_forty_destroyed_pages_with_those_that_lead_to_the_records_99_of_100_rows_come_back(
    damaged: Path, tmp_path: Path
) -> None:
    before, first = counted(damaged), roots(damaged)
    chosen = [first[name] for name in ("incident", "victim", "revision", "detention", "source", "detention_state")]
    others = random.Random(5).sample(range(2, pages_of(damaged) + 1), 40 - len(chosen))
    destroy(damaged, [*chosen, *others])
    report = salvage(damaged, PASSPHRASE, tmp_path / "new.snhr")
    after = counted(tmp_path / "new.snhr")
    assert sum(after.values()) >= 0.99 * sum(before.values())
    assert all(after[name] >= 0.9 * before[name] for name in ("incident", "victim", "revision"))
    assert report.rows_lost > 0
    with Workspace.open(tmp_path / "new.snhr", PASSPHRASE) as again:
        assert [finding for finding in again.verify() if finding.level == "error"] == []


def test_what_is_lost_of_the_history_is_named_in_it_and_excuses_nothing_else(tmp_path: Path) -> None:
    folder, new = tmp_path / "a.snhr", tmp_path / "new.snhr"
    small(folder)
    lose(folder, ["DELETE FROM revision WHERE id IN (2, 4)"])
    salvage(folder, PASSPHRASE, new)
    with Workspace.open(new, PASSPHRASE) as again:
        found = again.verify()
        assert [finding for finding in found if finding.level == "error"] == []
        assert [finding.values["n"] for finding in found if finding.message == SALVAGED] == [2]
    lose(new, ["UPDATE revision SET reason = 'another' WHERE id = 3"])
    with Workspace.open(new, PASSPHRASE) as again:
        assert HISTORY_BROKEN in {finding.message for finding in again.verify() if finding.level == "error"}


def test_signatures_that_no_damage_took_are_not_excused_by_a_salvage(tmp_path: Path) -> None:
    folder, new = tmp_path / "a.snhr", tmp_path / "new.snhr"
    small(folder)
    lose(folder, ["DELETE FROM signature WHERE id IN (1, 3)"])
    salvage(folder, PASSPHRASE, new)
    with Workspace.open(new, PASSPHRASE) as again:
        assert "unsigned" in {finding.code for finding in again.verify() if finding.level == "error"}


def test_what_a_loss_left_unsigned_is_told_as_kept_and_not_vouched_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, new = tmp_path / "a.snhr", tmp_path / "new.snhr"
    small(folder)
    lose(folder, ["DELETE FROM signature WHERE id = 3", "DELETE FROM revision WHERE id = 2"])
    monkeypatch.setattr(losses, "_is_loss", lambda *_: True)  # as where the damage took signatures
    salvage(folder, PASSPHRASE, new)
    with Workspace.open(new, PASSPHRASE) as again:
        found = again.verify()
    assert [finding for finding in found if finding.level == "error"] == []
    kept = [finding.values for finding in found if finding.code == "not_vouched"]
    assert kept
    assert all(not said["first"] == said["last"] == 2 for said in kept)  # what is lost is told as lost


def test_what_was_salvaged_is_no_older_copy_to_the_computer_that_saw_all_of_it(tmp_path: Path) -> None:
    folder, new = tmp_path / "a.snhr", tmp_path / "new.snhr"
    small(folder)
    lose(folder, ["DELETE FROM revision WHERE id > (SELECT max(id) - 2 FROM revision)"])
    salvage(folder, PASSPHRASE, new)
    with Workspace.open(new, PASSPHRASE) as again:
        assert again.replaced() is None
        assert [finding for finding in again.verify() if finding.level == "error"] == []


def test_the_damaged_store_is_only_read(damaged: Path, tmp_path: Path) -> None:
    destroy(damaged, [20, 40, 60])
    before = (damaged / DATABASE).read_bytes()
    salvage(damaged, PASSPHRASE, tmp_path / "new.snhr")
    assert (damaged / DATABASE).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["damaged.snhr", "new.snhr"]


@pytest.mark.parametrize("noted", [True, False], ids=["with outline", "without"])
def test_a_destroyed_first_page_is_no_loss(damaged: Path, tmp_path: Path, noted: bool) -> None:
    before = counted(damaged)
    destroy(damaged, [1, 2, 3])
    if not noted:
        (damaged / outline.FILE_NAME).unlink()
    with pytest.raises(DamagedStore):
        Workspace.open(damaged, PASSPHRASE)
    report = salvage(damaged, PASSPHRASE, tmp_path / "new.snhr")
    after = counted(tmp_path / "new.snhr")
    assert not set("abcdefghijklmnopqrstuvwxyz") & set("".join(report.tell(ARABIC)[2:]))
    assert report.schema == (OUTLINE if noted else PROGRAM)
    assert sum(after.values()) >= 0.99 * sum(before.values())
    assert any("outline" in line for line in report.tell(ENGLISH))
    assert report.tell(ARABIC)


def lose_what_it_says(folder: Path) -> None:
    """Destroy the page on which a store says what it is; nothing of the file need be known for it."""
    with Workspace.open(folder, PASSPHRASE) as workspace:
        connection = workspace._store.connection
        connection.execute("PRAGMA wal_checkpoint(truncate)")
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'meta'").fetchone()[0]
    destroy(folder, [page])


@pytest.mark.parametrize("noted", [True, False], ids=["with outline", "without"])
@pytest.mark.parametrize("training", [True, False])
def test_a_store_of_made_up_records_stays_one(tmp_path: Path, training: bool, noted: bool) -> None:
    workspace, _ = Workspace.create(tmp_path / "t.snhr", PASSPHRASE, "IDL", actor="tester", training=training)
    with workspace:
        workspace.save(dossier())
    lose_what_it_says(tmp_path / "t.snhr")
    if not noted:
        (tmp_path / "t.snhr" / outline.FILE_NAME).unlink()
    report = salvage(tmp_path / "t.snhr", PASSPHRASE, tmp_path / "new.snhr")
    assert report.says_what_it_is == noted
    told = [" ".join(report.tell(language)) for language in (ENGLISH, ARABIC)]
    assert [("store for training" in told[0]), ("للتدريب" in told[1])] == [not noted] * 2
    with Workspace.open(tmp_path / "new.snhr", PASSPHRASE) as opened:
        assert opened.info.training == (training and noted)
        assert [one for one in opened.verify() if one.level == "error"] == []


def test_a_store_devoted_to_training_is_known_as_one_before_it_was_ever_opened_again(tmp_path: Path) -> None:
    workspace, _ = Workspace.create(tmp_path / "t.snhr", PASSPHRASE, "IDL", actor="tester")
    with workspace:
        workspace.fill_with_training(2, 7)
        keys = workspace._store.keys
        known = outline.read(tmp_path / "t.snhr", keys)
        assert known is not None
        assert known.said["training"] == "1"


def test_a_store_whose_keys_were_made_anew_knows_its_own_signatures_after_a_salvage(tmp_path: Path) -> None:
    workspace, _ = Workspace.create(tmp_path / "k.snhr", PASSPHRASE, "IDL", actor="tester")
    with workspace:
        uid = workspace.save(dossier()).dossier.incident.uid
        (tmp_path / "p.txt").write_text("x", encoding="utf-8")
        workspace.take_in(tmp_path / "p.txt", [AttachmentLink(record="incident", target=uid)])
    rekey(tmp_path / "k.snhr", PASSPHRASE, "tester")
    lose_what_it_says(tmp_path / "k.snhr")
    report = salvage(tmp_path / "k.snhr", PASSPHRASE, tmp_path / "new.snhr")
    assert (report.findings, report.files) == ((), 1)
    with Workspace.open(tmp_path / "new.snhr", PASSPHRASE) as opened:
        assert [one for one in opened.verify() if one.level == "error"] == []
        assert len(tuple(opened.attachments_of(uid))) == 1


def test_a_disk_that_fills_loses_no_attachment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace, _ = Workspace.create(tmp_path / "k.snhr", PASSPHRASE, "IDL", actor="tester")
    with workspace:
        uid = workspace.save(dossier()).dossier.incident.uid
        (tmp_path / "p.txt").write_text("x" * 5000, encoding="utf-8")
        workspace.take_in(tmp_path / "p.txt", [AttachmentLink(record="incident", target=uid)])

    def full(_given: object, target: Path, *_rest: object) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(saving, "_copy", full)
        with pytest.raises(DiskFull):
            salvage(tmp_path / "k.snhr", PASSPHRASE, tmp_path / "new.snhr")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["k.snhr", "p.txt"]
    assert salvage(tmp_path / "k.snhr", PASSPHRASE, tmp_path / "new.snhr").files == 1


def test_keyslots_come_from_their_copy(damaged: Path, tmp_path: Path) -> None:
    (damaged / keyslots.FILE_NAME).write_bytes(b"{")
    assert salvage(damaged, PASSPHRASE, tmp_path / "new.snhr").whole
    (damaged / keyslots.COPY_NAME).unlink()
    with pytest.raises(DamagedStore):
        salvage(damaged, PASSPHRASE, tmp_path / "newer.snhr")


def test_what_cannot_be_salvaged_is_told(damaged: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        salvage(damaged, "another", tmp_path / "new.snhr")
    assert attempts.attempts(damaged).wrong == 1
    with pytest.raises(StoreExists):
        salvage(damaged, PASSPHRASE, damaged)
    with pytest.raises(NotAStore):
        salvage(tmp_path, PASSPHRASE, tmp_path / "new.snhr")
    assert [path.name for path in tmp_path.iterdir()] == ["damaged.snhr"]


def lose(folder: Path, statements: list[str]) -> None:
    """Rows gone as if their pages were."""
    keys = Keys(keyslots.read_keyslots(folder).unlock(PASSPHRASE).master)
    with closing(connect_with(folder, keys, read_only=False)) as connection:
        connection.execute("PRAGMA foreign_keys = off")
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)


def small(folder: Path) -> tuple[str, str]:
    """Two incidents, the first with two victims, a source and two files."""
    workspace, _ = Workspace.create(folder, PASSPHRASE, "IDL", actor="tester")
    with workspace:
        one = workspace.save(dossier(victim(name_en="A"), victim(name_en="B"), sources=(source(real_name="secret"),)))
        other = workspace.save(dossier())
        for name in ("one.txt", "other.txt"):
            (folder.parent / name).write_text(name, encoding="utf-8")
            link = AttachmentLink(record="incident", target=one.dossier.incident.uid)
            workspace.take_in(folder.parent / name, (link,))
    return one.dossier.incident.uid, other.dossier.incident.uid


def test_a_file_that_does_not_read_as_it_was_written_is_told_and_not_carried_over(tmp_path: Path) -> None:
    folder = tmp_path / "a.snhr"
    small(folder)
    [spoilt, kept] = blobs.placed(folder)
    content = bytearray(spoilt.read_bytes())
    content[-1] ^= 1
    spoilt.write_bytes(content)
    lose(folder, ["DELETE FROM attachment WHERE id = 1", "DELETE FROM attachment_link"])
    report = salvage(folder, PASSPHRASE, tmp_path / "new.snhr")
    assert report.files == 1
    assert len(report.files_lost) == 1
    assert report.files_lost[0].startswith("IDL-F-")
    assert len(report.from_history) == 2  # both records of files, whose links were lost
    assert not report.whole
    assert [path.name for path in blobs.placed(tmp_path / "new.snhr")] == [kept.name]


def test_a_table_without_row_numbers_is_read_around_what_is_destroyed(tmp_path: Path) -> None:
    path, key, salt = tmp_path / "a.db", b"k" * 32, b"s" * 16
    path.touch()
    with closing(driver.connect(path, key, salt)) as connection:
        connection.execute("CREATE TABLE kept (name TEXT, other TEXT, said TEXT, PRIMARY KEY (name)) WITHOUT ROWID")
        connection.execute("CREATE INDEX kept_other ON kept (other)")
        rows = [(f"{number:064}", f"{number % 7}", "x" * 300) for number in range(3_000)]
        connection.executemany("INSERT INTO kept VALUES (?, ?, ?)", rows)
    content = bytearray(path.read_bytes())
    for page in (100, 150, 200):
        content[(page - 1) * PAGE : page * PAGE] = os.urandom(PAGE)
    path.write_bytes(content)
    damaged = Damaged(lambda: driver.connect(path, key, salt, read_only=True))
    read = [row for part in damaged.keyed("kept", ("name", "other", "said"), ("name",)) for row in part]
    damaged.close()
    assert set(read) <= set(rows)
    assert len(set(read)) >= 2_900
    assert "kept" in damaged.guessed or damaged.unread["kept"] == 3_000 - len(set(read))


def test_records_come_back_from_history_whole(tmp_path: Path) -> None:
    folder = tmp_path / "a.snhr"
    one, _ = small(folder)
    lose(
        folder, ["DELETE FROM incident WHERE id = 1", "DELETE FROM victim WHERE id = 1", "DELETE FROM source_protected"]
    )
    lose(folder, ["DELETE FROM period", "DELETE FROM meta", "DELETE FROM counter"])
    report = salvage(folder, PASSPHRASE, tmp_path / "new.snhr")
    assert set(report.from_history) == {"IDL-2018-00001", "idlib"}
    assert report.files == 2
    with Workspace.open(tmp_path / "new.snhr", PASSPHRASE) as again:
        assert [found.name_en for found in again.dossier(one).victims] == ["A", "B"]
        assert again.dossier(one).sources[0].real_name == "secret"
        assert again.info.office == "IDL"
        assert [finding for finding in again.verify() if finding.level == "error"] == []
        assert again.save(dossier()).dossier.incident.reference == "IDL-2018-00003"


def test_rows_whose_history_is_lost_are_kept_and_recorded_anew(tmp_path: Path) -> None:
    folder = tmp_path / "a.snhr"
    one, other = small(folder)
    lose(folder, [f"DELETE FROM revision WHERE record_uid = '{other}'"])
    lose(folder, [f"DELETE FROM revision WHERE record_uid = '{one}'", "DELETE FROM incident WHERE id = 1"])
    report = salvage(folder, PASSPHRASE, tmp_path / "new.snhr")
    assert report.without_history == ("IDL-2018-00002",)
    assert report.lost == ("IDL-2018-00001",)
    with Workspace.open(tmp_path / "new.snhr", PASSPHRASE) as again:
        assert again.dossier(other).revision == 2
        assert again.incidents(IncidentQuery()).total == 1


@pytest.mark.parametrize("history_too", [False, True])
def test_whoever_has_a_passphrase_opens_what_was_salvaged(tmp_path: Path, history_too: bool) -> None:
    folder, new = tmp_path / "office.snhr", tmp_path / "new.snhr"
    workspace, _ = Workspace.create(folder, PASSPHRASE, "IDL", actor="tester")
    with workspace:
        workspace.save(dossier())
        connection = workspace._store.connection
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("DELETE FROM user")
        if history_too:
            connection.execute("DELETE FROM revision WHERE record_type = 'user'")
    salvage(folder, PASSPHRASE, new)
    with Workspace.open(new, PASSPHRASE) as opened:
        [one] = opened.users()
        assert one.user.name == ("Salvaged user" if history_too else "tester")
        assert one.user.role == "administrator"
        opened.save(dossier())


def test_rules_and_keys_go_on_where_what_the_store_says_of_itself_was_lost(tmp_path: Path) -> None:
    folder, new = tmp_path / "office.snhr", tmp_path / "new.snhr"
    workspace, _ = Workspace.create(folder, PASSPHRASE, "IDL", actor="tester")
    with workspace:
        workspace.save(dossier())
        workspace.set_rules(OfficeRules(second_person=True), "from now on")
        workspace.set_limit(7, own=PASSPHRASE)
    lose(folder, ["DELETE FROM meta"])
    assert salvage(folder, PASSPHRASE, new).findings == ()
    with Workspace.open(new, PASSPHRASE) as opened:
        assert opened.rules() == OfficeRules(second_person=True)
        opened.set_limit(8, own=PASSPHRASE)
        opened.set_rules(OfficeRules(), "no more")
        assert [finding.code for finding in opened.verify() if finding.level == "error"] == []
