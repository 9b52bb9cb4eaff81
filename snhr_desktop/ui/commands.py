"""What the window can do, each as one action with its key: in the menus, in tool tips, and by keyboard alone.

Keys are F keys or Ctrl with a letter or digit, which an Arabic keyboard has in the same places.
"""

from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from snhr_desktop.i18n import N_, NC_, Language, Message, piece
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words


class Command(NamedTuple):
    """One thing to do; `in_store` ones need an open store, those that lead to `writes` one that can be written to."""

    key: str
    words: Message
    shortcut: str
    menu: str
    in_store: bool = True
    writes: bool = False


MENUS = {"file": NC_("menu", "File"), "view": NC_("menu", "View"), "help": NC_("menu", "Help")}
ALSO = {"Ctrl++": "Ctrl+="}
"""Keys that mean the same: most keyboards have plus above the equals sign."""
COMMANDS = (
    Command("new", N_("New incident"), "Ctrl+N", "file", writes=True),
    Command("new_case", N_("New case"), "Ctrl+Shift+N", "file", writes=True),
    Command("search", N_("Search everything"), "Ctrl+K", "file"),
    Command("find", N_("Search the list"), "Ctrl+F", "file"),
    Command("export", N_("Export records"), "Ctrl+Shift+X", "file", writes=True),
    Command("lock", N_("Lock the store"), "Ctrl+Shift+L", "file"),
    Command("emergency", N_("Emergency: destroy the keys"), "Ctrl+Shift+Del", "file", in_store=False),
    Command("quit", N_("Quit"), "Ctrl+Q", "file", in_store=False),
    Command("language", N_("Switch language"), "Ctrl+L", "view", in_store=False),
    Command("theme", N_("Light or dark colours"), "Ctrl+T", "view", in_store=False),
    Command("larger", N_("Larger text"), "Ctrl++", "view", in_store=False),
    Command("smaller", N_("Smaller text"), "Ctrl+-", "view", in_store=False),
    Command("usual size", N_("Text of the usual size"), "Ctrl+0", "view", in_store=False),
    Command("settings", N_("Settings"), "F12", "view", in_store=False),
    Command("help", N_("Help and keys"), "F1", "help", in_store=False),
)


def with_key(words: Words, shortcut: str) -> Words:
    """A tool tip that tells the key too: "New incident (Ctrl+N)"."""

    def told(language: Language) -> str:
        text = words(language) if callable(words) else language.text(words)
        return f"{text} ({piece(shortcut)})"

    return told


class Commands:
    """The actions of one window by key, laid out in its menus."""

    def __init__(self, window: QMainWindow, kit: Kit) -> None:
        self._kit = kit
        self._window = window
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self._pages: list[QAction] = []
        for name, title in MENUS.items():
            menu = QMenu(window)
            window.menuBar().addMenu(menu)
            self.menus[name] = kit.tongue.bind(menu, title=title, accessibleName=title)
        for command in COMMANDS:
            action = self.add(command.key, command.words, command.shortcut)
            self.menus[command.menu].addAction(action)
        kit.tongue.bind(window.menuBar(), accessibleName=N_("Menus"))

    def add(self, key: str, words: Words, shortcut: str = "") -> QAction:
        """Make an action of the window; it has its key whether or not a menu shows it."""
        action = QAction(self._window)
        self._kit.tongue.bind(action, text=words, toolTip=with_key(words, shortcut) if shortcut else words)
        if shortcut:
            action.setShortcuts([QKeySequence(key) for key in (shortcut, ALSO.get(shortcut, "")) if key])
        self._window.addAction(action)
        self.actions[key] = action
        return action

    def add_page(self, title: Words, shortcut: str) -> QAction:
        """Offer a page of the open store in the menu."""
        action = self.add(f"page {len(self._pages) + 1}", title, shortcut)
        self.menus["view"].insertAction(self.actions["language"], action)
        self._pages.append(action)
        return action

    def clear_pages(self) -> None:
        """Offer no pages."""
        for action in self._pages:
            self._window.removeAction(action)
            action.deleteLater()
        self._pages.clear()

    def enable(self, in_store: bool, hindered: Words | None = None) -> None:
        """Offer what can be done now; what writes not where it is `hindered`, which its tool tip then says."""
        for command in COMMANDS:
            action, closed = self.actions[command.key], command.writes and hindered is not None
            action.setEnabled((in_store or not command.in_store) and not closed)
            usual = with_key(command.words, command.shortcut)
            self._kit.tongue.bind(action, toolTip=hindered if closed and hindered is not None else usual)
        for menu in self.menus.values():
            menu.setToolTipsVisible(hindered is not None)
