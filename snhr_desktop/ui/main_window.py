"""The window: side bar, one page at a time, what is told above it and what is saved below it."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from snhr_desktop.domain.rights import RESTORE, NotYourRole
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import LANGUAGES, N_
from snhr_desktop.ui import keys, measure
from snhr_desktop.ui.appearance import Appearance
from snhr_desktop.ui.aside import HELP, SETTINGS, Aside, View, settings_view
from snhr_desktop.ui.bands import Bands
from snhr_desktop.ui.commands import Commands
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs.unlock import UnlockPage
from snhr_desktop.ui.exchange.export_door import export_from
from snhr_desktop.ui.first_run.unproved import tell_where_unproved
from snhr_desktop.ui.help import HelpView
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.locking import ANOTHER, LOSSY, NO_KEYS, Emergency, Locking, Place
from snhr_desktop.ui.locking.others import close_others
from snhr_desktop.ui.operations import Operations, Worker
from snhr_desktop.ui.page import MARGIN, PageEntry
from snhr_desktop.ui.rights import hindrance
from snhr_desktop.ui.settings import Settings
from snhr_desktop.ui.shell import Shell
from snhr_desktop.ui.side_bar import PRODUCT, SideBar
from snhr_desktop.ui.status_line import CLOSING, NO_STORE, StatusLine
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.typed_before import tell_left
from snhr_desktop.ui.widgets import Notice, Roomy

if TYPE_CHECKING:
    from snhr_desktop.store.restore.trying import Tried
    from snhr_desktop.ui.care.keeper import BackupKeeper
    from snhr_desktop.ui.seek import Palette
    from snhr_desktop.workspace import Workspace

RESTORED = N_(
    "The backup was restored and stands in the place of the store. That one was put aside as {name}; nothing of it was "
    "deleted. Open the store again."
)
FIRST_SIZE = (1280, 720)
LEAST_SIZE = (960, 640)
_OF_AN_OPEN_STORE = tuple(f"snhr_desktop.{name}" for name in ("workspace", "ui.care.keeper", "ui.room", "ui.seek"))
_SIDE_BAR_FROM = 940  # width of the window, px at 100 %, from which the side bar has room for its words


class MainWindow(QMainWindow):
    """Starts with the unlock page; `open_store` and `lock` come and go between it and the pages of a store.

    Its title never names a store or a record: titles are read over shoulders and kept by desktops.
    """

    def __init__(self, kit: Kit, settings: Settings, entries: Sequence[PageEntry], folder: Path | None = None) -> None:
        super().__init__()
        self.kit, self._settings, self._entries = kit, settings, tuple(entries)
        self._appearance = Appearance(kit, settings)
        self.worker, self._backup_worker = Worker(self), Worker(self)
        self._keeper: BackupKeeper | None = None
        self.locking = Locking(self.worker, settings.lock_after, self)
        self.shell: Shell | None = None
        self._workspace: Workspace | None = None
        self._folder = folder or Path()
        self.seek: Palette | None = None
        self._lay_out()
        self.commands = Commands(self, kit)
        self.emergency = Emergency(kit, self, self._chosen)
        self._connect()
        kit.tongue.bind(self, windowTitle=PRODUCT)
        self.resize(*FIRST_SIZE)
        self.setMinimumSize(*LEAST_SIZE)
        self.restoreGeometry(settings.geometry)
        self._show_unlock(folder or settings.folder)

    def get_ready(self) -> None:
        """Load, while a passphrase is being typed, what works on an open store; the window shows without it."""
        self._backup_worker.run(_load, lambda _: None)

    def open_store(self, workspace: "Workspace", folder: Path) -> None:
        """Show the pages of a store that the worker's thread has opened."""
        # what works on an open store is not loaded before the window shows: it would show a second later
        from snhr_desktop.ui.care.keeper import BackupKeeper
        from snhr_desktop.ui.room import Room
        from snhr_desktop.ui.seek import Palette
        from snhr_desktop.ui.seek.noting import Noting
        from snhr_desktop.ui.seek.offers import offers

        self._workspace, self._folder = workspace, folder
        self._settings.folder = folder
        desk = Desk(self.kit, Operations(self.worker, workspace, self), self, self._settings)
        desk.page_asked.connect(self.go)
        desk.told.connect(self.tell)
        desk.told_no_more.connect(self.notice.clear)
        desk.saved_told.connect(self.status.tell_saved)
        desk.passing_told.connect(self.status.tell_passing)
        desk.restored.connect(self._put_in_place)
        self._keeper = desk.keeper = BackupKeeper(desk, workspace, self._backup_worker, desk)
        desk.rekey_asked.connect(self._rekey)
        self.shell = Shell(desk, self._entries)
        self._stack.addWidget(self.shell)
        self._drop(self.unlock)
        self._list_pages()
        self.side_bar.name_store(workspace.info.office, workspace.info.name)
        self._offer_writing()
        self.seek = Palette(self, desk, lambda: offers(self._entries, self.commands, self.go))
        Noting(desk)
        place = self.locking.come(folder, desk)
        self._begin(place)
        tell_left(desk, place.files if place else 0)
        tell_where_unproved(desk)
        self.bands.begin(desk)
        Room(desk)  # what is told before a page comes goes with it

    def _offer_writing(self) -> None:
        """Offer what writes, or close it where the store cannot be written to."""
        assert self.shell is not None
        why = hindrance(self.shell.desk.operations)
        self.commands.enable(True, why)
        self.side_bar.acts["new"].close_off(why)
        self.status.begin(read_only=self.shell.desk.operations.info.read_only)

    def _begin(self, place: Place | None) -> None:
        """Go where one was before the store was locked, or last time."""
        listed = [entry.key for entry in self._entries if entry.listed]
        if place is not None and place.page in {entry.key for entry in self._entries}:
            self.go(place.page, place.subject)
        elif listed:
            first = self._settings.page if self._settings.page in listed else listed[0]
            self.go(first)
            self.side_bar.focus(first)
        else:
            self.show_help()

    def go(self, key: str, subject: Any = None) -> None:
        """Bring a page of the open store to the front."""
        if self.shell is None:
            return
        self.notice.clear()
        self.status.leave_page()
        if self.seek is not None:
            self.seek.leave(back=False)
        self._stack.setCurrentWidget(self.shell)
        self.shell.go(key, subject)
        self._settings.page = key
        self.side_bar.light(key)

    def tell(self, words: Words, tone: str = "told") -> None:
        """Tell something in the bar above the page."""
        self.notice.tell(words, tone)

    def refuse(self, refusal: Refusal) -> None:
        """Tell a refusal in the bar above the page."""
        self.notice.refuse(refusal)

    def show_help(self) -> None:
        """Bring the help to the front; a second time, go back to where one was."""
        self._show_aside(HELP)

    def show_settings(self) -> None:
        """Bring the settings to the front; a second time, go back to where one was."""
        self._show_aside(SETTINGS)

    def lock(self) -> None:
        """Close the store without a question, and ask for a passphrase again; nothing that was typed is lost."""
        if self.shell is None or self._workspace is None:
            self.unlock.cover()
            self.locking.covered.emit()
            return
        shell, workspace = self.shell, self._workspace
        self.shell = self._workspace = None
        self._leave_backups()
        shell.put_dialogs_away()
        close_others(self)
        self._drop_seek()
        self._show_unlock(self._folder)
        self.unlock.say(CLOSING)
        self.status.tell_saved(CLOSING)
        self.locking.leave(self._folder, shell, workspace)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pages the room of the side bar's words where the text is large for the window."""
        super().resizeEvent(event)
        self._share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key nobody answered as Enter on a button, or as the Latin key in its place."""
        if not keys.press(event) and not keys.answer(self, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the pages, remember the window, and close the store on its own thread."""
        if not self._may_close():
            event.ignore()
            return
        self._settings.geometry = self.saveGeometry()
        self._leave_backups()
        self._backup_worker.close()
        last = self._last_act()
        self._workspace = None
        self.worker.close(last)
        super().closeEvent(event)

    def _leave_backups(self) -> None:
        """Stop the backup that is being made: what it would keep is not lost with it."""
        if self._keeper is not None:
            self._keeper.leave()
            self._keeper = None

    def _put_in_place(self, tried: "Tried") -> None:
        """Lock, and then let a tried backup take the place of the store, where whoever works here may do that."""
        if self._workspace is None or not self._workspace.may(RESTORE):
            tried.throw_away()
            self.refuse(NotYourRole.of(RESTORE))
            return

        def told(aside: Path) -> None:
            self.locking.forget_place()
            self.unlock.say(ANOTHER)
            self.tell(lambda language: language.text(RESTORED, name=aside.name), "done")

        def put() -> None:
            self.locking.locked.disconnect(put)
            self.worker.run(tried.put_in_place_of_present, told)

        self.locking.locked.connect(put)
        self.lock()

    def _last_act(self) -> Callable[[], None] | None:
        """What the store's thread does last: put a small store aside, and close it."""
        if self._workspace is not None:
            return self._workspace.close_set_aside
        unfinished = self.unlock.unfinished()
        return unfinished.close if unfinished else None

    def _rekey(self, passphrase: str) -> None:
        """Lock the store, and make its keys anew once it is closed."""
        from snhr_desktop.ui.users.rekeying import Rekeying

        if self._workspace is not None:
            rekeying = Rekeying(self, self.kit, self.worker, self.locking)
            rekeying.refused.connect(self.refuse)
            rekeying.done.connect(self.tell)
            rekeying.begin(self._workspace, self._folder, passphrase)
            self.lock()

    def _lay_out(self) -> None:
        self.side_bar, self.bands, self.notice = SideBar(self.kit), Bands(self.kit), Notice(self.kit)
        self._stack, self.status = QStackedWidget(), StatusLine(self.kit)
        self.setStatusBar(self.status)
        told = QVBoxLayout()
        told.setContentsMargins(MARGIN, 12, MARGIN, 0)
        told.addWidget(self.notice)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.bands)
        column.addLayout(told)
        column.addWidget(Roomy(self._stack), 1)
        row = QHBoxLayout(middle := QWidget())
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addLayout(column, 1)
        self.setCentralWidget(middle)
        settings = partial(settings_view, self.kit, self._settings, self._appearance, self.locking)
        views: dict[str, View] = {HELP: partial(HelpView, self.kit), SETTINGS: settings}
        self._aside = Aside(self._stack, self.side_bar, views, self._in_front)

    def _share_room(self) -> None:
        self.side_bar.be_narrow(self.width() < measure.px(_SIDE_BAR_FROM))

    def _connect(self) -> None:
        look = self._appearance
        acts = {
            "new": lambda: self.go("entry"), "new_case": lambda: self.go("case"),
            "search": self._seek, "find": self._search, "export": lambda: export_from(self.shell),
            "lock": self.lock, "emergency": self.emergency.ask,
            "quit": self.close, "help": self.show_help, "settings": self.show_settings,
            "language": look.speak_the_other, "theme": look.turn_light_or_dark,
            "usual size": lambda: look.resize(measure.USUAL),
            "larger": lambda: look.step(1), "smaller": lambda: look.step(-1),
        }  # fmt: skip
        for key, act in acts.items():
            self.commands.actions[key].triggered.connect(act)
        bar = self.side_bar
        bar.page_chosen.connect(self.go)
        for key in ("new", "help", "settings", "language", "theme"):
            bar.acts[key].clicked.connect(self.commands.actions[key].trigger)
        self.kit.theme.on_change(self, self._share_room)
        self.locking.asked.connect(self.lock)
        self.locking.lossy.connect(lambda: self.tell(LOSSY, "attention"))
        self.locking.locked.connect(self._say_locked)
        self.locking.idle.counting.connect(self.status.count_down)
        self.locking.idle.called_off.connect(self.status.count_no_more)
        everywhere = (("lock", self.lock), ("emergency", self.emergency.ask))
        self.locking.answer({self.commands.actions[key].shortcut().toString(): act for key, act in everywhere})
        self.emergency.nothing.connect(lambda: self.tell(NO_KEYS, "attention"))
        self.worker.refused.connect(self.refuse)
        self.worker.busy.connect(self.status.work)
        self.worker.busy.connect(self.bands.damaged.look)
        self.bands.damaged.met.connect(self._offer_writing)

    def _show_unlock(self, folder: Path | None) -> None:
        self.unlock = UnlockPage(self.kit, self.worker, folder)
        self.unlock.opened.connect(self.open_store)
        self.unlock.made.connect(self._show_made)
        self.unlock.language_wished.connect(lambda code: self._appearance.speak(LANGUAGES[code]))
        self._stack.addWidget(self.unlock)
        self._stack.setCurrentWidget(self.unlock)
        self.side_bar.clear()
        self.side_bar.light("")
        self.bands.rest()
        self.notice.clear()
        self.commands.enable(False)
        self.commands.clear_pages()
        self.status.tell_saved(NO_STORE)
        self.unlock.focus_first()

    def _say_locked(self) -> None:
        self.unlock.say(self.locking.say())
        self.status.tell_saved(NO_STORE)

    def _show_made(self, office: str, name: str) -> None:
        """The assistant has made a store, which is open behind it."""
        self.locking.watch()
        self.side_bar.name_store(office, name)
        self.status.begin(read_only=False)

    def _list_pages(self) -> None:
        """Name the pages in the side bar and the menu; Ctrl+1 to Ctrl+9 open the first nine."""
        keys = {entry.key for entry in self._entries}
        self.side_bar.acts["new"].setVisible("entry" in keys)
        listed = [entry for entry in self._entries if entry.listed]
        for number, entry in enumerate(listed, 1):
            shortcut = f"Ctrl+{number}" if number <= 9 else ""
            self.side_bar.add_page(entry.key, entry.icon, entry.title, shortcut)
            self.commands.add_page(entry.title, shortcut).triggered.connect(partial(self.go, entry.key))

    def _seek(self) -> None:
        """Bring the box that searches everything, whatever is in front."""
        if self.seek is not None:
            self.seek.open()

    def _drop_seek(self) -> None:
        """What was found in a store does not outlive its being open."""
        if self.seek is not None:
            self.seek.leave(back=False)
            self.seek.deleteLater()
            self.seek = None

    def _search(self) -> None:
        """Go to the search of the page in front, or of the list of incidents."""
        if self.shell is None:
            return
        page = self.shell.page()
        if (page is None or page.search_field() is None) and self.shell.has("incidents"):
            self.go("incidents")
            page = self.shell.page()
        field = page.search_field() if page else None
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chosen(self) -> Path | None:
        """The folder of the store that is open, or that is to be opened."""
        return self._folder if self.shell is not None else self.unlock.chosen()

    def _may_close(self) -> bool:
        if self.shell is not None:
            return self.shell.may_close() and self.locking.may_close()
        if self.locking.may_close() and self.unlock.may_close():
            return True
        self._aside.leave()  # it may stand before what was told
        return False

    def _show_aside(self, key: str) -> None:
        """Bring what stands beside the pages to the front, or leave it where it is in front already."""
        self.notice.clear()
        self.status.leave_page()
        self._aside.show(key)

    def _in_front(self) -> tuple[QWidget, str]:
        """What stands in front where neither help nor settings do."""
        return (self.shell, self.shell.key) if self.shell else (self.unlock, "")

    def _drop(self, widget: QWidget) -> None:
        self._stack.removeWidget(widget)
        widget.deleteLater()


def _load() -> None:
    for name in _OF_AN_OPEN_STORE:
        import_module(name)
