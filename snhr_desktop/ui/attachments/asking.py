"""What the window asks of the store about files, on the store's thread; pictures are made ready there too."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from snhr_desktop.domain.records import Attachment, AttachmentFile, AttachmentLink
from snhr_desktop.errors import InvalidEntry
from snhr_desktop.ui.attachments.content import Content, content_of
from snhr_desktop.ui.attachments.intake import Told
from snhr_desktop.ui.attachments.marks import BLACK, BLUR, CROP
from snhr_desktop.ui.attachments.owner import Handing, Owner
from snhr_desktop.ui.attachments.pictures import NotAPicture, read_picture, written_picture
from snhr_desktop.workspace import AttachmentSaved, CustodyEntry, HandedOut, Proposed, TakenIn, Workspace

STRIPPED = "stripped"
DERIVATIONS = {BLACK: "redacted", BLUR: "blurred", CROP: "cropped"}


@dataclass(frozen=True)
class Row:
    """A file in a list: what is said of it, its small picture, what it is a copy of, and what was read in it.

    Of one that is `veiled` whoever works here sees only that it is kept.
    """

    kept: AttachmentFile
    image: QImage | None
    of: Attachment | None
    proposed: Proposed
    veiled: bool = False

    @property
    def file(self) -> Attachment:
        """What is said of it."""
        return self.kept.attachment

    def after(self, saved: Iterable[AttachmentFile]) -> "Row":
        """The same row after some files were saved, itself or its original among them."""
        fresh = {one.attachment.uid: one for one in saved}
        of = fresh.get(self.of.uid) if self.of else None
        return replace(self, kept=fresh.get(self.file.uid, self.kept), of=of.attachment if of else self.of)

    @property
    def original(self) -> str:
        """The reference of the file that this is a copy of; blank for an original."""
        return self.of.reference if self.of else ""

    @property
    def withdrawn_original(self) -> Attachment | None:
        """That file, where it is withdrawn."""
        return self.of if self.of and self.of.withdrawn else None


def listed(workspace: Workspace, owner: Owner) -> tuple[Row, ...]:
    """The files of a record or a draft, oldest first."""
    with workspace.one_moment():
        files = workspace.attachments_of(owner.uid) if owner.uid else workspace.files_of_draft(owner.draft)
        small = workspace.thumbnails(files)
        veiled = workspace.veiled(files)
        here = {one.attachment.uid: one.attachment for one in files}
        return tuple(
            Row(
                file,
                _picture(jpeg),
                _original(workspace, file, here),
                workspace.proposed(file),
                file.head.uid in veiled,
            )
            for file, jpeg in zip(files, small, strict=True)
        )


def stranded(workspace: Workspace, owner: Owner) -> int:
    """How many files of thrown away entries an entry never saved could take over."""
    return workspace.stranded_files(owner.draft) if owner.draft else 0


def take_in(owner: Owner, workspace: Workspace, path: Path, told: Told) -> TakenIn:
    """Take in one file for a record or a draft. Raises what `Workspace.take_in` raises, and `CalledOff`."""
    if owner.uid:
        return workspace.take_in(path, [AttachmentLink(record=owner.record, target=owner.uid)], progress=told)
    return workspace.take_in_for_draft(path, owner.draft, progress=told)


def looked_at(workspace: Workspace, uid: str) -> Content:
    """What a file shows; one step of its custody. Raises what `content_of` raises, and refusals of the store."""
    file = workspace.attachment(uid).attachment
    with workspace.open_attachment(uid) as reader:
        return content_of(reader, file.media_type, file.size or 0)


def described(workspace: Workspace, kept: AttachmentFile, raw: dict[str, Any]) -> AttachmentSaved:
    """Save what is said of a file. Raises `InvalidEntry`, `ChangedMeanwhile`."""
    said, problems = Attachment.parse(raw)
    if wrong := [problem for problem in problems if problem.level == "error"]:
        raise InvalidEntry(wrong)
    return workspace.describe_attachment(kept.with_head(said))


def copy_kept(workspace: Workspace, uid: str, image: QImage, kinds: tuple[str, ...]) -> TakenIn:
    """Keep a copy that has nothing in it but these pixels."""
    done = (*(DERIVATIONS[kind] for kind in kinds), STRIPPED)
    return workspace.keep_copy(uid, written_picture(image), done)


def log_of(workspace: Workspace, uid: str) -> tuple[CustodyEntry, ...]:
    """Every act on a file, oldest first."""
    return workspace.attachment_custody(uid).log


def handed_out(workspace: Workspace, uid: str, handing: Handing, wanted: Callable[[], bool]) -> HandedOut:
    """Write a file and its certificate to the folder that was chosen, as long as that is wanted."""
    return workspace.hand_out(uid, *handing, wanted=wanted)


def _original(workspace: Workspace, file: AttachmentFile, here: dict[str, Attachment]) -> Attachment | None:
    of = file.attachment.derived_from
    return (here.get(of) or workspace.attachment(of).attachment) if of else None


def _picture(jpeg: bytes) -> QImage | None:
    try:
        return read_picture(jpeg).image if jpeg else None
    except NotAPicture:
        return None
