"""The side bar at the leading edge: whose store this is, the pages, and the switches of language and theme."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStyle, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.status_line import NO_STORE
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import PlainLabel, Roomy, label

PRODUCT = N_("SNHR Desktop")
WIDTH, _NARROW = 216, 52
_NOTHING = Message("")
_INSET = 12  # so that brand and icons of the lines stand in one column


class NavButton(QPushButton):
    """One line of the side bar; the chosen one is lit along its leading edge."""

    def __init__(self, kit: Kit, icon: str, words: Words, shortcut: str = "", page: bool = True) -> None:
        super().__init__()
        self._kit, self._shortcut = kit, shortcut
        self._words, self._hint, self._shown = words, words, True
        self._why: Words | None = None
        self.setProperty("kind", "nav")
        self.setCheckable(page)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._say()
        kit.theme.set_icon(self, icon, "side_ink")

    def hint(self, words: Words) -> None:
        """Tell in the tool tip what is done, where the line says what comes of it."""
        self._hint = words
        self._say()

    def close_off(self, why: Words | None) -> None:
        """Let it not be pressed, and say why; or let it again."""
        self._why = why
        self.setEnabled(why is None)
        self._say()

    def show_words(self, shown: bool) -> None:
        """Show the words beside the icon, or leave them to tool tip and screen reader."""
        self._shown = shown
        self._say()

    def _say(self) -> None:
        told = with_key(self._hint, self._shortcut) if self._shortcut else self._hint
        text = self._words if self._shown else _NOTHING
        self._kit.tongue.bind(self, text=text, toolTip=self._why or told, accessibleName=self._words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the light of the chosen page."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = QRect(self.width() - 3 if rtl else 0, 6, 3, self.height() - 12)
        painter = QPainter(self)
        painter.fillRect(edge, self._kit.theme.colour("side_lit"))
        painter.end()


class SideBar(QFrame):
    """Pages are added by `add_page`; while the store is locked only brand and switches are shown."""

    page_chosen = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._pages: dict[str, NavButton] = {}
        self.setProperty("kind", "side")
        self._narrow = False
        self._held = held = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Roomy(held))
        held.installEventFilter(self)
        self._column = column = QVBoxLayout(held)
        column.setContentsMargins(12, 18, 12, 14)
        column.setSpacing(2)
        self._brand, self._store = label(kit, PRODUCT, "brand"), PlainLabel("note", wrap=True)
        for line in (self._brand, self._store):
            line.setContentsMargins(_INSET, 0, _INSET, 16 if line is self._store else 0)
            column.addWidget(line)
        self._nav = QVBoxLayout()
        self._nav.setSpacing(2)
        column.addLayout(self._nav)
        column.addStretch(1)
        self.acts = self._make_acts()
        column.insertWidget(column.indexOf(self._nav), self.acts["new"])
        for key in ("help", "settings", "language", "theme"):
            column.addWidget(self.acts[key])
        self.be_narrow(False)
        kit.theme.on_change(self, self._follow_theme)

    def add_page(self, key: str, icon: str, title: Words, shortcut: str) -> None:
        """Add a page's line."""
        made = NavButton(self._kit, icon, title, shortcut)
        made.clicked.connect(lambda: self.page_chosen.emit(key))
        made.show_words(not self._narrow)
        self._pages[key] = made
        self._nav.addWidget(made)

    def be_narrow(self, narrow: bool) -> None:
        """Show icons alone, where the text is large for the window; whose store it is stays in the tool tip."""
        self._narrow = narrow
        side = 4 if narrow else 12
        self._column.setContentsMargins(side, 18, side, 14)
        for line in (self._brand, self._store):
            line.setVisible(not narrow)
        for button in (*self.acts.values(), *self._pages.values()):
            button.show_words(not narrow)
        self._widen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as wide as the lines need at another height."""
        super().resizeEvent(event)
        self._widen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear that the lines need another room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._widen()
        return super().eventFilter(watched, event)

    def name_store(self, office: str, name: str) -> None:
        """Say whose store is open."""

        def said(language: Language) -> str:
            return f"{language.isolate(office)} · {language.isolate(name)}"

        self._kit.tongue.bind(self._store, text=said)
        self._kit.tongue.bind(self, toolTip=said)

    def clear(self) -> None:
        """Show no store."""
        self._kit.tongue.bind(self._store, text=NO_STORE)
        self._kit.tongue.bind(self, toolTip=_NOTHING)
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
        for key in ("help", "settings"):
            self.acts[key].setChecked(page == key)

    def focus(self, page: str) -> None:
        """Let the keyboard begin at the line of a page."""
        self._pages[page].show()  # what was just added shows only later, and could not take the focus now
        self._pages[page].setFocus(Qt.FocusReason.OtherFocusReason)

    def _widen(self) -> None:
        """Be as wide as usual, or as the lines need: not all about them shrinks with a small text."""
        usual, least = px(_NARROW if self._narrow else WIDTH), self._held.minimumSizeHint()
        # where the lines are more than the window is high, the bar that scrolls them stands beside them
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent) if least.height() > self.height() else 0
        self.setFixedWidth(usual if self._narrow else max(usual, least.width() + bar))

    def _make_acts(self) -> dict[str, NavButton]:
        """The lines that are no pages of a store, by the key of their command."""
        kit = self._kit
        acts = {
            "new": NavButton(kit, "file-plus", N_("New incident"), "Ctrl+N", page=False),
            "help": NavButton(kit, "circle-help", N_("Help"), "F1"),
            "language": NavButton(kit, "languages", _other_language, "Ctrl+L", page=False),
            "theme": NavButton(kit, "moon", self._other_theme, "Ctrl+T", page=False),
            "settings": NavButton(kit, "settings", N_("Settings"), "F12"),
        }
        acts["language"].hint(N_("Switch language"))
        acts["theme"].hint(N_("Light or dark colours"))
        return acts

    def _other_theme(self, language: Language) -> str:
        return language.text(N_("Light colours") if self._kit.theme.dark else N_("Dark colours"))

    def _follow_theme(self) -> None:
        self._widen()
        self.acts["theme"].show_words(not self._narrow)
        self._kit.theme.set_icon(self.acts["theme"], "sun" if self._kit.theme.dark else "moon", "side_ink")


def _other_language(language: Language) -> str:
    """The other language by its own name: who needs it may not read this one."""
    return "English" if language.rtl else "العربية"
