"""The rules of the office: whether a second person documents. Each change stands in the history with its reason."""

from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.rights import RULES
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.reason_line import ReasonLine
from snhr_desktop.ui.incidents.record.moments import say_moment
from snhr_desktop.ui.rights import may_write, only
from snhr_desktop.ui.widgets import Dialog, Labelled, Notice, PlainLabel, button, label
from snhr_desktop.workspace import OfficeRules, Revision, RulesSaved, Workspace

TITLE = N_("Rules of the office")
SECOND = N_("A second person documents")
WHAT = N_(
    "Whoever entered or changed an incident or a case last may not be the one who documents it. "
    "Who is who follows from the passphrase that each opens the store with."
)
WHY = N_("Reason for the change")
SAVE, CANCEL = N_("Save the rules"), N_("Cancel")
LAST = N_("Changed last: {moment}.")
SET, UNSET = N_("From now on a second person documents."), N_("From now on one person alone may document.")
_WIDTH = 520


class OfficeDialog(Dialog):
    """Reads the rules when it opens."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.second = desk.tongue.bind(QCheckBox(), text=SECOND)
        self.reason = ReasonLine(desk.kit)
        self.last, self.last_why = PlainLabel("note", wrap=True), PlainLabel("note", wrap=True)
        self.notice = Notice(desk.kit)
        self.save, self.cancel = button(desk.kit, SAVE, "check", "primary"), button(desk.kit, CANCEL)
        self.save.setDefault(True)
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.reject)
        desk.tongue.bind(self, windowTitle=TITLE)
        self._place()
        self._allow(False)
        desk.operations.ask(_read, self._show, self.notice.refuse, self)

    def submit(self) -> None:
        """Set the rules as they are chosen."""
        wanted, reason = OfficeRules(second_person=self.second.isChecked()), self.reason.text()
        self._allow(False)
        self._desk.operations.change(lambda w: w.set_rules(wanted, reason), self._done, self._refused, self)

    def _show(self, held: tuple[OfficeRules, tuple[Revision, ...]]) -> None:
        rules, saves = held
        self.second.setChecked(rules.second_person)
        self._allow(may_write(self._desk.operations, RULES))
        if not self._desk.operations.may(RULES):
            self.notice.tell(only(RULES), closable=False)
        self.second.setFocus()  # while the rules are read, only what closes can take the focus
        if saves:
            self._desk.tongue.bind(self.last, text=partial(_say_last, saves[-1]))
            self.last.show()
            self.last_why.setText(saves[-1].reason)
            self.last_why.setVisible(bool(saves[-1].reason))

    def _done(self, saved: RulesSaved) -> None:
        if saved.changes.types:
            self._desk.tell(SET if saved.rules.second_person else UNSET, "done")
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self._allow(True)
        self.notice.refuse(refusal)

    def _allow(self, may: bool) -> None:
        for widget in (self.save, self.second, self.reason):
            widget.setEnabled(may)

    def _place(self) -> None:
        kit = self._desk.kit
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self.cancel)
        acts.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(10)
        whole.addWidget(label(kit, TITLE, "heading"))
        whole.addWidget(self.notice)
        whole.addWidget(self.second)
        whole.addWidget(label(kit, WHAT, "note", wrap=True))
        whole.addWidget(Labelled(kit, WHY, self.reason))
        whole.addWidget(self.last)
        whole.addWidget(self.last_why)
        whole.addLayout(acts)
        for line in (self.last, self.last_why):
            line.hide()
        self._desk.theme.measure(self, minimumWidth=_WIDTH)


def _read(workspace: Workspace) -> tuple[OfficeRules, tuple[Revision, ...]]:
    return workspace.rules(), workspace.rules_history()


def _say_last(save: Revision, language: Language) -> str:
    return language.text(LAST, moment=say_moment(save.at, save.actor, language))
