"""The line of the overview that says how old the last verified backup is, and leads to the care of the store."""

import datetime as dt
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.care.volumes import plugged_in
from snhr_desktop.ui.care.words import say_age, sign
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.widgets import PlainLabel, button
from snhr_desktop.workspace import Changes, Safety

OPEN = N_("Open the care of the store")


class BackupLine(QWidget):
    """Asks when it is shown and when a backup was made; blank until it knows."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._picture = PlainLabel()
        self.door = button(desk.kit, OPEN, kind="link", hint=OPEN)
        self.door.clicked.connect(lambda: desk.open("care"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._picture)
        row.addWidget(self.door)
        row.addStretch(1)
        desk.operations.changed.connect(self._hear)
        self._show_nothing()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask how it stands now: days pass while a window stays open."""
        super().showEvent(event)
        self._ask()

    def _hear(self, changes: Changes) -> None:
        if "backup" in changes.types and self.isVisible():
            self._ask()

    def _ask(self) -> None:
        self._desk.operations.ask(
            lambda workspace: workspace.safety(plugged_in(workspace.backup_within())),
            self._show, lambda _: self._show_nothing(), self, "backup line",
        )  # fmt: skip

    def _show(self, safety: Safety) -> None:
        now = dt.datetime.now(dt.UTC)
        icon, tone = sign(safety, now)
        self._desk.theme.set_picture(self._picture, icon, tone, 16)
        self._desk.tongue.bind(self.door, text=partial(say_age, safety, now))
        self._picture.show()
        self.door.show()

    def _show_nothing(self) -> None:
        self._picture.hide()
        self.door.hide()
