"""Files kept as evidence: taken in, looked at, described, copied with less in them, and handed out."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from pathlib import Path

from snhr_desktop.domain import rights
from snhr_desktop.domain.records import Attachment, AttachmentFile, AttachmentLink
from snhr_desktop.errors import Refusal, UnknownCode
from snhr_desktop.exchange.export.beside import file_name
from snhr_desktop.i18n import N_
from snhr_desktop.store import cases, dossiers
from snhr_desktop.store.attachments import acts, folders, intake, joining, keeping, standing
from snhr_desktop.store.attachments.acts import CustodyRecord, Exported
from snhr_desktop.store.attachments.intake import NOTHING_SAID, TakenIn
from snhr_desktop.store.attachments.proposals import Proposed, proposed
from snhr_desktop.store.attachments.reader import AttachmentReader
from snhr_desktop.store.attachments.refusals import FileWithdrawn, IntakeStopped
from snhr_desktop.store.attachments.source import Progress, Wanted, always, unwatched
from snhr_desktop.store.saving import Changes
from snhr_desktop.workspace.files_seen import FilesSeenDoor

__all__ = [
    "AttachmentDoor", "AttachmentReader", "AttachmentSaved", "CustodyRecord", "Exported", "IntakeResult", "ManyTaken",
    "Proposed", "TakenIn",
]  # fmt: skip
A_RECORD = N_("an incident or a case")


@dataclass(frozen=True)
class AttachmentSaved:
    """A file as it is now kept, and what its save touched; the copies of it that were withdrawn `with_it`, or given."""

    file: AttachmentFile
    changes: Changes
    with_it: tuple[AttachmentFile, ...] = ()


@dataclass(frozen=True)
class IntakeResult:
    """What became of one file: taken in, or refused."""

    path: Path
    taken: TakenIn | None
    refusal: Refusal | None


@dataclass(frozen=True)
class ManyTaken:
    """What became of each of many files, in order, and what all of it touched."""

    results: tuple[IntakeResult, ...]
    changes: Changes


class AttachmentDoor(FilesSeenDoor):
    """Files in and out. Every act on one is a step of its custody, and each write says what it touched."""

    def take_in(
        self,
        path: Path,
        links: Sequence[AttachmentLink],
        said: Attachment = NOTHING_SAID,
        progress: Progress = unwatched,
        wanted: Wanted = always,
    ) -> TakenIn:
        """Take in one file for some records. `progress(done, whole)` in bytes; it ends once `wanted` says no.

        Raises `FileUnread`, `NotAFile`, `EmptyFolder`, `ChangedWhileRead`, `TooLarge`, `NoRoomForFile`,
        `IntakeStopped`, `NoSuchRecord`, `InvalidEntry`, and the refusals of a write; nothing of the file is kept then.
        """
        return self._told(intake.take_in(self._store, path, said, links, self._author(""), progress, wanted))

    def take_in_many(
        self,
        paths: Iterable[Path],
        links: Sequence[AttachmentLink],
        said: Attachment = NOTHING_SAID,
        progress: Callable[[int, int, int, int], object] = lambda *_: None,
        wanted: Wanted = always,
    ) -> ManyTaken:
        """Take in files and the files of folders, each by itself: one that is refused hinders no other.

        `progress(number, files, done, whole)` hears which file it is at, of how many, and its bytes.
        """
        found = folders.files_in(paths)
        results: list[IntakeResult] = []
        changes = Changes()
        for number, path in enumerate(found):

            def heard(done: int, whole: int, number: int = number) -> None:
                progress(number, len(found), done, whole)

            try:
                taken = self.take_in(path, links, said, heard, wanted)
            except IntakeStopped as refusal:
                results.append(IntakeResult(path, None, refusal))
                break
            except Refusal as refusal:
                results.append(IntakeResult(path, None, refusal))
                continue
            changes |= taken.changes
            results.append(IntakeResult(path, taken, None))
        return ManyTaken(tuple(results), changes)

    # --- what is kept -----------------------------------------------------------------------------------------

    def attachment(self, uid: str) -> AttachmentFile:
        """One file. Raises `NoSuchAttachment`."""
        with self._store.reading() as connection:
            return self._seen_file(keeping.read(connection, uid))

    def attachment_by_reference(self, reference: str) -> AttachmentFile | None:
        """The file of a reference such as `IDL-F-2018-00042`, or None."""
        with self._store.reading() as connection:
            found = keeping.find(connection, "reference", reference.strip().upper())
            return self._seen_file(found) if found else None

    def attachments_of(self, uid: str) -> tuple[AttachmentFile, ...]:
        """The files kept with a case or an incident: its victims, its sources and what was merged into it included."""
        with self._store.reading() as connection:
            return self._seen_files(keeping.kept_with(connection, uid))

    def attachments(self) -> tuple[AttachmentFile, ...]:
        """Every file, oldest first."""
        with self._store.reading() as connection:
            return self._seen_files(keeping.everything(connection))

    def copies_of(self, uid: str) -> tuple[AttachmentFile, ...]:
        """The changed copies that were made of a file."""
        with self._store.reading() as connection:
            return self._seen_files(keeping.copies_of(connection, uid))

    def thumbnails(self, files: Sequence[AttachmentFile]) -> tuple[bytes, ...]:
        """A small JPEG for each file, blank where there is none, or none to be seen. Graphic ones are given too."""
        with self._store.reading() as connection:
            veiled = self.veiled(files)
            seen = ("" if one.attachment.uid in veiled else one.attachment.sha256 for one in files)
            return tuple(keeping.thumbnail(connection, sha256) for sha256 in seen)

    def proposed(self, file: AttachmentFile) -> Proposed:
        """What the camera wrote into a file, to be offered and never used by itself."""
        return proposed(file.attachment.exif, dt.datetime.now().astimezone().date())

    def kept_with(self, file: AttachmentFile) -> tuple[str, ...]:
        """The references of the incidents and cases that a file is kept with."""
        with self._store.reading() as connection:
            return keeping.named(connection, file.links)

    def attachment_custody(self, uid: str) -> CustodyRecord:
        """A file with every act on it, and the head of the history. Raises `NoSuchAttachment`."""
        return self._record(acts.custody_record(self._store, uid))

    # --- acts -------------------------------------------------------------------------------------------------

    def open_attachment(self, uid: str, purpose: str = "") -> AttachmentReader:
        """The file itself, decrypted as it is read, from any place; close it. One step of custody for each opening.

        Raises `OfASource`, `NoSuchAttachment`, `AttachmentMissing`, `AttachmentDamaged`, and the refusals of a write.
        """
        self._ensure_seen(uid)
        return acts.view(self._store, uid, self._author(""), purpose)

    def describe_attachment(self, file: AttachmentFile, reason: str = "") -> AttachmentSaved:
        """Save what a person says of a file: the fields of `records.attachment.SAID`, and no others.

        Raises `OfASource`, `InvalidEntry`, `ChangedMeanwhile`, `NoSuchAttachment`, and the refusals of a write.
        """
        with self._store.writing():
            self._ensure_seen(file.attachment.uid)
            return self._saved(intake.change(self._store, self._completed(file), self._author(reason)))

    def link_to(self, reference: str) -> AttachmentLink:
        """What keeps a file with the incident or case of a reference. Raises `UnknownCode`."""
        asked = reference.strip().upper()
        with self._store.reading() as connection:
            if dossier := dossiers.find(connection, asked):
                return AttachmentLink(record="incident", target=dossier.incident.uid)
            if case := cases.find(connection, asked):
                return AttachmentLink(record="case", target=case.case.uid)
        raise UnknownCode(code=reference, kind=A_RECORD, known="")

    def link_attachment(self, uid: str, to: AttachmentLink) -> AttachmentSaved:
        """Keep a file with one more record.

        It asks what a change of that record asks. Raises `OfASource`, `NoSuchAttachment`, `NoSuchRecord`,
        `MergedAway`, `RecordDocumented`, and the refusals of a write.
        """
        self._ensure_seen(uid)
        return self._saved(joining.link(self._store, uid, to, self._author("")))

    def unlink_attachment(self, uid: str, target: str) -> AttachmentSaved:
        """Keep a file no more with an incident or a case, nor with whoever hangs on it; the file stays.

        It asks what a change of that record asks. Raises `OfASource`, `KeptNowhere`, `NoSuchAttachment`, `MergedAway`,
        `RecordDocumented`, and the refusals of a write.
        """
        self._ensure_seen(uid)
        saved = self._saved(joining.unlink(self._store, uid, target, self._author("")))
        return AttachmentSaved(saved.file, saved.changes | Changes(uids=(target,)))

    def withdraw_attachment(self, uid: str, reason: str, *, back: bool = False) -> AttachmentSaved:
        """Say with a reason that a file is not to be used any more, or take that back. The file itself stays.

        The copies made of it go with it, and come back with it (`store.attachments.standing`).

        Raises `NotYourRole`, `OfASource`, `ReasonNeeded`, `NoSuchAttachment`, and the refusals of a write.
        """
        self._require(rights.HAND_OUT)
        self._ensure_seen(uid)
        file, *copies = standing.withdraw(self._store, uid, self._author(reason), back=back)
        saved, with_it = self._saved(file), tuple(self._saved(copy) for copy in copies)
        touched = reduce(or_, (one.changes for one in with_it), saved.changes)
        return AttachmentSaved(saved.file, touched, tuple(one.file for one in with_it))

    def keep_copy(self, uid: str, content: bytes, derivation: Sequence[str], purpose: str = "") -> TakenIn:
        """Keep a changed copy of a file; `derivation` are codes of that vocabulary. The original stays as it is.

        Raises `OfASource`, `NoSuchAttachment`, `InvalidEntry`, and what an intake raises.
        """
        self._ensure_seen(uid)
        return self._told(intake.keep_copy(self._store, uid, content, derivation, self._author(""), purpose))

    def strip_attachment(self, uid: str, purpose: str = "") -> TakenIn:
        """Keep a copy of a photo that has neither place, time nor device in it.

        Raises `NotStripped` for what is no photo, `OfASource`, `AttachmentMissing`, `AttachmentDamaged`, and what an
        intake raises.
        """
        self._ensure_seen(uid)
        return self._told(acts.strip(self._store, uid, self._author(""), purpose))

    def ensure_may_hand_out(self, uid: str) -> None:
        """Raise what `export_attachment` raises of itself, before anything is made that could only be handed out.

        That is `NotYourRole`, `OfASource`, `NoSuchAttachment`, or `FileWithdrawn` for one that is not to be used.
        """
        self._require(rights.HAND_OUT)
        self._ensure_seen(uid)
        with self._store.reading() as connection:
            file = standing.stood(keeping.read(connection, uid), standing.behind(connection)).attachment
        if file.withdrawn:
            raise FileWithdrawn(name=file.reference, reason=file.withdrawn_reason)

    def export_attachment(
        self,
        uid: str,
        path: Path,
        recipient: str,
        purpose: str,
        progress: Progress = unwatched,
        wanted: Wanted = always,
        beside: acts.Beside | None = None,
    ) -> Exported:
        """Write a file where a person chose, for the owner alone and never over another; its custody comes with it.

        What goes `beside` it leaves with it or not at all, and is made of what whoever works here may read.

        Raises what `ensure_may_hand_out` raises, `TargetExists`, `AttachmentMissing`, `AttachmentDamaged`,
        `IntakeStopped`, and the refusals of a write.
        """
        self.ensure_may_hand_out(uid)
        seen = beside and replace(beside, made=lambda record: beside.made(self._record(record)))
        done = acts.export(
            self._store, uid, path, self._author(""), acts.To(recipient, purpose), progress, wanted, seen
        )
        return replace(done, record=self._record(done.record))

    def file_name(self, file: AttachmentFile) -> str:
        """What a file is called outside: its reference and the usual ending of its type, never its own name."""
        return file_name(file.attachment.reference, file.attachment.media_type)

    def _saved(self, file: AttachmentFile) -> AttachmentSaved:
        return AttachmentSaved(self._seen_file(file), intake.touched(file))

    def _told(self, taken: TakenIn) -> TakenIn:
        return replace(taken, file=self._seen_file(taken.file))

    def _record(self, record: CustodyRecord) -> CustodyRecord:
        """The record as whoever works here may read it."""
        return replace(self._eyes.custody(record), file=self._seen_file(record.file))
