"""Files of entries that were never saved: taken in for their draft, and kept with the record that it becomes."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from snhr_desktop.domain.records import AttachmentFile, AttachmentLink
from snhr_desktop.store import draft_files, drafts
from snhr_desktop.store.attachments import folders, intake
from snhr_desktop.store.attachments.intake import NOTHING_SAID, TakenIn
from snhr_desktop.store.attachments.source import Progress, Wanted, always, unwatched
from snhr_desktop.store.drafts import Draft
from snhr_desktop.workspace.files_seen import FilesSeenDoor


class DraftFileDoor(FilesSeenDoor):
    """What hangs on a draft, and its move to the record."""

    @staticmethod
    def files_among(paths: Iterable[Path]) -> tuple[Path, ...]:
        """The files among some paths and in the folders among them, to be taken in one by one."""
        return folders.files_in(paths)

    def take_in_for_draft(
        self, path: Path, draft: str, progress: Progress = unwatched, wanted: Wanted = always
    ) -> TakenIn:
        """Take in one file for an entry that was not saved when it was dropped; raises what `take_in` raises.

        Where the entry became a record meanwhile, the file is kept with that.
        """
        author = self._author("")
        noted = draft_files.noting(self._store, draft, lambda: self._became.get(draft), author)
        taken = intake.take_in(self._store, path, NOTHING_SAID, (), author, progress, wanted, noted)
        return replace(taken, file=self._seen_file(taken.file))

    def files_of_draft(self, draft: str) -> tuple[AttachmentFile, ...]:
        """The files that hang on a draft, in the order they were taken in, each before the copies made of it."""
        with self._store.reading() as connection:
            return self._seen_files(draft_files.of_draft(connection, draft))

    def stranded_files(self, draft: str) -> int:
        """How many files hang on drafts that are no more, this one aside."""
        with self._store.reading() as connection:
            return draft_files.stranded(connection, draft)

    def adopt_files(self, draft: str) -> None:
        """Let the files of drafts that are no more hang on this one. Raises the refusals of a write."""
        with self._store.writing() as connection:
            draft_files.adopt(connection, draft)

    def _spare_unseen(self, key: str) -> None:
        """Put a draft aside that whoever works here cannot see: somebody else typed it, and finds it there."""
        with self._store.writing() as connection:
            if not self._eyes.may_see_draft(drafts.raw_of(connection, key)):
                drafts.set_aside(connection, key)

    def _is_unseen(self, draft: Draft) -> bool:
        """Whether whoever works here cannot see a draft, because it says who a source is."""
        return not self._eyes.may_see_draft(draft.raw)

    def _need_not_wait(self, key: str) -> None:
        """The draft of that key was written, discarded or saved: what waited for room on the disk is overtaken."""
        self._unwritten.let_go(key, unless=self._is_unseen)

    def _keep_files(self, draft: str, record: AttachmentLink) -> None:
        """Keep the files of a draft with the record it has become; in the transaction of its save."""
        if draft:
            draft_files.keep_with(self._store, draft, record, self._author(""))

    def _is_saved(self, draft: str, record: AttachmentLink) -> None:
        """A draft has become a record, and its save is on disk: files that are still read for it follow."""
        if draft:
            self._became[draft] = record
        self._need_not_wait(draft)
