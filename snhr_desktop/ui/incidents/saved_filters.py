"""The filters that have a name, in a menu beside the search of the list: to choose, keep, rename and remove."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.filter_name import FilterName
from snhr_desktop.ui.rights import close_off, may_write
from snhr_desktop.workspace import FiltersChanged, IncidentQuery, SavedFilter, Workspace

KEY = "Ctrl+B"
SAVED = N_("Saved filters")
KEEP, RENAME, REMOVE = N_("Save these filters…"), N_("Rename"), N_("Remove")
OTHER_NAME = N_("Rename the filter")
KEPT, GONE = N_("The filter {name} was saved."), N_("The filter {name} was removed.")


class SavedFilters(QToolButton):
    """Asks the store each time it opens, so that what another window saved is there too."""

    chosen = Signal(object)
    """A `SavedFilter` to be asked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.asks: Callable[[], IncidentQuery] = IncidentQuery
        """What the list asks for now; the page says."""
        self.menu_shown: QMenu | None = None
        self.dialog: FilterName | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.theme.set_icon(self, "tag", "muted")
        desk.tongue.bind(self, toolTip=with_key(SAVED, KEY), accessibleName=SAVED)
        self.clicked.connect(self.open)

    def open(self) -> None:
        """Open the menu."""
        self._desk.operations.ask(lambda workspace: workspace.saved_filters(), self._pop_up, owner=self)

    def made(self, filters: tuple[SavedFilter, ...]) -> QMenu:
        """The menu over some filters."""
        menu, say, operations = QMenu(self), self._desk.tongue.say, self._desk.operations
        menu.setToolTipsVisible(not may_write(operations))
        for one in filters:
            menu.addAction(_plain(one.name)).triggered.connect(lambda _=False, one=one: self.chosen.emit(one))
        if filters:
            menu.addSeparator()
        keep = menu.addAction(say(KEEP))
        keep.setEnabled(_can_be_kept(self.asks()))
        keep.triggered.connect(lambda: self._ask_to_keep(filters))
        close_off(self._desk.tongue, operations, keep)
        for words, act in ((RENAME, self._ask_to_rename), (REMOVE, self._remove)):
            below = menu.addMenu(say(words))
            below.setEnabled(bool(filters))
            close_off(self._desk.tongue, operations, below.menuAction())
            for one in filters:
                of = below.addAction(_plain(one.name))
                of.triggered.connect(lambda _=False, one=one, act=act: act(one, filters))
        return menu

    def _pop_up(self, filters: tuple[SavedFilter, ...]) -> None:
        menu = self.menu_shown = self.made(filters)
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.rect().bottomLeft()
        if self._desk.tongue.language.rtl:
            corner = self.rect().bottomRight() - QPoint(menu.sizeHint().width(), 0)
        menu.popup(self.mapToGlobal(corner))
        menu.setActiveAction(menu.actions()[0])

    def _ask_to_keep(self, filters: tuple[SavedFilter, ...]) -> None:
        query = replace(self.asks(), offset=0)

        def keep(workspace: Workspace, name: str) -> FiltersChanged:
            return workspace.save_filter(name, query)

        self._show(FilterName(self._desk, KEEP, _names(filters), keep, self._kept, parent=self.window()))

    def _ask_to_rename(self, one: SavedFilter, filters: tuple[SavedFilter, ...]) -> None:
        def rename(workspace: Workspace, name: str) -> FiltersChanged:
            return workspace.rename_filter(one.name, name)

        names, window = _names(filters), self.window()
        self._show(FilterName(self._desk, OTHER_NAME, names, rename, self._kept, one.name, window))

    def _remove(self, one: SavedFilter, _: tuple[SavedFilter, ...]) -> None:
        self._desk.operations.change(
            lambda workspace: workspace.remove_filter(one.name), lambda _: self._tell(GONE, one.name), owner=self
        )

    def _show(self, dialog: FilterName) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _kept(self, name: str) -> None:
        self._tell(KEPT, name.strip())

    def _tell(self, message: Message, name: str) -> None:
        def words(language: Language) -> str:
            return language.text(message, name=name)

        self._desk.tell(words, "done")


def _can_be_kept(query: IncidentQuery) -> bool:
    """Whether something is asked that can be asked again: records chosen one by one cannot."""
    usual = IncidentQuery()
    plain = replace(query, order=usual.order, descending=usual.descending, language=usual.language)
    return query.uids is None and plain != usual


def _names(filters: tuple[SavedFilter, ...]) -> frozenset[str]:
    return frozenset(one.name for one in filters)


def _plain(name: str) -> str:
    """A name in a menu, where an ampersand would mark a key."""
    return name.replace("&", "&&")
