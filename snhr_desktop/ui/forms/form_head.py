"""The head of the form: which incident it is."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.widgets import PageHeader, button, label

NEW, OPENED, FROM = N_("New incident"), N_("Incident {reference}"), N_("Imported from {origin}")


class FormHead(PageHeader):
    """Says the reference once there is one, and where an imported incident came from."""

    close_asked = Signal()

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(means.kit, NEW, parent=parent)
        self._means = means
        self._reference = self._origin = ""
        self._from = label(means.kit, self._say_origin, "muted")
        self._close = button(means.kit, N_("Close"), "x", "quiet", N_("Close the form; a draft is kept"))
        self._close.clicked.connect(self.close_asked)
        self.trailing.addWidget(self._from)
        self.trailing.addWidget(self._close)

    def show_incident(self, incident: Mapping[str, Any]) -> None:
        """Say which incident the form holds."""
        self._reference = str(incident.get("reference") or "")
        self._origin = str(incident.get("origin") or "")
        self._means.kit.tongue.bind(self.title, text=self._say_title)
        self._means.kit.tongue.bind(self._from, text=self._say_origin)

    def _say_title(self, language: Language) -> str:
        return language.text(OPENED, reference=self._reference) if self._reference else language.text(NEW)

    def _say_origin(self, language: Language) -> str:
        return language.text(FROM, origin=self._origin) if self._origin else ""
