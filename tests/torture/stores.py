"""Small stores to be tortured, what they say when nothing is wrong, and the check after each torture."""

import hashlib
import json
import os
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.domain.records import AttachmentFile, AttachmentLink, Dossier
from snhr_desktop.store import attempts, ballast, keyslots, slots
from snhr_desktop.store.attachments import keeping
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, case, counted, dossier, facility, victim, weapon

NARRATIVE = "سطر من شهادة طويلة عما جرى في ذلك اليوم. " * 60
INCIDENTS = 6
ALL = IncidentQuery(limit=100_000, order="reference", descending=False)


@contextmanager
def cheap(kept_back: int = 1 << 10) -> Iterator[None]:
    """Keyslots that open at once, and as much ballast as is asked for, wherever there is room for that alone."""
    with (
        patch.object(keyslots, "COST", slots.Cost(memory_kib=64, passes=1, lanes=1)),
        patch.object(keyslots, "LEAST_SECONDS", 0),
        patch.object(attempts, "PAUSES", (0,)),
        patch.object(ballast, "SIZE", kept_back),
        patch.object(ballast, "AMPLE", 0),
    ):
        yield


def forget_what_was_seen(folder: Path) -> None:
    """Be a computer that never saw the store: it is about to be laid out as it was before."""
    os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp(dir=folder)


def full_dossier(mark: str = "") -> Dossier:
    """An incident of which half would show: four killed by two rows, a facility, a weapon, a long narrative."""
    return dossier(
        victim(), victim(number=3), facilities=(facility(),), weapons=(weapon(),),
        incident=counted(narrative_ar=NARRATIVE, title_en=f"Attack {mark}".strip()),
    )  # fmt: skip


def make(folder: Path, incidents: int = INCIDENTS) -> None:
    """A store with some incidents, a corrected one, a case and a draft."""
    made, _ = Workspace.create(folder, PASSPHRASE, "IDL", actor="first")
    with made:
        saved = made.save_many([full_dossier(str(number)) for number in range(incidents)])
        assert not saved.refused
        first = made.by_reference("IDL-2018-00001")
        assert first is not None
        corrected = replace(first.incident, title_en="Attack, corrected")
        made.save(replace(first, incident=corrected), reason="corrected")
        made.save_case(case())
        made.put_draft("new-1", {"incident": {"title_en": "typed"}})
        take_in(made, folder.with_suffix(".jpg"), 1)


def take_in(workspace: Workspace, path: Path, number: int) -> str:
    """A file kept with the first incident: larger than one piece of what is encrypted; its reference."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\xff\xd8\xff" + random.Random(number).randbytes(70_000))
    first = workspace.by_reference("IDL-2018-00001")
    assert first is not None
    to = AttachmentLink(record="incident", target=first.incident.uid)
    return workspace.take_in(path, [to]).file.attachment.reference


def say(workspace: Workspace) -> dict[str, Any]:
    """What a store says to those who read it: every record, every figure, the history's head, the drafts."""
    rows = workspace.incidents(ALL).rows
    answers = workspace.answers(IDLIB.period, "all")
    return {
        "figures": {code: repr(answer) for code, answer in answers.items()},
        "records": [repr(workspace.dossier(row.uid)) for row in rows],
        "rows": [(row.reference, row.killed) for row in rows],
        "head": [link.chain_sha256 for row in rows for link in workspace.custody(row.uid).links],
        "files": [hashlib.sha256(_content(workspace, one)).hexdigest() for one in workspace.attachments()],
        "drafts": [(draft.key, json.dumps(draft.raw)) for draft in workspace.drafts()],
    }


def _content(workspace: Workspace, file: AttachmentFile) -> bytes:
    """Without a step of custody, which would be a write."""
    store = workspace._store
    with store.reading() as connection, keeping.reader(connection, store.folder, file) as reader:
        return reader.readall()


def digest(said: Any) -> str:
    """Short, to be compared and told."""
    return hashlib.sha256(repr(said).encode()).hexdigest()


def wrong_with(folder: Path, acknowledged: frozenset[str] = frozenset(), secret: str = PASSPHRASE) -> list[str]:
    """What is wrong with a store after a torture: nothing, unless something acknowledged is gone or something is half.

    `acknowledged` are references of incidents as `full_dossier` makes them.
    """
    with Workspace.open(folder, secret) as workspace:
        wrong = [repr(finding) for finding in workspace.verify() if finding.level == "error"]
        rows = {row.reference: row.killed for row in workspace.incidents(ALL).rows}
        wrong += [f"{reference} was acknowledged and is gone" for reference in sorted(acknowledged - rows.keys())]
        wrong += [f"{reference} is half" for reference, killed in rows.items() if killed != 4]
    return wrong
