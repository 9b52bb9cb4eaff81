"""One line of an offer: what it is about, and what can be done with it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import button, label

Act = tuple[Words, Callable[[], None]]
CONTINUE, DISCARD = N_("Continue the entry"), N_("Discard the draft")


class OfferRow(QWidget):
    """Made once and filled again, so that Tab always comes by its buttons where they stand.

    What goes on stands last, next to the form: who walks back from it comes there first, and not to what discards.
    """

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = means.kit
        self._acts: tuple[Callable[[], None], ...] = ()
        self._words = label(means.kit, CONTINUE, wrap=True)
        self.buttons: tuple[QPushButton, ...] = (
            button(means.kit, CONTINUE),
            button(means.kit, DISCARD, kind="quiet"),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for at, made in enumerate(self.buttons):
            made.clicked.connect(lambda _=False, at=at: self._acts[at]())
        for made in reversed(self.buttons):
            row.addWidget(made)
        self.hide()

    def fill(self, words: Words, acts: Sequence[Act]) -> None:
        """Offer something."""
        self._acts = tuple(act for _, act in acts)
        self._kit.tongue.bind(self._words, text=words)
        for made, (said, _) in zip(self.buttons, acts, strict=False):
            self._kit.tongue.bind(made, text=said)
        for at, made in enumerate(self.buttons):
            made.setVisible(at < len(acts))
        self.show()
