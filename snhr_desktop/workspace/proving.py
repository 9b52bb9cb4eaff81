"""Whether the recovery code of the store was ever proved to stand on paper.

A store whose making ended before that, by a power cut or on purpose, opens like any other, and nobody would notice
that its recovery code is lost. It is noted with the code's own slot, so that another code puts an end to it.
"""

from pathlib import Path

from snhr_desktop.domain import rights
from snhr_desktop.store import keyslots, proof, sheet_left
from snhr_desktop.store.backups.disk import same_disk
from snhr_desktop.workspace.door import Door


class ProofDoor(Door):
    """What the assistant of the first start notes, and the window asks."""

    def leave_code_unproved(self) -> None:
        """Note that nobody has proved yet that the present code stands on paper. Raises `NotYourRole`."""
        self._require(rights.KEYS)
        with self._store.writing() as connection:
            proof.leave(connection, keyslots.read_keyslots(self._store.folder))

    def prove_code(self) -> None:
        """Note that it was proved. Raises `NotYourRole`."""
        self._require(rights.KEYS)
        with self._store.writing() as connection:
            proof.prove(connection)

    def is_code_unproved(self) -> bool:
        """Whether whoever works here is to make another code, since nobody can have the present one."""
        if not self.may(rights.KEYS):
            return False
        with self._store.reading() as connection:
            return proof.is_left(connection, keyslots.read_keyslots(self._store.folder))

    def note_sheet(self, path: Path) -> None:
        """Note that the sheet of the present code was saved as a file, where that lies on the disk of the store.

        Raises `NotYourRole`.
        """
        self._require(rights.KEYS)
        folder = self._store.folder
        if same_disk(path.parent, folder):
            with self._store.writing() as connection:
                sheet_left.note(connection, keyslots.read_keyslots(folder), path)

    def sheet_left_here(self) -> Path | None:
        """The sheet of the present code that still lies as a file on the disk of the store, where it was saved."""
        folder = self._store.folder
        with self._store.reading() as connection:
            return sheet_left.left(connection, keyslots.read_keyslots(folder), folder)
