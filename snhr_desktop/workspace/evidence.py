"""Whether the store is the one that this computer last saw, and whether it is sound."""

from snhr_desktop.domain import rights
from snhr_desktop.errors import InvalidEntry, Problem
from snhr_desktop.i18n import N_
from snhr_desktop.store import derived
from snhr_desktop.store.anchoring import Anchor, anchored, held
from snhr_desktop.store.checking import Checking, Progress
from snhr_desktop.store.findings import (
    ERROR,
    HEAD_HELD,
    HEAD_UNKNOWN,
    KEYS_EARLIER,
    KEYS_OTHER,
    NOTE,
    Finding,
    as_far_as_read,
)
from snhr_desktop.store.seen import RECORD_TYPE, Replaced
from snhr_desktop.store.verify import keyslots_put_back, verify, verify_until
from snhr_desktop.workspace.door import Door

NO_REASON = N_("Say why this copy may stand in place of the other.")


class EvidenceDoor(Door):
    """History and tamper evidence, for whoever looks after the store."""

    def verify(self, progress: Progress = lambda _step: None) -> tuple[Finding, ...]:
        """Check file, history, signatures and figures; a sound store gives notes only."""
        return verify(self._store, progress)

    def verify_until(self, checking: Checking) -> tuple[Finding, ...]:
        """The same, until somebody calls it off. Raises `CheckStopped`."""
        return verify_until(self._store, checking)

    def renew(self) -> None:
        """Make figures, lists, queue and search anew from the records; nothing that was entered is touched."""
        with self._store.writing() as connection:
            derived.renew(connection)

    def replaced(self) -> Replaced | None:
        """What this computer last saw, where the store is older or another; None where it is as it should be."""
        with self._store.reading():
            return self._store.seen.replaced()

    def keys_put_back(self) -> Finding | None:
        """What a check says of the file of keys where it is not the one set last; what no longer reads says nothing."""
        with self._store.reading():
            found = as_far_as_read(keyslots_put_back(self._store), KEYS_OTHER)
            return next((one for one in found if one.message in (KEYS_EARLIER, KEYS_OTHER)), None)

    def accept_replaced(self, reason: str) -> bool:
        """Let this copy stand in place of what was seen, with a reason that goes into the history.

        False where there is nothing to accept. Raises `NotYourRole`, `InvalidEntry` without a reason.
        """
        self._require(rights.ACCEPT)
        author = self._author(reason)
        if not author.reason.strip():
            raise InvalidEntry([Problem(RECORD_TYPE, "reason", NO_REASON)])
        with self._store.writing():
            accepted = self._store.seen.accept(author.actor, author.reason)
        self._store.seen.note()
        return accepted

    def anchor(self) -> Anchor:
        """Where the history stands now: its head, the key of the office, the moment, the number of its entries."""
        return anchored(self._store)

    def printed_head(self, printed: str) -> Finding:
        """Whether the history runs through a head that stands on a page, typed whole or by its first 12 signs."""
        with self._store.reading() as connection:
            found = held(connection, printed)
        if found is None:
            return Finding(ERROR, HEAD_UNKNOWN, {"head": printed})
        return Finding(NOTE, HEAD_HELD, {"head": printed, "entry": found.number, "at": found.at[:16].replace("T", " ")})
