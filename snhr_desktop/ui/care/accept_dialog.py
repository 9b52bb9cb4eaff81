"""Takes a copy of a store for the store itself, for a reason that stands in the history."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.forms.reason_line import ReasonLine
from snhr_desktop.ui.widgets import Labelled

TITLE = N_("Accept this copy")
WHAT = N_(
    "Accept it only where you know why it stands here, as after a backup was put back by hand. From now on this "
    "computer takes it for the store. The reason stands in the history for good."
)
WHY = N_("Why it may stand here")
ACCEPTED = N_("This copy was accepted. The reason stands in the history.")


class AcceptDialog(FormDialog):
    """Takes a reason; an administrator's."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, TITLE, TITLE, WHAT, parent)
        self.reason = ReasonLine(desk.kit)
        self.body.addWidget(Labelled(desk.kit, WHY, self.reason))
        self.keep("accept", reason=self.reason)
        self.reason.setFocus()

    def submit(self) -> None:
        """Accept the copy for the reason that was typed."""
        reason = self.reason.text()
        self.ask(lambda workspace: workspace.accept_replaced(reason), self._done)

    def _done(self, _: bool) -> None:
        self.desk.tell(ACCEPTED, "done")
        self.accept()
