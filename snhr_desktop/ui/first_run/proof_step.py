"""Two groups of the recovery code, typed from the paper: the proof that it stands there."""

import secrets

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from snhr_desktop.domain.recovery_code import GROUP, ON_A_LINE, groups, signs_of
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.ui.first_run.step import Step
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Labelled, label

ASKED = 2
"""Groups that are asked for."""
_WHAT = N_(
    "Type these two groups from the paper. If something does not agree, go back: the code is shown again, and can be "
    "corrected on the paper."
)
_FIRST, _SECOND = N_("Line {n}, first group"), N_("Line {n}, second group")
_WRONG = N_("On the screen this group was another one. Look at the paper, or go back to the code.")


class ProofStep(Step):
    """`ask_of` begins it with a code."""

    title = N_("Is it on paper?")

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._wanted: tuple[str, ...] = ()
        self._at: tuple[int, ...] = tuple(range(ASKED))
        self.fields = tuple(QLineEdit() for _ in range(ASKED))
        self.lines = tuple(Labelled(kit, self._named(at), field, required=True) for at, field in enumerate(self.fields))
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, line in zip(self.fields, self.lines, strict=True):
            field.setMaxLength(GROUP + 4)
            field.returnPressed.connect(self.entered)
            row.addWidget(line, 1)
        self.column.addWidget(label(kit, _WHAT, wrap=True))
        self.column.addLayout(row)

    def ask_of(self, code: str) -> None:
        """Ask for two groups of this code, in the order in which they stand."""
        found = groups(code)
        self._at = tuple(sorted(secrets.SystemRandom().sample(range(len(found)), ASKED)))
        self._wanted = tuple(found[at] for at in self._at)
        for number, (field, line) in enumerate(zip(self.fields, self.lines, strict=True)):
            field.clear()
            line.settle()
            line.name(self._named(number))

    def forget(self) -> None:
        """Forget what was asked and typed."""
        self._wanted = ()
        for field in self.fields:
            field.clear()

    def wrong(self) -> list[tuple[Labelled, Message | None]]:
        """The groups that are others."""
        typed = [signs_of(field.text()) for field in self.fields]
        return [
            (line, None if one == wanted else _WRONG)
            for line, one, wanted in zip(self.lines, typed, self._wanted, strict=True)
        ]

    def focus_first(self) -> None:
        """Begin at the first group."""
        self.fields[0].setFocus()

    def _named(self, number: int) -> Words:
        line, place = divmod(self._at[number], ON_A_LINE)

        def told(language: Language) -> str:
            return language.text(_SECOND if place else _FIRST, n=language.number(line + 1))

        return told
