"""A file leaves with its custody certificate or not at all, and the log of its custody says no more than what left."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.domain.records import AttachmentLink
from snhr_desktop.errors import DiskFull, Refusal
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store import ballast, files
from snhr_desktop.store.attachments import acts, custody
from snhr_desktop.workspace import Workspace
from tests.builders import dossier
from tests.ui.attachments.photos import jpeg


@pytest.fixture
def uid(workspace: Workspace, tmp_path: Path) -> str:
    """A photo of an incident."""
    photo = tmp_path / "a.jpg"
    photo.write_bytes(jpeg(320))
    target = workspace.save(dossier()).dossier.incident.uid
    return workspace.take_in(photo, [AttachmentLink(record="incident", target=target)]).file.attachment.uid


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where it is to go."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def hand_out(workspace: Workspace, uid: str, out: Path) -> object:
    return workspace.hand_out(uid, out, "a court", "trial", "internal", "both")


def full_of_steps(number: int) -> Callable[[pytest.MonkeyPatch], None]:
    """There is no room in the store for a step of custody."""

    def break_there(patch: pytest.MonkeyPatch) -> None:
        append, calls = custody.append, iter(range(9))

        def appended(*given: Any) -> None:
            if next(calls) == number:
                raise OSError(28, "No space left on device")
            append(*given)

        patch.setattr(custody, "append", appended)

    return break_there


def log(workspace: Workspace, uid: str) -> list[str]:
    return [entry.step.act for entry in workspace.attachment_custody(uid).log]


def full_at_the_certificate(patch: pytest.MonkeyPatch) -> None:
    """The disk took the file, and then somebody else filled it."""
    made = files.make_file

    def make_file(path: Path, content: bytes = b"") -> None:
        if content.startswith(b"%PDF"):
            path.write_bytes(content[:100])
            raise OSError(28, "No space left on device")
        made(path, content)

    patch.setattr(files, "make_file", make_file)


def full_at_a_name(number: int) -> Callable[[pytest.MonkeyPatch], None]:
    """Another program took the name meanwhile, or there is no room for it."""

    def break_there(patch: pytest.MonkeyPatch) -> None:
        named, calls = acts._give_name, iter(range(9))

        def give_name(fresh: Path, path: Path) -> None:
            if next(calls) == number:
                raise OSError(28, "No space left on device")
            named(fresh, path)

        patch.setattr(acts, "_give_name", give_name)

    return break_there


MOMENTS = [full_at_the_certificate, full_at_a_name(0), full_at_a_name(1), full_of_steps(0), full_of_steps(1)]


@pytest.mark.parametrize("moment", MOMENTS)
def test_no_file_leaves_without_its_certificate(
    workspace: Workspace, uid: str, out: Path, monkeypatch: pytest.MonkeyPatch, moment: Callable[[Any], None]
) -> None:
    with monkeypatch.context() as patch:
        moment(patch)
        with pytest.raises(DiskFull) as refused:
            hand_out(workspace, uid, out)
    assert refused.value.tell(ENGLISH)
    assert refused.value.tell(ARABIC)
    assert list(out.iterdir()) == []
    assert "export" not in log(workspace, uid), "it never went out"
    hand_out(workspace, uid, out)
    assert len(list(out.iterdir())) == 2
    assert log(workspace, uid)[-2:] == ["leave", "export"]
    assert not [one for one in workspace.verify() if one.level == "error"]


def test_killed_before_it_has_its_name_a_file_is_not_told_as_gone(
    workspace: Workspace, uid: str, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is there any more who could add anything."""

    def give_name(_fresh: Path, _path: Path) -> None:
        assert log(workspace, uid)[-1] == "leave"
        raise KeyboardInterrupt

    monkeypatch.setattr(acts, "_give_name", give_name)
    with pytest.raises(KeyboardInterrupt):
        hand_out(workspace, uid, out)
    assert log(workspace, uid) == ["intake", "leave"]


def test_what_did_not_leave_stands_in_no_log(
    workspace: Workspace, uid: str, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is the room given away that is kept back on the disk of the store, which may be another."""
    before = log(workspace, uid)
    with monkeypatch.context() as patch:
        full_at_the_certificate(patch)
        patch.setattr(ballast, "release", lambda _folder: pytest.fail("the disk of the store is not full"))
        with pytest.raises(DiskFull):
            hand_out(workspace, uid, out)
    assert log(workspace, uid) == before
    assert not [one for one in workspace.verify() if one.level == "error"]


def test_a_certificate_that_cannot_be_made_keeps_the_file_here(
    workspace: Workspace, uid: str, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = log(workspace, uid)

    def refuse(*_: object) -> object:
        raise Refusal

    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "certificate", refuse)
        with pytest.raises(Refusal):
            hand_out(workspace, uid, out)
    assert list(out.iterdir()) == []
    assert log(workspace, uid) == before
