"""The steps of review for whatever is chosen in a list of incidents: each is previewed before it is taken."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.review.step_bar import KEYS
from snhr_desktop.ui.review.step_dialog import StepDialog
from snhr_desktop.ui.review.telling import say_step

STEPS_MENU = N_("Steps of review for the incidents chosen")


class StepMenu(QMenu):
    """`rows` are the store's numbers of the incidents; the digit of a step chooses it."""

    def __init__(self, desk: Desk, rows: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._rows, self._window = desk, tuple(rows), parent.window()
        desk.tongue.bind(self, accessibleName=STEPS_MENU)
        for code, key in KEYS.items():
            words = desk.tongue.say(partial(say_step, code))
            self.addAction(f"&{key[-1]}  {words}").triggered.connect(partial(self._ask, code))
        self.aboutToHide.connect(self.deleteLater, Qt.ConnectionType.QueuedConnection)

    def _ask(self, code: str) -> None:
        desk, rows, window = self._desk, self._rows, self._window

        def preview(uids: tuple[str, ...]) -> None:
            dialog = StepDialog(desk, uids, code, window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

        desk.operations.ask(lambda workspace: workspace.uids_of(rows), preview, owner=desk)
