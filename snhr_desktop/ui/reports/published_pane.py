"""The published reports: which there are, what has changed in the records since, and the ways to have them again."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from snhr_desktop.domain.vocabularies import label as term
from snhr_desktop.i18n import N_, NC_, Language
from snhr_desktop.reports.brief import EDITIONS
from snhr_desktop.reports.kind import KINDS
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.reports.changed_since import ChangedSince
from snhr_desktop.ui.reports.published_day import published_on
from snhr_desktop.ui.widgets import EmptyState, Notice, ScrollBody, button, label
from snhr_desktop.ui.widgets.wrapped_items import wrap_items
from snhr_desktop.workspace import ChangesSince, Publication, Rebuilt

PUBLISHED_REPORTS = N_("Published reports")
NONE, NONE_WHY = N_("Nothing is published yet"), N_("A published report stands here under its code, frozen for good.")
LINE = NC_("published report", "{code} · {kind}\n{date} · {edition} · {audience}\n{title}, {scope}")
SAVE_AGAIN, PRINT_AGAIN = N_("Save again as PDF…"), N_("Print…")
BUILD, ADDENDUM = N_("Build again and compare"), N_("Save an addendum…")
SAME = N_("Built again from what was kept, the file is the same, byte by byte.")
ANOTHER = N_("Not built again, since these are others now: {what}. The kept file is sound.")
CHANGED = N_("Changed since publication")


class PublishedPane(QWidget):
    """`picked(code)` when another report is chosen, `addendum_asked(code)`; the others ask for the one in front."""

    picked = Signal(str)
    save_asked = Signal()
    print_asked = Signal()
    addendum_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reports: tuple[Publication, ...] = ()
        self._wanted = ""
        self.list = QListWidget()
        wrap_items(self.list)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.notice, self.changes = Notice(desk.kit), ChangedSince(desk)
        self.empty = EmptyState(desk.kit, "badge-check", NONE, NONE_WHY)
        self.save, self.build = button(desk.kit, SAVE_AGAIN, "download"), button(desk.kit, BUILD, "refresh-cw")
        self.printing, self.addendum = button(desk.kit, PRINT_AGAIN, "printer"), button(desk.kit, ADDENDUM, "file-plus")
        self._lay_out()
        self._connect()

    def code(self) -> str:
        """The report chosen; blank where there is none."""
        row = self.list.currentRow()
        return self._reports[row].code if 0 <= row < len(self._reports) else ""

    def refresh(self) -> None:
        """Read which reports there are, and what has changed since."""
        self._desk.operations.ask(lambda store: store.publications(), self._show, owner=self, key="published")

    def choose(self, code: str) -> None:
        """Choose a report, now or once it is read."""
        self._wanted = code
        self.refresh()

    def publication(self, code: str) -> Publication | None:
        """What is known of a report."""
        return next((one for one in self._reports if one.code == code), None)

    def _show(self, reports: tuple[Publication, ...]) -> None:
        kept = self._wanted or self.code()
        self._wanted = ""
        self._reports = reports
        with QSignalBlocker(self.list):
            self.list.clear()
            for _ in reports:
                QListWidgetItem(self.list)
            codes = [one.code for one in reports]
            self.list.setCurrentRow(codes.index(kept) if kept in codes else 0)
        self._say()
        self.empty.setVisible(not reports)
        self._body.setVisible(bool(reports))
        self._pick()

    def _pick(self) -> None:
        self.notice.clear()
        code = self.code()
        self.picked.emit(code)
        if code:
            self.changes.wait()
            ask = self._desk.operations.ask
            ask(lambda store: store.changes_since(code), self._changed, self._desk.refuse, self, "changes since")

    def _changed(self, found: ChangesSince) -> None:
        if found.publication.code == self.code():
            self.changes.show_changes(found)

    def _build_again(self) -> None:
        code = self.code()
        self._desk.operations.ask(lambda store: store.rebuild(code), self._rebuilt, self.notice.refuse, self, "rebuild")

    def _rebuilt(self, found: Rebuilt) -> None:
        def other(language: Language) -> str:
            return language.text(ANOTHER, what=language.join([language.text(one) for one in found.differing]))

        self.notice.tell(other if found.differing else SAME, "attention" if found.differing else "done")

    def _say(self) -> None:
        for row, one in enumerate(self._reports):
            self.list.item(row).setText(self._desk.tongue.say(partial(say_report, one)))

    def _lay_out(self) -> None:
        kit = self._desk.kit
        kit.tongue.bind(self.list, accessibleName=PUBLISHED_REPORTS)
        kit.tongue.on_switch(self, self._say)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 2)
        for pair in ((self.save, self.printing), (self.build, self.addendum)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for one in pair:
                row.addWidget(one, 1)
            column.addLayout(row)
        column.addWidget(self.notice)
        column.addWidget(label(kit, CHANGED, "subheading"))
        scrolled = kit.tongue.bind(ScrollBody(), accessibleName=CHANGED)
        scrolled.column.setContentsMargins(0, 0, 0, 8)
        scrolled.column.addWidget(self.changes)
        scrolled.column.addStretch(1)
        column.addWidget(scrolled, 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 12, 1, 0)
        outer.addWidget(self.empty)
        outer.addWidget(self._body, 1)
        self._body.hide()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._pick)
        self.build.clicked.connect(self._build_again)
        self.save.clicked.connect(self.save_asked)
        self.printing.clicked.connect(self.print_asked)
        self.addendum.clicked.connect(lambda: self.addendum_asked.emit(self.code()))


def say_report(one: Publication, language: Language) -> str:
    """A published report in three lines."""
    edition = language.text(EDITIONS[one.edition].title) if one.edition in EDITIONS else one.edition
    kind = language.text(KINDS[one.kind].title) if one.kind in KINDS else one.kind
    title = one.title_ar if language.rtl else one.title_en
    audience, scope = term("audience", one.audience, language), term("scope", one.scope, language)
    return language.text(
        LINE, code=say_code(one.code), kind=kind, date=published_on(one, language), edition=edition, audience=audience,
        title=language.isolate(title), scope=scope,
    )  # fmt: skip
