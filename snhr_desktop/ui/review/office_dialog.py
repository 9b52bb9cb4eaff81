"""The rules of the office: whether a second person documents. Each change stands in the history with its reason."""

from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from snhr_desktop.domain.rights import RULES
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.forms.reason_line import ReasonLine
from snhr_desktop.ui.incidents.record.moments import say_moment
from snhr_desktop.ui.rights import hindrance
from snhr_desktop.ui.widgets import Labelled, PlainLabel, label
from snhr_desktop.workspace import OfficeRules, Revision, RulesSaved, Workspace

TITLE = N_("Rules of the office")
SECOND = N_("A second person documents")
WHAT = N_(
    "Whoever entered or changed an incident or a case last may not be the one who documents it. "
    "Who is who follows from the passphrase that each opens the store with."
)
WHY = N_("Reason for the change")
SAVE = N_("Save the rules")
LAST = N_("Changed last: {moment}.")
SET, UNSET = N_("From now on a second person documents."), N_("From now on one person alone may document.")


class OfficeDialog(FormDialog):
    """Reads the rules when it opens."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, TITLE, SAVE, parent=parent)
        self.second = desk.tongue.bind(QCheckBox(), text=SECOND)
        self.reason = ReasonLine(desk.kit)
        self.last, self.last_why = PlainLabel("note", wrap=True), PlainLabel("note", wrap=True)
        self._place()
        self.allow(False)
        desk.operations.ask(_read, self._show, self.notice.refuse, self)

    def submit(self) -> None:
        """Set the rules as they are chosen."""
        wanted, reason = OfficeRules(second_person=self.second.isChecked()), self.reason.text()
        self.change(lambda workspace: workspace.set_rules(wanted, reason), self._done)

    def allow(self, may: bool) -> None:
        """Let the rules be changed, or not."""
        for widget in (self.act, self.second, self.reason):
            widget.setEnabled(may)

    def _show(self, held: tuple[OfficeRules, tuple[Revision, ...]]) -> None:
        rules, saves = held
        self.second.setChecked(rules.second_person)
        self.keep("rules of the office", second=self.second, reason=self.reason)
        why = hindrance(self.desk.operations, RULES)
        self.allow(why is None)
        if why is not None:
            self.notice.tell(why, closable=False)
        self.second.setFocus()  # while the rules are read, only what closes can take the focus
        if saves:
            self.desk.tongue.bind(self.last, text=partial(_say_last, saves[-1]))
            self.last.show()
            self.last_why.setText(saves[-1].reason)
            self.last_why.setVisible(bool(saves[-1].reason))

    def _done(self, saved: RulesSaved) -> None:
        if saved.changes.types:
            self.desk.tell(SET if saved.rules.second_person else UNSET, "done")
        self.accept()

    def _place(self) -> None:
        kit = self.desk.kit
        self.body.setSpacing(10)
        for widget in (self.second, label(kit, WHAT, "note", wrap=True), Labelled(kit, WHY, self.reason)):
            self.body.addWidget(widget)
        for line in (self.last, self.last_why):
            self.body.addWidget(line)
            line.hide()


def _read(workspace: Workspace) -> tuple[OfficeRules, tuple[Revision, ...]]:
    return workspace.rules(), workspace.rules_history()


def _say_last(save: Revision, language: Language) -> str:
    return language.text(LAST, moment=say_moment(save.at, save.actor, language))
