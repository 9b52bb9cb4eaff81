"""What is still open in an incident that waits: what is to be corrected, needed to document it, or worth a look."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.errors import Problem
from snhr_desktop.i18n import N_
from snhr_desktop.ui.incidents.record.prose import Piece, Prose
from snhr_desktop.ui.incidents.record.reading import Reading, rule
from snhr_desktop.ui.problems import say_problem

CHECKS = N_("Checks")
LEVELS = {
    "error": N_("To correct"),
    "needed": N_("Needed to call it documented"),
    "hint": N_("Worth a look"),
}


class OpenChecks(QWidget):
    """The gravest stand first."""

    def __init__(self, reading: Reading, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        language = reading.language
        pieces: list[Piece] = []
        for level, title in LEVELS.items():
            found = [problem for problem in problems if problem.level == level]
            if found:
                pieces.append(Piece(language.text(title), "note", language.code, above=4 if pieces else 0))
            pieces += (Piece(say_problem(problem, language), language=language.code) for problem in found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(rule())
        column.addWidget(reading.line(language.text(CHECKS), "subheading"))
        column.addWidget(Prose(reading.kit, pieces, CHECKS))
