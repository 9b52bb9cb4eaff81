"""Compare a record with another: with what is likely the same, or with any by its reference; then merge the two."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from snhr_desktop.domain.doubles import Match, incident_traits, same_incident
from snhr_desktop.domain.records import Dossier
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.doubles.comparing import Comparing
from snhr_desktop.ui.forms.doubles.hint import Hint
from snhr_desktop.ui.forms.doubles.hints_card import HintsCard
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.rights import close_off
from snhr_desktop.ui.widgets import Dialog, EmptyState, Labelled, button, label
from snhr_desktop.workspace import LikelyDoubles, LikelyIncident, Merged

TITLE = N_("Compare with another incident")
NONE, NONE_NOTE = N_("No likely duplicate"), N_("No other incident is near in place and date.")
REFERENCE, UNKNOWN = N_("Reference of the other incident"), N_("There is no other incident of this reference.")
COMPARE, CLOSE = N_("Compare"), N_("Close")
MERGED = N_("{other} was merged into {one}; its record undoes it.")
_SIZE = (560, 420)


class FindDoubles(Dialog):
    """`shown(uid)` names the incident to be read next: the other one, or the one that both are now."""

    shown = Signal(str)

    def __init__(self, desk: Desk, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._dossier = desk, dossier
        means = Means(desk.kit, desk.operations.gazetteer)
        desk.tongue.bind(self, windowTitle=TITLE)
        self.card, self.none = HintsCard(means, self, key=""), EmptyState(desk.kit, "files", NONE, NONE_NOTE)
        self.reference = QLineEdit()
        self.line = Labelled(desk.kit, REFERENCE, self.reference)
        self.compare, self.close_ = button(desk.kit, COMPARE, "columns-2", "primary"), button(desk.kit, CLOSE)
        self.comparing = Comparing(means, desk.operations, lambda: dossier, lambda: True, self)
        self._lay_out()
        self._connect()
        close_off(desk.tongue, desk.operations, self.card.dismiss, self.card.again)
        self.take_room(*_SIZE)
        self.card.hide()
        self.refresh()

    def refresh(self) -> None:
        """Ask for what is likely the same."""
        traits, uid = incident_traits(self._dossier), self._dossier.incident.uid
        self._desk.operations.ask(
            lambda workspace: workspace.likely_doubles(traits, [], uid), self._show, owner=self, key="find doubles"
        )

    def look_up(self) -> None:
        """Compare with the incident of the reference that was typed."""
        typed = self.reference.text()
        self._desk.operations.ask(lambda workspace: workspace.by_reference(typed), self._found, owner=self)

    def _show(self, found: LikelyDoubles) -> None:
        self.card.show_hints([Hint(likely) for likely in found.incidents], found.dismissed)
        self.none.setVisible(not (found.incidents or found.dismissed))
        (self.card.list if found.incidents else self.reference).setFocus(Qt.FocusReason.OtherFocusReason)

    def _found(self, there: Dossier | None) -> None:
        if there is None or there.incident.uid == self._dossier.incident.uid:
            self.line.complain(UNKNOWN)
            return
        self.line.settle()
        places = self._desk.operations.gazetteer
        match = same_incident(incident_traits(self._dossier), incident_traits(there), places) or Match(())
        one = there.incident
        said = (one.uid, one.reference, one.date, one.place, one.title_ar, one.title_en, one.status)
        self.comparing.compare(Hint(LikelyIncident(*said, match)))

    def _dismiss(self, hint: Hint) -> None:
        uid, other = self._dossier.incident.uid, hint.likely.uid
        self._desk.operations.ask(
            lambda workspace: workspace.not_the_same(uid, other), lambda _: self.refresh(), owner=self
        )

    def _recall(self) -> None:
        uid = self._dossier.incident.uid
        self._desk.operations.ask(
            lambda workspace: workspace.perhaps_the_same(uid), lambda _: self.refresh(), owner=self
        )

    def _leave(self, uid: str) -> None:
        self.accept()
        self.shown.emit(uid)

    def _merged(self, done: Merged) -> None:
        def words(language: Language) -> str:
            one, other = (say_code(each.incident.reference) for each in (done.dossier, done.other))
            return language.text(MERGED, one=one, other=other)

        self._desk.tell(words, "done")
        self._leave(done.dossier.incident.uid)

    def _connect(self) -> None:
        self.card.compare_asked.connect(self.comparing.compare)
        self.card.dismissed.connect(self._dismiss)
        self.card.recalled.connect(self._recall)
        self.comparing.dismissed.connect(self._dismiss)
        self.comparing.record_asked.connect(self._leave)
        self.comparing.merged.connect(self._merged)
        self.compare.clicked.connect(self.look_up)
        self.reference.returnPressed.connect(self.look_up)
        self.close_.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(label(self._desk.kit, TITLE, "heading"))
        whole.addWidget(self.card)
        whole.addWidget(self.none)
        whole.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.line, 1)
        row.addWidget(self.compare)
        row.addWidget(self.close_)
        whole.addLayout(row)
