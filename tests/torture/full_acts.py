"""What is under way when a disk fills, and what must hold afterwards.

An act runs on the disk that fills; what it reads lies beside that disk. `Tried.store` lies on it too, or beside it
where what fills is the stick that something is written to.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from snhr_desktop.errors import DiskFull, Refusal
from snhr_desktop.exchange.export.asked import CSV, INTERNAL, JSON, Asked
from snhr_desktop.i18n import ENGLISH
from snhr_desktop.store import keyring
from snhr_desktop.store.attachments import blobs
from snhr_desktop.store.backups import making
from snhr_desktop.store.backups.vault import found_in
from snhr_desktop.store.findings import SEEN_OLDER
from snhr_desktop.store.layout import ATTACHMENTS, DATABASE
from snhr_desktop.store.migrations import STEPS
from snhr_desktop.store.rekeying import rekey
from snhr_desktop.store.restore import trying
from snhr_desktop.store.restore.trying import try_out
from snhr_desktop.store.salvage.saving import salvage
from snhr_desktop.store.store import Store
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.torture import files_in, stores
from tests.torture.acts import MORE, at_form, in_batches, little_cache

HELD, SAVES, IMPORTED = 12, 8, 30
DAMAGED, CODE = "damaged.snhr", "code"
_PAGE = 4096


@dataclass
class Tried:
    """One try: the store, the disk that fills, what was acknowledged (incidents, files, a recovery code), the refusal.

    `given` holds what is read: files, a stick with a backup.
    """

    store: Path
    disk: Path
    given: Path
    acknowledged: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    refused: Refusal | None = None
    code: str = ""

    @property
    def out(self) -> Path:
        """A folder on the disk that fills, for what goes out."""
        return self.disk / "out"


Check = Callable[[Tried], list[str]]


def nothing_more(_: Tried) -> list[str]:
    """For acts after which the store tells all."""
    return []


@dataclass(frozen=True)
class Act:
    """`run` raises a refusal where the disk is full; `check` says what is wrong then, once there is room again.

    `aside` says that the store lies beside the disk that fills.
    """

    run: Callable[[Tried], None]
    check: Check = nothing_more
    aside: bool = False


@contextmanager
def room_unasked() -> Iterator[None]:
    """The disk is to fill while something is written, and not to be found full before."""
    with (
        patch.object(making, "_ensure_room"),
        patch.object(trying, "_ensure_room"),
        patch.object(blobs, "_check_room"),
    ):
        yield


def saves(tried: Tried) -> None:
    """Incident after incident, with a draft before each."""
    with Workspace.open(tried.store, PASSPHRASE) as workspace:
        for number in range(SAVES):
            workspace.put_draft("new-1", {"incident": {"title_en": f"typed {number}", "narrative_ar": "ب" * 3000}})
            tried.acknowledged.add(workspace.save(stores.full_dossier(), draft="new-1").dossier.incident.reference)


def imports(tried: Tried) -> None:
    """A file, whole or not at all."""
    with in_batches(), Workspace.open(tried.store, PASSPHRASE) as workspace:
        little_cache(workspace)
        report = workspace.import_file(tried.given / "import.json")
        assert report.created == IMPORTED, report
        tried.acknowledged.update(row.reference for row in workspace.incidents(stores.ALL).rows)


def backs_up(tried: Tried) -> None:
    """A backup that is opened before it counts."""
    with Workspace.open(tried.store, PASSPHRASE) as workspace:
        made = workspace.back_up_inside("manual")
        assert made.verified


def migrates(tried: Tried) -> None:
    """A store that the next version opens: put aside, then brought to its form."""
    with at_form(*STEPS, MORE), closing(Workspace.open(tried.store, PASSPHRASE)) as opened:
        if opened.info.full:
            raise DiskFull
        assert opened._store.connection.execute("SELECT count(*) FROM extra").fetchone()[0] > 0


def takes_in(tried: Tried) -> None:
    """File after file, each of several pieces."""
    with Workspace.open(tried.store, PASSPHRASE) as workspace:
        for number in range(2, 5):
            tried.files.add(stores.take_in(workspace, tried.given / f"{number}.jpg", number))


def all_taken_in(tried: Tried) -> list[str]:
    """Each file that was acknowledged is there, and no other: what is half is gone."""
    with Workspace.open(tried.store, PASSPHRASE) as workspace:
        there = {file.attachment.reference for file in workspace.attachments()}
    wrong = [f"{one} was acknowledged and is gone" for one in tried.files - there]
    if tried.refused and len(there) != 1 + len(tried.files):
        wrong.append(f"{len(there)} files are there, of {1 + len(tried.files)}")
    left = [path.name for path in (tried.store / ATTACHMENTS).rglob(".*")]
    return wrong + [f"left in the store: {one}" for one in left]


def hands_out(tried: Tried) -> None:
    """A file with its certificate."""
    with Workspace.open(tried.store, PASSPHRASE) as workspace:
        (file,) = workspace.attachments()
        workspace.hand_out(file.attachment.uid, tried.out, "a court", "trial", "internal", "ar")


def told_as_gone(tried: Tried) -> list[str]:
    """Both are outside or neither, and the log tells of no more and no less."""
    names = sorted(path.name for path in tried.out.iterdir())
    wrong = [] if len(names) == (0 if tried.refused else 2) else [f"outside: {', '.join(names) or 'nothing'}"]
    with Workspace.open(tried.store, PASSPHRASE) as workspace:
        (file,) = workspace.attachments()
        log = [entry.step.act for entry in workspace.attachment_custody(file.attachment.uid).log]
    if log.count("export") != (not tried.refused):
        wrong.append(f"outside are {len(names)}, and the log says {log}")
    return wrong


def exports(form: str) -> Callable[[Tried], None]:
    """Records with their files."""

    def run(tried: Tried) -> None:
        with Workspace.open(tried.store, PASSPHRASE) as workspace:
            asked = Asked(form, INTERNAL, files=True, recipient="A court")
            workspace.export(asked, tried.out / "records", ENGLISH)

    return run


def told_as_exported(tried: Tried) -> list[str]:
    """The same, and the history of exports."""
    with Workspace.open(tried.store, PASSPHRASE) as workspace:
        went = [act for act in workspace.exports() if act.went]
    wrong = [] if len(went) == (not tried.refused) else [f"{len(went)} exports by the history"]
    return wrong + told_as_gone(tried)


def salvages(tried: Tried) -> None:
    """A store with a page destroyed, into a new one."""
    told = salvage(tried.given / DAMAGED, PASSPHRASE, tried.disk / "salvaged.snhr")
    assert not told.findings, told.findings


def destroy_a_page(folder: Path) -> None:
    """The sixtieth: one of records."""
    with (folder / DATABASE).open("r+b") as file:
        file.seek(60 * _PAGE)
        file.write(bytes(_PAGE))


def salvaged_or_not(tried: Tried) -> list[str]:
    """A new store that is sound, or nothing of it; what was salvaged from is as it was."""
    return _stands(tried, "salvaged.snhr")


def restores(tried: Tried) -> None:
    """A backup from a stick, as a new store."""
    (backup,) = found_in(tried.given / "stick")
    found = try_out(backup, PASSPHRASE, tried.disk / "restored.snhr")
    try:
        found.put_in_place()
    finally:
        found.throw_away()


def restored_or_not(tried: Tried) -> list[str]:
    """A new store, or nothing of it."""
    return _stands(tried, "restored.snhr")


def replaces(tried: Tried) -> None:
    """A backup from a stick, in place of the store."""
    (backup,) = found_in(tried.given / "stick")
    try_out(backup, PASSPHRASE, tried.store).put_in_place_of_present()


def replaced_or_not(tried: Tried) -> list[str]:
    """One store, or two whole ones."""
    aside = list(tried.disk.glob("office.*-*.snhr"))
    wrong = [] if len(aside) == (not tried.refused) else [f"aside: {[path.name for path in aside]}"]
    return wrong + _left_over(tried, {"office.snhr", *(path.name for path in aside)})


def rekeys(tried: Tried) -> None:
    """All keys made anew, which copies the store; the new recovery code is kept for the check."""
    tried.code = rekey(tried.store, PASSPHRASE, "tester")


def opened_by_code(tried: Tried) -> list[str]:
    """The recovery code that somebody holds opens it: the new one where they were given it, else the old one."""
    Workspace.open(tried.store, tried.code or (tried.given / CODE).read_text()).close()
    return [f"left in the store: {path.name}" for path in tried.store.glob("*rekey*")]


def _stands(tried: Tried, name: str) -> list[str]:
    new = tried.disk / name
    wrong = _left_over(tried, {"office.snhr", name})
    if new.exists() == bool(tried.refused):
        wrong.append(f"{name} is {'there' if new.exists() else 'not there'}")
    if new.exists():
        with Workspace.open(new, PASSPHRASE) as workspace:
            errors = [found for found in workspace.verify() if found.level == "error" and found.message != SEEN_OLDER]
            wrong += [repr(one) for one in errors]
            if len(workspace.incidents(stores.ALL).rows) != HELD:
                wrong.append(f"{name} lacks incidents")
    return wrong


def _left_over(tried: Tried, known: set[str]) -> list[str]:
    known |= {"out", "config", "filler"}
    return [f"left on the disk: {path.name}" for path in tried.disk.iterdir() if path.name not in known]


def prepare(store: Path, given: Path) -> None:
    """A store, and beside it what acts read: a file to import, a damaged store, a stick with a backup, a code."""
    stores.make(store, HELD)
    store.with_suffix(".jpg").unlink()
    given.mkdir()
    files_in.own_dossiers(given / "import.json", IMPORTED)
    with closing(Store.open(store, PASSPHRASE)) as opened:
        (given / CODE).write_text(keyring.renew_recovery(opened, "tester"))
    stick = given / "stick"
    stick.mkdir()
    with Workspace.open(store, PASSPHRASE) as workspace:
        workspace.back_up_to(stick, "manual")
    shutil.copytree(store, given / DAMAGED)
    destroy_a_page(given / DAMAGED)


ACTS = {
    "save": Act(saves),
    "import": Act(imports),
    "migration": Act(migrates),
    "backup": Act(backs_up),
    "intake": Act(takes_in, all_taken_in),
    "hand-out": Act(hands_out, told_as_gone),
    "hand-out-stick": Act(hands_out, told_as_gone, aside=True),
    "export": Act(exports(JSON), told_as_exported),
    "export-folder": Act(exports(CSV), told_as_exported),
    "export-folder-stick": Act(exports(CSV), told_as_exported, aside=True),
    "salvage": Act(salvages, salvaged_or_not),
    "restore": Act(restores, restored_or_not),
    "restore-present": Act(replaces, replaced_or_not),
    "rekey": Act(rekeys, opened_by_code),
}
