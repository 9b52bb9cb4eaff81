"""About one version of a pack that was taken in: what would change is looked at as soon as it is opened, and told."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import Message
from snhr_desktop.store.place_packs import Held
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.places.outlook_view import OutlookView
from snhr_desktop.ui.places.renewing import RenewingDialog
from snhr_desktop.workspace import Workspace
from snhr_desktop.workspace.places import LookedAt


class VersionDialog(RenewingDialog):
    """Subclasses act in `submit` on what was `found`; `what` names the version by `{name}` and `{version}`."""

    def __init__(
        self, desk: Desk, held: Held, title: Message, act: Message, what: Message,
        look: Callable[[Workspace], LookedAt], parent: QWidget | None = None, *, icon: str,
    ) -> None:  # fmt: skip
        name, version = held.about.name, held.about.version
        super().__init__(
            desk, title, act, lambda language: language.text(what, name=name, version=version), parent, icon=icon
        )
        self.held = held
        self.found: LookedAt | None = None
        self.outlook = OutlookView(desk.kit)
        self.body.addWidget(self.outlook, 1)
        self._lay_progress()
        self.allow(False)
        desk.operations.ask(look, self._show, self.refuse, self)

    def _show(self, found: LookedAt) -> None:
        self.found = found
        self.outlook.show_found(found)
        self.allow(True)
        self.act.setFocus()
