"""What the check of the numbers found: how much was held against the records, or what does not agree and where."""

from dataclasses import asdict

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, NP_, Language, Message
from snhr_desktop.reports.agreement import FiguresDisagree
from snhr_desktop.reports.agreement.held import Held
from snhr_desktop.reports.proofing import Fault
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import PlainLabel, button, label

STOPPED = N_("A text cannot be printed as it is")
NOT_YET = N_("Not checked yet")
NOT_YET_WHY = N_("The numbers are checked each time the pages are made.")
AGREES = N_("The numbers agree")
AGREES_WHY = N_(
    "Before every export each number that the program prints is held against the records, and one place of the report "
    "against another. Texts are read where you changed them; what records say in their own words is not."
)
DISAGREES = N_("The numbers do not agree")
DISAGREES_WHY = N_("Nothing is exported while this stands.")
FIGURES = NP_("{n} figure counted again from its parts", "{n} figures counted again from their parts")
TABLES = NP_("{n} table: its rows, sums and remainders", "{n} tables: their rows, sums and remainders")
CHARTS = NP_("{n} chart against its table", "{n} charts against their tables")
SENTENCES = NP_(
    "{n} generated or edited sentence read for its numbers", "{n} generated or edited sentences read for their numbers"
)
LANGUAGES_TOO = N_("English against Arabic, number by number")
PRINTED, EXPECTED = N_("In the report"), N_("In the records")
TO_TEXT = N_("Go to this text")
IN_A_LINE = N_(
    "Checked, and the numbers agree: figures {figures}, tables {tables}, charts {charts}, sentences {sentences}."
)


class CheckPane(QWidget):
    """`text_asked(name, code)` when the text that is wrong is to be seen."""

    text_asked = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._place = ("", "")
        self._sign = PlainLabel()
        self._head, self._why = PlainLabel("subheading", wrap=True), PlainLabel("muted", wrap=True)
        self._lines = PlainLabel(wrap=True)
        self._what = PlainLabel(wrap=True)
        self._printed, self._expected = PlainLabel("figure", wrap=True), PlainLabel("figure", wrap=True)
        self._advice = PlainLabel("muted", wrap=True)
        self.door = button(kit, TO_TEXT, "pencil")
        self.door.clicked.connect(lambda: self.text_asked.emit(*self._place))
        self._numbers = self._grid()
        self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is checked now."""
        self._tell("info", "muted", NOT_YET, NOT_YET_WHY)

    def show_stopped(self, fault: Fault) -> None:
        """A text cannot be printed: say which, and lead to it."""
        self._tell("triangle-alert", "amber", STOPPED, NOT_YET)
        self._say(self._what, fault.tell)
        self._place = (fault.name, fault.language)
        self.door.show()

    def show_agreed(self, held: Held) -> None:
        """All agrees; say how much was looked at."""

        def lines(language: Language) -> str:
            counted = (
                (FIGURES, held.figures), (TABLES, held.tables), (CHARTS, held.charts), (SENTENCES, held.sentences),
            )  # fmt: skip
            told = [language.plural(words, n) for words, n in counted if n]
            return "\n".join([*told, language.text(LANGUAGES_TOO)])

        self._tell("circle-check", "green", AGREES, AGREES_WHY)
        self._say(self._lines, lines)

    def show_refused(self, refusal: Refusal) -> None:
        """Say what does not agree, both numbers, and lead to the text where it is one."""
        if not isinstance(refusal, FiguresDisagree):
            self.show_nothing()
            return
        found = refusal.found
        self._tell("triangle-alert", "amber", DISAGREES, DISAGREES_WHY)
        self._say(self._what, lambda language: _what(found.what, found.figure, language))
        self._say(self._printed, lambda _: found.printed)
        self._say(self._expected, lambda _: found.expected)
        self._numbers.setVisible(bool(found.printed or found.expected))
        if refusal.advice:
            self._say(self._advice, refusal.advice)
        self._place = (found.text, found.language)
        self.door.setVisible(bool(found.text))

    def said(self) -> str:
        """What is told now."""
        shown = (self._head, self._lines, self._what, self._printed, self._expected)
        return "\n".join(one.text() for one in shown if not one.isHidden())

    def _tell(self, icon: str, colour: str, head: Message, why: Message) -> None:
        for hidden in (self._lines, self._what, self._numbers, self._advice, self.door):
            hidden.hide()
        self._kit.theme.set_picture(self._sign, icon, colour)
        self._say(self._head, head)
        self._say(self._why, why)

    def _say(self, shown: PlainLabel, words: Words) -> None:
        self._kit.tongue.bind(shown, text=words)
        shown.show()

    def _grid(self) -> QWidget:
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        for column, (words, number) in enumerate(((PRINTED, self._printed), (EXPECTED, self._expected))):
            grid.addWidget(label(self._kit, words, "note"), 0, column)
            grid.addWidget(number, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        return held

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._head, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        for shown in (self._why, self._lines, self._what, self._numbers, self._advice):
            column.addWidget(shown)
        column.addWidget(self.door, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)


def _what(what: Message, figure: Message | str, language: Language) -> str:
    named = language.text(figure) if isinstance(figure, Message) else figure
    return f"{named}: {language.text(what)}"


def say_held(held: Held, language: Language) -> str:
    """What was checked, in a line for whoever is about to export."""
    counted = {name: language.number(number) for name, number in asdict(held).items()}
    return language.text(IN_A_LINE, **counted)
