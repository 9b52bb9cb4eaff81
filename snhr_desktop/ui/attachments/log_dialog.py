"""The custody log of a file: every act on it, the newest first, with who, when, to whom and what for."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.vocabularies import label as term_label
from snhr_desktop.i18n import N_, Language
from snhr_desktop.store.attachments.custody import READMIT, WITHDRAW
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.check_list import REASON
from snhr_desktop.ui.incidents.record.moments import say_moment
from snhr_desktop.ui.incidents.record.prose import Piece, Prose
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Dialog, ScrollBody, button, label
from snhr_desktop.workspace import CustodyEntry

TITLE = N_("Custody log of a file")
KEPT = N_("Each act is a link of the chain of the whole history: none can be changed or taken out unseen.")
TO, FOR, CHAINED = N_("To: {recipient}"), N_("For: {purpose}"), N_("Hash in the chain: {hash}")
WITH_ORIGINAL = N_("Together with the file that it was made of.")
FINGERPRINT = N_("Fingerprint (SHA-256): {hash}")
CLOSE = N_("Close")
_SIZE, _SIGNS, _GROUP = (720, 600), 12, 8


class LogDialog(Dialog):
    """Only to be read and copied from."""

    def __init__(
        self, desk: Desk, name: Words, sha256: str, entries: tuple[CustodyEntry, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        kit = desk.kit
        self._desk, self._sha256, self._entries = desk, sha256, entries
        self.body = kit.tongue.bind(ScrollBody(), accessibleName=TITLE)
        self._content = QWidget()
        self.body.column.addWidget(self._content)
        self.body.column.addStretch(1)
        self.close_it = button(kit, CLOSE)
        self.close_it.setDefault(True)
        self.close_it.clicked.connect(self.reject)
        acts = QHBoxLayout()
        acts.addWidget(label(kit, KEPT, "note", wrap=True), 1)
        acts.addWidget(self.close_it, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(kit, TITLE, "heading"))
        column.addWidget(label(kit, name, "muted", wrap=True))
        column.addWidget(self.body, 1)
        column.addLayout(acts)
        kit.tongue.bind(self, windowTitle=TITLE)
        kit.tongue.on_switch(self, self._say)
        self.take_room(*_SIZE)

    def _say(self) -> None:
        fresh = Prose(self._desk.kit, tuple(self._pieces(self._desk.tongue.language)), TITLE)
        self.body.column.replaceWidget(self._content, fresh)
        self._content.hide()
        self._content.deleteLater()
        self._content = fresh
        fresh.show()

    def _pieces(self, language: Language) -> Iterator[Piece]:
        say, code = self._desk.tongue.say, language.code
        groups = " ".join(self._sha256[at : at + _GROUP] for at in range(0, len(self._sha256), _GROUP))
        yield Piece(language.text(FINGERPRINT, hash=say_code(groups)), "note", code)
        for entry in reversed(self._entries):
            step = entry.step
            yield Piece(say(partial(say_moment, entry.at, entry.actor)), "muted", code, above=12)
            yield Piece(term_label("custody_act", step.act, language), "label", code)
            if step.recipient:
                yield Piece(language.text(TO, recipient=step.recipient), language=code)
            if step.about and step.act in (WITHDRAW, READMIT):
                yield Piece(language.text(WITH_ORIGINAL), language=code)
            if step.purpose:
                said = REASON if step.act in (WITHDRAW, READMIT) else FOR
                yield Piece(language.text(said, reason=step.purpose, purpose=step.purpose), language=code)
            yield Piece(language.text(CHAINED, hash=say_code(entry.chain_sha256[:_SIGNS])), "note", code)
