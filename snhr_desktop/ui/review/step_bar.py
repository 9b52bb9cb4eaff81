"""The steps that can be taken with what is chosen: each a button that begins with the number of its key."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from snhr_desktop.domain.steps import STEPS
from snhr_desktop.i18n import N_, NC_, NP_, Language, Message
from snhr_desktop.store.stepping import WITHDRAW
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.forms.editors.flow_layout import FlowLayout
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words, said
from snhr_desktop.ui.widgets import button, label

TAKE_BACK = NC_("step", "Take the step back")
NUMBERED = NC_("step", "{number} {step}")
FOR_ONE = N_("Alt with the number takes a step")
FOR_MANY = NP_("Alt with the number, for {n} incident", "Alt with the number, for {n} incidents")
_HEADING = 160
KEYS: Mapping[str, str] = {**{code: f"Alt+{number}" for number, code in enumerate(STEPS, 1)}, WITHDRAW: "Alt+0"}
"""The key of each step, by the status it leads to."""


class StepBar(QFrame):
    """For one incident only the steps that its status allows are offered; for several all, and a preview tells."""

    asked = Signal(str)
    """The status that a person wants to step to; `WITHDRAW` to take the last step back."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._status, self._chosen = kit, "", 0
        self._why: Words | None = None
        self.setProperty("kind", "card")
        self.heading = label(kit, self._say, "note", wrap=True)
        kit.theme.measure(self.heading, fixedWidth=_HEADING)
        self.buttons: dict[str, QPushButton] = {}
        holder = QWidget()
        flow = FlowLayout(6, holder)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self.heading)
        row.addWidget(holder, 1)
        for code, step in STEPS.items():
            flow.addWidget(self._made(code, step.words))
        flow.addWidget(self._made(WITHDRAW, TAKE_BACK))
        self.show_chosen("", 0)

    def show_chosen(self, status: str, chosen: int, read_only: bool = False, taken: bool = False) -> None:
        """Offer what fits: the status of the one incident, how many are chosen, and whether a step was just taken."""
        self._status, self._chosen = status, chosen
        for code, made in self.buttons.items():
            fits = chosen > 1 or code == WITHDRAW or STEPS[code].allowed_from(status)
            made.setVisible(fits)
            made.setEnabled((bool(chosen) or (taken and code == WITHDRAW)) and not read_only)
        self.heading.setText(self._kit.tongue.say(self._say))

    def give_reason(self, words: Words | None) -> None:
        """Say instead of the keys why no step can be taken here."""
        self._why = words
        self.heading.setText(self._kit.tongue.say(self._say))

    def ask(self, code: str) -> None:
        """Ask for a step, if it is offered."""
        if self.buttons[code].isEnabled() and not self.buttons[code].isHidden():
            self.asked.emit(code)

    def _made(self, code: str, words: Message) -> QPushButton:
        """A button that begins with the number of its key, as the keyboard has it."""

        def numbered(language: Language) -> str:
            return language.text(NUMBERED, number=KEYS[code][-1], step=language.text(words))

        made = button(self._kit, numbered, hint=with_key(words, KEYS[code]))
        made.clicked.connect(partial(self.ask, code))
        self.buttons[code] = made
        return made

    def _say(self, language: Language) -> str:
        if self._why is not None:
            return said(self._why, language)
        return language.plural(FOR_MANY, self._chosen) if self._chosen > 1 else language.text(FOR_ONE)
