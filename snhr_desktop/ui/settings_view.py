"""Where a person sets how the window speaks and looks; reachable by F12 with or without an open store."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from snhr_desktop import look
from snhr_desktop.i18n import LANGUAGES, N_, NP_, Language
from snhr_desktop.ui import measure
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.page import MARGIN
from snhr_desktop.ui.settings import ARABIC_INDIC, LOCK_STEPS
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Card, ChoiceBox, Labelled, PageHeader, ScrollBody
from snhr_desktop.ui.widgets.plain_label import label

TITLE = N_("Settings")
LANGUAGE = N_("Language")
DIGITS, DIGITS_HINT = N_("Digits in Arabic"), N_("In the window and on printed pages. Both can be typed anywhere.")
TEXT_SIZE = N_("Text size")
COLOURS = N_("Colours")
CONTRAST = N_("High contrast")
LOCKING = N_("Lock the store when nobody has touched it for")
LOCKING_HINT = N_("Also when the computer sleeps or its screen is locked. What is being typed is kept as a draft.")
_MINUTES = NP_("{n} minute", "{n} minutes")
KEPT = N_("These are kept on this computer. Nothing of the records is kept with them.")
_WIDTH = 520
_DIGITS = (("latin", lambda _: "123"), (ARABIC_INDIC, lambda _: "١٢٣"))
_GROUNDS = (("light", N_("Light")), ("dark", N_("Dark")))


class SettingsView(QWidget):
    """Says what a person wishes; the window does it, keeps it, and shows here what stands."""

    left = Signal()
    """Escape was pressed: back to where one was."""
    language_wished = Signal(str)
    size_wished = Signal(int)
    theme_wished = Signal(str)
    digits_wished = Signal(bool)
    """Whether figures in Arabic are to be written ٠١٢."""
    lock_wished = Signal(int)
    """Minutes."""

    def __init__(self, kit: Kit, lock_after: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setProperty("kind", "page")
        self.lock_after = ChoiceBox(kit, LOCKING, [(str(step), _minutes(step)) for step in LOCK_STEPS])
        self.lock_after.choose(str(lock_after))
        self.language = ChoiceBox(kit, LANGUAGE, [(code, _own_name(one)) for code, one in LANGUAGES.items()])
        self.digits = ChoiceBox(kit, DIGITS, _DIGITS)
        self.text_size = ChoiceBox(kit, TEXT_SIZE, [(str(step), _said(step)) for step in measure.STEPS])
        self.ground = ChoiceBox(kit, COLOURS, _GROUNDS)
        self.contrast = kit.tongue.bind(QCheckBox(), text=CONTRAST)
        self.setFocusProxy(self.language)
        self._lay_out()
        self.language.chosen.connect(self.language_wished)
        self.digits.chosen.connect(lambda code: self.digits_wished.emit(code == ARABIC_INDIC))
        self.text_size.chosen.connect(lambda step: self.size_wished.emit(int(step)))
        self.lock_after.chosen.connect(lambda step: self.lock_wished.emit(int(step)))
        self.ground.chosen.connect(self._wish_theme)
        self.contrast.clicked.connect(self._wish_theme)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.left)
        kit.tongue.on_switch(self, self._show_standing)
        kit.theme.on_change(self, self._show_standing)

    def _lay_out(self) -> None:
        kit, card = self._kit, Card(self._kit)
        card.body.setSpacing(16)
        card.body.addWidget(Labelled(kit, LANGUAGE, self.language, with_key(N_("Switch language"), "Ctrl+L")))
        card.body.addWidget(Labelled(kit, DIGITS, self.digits, DIGITS_HINT))
        size_keys = N_("Ctrl and plus, minus or 0: larger, smaller, as usual")
        card.body.addWidget(Labelled(kit, TEXT_SIZE, self.text_size, size_keys))
        card.body.addWidget(Labelled(kit, COLOURS, self.ground, with_key(N_("Light or dark colours"), "Ctrl+T")))
        card.body.addWidget(self.contrast)
        locking = QVBoxLayout()
        locking.setSpacing(4)
        locking.addWidget(Labelled(kit, LOCKING, self.lock_after))
        locking.addWidget(label(kit, LOCKING_HINT, "note", wrap=True))  # two lines of a field's own hint would be cut
        card.body.addLayout(locking)
        kit.tongue.bind(self.lock_after, accessibleDescription=LOCKING_HINT)
        card.body.addWidget(label(kit, KEPT, "note", wrap=True))
        kit.theme.measure(card, maximumWidth=_WIDTH)
        body = ScrollBody()
        body.column.addWidget(card)
        body.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        column.setSpacing(12)
        column.addWidget(PageHeader(kit, TITLE))
        column.addWidget(body, 1)

    def _wish_theme(self) -> None:
        self.theme_wished.emit(look.theme_name(self.ground.code() == "dark", self.contrast.isChecked()))

    def _show_standing(self) -> None:
        """Show what stands, whichever way it was set."""
        palette = self._kit.theme.palette
        self.language.choose(self._kit.tongue.language.code)
        self.digits.choose(ARABIC_INDIC if self._kit.tongue.arabic_indic else "latin")
        self.text_size.choose(str(measure.percent()))
        self.ground.choose("dark" if palette.dark else "light")
        self.contrast.setChecked(palette.high_contrast)


def _own_name(language: Language) -> Words:
    return lambda _: language.name


def _minutes(step: int) -> Words:
    return lambda language: language.plural(_MINUTES, step)


def _said(step: int) -> Words:
    return lambda language: language.digits(f"{step}%")
