"""A state in words with an icon, on a soft ground; never told by colour alone."""

from typing import NamedTuple

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from snhr_desktop.domain.vocabularies import label as term_label
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets.plain_label import PlainLabel


class Sign(NamedTuple):
    """How a state is shown: an icon and the role of its colour."""

    icon: str
    tone: str


PLAIN = Sign("circle", "muted")
STATUS_SIGNS = {
    "reported": PLAIN,
    "under_review": Sign("clock", "amber"),
    "corroborated": Sign("check", "accent"),
    "documented": Sign("badge-check", "green"),
    "unconfirmed": Sign("circle-help", "amber"),
    "rejected": Sign("circle-x", "muted"),
}
"""The steps of verification of an incident, by code of the vocabulary `status`."""


class StatusChip(QFrame):
    """Shows words in a tone: muted, accent, amber, green or toll."""

    def __init__(self, kit: Kit, words: Words | None = None, sign: Sign = PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setProperty("kind", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 10, 0)
        row.setSpacing(5)
        self._picture, self._words = PlainLabel(), PlainLabel()
        row.addWidget(self._picture)
        row.addWidget(self._words)
        if words is not None:
            self.show_state(words, sign)

    def show_state(self, words: Words, sign: Sign = PLAIN) -> None:
        """Show another state."""
        self._kit.tongue.bind(self._words, text=words)
        self._kit.tongue.bind(self, accessibleName=words)
        self._kit.theme.set_picture(self._picture, sign.icon, sign.tone, 14)
        mark(self, tone=sign.tone)
        mark(self._words)

    def show_status(self, code: str) -> None:
        """Show the verification status of an incident, by its code."""
        self.show_state(lambda language: term_label("status", code, language), STATUS_SIGNS.get(code, PLAIN))
