"""What a file says otherwise than the record: both values beside each other, and the two answers."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from snhr_desktop.domain.headlines import details, headline
from snhr_desktop.domain.records import RECORD_TYPES, Record, RecordSet
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, NP_, Language, Message
from snhr_desktop.store.changes_told import say_raw
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.editors.flow_layout import FlowLayout
from snhr_desktop.ui.incidents.record.origin import say_file
from snhr_desktop.ui.incidents.record.prose import Piece, Prose
from snhr_desktop.ui.incidents.record.reading import Reading
from snhr_desktop.ui.rights import may_write
from snhr_desktop.ui.widgets import button
from snhr_desktop.workspace import SaidOtherwise

TITLE = N_("A file says otherwise")
HERE, THERE = N_("Here"), N_("In the file")
NOTHING, PROTECTED = N_("Nothing"), N_("Protected: it is not shown")
GONE_HERE, GONE_THERE = N_("Taken out here"), N_("No longer in the file")
OF_RECORD = N_("{record} ({name}): {field}")
WHOLE = N_("{record}: {name}")
TAKE, KEEP = N_("Take over what the file says"), N_("Keep what stands here")
TAKE_KEY, KEEP_KEY = "Ctrl+Shift+T", "Ctrl+Shift+K"
TAKEN, KEPT = N_("What the file says was taken over."), N_("It stays as it is; this value is not asked about again.")
MORE = NP_("{n} more field is asked about after these.", "{n} more fields are asked about after these.")
_AT_ONCE = 4


class OtherwiseView(QFrame):
    """Stands above the record. The keys answer the first; the answer to each is told, and the next comes up."""

    def __init__(
        self,
        desk: Desk,
        reading: Reading,
        given: RecordSet,
        asked: Sequence[SaidOtherwise],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._reading, self._given = desk, reading, given
        self.acts: list[tuple[QPushButton, QPushButton]] = []
        self.setProperty("kind", "notice")
        self.setProperty("tone", "attention")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(reading.line(reading.language.text(TITLE), "label"))
        for one in asked[:_AT_ONCE]:
            column.addWidget(self._asked(one))
        if more := len(asked[_AT_ONCE:]):
            column.addWidget(reading.line(reading.language.plural(MORE, more), "note"))

    def answer(self, take: bool) -> None:
        """Answer the first by a key."""
        if self.acts and self.acts[0][0].isEnabled():
            self.acts[0][0 if take else 1].click()

    def _asked(self, one: SaidOtherwise) -> QWidget:
        made, language = QWidget(), self._reading.language
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        heading = Prose(self._reading.kit, [Piece(self._name(one, language), "label", language.code)], TITLE)
        grid.addWidget(heading, 0, 0, 1, 2)
        for column, (words, value, gone) in enumerate(((HERE, one.ours, GONE_HERE), (THERE, one.theirs, GONE_THERE))):
            grid.setColumnStretch(column, 1)
            text, spoken = self._value(one, value, gone)
            pieces = [Piece(language.text(words), "note", language.code), Piece(text, language=spoken)]
            grid.addWidget(Prose(self._reading.kit, pieces, words), 1, column, Qt.AlignmentFlag.AlignTop)
        told = [Piece(say_file(one.act, one.rows, language), "note", language.code)]
        grid.addWidget(Prose(self._reading.kit, told, THERE), 2, 0, 1, 2)
        if may_write(self._desk.operations):
            grid.addWidget(self._buttons(one), 3, 0, 1, 2)
        return made

    def _buttons(self, one: SaidOtherwise) -> QWidget:
        below, first = QWidget(), not self.acts
        flow = FlowLayout(8, below)
        made = []
        for words, key, icon in ((TAKE, TAKE_KEY, "download"), (KEEP, KEEP_KEY, "check")):
            act = button(self._reading.kit, words, icon, hint=with_key(words, key) if first else None)
            act.clicked.connect(partial(self._answer, one.uid, words is TAKE))
            flow.addWidget(act)
            made.append(act)
        self.acts.append((made[0], made[1]))
        return below

    def _name(self, one: SaidOtherwise, language: Language) -> str:
        """Which field of which record."""
        kind = RECORD_TYPES[one.record]
        label = language.text(kind.field(one.field).label) if one.field else ""
        if not kind.parent:
            return label
        held = next((record for record in self._given.records() if record.uid == one.about), None)
        record = held or _parsed(kind, one.ours or one.theirs)
        told = {"record": language.text(kind.title), "name": headline(record, language)[0]}
        return language.text(OF_RECORD, field=label, **told) if one.field else language.text(WHOLE, **told)

    def _value(self, one: SaidOtherwise, raw: Any, gone: Message) -> tuple[str, str]:
        """What is said, and the language it is in."""
        language, places, kind = self._reading.language, self._reading.places, RECORD_TYPES[one.record]
        if one.protected:
            return language.text(PROTECTED), language.code
        if not one.field:
            if raw is None:
                return language.text(gone), language.code
            record = _parsed(kind, raw)
            name, told = headline(record, language)
            return "\n".join(filter(None, (name, details(record, told, language, places)))), language.code
        said = say_raw(kind, one.field, raw, language, places)
        return (said, kind.field(one.field).language) if said else (language.text(NOTHING), language.code)

    def _answer(self, uid: str, take: bool) -> None:
        self._open(False)
        self._desk.operations.change(
            lambda workspace: workspace.take_from_file(uid) if take else workspace.keep_ours(uid),
            lambda _: self._desk.tell(TAKEN if take else KEPT, "done"),
            self._refused,
            self,
        )

    def _refused(self, refusal: Refusal) -> None:
        self._open(True)
        self._desk.refuse(refusal)

    def _open(self, may: bool) -> None:
        for pair in self.acts:
            for act in pair:
                act.setEnabled(may)


class Answers(Protocol):
    """A record beside a list, which may be asked about."""

    def answer_file(self, take: bool) -> None:
        """Answer the first that is asked."""


def answers(record: Answers) -> dict[str, Callable[[], None]]:
    """The keys of a page by which the record beside its list is answered about."""
    return {TAKE_KEY: partial(record.answer_file, True), KEEP_KEY: partial(record.answer_file, False)}


def _parsed(kind: type[Record], raw: Any) -> Record:
    return kind.parse(raw if isinstance(raw, dict) else {})[0]
