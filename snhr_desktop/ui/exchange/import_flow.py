"""The way of a file into the store: looked at, mapped, tried, and only then taken in."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.exchange import mapping_shelf
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.reading import Choices
from snhr_desktop.exchange.refusals import BadMapping, ImportStopped, UnreadableFile
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.i18n import N_, kept_whole
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.exchange import mappings
from snhr_desktop.ui.exchange.file_line import FOLDER_KEY
from snhr_desktop.ui.exchange.file_line import KEY as CHOOSE_KEY
from snhr_desktop.ui.exchange.import_card import ALL_REFUSED, NOTHING_NEW, TRYING, ImportCard
from snhr_desktop.ui.exchange.import_run import ImportRun
from snhr_desktop.ui.exchange.looking import Asked, Look, look
from snhr_desktop.ui.exchange.mapping_card import SAVE_KEY, TRY_KEY, MappingCard
from snhr_desktop.ui.exchange.report_view import IMPORTING, TAKE_KEY, ReportView
from snhr_desktop.ui.tongue import Words

IMPORTED = N_("The file {name} was imported; the report below tells what became of each record.")
SAVED = N_("The mapping {name} was saved. Files with the same columns will be recognised by it.")
NOT_SAVED = N_("The mapping could not be saved on this computer.")
LOOKING = N_("The file is being read…")
NAMELESS = N_("Give the mapping a name.")


class ImportFlow(QObject):
    """Holds the cards of the page together; `hindered` says why nothing can be taken in, if so.

    `told` when a report is shown that a person should see, `taken` when a file was taken in.
    """

    told, taken = Signal(), Signal()

    def __init__(self, desk: Desk, hindered: Words | None, page: QWidget) -> None:
        super().__init__(page)
        self.desk, self._hindered = desk, hindered
        self.asked: Asked | None = None
        self.card, self.report = ImportCard(desk.kit, hindered), ReportView(desk.kit)
        self.mapping = MappingCard(desk.kit, desk.operations.gazetteer)
        self.run = ImportRun(desk.operations, self)
        self._follow_run(page)
        self.card.tried.connect(self._begin)
        self.mapping.changed.connect(self._read_otherwise)
        self.mapping.mapped.connect(self._map)
        self.mapping.coded.connect(self._code)
        self.mapping.constants.fixed.connect(self._fix)
        self.mapping.outlined.connect(self._outline)
        self.mapping.loosened.connect(self._loosen)
        self.mapping.parted.connect(self._part)
        self.mapping.act.clicked.connect(self.try_it)
        self.mapping.save.clicked.connect(self._save)
        self.report.act.clicked.connect(self._take_in)
        for keys, pressed in (
            (CHOOSE_KEY, self.card.file.choose), (FOLDER_KEY, self.card.file.folder), (TRY_KEY, self.mapping.act),
            (SAVE_KEY, self.mapping.save), (TAKE_KEY, self.report.act), ("Ctrl+Enter", self.report.act),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), page).activated.connect(pressed.click)

    def _follow_run(self, page: QWidget) -> None:
        """Show how far an import has come, and let it be called off."""
        self.run.progressed.connect(self._progress)
        self.run.guarding.connect(self._guard)
        self.run.settling.connect(self.card.tell_settling)
        self.run.tried.connect(self._show_tried)
        self.run.not_tried.connect(self._refused)
        self.run.done.connect(self._show_imported)
        self.run.not_done.connect(self._not_imported)
        self.card.progress.cancelled.connect(self.run.call_off)
        QShortcut(QKeySequence("Esc"), page).activated.connect(self.card.progress.cancel.click)

    def _guard(self) -> None:
        """What is told late, after the end, is passed over."""
        if self.card.progress.isVisible():
            self.card.tell_guarding()

    def _progress(self, done: int, read: int, size: int) -> None:
        """The same."""
        if self.card.progress.isVisible():
            self.card.tell_done(done, read, size)

    def try_it(self) -> None:
        """Tell what would become of each record; nothing is saved."""
        asked, mapping = self.asked, self._mapping()
        if asked is None:
            return
        self._quiet(TRYING)
        self._show_under_way(TRYING)
        self.run.try_file(asked.path, mapping, asked.choices)

    # --- what a person changes --------------------------------------------------------------------------------

    def _begin(self) -> None:
        path = self.card.path
        if path is not None:
            self.mapping.clear()
            choices = Choices(form=self.card.form_path)
            self._ask(Asked(path, choices, self.card.mapping_path(), self.card.made()))

    def _read_otherwise(self) -> None:
        """Other columns may come of it: what was said of them is forgotten."""
        if self.asked:
            choices = replace(self.mapping.reading.choices, form=self.card.form_path)
            self._ask(replace(self.asked, choices=choices, targets={}, words={}, constants={}, rows=""))

    def _map(self, repeat: str, column: str, target: str) -> None:
        if self.asked:
            self._ask(replace(self.asked, targets={**self.asked.targets, (repeat, column): target}))

    def _code(self, column: str, word: str, code: str) -> None:
        if self.asked:
            said = {**self.asked.words.get(column, {}), word: code}
            self._ask(replace(self.asked, words={**self.asked.words, column: said}), then_try=True)

    def _fix(self, part: str, field: str, value: object) -> None:
        if self.asked:
            constants = {**self.asked.constants, (part, field): value}
            self._ask(replace(self.asked, constants=constants), then_try=self.report.isVisible())

    def _outline(self, by: bool) -> None:
        if self.asked:
            self._ask(replace(self.asked, outlines=by))

    def _loosen(self, lenient: bool) -> None:
        if self.asked:
            self._ask(replace(self.asked, lenient=lenient), then_try=self.report.isVisible())

    def _part(self, rows: str) -> None:
        """Columns are taken for other things then: what was said of their words and constants is forgotten."""
        if self.asked:
            self._ask(replace(self.asked, rows=rows, words={}, constants={}))

    def _ask(self, asked: Asked, then_try: bool = False) -> None:
        self.asked = asked
        self._quiet(LOOKING)
        self._show_under_way(LOOKING)
        waiting = self.run.reading()
        self.desk.operations.ask(
            lambda workspace: look(workspace, asked, waiting),
            partial(self._show, then_try),
            self._refused,
            self,
            "import",
        )

    def _show_under_way(self, words: Words) -> None:
        """What runs can be called off."""
        self.card.tell_begun(words)

    def _quiet(self, words: Words) -> None:
        """What was told before is no longer so, above the page either."""
        self.desk.tell_no_more()
        self.report.hide()
        self.mapping.act.setEnabled(False)
        self.mapping.lead(True)
        self.card.tell(words)

    # --- what is told -----------------------------------------------------------------------------------------

    def _show(self, then_try: bool, found: Look) -> None:
        self.mapping.show_look(found)
        self.mapping.act.setEnabled(True)
        self.card.tell(self._hindered)
        if (found.known and not found.changed) or then_try:
            self.try_it()
        else:
            self.mapping.table.setFocus()

    def _show_tried(self, report: ImportReport) -> None:
        to_save = report.created + report.updated + report.files.taken
        may_import = bool(to_save) and self._hindered is None
        self.mapping.act.setEnabled(True)
        self.mapping.lead(not may_import)
        self.mapping.show_words(report)
        self.report.show_report(report, may_import=may_import)
        self.told.emit()
        left = ALL_REFUSED if report.refusals else NOTHING_NEW
        self.card.tell(self._hindered or (None if to_save else left))

    def _refused(self, refusal: Refusal) -> None:
        """It could not be read or tried; what is wrong with the mapping is told beside it."""
        self.mapping.act.setEnabled(True)
        self.card.tell(refusal.tell if isinstance(refusal, ImportStopped) else None)
        if isinstance(refusal, ImportStopped):
            return
        form = self.asked.choices.form if self.asked else None
        if form and isinstance(refusal, UnreadableFile) and refusal.values["name"] == form.name:
            self.card.form_line.complain(refusal.tell)
        elif isinstance(refusal, BadMapping):
            self.card.mapping_line.complain(refusal.tell)
        else:
            self.desk.refuse(refusal)

    # --- what is done -----------------------------------------------------------------------------------------

    def _mapping(self) -> FileMapping | None:
        """The mapping as it is shown; None for our own dossiers."""
        return self.mapping.look.mapping if self.mapping.look else None

    def _take_in(self) -> None:
        asked, mapping = self.asked, self._mapping()
        if asked is None:
            return
        self.report.work(importing=True)
        self.card.tell_begun(IMPORTING)
        self.run.save_file(asked.path, mapping, asked.choices)

    def _show_imported(self, report: ImportReport) -> None:
        self.card.tell(None)
        self.report.show_report(report)
        self.desk.tell(lambda language: language.text(IMPORTED, name=kept_whole(report.name)), "done")
        self.taken.emit()

    def _not_imported(self, refusal: Refusal) -> None:
        """Nothing was saved; it can be asked for again."""
        self.report.work(importing=False)
        self.card.tell(refusal.tell if isinstance(refusal, ImportStopped) else None)
        if not isinstance(refusal, ImportStopped):
            self.desk.refuse(refusal)

    def _save(self) -> None:
        mapping, name = self._mapping(), self.mapping.name.text().strip()
        if mapping is None:
            return
        if not name:
            self.mapping.name_line.complain(NAMELESS)
            self.mapping.name.setFocus()
            return
        if name not in (mapping.name_en, mapping.name_ar):
            mapping = replace(mapping, name_en=name, name_ar=name)
        self.desk.operations.ask(lambda _: _kept(mapping), partial(self._tell_saved, name), owner=self)

    def _tell_saved(self, name: str, kept: bool) -> None:
        if kept:
            self.card.mapping.offer(mappings.options())
            self.desk.tell(lambda language: language.text(SAVED, name=name), "done")
        else:
            self.desk.tell(NOT_SAVED)


def _kept(mapping: FileMapping) -> bool:
    try:
        mapping_shelf.keep(mapping)
    except OSError:
        return False
    return True
