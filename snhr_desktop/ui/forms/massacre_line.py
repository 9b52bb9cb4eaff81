"""Whether the incident counts as a massacre now, in words: computed from the toll, never typed."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.domain.records import Dossier
from snhr_desktop.i18n import Language
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.forms.review import EMPTY
from snhr_desktop.ui.forms.toll import say_killed, say_massacre
from snhr_desktop.ui.widgets import label, picture


class MassacreLine(QWidget):
    """Follows the toll while the victims are typed."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self._dossier = EMPTY.dossier
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(8)
        row.addWidget(picture(means.kit, "scale", "muted"))
        self._words = label(means.kit, self._say, "text", wrap=True)
        row.addWidget(self._words, 1)

    def show_dossier(self, dossier: Dossier) -> None:
        """Say it of another state of the entry."""
        self._dossier = dossier
        self._words.setText(self._means.kit.tongue.say(self._say))

    def text(self) -> str:
        """What is said now."""
        return self._words.text()

    def _say(self, language: Language) -> str:
        return f"{say_killed(self._dossier, language)}. {say_massacre(self._dossier, language)}"
