"""What is told when the program itself failed: that, what is safe, and what to do; never what a record says."""

import logging
import sys
from types import TracebackType

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.process import place_of
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Unfinished
from snhr_desktop.ui.widgets import Dialog, PlainLabel, button, label, picture

_log = logging.getLogger(__name__)

_SAFE = N_(
    "Everything saved before is safe, and the entry you were making is kept as a draft. "
    "You can go on; if it happens again, close the program and open it again."
)
_TELL = N_("Tell whoever looks after the program this line. It says nothing about any record:")


class CrashDialog(Dialog):
    """One at a time; accepting it goes on."""

    def __init__(self, kit: Kit, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kit.tongue.bind(self, windowTitle=N_("A mistake in the program"))
        kit.theme.measure(self, minimumWidth=480)
        place_line = PlainLabel("code", wrap=True)
        place_line.setText(place)
        place_line.allow_copying(kit)
        head = QHBoxLayout()
        head.addWidget(picture(kit, "circle-alert", "amber", 24))
        head.addWidget(label(kit, Unfinished.said, "subheading", wrap=True), 1)
        go_on = button(kit, N_("Go on"), "", "primary")
        go_on.clicked.connect(self.accept)
        go_on.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(label(kit, _SAFE, wrap=True))
        column.addWidget(label(kit, _TELL, "muted", wrap=True))
        column.addWidget(place_line)
        column.addLayout(foot)
        place_line.setAccessibleName(place)


class CrashTeller:
    """An excepthook: logs the place of the error and shows it, unless one is already shown."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._shown: CrashDialog | None = None

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an exception nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        place = place_of(kind, trace)
        _log.error(place)
        if self._shown is not None:
            return
        self._shown = CrashDialog(self._kit, place)
        self._shown.finished.connect(self._forget)
        self._shown.open()

    def _forget(self) -> None:
        self._shown = None
