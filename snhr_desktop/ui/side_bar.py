"""The side bar at the leading edge: whose store this is, the pages, and the switches of language and theme."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import PlainLabel, label

PRODUCT = N_("SNHR Desktop")
WIDTH = 216
_INSET = 12  # so that brand and icons of the lines stand in one column


class NavButton(QPushButton):
    """One line of the side bar; the chosen one is lit along its leading edge."""

    def __init__(self, kit: Kit, icon: str, words: Words, shortcut: str = "", page: bool = True) -> None:
        super().__init__()
        self._theme = kit.theme
        self.setProperty("kind", "nav")
        self.setCheckable(page)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        kit.tongue.bind(self, text=words)
        if shortcut:
            kit.tongue.bind(self, toolTip=with_key(words, shortcut))
        kit.theme.set_icon(self, icon, "side_ink")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the light of the chosen page."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = QRect(self.width() - 3 if rtl else 0, 6, 3, self.height() - 12)
        painter = QPainter(self)
        painter.fillRect(edge, self._theme.colour("side_lit"))
        painter.end()


class SideBar(QFrame):
    """Pages are added by `add_page`; while the store is locked only brand and switches are shown."""

    page_chosen = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._pages: dict[str, NavButton] = {}
        self.setProperty("kind", "side")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 18, 12, 14)
        column.setSpacing(2)
        self._store = PlainLabel("note", wrap=True)
        for line in (label(kit, PRODUCT, "brand"), self._store):
            line.setContentsMargins(_INSET, 0, _INSET, 0)
            column.addWidget(line)
        column.addSpacing(16)
        self._nav = QVBoxLayout()
        self._nav.setSpacing(2)
        column.addLayout(self._nav)
        column.addStretch(1)
        self.acts = self._make_acts()
        column.insertWidget(column.indexOf(self._nav), self.acts["new"])
        for key in ("help", "language", "theme"):
            column.addWidget(self.acts[key])
        kit.theme.on_change(self, self._follow_theme)

    def add_page(self, key: str, icon: str, title: Words, shortcut: str) -> None:
        """Add a page's line."""
        made = NavButton(self._kit, icon, title, shortcut)
        made.clicked.connect(lambda: self.page_chosen.emit(key))
        self._pages[key] = made
        self._nav.addWidget(made)

    def name_store(self, office: str, name: str) -> None:
        """Say whose store is open."""
        self._kit.tongue.bind(
            self._store, text=lambda language: f"{language.isolate(office)} · {language.isolate(name)}"
        )

    def clear(self) -> None:
        """Show no store."""
        self._kit.tongue.bind(self._store, text=N_("No store is open"))
        self.acts["new"].hide()
        for button in self._pages.values():
            self._nav.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._pages.clear()

    def light(self, page: str) -> None:
        """Light the line of the page that shows; a page without one lights none."""
        for key, button in self._pages.items():
            button.setChecked(key == page)
        self.acts["help"].setChecked(page == "help")

    def focus(self, page: str) -> None:
        """Let the keyboard begin at the line of a page."""
        self._pages[page].show()  # what was just added shows only later, and could not take the focus now
        self._pages[page].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_acts(self) -> dict[str, NavButton]:
        """The lines that are no pages of a store, by the key of their command."""
        kit = self._kit
        acts = {
            "new": NavButton(kit, "file-plus", N_("New incident"), "Ctrl+N", page=False),
            "help": NavButton(kit, "circle-help", N_("Help"), "F1"),
            "language": NavButton(kit, "languages", _other_language, page=False),
            "theme": NavButton(kit, "moon", self._other_theme, page=False),
        }
        kit.tongue.bind(acts["language"], toolTip=with_key(N_("Switch language"), "Ctrl+L"))
        kit.tongue.bind(acts["theme"], toolTip=with_key(N_("Light or dark colours"), "Ctrl+T"))
        return acts

    def _other_theme(self, language: Language) -> str:
        return language.text(N_("Light colours") if self._kit.theme.dark else N_("Dark colours"))

    def _follow_theme(self) -> None:
        self._kit.tongue.bind(self.acts["theme"], text=self._other_theme)
        self._kit.theme.set_icon(self.acts["theme"], "sun" if self._kit.theme.dark else "moon", "side_ink")


def _other_language(language: Language) -> str:
    """The other language by its own name: who needs it may not read this one."""
    return "English" if language.rtl else "العربية"
