"""Help and settings: they stand beside the pages of a store, and lead back to where one was."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedWidget, QWidget

from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.ui.appearance import Appearance
from snhr_desktop.ui.help import HelpView
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.locking import Locking
from snhr_desktop.ui.settings import Settings
from snhr_desktop.ui.settings_view import SettingsView
from snhr_desktop.ui.side_bar import SideBar

HELP, SETTINGS = "help", "settings"
View = Callable[[], HelpView | SettingsView]


class Aside:
    """`back` gives what stands in front where neither does, and the key by which the side bar knows it."""

    def __init__(
        self, stack: QStackedWidget, side_bar: SideBar, views: Mapping[str, View],
        back: Callable[[], tuple[QWidget, str]],
    ) -> None:  # fmt: skip
        self._stack, self._side_bar, self._views, self._back = stack, side_bar, views, back
        self._made: dict[str, HelpView | SettingsView] = {}

    def show(self, key: str) -> None:
        """Bring one to the front, or leave it where it is in front already."""
        if key not in self._made:
            self._made[key] = self._views[key]()
            self._made[key].left.connect(self.leave)
            self._stack.addWidget(self._made[key])
        if self._stack.currentWidget() is self._made[key]:
            self.leave()
        else:
            self._stack.setCurrentWidget(self._made[key])
            self._made[key].setFocus()
            self._side_bar.light(key)

    def leave(self) -> None:
        """Go back to where one was."""
        shown, key = self._back()
        self._stack.setCurrentWidget(shown)
        self._side_bar.light(key)


def settings_view(kit: Kit, settings: Settings, appearance: Appearance, locking: Locking) -> SettingsView:
    """The settings, which do at once what is wished there and remember it."""

    def lock_after(minutes: int) -> None:
        settings.lock_after = minutes
        locking.idle.set_minutes(minutes)

    made = SettingsView(kit, settings.lock_after)
    made.lock_wished.connect(lock_after)
    made.language_wished.connect(lambda code: appearance.speak(LANGUAGES[code]))
    made.digits_wished.connect(lambda wished: appearance.write_digits(arabic_indic=wished))
    made.size_wished.connect(appearance.resize)
    made.theme_wished.connect(appearance.wear)
    return made
