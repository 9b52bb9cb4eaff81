"""Define a period, or change one: its code and names, its bounds, the area counted and whose incidents."""

import re
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from snhr_desktop.domain.places import Gazetteer, Place
from snhr_desktop.domain.places.place import Level
from snhr_desktop.domain.records import Period, PeriodFile
from snhr_desktop.domain.rights import PERIODS
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.errors import InvalidEntry, Problem, Refusal
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.rights import hindrance
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox, Labelled

NEW, EDIT = N_("New period"), N_("Edit the period")
WHOLE_COUNTRY = N_("The whole country")
CODE_HINT = N_("Latin letters, digits and dashes, as in {example}; it stays as it is once saved.")
BAD_CODE = N_("Use Latin letters, digits and dashes only.")
TAKEN = N_("There is a period of this code already.")
DAY_HINT = N_("As in {example} or {other}; the day itself is included.")
SAVE = N_("Save the period")
_WIDTH = 620
_LONGEST = 40
_LINES = (("code", "scope"), ("name_ar",), ("name_en",), ("first", "last"), ("area",))
_WHOLE = ("name_ar", "name_en")  # as wide as the dialog


class PeriodDialog(FormDialog):
    """`saved(code)` once the store has it. Markers and published figures of an edited period are kept as they are."""

    saved = Signal(str)

    def __init__(
        self,
        desk: Desk,
        file: PeriodFile | None = None,
        taken: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, EDIT if file else NEW, SAVE, parent=parent)
        self._file, self._taken = file, taken
        self.fields: dict[str, QLineEdit | ChoiceBox] = {}
        self._make_fields(desk)
        self.lines = {name: self._labelled(name, field) for name, field in self.fields.items()}
        if why := hindrance(desk.operations, PERIODS):
            self.allow(False)
            self.notice.tell(why, closable=False)
        self._place()
        if file:
            self._fill(file.period)
        else:
            self._propose_code()
        self.keep(f"period {file.period.code if file else ''}", **self.fields)

    def raw(self) -> dict[str, str]:
        """What was typed and chosen, by the name of the field."""
        return {
            name: field.code() if isinstance(field, ChoiceBox) else field.text().strip()
            for name, field in self.fields.items()
        }

    def submit(self) -> None:
        """Save the period, unless something is missing or cannot be read: then say so beside the field."""
        for line in self.lines.values():
            line.settle()
        self.notice.clear()
        period, problems = Period.parse(self.raw())
        problems = (*problems, *self._own_problems())
        if problems:
            self._complain(problems)
            return
        kept = self._file or PeriodFile(period)
        wanted = replace(kept, period=replace(period, uid=kept.period.uid))
        self.change(lambda workspace: workspace.save_period(wanted), lambda done: self._done(done.file.period.code))

    def _propose_code(self) -> None:
        """Make a code of the English name until a person types one; say at once what a code cannot hold."""
        code, name = self.fields["code"], self.fields["name_en"]
        assert isinstance(code, QLineEdit)
        assert isinstance(name, QLineEdit)

        def propose(text: str) -> None:
            if not code.isModified():
                code.setText(code_of(text))

        def typed(text: str) -> None:
            code.setModified(bool(text))
            line = self.lines["code"]
            if not _is_code(text.strip()):
                line.complain(BAD_CODE)
            elif line.complaint():
                line.settle()

        name.textEdited.connect(propose)
        code.textEdited.connect(typed)

    def _own_problems(self) -> tuple[Problem, ...]:
        code = self.fields["code"].text() if isinstance(self.fields["code"], QLineEdit) else ""
        if not self._file and code.strip() in self._taken:
            return (Problem("period", "code", TAKEN),)
        if not _is_code(code.strip()):
            return (Problem("period", "code", BAD_CODE),)
        return ()

    def _complain(self, problems: tuple[Problem, ...]) -> None:
        told: set[str] = set()
        for problem in problems:
            line = self.lines.get(problem.field)
            if line is None:
                self.notice.tell(problem.tell, "attention")
            elif problem.field not in told:
                line.complain(problem.tell)
                told.add(problem.field)
        first = next((name for name in self.fields if name in told), "")
        if first:
            self.fields[first].setFocus()

    def _done(self, code: str) -> None:
        self.saved.emit(code)
        self.accept()

    def refuse(self, refusal: Refusal) -> None:
        """Tell beside the fields what cannot be kept so."""
        self.allow(True)
        if isinstance(refusal, InvalidEntry):
            self._complain(tuple(refusal.problems))
        else:
            self.notice.refuse(refusal)

    def _make_fields(self, desk: Desk) -> None:
        gazetteer = desk.operations.gazetteer
        areas: list[tuple[str, Words]] = [("", WHOLE_COUNTRY)]
        areas += [(place.pcode, _name(gazetteer, place)) for place in gazetteer.at_level(Level.GOVERNORATE)]
        scopes = [(code, term.label) for code, term in vocabulary("scope").items()]
        for name in (name for line in _LINES for name in line):
            declared = Period.field(name)
            if name in ("area", "scope"):
                self.fields[name] = ChoiceBox(desk.kit, declared.label, areas if name == "area" else scopes)
            else:
                self.fields[name] = QLineEdit()
        self.fields["code"].setEnabled(self._file is None)

    def _labelled(self, name: str, field: QLineEdit | ChoiceBox) -> Labelled:
        declared = Period.field(name)
        hint = {"code": _code_hint, "first": _day_hint, "last": _day_hint}.get(name, declared.hint)
        return Labelled(self.desk.kit, declared.label, field, hint, required=declared.required)

    def _place(self) -> None:
        kit = self.desk.kit
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for row, line in enumerate(_LINES):
            for column, name in enumerate(line):
                grid.addWidget(self.lines[name], row, column, 1, 2 if name in _WHOLE else 1)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        kit.theme.measure(self, minimumWidth=_WIDTH)

    def _fill(self, period: Period) -> None:
        for name, field in self.fields.items():
            value = period.dump().get(name) or ""
            if isinstance(field, ChoiceBox):
                field.choose(str(value))
            else:
                field.setText(str(value))
                field.setCursorPosition(0)


def code_of(name: str) -> str:
    """A code made of an English name: "Idlib, summer 2019" as `idlib-summer-2019`."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower().replace("\u2019", "").replace("'", "")))[:_LONGEST].strip("-")


def _is_code(text: str) -> bool:
    """Whether it holds only what a code may; nothing at all is missing, not wrong."""
    return not text or (text.isascii() and text.replace("-", "").replace("_", "").isalnum())


def _code_hint(language: Language) -> str:
    return language.text(CODE_HINT, example="idlib-2018")


def _day_hint(language: Language) -> str:
    return language.text(DAY_HINT, example="2018-03-22", other="22/3/2018")


def _name(gazetteer: Gazetteer, place: Place) -> Words:
    return lambda language: gazetteer.label(place, language.code)
