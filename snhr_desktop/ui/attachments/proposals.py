"""What the program read in a file, offered beside the fields: taken over one by one, never by itself."""

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Card, PlainLabel, button

HEADING = N_("Read from the file")
NOTE = N_("Only offered: a camera may have had the wrong day, and a file may have passed through many hands.")
TAKE_OVER, TAKEN = N_("Take over"), N_("Taken over")
FOR_INCIDENT = N_("{label} of the incident")
_MOST = 9


class Proposal(NamedTuple):
    """A value for a field of the file, or of the incident it is kept with; `said` is the value in words."""

    field: str
    label: Message
    said: Words
    raw: Any
    of_incident: bool = False


class Proposals(Card):
    """`taken(Proposal)` when one is taken over. Hidden where there are none; Ctrl with a digit takes one over."""

    taken = Signal(object)

    def __init__(self, kit: Kit, window: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(kit, HEADING, NOTE, parent)
        self._kit = kit
        self.offers: tuple[Proposal, ...] = ()
        self.buttons: list[QPushButton] = []
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        self._rows.setHorizontalSpacing(12)
        self.body.addLayout(self._rows)
        for digit in range(1, _MOST + 1):
            QShortcut(QKeySequence(f"Ctrl+{digit}"), window).activated.connect(partial(self.take, digit - 1))
        self.hide()

    def offer(self, offers: Sequence[Proposal]) -> None:
        """Offer these."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.offers, self.buttons = tuple(offers)[:_MOST], []
        for row, one in enumerate(self.offers):
            name, said = PlainLabel("label", wrap=True), PlainLabel(wrap=True)
            self._kit.tongue.bind(name, text=partial(_label_of, one))
            self._kit.tongue.bind(said, text=one.said)
            take = button(self._kit, with_key(TAKE_OVER, f"Ctrl+{row + 1}"), kind="quiet")
            self._kit.tongue.bind(take, accessibleName=partial(_say_whole, one))
            take.clicked.connect(partial(self.take, row))
            self.buttons.append(take)
            for column, widget in enumerate((name, said, take)):
                self._rows.addWidget(widget, row, column)
        self.setVisible(bool(self.offers))

    def take(self, row: int) -> None:
        """Take one over; it stays in sight, said to be taken."""
        if row < len(self.offers) and self.buttons[row].isEnabled():
            self.buttons[row].setEnabled(False)
            self._kit.tongue.bind(self.buttons[row], text=TAKEN)
            self.taken.emit(self.offers[row])


def _label_of(one: Proposal, language: Language) -> str:
    label = language.text(one.label)
    return language.text(FOR_INCIDENT, label=label) if one.of_incident else label


def _say_whole(one: Proposal, language: Language) -> str:
    said = one.said(language) if callable(one.said) else language.text(one.said)
    return f"{language.text(TAKE_OVER)}: {_label_of(one, language)}, {said}"
