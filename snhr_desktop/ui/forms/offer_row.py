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
    """Made once and filled again, so that Tab always comes by its buttons where they stand."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = means.kit
        self._acts: tuple[Callable[[], None], ...] = ()
        self._words = label(means.kit, CONTINUE, wrap=True)
        self.buttons: tuple[QPushButton, ...] = tuple(button(means.kit, words) for words in (CONTINUE, DISCARD))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for at, made in enumerate(self.buttons):
            row.addWidget(made)
            made.clicked.connect(lambda _=False, at=at: self._acts[at]())
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
