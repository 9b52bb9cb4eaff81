"""The power cut in the middle of a write: the log cut off, emptied or scrambled at its end from any point on."""

import random
import shutil
from pathlib import Path

from snhr_desktop.store.findings import SEEN_OLDER
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.torture import flipping, stores
from tests.torture.outcome import Outcome


def torture(place: Path, cuts: int, seed: int = 1) -> Outcome:
    """Cut so often: the store is as it was after one of its saves, sound, and tells what it did not read."""
    outcome, dice = Outcome("power cut: the log"), random.Random(seed)
    with stores.cheap():
        template, truths = flipping.prepared(place / "template.snhr")
        for _ in range(cuts):
            folder = place / "cut.snhr"
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(template, folder)
            how = dice.choice(("cut off", "empty", "scrambled"))
            _cut(folder / f"{DATABASE}-wal", how, dice)
            try:
                outcome.note(how, _met(folder, truths))
            except Exception as error:
                outcome.note(how)
                outcome.fault(f"{how}: {error!r}")
    return outcome


def _cut(log: Path, how: str, dice: random.Random) -> None:
    content = log.read_bytes()
    at = dice.randrange(len(content))
    lost = len(content) - at
    end = {"cut off": b"", "empty": bytes(lost), "scrambled": dice.randbytes(lost)}[how]
    log.write_bytes(content[:at] + end)


def _met(folder: Path, truths: list[str]) -> str:
    with Workspace.open(folder, PASSPHRASE) as workspace:
        said = stores.digest(stores.say(workspace))
        found = [finding for finding in workspace.verify() if finding.level == "error"]
        errors = [one for one in found if one.message != SEEN_OLDER]  # which this computer may well say
        assert said in truths, "not as it was after any of its saves"
        assert not errors or workspace.info.unread > 1, errors
        return f"as it was {len(truths) - 1 - truths.index(said)} saves before the end"
