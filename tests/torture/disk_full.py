"""The disk full at each page, or at each name, of an act: refused in words, nothing lost, and done once there is room.

Run as a process of its own, which mounts a small disk: PLACE, the name of an act, how it stands with the ballast (or
`names`, where what lacks is room for names), and every which page. Before each try the store is laid out anew and the
disk filled but for one page more than before, until the act comes through on a row of pages. Not at the first: with a
little more room, the backup that is made before an import fits, and the import after it does not.
"""

import json
import shutil
import sys
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from snhr_desktop.errors import DiskFull, NewerStore, Refusal
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store import ballast
from snhr_desktop.store.backups.refusals import NoRoomForBackup
from snhr_desktop.store.migrations import STEPS
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.torture import no_names, small_disk, stores
from tests.torture.acts import MORE, at_form
from tests.torture.full_acts import ACTS, HELD, IMPORTED, SAVES, Act, Tried, migrates, prepare, room_unasked
from tests.torture.outcome import Outcome

NAMES = "names"
KEPT = {"none": 0, "kept": ballast.SIZE, "late": ballast.SIZE, NAMES: 0}
"""Bytes of ballast. `late` lets go of it only when a write was refused."""
EXPECTED = (DiskFull, NoRoomForBackup)
LEAST = 200
"""Points at which each of `LONG` has to meet a full disk, to be worth anything."""
LONG = frozenset({"save", "import", "migration", "backup"})
_ROW, _NAMES_ROW, _MOST, _MEGABYTES = 80, 3, 4000, 40


def torture(place: Path, name: str, how: str, every: int) -> Outcome:
    """Fill the disk at each page, or name, of an act."""
    outcome = Outcome(f"disk full: {name}, {how if how == NAMES else f'ballast {how}'}")
    template, given = (place.with_name(f"{place.name}.{what}") for what in ("template", "given"))
    must = how in ("kept", "late") and name == "save"
    row = _NAMES_ROW if how == NAMES else max(3, _ROW // every)
    with ExitStack() as stack:
        stack.enter_context(stores.cheap(KEPT[how]))
        stack.enter_context(room_unasked())
        if how != "kept":
            stack.enter_context(patch.object(ballast, "LOW", 0))
        prepare(template / "office.snhr", given)
        stack.enter_context(patch.object(ballast, "AMPLE", 64 << 20))
        small_disk.mount(place, _MEGABYTES)
        through, pages = 0, 0
        while through < row and pages < _MOST:
            tried = _laid_out(place, template, given, ACTS[name])
            came_through = _once(tried, ACTS[name], how, pages, outcome, must=must)
            through = through + 1 if came_through and not (must and pages < 400) else 0
            pages += every
    if every == 1 and how == "none" and name in LONG and outcome.found["refused"] < LEAST:
        outcome.fault(f"full at {outcome.found['refused']} points of the {name} alone")
    return outcome


def _laid_out(place: Path, template: Path, given: Path, act: Act) -> Tried:
    aside = place.with_name(f"{place.name}.aside")
    for old in (*place.iterdir(), aside):
        shutil.rmtree(old) if old.is_dir() else old.unlink(missing_ok=True)
    home = aside if act.aside else place
    shutil.copytree(template, home, dirs_exist_ok=True)
    stores.forget_what_was_seen(place.parent)
    tried = Tried(home / "office.snhr", place, given)
    tried.out.mkdir()
    return tried


def _once(tried: Tried, act: Act, how: str, pages: int, outcome: Outcome, *, must: bool) -> bool:
    filler = small_disk.fill(tried.disk, pages) if how != NAMES else tried.disk / "filler"
    if how == NAMES:
        filler.touch()
        no_names.allow(tried.disk, pages)
    try:
        act.run(tried)
    except Refusal as refusal:
        tried.refused = refusal
        if must:
            outcome.fault(f"{pages} left: {refusal!r} by {refusal.__cause__!r} although room was kept back")
    except Exception as error:
        tried.refused = Refusal()  # which is told by no words of its own: `_look_at` says so
        tried.refused.__cause__ = error
    for wrong in _look_at(tried, act, filler, outcome):
        outcome.fault(f"{pages} left: {wrong}")
    return tried.refused is None


def _look_at(tried: Tried, act: Act, filler: Path, outcome: Outcome) -> list[str]:
    """What is wrong with the refusal, the store on the disk that is still full, and the store once there is room."""
    refused, wrong = tried.refused, list[str]()
    if refused and not (isinstance(refused, EXPECTED) and refused.tell(ENGLISH) and refused.tell(ARABIC)):
        wrong.append(f"told as {refused!r} by {refused.__cause__!r}")
    what = ["refused" if refused else "came through"]
    with at_form(*_form(tried, act)):
        try:
            with Workspace.open(tried.store, PASSPHRASE) as workspace:
                what.append("open to read on the full disk" if workspace.info.full else "open on the full disk")
                if not tried.acknowledged <= {row.reference for row in workspace.incidents(stores.ALL).rows}:
                    wrong.append("acknowledged and not there on the full disk")
        except Refusal as again:
            wrong.append(f"does not open on the full disk: {again!r} {again.__cause__!r}")
        no_names.allow_all()
        filler.unlink()
        wrong += stores.wrong_with(tried.store, frozenset(tried.acknowledged))
        with Workspace.open(tried.store, PASSPHRASE) as workspace:
            wrong += _count(workspace)
        wrong += act.check(tried)
    if refused:
        wrong += [f"once there was room: {one}" for one in _again(tried, act)]
    outcome.note(*what)
    return wrong


def _again(tried: Tried, act: Act) -> list[str]:
    """Done once more where there is room it comes through."""
    shutil.rmtree(tried.out)
    tried.out.mkdir()
    again = Tried(tried.store, tried.disk, tried.given)
    try:
        act.run(again)
    except Exception as error:
        return [repr(error)]
    with at_form(*_form(again, act)):
        return act.check(again)


def _form(tried: Tried, act: Act) -> tuple[tuple[str, ...], ...]:
    """The steps of the version that opens the store as it is: the disk may have filled after the form was renewed.

    A form half renewed opens by neither.
    """
    if act.run is not migrates:
        return STEPS
    try:
        Workspace.open(tried.store, PASSPHRASE, read_only=True).close()
    except NewerStore:
        return (*STEPS, MORE)
    except Refusal:  # `_look_at` tells of it
        return STEPS
    return STEPS


def _count(workspace: Workspace) -> list[str]:
    """An import is there whole or not at all; backups that have a name are good."""
    number = len(workspace.incidents(stores.ALL).rows)
    wrong = []
    if not HELD <= number <= HELD + SAVES and number != HELD + IMPORTED:
        wrong.append(f"{number} incidents, half an import")
    if any(not backup.verified for backup in workspace.safety().inside):
        wrong.append("a backup that is none")
    return wrong


if __name__ == "__main__":
    sys.stdout.write(json.dumps(torture(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])).dump()))
