"""The power goes at any moment of an entry: the draft is back as it was, nothing is half-saved, the store is sound.

A few moments in every run; `make torture` asks for more of them (`SNHR_MOMENTS`).
"""

import datetime as dt
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms import IncidentForm
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Operations, Worker
from snhr_desktop.workspace import Draft, IncidentQuery, Workspace
from tests.builders import PASSPHRASE

MOMENTS = int(os.environ.get("SNHR_MOMENTS", "4"))
LONGEST = 7.0
"""Seconds after the first key at which the power goes at the latest: one entry takes about five."""
PROMISED = 2.0
"""Seconds after which what was typed is in the draft."""


@dataclass
class Told:
    """What the window told before it was killed, and when that was."""

    killed: float = 0.0
    typed: list[tuple[float, dict[str, Any]]] = field(default_factory=list)
    saved: list[tuple[str, int]] = field(default_factory=list)
    saving: bool = False


def typing_killed_after(store: Path, seconds: float) -> Told:
    """Let somebody type, and take the power away so long after the first key."""
    command = [sys.executable, "-m", "tests.journeys.entering_child", str(store)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    lines = store.with_suffix(".told")
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as child:
        while not lines.exists() and child.poll() is None:
            time.sleep(0.01)
        time.sleep(seconds)
        child.kill()
        told = Told(time.time())
    for line in lines.read_text(encoding="ascii").splitlines(keepends=True):
        if line.endswith("]\n"):  # the last one may have been cut off
            take(told, *json.loads(line))
    return told


def take(told: Told, at: float, what: str, *more: Any) -> None:
    """Note one line."""
    if what == "typed":
        told.typed.append((at, more[0]))
    elif what == "saved":
        told.saved.append((more[0], more[1]))
        told.typed.clear()
    told.saving = what == "saving"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store that nobody has open."""
    folder = tmp_path / "field.snhr"
    made, _ = Workspace.create(folder, PASSPHRASE, "IDL")
    made.close()
    return folder


@pytest.fixture
def desk_on(kit: Kit, worker: Worker, store: Path) -> Iterator[Any]:
    """Opens the store for a form, once it was left behind."""
    opened: list[Workspace] = []

    def open_it() -> Desk:
        opened.append(Workspace.open(store, PASSPHRASE))
        return Desk(kit, Operations(worker, opened[0]))

    yield open_it
    worker.settle()
    for workspace in opened:
        workspace.close()


@pytest.mark.parametrize("moment", [random.Random(seed).uniform(0.05, LONGEST) for seed in range(MOMENTS)])
def test_whatever_moment_the_power_goes(store: Path, moment: float, desk_on: Any, qtbot: QtBot) -> None:
    told = typing_killed_after(store, moment)
    with Workspace.open(store, PASSPHRASE) as workspace:
        assert [finding for finding in workspace.verify() if finding.level == "error"] == []
        drafts = workspace.drafts()
        rows = workspace.incidents(IncidentQuery(order="reference", descending=False)).rows
        victims = [(row.reference, len(workspace.dossier(row.uid).victims)) for row in rows]
    assert victims[: len(told.saved)] == told.saved
    assert len(victims) <= len(told.saved) + told.saving, "only a save that was under way may have come through"
    assert all(number == 4 for _, number in victims), "whole or not at all"
    if len(victims) == len(told.saved):
        assert_is_back(told, drafts, desk_on(), qtbot)


def assert_is_back(told: Told, drafts: tuple[Draft, ...], desk: Desk, qtbot: QtBot) -> None:
    """The draft is what was typed not more than two seconds before, and the form offers it and shows it so."""
    states = [json.loads(json.dumps(raw)) for _, raw in told.typed]
    settled = [at for at, _ in told.typed if at < told.killed - PROMISED]
    if not drafts:
        assert not settled, "something typed long enough before is not in the draft"
        return
    (draft,) = drafts
    shown = [at for at, state in enumerate(states) if state == draft.raw]
    ahead = dt.datetime.fromisoformat(draft.at).timestamp() >= told.typed[-1][0]
    assert shown or ahead, "the draft is a state that was on the screen, or that of the key just pressed"
    assert ahead or shown[-1] >= len(settled) - 1, "and none that was left more than two seconds before"
    form = IncidentForm(desk.kit, desk.operations)
    qtbot.addWidget(form)
    form.open_new()
    qtbot.waitUntil(lambda: not form.offer.isHidden())
    form.offer.continued.emit(draft)
    assert json.loads(json.dumps(form.raw())) == draft.raw
