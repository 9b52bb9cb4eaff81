"""The form of a case as the window places it: an entry with its cards and its checks."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.cases.body import CaseBody
from snhr_desktop.ui.cases.review import CaseReview, review
from snhr_desktop.ui.cases.sections import SECTIONS
from snhr_desktop.ui.forms.check_list import CheckList
from snhr_desktop.ui.forms.checking import Checking
from snhr_desktop.ui.forms.entry_form import EntryForm
from snhr_desktop.ui.forms.entry_kind import CASE
from snhr_desktop.ui.forms.form_keys import give_keys
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.widgets import Card, PageHeader, button

NEW, OPENED = N_("New case"), N_("Case {reference}")
_SIDE = 266


class CaseForm(EntryForm):
    """`open_new`, `open_saved` or `open_draft` it; ask `is_kept` before it goes. Nothing typed is ever lost."""

    def __init__(self, kit: Kit, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(kit, operations, CASE, parent)
        self._reference = ""
        self.head, self.body = PageHeader(kit, self._say_title), CaseBody(self.means)
        self.checks = CheckList(self.means)
        self.checking = Checking(self.body, self._review, self)
        self._place()
        self._connect()
        self.attach(self.body, self.checking)

    def show_head(self, head: Mapping[str, Any]) -> None:
        """Say which case this is."""
        self._reference = str(head.get("reference") or "")
        self._kit.tongue.bind(self.head.title, text=self._say_title)

    def _review(self, raw: Mapping[str, Any], aim: str) -> CaseReview:
        return review(raw, self.means.gazetteer, aim)

    def _say_title(self, language: Language) -> str:
        return language.text(OPENED, reference=self._reference) if self._reference else language.text(NEW)

    def _walk_sections(self, by: int) -> None:
        self.body.go_to_section(self.body.section_of(QApplication.focusWidget()) + by)

    def _place(self) -> None:
        close = button(self._kit, N_("Close"), "x", "quiet", N_("Close the form; a draft is kept"))
        close.clicked.connect(self.close_entry)
        self.head.trailing.addWidget(close)
        side = Card(self._kit, N_("Checks"), N_("F8 leads to the next one."))
        side.body.addWidget(self.checks, 1)
        self._kit.theme.measure(side, fixedWidth=_SIDE)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.body, 1)
        middle.addWidget(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.head, self.offer, self.other, self.notice):
            column.addWidget(widget)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self.checking.reviewed.connect(lambda found: self.checks.show_problems(found.problems))
        self.checks.picked.connect(self.body.go_to)
        stack = self.body.undoing.stack
        acts: dict[str, Callable[[], None]] = {
            "Ctrl+Z": stack.undo, "Ctrl+Y": stack.redo, "Ctrl+Shift+Z": stack.redo, "Ctrl+S": self.save,
            "Ctrl+Shift+S": self.save_documented, "F8": self.next_problem,
            "F6": partial(self._walk_sections, 1), "Shift+F6": partial(self._walk_sections, -1),
            "Ctrl+E": self.body.take_suggestion,
        }  # fmt: skip
        for at in range(len(SECTIONS)):
            acts[f"Alt+{at + 1}"] = partial(self.body.go_to_section, at)
        give_keys(self, acts)
