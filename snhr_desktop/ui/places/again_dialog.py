"""An earlier version of a pack is to stand again: what would change is told before."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.store.place_packs import Held
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.places.outlook_view import OutlookView
from snhr_desktop.ui.places.pack_dialog import DONE
from snhr_desktop.ui.places.renewing import RenewingDialog
from snhr_desktop.workspace.places import LookedAt, PackTaken

TITLE, USE = N_("Use an earlier version again"), N_("Use this version")
WHAT = N_("{name}, {version}, stands above what came later. That is kept too, and no record is changed.")


class AgainDialog(RenewingDialog):
    """Looks at the version as soon as it is opened."""

    def __init__(self, desk: Desk, held: Held, parent: QWidget | None = None) -> None:
        about = held.about
        super().__init__(
            desk, TITLE, USE, lambda language: language.text(WHAT, name=about.name, version=about.version), parent,
            icon="history",
        )  # fmt: skip
        self._found: LookedAt | None = None
        self.outlook = OutlookView(desk.kit)
        self.body.addWidget(self.outlook, 1)
        self._lay_progress()
        self.allow(False)
        desk.operations.ask(lambda workspace: workspace.look_at_earlier(held.uid), self._show, self.refuse, self)

    def submit(self) -> None:
        """Let it stand."""
        if self._found is not None:
            pack = self._found.pack
            self.renew(lambda workspace, watch: workspace.take_pack(pack, watch), self._done)

    def _show(self, found: LookedAt) -> None:
        self._found = found
        self.outlook.show_outlook(found.outlook)
        self.allow(True)
        self.act.setFocus()

    def _done(self, _: PackTaken) -> None:
        self.desk.tell(DONE, "done")
        self.accept()
