"""Files kept as evidence: taken in whole or not at all, read back as they were, each act on them told."""

import hashlib
import io
import os
import tracemalloc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.records import Attachment, AttachmentLink
from snhr_desktop.domain.records.attachment import MOST_BYTES
from snhr_desktop.errors import InvalidEntry
from snhr_desktop.i18n import ENGLISH
from snhr_desktop.store.attachments import blobs, container
from snhr_desktop.store.attachments.container import PIECE, Sealer, pieces_of, sealed_size
from snhr_desktop.store.attachments.reader import AttachmentReader
from snhr_desktop.store.attachments.refusals import (
    AttachmentDamaged,
    AttachmentMissing,
    ChangedWhileRead,
    IntakeStopped,
    NoRoomForFile,
    NoSuchRecord,
    NotAFile,
    TargetExists,
    TooLarge,
)
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, dossier, victim

BORDERS = st.one_of(
    st.integers(0, 40),
    st.builds(lambda pieces, off: max(0, pieces * PIECE + off), st.integers(1, 3), st.integers(-17, 17)),
)


def sealed_file(folder: Path, content: bytes) -> tuple[Path, bytes]:
    """Content sealed piece by piece, and its key."""
    key = os.urandom(container.KEY)
    pieces = [memoryview(content[at : at + PIECE]) for at in range(0, len(content), PIECE)]
    path = folder / os.urandom(6).hex()
    with path.open("wb") as file:
        for part in Sealer.new(key).seal(pieces):
            file.write(part)
    return path, key


@pytest.fixture
def to(workspace: Workspace) -> AttachmentLink:
    """A saved incident with a victim, to keep files with."""
    saved = workspace.save(dossier(victims=(victim(name_en="A"),))).dossier
    return AttachmentLink(record="incident", target=saved.incident.uid)


@settings(max_examples=30)
@given(size=BORDERS, seed=st.integers(0, 2**32), data=st.data())
def test_what_is_sealed_reads_back_from_any_place(
    tmp_path_factory: pytest.TempPathFactory, size: int, seed: int, data: st.DataObject
) -> None:
    content = hashlib.shake_128(seed.to_bytes(8, "big")).digest(size)
    path, key = sealed_file(tmp_path_factory.mktemp("sealed"), content)
    assert path.stat().st_size == sealed_size(size)
    with AttachmentReader(path, key, size, "a") as reader:
        assert reader.read() == content
        for _ in range(5):
            at, length = data.draw(st.integers(0, size + 5)), data.draw(st.integers(0, PIECE + 9))
            reader.seek(at)
            with io.BytesIO(content) as plain:
                plain.seek(at)
                whole = plain.read(length)
            assert (reader.read(length) or b"") == whole[: max(0, PIECE - at % PIECE)]


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_every_flipped_bit_and_every_cut_is_seen(tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    path, key = sealed_file(tmp_path, content)
    whole = path.read_bytes()
    places = {0, 8, 9, 15, 16, len(whole) - 1, len(whole) // 2, *os.urandom(12)} & set(range(len(whole)))
    for place in places:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :])
        with pytest.raises(AttachmentDamaged), AttachmentReader(path, key, size, "a") as reader:
            reader.read()
    for cut in {len(whole) - 1, len(whole) - container.TAG, container.HEADER, 0, len(whole) - PIECE - container.TAG}:
        path.write_bytes(whole[: max(0, cut)])
        with pytest.raises(AttachmentDamaged):
            AttachmentReader(path, key, size, "a").read()


def test_pieces_cut_off_at_their_border_or_swapped_are_seen(tmp_path: Path) -> None:
    content = os.urandom(3 * PIECE)
    path, key = sealed_file(tmp_path, content)
    whole, step = path.read_bytes(), PIECE + container.TAG
    path.write_bytes(whole[: container.HEADER + 2 * step])
    with pytest.raises(AttachmentDamaged), AttachmentReader(path, key, 2 * PIECE, "a") as reader:
        reader.read()  # even where the size was lowered with it
    first, second = (whole[container.HEADER + n * step : container.HEADER + (n + 1) * step] for n in (0, 1))
    path.write_bytes(whole[: container.HEADER] + second + first + whole[container.HEADER + 2 * step :])
    with pytest.raises(AttachmentDamaged), AttachmentReader(path, key, 3 * PIECE, "a") as reader:
        reader.read()
    assert pieces_of(0) == 1


def test_a_file_is_kept_once_and_told_where(workspace: Workspace, to: AttachmentLink, tmp_path: Path) -> None:
    content = os.urandom(PIECE + 5)
    file, same = tmp_path / "IMG_1.jpg", tmp_path / "other name.mp4"
    file.write_bytes(content)
    same.write_bytes(content)
    first = workspace.take_in(file, [to], Attachment(received_from="Abu Ahmad"))
    assert not first.known
    assert first.otherwise  # named like a photo and none
    assert first.file.attachment.sha256 == hashlib.sha256(content).hexdigest()
    assert first.file.attachment.reference.startswith("IDL-F-")
    other = workspace.save(dossier()).dossier.incident
    said = Attachment(received_from="Umm Ahmad")
    again = workspace.take_in(same, [AttachmentLink(record="incident", target=other.uid)], said)
    assert again.known
    assert again.already == workspace.kept_with(first.file)
    assert again.file.attachment.uid == first.file.attachment.uid
    assert len(workspace.attachments()) == 1
    assert [f.attachment.uid for f in workspace.attachments_of(other.uid)] == [first.file.attachment.uid]
    with workspace.open_attachment(first.file.attachment.uid) as reader:
        assert reader.read() == content
    acts = [entry.step.act for entry in workspace.attachment_custody(first.file.attachment.uid).log]
    assert acts == ["intake", "again", "link", "view"]
    steps = [entry.step for entry in workspace.attachment_custody(first.file.attachment.uid).log]
    assert [(step.received_from, step.original_name) for step in steps[:2]] == [
        ("Abu Ahmad", "IMG_1.jpg"), ("Umm Ahmad", "other name.mp4"),
    ]  # fmt: skip
    assert workspace.attachment(first.file.attachment.uid).attachment.received_from == "Abu Ahmad"
    assert not [f for f in workspace.verify() if f.level == "error"]


def test_a_file_of_a_victim_is_found_with_the_incident(
    workspace: Workspace, to: AttachmentLink, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("statement")
    person = workspace.dossier(to.target).victims[0]
    taken = workspace.take_in(file, [AttachmentLink(record="victim", target=person.uid)])
    assert taken.file.attachment.kind == "document"
    assert {link.record for link in taken.file.links} == {"victim", "incident"}
    assert [f.attachment.uid for f in workspace.attachments_of(to.target)] == [taken.file.attachment.uid]


def test_what_is_no_file_is_refused(workspace: Workspace, to: AttachmentLink, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "..%2f..%2fa.txt").write_text("harmless")
    (folder / "link").symlink_to("/etc/passwd")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    done = workspace.take_in_many([folder, Path("/dev/zero"), folder / "missing"], [to])
    told = {result.path.name: type(result.refusal).__name__ for result in done.results}
    assert told == {
        "..%2f..%2fa.txt": "NoneType", "link": "NotAFile", "loop": "NotAFile", "pipe": "NotAFile", "zero": "NotAFile",
        "missing": "FileUnread",
    }  # fmt: skip
    assert len(workspace.attachments()) == 1
    with pytest.raises(NotAFile):
        workspace.take_in(folder, [to])


def test_nothing_is_left_of_what_was_not_taken_in(
    workspace: Workspace, to: AttachmentLink, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.bin"
    file.write_bytes(os.urandom(3 * PIECE))
    with pytest.raises(IntakeStopped):
        workspace.take_in(file, [to], wanted=lambda: False)

    def grows(done: int, _: int) -> None:
        if done == PIECE:
            with file.open("ab") as more:
                more.write(b"!")

    with pytest.raises(ChangedWhileRead):
        workspace.take_in(file, [to], progress=grows)
    with pytest.raises(NoSuchRecord):
        workspace.take_in(file, [AttachmentLink(record="incident", target="0" * 32)])
    monkeypatch.setattr(blobs, "_SPARE", 1 << 60)
    with pytest.raises(NoRoomForFile):
        workspace.take_in(file, [to])
    folder = tmp_path / "office.snhr" / "attachments"
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    assert workspace.attachments() == ()


def test_a_file_is_handed_out_once_whole_and_never_over_another(
    workspace: Workspace, to: AttachmentLink, tmp_path: Path
) -> None:
    content = os.urandom(2 * PIECE)
    (tmp_path / "a.bin").write_bytes(content)
    uid = workspace.take_in(tmp_path / "a.bin", [to]).file.attachment.uid
    out = tmp_path / "out"
    out.mkdir()
    done = workspace.export_attachment(uid, out / "b.bin", "the court", "case 7")
    assert done.path.read_bytes() == content
    assert done.path.stat().st_mode & 0o777 == 0o600
    assert [(entry.step.act, entry.step.recipient) for entry in done.record.log] == [
        ("intake", ""), ("leave", "the court"), ("export", "the court"),
    ]  # fmt: skip
    with pytest.raises(TargetExists):
        workspace.export_attachment(uid, out / "b.bin", "x", "y")
    with pytest.raises(InvalidEntry):
        workspace.export_attachment(uid, out / "c.bin", "x" * 201, "y")
    with pytest.raises(IntakeStopped):
        workspace.export_attachment(uid, out / "c.bin", "x", "y", wanted=lambda: False)
    assert sorted(path.name for path in out.iterdir()) == ["b.bin"]
    assert len(workspace.attachment_custody(uid).log) == 3


def test_a_damaged_or_lost_file_is_told(workspace: Workspace, to: AttachmentLink, tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(os.urandom(100))
    uid = workspace.take_in(tmp_path / "a.bin", [to]).file.attachment.uid
    (blob,) = blobs.placed(tmp_path / "office.snhr")
    held = blob.read_bytes()
    blob.write_bytes(held[:40] + bytes([held[40] ^ 1]) + held[41:])
    with pytest.raises(AttachmentDamaged):
        workspace.open_attachment(uid).read()
    with pytest.raises(AttachmentDamaged):
        workspace.export_attachment(uid, tmp_path / "b.bin", "x", "y")
    assert not (tmp_path / "b.bin").exists()
    blob.unlink()
    with pytest.raises(AttachmentMissing):
        workspace.open_attachment(uid)
    workspace.close()
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as again:
        assert again.attachment(uid).attachment.size == 100


def test_two_windows_that_take_in_the_same_files_keep_each_once(
    workspace: Workspace, to: AttachmentLink, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.bin").write_bytes(os.urandom(PIECE // 2))
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as other, ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda one: one.take_in_many([folder], [to]), (workspace, other)))
    assert all(result.taken for many in done for result in many.results)
    assert sum(result.taken.known for many in done for result in many.results if result.taken) == 6
    assert len(workspace.attachments()) == 6 == len(list(blobs.placed(tmp_path / "office.snhr")))
    assert not [finding for finding in workspace.verify() if finding.level == "error"]


def test_a_large_file_takes_little_memory_and_a_larger_one_is_refused(
    workspace: Workspace, to: AttachmentLink, tmp_path: Path
) -> None:
    file = tmp_path / "long.mp4"
    with file.open("wb") as long:
        long.truncate(48 * PIECE)
    tracemalloc.start()
    taken = workspace.take_in(file, [to])
    with workspace.open_attachment(taken.file.attachment.uid) as reader:
        while reader.read(PIECE):
            pass
    workspace.export_attachment(taken.file.attachment.uid, tmp_path / "out.mp4", "x", "y")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 12 * PIECE
    assert taken.file.attachment.size == 48 * PIECE
    with file.open("r+b") as long:
        long.truncate(MOST_BYTES + 1)
    with pytest.raises(TooLarge) as refused:
        workspace.take_in(file, [to])
    assert "10" in refused.value.tell(ENGLISH)


@pytest.mark.parametrize("lost", [Path.unlink, lambda path: path.write_bytes(path.read_bytes()[:-1])])
def test_what_was_lost_is_put_back_by_taking_it_in_again(
    workspace: Workspace, to: AttachmentLink, tmp_path: Path, lost: Callable[[Path], object]
) -> None:
    file = tmp_path / "a.bin"
    file.write_bytes(os.urandom(PIECE + 3))
    uid = workspace.take_in(file, [to]).file.attachment.uid
    [placed] = blobs.placed(tmp_path / "office.snhr")
    lost(placed)
    assert [f for f in workspace.verify() if f.level == "error"]
    assert workspace.take_in(file, [to]).known
    with workspace.open_attachment(uid) as reader:
        assert reader.read() + reader.read() == file.read_bytes()
    assert [entry.step.act for entry in workspace.attachment_custody(uid).log] == [
        "intake", "again", "put_back", "view",
    ]  # fmt: skip
    assert not [f for f in workspace.verify() if f.level == "error"]
