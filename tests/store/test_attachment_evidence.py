"""Files under a hostile eye: killed intakes, full disks, planted marks, pictures made to hurt, tampering."""

import errno
import hashlib
import io
import os
import random
import struct
import subprocess
import sys
import time
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, TiffImagePlugin

from snhr_desktop.domain.records import Attachment, AttachmentLink
from snhr_desktop.errors import ChangedMeanwhile, DiskFull
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store.attachments import blobs, check, leftovers, pictures, source
from snhr_desktop.store.attachments.container import PIECE
from snhr_desktop.store.attachments.proposals import proposed
from snhr_desktop.store.attachments.refusals import FileUnread, FileWithdrawn, KeptNowhere, NotStripped, ReasonNeeded
from snhr_desktop.store.attachments.sniffing import ending, kind_of, media_type, says_otherwise
from snhr_desktop.workspace import Finding, Workspace
from tests.builders import DAY, HOSTILE_TEXTS, PASSPHRASE, dossier, victim

TOP = Path(__file__).resolve().parents[2]
GPS = {1: "N", 2: (35.0, 56.0, 12.0), 3: "E", 4: (36.0, 38.0, 0.0)}


def photo(*, side: int = 400, words: str = "Canon", gps: bool = True) -> bytes:
    """A photo whose camera wrote when, where and with what it was taken."""
    image = Image.effect_noise((side, side // 2), 90).convert("RGB")
    written = Image.Exif()
    written[0x010F], written[0x0110], written[0x0112] = words, f"{words} EOS", 6
    written.get_ifd(0x8769)[0x9003] = "2018:03:22 14:31:05"
    if gps:
        written.get_ifd(0x8825).update(GPS)
    held = io.BytesIO()
    image.save(held, "JPEG", exif=written)
    return held.getvalue()


@pytest.fixture
def to(workspace: Workspace) -> AttachmentLink:
    """A saved incident, to keep files with."""
    return AttachmentLink(record="incident", target=workspace.save(dossier()).dossier.incident.uid)


def errors(workspace: Workspace) -> list[Finding]:
    """What `verify` finds wrong."""
    return [finding for finding in workspace.verify() if finding.level == "error"]


def test_what_a_camera_wrote_is_offered_and_not_used(workspace: Workspace, to: AttachmentLink, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(photo())
    taken = workspace.take_in(tmp_path / "a.jpg", [to])
    said = taken.file.attachment
    assert (said.kind, said.media_type, taken.otherwise) == ("photo", "image/jpeg", False)
    assert (taken.proposed.captured_on.first, taken.proposed.captured_time) == (DAY, "14:31")
    assert (taken.proposed.place.lat, taken.proposed.place.lon) == (35.936667, 36.633333)
    assert taken.proposed.device == "Canon EOS"
    assert not said.captured_on
    assert not said.place
    assert not said.device
    assert 0 < len(taken.thumbnail) <= pictures.MOST_SMALL
    with Image.open(io.BytesIO(taken.thumbnail)) as small:
        assert small.height > small.width  # upright, as the camera was held
        assert not small.getexif()
    assert workspace.thumbnails([taken.file]) == (taken.thumbnail,)
    assert workspace.proposed(taken.file) == taken.proposed


def test_a_copy_without_details_is_a_file_of_its_own(workspace: Workspace, to: AttachmentLink, tmp_path: Path) -> None:
    content = photo(words="SECRETCAM")
    (tmp_path / "a.jpg").write_bytes(content)
    original = workspace.take_in(tmp_path / "a.jpg", [to], Attachment(shows_en="a market")).file
    copy = workspace.strip_attachment(original.attachment.uid, "for print").file
    assert (copy.attachment.derived_from, copy.attachment.derivation) == (original.attachment.uid, ("stripped",))
    assert copy.attachment.shows_en == "a market"
    assert [link.target for link in copy.links] == [to.target]
    with workspace.open_attachment(copy.attachment.uid) as reader:
        bare = reader.read()
    assert b"SECRETCAM" not in bare
    assert copy.attachment.exif == ""
    with Image.open(io.BytesIO(bare)) as seen:
        assert seen.size == (200, 400)
    with workspace.open_attachment(original.attachment.uid) as reader:
        assert reader.read() == content
    record = workspace.attachment_custody(copy.attachment.uid)
    assert record.original == original.attachment.sha256
    acts = [entry.step.act for entry in workspace.attachment_custody(original.attachment.uid).log]
    assert acts == ["intake", "derive", "view"]
    assert [one.attachment.uid for one in workspace.copies_of(original.attachment.uid)] == [copy.attachment.uid]
    (tmp_path / "b.txt").write_text("no photo")
    words = workspace.take_in(tmp_path / "b.txt", [to]).file
    with pytest.raises(NotStripped):
        workspace.strip_attachment(words.attachment.uid)
    assert errors(workspace) == []


def test_what_is_said_of_a_file_is_saved_and_the_rest_stays(
    workspace: Workspace, to: AttachmentLink, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("x")
    taken = workspace.take_in(tmp_path / "a.txt", [to]).file
    wanted = replace(taken.attachment, shows_ar="سوق", graphic=True, sha256="0" * 64, size=5, withdrawn=True)
    saved = workspace.describe_attachment(replace(taken, attachment=wanted)).file
    assert saved.attachment == replace(taken.attachment, shows_ar="سوق", graphic=True)
    with pytest.raises(ChangedMeanwhile):
        workspace.describe_attachment(taken)
    with pytest.raises(ReasonNeeded):
        workspace.withdraw_attachment(taken.attachment.uid, " ")
    gone = workspace.withdraw_attachment(taken.attachment.uid, "shown to be another place").file
    assert gone.attachment.withdrawn
    back = workspace.withdraw_attachment(taken.attachment.uid, "it is the place", back=True).file
    assert not back.attachment.withdrawn
    with pytest.raises(KeptNowhere):
        workspace.unlink_attachment(taken.attachment.uid, to.target)
    other = workspace.save(dossier(victims=(victim(name_en="B"),))).dossier
    for link in (AttachmentLink(record="victim", target=other.victims[0].uid), to):
        linked = workspace.link_attachment(taken.attachment.uid, link).file
    assert {link.target for link in linked.links} == {to.target, other.incident.uid, other.victims[0].uid}
    freed = workspace.unlink_attachment(taken.attachment.uid, other.incident.uid)
    assert other.incident.uid in freed.changes.uids
    assert [link.target for link in freed.file.links] == [to.target]
    assert workspace.attachments_of(other.incident.uid) == ()
    acts = [entry.step.act for entry in workspace.attachment_custody(taken.attachment.uid).log]
    assert acts == ["intake", "withdraw", "readmit", "link", "link", "unlink"]
    assert len({entry.chain_sha256 for entry in workspace.attachment_custody(taken.attachment.uid).log}) == 6
    assert errors(workspace) == []


@pytest.mark.parametrize("reason", ["forged", *HOSTILE_TEXTS])
def test_a_withdrawn_file_leaves_by_no_door_until_it_is_taken_back(
    workspace: Workspace, to: AttachmentLink, tmp_path: Path, reason: str
) -> None:
    (tmp_path / "a.txt").write_text("x")
    uid = workspace.take_in(tmp_path / "a.txt", [to]).file.attachment.uid
    withdrawn = workspace.withdraw_attachment(uid, reason).file.attachment
    out = tmp_path / "out"
    out.mkdir()
    for act in (
        lambda: workspace.export_attachment(uid, out / "a.txt", "court", "trial"),
        lambda: workspace.hand_out(uid, out, "court", "trial", "internal", "en"),
        lambda: workspace.ensure_may_hand_out(uid),
    ):
        with pytest.raises(FileWithdrawn) as refused:
            act()
        assert refused.value.values["reason"] == withdrawn.withdrawn_reason
    assert list(out.iterdir()) == []
    assert [entry.step.act for entry in workspace.attachment_custody(uid).log] == ["intake", "withdraw"]
    workspace.withdraw_attachment(uid, reason, back=True)
    workspace.hand_out(uid, out, "court", "trial", "internal", "en")
    assert len(list(out.iterdir())) == 2
    assert errors(workspace) == []


def test_killed_intakes_leave_no_half_and_lose_no_acknowledged_file(
    workspace: Workspace, to: AttachmentLink, tmp_path: Path
) -> None:
    inbox, store = tmp_path / "inbox", tmp_path / "office.snhr"
    inbox.mkdir()
    contents = {}
    for number in range(60):
        content = os.urandom(random.randrange(1, 2 * PIECE))
        contents[hashlib.sha256(content).hexdigest()] = content
        (inbox / f"{number:02}.bin").write_bytes(content)
    workspace.close()
    acknowledged: set[str] = set()
    for _ in range(4):
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.store.attachments_child", str(store), to.target, str(inbox)],
            stdout=subprocess.PIPE, text=True, cwd=TOP,
        )  # fmt: skip
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        time.sleep(random.uniform(0.02, 0.25))
        child.kill()
        acknowledged |= set(child.stdout.read().split()) - {"done"}
        child.wait()
        child.stdout.close()
    with Workspace.open(store, PASSPHRASE) as again:
        kept = {file.attachment.sha256: file for file in again.attachments()}
        assert {sha256 for sha256 in acknowledged if len(sha256) == 64} <= set(kept)
        for sha256, file in kept.items():
            with again.open_attachment(file.attachment.uid) as reader:
                assert reader.read() == contents[sha256]
        assert errors(again) == []
    old = time.time() - leftovers.GRACE - 60
    for path in (store / "attachments").glob(".*.new"):
        os.utime(path, (old, old))
    Workspace.open(store, PASSPHRASE).close()
    assert list((store / "attachments").glob(".*.new")) == []


def test_nothing_of_a_file_stands_anywhere_in_plain(
    workspace: Workspace, to: AttachmentLink, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere, usb = tmp_path / "tmp", tmp_path / "usb"
    elsewhere.mkdir()
    usb.mkdir()
    monkeypatch.setenv("TMPDIR", str(elsewhere))
    monkeypatch.setattr("tempfile.tempdir", None)
    marks = ["MARKNAMEQX", "MARKCAMERAQX", "MARKGIVERQX", "MARKWORDSQX", "MARKCOURTQX"]
    (usb / f"{marks[0]}.jpg").write_bytes(photo(words=marks[1]))
    (usb / "b.txt").write_text(marks[3] * 100)
    said = Attachment(received_from=marks[2], taken_by=marks[2])
    first = workspace.take_in(usb / f"{marks[0]}.jpg", [to], said).file
    second = workspace.take_in(usb / "b.txt", [to]).file
    workspace.strip_attachment(first.attachment.uid)
    for file in (first, second):
        with workspace.open_attachment(file.attachment.uid) as reader:
            reader.read()
    (tmp_path / "chosen").mkdir()
    name = workspace.file_name(first)
    workspace.export_attachment(first.attachment.uid, tmp_path / "chosen" / name, marks[4], "trial")
    assert name == f"{first.attachment.reference}.jpg"
    forms = [form for mark in marks for form in (mark.encode(), mark.encode("utf-16-le"), mark.encode("utf-16-be"))]
    forms += [bytes.fromhex(first.attachment.sha256), first.attachment.sha256.encode()]
    places = [tmp_path / "office.snhr", elsewhere]
    for path in (path for place in places for path in place.rglob("*") if path.is_file()):
        content = path.read_bytes()
        assert not [form for form in forms if form in content or form in path.name.encode()], path
    assert list(elsewhere.rglob("*")) == []


@pytest.mark.parametrize("at", range(4))
def test_a_disk_that_fills_up_leaves_nothing_half(
    workspace: Workspace, to: AttachmentLink, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    (tmp_path / "a.bin").write_bytes(os.urandom(3 * PIECE))
    fsync, calls = os.fsync, [0]

    def full(descriptor: int) -> None:
        calls[0] += 1
        if calls[0] > at:
            raise OSError(errno.ENOSPC, "full")
        fsync(descriptor)

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFull):
        workspace.take_in(tmp_path / "a.bin", [to])
    monkeypatch.undo()
    assert workspace.attachments() == ()
    assert list((tmp_path / "office.snhr" / "attachments").glob(".*")) == []
    assert errors(workspace) == []
    taken = workspace.take_in(tmp_path / "a.bin", [to]).file
    with workspace.open_attachment(taken.attachment.uid) as reader:
        assert reader.read() == (tmp_path / "a.bin").read_bytes()


def test_a_stick_that_is_pulled_out_is_told(workspace: Workspace, to: AttachmentLink, tmp_path: Path) -> None:
    class Pulled(io.RawIOBase):
        """Reads a little, and then no more."""

        reads = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
            self.reads += 1
            if self.reads > 2:
                raise OSError(errno.EIO, "gone")
            return len(buffer)

    opened = source.Source("a.mp4", 9 * PIECE, Pulled(), ())  # type: ignore[arg-type]
    with pytest.raises(FileUnread) as refused:
        blobs.write(tmp_path / "office.snhr", opened, source.unwatched, source.always)
    assert "a.mp4" in refused.value.tell(ENGLISH)
    assert refused.value.tell(ARABIC) != refused.value.tell(ENGLISH)
    assert [path for path in (tmp_path / "office.snhr" / "attachments").rglob("*") if path.is_file()] == []


def tampered(workspace: Workspace, statement: str, *values: object) -> list[str]:
    """What `verify` says after a change by somebody who holds the key of the database."""
    workspace._store.connection.execute(statement, values)
    return [finding.message.text for finding in errors(workspace)]


def test_verify_names_each_tampering(workspace: Workspace, to: AttachmentLink, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(name * 50)
        workspace.take_in(tmp_path / name, [to])
    store = tmp_path / "office.snhr"
    one, other = blobs.placed(store)
    held, others = one.read_bytes(), other.read_bytes()
    one.write_bytes(others)
    other.write_bytes(held)
    assert [finding.message for finding in errors(workspace)] == [check.DAMAGED] * 2
    one.write_bytes(held)
    other.unlink()
    assert [finding.message for finding in errors(workspace)] == [check.MISSING]
    assert workspace.verify()[-1].code == "files_to_restore"
    other.write_bytes(others)
    assert errors(workspace) == []
    (one.parent / ("f" * 64)).write_bytes(b"left by a crash")
    assert [finding.level for finding in workspace.verify() if "no record" in finding.message.text] == ["note"]
    connection = workspace._store.connection
    connection.execute("DROP TRIGGER custody_is_never_changed")
    connection.execute("DROP TRIGGER custody_is_never_removed")
    assert any(
        "What is said" in text for text in tampered(workspace, "UPDATE attachment SET shows_en = 'x' WHERE id=1")
    )
    assert any("step of custody" in text for text in tampered(workspace, "UPDATE custody SET act = 'view'"))
    assert any("stands in the history" in text for text in tampered(workspace, "DELETE FROM custody WHERE id = 2"))


def test_names_and_keys_outlive_new_keys_of_the_store(workspace: Workspace, to: AttachmentLink, tmp_path: Path) -> None:
    from snhr_desktop.store.rekeying import rekey

    (tmp_path / "a.bin").write_bytes(b"evidence" * 1000)
    uid = workspace.take_in(tmp_path / "a.bin", [to]).file.attachment.uid
    naming = workspace._store.keys.of("attachments")
    workspace.close()
    rekey(tmp_path / "office.snhr", PASSPHRASE, "tester")
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as again:
        assert again._store.keys.of("attachments") == naming
        with again.open_attachment(uid) as reader:
            assert reader.read() == b"evidence" * 1000
        assert errors(again) == []


# --- hostile content ------------------------------------------------------------------------------------------


def chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def hostile_pictures() -> dict[str, bytes]:
    """Pictures that say they are enormous, are cut off, or carry values that no camera writes."""
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    bomb += chunk(b"IDAT", zlib.compress(bytes(1 << 20))) + chunk(b"IEND", b"")
    exif = Image.Exif()
    exif[0x010F] = "\u202e<script>\x00" * 50
    exif.get_ifd(0x8825).update({1: "N", 2: (TiffImagePlugin.IFDRational(1, 0),) * 3, 3: "E", 4: (1e300, 2, 3)})
    exif.get_ifd(0x8769)[0x9003] = "9999:99:99 99:99:99"
    held = io.BytesIO()
    Image.new("RGB", (9, 9)).save(held, "JPEG", exif=exif)
    whole = photo()
    return {
        "bomb": bomb,
        "cut": photo(words="", gps=False)[:-900],
        "head": whole[:40],
        "values": held.getvalue(),
        "gif": b"GIF89a\xff\xff\xff\xff\xff" + bytes(40),
        "tiff": b"II*\x00\x08\x00\x00\x00\xff\xff" + bytes(64),
        "psd": b"8BPS\x00\x01" + bytes(60),
        "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\nquit\n",
        "webp": b"RIFF\x10\x00\x00\x00WEBPVP8 " + bytes(8),
        "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    }


@pytest.mark.parametrize("name", hostile_pictures())
def test_a_picture_made_to_hurt_is_kept_like_any_file(
    workspace: Workspace, to: AttachmentLink, tmp_path: Path, name: str
) -> None:
    content = hostile_pictures()[name]
    (tmp_path / "a.jpg").write_bytes(content)
    taken = workspace.take_in(tmp_path / "a.jpg", [to])
    assert not taken.proposed.captured_on or name == "cut"  # what stands before the cut is whole
    assert not taken.proposed.place
    assert "\u202e" not in taken.proposed.device
    with workspace.open_attachment(taken.file.attachment.uid) as reader:
        assert reader.read() == content
    assert errors(workspace) == []


@given(
    st.binary(max_size=400), st.sampled_from([b"", b"\xff\xd8\xff", b"PK\x03\x04", b"RIFF", b"\x00\x00\x00\x18ftyp"])
)
def test_no_beginning_of_a_file_is_a_crash(content: bytes, before: bytes) -> None:
    media = media_type(before + content)
    assert kind_of(media) in {"photo", "video", "audio", "document", "other"}
    assert ending(media) == "" or ending(media).startswith(".")
    assert pictures.exif(io.BytesIO(before + content)) == "" or before  # type: ignore[arg-type]
    pictures.small(io.BytesIO(before + content))  # type: ignore[arg-type]


@given(st.data())
def test_no_flipped_byte_of_a_photo_is_a_crash(data: st.DataObject) -> None:
    content = bytearray(PHOTO)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, min(400, len(content)) - 1))] = data.draw(st.integers(0, 255))
    found = proposed(pictures.exif(io.BytesIO(bytes(content))), DAY)  # type: ignore[arg-type]
    assert found.place.lat is None or -90 <= found.place.lat <= 90
    assert not found.captured_on or (found.captured_on.first and found.captured_on.first <= DAY)


PHOTO = photo(side=60)


@pytest.mark.parametrize(
    ("name", "media", "otherwise"),
    [
        ("a.jpg", "image/jpeg", False),
        ("a.JPEG", "image/jpeg", False),
        ("a.jpg", "application/x-msdownload", True),
        ("a.jpg", "video/mp4", True),
        ("a.mp4", "audio/mp4", False),
        ("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", False),
        ("a", "image/png", False),
        ("photo.png", "application/octet-stream", True),
        ("../../etc/passwd", "text/plain", False),
    ],
)
def test_a_name_that_says_otherwise_is_told(name: str, media: str, otherwise: bool) -> None:
    assert says_otherwise(name, media) is otherwise


def test_a_user_who_may_not_see_sources_sees_neither_names_nor_what_the_camera_wrote(
    workspace: Workspace, to: AttachmentLink, tmp_path: Path
) -> None:
    (tmp_path / "a.jpg").write_bytes(photo())
    said = Attachment(received_from="Abu Ahmad", taken_by="Umm Ahmad")
    file = workspace.take_in(tmp_path / "a.jpg", [to], said).file
    workspace.export_attachment(file.attachment.uid, tmp_path / "b.jpg", "a lawyer", "trial")
    workspace.save_user(replace(workspace.user, no_sources=True), own=PASSPHRASE)
    seen = workspace.attachment(file.attachment.uid).attachment
    assert (seen.received_from, seen.taken_by, seen.exif, seen.original_name) == ("", "", "", "")
    assert [entry.step.recipient for entry in workspace.attachment_custody(file.attachment.uid).log] == [""] * 3
    saved = workspace.describe_attachment(replace(workspace.attachment(file.attachment.uid)))
    assert saved.file.revision == 1  # what was not seen was not taken away


def test_a_small_picture_that_was_exchanged_is_named(workspace: Workspace, to: AttachmentLink, tmp_path: Path) -> None:
    for number, name in enumerate(("one.jpg", "other.jpg")):
        (tmp_path / name).write_bytes(photo(side=400 + 200 * number))
        workspace.take_in(tmp_path / name, (to,))
    assert errors(workspace) == []
    ground = Image.new("RGB", (80, 160), "black")
    held = io.BytesIO()
    ground.save(held, "JPEG")
    for content in (held.getvalue(), b"no picture"):
        workspace._store.connection.execute(
            "UPDATE attachment_blob SET thumbnail = ? WHERE sha256 = (SELECT min(sha256) FROM attachment_blob)",
            (content,),
        )
        assert [finding.code for finding in errors(workspace)] == ["small_picture_differs"]
