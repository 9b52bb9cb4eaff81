"""An entry and what is perhaps the same, side by side: open it, say that it is not, merge, or link the person."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.doubles.merging import Pair, proposal
from snhr_desktop.domain.records import Dossier
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.forms.doubles.compare_table import CompareTable
from snhr_desktop.ui.forms.doubles.hint import Hint
from snhr_desktop.ui.forms.doubles.rows import Comparison, Row
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Dialog, button, label
from snhr_desktop.workspace import LikelyPerson

SAME_INCIDENT, SAME_PERSON = N_("Is it the same incident?"), N_("Is it the same person?")
THIS_ENTRY = N_("This entry")
ONLY_DIFFERING = N_("Show only what differs")
OPEN, NOT_THE_SAME, MERGE = N_("Open the other record"), N_("Not the same"), N_("Merge the two…")
LINK = N_("Same person, other incident")
CLOSE = N_("Close")
SAVE_FIRST = N_("Save this entry first: only what is saved can be merged or linked.")
_SIZE = (980, 620)


class CompareDialog(Dialog):
    """Asks nothing of the store itself: each act is a signal, and closes it. Merging or linking may be `hindered`."""

    opened = Signal(str)
    """The identity of the incident that a person wants to read."""
    dismissed = Signal(object)
    merge_asked = Signal(object)
    """The other `Dossier`."""
    link_asked = Signal(str, str)
    """The identities of the two victims."""

    enter_acts = False

    def __init__(
        self, means: Means, here: Dossier, there: Dossier, hint: Hint, hindered: Words | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._means, self._here, self._there, self._hint = means, here, there, hint
        self._pair = self._victims() if isinstance(hint.likely, LikelyPerson) else None
        kit, person = means.kit, isinstance(hint.likely, LikelyPerson)
        title = SAME_PERSON if person else SAME_INCIDENT
        kit.tongue.bind(self, windowTitle=title)
        self.table = CompareTable(means, (THIS_ENTRY, lambda _: say_code(there.incident.reference)))
        self.only = kit.tongue.bind(QCheckBox(), text=ONLY_DIFFERING)
        self.only.toggled.connect(self.fill)
        self.read, self.dismiss = button(kit, OPEN, "external-link"), button(kit, NOT_THE_SAME, "x")
        self.act = button(kit, LINK if person else MERGE, "link" if person else "git-merge", "primary")
        self.act.setEnabled(hindered is None)
        self.close_ = button(kit, CLOSE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(10)
        whole.addWidget(label(kit, title, "heading"))
        whole.addWidget(label(kit, hint.likely.match.tell, "muted", wrap=True))
        whole.addWidget(self.table, 1)
        if hindered is not None:
            whole.addWidget(label(kit, hindered, "note", wrap=True))
        acts = QHBoxLayout()
        acts.addWidget(self.only)
        acts.addStretch(1)
        for each in (self.read, self.dismiss, self.close_, self.act):
            acts.addWidget(each)
        whole.addLayout(acts)
        self._connect(there)
        self.take_room(*_SIZE)
        kit.tongue.on_switch(self, self.fill)
        self.table.setFocus()

    def fill(self) -> None:
        """Say every row in the language spoken."""
        rows = self._rows(self._means.language)
        self.table.show_rows([row for row in rows if not self.only.isChecked() or row.key is None or row.ways])

    def _rows(self, language: Language) -> list[Row]:
        pairs = dict(proposal(self._here, self._there, self._means.gazetteer).pairs)
        compared = Comparison(self._here, self._there, pairs, self._means.gazetteer)
        if self._pair:
            return list(compared.victims(self._pair.one, self._pair.other, language))
        return list(compared.rows(language))

    def _victims(self) -> Pair | None:
        uids = [victim.uid for victim in self._there.victims]
        there = self._hint.likely.uid
        known = there in uids and self._hint.row < len(self._here.victims)
        return Pair(self._hint.row, uids.index(there)) if known else None

    def _connect(self, there: Dossier) -> None:
        self.close_.clicked.connect(self.reject)
        self.read.clicked.connect(lambda: self._done(lambda: self.opened.emit(there.incident.uid)))
        self.dismiss.clicked.connect(lambda: self._done(lambda: self.dismissed.emit(self._hint)))
        self.act.clicked.connect(lambda: self._done(self._merge_or_link))

    def _merge_or_link(self) -> None:
        if self._pair:
            self.link_asked.emit(self._here.victims[self._pair.one].uid, self._hint.likely.uid)
        else:
            self.merge_asked.emit(self._there)

    def _done(self, act: Callable[[], None]) -> None:
        self.accept()
        act()
