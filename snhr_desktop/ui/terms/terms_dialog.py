"""Terms of the office: one is chosen to be worded better or retired, or a new one is added."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from snhr_desktop.domain.records import OwnTerm
from snhr_desktop.domain.rights import RULES
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.errors import InvalidEntry, Refusal
from snhr_desktop.i18n import N_, NC_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.rights import hindrance
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox, Labelled
from snhr_desktop.workspace import TermSaved, Workspace

TITLE, SAVE = N_("Terms of the office"), N_("Save the term")
CLOSE = N_("Close")
WHAT = N_(
    "What the network’s lists lack can be added here. A term is counted like the one it is a kind of. Its code never "
    "changes what it means, and no term is removed: records may say it."
)
WHICH, ANOTHER = NC_("vocabulary", "Term"), N_("A new term")
SAVED = N_("“{term}” can be chosen from now on.")
NOT_YET = N_("Not chosen yet")
GONE = N_("“{term}” is no longer offered. Records that say it stay as they are.")
_PLACE = "term of the office"


class TermsDialog(FormDialog):
    """Stays open after a save, since terms are added several at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, TITLE, SAVE, WHAT, parent)
        kit = desk.kit
        self._terms: tuple[OwnTerm, ...] = ()
        self.which = ChoiceBox(kit, WHICH, [("", ANOTHER)])
        self.vocabulary = ChoiceBox(kit, OwnTerm.field("vocabulary").label, _open())
        self.like = ChoiceBox(kit, OwnTerm.field("like").label)
        self.texts = {name: QLineEdit() for name in ("label_ar", "label_en", "also")}
        self.lines = {name: _line(desk, name, edit) for name, edit in self.texts.items()}
        self.lines["like"] = _labelled(desk, "like", self.like)
        self.retired = kit.tongue.bind(QCheckBox(), text=OwnTerm.field("retired").label)
        self._place()
        self.which.chosen.connect(self._turn_to)
        self.vocabulary.chosen.connect(self._offer_kinds)
        self._fill("")
        self.allow(False)
        kit.tongue.bind(self.cancel, text=CLOSE)
        self.keep(_PLACE, **self.texts)
        desk.operations.ask(_terms_and_typed, self._begin, self.refuse, self)

    def submit(self) -> None:
        """Save the term as it is written."""
        for line in self.lines.values():
            line.settle()
        said = {name: edit.text() for name, edit in self.texts.items()}
        wanted = replace(
            self._chosen(), vocabulary=self.vocabulary.code(), like=self.like.code(),
            retired=self.retired.isChecked(), **said,
        )  # fmt: skip
        self.change(lambda workspace: workspace.save_own_term(wanted), self._done)

    def refuse(self, refusal: Refusal) -> None:
        """Tell beside each field what is wrong with it."""
        beside = [p for p in refusal.problems if p.field in self.lines] if isinstance(refusal, InvalidEntry) else []
        if not beside:
            super().refuse(refusal)
            return
        self.allow(True)
        for problem in beside:
            self.lines[problem.field].complain(problem.tell)
        self.lines[beside[0].field].field.setFocus()

    def _chosen(self) -> OwnTerm:
        return next((one for one in self._terms if one.uid == self.which.code()), OwnTerm())

    def _begin(self, found: tuple[tuple[OwnTerm, ...], tuple[str, ...]]) -> None:
        """Begin with the term of which something waits that was typed last."""
        terms, waiting = found
        self._show(terms)
        known = {_place_of(uid): uid for uid in ("", *(one.uid for one in terms))}
        uid = next((known[place] for place in waiting if place in known), "")
        if uid and not self.which.code():
            self.which.choose(uid)
            self._turn_to(uid)

    def _turn_to(self, uid: str) -> None:
        """What is typed from now on is kept for this term."""
        self.turn_to(_place_of(uid), partial(self._fill, uid))

    def _show(self, terms: tuple[OwnTerm, ...]) -> None:
        self._terms = terms
        options: list[tuple[str, Words]] = [("", ANOTHER)]
        self.which.offer([*options, *((one.uid, partial(_named, one)) for one in terms)])
        why = hindrance(self.desk.operations, RULES)
        self.allow(why is None)
        self.which.setFocus()
        if why is not None:
            self.notice.tell(why, closable=False)

    def _fill(self, uid: str) -> None:
        """Show a term; what it means cannot be changed any more."""
        one = self._chosen() if uid else OwnTerm()
        if uid:
            self.vocabulary.choose(one.vocabulary)
        self._offer_kinds(self.vocabulary.code())
        self.like.choose(one.like)
        for name, edit in self.texts.items():
            edit.setText(getattr(one, name))
        for line in self.lines.values():
            line.settle()
        self.retired.setChecked(one.retired)
        self.retired.setVisible(bool(uid))
        for settled in (self.vocabulary, self.like):
            settled.setEnabled(not uid)

    def _offer_kinds(self, code: str) -> None:
        """What a term may be a kind of; none is proposed, since it would be counted so."""
        kinds = [(term.code, term.label) for term in vocabulary(code).values() if not term.own]
        self.like.offer([("", NOT_YET), *kinds])

    def _done(self, saved: TermSaved) -> None:
        term = saved.term
        self.notice.tell(partial(_told, term), "done")
        self.desk.operations.ask(lambda workspace: workspace.own_terms(), self._show, self.refuse, self)
        self.which.choose("")
        self._turn_to("")
        self.which.setFocus()

    def _place(self) -> None:
        kit, grid = self.desk.kit, QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.addWidget(Labelled(kit, OwnTerm.field("vocabulary").label, self.vocabulary), 0, 0)
        grid.addWidget(self.lines["like"], 0, 1)
        for column, name in enumerate(("label_ar", "label_en")):
            grid.addWidget(self.lines[name], 1, column)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.body.addWidget(Labelled(kit, WHICH, self.which))
        self.body.addLayout(grid)
        self.body.addWidget(self.lines["also"])
        self.body.addWidget(self.retired)


def _place_of(uid: str) -> str:
    """Where what is typed of a term is kept; blank is a new one."""
    return f"{_PLACE}/{uid}" if uid else _PLACE


def _terms_and_typed(workspace: Workspace) -> tuple[tuple[OwnTerm, ...], tuple[str, ...]]:
    return workspace.own_terms(), workspace.places_typed_at()


def _open() -> list[tuple[str, Words]]:
    return [(code, term.label) for code, term in vocabulary("open_vocabulary").items()]


def _line(desk: Desk, name: str, edit: QLineEdit) -> Labelled:
    edit.setMaxLength(getattr(OwnTerm.field(name).kind, "limit", 200))
    return _labelled(desk, name, edit)


def _labelled(desk: Desk, name: str, widget: QWidget) -> Labelled:
    field = OwnTerm.field(name)
    return Labelled(desk.kit, field.label, widget, field.hint or None, required=field.required)


def _named(one: OwnTerm, language: Language) -> str:
    return f"{one.term().say(language)} · {language.text(vocabulary('open_vocabulary')[one.vocabulary].label)}"


def _told(term: OwnTerm, language: Language) -> str:
    return language.text(GONE if term.retired else SAVED, term=term.term().say(language))
