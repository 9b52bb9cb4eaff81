"""Who may see a file, stated once: one kept with a source tells who that is, and so do its copies and its original."""

from collections.abc import Iterable

from snhr_desktop.domain.records import AttachmentFile
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.store.attachments import keeping
from snhr_desktop.workspace.door import Door


class OfASource(Refusal):
    """A file kept with a source was asked for by somebody who does not see who the sources are."""

    said = N_("This file is kept with a source, and you do not see who the sources are.")
    advice = N_("Nothing of it was shown, changed or written. Ask a colleague who sees them.")


class FilesSeenDoor(Door):
    """Files as whoever works here may see them."""

    def veiled(self, files: Iterable[AttachmentFile]) -> frozenset[str]:
        """The identities of those files that whoever works here may not see."""
        return self._veiled(file.attachment.uid for file in files)

    def _veiled(self, uids: Iterable[str]) -> frozenset[str]:
        with self._store.reading() as connection:
            return keeping.of_sources(connection, uids) if self.user.no_sources else frozenset()

    def _ensure_seen(self, uid: str) -> None:
        """Raise `OfASource` for a file that whoever works here may not see."""
        if self._veiled([uid]):
            raise OfASource

    def _seen_files(self, found: Iterable[AttachmentFile]) -> tuple[AttachmentFile, ...]:
        """Files as they may be read: of a veiled one, that it is kept."""
        files = tuple(found)
        veiled = self.veiled(files)
        return tuple(self._eyes.veiled(one) if one.attachment.uid in veiled else self._shown(one) for one in files)

    def _seen_file(self, found: AttachmentFile) -> AttachmentFile:
        [shown] = self._seen_files([found])
        return shown
