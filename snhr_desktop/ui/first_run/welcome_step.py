"""The first step: the language, and what is about to be made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from snhr_desktop.i18n import LANGUAGES, N_, Language, piece
from snhr_desktop.ui.first_run.step import Step
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import button, label

_AHEAD = N_(
    "In the next steps you name the store, choose its passphrase, and put a recovery code on paper. Have a pen at "
    "hand, or a printer of your own. Until the passphrase is chosen nothing is made, and you can go back at any time."
)
_SWITCH = N_("The language can be switched at any time: {key}")


class WelcomeStep(Step):
    """`language_wished(code)` when another language is chosen; the window speaks it."""

    title = N_("Welcome")
    language_wished = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        row, self._group = QHBoxLayout(), QButtonGroup(self)
        row.setSpacing(12)
        self.languages = {}
        for code, language in LANGUAGES.items():
            made = button(kit, _own_name(language), "languages")
            made.setCheckable(True)
            made.clicked.connect(lambda _, code=code: self.language_wished.emit(code))
            self._group.addButton(made)
            self.languages[code] = made
            row.addWidget(made, 1)
        self.column.addLayout(row)
        self.column.addWidget(label(kit, _switch, "note", wrap=True))
        self.column.addWidget(label(kit, _AHEAD, wrap=True))
        kit.tongue.on_switch(self, self._show_spoken)

    def focus_first(self) -> None:
        """Begin at the language that is spoken."""
        self.languages[self.kit.tongue.language.code].setFocus()

    def _show_spoken(self) -> None:
        self.languages[self.kit.tongue.language.code].setChecked(True)


def _own_name(language: Language) -> Words:
    return lambda _: language.name


def _switch(language: Language) -> str:
    return language.text(_SWITCH, key=piece("Ctrl+L"))
