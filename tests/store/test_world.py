"""The world's failures, with the real store: full disks, other windows, damage, sudden death, closed folders."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest

from snhr_desktop.errors import ChangedMeanwhile, DamagedStore, DiskFull, ReadOnlyFolder, Refusal, StoreBusy
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store import driver
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.store.refusals import refusal_for, told
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, counted, dossier, open_as, victim

ROOT = Path(__file__).parents[2]
LONG = "سطر طويل من الشهادة " * 1500


def run_apart(
    script: str, *arguments: str, out: int | IO[str] = subprocess.PIPE, err: int | IO[str] = subprocess.PIPE
) -> subprocess.Popen[str]:
    """A script in a process of its own, with cheap keyslots."""
    head = "from snhr_desktop.store import keyslots; keyslots.COST = keyslots.Cost(64, 1, 1)\n"
    return subprocess.Popen(
        [sys.executable, "-c", head + script, *arguments],
        cwd=ROOT, stdout=out, stderr=err, text=True, encoding="utf-8",
    )  # fmt: skip


@pytest.fixture
def other(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """A second window on the store of `workspace`, that does not wait long."""
    monkeypatch.setattr(driver, "BUSY_SECONDS", 0.05)
    with open_as("other", tmp_path / "office.snhr") as second:
        yield second


def test_two_windows_cannot_overwrite_each_other(workspace: Workspace, other: Workspace) -> None:
    first = workspace.save(dossier()).dossier
    theirs = other.dossier(first.incident.uid)
    other.save(replace(theirs, victims=(*theirs.victims, victim())))
    with pytest.raises(ChangedMeanwhile) as refused:
        workspace.save(replace(first, victims=()), reason="mine")
    assert "مسودة" in refused.value.tell(ARABIC)
    assert len(workspace.dossier(first.incident.uid).victims) == 2


def test_a_save_during_another_windows_save_is_told_as_busy(workspace: Workspace, other: Workspace) -> None:
    with workspace._store.writing(), pytest.raises(StoreBusy):
        other.save(dossier())
    assert other.save(dossier()).dossier.incident.reference == "IDL-2018-00001"


def test_a_read_is_one_moment_even_while_another_window_saves(workspace: Workspace, other: Workspace) -> None:
    workspace.save(dossier())
    with workspace._store.reading():
        assert workspace.incidents(IncidentQuery()).total == 1
        other.save(dossier())
        assert workspace.incidents(IncidentQuery()).total == 1
    assert workspace.incidents(IncidentQuery()).total == 2


def test_a_full_disk_saves_nothing_and_loses_nothing(workspace: Workspace) -> None:
    saved = workspace.save(dossier()).dossier
    workspace.put_draft("form", {"incident": {"title_en": "typed"}})
    connection = workspace._store.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(DiskFull) as refused:
        workspace.save(dossier(incident=counted(narrative_ar=LONG)), draft="form")
    assert refused.value.tell(ENGLISH).startswith("The disk is full.")
    assert not connection.in_transaction
    assert workspace.incidents(IncidentQuery()).total == 1
    assert len(workspace.drafts()) == 1
    connection.execute("PRAGMA max_page_count = 1000000")
    assert workspace.save(dossier()).dossier.incident.reference == "IDL-2018-00002"
    assert workspace.dossier(saved.incident.uid) == saved
    assert not [finding for finding in workspace.verify() if finding.level == "error"]


LIMITED = """
import resource, signal, sys
from pathlib import Path
from snhr_desktop.errors import Refusal
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, counted, dossier
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
workspace, _ = Workspace.create(Path(sys.argv[1]), PASSPHRASE, "IDL")
size = (Path(sys.argv[1]) / "store.db").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 200_000, resource.RLIM_INFINITY))
done = 0
try:
    while done < 500:
        workspace.save(dossier(incident=counted(narrative_ar="شهادة " * 4000)))
        done += 1
except Refusal as refusal:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print(type(refusal).__name__, done, workspace.incidents(IncidentQuery()).total)
"""


def test_a_write_that_the_system_stops_is_a_refusal_and_loses_nothing(tmp_path: Path) -> None:
    process = run_apart(LIMITED, str(tmp_path / "a.snhr"))
    output, errors = process.communicate(timeout=60)
    assert errors == ""
    name, done, present = output.split()
    assert name == "WriteFailed"
    assert int(done) == int(present) > 0
    with Workspace.open(tmp_path / "a.snhr", PASSPHRASE) as again:
        assert again.incidents(IncidentQuery()).total == int(done)
        assert not [finding for finding in again.verify() if finding.level == "error"]


UNWRITABLE = """
import os, sys
from pathlib import Path
import babel.dates, babel.numbers, sqlite_utils
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import ENGLISH
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, dossier
folder = Path(sys.argv[1])
with Workspace.create(folder, PASSPHRASE, "IDL")[0] as made:
    made.save(dossier())
for path in folder.rglob("*"):
    path.chmod(0o555 if path.is_dir() else 0o444)
folder.chmod(0o555)
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)  # whom the permissions of a folder bind, as they do not bind root
for attempt in (
    lambda: Workspace.open(folder, PASSPHRASE),
    lambda: Workspace.create(folder / "inside.snhr", PASSPHRASE, "IDL"),
    lambda: Workspace.open(folder, PASSPHRASE, read_only=True).save(dossier()),
):
    try:
        attempt()
    except Refusal as refusal:
        print(type(refusal).__name__, refusal.tell(ENGLISH))
with Workspace.open(folder, PASSPHRASE, read_only=True) as reader:
    print(reader.incidents(IncidentQuery()).total, reader.verify()[0].level)
"""


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that another user can reach, which those of pytest are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700)
    shutil.rmtree(folder)


def test_a_folder_one_may_not_write_is_refused_and_can_be_read(reachable: Path) -> None:
    process = run_apart(UNWRITABLE, str(reachable / "a.snhr"))
    output, errors = process.communicate(timeout=60)
    assert errors == ""
    *refusals, last = output.splitlines()
    assert [line.split()[0] for line in refusals] == ["ReadOnlyFolder"] * 3
    assert "cannot be written to" in refusals[0]
    assert last == "1 note"


SAVING = """
import sys
from pathlib import Path
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, counted, dossier, facility, victim, weapon
full = dossier(victim(), victim(number=3), facilities=(facility(),), weapons=(weapon(),))
with Workspace.open(Path(sys.argv[1]), PASSPHRASE) as workspace:
    while True:
        print(workspace.save(full).dossier.incident.reference, flush=True)
"""


def test_a_killed_process_loses_no_save_that_was_answered(workspace: Workspace, tmp_path: Path) -> None:
    workspace.close()
    folder = tmp_path / "office.snhr"
    answered: list[str] = []
    for turn in range(4):
        said, wrong = tmp_path / f"said{turn}.txt", tmp_path / f"wrong{turn}.txt"
        with said.open("w") as out, wrong.open("w") as err:  # what was said before the end is all there, in order
            process = run_apart(SAVING, str(folder), out=out, err=err)
            while process.poll() is None and "\n" not in said.read_text():
                time.sleep(0.01)
            time.sleep(random.uniform(0, 0.2))
            process.send_signal(signal.SIGKILL)
            assert process.wait(timeout=30) == -signal.SIGKILL, wrong.read_text()
        assert wrong.read_text() == ""
        answered += [line for line in said.read_text().splitlines() if len(line) == len("IDL-2018-00001")]
        assert len(answered) > turn
    with Workspace.open(folder, PASSPHRASE) as again:
        page = again.incidents(IncidentQuery(limit=100_000, order="reference", descending=False))
        present = [row.reference for row in page.rows]
        assert set(answered) <= set(present)
        assert len(present) - len(answered) <= 4  # at most the one save that had no time to answer, each time
        assert all(row.killed == 4 for row in page.rows)
        assert not [finding for finding in again.verify() if finding.level == "error"]


@pytest.mark.parametrize("seed", range(8))
def test_a_flipped_byte_anywhere_is_found(workspace: Workspace, tmp_path: Path, seed: int) -> None:
    workspace.save_many([dossier(incident=counted(narrative_ar=LONG[:3000]))] * 20)
    workspace.close()
    path = tmp_path / "office.snhr" / DATABASE
    content = bytearray(path.read_bytes())
    content[random.Random(seed).randrange(16, len(content))] ^= 0x10
    path.write_bytes(content)
    levels: list[str] = []
    try:
        with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as again:
            levels = [finding.level for finding in again.verify()]
            told_all = [finding.tell(ARABIC) for finding in again.verify()]
            assert all(told_all)
    except DamagedStore:
        levels = ["error"]
    assert "error" in levels


def test_a_file_of_garbage_is_told_as_damage(workspace: Workspace, tmp_path: Path) -> None:
    workspace.close()
    path = tmp_path / "office.snhr" / DATABASE
    path.write_bytes(os.urandom(path.stat().st_size))
    for read_only in (True, False):
        with pytest.raises(DamagedStore):
            Workspace.open(tmp_path / "office.snhr", PASSPHRASE, read_only=read_only)


@pytest.mark.parametrize(
    ("number", "refusal"),
    [(28, DiskFull), (122, DiskFull), (27, DiskFull), (30, ReadOnlyFolder), (13, ReadOnlyFolder), (5, DamagedStore)],
)
def test_errors_of_the_file_system_are_told(tmp_path: Path, number: int, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as raised, told(tmp_path / "a.snhr"):
        raise OSError(number, "as the system says it")
    assert isinstance(raised.value.__cause__, OSError)


def test_a_fault_of_the_program_is_not_hidden(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(driver.DatabaseError, match="no such table"), workspace._store.writing() as connection:
        connection.execute("INSERT INTO nowhere VALUES (1)")
    assert refusal_for(sqlite3.OperationalError("no code"), tmp_path) is None
    assert refusal_for(FileNotFoundError(2, "no such file"), tmp_path) is None
    assert not workspace._store.connection.in_transaction


def test_two_threads_take_turns_with_whole_transactions(workspace: Workspace) -> None:
    """The second waits for the first to end: it sees all of it, and breaks nothing of it off."""
    begun, seen, store = threading.Event(), list[int](), workspace._store

    def read() -> None:
        begun.set()
        with store.reading() as connection:
            seen.append(connection.execute("SELECT count(*) FROM draft").fetchone()[0])

    other = threading.Thread(target=read)
    with store.writing() as connection:
        other.start()
        begun.wait()
        connection.execute("INSERT INTO draft (key, at, title, raw) VALUES ('a', '', '', '{}')")
        other.join(0.05)
        assert seen == []
    other.join()
    assert seen == [1]


def test_a_damaged_end_of_a_long_text_is_never_given_out_as_one(tmp_path: Path) -> None:
    """SQLCipher gives zeros for it without an error, and only says so when asked."""
    folder = tmp_path / "a.snhr"
    with Workspace.create(folder, PASSPHRASE, "IDL")[0] as workspace:
        saved = workspace.save(dossier(incident=counted(narrative_ar=LONG))).dossier
    whole = (folder / DATABASE).read_bytes()
    wrong = 0
    for page in range(2, len(whole) // 4096 + 1):
        (folder / DATABASE).write_bytes(whole[: (page - 1) * 4096] + os.urandom(4096) + whole[page * 4096 :])
        try:
            with Workspace.open(folder, PASSPHRASE, read_only=True) as workspace, workspace._store.reading():
                read = workspace.dossier(saved.incident.uid)
        except DamagedStore:
            continue
        wrong += read != saved
    assert wrong == 0
