"""The page of reports: choose one, edit its texts, see its pages, save it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, NC_
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.page import NOT_KEPT, Page
from snhr_desktop.ui.reports.choices import Choices
from snhr_desktop.ui.reports.edited_texts import EditedTexts
from snhr_desktop.ui.reports.making import Made, Material, gathered, made
from snhr_desktop.ui.reports.preview import Preview
from snhr_desktop.ui.reports.save_dialog import ask_where
from snhr_desktop.ui.reports.tabs import Tabs
from snhr_desktop.ui.reports.texts_pane import TextsPane
from snhr_desktop.ui.reports.wish import Wish
from snhr_desktop.ui.widgets import PageHeader, button

if TYPE_CHECKING:
    from snhr_desktop.domain.records import PeriodFile

TITLE = N_("Reports")
SAVE = N_("Save as PDF…")
PAGES, TEXTS, PAGES_OR_TEXTS = NC_("tab", "Pages"), NC_("tab", "Texts"), N_("Pages or texts of the report")
STOPS = N_(
    "The report was not made: a text has a placeholder that is missing or that nothing fills. "
    "What you typed is kept. Correct it, or restore the text."
)
WRITTEN = N_("{name} was written. It is not encrypted: whoever has it can read it.")


class ReportsPage(Page):
    """What is previewed is what is saved, byte for byte. `arrive` takes a `Wish`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._material: Material | None = None
        self._made: Made | None = None
        self._save_waits, self._turn = False, 0
        self.texts = EditedTexts(desk.operations, self)
        self.choices, self.preview = Choices(self.kit), Preview(self.kit)
        self.pane = TextsPane(self.kit, self.texts)
        self.save = button(self.kit, SAVE, "download", "primary", with_key(SAVE, "Ctrl+S"))
        self.tabs = Tabs(self.kit, PAGES_OR_TEXTS)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Ask for the periods, and gather the report again from the records as they are now."""
        self.desk.operations.ask(lambda workspace: workspace.periods(), self._offer, owner=self)

    def arrive(self, subject: Any) -> None:
        """Show the report a door led to."""
        if isinstance(subject, Wish):
            self.choices.choose(subject)
            self._gather()

    def may_close(self) -> bool:
        """Edited texts are in the store before it closes; where that fails, nothing is closed."""
        kept = self.texts.is_kept()
        if not kept:
            self.desk.tell(NOT_KEPT, "attention")
        return kept

    def start_saving(self) -> None:
        """Ask where to write the report, once it is made; or say what keeps it from being made."""
        self.tabs.go(self.preview)
        if self._made is not None:
            self._ask_where(self._made)
        elif self._may_make():
            self._save_waits = True
            self._gather()
        else:
            self.desk.tell(STOPS, "attention")

    def _offer(self, periods: "tuple[PeriodFile, ...]") -> None:
        self.choices.offer(periods)
        self._gather()

    def _gather(self) -> None:
        wish = self.choices.wish()
        if wish is None:
            return
        self.texts.flush()
        self._outdate()
        self._material = None
        self.preview.show_making()
        ask = self.desk.operations.ask
        ask(lambda workspace: gathered(workspace, wish), self._open, self._refused, self, "report")

    def _open(self, material: Material) -> None:
        self._material = material
        self.texts.open(material)
        self._make()

    def _make(self) -> None:
        """Lay the report out, if it is to be seen and nothing stops it."""
        material, overrides = self._material, self.texts.overrides()
        if self._made is not None or material is None or not self.tabs.shows(self.preview):
            return
        if not self._may_make():
            self._save_waits = False
            self.preview.show_stopped()
            return
        self.preview.show_making()
        show = partial(self._show, self._turn)
        self.desk.operations.ask(lambda _: made(material, overrides), show, self._refused, self, "report")

    def _may_make(self) -> bool:
        return self._material is None or not self.texts.stops(self._material.wish.languages)

    def _show(self, turn: int, report: Made) -> None:
        if turn != self._turn:  # edited since: these are not the pages that would be printed
            self._make()
            return
        self._made = report
        self.preview.show_made(report, self.texts.count())
        if self._save_waits:
            self._save_waits = False
            self._ask_where(report)

    def _outdate(self) -> None:
        self._made = None
        self._turn += 1

    def _ask_where(self, report: Made) -> None:
        path = ask_where(self.kit, report.name, self)
        if path is not None:
            self._write(report, path)

    def _write(self, report: Made, path: Path) -> None:
        from snhr_desktop.reports.render import write

        def told(_: None) -> None:
            self.desk.tell(lambda language: language.text(WRITTEN, name=path.name), "done")

        self.desk.operations.ask(lambda _: write(report.content, path), told, self.desk.refuse, self)

    def _refused(self, refusal: Refusal) -> None:
        self._save_waits = False
        self.preview.show_refused(refusal)

    def _go_to_texts(self) -> None:
        self.tabs.go(self.pane)
        self.pane.go_to_fault()

    def _turn_tab(self) -> None:
        self.preview.turner.setVisible(self.tabs.shows(self.preview) and self.preview.shows_pages)
        self._make()

    def _lay_out(self) -> None:
        header = PageHeader(self.kit, TITLE)
        header.trailing.addWidget(self.save)
        self.tabs.add(self.preview, PAGES)
        self.tabs.add(self.pane, TEXTS)
        self.tabs.trailing.addWidget(self.preview.turner)
        self.column.addWidget(header)
        self.column.addWidget(self.choices)
        self.column.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.save.clicked.connect(self.start_saving)
        self.choices.chosen.connect(self._gather)
        self.texts.edited.connect(self._outdate)
        self.texts.refused.connect(self.desk.refuse)
        self.tabs.changed.connect(self._turn_tab)
        self.preview.texts_asked.connect(self._go_to_texts)
        key = QShortcut(QKeySequence("Ctrl+S"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.start_saving)
