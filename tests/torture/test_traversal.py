"""Names that lead elsewhere, and links planted where a door writes: nothing is written outside or read through."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.domain.records import AttachmentLink
from snhr_desktop.errors import Refusal
from snhr_desktop.exchange.reading import OWN_FORMAT
from snhr_desktop.store.layout import ATTACHMENTS
from snhr_desktop.workspace import Workspace
from tests.builders import dossier, victim
from tests.torture import stores
from tests.torture.watching import watching

AWAY = ("../../away", "/away", "..", "IDL-2018-00001/../../away", "..\\away", "a\0b", "away\n../x")


@pytest.fixture(autouse=True)
def settings_within(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the computer remembers lies with the rest, so that everything else is outside."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def _taken_in(workspace: Workspace, path: Path) -> str:
    path.write_bytes(b"\xff\xd8\xff" + b"x" * 5000)
    to = AttachmentLink(record="incident", target=workspace.save(dossier()).dossier.incident.uid)
    return workspace.take_in(path, [to]).file.attachment.uid


def _kept_at(workspace: Workspace) -> Path:
    folder = workspace._store.folder / ATTACHMENTS
    (found,) = (path for path in folder.rglob("*") if path.is_file())
    return found


@pytest.mark.parametrize("name", AWAY)
def test_a_file_of_records_names_no_place(workspace: Workspace, tmp_path: Path, name: str) -> None:
    given = replace(dossier(victim()), revision=3)
    given = replace(given, incident=replace(given.incident, reference=name[:24], uid=name, origin=name))
    path = tmp_path / "given.json"
    path.write_text(json.dumps({"format": OWN_FORMAT, "dossiers": [given.dump()]}), encoding="utf-8")
    with watching(tmp_path) as outside:
        report = workspace.import_file(path)
    assert outside == []
    assert {path.name for path in tmp_path.iterdir()} == {"config", "given.json", "office.snhr"}
    if report.created:
        (row,) = workspace.incidents(stores.ALL).rows
        assert row.reference.startswith("IDL-2018-")
        assert row.uid.isalnum()


@pytest.mark.parametrize(
    "name", ["..jpg", "-o.jpg", "a\n..\nb.jpg", "..\\..\\away.jpg", "CON.jpg", "\u202egpj.exe", "~"]
)
def test_a_file_is_handed_out_by_its_reference_alone(workspace: Workspace, tmp_path: Path, name: str) -> None:
    uid = _taken_in(workspace, tmp_path / name)
    out = tmp_path / "out"
    out.mkdir()
    with watching(tmp_path) as outside:
        handed = workspace.hand_out(uid, out, "a court", "trial", "internal", "en")
    assert outside == []
    assert re.fullmatch(r"IDL-F-\d{4}-00001\.jpg", handed.path.name)
    assert set(out.iterdir()) == {handed.path, handed.certificate}
    assert {path.name for path in tmp_path.iterdir()} == {"config", name, "office.snhr", "out"}


def test_nothing_is_written_through_a_link_in_the_place_of_an_export(workspace: Workspace, tmp_path: Path) -> None:
    uid = _taken_in(workspace, tmp_path / "a.jpg")
    victim_of_it, link = tmp_path / "precious", tmp_path / "out.jpg"
    victim_of_it.write_bytes(b"precious")
    for target in (victim_of_it, tmp_path / "not-yet"):
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        with pytest.raises(Refusal):
            workspace.export_attachment(uid, link, "a court", "trial")
    assert victim_of_it.read_bytes() == b"precious"
    assert not (tmp_path / "not-yet").exists()


def test_a_link_in_the_place_of_a_kept_file_gives_out_nothing(workspace: Workspace, tmp_path: Path) -> None:
    uid = _taken_in(workspace, tmp_path / "a.jpg")
    secret = tmp_path / "secret"
    secret.write_bytes(b"of another" * 1000)
    kept = _kept_at(workspace)
    kept.unlink()
    kept.symlink_to(secret)
    with pytest.raises(Refusal):
        workspace.export_attachment(uid, tmp_path / "out.jpg", "a court", "trial")
    assert not (tmp_path / "out.jpg").exists()
    assert any(finding.level == "error" for finding in workspace.verify())


def test_a_backup_follows_no_link_planted_at_its_place(workspace: Workspace, tmp_path: Path) -> None:
    _taken_in(workspace, tmp_path / "a.jpg")
    stick, elsewhere = tmp_path / "stick", tmp_path / "elsewhere"
    stick.mkdir()
    elsewhere.mkdir()
    made = workspace.back_up_to(stick, "manual").folder
    names = sorted(path for path in made.rglob("*") if path.is_file())
    for path in names:
        path.unlink()
        path.symlink_to(elsewhere / path.name)
    again = workspace.back_up_to(stick, "manual").folder
    assert again != made
    assert list(elsewhere.iterdir()) == []
