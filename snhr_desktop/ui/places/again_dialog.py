"""An earlier version of a pack is to stand again: what would change is told before."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.store.place_packs import Held
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.places.pack_dialog import DONE
from snhr_desktop.ui.places.version_dialog import VersionDialog
from snhr_desktop.workspace.places import PackTaken

TITLE, USE = N_("Use an earlier version again"), N_("Use this version")
WHAT = N_("{name}, {version}, stands above what came later. That is kept too, and no record is changed.")


class AgainDialog(VersionDialog):
    """Asks before it is done."""

    def __init__(self, desk: Desk, held: Held, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, held, TITLE, USE, WHAT, lambda workspace: workspace.look_at_earlier(held.uid), parent,
            icon="history",
        )  # fmt: skip

    def submit(self) -> None:
        """Let it stand."""
        if self.found is not None:
            pack = self.found.pack
            self.renew(lambda workspace, watch: workspace.take_pack(pack, watch), self._done)

    def _done(self, _: PackTaken) -> None:
        self.desk.tell(DONE, "done")
        self.accept()
