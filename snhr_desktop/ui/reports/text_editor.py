"""One standing text in one language: its source, what is wrong with it beside it, and the way back."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, Language, piece
from snhr_desktop.reports.proofing import ERROR, WITHHELD_NAME, Fault
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.reports.placeholder_ink import PlaceholderInk
from snhr_desktop.ui.reports.source_edit import SourceEdit
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.widgets import PlainLabel, button, label

NAMES = {"en": N_("In English"), "ar": N_("In Arabic")}
RESTORE, RESTORE_HINT = N_("Restore"), N_("Take the standing text again, in this language")
NOT_PRINTED = N_("Not in this edition")
INSERT = N_("Put in a placeholder that the report fills from the records")
_LONGEST = 60


class TextEditor(QWidget):
    """`edited(text)` at every key, `restore_asked` when the standing text is wanted again."""

    edited = Signal(str)
    entered = Signal()
    """The cursor was put into the text."""
    restore_asked = Signal()

    def __init__(self, kit: Kit, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.source = SourceEdit(language)
        self._ink = PlaceholderInk(kit, self.source.document())
        self.restore = button(kit, RESTORE, "undo-2", "quiet", RESTORE_HINT)
        self._menu = kit.tongue.bind(QMenu(self), accessibleName=INSERT)
        self.insert = button(kit, lambda _: "{…}", kind="quiet", hint=INSERT)
        self.insert.setMenu(self._menu)
        self._aside = label(kit, NOT_PRINTED, "muted")
        self._faults, self._hints = PlainLabel("refused", wrap=True), PlainLabel("note", wrap=True)
        self._lay_out(label(kit, NAMES[language.code], "label"))
        kit.tongue.bind(self.source, accessibleName=NAMES[language.code])
        kit.tongue.bind(self.insert, accessibleName=INSERT)
        self.source.textChanged.connect(lambda: self.edited.emit(self.source.toPlainText()))
        self.restore.clicked.connect(self.restore_asked)
        self.source.entered.connect(self.entered)

    def show_text(self, text: str, is_edited: bool, faults: tuple[Fault, ...]) -> None:
        """Show a text as it stands now, and what is wrong with it."""
        self.source.show_text(text)
        self.restore.setEnabled(is_edited)
        wrong = tuple(fault for fault in faults if fault.level == ERROR)
        self._ink.mark_wrong(frozenset(fault.token for fault in wrong))
        if bool(self.source.property("invalid")) != bool(wrong):
            mark(self.source, invalid=bool(wrong))
        # a name that is hidden stops nothing, and has to be seen: one too many or too few is for a person to judge
        told = tuple(fault for fault in faults if fault.level == ERROR or fault.message == WITHHELD_NAME)
        self._tell(self._faults, told)
        self._tell(self._hints, tuple(fault for fault in faults if fault not in told))
        self._kit.tongue.bind(self.source, accessibleDescription=lambda language: _lines(faults, language))

    def show_printed(self, printed: bool) -> None:
        """Say where the edition does not print this language."""
        self._aside.setVisible(not printed)

    def offer(self, fillings: Mapping[str, str]) -> None:
        """Offer placeholders, each told with what fills it now."""
        self._menu.clear()
        for name, filling in fillings.items():
            shown = filling if len(filling) <= _LONGEST else f"{filling[:_LONGEST]}…"
            action = self._menu.addAction(f"{shown}\t{piece(f'{{{name}}}')}".replace("&", "&&"))
            action.triggered.connect(lambda _=False, token=f"{{{name}}}": self._put(token))

    def complaint(self) -> str:
        """What is wrong, as shown; empty when nothing is."""
        return "" if self._faults.isHidden() else self._faults.text()

    def _lay_out(self, name: PlainLabel) -> None:
        name.setBuddy(self.source)
        head = QHBoxLayout()
        for widget, stretch in ((name, 0), (self._aside, 0), (self.insert, 0), (self.restore, 0)):
            head.addWidget(widget, stretch)
        head.insertStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        for shown in (self.source, self._faults, self._hints):
            column.addWidget(shown, 1 if shown is self.source else 0)

    def _put(self, token: str) -> None:
        self.source.insertPlainText(token)
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, shown: PlainLabel, faults: tuple[Fault, ...]) -> None:
        shown.setVisible(bool(faults))
        self._kit.tongue.bind(shown, text=lambda language: _lines(faults, language))


def _lines(faults: tuple[Fault, ...], language: Language) -> str:
    return "\n".join(fault.tell(language) for fault in faults)
