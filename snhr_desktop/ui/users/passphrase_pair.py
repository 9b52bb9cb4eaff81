"""A new passphrase, typed twice, with its strength told while it is typed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.errors import PassphraseTaken, Refusal
from snhr_desktop.i18n import N_, Message
from snhr_desktop.ui.dialogs.passphrase_field import PassphraseField
from snhr_desktop.ui.first_run.strength import Strength, strength
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Labelled

NEW, AGAIN = N_("New passphrase"), N_("The same passphrase again")
HINT = N_("Four or five unrelated words, in any language.")
GUESSED = N_("This passphrase could be guessed. Use four or five unrelated words.")
DIFFER = N_("The two passphrases are not the same: show them with the eye, and compare.")


class PassphrasePair(QWidget):
    """`practice` allows any passphrase, as a store for training does; `hint` stands where nothing is typed."""

    def __init__(self, kit: Kit, practice: bool, hint: Message = HINT) -> None:
        super().__init__()
        self._practice, self._hint = practice, hint
        self.secret, self.again = PassphraseField(kit), PassphraseField(kit)
        self._line = Labelled(kit, NEW, self.secret, hint)
        self._line_again = Labelled(kit, AGAIN, self.again)
        self.setFocusProxy(self.secret)
        self.secret.edit.textChanged.connect(self._tell_strength)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._line)
        column.addWidget(self._line_again)

    def text(self) -> str:
        """What was typed."""
        return self.secret.text()

    def agrees(self) -> bool:
        """Whether it can be taken; else what is wrong is told, and the cursor stands there."""
        typed = self.text()
        weak = not typed or (strength(typed) < Strength.FAIR and not self._practice)
        for line, wrong, words in (
            (self._line, weak, GUESSED),
            (self._line_again, typed != self.again.text(), DIFFER),
        ):
            line.settle()
            if wrong:
                line.complain(words)
                line.field.setFocus()
                return False
        return True

    def refuse(self, refusal: Refusal) -> None:
        """Forget one that is somebody else's, and have another typed; what is refused for another reason stays."""
        if isinstance(refusal, PassphraseTaken):
            self.clear()
            self.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self.secret.clear()
        self.again.clear()

    def _tell_strength(self, typed: str) -> None:
        self._line.advise(strength(typed).words if typed else self._hint)
