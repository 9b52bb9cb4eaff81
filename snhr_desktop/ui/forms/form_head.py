"""The head of the form: which incident it is."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from snhr_desktop.domain.templates import TEMPLATES
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.widgets import PageHeader, ShortenedLabel, button

BEGIN, BEGIN_KEY = N_("Begin with"), "F9"
BEGIN_HINT = N_("Fill in what common incidents share")
REPEAT, REPEAT_KEY = N_("Repeat"), "Ctrl+R"
REPEAT_HINT = N_("Fill the field or list that has the focus in from your entry before")
NEW, OPENED, FROM = N_("New incident"), N_("Incident {reference}"), N_("Imported from the data set “{dataset}”: {key}")


class FormHead(PageHeader):
    """Says the reference once there is one, and where an imported incident came from."""

    close_asked = Signal()
    repeat_asked = Signal()
    template_chosen = Signal(object)
    """A `Template` to begin with."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(means.kit, NEW, parent=parent)
        self._means = means
        self._reference = self._origin = ""
        self.origin = ShortenedLabel("muted")
        self._show_origin()
        self.begin = button(means.kit, with_key(BEGIN, BEGIN_KEY), "list", hint=BEGIN_HINT)
        self._menu = means.kit.tongue.bind(QMenu(self), accessibleName=BEGIN)
        for template in TEMPLATES:
            action = means.kit.tongue.bind(QAction(self._menu), text=template.title)
            action.triggered.connect(partial(self.template_chosen.emit, template))
            self._menu.addAction(action)
        self.begin.setMenu(self._menu)
        self.repeat = button(means.kit, with_key(REPEAT, REPEAT_KEY), "redo-2", hint=REPEAT_HINT)
        self.repeat.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it acts where the focus is
        self.repeat.clicked.connect(self.repeat_asked)
        self.leave = button(means.kit, N_("Close"), "x", "quiet", N_("Close the form; a draft is kept"))
        self.leave.clicked.connect(self.close_asked)
        self.trailing.addWidget(self.origin)
        self.trailing.addWidget(self.begin)
        self.trailing.addWidget(self.repeat)
        self.trailing.addWidget(self.leave)

    def show_incident(self, incident: Mapping[str, Any]) -> None:
        """Say which incident the form holds."""
        self._reference = str(incident.get("reference") or "")
        self._origin = str(incident.get("origin") or "")
        self._means.kit.tongue.bind(self.title, text=self._say_title)
        self._show_origin()

    def _show_origin(self) -> None:
        self._means.kit.tongue.bind(self.origin, text=self._say_origin, toolTip=self._say_origin)

    def _say_title(self, language: Language) -> str:
        return language.text(OPENED, reference=self._reference) if self._reference else language.text(NEW)

    def _say_origin(self, language: Language) -> str:
        dataset, _, key = self._origin.partition(":")
        return language.text(FROM, dataset=dataset, key=key.strip()) if self._origin else ""
