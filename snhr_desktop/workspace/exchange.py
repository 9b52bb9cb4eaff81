"""Records from files, and made-up ones."""

from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import replace
from pathlib import Path

from snhr_desktop.domain import rights
from snhr_desktop.domain.records import Attachment
from snhr_desktop.exchange import files_in, importing, training
from snhr_desktop.exchange.convert import OwnDossiers
from snhr_desktop.exchange.export.beside import files_beside
from snhr_desktop.exchange.files_in import Coming
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.reading import Choices
from snhr_desktop.exchange.reading.text import encoding_of
from snhr_desktop.exchange.reasons import reason_of
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.exchange.watching import UNWATCHED, Waiting
from snhr_desktop.reports.text import no_collecting
from snhr_desktop.store.saving import Author, Changes
from snhr_desktop.workspace.as_kept import AsKept
from snhr_desktop.workspace.backups import BackupDoor
from snhr_desktop.workspace.care import CareDoor
from snhr_desktop.workspace.cases import CaseDoor
from snhr_desktop.workspace.conflicts import ConflictDoor
from snhr_desktop.workspace.imports import ImportsDoor
from snhr_desktop.workspace.merging import MergeDoor
from snhr_desktop.workspace.records import IncidentDoor
from snhr_desktop.workspace.terms import TermDoor


class ExchangeDoor(MergeDoor, ConflictDoor, IncidentDoor, CareDoor, CaseDoor, BackupDoor, TermDoor, ImportsDoor):
    """What comes in is saved through the door of the records."""

    def import_file(
        self,
        path: Path,
        mapping: Path | FileMapping | None = None,
        dry_run: bool = False,
        choices: Choices | None = None,
        waiting: Waiting = UNWATCHED,
    ) -> ImportReport:
        """Take in a file of records, through a mapping, the file of one, or the one its columns are recognised by.

        `choices` say how it is to be read, where it does not tell that by itself.

        What the store has already is looked up and what is new is saved in one transaction, so that two windows
        that import one file do not both find it new; a backup is made first. Raises `UnreadableFile`, `BadMapping`,
        `NoMapping`, `NotYourRole`, `ImportStopped` and the refusals of a write; then nothing was saved. `waiting` hears
        how far it has come and may call it off.
        """
        if dry_run:
            try:
                with self._store.reading(), no_collecting():
                    report = self._imported(path, mapping, choices, waiting, dry_run=True)
            finally:
                self.restore_terms()
            if report.dataset != OwnDossiers.code:
                return report
            return replace(report, files=files_in.looked_for(self._store, path, _encoding(path, choices), waiting))
        self._require(rights.MANY)
        self.back_up_before_import(waiting.wanted_meanwhile)
        with ExitStack() as stack:
            coming = stack.enter_context(self._files(path, choices, waiting)) if files_beside(path).exists() else None
            stack.enter_context(self._store.writing())
            stack.enter_context(no_collecting())  # records hold no rings: looking for some takes a tenth of the time
            report = self._imported(path, mapping, choices, waiting)
            if report.dataset != OwnDossiers.code:
                waiting.settle()
                return report
            encoding = _encoding(path, choices)
            author = Author.of(self._actor, reason_of(report.dataset))
            files = coming.keep(self._store, author) if coming else None
            files = files or files_in.looked_for(self._store, path, encoding, waiting)
            waiting.settle()
        kept = Changes(frozenset({Attachment.type_name} if files.taken else ()))
        return replace(report, files=files, changes=report.changes | kept)

    def _imported(
        self,
        path: Path,
        mapping: Path | FileMapping | None,
        choices: Choices | None,
        waiting: Waiting,
        *,
        dry_run: bool = False,
    ) -> ImportReport:
        """A file held against what is kept, told as whoever works here may read it."""
        kept = AsKept(self._store, self._actor, self._answers, self, self._eyes.no_sources)
        return self._eyes.report(importing.import_file(kept, path, mapping, choices, dry_run=dry_run, waiting=waiting))

    def _files(self, path: Path, choices: Choices | None, waiting: Waiting) -> AbstractContextManager[Coming | None]:
        """The files that lie beside a file of our own, where it is one."""
        if path.suffix.lower() != ".json" or not files_in.is_own(path, encoding := _encoding(path, choices), waiting):
            return nullcontext()
        return files_in.fetched(self._store, path, encoding, waiting)

    def fill_with_training(self, incidents: int, seed: int) -> int:
        """Add made-up incidents and say how many were new; an empty store becomes one for training.

        They are saved some at a time: whatever stops it, those saved stay, and filling again adds the rest. Raises
        `NotTraining` for a store in use, and the refusals of a write.
        """
        return sum(self._fill_some(some, seed) for some in training.batches(incidents))

    def _fill_some(self, numbers: range, seed: int) -> int:
        """One transaction: an empty store is devoted to training with its first records, or not at all."""
        try:
            with self._store.writing():
                if not self.info.training:
                    self._store.devote_to_training()
                return training.fill(self, numbers, seed)
        finally:
            self._store.look_again()


def _encoding(path: Path, choices: Choices | None) -> str:
    return (choices and choices.encoding) or encoding_of(path)
