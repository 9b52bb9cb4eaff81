"""A file looked at inside the program: a photo, pages, or words. Nothing of it is written anywhere."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.ui.attachments.content import Content, NotShown, sheets_of
from snhr_desktop.ui.attachments.picture_view import PictureView
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.problems import say_refusal
from snhr_desktop.ui.reports.page_turner import PageTurner
from snhr_desktop.ui.reports.sheet_view import WIDTH, SheetView
from snhr_desktop.ui.reports.sheets import Sheets
from snhr_desktop.ui.rights import may_write
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Dialog, EmptyState, Notice, PlainLabel, button, icon_button, label
from snhr_desktop.workspace import Workspace

TITLE = N_("Look at a file")
LOGGED = N_("That you looked at it stands in its custody log. Nothing of it is written outside the store.")
WORDS = N_("Text of the file")
CUT = N_("The file has more text than is shown here.")
NOTHING = N_("This file cannot be shown here")
WHY_NOT = N_("The program plays no video and no sound. To see or hear it, hand the file out with its certificate.")
LARGER, SMALLER, WHOLE = N_("Larger"), N_("Smaller"), N_("Whole photo")
UNSEEN, CLOSE = N_("Make a copy with parts unseen"), N_("Close")
_SIZE = (1240, 720)

Load = Callable[[Workspace], Content]


class ViewDialog(Dialog):
    """`load` reads the file on the thread of the store, and logs that it was looked at.

    `copy_asked` is the wish for a copy of the photo with parts unseen.
    """

    copy_asked = Signal(object)

    def __init__(self, desk: Desk, name: Words, load: Load, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kit = desk.kit
        self._desk = desk
        self.content = Content()
        self._pages: Sheets | None = None
        self.name, self.notice = PlainLabel("heading", wrap=True), Notice(kit)
        kit.tongue.bind(self.name, text=name)
        self.picture, self.sheets, self.turner = PictureView(kit), SheetView(kit), PageTurner(kit)
        self.words = kit.tongue.bind(QPlainTextEdit(), accessibleName=WORDS)
        self.words.setReadOnly(True)
        self.nothing = EmptyState(kit, "eye-off", NOTHING, WHY_NOT)
        self.blank = QWidget()
        self._stack = QStackedWidget()
        for each in (self.blank, self.picture, self.sheets, self.words, self.nothing):
            self._stack.addWidget(each)
        self.larger = icon_button(kit, with_key(LARGER, "+"), "plus")
        self.smaller = icon_button(kit, with_key(SMALLER, "-"), "minus")
        self.whole = icon_button(kit, with_key(WHOLE, "0"), "image")
        self.unseen = button(kit, UNSEEN, "eye-off", hint=with_key(UNSEEN, "Ctrl+R"))
        self.close_it = button(kit, CLOSE)
        self._place()
        self._connect()
        kit.tongue.bind(self, windowTitle=TITLE)
        self._offer()
        self.take_room(*_SIZE)
        desk.operations.ask(load, self.show_content, self._refused, self)

    def show_content(self, content: Content) -> None:
        """Show what was read."""
        shown: QWidget = self.nothing
        try:
            self._pages = sheets_of(content.pages) if content.pages else None
        except NotShown as refusal:
            self._refused(refusal)
            return
        self.content = content
        if content.picture is not None:
            shown = self.picture
            self.picture.show_image(content.picture.image)
        elif self._pages is not None:
            shown = self.sheets
            self.sheets.show_sheets(self._pages)
            self.sheets.zoom(WIDTH)
        elif content.words is not None:
            shown = self.words
            self.words.setPlainText(content.words)
            if content.cut:
                self.notice.tell(CUT)
        self._stack.setCurrentWidget(shown)
        self._offer()
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        """What can be done with what is shown."""
        photo = self.content.picture is not None
        for act in (self.larger, self.smaller, self.whole, self.unseen):
            act.setVisible(photo)
        self.unseen.setEnabled(photo and may_write(self._desk.operations))

    def _refused(self, refusal: Refusal) -> None:
        self.notice.tell(lambda language: say_refusal(refusal, language), "attention", closable=False)

    def _ask_copy(self) -> None:
        if self.unseen.isEnabled() and self.content.picture is not None:
            self.copy_asked.emit(self.content.picture)

    def _turned(self, page: int) -> None:
        self.turner.show_page(page, len(self._pages) if self._pages else 0)

    def _connect(self) -> None:
        self.larger.clicked.connect(lambda: self.picture.zoom(1))
        self.smaller.clicked.connect(lambda: self.picture.zoom(-1))
        self.whole.clicked.connect(self.picture.fit)
        self.unseen.clicked.connect(self._ask_copy)
        QShortcut(QKeySequence("Ctrl+R"), self).activated.connect(self._ask_copy)
        self.turner.page_asked.connect(self.sheets.go)
        self.turner.zoom_asked.connect(self.sheets.zoom)
        self.sheets.turned.connect(self._turned)
        self.close_it.clicked.connect(self.reject)

    def _place(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        for widget in (self.turner, self.smaller, self.larger, self.whole):
            head.addWidget(widget)
        acts = QHBoxLayout()
        acts.addWidget(label(self._desk.kit, LOGGED, "note", wrap=True), 1)
        acts.addWidget(self.unseen)
        acts.addWidget(self.close_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        column.addLayout(acts)
