"""Files kept as evidence go out with our own records and come in with them: by their fingerprint, and by no path."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.domain.records import Attachment, AttachmentLink
from snhr_desktop.exchange.export.asked import INTERNAL, JSON, Asked
from snhr_desktop.exchange.refusals import ImportStopped
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.exchange.watching import Waiting
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.store.attachments import carried
from snhr_desktop.store.content import digest
from snhr_desktop.store.findings import is_sound
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS, PASSPHRASE, dossier, source, victim

WHOLE = Asked(JSON, INTERNAL, whole=True, files=True, recipient="The office in Aleppo")


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    """The store of another office."""
    made, _ = Workspace.create(tmp_path / "other.snhr", PASSPHRASE, "ALE")
    with made:
        yield made


def filled(workspace: Workspace, folder: Path, names: tuple[str, ...] = ("شهادة.txt", "photo 2.txt")) -> str:
    """An incident with a file of each name, one of them with a victim and a source; its identity."""
    given = workspace.save(dossier(victim(), sources=(source(),))).dossier
    links = [
        AttachmentLink(record="victim", target=given.victims[0].uid),
        AttachmentLink(record="source", target=given.sources[0].uid),
    ]
    for at, name in enumerate(names):
        (folder / name).write_text(f"what is in {at}", encoding="utf-8")
        said = Attachment(taken_by="Salma Falcon", shows_ar="ما يظهر", consent="anonymous", graphic=True)
        workspace.take_in(
            folder / name, links if at == 0 else [AttachmentLink(record="incident", target=given.incident.uid)], said
        )
    return given.incident.uid


def sent(workspace: Workspace, folder: Path) -> Path:
    """What goes out, as it would lie on a stick."""
    workspace.export(WHOLE, folder / "sent.json", ENGLISH)
    return folder / "sent.json"


def changed(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """What a file of records says of the files, changed."""
    whole = json.loads(path.read_text(encoding="utf-8"))
    for one in whole["attachments"]:
        change(one)
    path.write_text(json.dumps(whole), encoding="utf-8")


def told(report: ImportReport) -> str:
    report.tell(ARABIC)
    return bare(report.tell(ENGLISH))


def test_files_come_in_with_their_records_as_they_were(workspace: Workspace, other: Workspace, tmp_path: Path) -> None:
    uid = filled(workspace, tmp_path)
    path = sent(workspace, tmp_path)
    dry = other.import_file(path, dry_run=True)
    assert (dry.files.taken, dry.files.left_out, other.attachments()) == (2, 0, ())
    report = other.import_file(path)
    assert (report.created, report.files.taken, report.files.left_out) == (1, 2, 0)
    assert "2 files taken in" in told(report)
    assert "attachment" in report.changes.types
    assert digest(other._store.connection) == digest(workspace._store.connection)
    [first, _] = other.attachments_of(uid)
    with other.open_attachment(first.attachment.uid) as reader:
        assert reader.readall() == b"what is in 0"
    step = other.attachment_custody(first.attachment.uid).log[0].step
    assert (step.act, step.received_from, step.purpose, step.original_name) == (
        "intake", "IDL", "sent.json", "شهادة.txt",
    )  # fmt: skip
    for _ in range(2):
        head = other.custody("").head
        again = other.import_file(path)
        assert (again.unchanged, again.files.taken, again.files.here) == (1, 0, 2)
        assert other.custody("").head == head
    assert is_sound(other.verify())
    assert not list((tmp_path / "other.snhr" / "attachments").glob(".*"))


def test_files_alone_come_in_when_they_are_brought_later(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    filled(workspace, tmp_path)
    path = sent(workspace, tmp_path)
    folder = tmp_path / "sent-files"
    folder.rename(tmp_path / "elsewhere")
    report = other.import_file(path)
    assert (report.created, report.files.left_out, other.attachments()) == (1, 2, ())
    assert "the folder sent-files is not beside the file of records" in told(report)
    (tmp_path / "elsewhere").rename(folder)
    assert other.import_file(path).files.taken == 2
    assert is_sound(other.verify())


def test_a_copy_stays_one_of_its_original(workspace: Workspace, other: Workspace, tmp_path: Path) -> None:
    uid = filled(workspace, tmp_path)
    original = workspace.attachments_of(uid)[0].attachment.uid
    workspace.keep_copy(original, b"with less in it", ["redacted"])
    other.import_file(sent(workspace, tmp_path))
    [copy] = other.copies_of(original)
    assert other.attachment_custody(copy.attachment.uid).original == workspace.attachment(original).attachment.sha256
    assert digest(other._store.connection) == digest(workspace._store.connection)


def test_what_is_missing_changed_or_no_file_is_told_and_hinders_nothing(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    filled(workspace, tmp_path, ("a.txt", "b.txt", "c.txt", "d.txt"))
    path = sent(workspace, tmp_path)
    missing, altered, linked, _ = sorted((tmp_path / "sent-files").iterdir())
    missing.unlink()
    altered.write_text("something else", encoding="utf-8")
    secret = tmp_path / "secret.txt"
    secret.write_bytes(linked.read_bytes())
    linked.unlink()
    linked.symlink_to(secret)
    for report in (other.import_file(path, dry_run=True), other.import_file(path)):
        assert (report.created, report.files.taken, report.files.left_out) == (1, 1, 3)
        assert f"there is no {missing.name} in the folder sent-files" in told(report)
        assert f"{altered.name} is not the file that its records tell of" in told(report)
        assert f"{linked.name} is not a file that can be taken in" in told(report)
    assert [one.attachment.original_name for one in other.attachments()] == ["d.txt"]
    assert is_sound(other.verify())


@pytest.mark.parametrize(
    "reference", ["../secret", "/etc/passwd", "..\\secret", "IDL-F-2018-00001/../../secret", "", ".", *HOSTILE_TEXTS]
)
def test_no_path_that_a_file_tells_is_followed(
    workspace: Workspace, other: Workspace, tmp_path: Path, reference: str
) -> None:
    filled(workspace, tmp_path, ("a.txt",))
    path = sent(workspace, tmp_path)
    content = (tmp_path / "a.txt").read_bytes()
    for place in (tmp_path / "secret", tmp_path / "secret.txt"):
        place.write_bytes(content)
    changed(path, lambda one: one["attachment"].update(reference=reference))
    report = other.import_file(path)
    assert (report.files.taken, report.files.left_out, other.attachments()) == (0, 1, ())
    told(report)


def test_a_folder_that_is_a_link_is_none(workspace: Workspace, other: Workspace, tmp_path: Path) -> None:
    filled(workspace, tmp_path)
    path = sent(workspace, tmp_path)
    (tmp_path / "sent-files").rename(tmp_path / "real")
    (tmp_path / "sent-files").symlink_to(tmp_path / "real")
    assert other.import_file(path).files.left_out == 2


@pytest.mark.parametrize(
    "harm",
    [
        lambda one: one.update(attachment=7),
        lambda one: one.update(links="x"),
        lambda one: one["attachment"].update(sha256="../x"),
        lambda one: one["attachment"].update(sha256=""),
        lambda one: one["attachment"].update(kind="no such kind"),
        lambda one: one["links"].clear(),
        lambda one: one["links"][0].update(target="0" * 32),
    ],
)
def test_what_is_said_of_a_file_may_be_anything(
    workspace: Workspace, other: Workspace, tmp_path: Path, harm: Callable[[dict[str, Any]], object]
) -> None:
    filled(workspace, tmp_path, ("a.txt",))
    path = sent(workspace, tmp_path)
    changed(path, harm)
    report = other.import_file(path)
    assert report.created == 1
    assert report.files.taken + report.files.left_out == 1
    told(report)
    assert is_sound(other.verify())


@pytest.mark.parametrize("taken", ["incident", "attachment"])
def test_an_identity_of_ours_is_not_taken_over(
    workspace: Workspace, other: Workspace, tmp_path: Path, taken: str
) -> None:
    filled(workspace, tmp_path, ("a.txt",))
    path = sent(workspace, tmp_path)
    mine = filled(other, tmp_path, ("mine.txt", "b.txt"))
    [_, file] = other.attachments()
    uid = mine if taken == "incident" else file.attachment.uid
    changed(path, lambda one: one["attachment"].update(uid=uid, derived_from=uid))
    (tmp_path / "mine.txt").unlink()
    assert other.import_file(path).files.taken + other.import_file(path).files.here >= 1
    assert other.attachment(file.attachment.uid) == file
    assert is_sound(other.verify())


@pytest.mark.parametrize("asked", [0, 4, 9])
def test_called_off_nothing_of_it_is_there(workspace: Workspace, other: Workspace, tmp_path: Path, asked: int) -> None:
    filled(workspace, tmp_path)
    path, left = sent(workspace, tmp_path), iter([True] * asked)
    with pytest.raises(ImportStopped):
        other.import_file(path, waiting=Waiting(wanted=lambda: next(left, False)))
    assert other.attachments() == ()
    assert not list((tmp_path / "other.snhr" / "attachments").rglob("*"))


def test_files_and_records_are_there_both_or_neither(
    workspace: Workspace, other: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(workspace, tmp_path)
    path, keep = sent(workspace, tmp_path), carried.keep
    calls = iter((keep,))

    def once(*given: Any) -> Any:
        return next(calls)(*given)

    monkeypatch.setattr(carried, "keep", once)
    with pytest.raises(StopIteration):
        other.import_file(path)
    monkeypatch.setattr(carried, "keep", keep)
    assert (other.attachments(), other.imports()) == ((), ())
    assert other.import_file(path).files.taken == 2
    assert [one for one in other.verify() if one.level == "error"] == []
    assert not list((tmp_path / "other.snhr" / "attachments").glob(".*"))


def test_files_of_records_that_were_refused_stay_outside(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    filled(workspace, tmp_path)
    path = sent(workspace, tmp_path)
    whole = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(whole | {"dossiers": [{"incident": {"origin": "x:1"}, "victims": 7}]}), encoding="utf-8")
    report = other.import_file(path)
    assert (report.created, report.files.taken, report.files.left_out) == (0, 0, 2)
    assert "no record that it was kept with is here" in told(report)


def test_an_undone_import_keeps_the_files_with_the_rejected_records(
    workspace: Workspace, other: Workspace, tmp_path: Path
) -> None:
    uid = filled(workspace, tmp_path)
    other.import_file(sent(workspace, tmp_path))
    other.undo_import(other.imports()[0].uid)
    assert len(other.attachments_of(uid)) == 2
    assert is_sound(other.verify())
