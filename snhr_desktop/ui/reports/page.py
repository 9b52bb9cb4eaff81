"""The page of reports: choose one, edit its texts beside its pages, see it checked, save it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from snhr_desktop.domain.rights import PUBLISH as PUBLISHING
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import LANGUAGES, N_, NC_, Language, bare
from snhr_desktop.reports.brief import PUBLIC, Brief
from snhr_desktop.reports.press import Made
from snhr_desktop.reports.publishing import SavedMeanwhile
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.page import NOT_KEPT, Page
from snhr_desktop.ui.reports.check_pane import CheckPane, say_held
from snhr_desktop.ui.reports.choices import Choices
from snhr_desktop.ui.reports.composition import Composition
from snhr_desktop.ui.reports.edited_texts import EditedTexts
from snhr_desktop.ui.reports.making import name_of_file
from snhr_desktop.ui.reports.outlet import Outlet
from snhr_desktop.ui.reports.preview import Preview
from snhr_desktop.ui.reports.published_pane import PublishedPane
from snhr_desktop.ui.reports.publishing import Publishing, say_published
from snhr_desktop.ui.reports.tabs import Tabs
from snhr_desktop.ui.reports.text_list import heading_of
from snhr_desktop.ui.reports.texts_pane import TextsPane
from snhr_desktop.ui.rights import close_off
from snhr_desktop.ui.widgets import PageHeader, button

if TYPE_CHECKING:
    from snhr_desktop.domain.records import PeriodFile
    from snhr_desktop.workspace import Draft, Workspace

TITLE = N_("Reports")
SAVE, PRINT, PUBLISH = N_("Save as PDF…"), N_("Print…"), N_("Publish…")
REPORT, TEXTS, CHECK = NC_("tab", "Report"), NC_("tab", "Texts"), NC_("tab", "Check")
PUBLISHED = NC_("tab", "Published")
PARTS = N_("What to do with the report")
STOPS = N_(
    "The report was not made: a text has a placeholder that is missing or that nothing fills. "
    "What you typed is kept. Correct it, or restore the text."
)
PRINTING = N_("Printing page {page} of {pages}…")


class ReportsPage(Page):
    """What is previewed is what is saved, byte for byte. `arrive` takes a `Brief`, or the code of a published one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._waiting: Any = None
        self.texts = EditedTexts(desk.operations, self)
        self.composition = Composition(desk.operations, self.texts, self)
        self.choices, self.preview = Choices(desk), Preview(self.kit)
        self.pane, self.check = TextsPane(self.kit, self.texts), CheckPane(self.kit)
        self.published, self.stored = PublishedPane(desk), Preview(self.kit)
        self.outlet, self.publishing = Outlet(desk, self), Publishing(desk, self)
        self.save = button(self.kit, SAVE, "download", "primary", with_key(SAVE, "Ctrl+S"))
        self.print = button(self.kit, PRINT, "printer", hint=with_key(PRINT, "Ctrl+P"))
        self.publish = button(self.kit, PUBLISH, "badge-check")
        close_off(self.kit.tongue, desk.operations, self.publish, right=PUBLISHING)
        self.beside, self.turners = QStackedWidget(), QStackedWidget()
        self.tabs = Tabs(self.kit, PARTS, self.beside)
        self._lay_out()
        self._connect()
        self.kit.tongue.on_switch(self, self._hear_tongue)

    def _hear_tongue(self) -> None:
        """Gather the report again where its figures are to be written with other digits."""
        material, brief = self.composition.material, self.choices.brief()
        if material is not None and brief is not None and material.brief.arabic_indic != brief.arabic_indic:
            self._gather()

    # --- what the window asks ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for the periods, and gather the report again from the records as they are now."""

        def read(workspace: "Workspace") -> "tuple[tuple[PeriodFile, ...], tuple[Draft, ...]]":
            return workspace.periods(), workspace.drafts()

        if self.tabs.shows(self.published):
            self.published.refresh()
        self.desk.operations.ask(read, lambda found: self._offer(*found), owner=self)

    def arrive(self, subject: Any) -> None:
        """Show the report a door led to."""
        if isinstance(subject, Brief):
            self.choices.choose(subject)
            self.tabs.go(self.choices)
            self._gather()
        elif isinstance(subject, str) and subject:
            self.tabs.go(self.published)
            self.published.choose(subject)

    def may_close(self) -> bool:
        """Edited texts are in the store before it closes; where that fails, nothing is closed."""
        kept = self.texts.is_kept()
        if not kept:
            self.desk.tell(NOT_KEPT, "attention")
        return kept

    def put_away(self) -> None:
        """Write edited texts; what is being made, printed or published is called off, and the press ended."""
        self.texts.flush()
        self.call_off()
        self.composition.end()

    def unsure(self) -> bool:
        """Whether edited texts are not known to be in the store."""
        return self.texts.unsure

    def unkept(self) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """Edited texts that could not be written."""
        return self.texts.unkept()

    def hideEvent(self, event: QHideEvent) -> None:
        """What waits to be saved does not ask from behind another page, and the press needs no memory meanwhile."""
        super().hideEvent(event)
        self._waiting = None
        self.composition.rest()

    # --- acts -------------------------------------------------------------------------------------------------

    def start_saving(self) -> None:
        """Ask where to write the report, once it is made; or say what keeps it from being made."""
        if self.tabs.shows(self.published):
            self._with_stored(self.published.code(), self.outlet.save)
        else:
            self._with_made(lambda made: self.outlet.save(made.content, self._name(), partial(say_held, made.held)))

    def start_printing(self) -> None:
        """Ask which printer to print on, once the report is made."""
        if self.tabs.shows(self.published):
            self._with_stored(self.published.code(), lambda content, _: self.outlet.print_out(content))
        else:
            self._with_made(lambda made: self.outlet.print_out(made.content))

    def start_publishing(self) -> None:
        """Ask whether to publish the report, once it is made and its numbers agree."""

        def ask(made: Made) -> None:
            if material := self.composition.material:
                self.publishing.start(material, self.texts.overrides(), partial(say_held, made.held))

        self._with_made(ask)

    def call_off(self) -> None:
        """Stop whatever is under way."""
        self.composition.cancel()
        self.publishing.cancel()
        self.outlet.cancel()

    def _with_made(self, act: Any) -> None:
        """Do something with the report as it stands now, once its pages are made and its numbers agree."""
        if self.composition.made is not None and self._is_chosen():
            act(self.composition.made)
        elif not self.composition.may_make():
            self.desk.tell(STOPS, "attention")
            self._go_to_texts()
        elif not self._is_chosen():
            self._gather()
            self._waiting = act
        else:
            self._waiting = act
            self.composition.compose()

    def _is_chosen(self) -> bool:
        """Whether the report in hand is the one that is chosen: nothing else is saved, printed or published."""
        material, brief = self.composition.material, self.choices.brief()
        if material is None or brief is None:
            return False
        return material.brief == replace(brief, scope=brief.scope or material.brief.scope)

    def _with_stored(self, code: str, act: Callable[[bytes, str], None]) -> None:
        """Do something with the file of a published report, and the name it is given."""
        publication = self.published.publication(code)
        if publication is None:
            return
        readers = "" if publication.audience == PUBLIC else f"-{publication.audience}"
        name = f"{publication.code}-{publication.edition}{readers}.pdf"
        ask = self.desk.operations.ask
        ask(lambda store: store.published_file(code), lambda content: act(content, name), self.desk.refuse, self)

    def _save_addendum(self, code: str) -> None:
        ask, name = self.desk.operations.ask, f"{code}-addendum.pdf"
        ask(lambda store: store.addendum(code), lambda content: self.outlet.save(content, name), self.desk.refuse, self)

    def _name(self) -> str:
        material = self.composition.material
        return name_of_file(material) if material else ""

    # --- what holds it together -------------------------------------------------------------------------------

    def _show_stored(self, code: str) -> None:
        if not code:
            self.stored.show_blank()
            return

        def show(content: bytes) -> None:
            if code == self.published.code():
                self.stored.show_file(content)

        self.desk.operations.ask(lambda store: store.published_file(code), show, self.stored.show_refused, self)

    def _tell_published(self, code: str) -> None:
        self.preview.progress.hide()
        self.desk.tell(lambda language: say_published(code, language), "done")
        self.tabs.go(self.published)
        self.published.choose(code)
        self._gather()  # the next report tells what this one gave otherwise

    def _not_published(self, refusal: Refusal) -> None:
        self.preview.progress.hide()
        self.desk.refuse(refusal)
        if isinstance(refusal, SavedMeanwhile):
            self._gather()

    def _tell_printing(self, done: int, of: int) -> None:
        def told(language: Language) -> str:
            return language.text(PRINTING, page=language.number(done), pages=language.number(of))

        self._in_front().progress.tell(told, done, of)

    def _end_printing(self) -> None:
        for one in (self.preview, self.stored):
            one.progress.hide()

    def _in_front(self) -> Preview:
        return self.stored if self.tabs.shows(self.published) else self.preview

    def _turn_tab(self) -> None:
        """Show what belongs to the tab: the report in hand, or the one that is published."""
        front = self._in_front()
        self.beside.setCurrentWidget(front)
        self.turners.setCurrentIndex(self.beside.indexOf(front))
        for act in (self.save, self.print, self.publish):
            act.setVisible(front is self.preview)
        if front is self.stored:
            self.published.refresh()

    def _offer(self, periods: "tuple[PeriodFile, ...]", drafts: "tuple[Draft, ...]") -> None:
        self.choices.offer(periods, drafts)
        self._gather()

    def _gather(self) -> None:
        self._waiting = None  # what was asked of the report before is not asked of this one
        brief = self.choices.brief()
        if brief is None:
            self.composition.drop()
            show = self.preview.show_wanting if self.choices.wants_incident() else self.preview.show_blank
            show()
            return
        before = self.composition.material
        if before is None or replace(before.brief, left_out=()) != replace(brief, left_out=()):
            self.preview.show_blank()  # pages of another report would be taken for those of this one
        self.check.show_nothing()
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
        if material := self.composition.material:
            self.check.show_stopped(self.texts.stops(material.brief.languages)[0])

    def _uncheck(self, _: str) -> None:
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
        brief = self.choices.brief()
        self.tabs.go(self.pane)
        self.pane.go_to_fault([one.code for one in brief.languages] if brief else [])

    def _go_to_text(self, name: str, code: str) -> None:
        self.tabs.go(self.pane)
        self.pane.go_to(name, code)

    def _turn_to(self, name: str, code: str) -> None:
        """Show the page on which a text is printed, in that language where the edition has it."""
        material = self.composition.material
        if material is None or not self.preview.shows_pages:
            return
        languages = [one.code for one in material.brief.languages]
        language = material.brief.written(LANGUAGES[code if code in languages else languages[0]])
        heading = heading_of(name)
        page = self.preview.view.page_of(bare(language.text(heading))) if heading else 0
        if page is not None:
            self.preview.view.go(page)

    # --- layout -----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        header = PageHeader(self.kit, TITLE)
        for act in (self.publish, self.print, self.save):
            header.trailing.addWidget(act)
        self.column.addWidget(header)
        self.column.addWidget(self.tabs, 1)  # before what they hold, which takes its style anew with each move
        for pane, words, share in (
            (self.choices, REPORT, 27), (self.pane, TEXTS, 56), (self.check, CHECK, 40),
            (self.published, PUBLISHED, 46),
        ):  # fmt: skip
            self.tabs.add(pane, words, share)
        for one in (self.preview, self.stored):
            self.beside.addWidget(one)
            self.turners.addWidget(_held(one.turner))
        self.tabs.trailing.addWidget(self.turners)

    def _connect(self) -> None:
        composition, preview = self.composition, self.preview
        self.save.clicked.connect(self.start_saving)
        self.print.clicked.connect(self.start_printing)
        self.publish.clicked.connect(self.start_publishing)
        self.tabs.changed.connect(self._turn_tab)
        self._connect_published()
        self.choices.chosen.connect(self._gather)
        self.texts.refused.connect(self.desk.refuse)
        self.texts.edited.connect(self._uncheck)
        composition.stepped.connect(preview.show_step)
        composition.finished.connect(self._show)
        composition.refused.connect(self._refused)
        composition.stopped.connect(self._stop)
        composition.cancelled.connect(self._called_off)
        for one in (preview, self.stored):
            one.progress.cancelled.connect(self.call_off)
        preview.make_asked.connect(self._remake)
        preview.texts_asked.connect(self._go_to_texts)
        self.pane.entered.connect(self._turn_to)
        self.check.text_asked.connect(self._go_to_text)
        for keys, act in (
            ("Ctrl+S", self.start_saving), ("Ctrl+P", self.start_printing), ("Esc", self.call_off),
        ):  # fmt: skip
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(act)

    def _connect_published(self) -> None:
        published, outlet, publishing = self.published, self.outlet, self.publishing
        published.picked.connect(self._show_stored)
        published.save_asked.connect(self.start_saving)
        published.print_asked.connect(self.start_printing)
        published.addendum_asked.connect(self._save_addendum)
        outlet.printing.connect(self._tell_printing)
        outlet.printed.connect(self._end_printing)
        publishing.stepped.connect(self.preview.progress.show_step)
        publishing.published.connect(self._tell_published)
        publishing.refused.connect(self._not_published)


def _held(turner: QWidget) -> QWidget:
    """A place of its own for a turner, which shows and hides itself: only that of the pages in front is seen."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(turner)
    return holder
