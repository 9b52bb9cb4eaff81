"""The passphrase: typed twice, its strength told while it is typed, or made by chance on request."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout

from snhr_desktop.i18n import N_, Message
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.dialogs.passphrase_field import PassphraseField
from snhr_desktop.ui.first_run import words
from snhr_desktop.ui.first_run.step import Step
from snhr_desktop.ui.first_run.strength import Strength, strength
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Labelled, button, label

_HINT = N_("Four or five unrelated words, in any language.")
_NEEDED = N_("This passphrase could be guessed. Use four or five unrelated words.")
_DIFFER = N_("The two passphrases are not the same: show them with the eye, and compare.")
_AGAIN = N_("Type the passphrase once more.")
_LOST = N_(
    "Nobody can find a forgotten passphrase, the makers of this program included: then only the recovery code of the "
    "next step opens the store. Do not write the passphrase on anything that is carried with the computer."
)
_CHANCE = N_("Suggest six words")
_CHANCE_HINT = N_(
    "Chosen by chance from 512 words, and so safer than what a person thinks of. Learn them and type them again below."
)
KEY = "Ctrl+G"


class SecretStep(Step):
    """`practice` tells whether the store is for training, where any passphrase will do."""

    title = N_("Passphrase")
    on = N_("Make the store")

    def __init__(self, kit: Kit, practice: Callable[[], bool]) -> None:
        super().__init__(kit)
        self._practice = practice
        self.secret, self.again = PassphraseField(kit), PassphraseField(kit)
        self.lines = {
            "secret": Labelled(kit, N_("Passphrase"), self.secret, _HINT, required=True),
            "again": Labelled(kit, N_("The same passphrase again"), self.again, required=True),
        }
        self.chance = button(kit, _CHANCE, "refresh-cw", hint=with_key(_CHANCE, KEY))
        self.chance.clicked.connect(self.suggest)
        asked = QShortcut(QKeySequence(KEY), self)
        asked.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        asked.activated.connect(self.suggest)
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.chance, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(label(kit, _CHANCE_HINT, "note", wrap=True), 0, 1)
        self.column.addWidget(label(kit, _LOST, wrap=True))
        self.column.addWidget(self.lines["secret"])
        self.column.addLayout(grid)
        self.column.addWidget(self.lines["again"])
        self.secret.edit.textChanged.connect(self._tell_strength)
        for line in (self.secret.edit, self.again.edit):
            line.textChanged.connect(self._settle_again)
        for line in (self.secret.edit, self.again.edit):
            line.returnPressed.connect(self.entered)

    def suggest(self) -> None:
        """Put a passphrase made by chance into the first field, to be seen, learned and typed again."""
        self.secret.edit.setText(words.passphrase(self.kit.tongue.language))
        self.secret.reveal()
        self.again.clear()
        self.again.setFocus()

    def forget(self) -> None:
        """Forget what was typed."""
        self.secret.clear()
        self.again.clear()

    def wrong(self) -> list[tuple[Labelled, Message | None]]:
        """What could be guessed or does not agree."""
        typed = self.secret.text()
        guessed = not typed or (strength(typed) < Strength.FAIR and not self._practice())
        differs = _DIFFER if self.again.text() else _AGAIN
        return [
            (self.lines["secret"], _NEEDED if guessed else None),
            (self.lines["again"], differs if self.again.text() != typed else None),
        ]

    def focus_first(self) -> None:
        """Begin at the passphrase."""
        self.secret.setFocus()

    def _settle_again(self) -> None:
        """What was told of two passphrases is no longer of those that stand there."""
        self.lines["again"].settle()

    def _tell_strength(self, passphrase: str) -> None:
        self.lines["secret"].advise(strength(passphrase).words if passphrase else _HINT)
