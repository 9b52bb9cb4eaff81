"""The page of reports: choose one, edit its texts beside its pages, see it checked, save it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import LANGUAGES, N_, NC_, bare
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.press import Made
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.page import NOT_KEPT, Page
from snhr_desktop.ui.reports.check_pane import CheckPane
from snhr_desktop.ui.reports.choices import Choices
from snhr_desktop.ui.reports.composition import Composition
from snhr_desktop.ui.reports.edited_texts import EditedTexts
from snhr_desktop.ui.reports.making import name_of_file
from snhr_desktop.ui.reports.preview import Preview
from snhr_desktop.ui.reports.save_dialog import ask_where
from snhr_desktop.ui.reports.tabs import Tabs
from snhr_desktop.ui.reports.text_list import heading_of
from snhr_desktop.ui.reports.texts_pane import TextsPane
from snhr_desktop.ui.widgets import PageHeader, button

if TYPE_CHECKING:
    from snhr_desktop.domain.records import PeriodFile
    from snhr_desktop.workspace import Draft, Workspace

TITLE = N_("Reports")
SAVE = N_("Save as PDF…")
REPORT, TEXTS, CHECK = NC_("tab", "Report"), NC_("tab", "Texts"), NC_("tab", "Check")
PARTS = N_("What to do with the report")
STOPS = N_(
    "The report was not made: a text has a placeholder that is missing or that nothing fills. "
    "What you typed is kept. Correct it, or restore the text."
)
WRITTEN = N_("{name} was written. It is not encrypted: whoever has it can read it.")


class ReportsPage(Page):
    """What is previewed is what is saved, byte for byte. `arrive` takes a `Brief`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._waiting: Any = None
        self.texts = EditedTexts(desk.operations, self)
        self.composition = Composition(desk.operations, self.texts, self)
        self.choices, self.preview = Choices(desk), Preview(self.kit)
        self.pane, self.check = TextsPane(self.kit, self.texts), CheckPane(self.kit)
        self.save = button(self.kit, SAVE, "download", "primary", with_key(SAVE, "Ctrl+S"))
        self.tabs = Tabs(self.kit, PARTS, self.preview)
        self._lay_out()
        self._connect()

    # --- what the window asks ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for the periods, and gather the report again from the records as they are now."""

        def read(workspace: "Workspace") -> "tuple[tuple[PeriodFile, ...], tuple[Draft, ...]]":
            return workspace.periods(), workspace.drafts()

        self.desk.operations.ask(read, lambda found: self._offer(*found), owner=self)

    def arrive(self, subject: Any) -> None:
        """Show the report a door led to."""
        if isinstance(subject, Brief):
            self.choices.choose(subject)
            self.tabs.go(self.choices)
            self._gather()

    def may_close(self) -> bool:
        """Edited texts are in the store before it closes; where that fails, nothing is closed."""
        kept = self.texts.is_kept()
        if not kept:
            self.desk.tell(NOT_KEPT, "attention")
        return kept

    def hideEvent(self, event: QHideEvent) -> None:
        """What waits to be saved does not ask from behind another page, and the press needs no memory meanwhile."""
        super().hideEvent(event)
        self._waiting = None
        self.composition.rest()

    # --- acts -------------------------------------------------------------------------------------------------

    def start_saving(self) -> None:
        """Ask where to write the report, once it is made; or say what keeps it from being made."""
        self._with_made(self._ask_where)

    def _with_made(self, act: Any) -> None:
        """Do something with the report as it stands now, once its pages are made and its numbers agree."""
        if self.composition.made is not None:
            act(self.composition.made)
        elif not self.composition.may_make():
            self.desk.tell(STOPS, "attention")
            self._go_to_texts()
        elif self.composition.material is None:
            self._waiting = act
            self._gather()
        else:
            self._waiting = act
            self.composition.compose()

    def _ask_where(self, report: Made) -> None:
        material = self.composition.material
        path = ask_where(self.kit, name_of_file(material), self) if material else None
        if path is not None:
            self._write(report, path)

    def _write(self, report: Made, path: Path) -> None:
        from snhr_desktop.reports.render import write

        def told(_: None) -> None:
            self.desk.tell(lambda language: language.text(WRITTEN, name=path.name), "done")

        self.desk.operations.ask(lambda _: write(report.content, path), told, self.desk.refuse, self)

    # --- what holds it together -------------------------------------------------------------------------------

    def _offer(self, periods: "tuple[PeriodFile, ...]", drafts: "tuple[Draft, ...]") -> None:
        self.choices.offer(periods, drafts)
        self._gather()

    def _gather(self) -> None:
        brief = self.choices.brief()
        if brief is None:
            self.composition.drop()
            show = self.preview.show_wanting if self.choices.wants_incident() else self.preview.show_blank
            show()
            return
        before = self.composition.material
        if before is None or replace(before.brief, left_out=()) != replace(brief, left_out=()):
            self.preview.show_blank()  # pages of another report would be taken for those of this one
        self.composition.gather(brief)

    def _show(self) -> None:
        made = self.composition.made
        assert made is not None
        self.preview.show_made(made, self.texts.count())
        self.check.show_agreed(made.held)
        act, self._waiting = self._waiting, None
        if act is not None:
            act(made)

    def _refused(self, refusal: Refusal) -> None:
        waited, self._waiting = self._waiting, None
        self.preview.show_refused(refusal)
        self.check.show_refused(refusal)
        if waited is not None:
            self.tabs.go(self.check)

    def _stop(self) -> None:
        self._waiting = None
        self.preview.show_stopped()
        self.check.show_nothing()

    def _called_off(self) -> None:
        self._waiting = None
        self.preview.show_called_off()
        self.check.show_nothing()

    def _remake(self) -> None:
        if self.composition.material is None:
            self._gather()
        else:
            self.composition.compose()

    def _go_to_texts(self) -> None:
        self.tabs.go(self.pane)
        self.pane.go_to_fault()

    def _go_to_text(self, name: str, code: str) -> None:
        self.tabs.go(self.pane)
        self.pane.go_to(name, code)

    def _turn_to(self, name: str, code: str) -> None:
        """Show the page on which a text is printed, in that language where the edition has it."""
        material = self.composition.material
        if material is None or not self.preview.shows_pages:
            return
        languages = [one.code for one in material.brief.languages]
        language = LANGUAGES[code if code in languages else languages[0]]
        heading = heading_of(name)
        page = self.preview.view.page_of(bare(language.text(heading))) if heading else 0
        if page is not None:
            self.preview.view.go(page)

    # --- layout -----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        header = PageHeader(self.kit, TITLE)
        header.trailing.addWidget(self.save)
        for pane, words, share in ((self.choices, REPORT, 27), (self.pane, TEXTS, 56), (self.check, CHECK, 40)):
            self.tabs.add(pane, words, share)
        self.tabs.trailing.addWidget(self.preview.turner)
        self.column.addWidget(header)
        self.column.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        composition, preview = self.composition, self.preview
        self.save.clicked.connect(self.start_saving)
        self.choices.chosen.connect(self._gather)
        self.texts.refused.connect(self.desk.refuse)
        composition.stepped.connect(preview.show_step)
        composition.finished.connect(self._show)
        composition.refused.connect(self._refused)
        composition.stopped.connect(self._stop)
        composition.cancelled.connect(self._called_off)
        preview.progress.cancelled.connect(composition.cancel)
        preview.make_asked.connect(self._remake)
        preview.texts_asked.connect(self._go_to_texts)
        self.pane.entered.connect(self._turn_to)
        self.check.text_asked.connect(self._go_to_text)
        for keys, act in (("Ctrl+S", self.start_saving), ("Esc", composition.cancel)):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(act)
