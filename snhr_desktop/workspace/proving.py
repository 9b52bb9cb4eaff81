"""Whether the recovery code of the store was ever proved to stand on paper.

A store whose making ended before that, by a power cut or on purpose, opens like any other, and nobody would notice
that its recovery code is lost. It is noted with the code's own slot, so that another code puts an end to it.
"""

from snhr_desktop.domain import rights
from snhr_desktop.store import keyslots, meta
from snhr_desktop.store.slots import RECOVERY
from snhr_desktop.workspace.door import Door

_UNPROVED = "recovery_unproved"


class ProofDoor(Door):
    """What the assistant of the first start notes, and the window asks."""

    def leave_code_unproved(self) -> None:
        """Note that nobody has proved yet that the present code stands on paper. Raises `NotYourRole`."""
        self._require(rights.KEYS)
        with self._store.writing() as connection:
            meta.write(connection, _UNPROVED, self._slot_of_code())

    def prove_code(self) -> None:
        """Note that it was proved. Raises `NotYourRole`."""
        self._require(rights.KEYS)
        with self._store.writing() as connection:
            meta.write(connection, _UNPROVED, "")

    def is_code_unproved(self) -> bool:
        """Whether whoever works here is to make another code, since nobody can have the present one."""
        if not self.may(rights.KEYS):
            return False
        with self._store.reading() as connection:
            noted = meta.read(connection, _UNPROVED)
        return bool(noted) and noted == self._slot_of_code()

    def _slot_of_code(self) -> str:
        slots = keyslots.read_keyslots(self._store.folder).slots
        return next((slot.nonce.hex() for slot in slots if slot.kind == RECOVERY), "")
