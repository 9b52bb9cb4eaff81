"""Before records leave the store: which, in which form, for whom, and what that means. Then where to."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.errors import Refusal
from snhr_desktop.exchange.export.asked import (
    CSV,
    ENDINGS,
    FORMS,
    HXL,
    INTERNAL,
    JSON,
    XLSX,
    Asked,
    ExportStopped,
    NobodyNamed,
    Outlook,
)
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.reports.brief import PUBLIC
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.exchange.choices import ALL, OF_FILTER, OF_PERIOD, Choices
from snhr_desktop.ui.exchange.exporting import Exporting
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.forms.reason_line import ReasonLine
from snhr_desktop.ui.reports.progress_line import ProgressLine
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox, Labelled, Notice, PlainLabel
from snhr_desktop.workspace import Exported, Workspace

TITLE, ACT = N_("Export records"), N_("Choose where, and write")
WHICH, FORM, FOR_WHOM = N_("Which records"), N_("Form"), N_("Audience")
CHOSEN = NP_("{n} incident chosen in the list", "{n} incidents chosen in the list")
WHOLE = N_("Everything as it is kept, including who the sources are")
FILES = N_("The files kept with them too, as they were taken in")
TO, TO_HINT = N_("To whom"), N_("A person, court or organisation. It stands in the custody log of each file.")
FLAT = N_("One table of all victims with their incidents")
WORDS = N_("Words in place of codes")
TERMS = N_("All terms of the office, those that no record uses among them")
FILE_TITLE, FOLDER_TITLE = N_("Where to write the export"), N_("Folder to write the tables into")
PREPARING = N_("Preparing…")
LOOKING = N_("Persons looked at who may have to stay unnamed: {n}")
WRITING = N_("Records written: {done} of {total}")
WRITTEN = N_("{name} was written. It is not encrypted: whoever has it can read it.")
NOTHING = N_("No such record is for these readers, so there is nothing to write. Choose other records or readers.")
NAME = "export"
PICKED = "picked"


class ExportDialog(FormDialog):
    """`rows` are those of incidents that were chosen in a list: they are offered first."""

    def __init__(self, desk: Desk, rows: tuple[int, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(desk, TITLE, ACT, None, parent)
        kit = desk.kit
        self._rows, self._picked = rows, tuple[str, ...]()
        self.which = ChoiceBox(kit, WHICH, self._options(()))
        self.form = ChoiceBox(kit, FORM, list(FORMS.items()))
        self.form.choose(XLSX)
        self.audience = ChoiceBox(kit, FOR_WHOM, [(code, term.label) for code, term in vocabulary("audience").items()])
        self.audience.choose(PUBLIC)
        self.whole, self.flat, self.words, self.terms = (
            kit.tongue.bind(QCheckBox(), text=text, accessibleName=text) for text in (WHOLE, FLAT, WORDS, TERMS)
        )
        self.files = kit.tongue.bind(QCheckBox(), text=FILES, accessibleName=FILES)
        self.recipient = ReasonLine(kit)
        self.to = Labelled(kit, TO, self.recipient, TO_HINT, required=True)
        self.outlook, self.warning = PlainLabel("muted", wrap=True), Notice(kit)
        self.progress = ProgressLine(kit)
        self.progress.cancel.hide()  # the dialog has such a button itself, which calls it off
        self.exporting = Exporting(desk.operations, self)
        self._place()
        self._connect()
        self.keep("export", files=self.files, recipient=self.recipient)
        desk.operations.ask(partial(_offered, rows=rows), self._offer, owner=self)
        self._look()

    def asked(self) -> Asked:
        """What is chosen now."""
        form, which = self.form.code(), self.which.code()
        asked = Asked(form, self.audience.code(), whole=self.whole.isChecked(), words=self.words.isChecked())
        asked = replace(asked, flat=form == CSV and self.flat.isChecked())
        asked = replace(asked, terms=form == JSON and self.terms.isChecked())
        if self.files.isChecked():
            asked = replace(asked, files=True, recipient=self.recipient.text())
        kind, _, name = which.partition(":")
        if which == PICKED:
            return replace(asked, incidents=self._picked)
        named = {one: name if kind == one else "" for one in (OF_PERIOD, OF_FILTER)}
        return replace(asked, period=named[OF_PERIOD], saved_filter=named[OF_FILTER])

    def submit(self) -> None:
        """Ask where to, and write."""
        if self.files.isChecked() and not self.recipient.text().strip():
            self.to.complain(NobodyNamed().tell)
            self.recipient.setFocus()
        elif self.act.isEnabled() and (path := self.ask_path()) is not None:
            self.work()
            self.progress.tell(PREPARING)
            self.exporting.start(self.asked(), path, self.desk.tongue.language)

    def ask_path(self) -> Path | None:
        """The place a person chose."""
        asked = self.asked()
        ending = ".csv" if asked.flat else ENDINGS[asked.form]
        title = FOLDER_TITLE if asked.is_folder else FILE_TITLE
        proposed = file_dialog.documents() / f"{NAME}-{asked.audience}{ending}"
        return file_dialog.ask_where(self.desk.kit, title, self, proposed)

    def reject(self) -> None:
        """Call off what is being written, or leave."""
        if self.progress.isVisible():
            self.exporting.call_off()
        else:
            super().reject()

    # --- what is told -----------------------------------------------------------------------------------------

    def _offer(self, choices: Choices) -> None:
        self._picked = choices.picked
        self.which.offer(self._options(choices.named))
        self.which.choose(PICKED if self._picked else ALL)
        self._look()

    def _options(self, named: tuple[tuple[str, Words], ...]) -> list[tuple[str, Words]]:
        picked: list[tuple[str, Words]] = [(PICKED, self._say_picked)] if self._picked else []
        return [*picked, (ALL, N_("All records")), *named]

    def _say_picked(self, language: Language) -> str:
        return language.plural(CHOSEN, len(self._picked))

    def _word(self, *_: object) -> None:
        """Tables are opened in a spreadsheet and read by people; those with tags by programs, which go by the codes."""
        self.words.setChecked(self.form.code() == CSV)

    def _look(self, *_: object) -> None:
        """Ask what the export would take out, as it is chosen now."""
        internal = self.audience.code() == INTERNAL
        self.whole.setEnabled(internal and not self.desk.operations.user.no_sources)
        self.files.setEnabled(internal)
        for box in (self.whole, self.files):
            if not box.isEnabled():
                box.setChecked(False)
        self.to.setVisible(self.files.isChecked())
        self.flat.setVisible(self.form.code() == CSV)
        self.words.setVisible(self.form.code() in (CSV, HXL))
        self.terms.setVisible(self.form.code() == JSON)
        asked = self.asked()
        self.desk.operations.ask(
            lambda workspace: workspace.export_outlook(asked),
            self._show,
            self._refused,
            self,
            "export outlook",
        )

    def _show(self, outlook: Outlook) -> None:
        self.notice.clear()
        anything = bool(outlook.incidents or outlook.cases)
        self.desk.tongue.bind(self.outlook, text=outlook.counts if anything else partial(_nothing, outlook))
        self.warning.tell(partial(_warnings, outlook), "attention", closable=False)
        self.allow(anything)

    def _tell_progress(self, done: int, of: int) -> None:
        self.progress.tell(partial(_say_progress, done, of), done, of)

    def _tell_prepared(self, persons: int) -> None:
        self.progress.tell(lambda language: language.text(LOOKING, n=language.number(persons)))

    def _tell_done(self, exported: Exported) -> None:
        name = exported.path.name
        self.desk.tell(lambda language: language.text(WRITTEN, name=name), "done")
        self.progress.hide()
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self.progress.hide()
        if isinstance(refusal, ExportStopped):
            self.notice.tell(refusal.tell)
            self.allow(True)
        else:
            self.refuse(refusal)

    # --- what holds it together -------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.form.chosen.connect(self._word)
        for box in (self.which, self.form, self.audience):
            box.chosen.connect(self._look)
        for check in (self.whole, self.files, self.flat):
            check.toggled.connect(self._look)
        self.recipient.textChanged.connect(lambda _: self.to.settle())
        self.exporting.progressed.connect(self._tell_progress)
        self.exporting.prepared.connect(self._tell_prepared)
        self.exporting.done.connect(self._tell_done)
        self.exporting.refused.connect(self._refused)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.submit)
        self.desk.tongue.bind(self.act, toolTip=with_key(ACT, "Ctrl+Return"))

    def _place(self) -> None:
        kit = self.desk.kit
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(Labelled(kit, FORM, self.form), 1)
        both.addWidget(Labelled(kit, FOR_WHOM, self.audience), 1)
        self.body.addWidget(Labelled(kit, WHICH, self.which))
        self.body.addLayout(both)
        for widget in (
            self.whole,
            self.files,
            self.to,
            self.flat,
            self.words,
            self.terms,
            self.outlook,
            self.warning,
            self.progress,
        ):
            self.body.addWidget(widget)
        self.body.addStretch(1)  # what is hidden leaves its room below, and none between the fields
        kit.theme.measure(self, minimumWidth=620)


def _offered(workspace: Workspace, rows: tuple[int, ...]) -> Choices:
    return Choices.of(workspace, rows)


def _nothing(outlook: Outlook, language: Language) -> str:
    return f"{outlook.counts(language)}\n{language.text(NOTHING)}"


def _warnings(outlook: Outlook, language: Language) -> str:
    return " ".join(language.text(one) for one in outlook.warnings())


def _say_progress(done: int, of: int, language: Language) -> str:
    return language.text(WRITING, done=language.number(done), total=language.number(of))
