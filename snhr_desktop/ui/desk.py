"""What every page of an open store works with: its language and theme, the store, and the doors to other pages."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from snhr_desktop.errors import Refusal
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.problems import say_refusal
from snhr_desktop.ui.settings import Settings
from snhr_desktop.ui.tongue import Words

if TYPE_CHECKING:
    from snhr_desktop.ui.care.keeper import BackupKeeper


class Desk(QObject):
    """Handed to each page. Pages know each other only by the keys they open."""

    page_asked = Signal(str, object)
    told = Signal(object, str)
    told_no_more = Signal()
    saved_told = Signal(object)
    passing_told = Signal(object)
    restored = Signal(object)
    """A tried backup is to take the place of the open store."""
    rekey_asked = Signal(str)
    """All keys of the store are to be made anew, which the window does once it has closed the store."""

    def __init__(
        self, kit: Kit, operations: Operations, parent: QObject | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.keeper: BackupKeeper | None = None
        """Makes backups by itself; the window sets it where a store is open."""
        self.kit = kit
        self.tongue = kit.tongue
        self.theme = kit.theme
        self.operations = operations

    def open(self, page: str, subject: Any = None) -> None:
        """Go to a page by its key and hand it what to show: a query, a uid, a period; see that page's `arrive`."""
        self.page_asked.emit(page, subject)

    def tell(self, words: Words, tone: str = "told") -> None:
        """Tell something in the bar above the page: `told`, `done` or `attention`."""
        self.told.emit(words, tone)

    def refuse(self, refusal: Refusal) -> None:
        """Tell a refusal in the bar above the page."""
        self.tell(partial(say_refusal, refusal), "attention")

    def tell_no_more(self) -> None:
        """Take away what is told above the page: what was done since has overtaken it."""
        self.told_no_more.emit()

    def tell_saved(self, words: Words) -> None:
        """Say in the status line what is saved: after a save, a draft, or when something no longer is."""
        self.saved_told.emit(words)

    def tell_passing(self, words: Words) -> None:
        """Say in the status line what was done on this page; it goes when the page is left."""
        self.passing_told.emit(words)
