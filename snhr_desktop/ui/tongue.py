"""The language of a window: each text is written once, where its widget is made, and said again at every switch.

tongue.bind(button, text=N_("Save"), toolTip=N_("Save the incident"))
tongue.bind(label, text=lambda language: language.plural(RECORDS, total))
tongue.on_switch(self, self._fill_the_model)
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from snhr_desktop.i18n import ARABIC, ENGLISH, Language, Message, written_with
from snhr_desktop.ui.bonds import Act, Bonds, for_owner
from snhr_desktop.ui.qt_words import QtWords

Words = Message | Callable[[Language], str]
"""A text before it is said: a marked message, or a function that composes it in a language."""

Target = TypeVar("Target", bound=QObject)

# Qt always writes Arabic-Indic digits for Syria; the Emirates' locale is Arabic with 0-9, as the reports are.
_QT_LOCALES = {"en": "en_GB", "ar": "ar_AE"}


def said(words: Words, language: Language) -> str:
    """The words in a language, starting from the side the language starts from."""
    return language.sided(words(language) if callable(words) else language.text(words))


def _say(target: QObject, setter: str, words: Words, tongue: "Tongue") -> None:
    getattr(target, setter)(said(words, tongue.language))


class Tongue(QObject):
    """The language one window speaks now, and everything in it that is to be said again when that changes."""

    switched = Signal(object)
    """The new `Language`; emitted when every bound text has been said. Prefer `on_switch`."""

    def __init__(self, language: Language = ENGLISH, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bonds = Bonds("words")
        self._qt_words: QtWords | None = None
        self._language = language
        self.arabic_indic = language.arabic_indic
        """Whether figures in Arabic are written ٠١٢."""
        self._set_up_qt()

    @property
    def language(self) -> Language:
        """The language spoken now."""
        return self._language

    def bind(self, target: Target, /, **words: Words) -> Target:
        """Say `text=`, `toolTip=`, `accessibleName=`… of a widget or action, now and at each switch.

        Each keyword names a property by its setter (`toolTip` calls `setToolTip`). Binding a property again replaces
        what it said.
        """
        for name, what in words.items():
            setter = "set" + name[0].upper() + name[1:]
            self._bonds.tie(target, setter, partial(_say, setter=setter, words=what, tongue=self))
        return target

    def on_switch(self, owner: QObject, act: Callable[[], None]) -> None:
        """Do the act now and at each switch, for as long as its owner lives; for what is not one text."""
        bound: Act = for_owner(owner, act)
        self._bonds.tie(owner, ("act", bound), bound)

    def switch(self, language: Language) -> None:
        """Speak another language everywhere at once; what people typed stays as it is."""
        language = written_with(language, arabic_indic=self.arabic_indic)
        if language == self._language:
            return
        self._language = language
        self._set_up_qt()
        self._bonds.renew()
        self.switched.emit(language)

    def write_digits(self, *, arabic_indic: bool) -> None:
        """Write figures in Arabic with these digits, everywhere at once."""
        self.arabic_indic = arabic_indic
        self.switch(self._language)

    def other(self) -> Language:
        """The language the switch leads to."""
        return ENGLISH if self._language.code == ARABIC.code else ARABIC

    def say(self, words: Words) -> str:
        """The words in the language spoken now; for what is shown once, like a file dialog's title."""
        return said(words, self._language)

    def _set_up_qt(self) -> None:
        """Direction, locale and Qt's own words. Qt derives none of them from our language."""
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        locale = QLocale(_QT_LOCALES[self._language.code])
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        QLocale.setDefault(locale)
        if self._qt_words is not None:
            application.removeTranslator(self._qt_words)
            self._qt_words = None
        if self._language.code == ARABIC.code:
            self._qt_words = QtWords(self)
            application.installTranslator(self._qt_words)
        rtl = self._language.rtl
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        for window in application.topLevelWidgets():
            window.setLocale(locale)
