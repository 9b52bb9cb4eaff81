"""How a record hangs together with others: merged into one, or one into it, and persons who stand in both."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.headlines import in_language
from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.rights import REVIEW
from snhr_desktop.domain.vocabularies import label as term
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, NP_, Language, Message
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.editors.flow_layout import FlowLayout
from snhr_desktop.ui.forms.reason_line import ReasonLine
from snhr_desktop.ui.incidents.record.reading import Reading, rule
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.rights import may_write
from snhr_desktop.ui.widgets import Labelled, button
from snhr_desktop.workspace import Kinship, LinkedPerson, MergedWith, Unmerged

TITLE = N_("Connected records")
INTO, OF = N_("Merged into {reference}"), N_("{reference} was merged into this one")
WHY = N_("Reason for undoing the merge")
UNDO, UNDONE = N_("Undo the merge"), N_("The merge is undone: both incidents are as they were before.")
UNDONE_AND_CHANGED = NP_(
    "The merge is undone: both incidents are as they were before. "
    "{n} save of {reference} since then is in its history.",
    "The merge is undone: both incidents are as they were before. "
    "{n} saves of {reference} since then are in its history.",
)
CHANGED_SINCE = NP_(
    "Saved {n} time since the merge: undoing it leaves that save in the history alone.",
    "Saved {n} times since the merge: undoing it leaves those saves in the history alone.",
)
ALSO_IN = N_("{name} is also in {reference}: {outcome}, {date}")
SHOW = N_("Show {reference}")
UNLINK, UNLINKED = N_("Not the same person after all"), N_("The two persons are linked no more.")


def says_kinship(kinship: Kinship) -> bool:
    """Whether there is anything to show."""
    return bool(kinship.into or kinship.of or kinship.persons)


class KinshipView(QWidget):
    """Each line is a door to the other record, with the act that takes it back."""

    def __init__(
        self, desk: Desk, reading: Reading, dossier: Dossier, kinship: Kinship, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._reading, self._dossier = desk, reading, dossier
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(rule())
        column.addWidget(reading.line(reading.language.text(TITLE), "subheading"))
        for line in self._lines(kinship):
            column.addWidget(line)

    def _lines(self, kinship: Kinship) -> Iterator[QWidget]:
        if kinship.into:
            yield self._merge(kinship.into, self._dossier.incident.uid, INTO)
        # what was merged last is undone first: the others stand below it
        for place, other in enumerate(reversed(kinship.of)):
            yield self._merge(other, "" if place else other.uid, OF)
        for person in kinship.persons:
            yield self._person(person)

    def _merge(self, other: MergedWith, gone: str, message: Message) -> QWidget:
        words = self._reading.language.text(message, reference=say_code(other.reference))
        since = self._reading.language.plural(CHANGED_SINCE, other.changed_since)
        line, acts = self._line(words, other.uid, other.reference, since if gone and other.changed_since else "")
        if gone and may_write(self._desk.operations, REVIEW):
            undo = button(self._reading.kit, UNDO, "undo-2", "quiet")
            reason = ReasonLine(self._reading.kit)
            undo.clicked.connect(lambda: self._undo(gone, reason.text(), other.changed_since, undo))
            acts.addWidget(undo)
            if rows := line.layout():
                rows.addWidget(Labelled(self._reading.kit, WHY, reason))
        return line

    def _person(self, person: LinkedPerson) -> QWidget:
        own = next((each for each in self._dossier.victims if each.uid == person.victim_uid), None)
        language = self._reading.language
        name = (own and in_language(own, "name", language)) or in_language(person, "name", language)
        words = language.text(
            ALSO_IN, name=name, reference=say_code(person.reference),
            outcome=term("outcome", person.outcome, language, person.sex), date=say_when(person.date, language),
        )  # fmt: skip
        line, acts = self._line(words, person.incident_uid, person.reference)
        if may_write(self._desk.operations):
            end = button(self._reading.kit, UNLINK, "x", "quiet")
            end.clicked.connect(lambda: self._unlink(person))
            acts.addWidget(end)
        return line

    def _line(self, words: str, uid: str, reference: str, note: str = "") -> tuple[QWidget, FlowLayout]:
        """What is said, and below it the door to the other record and room for what takes it back."""
        line, below = QWidget(), QWidget()
        rows, acts = QVBoxLayout(line), FlowLayout(4, below)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._reading.line(words))
        if note:
            rows.addWidget(self._reading.line(note, "note"))
        door = button(
            self._reading.kit, lambda language: language.text(SHOW, reference=say_code(reference)), kind="link"
        )
        door.clicked.connect(lambda: self._desk.open("incidents", uid))
        acts.addWidget(door)
        rows.addWidget(below)
        return line, acts

    def _undo(self, uid: str, reason: str, seen: int, act: QWidget) -> None:
        act.setEnabled(False)
        self._desk.operations.change(
            lambda workspace: workspace.unmerge(uid, reason, seen),
            self._told,
            lambda refusal: self._refused(act, refusal),
            self,
        )

    def _told(self, undone: Unmerged) -> None:
        def words(language: Language) -> str:
            reference = say_code(undone.dossier.incident.reference)
            return language.plural(UNDONE_AND_CHANGED, undone.changed_since, reference=reference)

        self._desk.tell(words if undone.changed_since else UNDONE, "done")

    def _refused(self, act: QWidget, refusal: Refusal) -> None:
        act.setEnabled(True)
        self._desk.refuse(refusal)

    def _unlink(self, person: LinkedPerson) -> None:
        self._desk.operations.change(
            lambda workspace: workspace.unlink_persons(person.victim_uid, person.other_uid),
            lambda _: self._desk.tell(UNLINKED, "done"),
            owner=self,
        )
