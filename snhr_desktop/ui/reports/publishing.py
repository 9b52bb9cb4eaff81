"""Publishing from the window: the code it will get is told, one question asked, and the report frozen for good."""

import datetime as dt
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.vocabularies import label as term
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, NC_, Language
from snhr_desktop.reports.brief import EDITIONS, Brief
from snhr_desktop.reports.progress import Cancelled, Step
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.reports.making import Material
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Dialog, PlainLabel, button, label, picture

if TYPE_CHECKING:
    from snhr_desktop.workspace import Published, Workspace

TITLE = N_("Publish the report")
CODE = N_("Its code will be")
MEANS = (
    N_("The report is frozen: its file, its figures and the revisions of the records that it read are kept for good."),
    N_("It stays as it is when records change. What has changed since is listed beside it, and can be printed."),
    N_("A published report cannot be taken back or changed; a corrected one gets a code of its own."),
    N_("Publishing here sends nothing anywhere: save the file, and hand it on yourself."),
)
WHAT = NC_("report to be published", "{kind} · {audience} · {edition}\n{title}")
PUBLISH, NOT_NOW = N_("Publish"), N_("Not now")
DONE = N_("{code} is published. Save its file to hand it on.")


class NotPublished(Refusal):
    """A person called it off."""

    said = N_("Publishing was called off.")
    advice = N_("Nothing was published, and no code was used.")


class PublishDialog(Dialog):
    """Asks once. Enter on either button presses that one; the one that changes nothing has the focus."""

    enter_acts = False

    def __init__(self, kit: Kit, code: str, what: Words, checked: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kit.tongue.bind(self, windowTitle=TITLE)
        kit.theme.measure(self, minimumWidth=520)
        shown = PlainLabel("code")
        shown.setText(code)
        self.publish = button(kit, PUBLISH, "badge-check", "primary")
        self.leave = button(kit, NOT_NOW)
        self.publish.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(kit, CODE, "label"))
        column.addWidget(shown)
        column.addWidget(label(kit, what, wrap=True))
        column.addWidget(label(kit, checked, "muted", wrap=True))
        for words in MEANS:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(picture(kit, "check", "accent", 16))
            row.addWidget(label(kit, words, wrap=True), 1)
            column.addLayout(row)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for one in (self.leave, self.publish):
            foot.addWidget(one)
        column.addLayout(foot)
        self.leave.setFocus()


class Publishing(QObject):
    """`stepped(Step)` while a report is published, then `published` with its code, or `refused`."""

    stepped = Signal(object)
    published = Signal(str)
    refused = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._stop: Event | None = None

    def start(self, material: Material, texts: dict[str, dict[str, str]], checked: Words) -> None:
        """Tell the code that is next and what was checked, ask, and publish what was gathered, or nothing."""

        def ask(code: str) -> None:
            if self._agreed(code, partial(say_what, material), checked):
                self._publish(material, texts)

        self._desk.operations.ask(lambda store: next_code(store, material.brief), ask, self.refused.emit, self)

    def cancel(self) -> None:
        """Call it off: nothing is published then."""
        if self._stop is not None:
            self._stop.set()

    def _agreed(self, code: str, what: Words, checked: Words) -> bool:
        dialog = PublishDialog(self._desk.kit, code, what, checked, self._window)
        agreed = bool(dialog.exec())
        dialog.deleteLater()
        return agreed

    def _publish(self, material: Material, texts: dict[str, dict[str, str]]) -> None:
        stop = self._stop = Event()

        def watch(step: Step) -> None:
            if stop.is_set():
                raise Cancelled
            self.stepped.emit(step)

        def act(store: "Workspace") -> "Published":
            try:
                return store.publish(material.brief, texts, progress=watch, seen=material.head)
            except Cancelled:
                raise NotPublished from None

        def done(made: "Published") -> None:
            self._stop = None
            self.published.emit(made.publication.code)

        def refuse(refusal: Refusal) -> None:
            self._stop = None
            self.refused.emit(refusal)

        self._desk.operations.ask(act, done, refuse, self)


def next_code(store: "Workspace", brief: Brief) -> str:
    """The code that a report published now would get."""
    letter, month = brief.what.letter, f"{dt.datetime.now().astimezone():%y%m}"
    used = [one.serial for one in store.publications() if (one.letter, one.yymm) == (letter, month)]
    return f"{letter}{month}{max(used, default=0) + 1:02}"


def say_what(material: Material, language: Language) -> str:
    """What would be published: its kind, for whom, in which languages, and its title."""
    brief = material.brief
    return language.text(
        WHAT, kind=language.text(brief.what.title), audience=term("audience", brief.audience, language),
        edition=language.text(EDITIONS[brief.edition].title), title=language.isolate(material.titles[language.code]),
    )  # fmt: skip


def say_published(code: str, language: Language) -> str:
    """That a report is published now."""
    return language.text(DONE, code=language.isolate(code))
