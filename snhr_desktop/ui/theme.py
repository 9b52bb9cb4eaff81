"""What a window wears, light or dark, of usual or high contrast: colours, style sheet and icons, changed at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from snhr_desktop import look
from snhr_desktop.ui import fonts, icons, measure, style
from snhr_desktop.ui.bonds import Bonds, for_owner
from snhr_desktop.ui.tongue import Tongue

_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "alternate",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Accent: "accent",
}
_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


class Theme(QObject):
    """The theme one application wears. Painted widgets read `palette` when they paint and need nothing more."""

    changed = Signal()
    """Emitted when the new colours stand. Prefer `on_change`."""

    def __init__(
        self, tongue: Tongue, name: str = "light", size: int = measure.USUAL, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        measure.choose(size)
        self._tongue = tongue
        self._bonds = Bonds("theme")
        self._icons = Bonds("icons")
        self.palette = look.THEMES[name]
        self._wear()
        tongue.on_switch(self, self._icons.renew)

    @property
    def dark(self) -> bool:
        """Whether the dark theme is worn."""
        return self.palette.dark

    def choose(self, name: str) -> None:
        """Wear one of `look.THEMES`.

        Raises:
            KeyError: there is no such theme.
        """
        if name == self.palette.name:
            return
        self.palette = look.THEMES[name]
        self._renew()

    def toggle(self) -> None:
        """Turn light into dark or back, in the same contrast."""
        self.choose(look.theme_name(not self.dark, self.palette.high_contrast))

    def resize(self, size: int) -> None:
        """Show all text, and what goes with it, at a size in percent."""
        if measure.choose(size) != self._size:
            self._renew()

    def measure(self, widget: QWidget, **lengths: float) -> None:
        """Set `fixedWidth=`, `minimumHeight=`… of a widget: px at 100 %, now and at each text size.

        Each keyword names a property by its setter, as in `Tongue.bind`.
        """
        for name, length in lengths.items():
            self._bonds.tie(widget, ("measure", name), partial(_set_length, name=name, length=length))

    def colour(self, role: str) -> QColor:
        """The colour of a role of `look.Palette`."""
        return QColor(self.palette.colour(role))

    def on_change(self, owner: QObject, act: Callable[[], None]) -> None:
        """Do the act now and at each change of theme or text size, for as long as its owner lives."""
        bound = for_owner(owner, act)
        self._bonds.tie(owner, bound, bound)

    def icon(self, name: str, role: str = "muted", chosen: str = "", room: int = 0) -> QIcon:
        """An icon as it looks now; see `set_icon` for one that follows theme and direction."""
        colour = self.palette.colour
        rtl, size = self._tongue.language.rtl, measure.px(icons.SIZE)
        return icons.icon(name, colour(role), colour(chosen or role), colour("faint"), rtl, measure.px(room), size)

    def set_icon(self, button: QAbstractButton, name: str, role: str = "muted", chosen: str = "") -> None:
        """Give a button an icon in the colour of a role, `chosen` while it is checked."""
        self._icons.tie(button, "icon", partial(self._put_icon, name=name, role=role, chosen=chosen))

    def set_picture(self, label: QLabel, name: str, role: str = "muted", size: int = icons.SIZE) -> None:
        """Give a label an icon instead of a text."""
        self._icons.tie(label, "picture", partial(self._put_picture, name=name, role=role, size=size))

    def _put_icon(self, button: QAbstractButton, name: str, role: str, chosen: str) -> None:
        room = icons.ROOM if isinstance(button, QPushButton) else 0
        button.setIcon(self.icon(name, role, chosen, room))
        side = measure.px(icons.SIZE)
        button.setIconSize(QSize(side + 2 * measure.px(room), side))

    def _put_picture(self, label: QLabel, name: str, role: str, size: int) -> None:
        rtl, ratio = self._tongue.language.rtl, label.devicePixelRatioF()
        label.setPixmap(icons.pixmap(name, self.palette.colour(role), rtl, measure.px(size), ratio))

    def _renew(self) -> None:
        self._wear()
        self._icons.renew()
        self._bonds.renew()
        self.changed.emit()

    def _wear(self) -> None:
        self._size = measure.percent()
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        application.setFont(fonts.font())
        application.setPalette(qt_palette(self.palette))
        application.setStyleSheet("")  # Qt changes a sheet for another ten times slower than none for one
        application.setStyleSheet(style.sheet(self.palette, measure.factor()))


def _set_length(widget: QWidget, name: str, length: float) -> None:
    size = measure.px(length)
    getattr(widget, "set" + name[0].upper() + name[1:])(size)


def of_the_system() -> str:
    """The theme that the computer asks for, as far as it tells: for the first start."""
    hints = QGuiApplication.styleHints()
    high = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    return look.theme_name(hints.colorScheme() == Qt.ColorScheme.Dark, high)


def qt_palette(palette: look.Palette) -> QPalette:
    """The tokens in Qt's own roles, for what the style sheet leaves to Fusion."""
    found = QPalette()
    for role, name in _ROLES.items():
        found.setColor(role, QColor(palette.colour(name)))
    for role in _DISABLED:
        found.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.faint))
    return found
