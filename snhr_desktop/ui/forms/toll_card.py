"""The running toll beside the form."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.counting import is_massacre
from snhr_desktop.domain.records import Dossier
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.forms.review import EMPTY
from snhr_desktop.ui.forms.toll import say_apart, say_classes, say_killed, say_massacre
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.widgets import Card, PlainLabel, label


class TollCard(Card):
    """Who is counted, of which class, who is apart, and whether it is a massacre."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(means.kit, N_("Toll, as listed"), parent=parent)
        self._means = means
        self._dossier = EMPTY.dossier
        self.body.setSpacing(4)
        self._killed = label(means.kit, self._say_killed, "heading", wrap=True)
        self._classes = label(means.kit, self._say_classes, "text", wrap=True)
        self._apart = label(means.kit, self._say_apart, "note", wrap=True)
        self._massacre = label(means.kit, self._say_massacre, "text", wrap=True)
        self._lines: tuple[PlainLabel, ...] = (self._killed, self._classes, self._massacre, self._apart)
        for line in self._lines:
            self.body.addWidget(line)
        means.kit.tongue.on_switch(self, self._say_again)

    def show_dossier(self, dossier: Dossier) -> None:
        """Say the toll of another state of the entry."""
        if dossier != self._dossier:
            self._dossier = dossier
            self._say_again()

    def text(self) -> str:
        """Everything said now."""
        return "\n".join(line.text() for line in self._lines if line.text())

    def _say_again(self) -> None:
        say = self._means.kit.tongue.say
        for line, words in zip(
            self._lines, (self._say_killed, self._say_classes, self._say_massacre, self._say_apart), strict=True
        ):
            line.setText(say(words))
            line.setVisible(bool(line.text()))
        mark(self._massacre, role="label" if is_massacre(self._dossier) else "note")

    def _say_killed(self, language: Language) -> str:
        return say_killed(self._dossier, language)

    def _say_classes(self, language: Language) -> str:
        return say_classes(self._dossier, language)

    def _say_apart(self, language: Language) -> str:
        return "\n".join(say_apart(self._dossier, language))

    def _say_massacre(self, language: Language) -> str:
        return say_massacre(self._dossier, language) if self._dossier.victims else ""
