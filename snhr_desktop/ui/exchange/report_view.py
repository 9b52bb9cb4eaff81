"""What an import did, or would do: its counts, and under each heading the records with the reasons."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QWidget

from snhr_desktop.exchange import sums_told
from snhr_desktop.exchange.report import DOUBTFUL_NOTE, DRY_TITLE, HEADING, TITLE, UNMAPPED, ImportReport, Section
from snhr_desktop.i18n import N_, NP_, Language, Message, kept_whole
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.exchange.line_list import LineList
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.widgets import Card, PlainLabel, StatusChip, button, label
from snhr_desktop.ui.widgets.notice import Notice
from snhr_desktop.ui.widgets.status_chip import Sign
from snhr_desktop.ui.widgets.wrapped_items import wrap_items

IMPORT, IMPORTING = N_("Take it in"), N_("Importing…")
IMPORT_WITHOUT = N_("Take it in without these words")
IMPORT_WITHOUT_COLUMNS = N_("Take it in without these columns")
PEOPLE = NP_(
    "{n} column that may count or list people is not taken in: {columns}. Choose in the mapping above what it is, or "
    "that it is left out on purpose.",
    "{n} columns that may count or list people are not taken in: {columns}. Choose in the mapping above what each is, "
    "or that it is left out on purpose.",
)
UNDECIDED = NP_(
    "For {n} word of the file nobody has said what it stands for. Choose a term for it in the mapping above, or take "
    "the records in without it.",
    "For {n} words of the file nobody has said what they stand for. Choose terms for them in the mapping above, or "
    "take the records in without them.",
)
IMPORT_ALL_THE_SAME = N_("Take it in all the same")
TWICE = NP_(
    "{n} new incident may be here already; its people would be counted twice. Look at it below. If this file is a "
    "corrected form of one that came in before, give it the name of that one and choose it again: then it corrects "
    "what that one brought.",
    "{n} new incidents may be here already; their people would be counted twice. Look at them below. If this file is a "
    "corrected form of one that came in before, give it the name of that one and choose it again: then it corrects "
    "what that one brought.",
)
TAKE_KEY = "Ctrl+Return"
NOTHING_TO_TELL = N_("Every record is taken over as it stands in the file.")
_SIGNS = (
    Sign("file-text", "muted"),
    Sign("plus", "green"),
    Sign("pencil", "accent"),
    Sign("check", "muted"),
    Sign("triangle-alert", "amber"),
    Sign("info", "amber"),
)
_LEAST_HEIGHT = 260


class ReportView(Card):
    """Hidden until there is a report; told again, in the other language, at each switch.

    `act` imports what a dry run was about, and is shown where there is something to import.
    """

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent=parent)
        self._kit = kit
        self._report: ImportReport | None = None
        self._sections: list[Section] = []
        self.title = PlainLabel("subheading", wrap=True)
        self.chips = tuple(StatusChip(kit) for _ in _SIGNS)
        self.headings, self.lines = QListWidget(), LineList(kit, N_("Records and reasons"))
        kit.tongue.bind(self.headings, accessibleName=N_("Headings of the report"))
        self.grouping = PlainLabel("muted", wrap=True)
        self.summed = PlainLabel("label", wrap=True)
        self._whole = label(kit, NOTHING_TO_TELL, "muted", wrap=True)
        self._doubtful = label(kit, DOUBTFUL_NOTE, "note", wrap=True)
        self.people, self.twice, self._undecided = Notice(kit), Notice(kit), PlainLabel("label", wrap=True)
        self._undecided.hide()
        self.act = button(kit, IMPORT, "import", "primary", with_key(IMPORT, TAKE_KEY))
        self._lay_out()
        self.headings.currentRowChanged.connect(lambda _: self._show_lines())
        kit.tongue.on_switch(self, self._tell)
        self.hide()

    def show_report(self, report: ImportReport, may_import: bool = False) -> None:
        """Show a report, and whether what it is about may be imported."""
        self._report = report
        self.work(False)
        self.act.setVisible(may_import)
        self._warn(report if may_import else None)
        self.headings.setCurrentRow(-1)
        self._tell()
        self.show()

    def work(self, importing: bool) -> None:
        """Say that it is being imported."""
        self.act.setEnabled(not importing)
        self._kit.tongue.bind(self.act, text=IMPORTING if importing else _import_of(self._report))

    def _warn(self, report: ImportReport | None) -> None:
        """Columns and words that nobody has decided on, incidents that may be here: taking the file in is not simply
        what comes next."""
        number = len(report.unmapped) + report.more.get(UNMAPPED, 0) if report else 0
        people = report.people if report else ()
        if people:
            self.people.tell(partial(_people, people), "attention", closable=False)
        else:
            self.people.clear()
        twice = report.perhaps_here if report else 0
        if twice:
            self.twice.tell(partial(_twice, twice), "attention", closable=False)
        else:
            self.twice.clear()
        self._undecided.setVisible(bool(number))
        self._kit.tongue.bind(self._undecided, text=partial(_undecided, number))
        open_still = bool(number or people or twice)
        mark(self.act, kind="" if open_still else "primary")
        icon = ("triangle-alert", "amber") if open_still else ("import", "on_accent")
        self._kit.theme.set_icon(self.act, *icon)

    def _tell(self) -> None:
        report = self._report
        if report is None:
            return
        heading = DRY_TITLE if report.dry_run else TITLE
        self._kit.tongue.bind(self.title, text=lambda language: language.text(heading, name=kept_whole(report.name)))
        numbers = (report.read, report.created, report.updated, report.unchanged, report.refusals, report.doubtful)
        for at, (chip, sign, number) in enumerate(zip(self.chips, _SIGNS, numbers, strict=True)):
            chip.show_state(partial(_count, report, at), sign if number else sign._replace(tone="muted"))
        self._doubtful.setVisible(bool(report.doubtful))
        self.grouping.setVisible(report.rows_told is not None)
        self._kit.tongue.bind(self.grouping, text=report.grouping)
        self.summed.setVisible(bool(report.new.records))
        self._kit.tongue.bind(self.summed, text=partial(sums_told.in_short, report.new))
        self._fill(report, self._kit.tongue.language)

    def _fill(self, report: ImportReport, language: Language) -> None:
        row = max(0, self.headings.currentRow())
        self._sections = list(report.sections(language))
        self.headings.clear()
        for heading, _, count in self._sections:
            told = language.text(HEADING, heading=heading, count=language.number(count))
            self.headings.addItem(language.sided(told))
        for shown in (self.headings, self.lines):
            shown.setVisible(bool(self._sections))
        self._whole.setVisible(not self._sections)
        self.headings.setCurrentRow(min(row, len(self._sections) - 1))
        self._show_lines()

    def _show_lines(self) -> None:
        row, language = self.headings.currentRow(), self._kit.tongue.language
        lines = self._sections[row].lines if 0 <= row < len(self._sections) else ()
        self.lines.show_lines([language.sided(line) for line in lines])

    def _lay_out(self) -> None:
        self.headings.setWordWrap(True)
        self.headings.setSpacing(3)
        wrap_items(self.headings)
        self._kit.theme.measure(self.headings, fixedWidth=300)
        self.headings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head, counts, both = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.act)
        for chip in self.chips:
            counts.addWidget(chip)
        counts.addStretch(1)
        both.setSpacing(12)
        both.addWidget(self.headings)
        both.addWidget(self.lines, 1)
        for shown in (self.headings, self.lines):
            self._kit.theme.measure(shown, minimumHeight=_LEAST_HEIGHT)
        self.body.addLayout(head)
        for warning in (self.people, self.twice):
            self.body.addWidget(warning)
        self.body.addLayout(counts)
        for told in (self.summed, self.grouping):
            self.body.addWidget(told)
        self.body.addWidget(self._undecided)
        self.body.addWidget(self._doubtful)
        self.body.addWidget(self._whole)
        self.body.addLayout(both, 1)


def _count(report: ImportReport, at: int, language: Language) -> str:
    return report.counts(language)[at]


def _import_of(report: ImportReport | None) -> Message:
    if report and report.people:
        return IMPORT_WITHOUT_COLUMNS
    if report and report.unmapped:
        return IMPORT_WITHOUT
    return IMPORT_ALL_THE_SAME if report and report.perhaps_here else IMPORT


def _people(columns: Sequence[str], language: Language) -> str:
    told = language.join([language.isolate(column) for column in columns])
    return language.plural(PEOPLE, len(columns), columns=told)


def _twice(number: int, language: Language) -> str:
    return language.plural(TWICE, number)


def _undecided(number: int, language: Language) -> str:
    return language.plural(UNDECIDED, number)
