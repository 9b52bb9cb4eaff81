"""A version of a pack is to be taken out again: what would change, and how many records name what it alone knew."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.store.place_packs import Held
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.places.outlook_view import OutlookView
from snhr_desktop.ui.places.renewing import RenewingDialog
from snhr_desktop.ui.widgets import PlainLabel
from snhr_desktop.workspace.places import LookedAt, PackOut

TITLE, ACT = N_("Take a pack of places out again"), N_("Take it out")
WHAT = N_(
    "{name}, {version}, says nothing any more: what stood before it stands again, and no map is drawn with it. It is "
    "kept and can be taken in again; no record is changed."
)
DONE = N_("The pack was taken out.")


class OutDialog(RenewingDialog):
    """Looks at what would change as soon as it is opened."""

    def __init__(self, desk: Desk, held: Held, parent: QWidget | None = None) -> None:
        about = held.about
        super().__init__(
            desk, TITLE, ACT, lambda language: language.text(WHAT, name=about.name, version=about.version), parent,
            icon="undo-2",
        )  # fmt: skip
        self._uid = held.uid
        self.naming, self.outlook = PlainLabel(wrap=True), OutlookView(desk.kit)
        self.naming.hide()
        self.body.addWidget(self.naming)
        self.body.addWidget(self.outlook, 1)
        self._lay_progress()
        self.allow(False)
        desk.operations.ask(lambda workspace: workspace.look_at_taking_out(held.uid), self._show, self.refuse, self)

    def submit(self) -> None:
        """Take it out."""
        uid = self._uid
        self.renew(lambda workspace, watch: workspace.take_out_pack(uid, watch), self._done)

    def _show(self, found: LookedAt) -> None:
        self.naming.setVisible(found.naming > 0)
        self.desk.tongue.bind(self.naming, text=found.tell_naming)
        self.outlook.show_outlook(found.outlook)
        self.allow(True)
        self.act.setFocus()

    def _done(self, _: PackOut) -> None:
        self.desk.tell(DONE, "done")
        self.accept()
