"""Tells above the page what a store met on its disk: no room but what is kept back for a save, or a damaged log."""

from functools import partial

from PySide6.QtCore import QObject

from snhr_desktop.errors import FullToRead
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.tongue import Words
from snhr_desktop.workspace import words_of_unread

ALMOST_FULL = N_(
    "The disk is as good as full. What is saved is safe, but only a little room is left for more. "
    "Free some space on the disk now: empty the bin, or move large files away."
)

READ_ALONE = N_(
    "The folder of the store cannot be written to, so the store is open for reading alone. What was saved is safe. "
    "Check the permissions of the folder and whether its disk is write-protected, or copy the store to another disk; "
    "then open it again."
)


class Room(QObject):
    """Looks after everything that is saved, drafts too; tells it once, and again only when there was room between.

    Once something was turned away for want of room that is told where it was asked, and little room beside it is not,
    until something was saved again.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._told, self._stands, self._full = False, False, False
        desk.told.connect(self._follow)
        desk.saved_told.connect(self._look)
        desk.operations.changed.connect(self._saved)
        desk.operations.worker.full.connect(self._is_full)
        self._look()
        if desk.operations.info.full:
            desk.refuse(FullToRead())
        elif desk.operations.info.read_only:
            desk.tell(READ_ALONE, "attention")
        elif unread := desk.operations.info.unread:
            desk.tell(partial(_unread, unread), "attention")

    def _look(self, _: object = None) -> None:
        self._desk.operations.ask(lambda workspace: workspace.is_short_of_room(), self._tell, owner=self)

    def _tell(self, short: bool) -> None:
        if short and not self._told and not self._full:
            self._desk.tell(ALMOST_FULL, "attention")
        self._told = short and (self._told or not self._full)

    def _follow(self, words: Words, _: str) -> None:
        """Whether it is what stands above the page."""
        self._stands = words is ALMOST_FULL

    def _saved(self, _: object) -> None:
        self._full = False
        self._look()

    def _is_full(self) -> None:
        """The worse of both stands alone."""
        self._full = True
        if self._stands:
            self._desk.tell_no_more()
            self._told = self._stands = False


def _unread(number: int, language: Language) -> str:
    return language.text(words_of_unread(number), n=number)
