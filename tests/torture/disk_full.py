"""The disk full at each page of a save, an import, a migration and a backup: refused in words, and nothing lost.

Run as a process of its own, which mounts a small disk: PLACE, the name of an act, how it stands with the ballast, and
every which page. Before each try the store is laid out anew and the disk filled but for one page more than before,
until the act comes through on a row of pages. Not at the first: with a little more room, the backup that is made before
an import fits, and the import after it does not.
"""

import json
import shutil
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from snhr_desktop.errors import DiskFull, NewerStore, Refusal
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store import ballast
from snhr_desktop.store.backups import making
from snhr_desktop.store.backups.refusals import NoRoomForBackup
from snhr_desktop.store.migrations import STEPS
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.torture import files_in, small_disk, stores
from tests.torture.acts import MORE, at_form, in_batches, little_cache
from tests.torture.outcome import Outcome

KEPT = {"none": 0, "kept": ballast.SIZE, "late": ballast.SIZE}
"""Bytes of ballast. `late` lets go of it only when a write was refused."""
HELD, SAVES, IMPORTED, EXPECTED = 12, 8, 30, (DiskFull, NoRoomForBackup)
LEAST = 200
"""Points at which each act has to meet a full disk, to be worth anything."""
_ROW = 80


@dataclass
class Tried:
    """One try: what was acknowledged before the disk was full, and the refusal."""

    folder: Path
    acknowledged: set[str] = field(default_factory=set)
    refused: Refusal | None = None


Act = Callable[[Tried], None]


def saves(tried: Tried) -> None:
    """Incident after incident, with a draft before each."""
    with Workspace.open(tried.folder, PASSPHRASE) as workspace:
        for number in range(SAVES):
            workspace.put_draft("new-1", {"incident": {"title_en": f"typed {number}", "narrative_ar": "ب" * 3000}})
            tried.acknowledged.add(workspace.save(stores.full_dossier(), draft="new-1").dossier.incident.reference)


def imports(tried: Tried) -> None:
    """A file, whole or not at all."""
    with in_batches(), Workspace.open(tried.folder, PASSPHRASE) as workspace:
        little_cache(workspace)
        report = workspace.import_file(tried.folder.parent / "import.json")
        assert report.created == IMPORTED, report
        tried.acknowledged.update(row.reference for row in workspace.incidents(stores.ALL).rows)


def backs_up(tried: Tried) -> None:
    """A backup that is opened before it counts."""
    with Workspace.open(tried.folder, PASSPHRASE) as workspace:
        made = workspace.back_up_inside("manual")
        assert made.verified


def migrates(tried: Tried) -> None:
    """A store that the next version opens: put aside, then brought to its form."""
    with at_form(*STEPS, MORE), closing(Workspace.open(tried.folder, PASSPHRASE)) as opened:
        if opened.info.full:
            raise DiskFull
        assert opened._store.connection.execute("SELECT count(*) FROM extra").fetchone()[0] > 0


ACTS: dict[str, Act] = {
    "save": saves, "import": imports, "migration": migrates, "backup": backs_up,
}  # fmt: skip


def torture(place: Path, act: str, how: str, every: int) -> Outcome:
    """Fill the disk at each page of an act."""
    outcome = Outcome(f"disk full: {act}, ballast {how}")
    template = place.with_name(f"{place.name}.template")
    with ExitStack() as stack:
        stack.enter_context(stores.cheap(KEPT[how]))
        stack.enter_context(patch.object(making, "_ensure_room"))  # the disk is to fill while a backup is written
        if how != "kept":
            stack.enter_context(patch.object(ballast, "LOW", 0))
        stores.make(template / "office.snhr", HELD)
        files_in.own_dossiers(template / "import.json", IMPORTED)
        stack.enter_context(patch.object(ballast, "AMPLE", 64 << 20))
        small_disk.mount(place, 40)
        through, pages = 0, 0
        while through < max(3, _ROW // every) and pages < 4000:
            came_through = _once(place, template, act, pages, outcome, must=how != "none" and act == "save")
            through = through + 1 if came_through else 0
            if how != "none" and act == "save":
                through = 0 if pages < 400 else through
            pages += every
    if every == 1 and how == "none" and outcome.found["refused"] < LEAST:
        outcome.fault(f"full at {outcome.found['refused']} points of the {act} alone")
    return outcome


def _once(place: Path, template: Path, act: str, pages: int, outcome: Outcome, *, must: bool) -> bool:
    for old in place.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copytree(template, place, dirs_exist_ok=True)
    stores.forget_what_was_seen(place.parent)
    filler = small_disk.fill(place, pages)
    tried = Tried(place / "office.snhr")
    try:
        ACTS[act](tried)
    except Refusal as refusal:
        tried.refused = refusal
        if must:
            outcome.fault(f"{pages} pages left: {refusal!r} by {refusal.__cause__!r} although room was kept back")
    except Exception as error:
        outcome.fault(f"{pages} pages left: {error!r}")
    _look_at(tried, ACTS[act], filler, pages, outcome)
    return tried.refused is None


def _look_at(tried: Tried, act: Act, filler: Path, pages: int, outcome: Outcome) -> None:
    """The refusal, the store on the disk that is still full, and the store once there is room again."""
    refused = tried.refused
    if refused and not (isinstance(refused, EXPECTED) and refused.tell(ENGLISH) and refused.tell(ARABIC)):
        outcome.fault(f"{pages} pages left: told as {refused!r}")
    what = ["refused" if refused else "came through"]
    with at_form(*_form(tried, act)):
        try:
            with Workspace.open(tried.folder, PASSPHRASE) as workspace:
                what.append("open to read on the full disk" if workspace.info.full else "open on the full disk")
                rows = {row.reference for row in workspace.incidents(stores.ALL).rows}
                if not tried.acknowledged <= rows:
                    outcome.fault(f"{pages} pages left: acknowledged and not there on the full disk")
        except Refusal as again:
            outcome.fault(f"{pages} pages left: does not open on the full disk: {again!r} {again.__cause__!r}")
        filler.unlink()
        for wrong in stores.wrong_with(tried.folder, frozenset(tried.acknowledged)):
            outcome.fault(f"{pages} pages left: {wrong}")
        with Workspace.open(tried.folder, PASSPHRASE) as workspace:
            _count(workspace, pages, outcome)
    outcome.note(*what)


def _form(tried: Tried, act: Act) -> tuple[tuple[str, ...], ...]:
    """The steps of the version that opens the store as it is: the disk may have filled after the form was renewed.

    A form half renewed opens by neither.
    """
    if act is not migrates:
        return STEPS
    try:
        Workspace.open(tried.folder, PASSPHRASE, read_only=True).close()
    except NewerStore:
        return (*STEPS, MORE)
    except Refusal:  # `_look_at` tells of it
        return STEPS
    return STEPS


def _count(workspace: Workspace, pages: int, outcome: Outcome) -> None:
    """An import is there whole or not at all; backups that have a name are good."""
    number = len(workspace.incidents(stores.ALL).rows)
    if not HELD <= number <= HELD + SAVES and number != HELD + IMPORTED:
        outcome.fault(f"{pages} pages left: {number} incidents, half an import")
    if any(not backup.verified for backup in workspace.safety().inside):
        outcome.fault(f"{pages} pages left: a backup that is none")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(torture(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])).dump()))
