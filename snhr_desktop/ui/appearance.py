"""How the window speaks and looks: changed at once wherever it is wished, and remembered."""

from snhr_desktop.i18n import Language
from snhr_desktop.ui import measure
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.settings import Settings


class Appearance:
    """Language, colours and size of the text of one window."""

    def __init__(self, kit: Kit, settings: Settings) -> None:
        self._kit, self._settings = kit, settings

    def speak(self, language: Language) -> None:
        """Speak a language."""
        self._kit.tongue.switch(language)
        self._settings.language = language

    def speak_the_other(self) -> None:
        """Speak the language that is not spoken now."""
        self.speak(self._kit.tongue.other())

    def write_digits(self, *, arabic_indic: bool) -> None:
        """Write figures in Arabic with these digits."""
        self._kit.tongue.write_digits(arabic_indic=arabic_indic)
        self._settings.arabic_indic = arabic_indic

    def wear(self, name: str) -> None:
        """Wear the colours of a theme."""
        self._kit.theme.choose(name)
        self._settings.theme = name

    def turn_light_or_dark(self) -> None:
        """Wear the dark colours in place of the light ones, or the other way."""
        self._kit.theme.toggle()
        self._settings.theme = self._kit.theme.palette.name

    def resize(self, percent: int) -> None:
        """Show the text at a size, percent of the usual one, or at the nearest that is offered."""
        self._kit.theme.resize(percent)
        self._settings.text_size = measure.percent()

    def step(self, steps: int) -> None:
        """Show the text so many steps larger, or smaller where negative."""
        self.resize(measure.step(steps))
