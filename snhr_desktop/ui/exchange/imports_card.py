"""The imports that were made, each of which can be taken back as a whole, for a reason."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from snhr_desktop.exchange.acts import counted, fingerprints
from snhr_desktop.i18n import N_, Language, kept_whole
from snhr_desktop.store.came_along import TermsOfImport
from snhr_desktop.store.imports import Brought, ImportAct
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.forms.reason_line import ReasonLine
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Card, ChoiceBox, Labelled, PlainLabel, button

TITLE = N_("Imports that can be taken back")
NOTE = N_(
    "Records that the import brought are rejected, and those it changed are as they were before. What was changed "
    "here since stays. Nothing is deleted."
)
WHICH, WHY, UNDO = N_("Import"), N_("Why it is taken back"), N_("Take the import back")
ONE = N_("{day}, {time}: {name}, by {actor}. {counts}.")
REASONLESS = N_("Say why: the reason stands in the history.")
KEY = "Ctrl+Shift+U"
_MOST_FILES = 12


class ImportsCard(Card):
    """`undone(uid, reason)` when one is taken back, `asked(uid)` when one is chosen, `reached` what the key led to.

    Hidden while there is none, and where it is not allowed.
    """

    undone = Signal(str, str)
    asked = Signal(str)
    reached = Signal(QWidget)

    def __init__(self, kit: Kit, hindered: Words | None, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, NOTE, parent)
        self._kit = kit
        self._may, self._newest = hindered is None, ""
        self._files: Mapping[str, Brought] = {}
        self.which, self.reason = ChoiceBox(kit, WHICH), ReasonLine(kit)
        self.which.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.why = Labelled(kit, WHY, self.reason, required=True)
        self.act = button(kit, UNDO, "history", hint=with_key(UNDO, KEY))
        self.head.addWidget(self.act, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(Labelled(kit, WHICH, self.which))
        self.files, self.terms = (PlainLabel("note", wrap=True) for _ in range(2))
        self.terms.hide()
        self.body.addWidget(self.files)
        self.body.addWidget(self.why)
        self.body.addWidget(self.terms)
        kit.tongue.on_switch(self, self._say_files)
        self.act.clicked.connect(self._undo)
        self.which.currentIndexChanged.connect(lambda _: self._ask())
        self.reason.textChanged.connect(lambda _: self.why.settle())
        self.hide()

    def show_acts(self, acts: Sequence[ImportAct]) -> None:
        """Offer those that were not taken back yet, the last one first."""
        left = [act for act in acts if not act.undone]
        self._files = {act.uid: act.file for act in left}
        newest, self._newest = self._newest, left[0].uid if left else ""
        self.which.offer((act.uid, partial(_said, act)) for act in left)
        if newest != self._newest:  # whoever has just imported a file means that one
            self.which.choose(self._newest)
        self.act.setEnabled(True)
        self.setVisible(bool(left) and self._may)

    def show_terms(self, uid: str, found: TermsOfImport) -> None:
        """Say of the one that is chosen which terms would stay and which would go."""
        if uid == self.which.code():
            self._kit.tongue.bind(self.terms, text=lambda language: "\n".join(found.tell(language)))
            self.terms.setVisible(bool(found.stay or found.go))

    def _ask(self) -> None:
        self.terms.hide()
        self._say_files()
        if uid := self.which.code():
            self.asked.emit(uid)

    def _say_files(self) -> None:
        """What the one that is chosen is known by."""
        file = self._files.get(self.which.code())
        told = fingerprints(file, self._kit.tongue.language, _MOST_FILES) if file else ()
        self.files.setText("\n".join(told))

    def _undo(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.act.setEnabled(False)
            self.undone.emit(self.which.code(), reason)
        else:
            self.why.complain(REASONLESS)
            self.reason.setFocus()
            self.reached.emit(self.why)


def _said(act: ImportAct, language: Language) -> str:
    at = dt.datetime.fromisoformat(act.at).astimezone()
    return language.text(
        ONE,
        name=kept_whole(act.file.called),
        day=language.date(at.date()),
        time=language.clock(at),
        actor=act.actor,
        counts=counted(act, language),
    )
