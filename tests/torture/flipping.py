"""One flipped bit anywhere in the files of a store: detected or harmless, never another answer without a word.

The store is open while it is copied, so that saves stand in its log as well. Each flip is made in a copy of its own,
opened as a person opens it, asked for everything, and verified.
"""

import random
import shutil
from pathlib import Path

from snhr_desktop.errors import Refusal
from snhr_desktop.store.layout import ATTACHMENTS, BALLAST, DATABASE
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.torture import stores
from tests.torture.outcome import Outcome


def torture(place: Path, flips: int, seed: int = 1) -> list[Outcome]:
    """Flip so many bits, the files in turns."""
    with stores.cheap():
        template, truths = prepared(place / "template.snhr")
        files = _files(template)
        outcomes = {kind: Outcome(f"flipped bit: {kind}") for kind in files}
        dice = random.Random(seed)
        for number in range(flips):
            kind = list(files)[number % len(files)]
            size = sum(path.stat().st_size for path in files[kind])
            _once(place / "flipped.snhr", template, _bit(files[kind], dice.randrange(size * 8)), truths, outcomes[kind])
    return list(outcomes.values())


def prepared(folder: Path) -> tuple[Path, list[str]]:
    """A store with saves in its log, and what it says after each of them, the last one last."""
    live = folder.with_name("live.snhr")
    stores.make(live, 3)
    with Workspace.open(live, PASSPHRASE) as workspace:
        truths = [stores.digest(stores.say(workspace))]
        for number in range(3):
            workspace.save(stores.full_dossier(str(number)))
            truths.append(stores.digest(stores.say(workspace)))
        shutil.copytree(live, folder, ignore=shutil.ignore_patterns("*-shm"))
    return folder, truths


_APART = {DATABASE, f"{DATABASE}-wal", "keyslots.json", "keyslots.json.bak", BALLAST}
"""Files of a store that are flipped on their own, and the room kept back, in which nothing stands."""


def _files(folder: Path) -> dict[str, list[Path]]:
    log = folder / f"{DATABASE}-wal"
    assert log.stat().st_size > 4096
    found = {
        "file of the store": [folder / DATABASE],
        "log": [log],
        "keyslots": [folder / "keyslots.json"],
        "copy of the keyslots": [folder / "keyslots.json.bak"],
        "other files beside it": sorted(
            path for path in folder.iterdir() if path.is_file() and path.name not in _APART
        ),
        "attachments": sorted(path for path in (folder / ATTACHMENTS).rglob("*") if path.is_file()),
    }
    return {kind: paths for kind, paths in found.items() if paths}


def _bit(paths: list[Path], bit: int) -> tuple[Path, int]:
    for path in paths:
        if bit < path.stat().st_size * 8:
            return path, bit
        bit -= path.stat().st_size * 8
    raise AssertionError


def _once(folder: Path, template: Path, at: tuple[Path, int], truths: list[str], outcome: Outcome) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    path, bit = folder / at[0].relative_to(template), at[1]
    with path.open("r+b") as file:
        file.seek(bit // 8)
        byte = file.read(1)[0]
        file.seek(bit // 8)
        file.write(bytes([byte ^ 1 << bit % 8]))
    try:
        outcome.note(_met(folder, truths))
    except Exception as error:
        outcome.note("fault")
        outcome.fault(f"{path.name}, bit {bit}: {error!r}")


def _met(folder: Path, truths: list[str]) -> str:
    """What came of it; raises where an answer is another and nothing tells."""
    try:
        workspace = Workspace.open(folder, PASSPHRASE)
    except Refusal:
        return "refused on opening"
    with workspace:
        told = workspace.info.unread > 0
        try:
            said = stores.digest(stores.say(workspace))
        except Refusal:
            return "refused on reading"
        errors = [finding for finding in workspace.verify() if finding.level == "error"]
    if told and said in truths:
        return "told on opening, as it was before the damaged saves"
    if said == truths[-1]:
        return "found by verify, answers the same" if errors else "harmless"
    raise AssertionError(f"other answers, {'found by verify' if errors else 'and nothing tells'}")
