"""A copy of a photo with faces, plates or places made unseen. The photo itself is never touched."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, NC_, Language, Message, piece
from snhr_desktop.ui.attachments.marking import Marking
from snhr_desktop.ui.attachments.marking_canvas import MarkingView
from snhr_desktop.ui.attachments.marks import BLACK, BLUR, CROP, Mark, applied
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.style import mark as mark_widget
from snhr_desktop.ui.widgets import Dialog, Notice, button, label

TITLE = N_("Make a copy with parts unseen")
HINT = N_("Draw with the mouse, or press Space and use the arrows. The photo itself stays as it was taken in.")
KINDS: dict[str, tuple[Message, str]] = {
    BLACK: (NC_("redaction", "Black out"), "F2"),
    BLUR: (NC_("redaction", "Blur"), "F3"),
    CROP: (NC_("redaction", "Crop to"), "F4"),
}
ADVICE = N_("Black is safest for faces, names and plates; what is blurred can sometimes be guessed.")
FOR_NEXT = N_("What is chosen above is for the next mark. To change a mark, choose it here first.")
TURNED = N_("Mark {number} was changed. It is now: {mark}")
LIST, REMOVE = N_("Marks"), N_("Take the mark away")
UNDO, REDO = N_("Undo"), N_("Redo")
ONE_MARK = N_("{kind}: {size}")
STRIPPED = N_("The copy has nothing in it but the picture: neither place, time nor device.")
REDUCED = N_("The photo is very large: the copy will be smaller than it.")
KEEP, KEEP_BARE, CANCEL = N_("Keep the copy"), N_("Keep a copy without its details"), N_("Cancel")
_SIZE, _SIDE = (1180, 700), 250


class RedactionEditor(Dialog):
    """`made(image, kinds)` once a person wants the copy: the picture, and what was done to it. Close it when kept."""

    enter_acts = False

    made = Signal(QImage, tuple)

    def __init__(self, desk: Desk, image: QImage, reduced: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kit = desk.kit
        self._desk, self._image = desk, image
        self.marking = Marking(QSize(image.size()), self)
        self.view = MarkingView(kit, self.marking)
        self.notice = Notice(kit)
        self.kinds = {kind: button(kit, words, hint=with_key(words, key)) for kind, (words, key) in KINDS.items()}
        self.list = kit.tongue.bind(QListWidget(), accessibleName=LIST)
        self.remove = button(kit, REMOVE, "trash-2", "quiet", with_key(REMOVE, "Del"))
        self.undo = button(kit, UNDO, "undo-2", "quiet", with_key(UNDO, "Ctrl+Z"))
        self.redo = button(kit, REDO, "redo-2", "quiet", with_key(REDO, "Ctrl+Y"))
        self.keep = button(kit, KEEP_BARE, "check", "primary", with_key(KEEP, "Ctrl+Return"))
        self.cancel = button(kit, CANCEL)
        self._place()
        self._connect()
        kit.tongue.bind(self, windowTitle=TITLE)
        kit.tongue.on_switch(self, self._tell)
        if reduced:
            self.notice.tell(REDUCED, "attention")
        self.take_room(*_SIZE)
        self.view.show_image(image)
        self.view.setFocus()

    def submit(self) -> None:
        """Hand over the copy."""
        if self.keep.isEnabled():
            self.keep.setEnabled(False)
            kinds = tuple(dict.fromkeys(one.kind for one in self.marking.marks))
            self.made.emit(applied(self._image, self.marking.marks), kinds)

    def try_again(self) -> None:
        """The copy could not be kept: it may be handed over again."""
        self.keep.setEnabled(True)

    def _connect(self) -> None:
        marking = self.marking
        for kind, act in self.kinds.items():
            act.setCheckable(True)
            act.clicked.connect(partial(marking.choose_kind, kind))
        keys = {key: partial(marking.choose_kind, kind) for kind, (_, key) in KINDS.items()}
        submits = {"Ctrl+Return": self.submit, "Ctrl+Enter": self.submit}
        undoes = {"Ctrl+Z": marking.undo, "Ctrl+Y": marking.redo, "Ctrl+Shift+Z": marking.redo}
        for sequence, step in {**keys, **submits, **undoes}.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(step)
        marking.changed.connect(self._tell)
        marking.turned.connect(self._tell_turned)
        self.list.currentRowChanged.connect(self._pick)
        for on_purpose in (self.list.itemClicked, self.list.itemActivated):  # the row may be the current one already
            on_purpose.connect(lambda _: self._pick(self.list.currentRow()))
        self.remove.clicked.connect(marking.remove)
        self.undo.clicked.connect(marking.undo)
        self.redo.clicked.connect(marking.redo)
        self.keep.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.reject)

    def _pick(self, row: int) -> None:
        if row >= 0:
            self.marking.pick(row)

    def _tell_turned(self) -> None:
        """A mark that covers a face must not become another unseen."""
        mark, number = self.marking.mark, self.marking.chosen + 1
        assert mark is not None
        self.notice.tell(
            lambda language: language.text(TURNED, number=language.number(number), mark=_say(mark, language)),
            "attention",
        )

    def _tell(self) -> None:
        """Show which marks there are, and say it to whoever cannot see them."""
        language, marking = self._desk.tongue.language, self.marking
        for kind, act in self.kinds.items():
            act.setChecked(kind == marking.kind)
            mark_widget(act, chosen=kind == marking.kind)
        said = [_say(mark, language) for mark in marking.marks]
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems(said)
        self.list.setCurrentRow(marking.chosen)
        self.list.blockSignals(False)
        self.remove.setEnabled(marking.mark is not None)
        self.view.setAccessibleDescription(said[marking.chosen] if marking.mark is not None else "")
        self._desk.tongue.bind(self.keep, text=KEEP if marking.marks else KEEP_BARE)

    def _place(self) -> None:
        kit = self._desk.kit
        side = QVBoxLayout()
        side.setSpacing(8)
        for act in self.kinds.values():
            side.addWidget(act)
        side.addWidget(label(kit, ADVICE, "note", wrap=True))
        side.addWidget(label(kit, LIST, "label"))
        side.addWidget(label(kit, FOR_NEXT, "note", wrap=True))
        side.addWidget(self.list, 1)
        side.addWidget(self.remove)
        steps = QHBoxLayout()
        steps.addWidget(self.undo)
        steps.addWidget(self.redo)
        side.addLayout(steps)
        beside = QWidget()
        beside.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        kit.theme.measure(beside, fixedWidth=_SIDE)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.view, 1)
        middle.addWidget(beside)
        acts = QHBoxLayout()
        acts.addWidget(label(kit, STRIPPED, "note", wrap=True), 1)
        acts.addWidget(self.cancel)
        acts.addWidget(self.keep)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(10)
        whole.addWidget(label(kit, TITLE, "heading"))
        whole.addWidget(label(kit, HINT, "muted", wrap=True))
        whole.addWidget(self.notice)
        whole.addLayout(middle, 1)
        whole.addLayout(acts)


def _say(mark: Mark, language: Language) -> str:
    width, height = (language.number(length) for length in (mark.place.width(), mark.place.height()))
    size = piece(f"{width} × {height}")
    return language.text(ONE_MARK, kind=language.text(KINDS[mark.kind][0]), size=size)
