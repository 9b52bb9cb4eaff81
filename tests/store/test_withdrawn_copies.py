"""A withdrawn file takes its copies with it, by every door, until they are given again; the log says with what."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from snhr_desktop.domain.records import Attachment, AttachmentFile, AttachmentLink, CustodyStep
from snhr_desktop.exchange.export.asked import Asked
from snhr_desktop.i18n import ENGLISH
from snhr_desktop.store.attachments import custody, keeping
from snhr_desktop.store.attachments.refusals import FileWithdrawn
from snhr_desktop.store.attachments.standing import as_made_of
from snhr_desktop.store.saving import Author
from snhr_desktop.workspace import Workspace
from tests.builders import counted, dossier
from tests.store.test_attachment_evidence import errors
from tests.ui.attachments.photos import jpeg

REASON = "taken at another place"


def picture(shade: int) -> bytes:
    """A photo of one shade, so that each is another file."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8), (shade, shade, shade)).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def to(workspace: Workspace) -> AttachmentLink:
    """An incident that files are kept with."""
    uid = workspace.save(dossier(incident=counted())).dossier.incident.uid
    return AttachmentLink(record="incident", target=uid)


@pytest.fixture
def line(workspace: Workspace, to: AttachmentLink, tmp_path: Path) -> tuple[str, str, str]:
    """A photo, a copy of it, and a copy of that."""
    (tmp_path / "a.jpg").write_bytes(jpeg())
    said = Attachment(consent="named")
    photo = workspace.take_in(tmp_path / "a.jpg", [to], said).file.attachment.uid
    copy = workspace.keep_copy(photo, picture(1), ("redacted",)).file.attachment.uid
    return photo, copy, workspace.keep_copy(copy, picture(2), ("cropped",)).file.attachment.uid


def withdrawn(workspace: Workspace, uids: tuple[str, ...]) -> list[bool]:
    return [workspace.attachment(uid).attachment.withdrawn for uid in uids]


def acts(workspace: Workspace, uid: str) -> list[tuple[str, str, str]]:
    """What was done with a file, about which other, and why."""
    steps = (entry.step for entry in workspace.attachment_custody(uid).log)
    return [(step.act, step.about, step.purpose) for step in steps if step.act in ("withdraw", "readmit")]


def test_copies_and_their_copies_go_with_it_and_come_back_with_it(
    workspace: Workspace, line: tuple[str, str, str], tmp_path: Path
) -> None:
    photo, copy, second = line
    saved = workspace.withdraw_attachment(photo, REASON)
    assert withdrawn(workspace, line) == [True, True, True]
    assert [one.attachment.uid for one in saved.with_it] == [copy, second]
    assert {copy, second} <= set(saved.changes.uids)
    assert acts(workspace, second) == [("withdraw", photo, REASON)]
    assert workspace.attachment(second).attachment.withdrawn_reason == REASON
    for uid in line:
        with pytest.raises(FileWithdrawn):
            workspace.hand_out(uid, tmp_path, "court", "trial", "internal", "en")
    workspace.withdraw_attachment(photo, "it is the place", back=True)
    assert withdrawn(workspace, line) == [False, False, False]
    assert acts(workspace, copy)[-1] == ("readmit", photo, "it is the place")
    assert errors(workspace) == []


def test_what_was_withdrawn_for_a_reason_of_its_own_does_not_come_back_with_the_original(
    workspace: Workspace, line: tuple[str, str, str]
) -> None:
    photo, copy, _ = line
    workspace.withdraw_attachment(copy, "a face is seen")
    assert withdrawn(workspace, line) == [False, True, True]
    workspace.withdraw_attachment(photo, REASON)
    workspace.withdraw_attachment(photo, "it is the place", back=True)
    assert withdrawn(workspace, line) == [False, True, True]
    assert workspace.attachment(copy).attachment.withdrawn_reason == "a face is seen"


def test_a_copy_can_be_given_again_by_itself_and_its_certificate_says_what_it_is_a_copy_of(
    workspace: Workspace, line: tuple[str, str, str], tmp_path: Path
) -> None:
    photo, copy, second = line
    workspace.withdraw_attachment(photo, REASON)
    workspace.withdraw_attachment(copy, "the family agrees to the copy", back=True)
    assert withdrawn(workspace, line) == [True, False, False]
    assert acts(workspace, second)[-1] == ("readmit", copy, "the family agrees to the copy")
    workspace.hand_out(copy, tmp_path, "court", "trial", "internal", "en")
    record = workspace.attachment_custody(copy)
    assert record.original_withdrawn
    assert not workspace.attachment_custody(second).original_withdrawn, "the copy it was made of is not"
    workspace.withdraw_attachment(photo, "it is the place", back=True)
    assert withdrawn(workspace, line) == [False, False, False]
    assert [act for act, _, _ in acts(workspace, copy)] == ["withdraw", "readmit"]


def test_a_copy_made_of_a_withdrawn_file_begins_withdrawn(workspace: Workspace, line: tuple[str, str, str]) -> None:
    photo = line[0]
    workspace.withdraw_attachment(photo, REASON)
    fresh = workspace.keep_copy(photo, picture(3), ("blurred",)).file.attachment
    assert (fresh.withdrawn, fresh.withdrawn_reason) == (True, REASON)
    assert acts(workspace, fresh.uid) == [("withdraw", photo, REASON)]
    workspace.withdraw_attachment(photo, "it is the place", back=True)
    assert withdrawn(workspace, (fresh.uid,)) == [False]
    assert errors(workspace) == []


def test_no_copy_of_it_leaves_with_an_export(workspace: Workspace, line: tuple[str, str, str], tmp_path: Path) -> None:
    assert exported(workspace, tmp_path / "before") == (3, 3)
    workspace.withdraw_attachment(line[0], REASON)
    assert exported(workspace, tmp_path / "after") == (0, 0)


def exported(workspace: Workspace, folder: Path) -> tuple[int, int]:
    """How many files an export for the public tells of, and how many one for the office puts beside it."""
    folder.mkdir()
    workspace.export(Asked("json"), folder / "public.json", ENGLISH)
    workspace.export(Asked("json", "internal", files=True, recipient="court"), folder / "office.json", ENGLISH)
    told = json.loads((folder / "public.json").read_text())["attachments"]
    return len(told), sum(path.is_file() for path in folder.rglob("*")) - 2


@pytest.fixture
def from_before(workspace: Workspace, line: tuple[str, str, str]) -> tuple[str, str, str]:
    """As a store stands in which an earlier program withdrew the photo alone."""
    store = workspace._store
    with store.writing() as connection:
        before = keeping.read(connection, line[0])
        gone = before.with_head(replace(before.attachment, withdrawn=True, withdrawn_reason=REASON))
        author = Author.of("Rima", REASON)
        custody.append(connection, CustodyStep(attachment=line[0], act="withdraw", purpose=REASON), author)
        keeping.put(connection, before, gone, author, store.info.office)
    return line


def test_copies_of_what_an_earlier_program_withdrew_leave_by_no_door_either(
    workspace: Workspace, from_before: tuple[str, str, str], tmp_path: Path
) -> None:
    _, copy, second = from_before
    assert withdrawn(workspace, from_before) == [True, False, False]
    for uid in (copy, second):
        with pytest.raises(FileWithdrawn) as refused:
            workspace.hand_out(uid, tmp_path, "court", "trial", "internal", "en")
        assert refused.value.values["reason"] == REASON
    assert exported(workspace, tmp_path / "out") == (0, 0)
    workspace.withdraw_attachment(copy, "the family agrees to the copy", back=True)
    assert acts(workspace, copy)[-1][0] == "readmit"
    workspace.hand_out(copy, tmp_path, "court", "trial", "internal", "en")
    assert not [one for one in workspace.verify() if one.level == "error"]


def test_a_copy_that_comes_in_beside_its_withdrawn_original_is_withdrawn(
    workspace: Workspace, line: tuple[str, str, str]
) -> None:
    """The record of it as a file brings it, of a copy that is not here yet."""
    workspace.withdraw_attachment(line[0], REASON)
    came = AttachmentFile(Attachment(derived_from=line[0], sha256="0" * 64))
    with workspace._store.reading() as connection:
        stands = as_made_of(connection, came.attachment)
    assert (stands.withdrawn, stands.withdrawn_reason) == (True, REASON)
