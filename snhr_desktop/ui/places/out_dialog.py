"""A version of a pack is to be taken out again: what would change, and how many records name what it alone knew."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.store.place_packs import Held
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.places.version_dialog import VersionDialog
from snhr_desktop.workspace.places import PackOut

TITLE, ACT = N_("Take a pack of places out again"), N_("Take it out")
WHAT = N_(
    "{name}, {version}, says nothing any more: what stood before it stands again, and no map is drawn with it. It is "
    "kept and can be taken in again; no record is changed."
)
DONE = N_("The pack was taken out.")


class OutDialog(VersionDialog):
    """Asks before it is done."""

    def __init__(self, desk: Desk, held: Held, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, held, TITLE, ACT, WHAT, lambda workspace: workspace.look_at_taking_out(held.uid), parent,
            icon="undo-2",
        )  # fmt: skip

    def submit(self) -> None:
        """Take it out."""
        uid = self.held.uid
        self.renew(lambda workspace, watch: workspace.take_out_pack(uid, watch), self._done)

    def _done(self, _: PackOut) -> None:
        self.desk.tell(DONE, "done")
        self.accept()
