"""Files that go along with records: all of it has its name at once, or nothing of it is left and nothing logged."""

import errno
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from snhr_desktop.domain.records import AttachmentLink
from snhr_desktop.errors import DiskFull, Refusal
from snhr_desktop.exchange.export.asked import CSV, INTERNAL, JSON, Asked, ExportStopped, Watch
from snhr_desktop.exchange.export.beside import files_beside
from snhr_desktop.exchange.export.target import NotExported, PlaceTaken
from snhr_desktop.i18n import ENGLISH
from snhr_desktop.store import exports
from snhr_desktop.store.attachments.container import PIECE
from snhr_desktop.store.attachments.refusals import AttachmentDamaged, AttachmentMissing
from snhr_desktop.workspace import Workspace
from tests.builders import dossier

FILES = 3


@pytest.fixture
def kept(workspace: Workspace, tmp_path: Path) -> tuple[str, ...]:
    """The identities of files of an incident, the second of several pieces."""
    to = [AttachmentLink(record="incident", target=workspace.save(dossier()).dossier.incident.uid)]
    given = tmp_path / "given"
    given.mkdir()
    for at in range(FILES):
        (given / f"{at}.txt").write_bytes(f"what it shows {at} ".encode() * (PIECE // 4 if at == 1 else 1))
    done = workspace.take_in_many([given], to)
    return tuple(one.taken.file.attachment.uid for one in done.results if one.taken)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where a person lets it be written."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def asked(form: str) -> Asked:
    return Asked(form, INTERNAL, files=True, recipient="A court")


def handed_out(workspace: Workspace, kept: tuple[str, ...]) -> list[list[str]]:
    """To whom each file went, as its custody tells."""
    logs = [workspace.attachment_custody(uid).log for uid in kept]
    return [[entry.step.recipient for entry in log if entry.step.act == "export"] for log in logs]


def no_trace(workspace: Workspace, kept: tuple[str, ...], out: Path) -> bool:
    return not list(out.iterdir()) and workspace.exports() == () and handed_out(workspace, kept) == [[]] * FILES


@pytest.mark.parametrize("form", [JSON, CSV])
@pytest.mark.parametrize("at", range(FILES))
def test_called_off_between_two_files_it_leaves_nothing(
    workspace: Workspace, kept: tuple[str, ...], out: Path, form: str, at: int
) -> None:
    off = list[bool]()

    def told(done: int, of: int) -> None:
        if (done, of) == (at, FILES):
            off.append(True)

    with pytest.raises(ExportStopped):
        workspace.export(asked(form), out / "a.json", ENGLISH, Watch(told, lambda: not off))
    assert no_trace(workspace, kept, out)


@pytest.mark.parametrize("form", [JSON, CSV])
def test_a_file_that_is_damaged_or_gone_lets_nothing_out(
    workspace: Workspace, kept: tuple[str, ...], out: Path, tmp_path: Path, form: str
) -> None:
    [largest] = sorted((tmp_path / "office.snhr").rglob("*"), key=lambda one: one.stat().st_size * one.is_file())[-1:]
    held = bytearray(largest.read_bytes())
    held[-20] ^= 1
    largest.write_bytes(held)
    with pytest.raises(AttachmentDamaged):
        workspace.export(asked(form), out / "a.json", ENGLISH)
    assert no_trace(workspace, kept, out)
    largest.unlink()
    with pytest.raises(AttachmentMissing):
        workspace.export(asked(form), out / "a.json", ENGLISH)
    assert no_trace(workspace, kept, out)


MEANWHILE: dict[str, Callable[[Path], object]] = {
    "a folder of files": lambda path: files_beside(path).mkdir(),
    "a link to nothing": lambda path: files_beside(path).symlink_to("nowhere"),
    "a folder of that name": lambda path: (path / "in it").mkdir(parents=True),
}


@pytest.mark.parametrize("form", [JSON, CSV])
@pytest.mark.parametrize("what", MEANWHILE)
def test_what_somebody_else_puts_there_meanwhile_stays_and_nothing_is_written(
    workspace: Workspace, kept: tuple[str, ...], out: Path, form: str, what: str
) -> None:
    path, put = out / "a", list[Path]()

    def told(_done: int, of: int) -> None:
        if of == FILES and not put:
            MEANWHILE[what](path)
            put.extend(out.iterdir())

    with pytest.raises(PlaceTaken):
        workspace.export(asked(form), path, ENGLISH, Watch(told))
    assert [one for one in out.iterdir() if not one.name.startswith(".")] == [one for one in put if one.name[0] != "."]
    assert not [one for one in out.iterdir() if one.name.startswith(".")]
    assert workspace.exports() == ()
    assert handed_out(workspace, kept) == [[]] * FILES


@pytest.mark.parametrize("form", [JSON, CSV])
def test_a_name_that_cannot_be_given_takes_back_that_of_the_files(
    workspace: Workspace, kept: tuple[str, ...], out: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, replace = out / "a", Path.replace

    def refused(one: Path, to: Path) -> Path:
        if to == path:
            raise PermissionError(errno.EACCES, "not yours")
        return replace(one, to)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(NotExported):
        workspace.export(asked(form), path, ENGLISH)
    assert list(out.iterdir()) == []
    assert handed_out(workspace, kept) == [[]] * FILES
    assert [act.went for act in workspace.exports()] == [False]


@pytest.mark.parametrize("form", [JSON, CSV])
@pytest.mark.parametrize("earlier", [True, False])
def test_what_cannot_be_told_as_gone_is_taken_back(
    workspace: Workspace, kept: tuple[str, ...], out: Path, form: str, earlier: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk of the store takes that it is about to leave, and not that it left."""
    path = out / "a"
    if earlier:
        path.write_text("earlier") if form == JSON else path.mkdir()

    def full(*_: object) -> None:
        assert path.exists()
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(exports, "end", full)
        with pytest.raises(DiskFull):
            workspace.export(asked(form), path, ENGLISH)
    assert list(out.iterdir()) == [path] * earlier
    assert not earlier or form == CSV or path.read_text() == "earlier"
    assert handed_out(workspace, kept) == [[]] * FILES
    assert [act.went for act in workspace.exports()] == [False]
    workspace.export(asked(form), path, ENGLISH)
    assert handed_out(workspace, kept) == [["A court"]] * FILES
    assert [act.went for act in workspace.exports()] == [True, False]
    assert [one for one in workspace.verify() if one.level == "error"] == []


@pytest.mark.parametrize("form", [JSON, CSV])
def test_what_went_out_is_what_custody_tells(workspace: Workspace, kept: tuple[str, ...], out: Path, form: str) -> None:
    done = workspace.export(asked(form), out / "a", ENGLISH)
    assert done.files == out / "a-files"
    assert len(list(done.files.iterdir())) == FILES
    assert handed_out(workspace, kept) == [["A court"]] * FILES
    assert sorted(one.name for one in out.iterdir()) == ["a", "a-files"]
    assert [one for one in workspace.verify() if one.level == "error"] == []
    with pytest.raises(Refusal):
        workspace.export(asked(form), out / "a", ENGLISH)
    assert handed_out(workspace, kept) == [["A court"]] * FILES


def test_an_earlier_file_of_records_stays_where_the_next_is_called_off(
    workspace: Workspace, kept: tuple[str, ...], out: Path
) -> None:
    path = out / "a.json"
    path.write_text(json.dumps("earlier"))
    with pytest.raises(ExportStopped):
        workspace.export(asked(JSON), path, ENGLISH, Watch(wanted=iter([True] * 3 + [False] * 99).__next__))
    assert [one.name for one in out.iterdir()] == ["a.json"]
    assert path.read_text() == '"earlier"'
