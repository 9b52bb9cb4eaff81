"""What opens the store beside the passphrases of its users."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from snhr_desktop.domain.rights import KEYS
from snhr_desktop.i18n import N_, NP_, Language, Message
from snhr_desktop.ui.attachments.saying import MB
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.rights import only
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Card, ChoiceBox, PlainLabel, button, label

if TYPE_CHECKING:
    from snhr_desktop.workspace import KeyState

TITLE = N_("Keys of the store")
CODE, CODE_NOTE = (
    N_("Recovery code"),
    N_("Opens the store where a passphrase is forgotten. A new one makes the earlier useless."),
)
HEADQUARTERS = N_("Key of headquarters")
SET, NOT_SET = N_("Laid down: {key}"), N_("None is laid down. With one, headquarters can open this store.")
LIMIT = N_("Wrong tries that destroy the keys")
LIMIT_NOTE = N_(
    "Off by default. After so many wrong passphrases in a row the keys are destroyed, and nobody opens this store any "
    "more, you included, but from a copy kept elsewhere: somebody who plays with the keyboard can do that. It holds on "
    "computers where the store was opened since, and does not stop whoever copies the folder first. Each wrong try "
    "makes the next wait longer in any case."
)
NEVER, TRIES = N_("Never"), NP_("{n} try", "{n} tries")
LIMITS = (0, 10, 20, 50)
ALL, ALL_NOTE = (
    N_("All keys"),
    N_("Where somebody may have the keys: the whole store is written anew under others."),
)
GUESS = N_("What each guess at a passphrase takes: {memory} of memory, passes of {name}: {passes}.")
RENEW, LAY_DOWN, TAKE, REKEY = N_("Make a new one…"), N_("Lay one down…"), N_("Take it away"), N_("Make them anew…")


class KeysCard(Card):
    """Its buttons are pressed by those who may; the page does what they say."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, None, parent)
        self._kit = kit
        self.renew, self.set, self.take = (
            button(kit, RENEW, "refresh-cw"),
            button(kit, LAY_DOWN, "key-round"),
            button(kit, TAKE, "x"),
        )
        self.rekey = button(kit, REKEY, "key-round")
        self.limit = ChoiceBox(kit, LIMIT, [(str(number), _tries(number)) for number in LIMITS])
        self.held, self.guess = PlainLabel("note", wrap=True), PlainLabel("note", wrap=True)
        self.held.allow_copying(kit)
        kit.tongue.bind(self.held, text=NOT_SET)
        self.reason = PlainLabel("note", wrap=True)
        kit.tongue.bind(self.reason, text=only(KEYS))
        self.body.setSpacing(14)
        self.body.addWidget(self.reason)
        self._line(CODE, label(kit, CODE_NOTE, "note", wrap=True), self.renew)
        self._line(HEADQUARTERS, self.held, self.set, self.take)
        self._line(LIMIT, label(kit, LIMIT_NOTE, "note", wrap=True), self.limit)
        self._line(ALL, label(kit, ALL_NOTE, "note", wrap=True), self.rekey)
        self.body.addWidget(self.guess)

    def show_state(self, state: "KeyState", hindered: Words | None) -> None:
        """Show what opens the store; nothing of it is changed where it is `hindered`, which is told."""
        held: Words = partial(_laid_down, state.headquarters) if state.headquarters else NOT_SET
        self._kit.tongue.bind(self.held, text=held)
        self.take.setVisible(bool(state.headquarters))
        if str(state.limit) not in {str(number) for number in LIMITS}:
            offered = sorted({*LIMITS, state.limit})
            self.limit.offer([(str(number), _tries(number)) for number in offered])
        self.limit.choose(str(state.limit))
        if state.cost:
            self._kit.tongue.bind(self.guess, text=partial(_guess, state.cost.memory_kib // 1024, state.cost.passes))
        for widget in (self.renew, self.set, self.take, self.rekey, self.limit):
            widget.setEnabled(hindered is None)
        self.reason.setVisible(hindered is not None)
        if hindered is not None:
            self._kit.tongue.bind(self.reason, text=hindered)

    def _line(self, words: Message, below: QLabel, *acts: QPushButton | ChoiceBox) -> None:
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(label(self._kit, words, "label"))
        told.addWidget(below)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(told, 1)
        for act in acts:
            row.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)


def _tries(number: int) -> Words:
    return NEVER if not number else lambda language: language.plural(TRIES, number)


def _laid_down(key: str, language: Language) -> str:
    return language.text(SET, key=language.isolate(key))


def _guess(memory: int, passes: int, language: Language) -> str:
    return language.text(
        GUESS,
        memory=language.text(MB, size=language.number(memory)),
        passes=language.number(passes),
        name=language.isolate("Argon2id"),
    )
