"""Words of a file that no code stands for, each once, with a choice of a code of ours."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.exchange.findings import Unmapped
from snhr_desktop.exchange.report import UNMAPPED_LINE
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox, Labelled

WORD, TERM = N_("Words that no code stands for"), N_("The term that the word stands for")
UNDECIDED, NOTHING = N_("Not decided"), N_("It adds nothing")
_UNDECIDED, _NOTHING = "?", "-"


class WordsLine(QWidget):
    """`decided(column, word, code)`: a blank code: a known word that adds nothing."""

    decided = Signal(str, str, str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[tuple[Unmapped, str], ...] = ()
        self.word, self.term = ChoiceBox(kit, WORD), ChoiceBox(kit, TERM)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for box, words in ((self.word, WORD), (self.term, TERM)):
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            row.addWidget(Labelled(kit, words, box), 1)
        self.word.chosen.connect(lambda _: self._offer())
        self.term.chosen.connect(self._decide)
        self.hide()

    def show_words(self, words: Sequence[Unmapped], vocabularies: Mapping[str, str]) -> None:
        """Offer the words of columns whose vocabulary is known."""
        self._words = tuple((one, vocabularies[one.column]) for one in words if one.column in vocabularies)
        self.word.offer((str(at), partial(_said, one)) for at, (one, _) in enumerate(self._words))
        self._offer()
        self.setVisible(bool(self._words))

    def _offer(self) -> None:
        if not self._words:
            return
        _, name = self._words[int(self.word.code())]
        terms: list[tuple[str, Words]] = [(code, term.label) for code, term in vocabulary(name).items()]
        self.term.offer(((_UNDECIDED, UNDECIDED), (_NOTHING, NOTHING), *terms))
        self.term.choose(_UNDECIDED)

    def _decide(self, code: str) -> None:
        if code != _UNDECIDED:
            said, _ = self._words[int(self.word.code())]
            self.decided.emit(said.column, said.word, "" if code == _NOTHING else code)


def _said(word: Unmapped, language: Language) -> str:
    return language.plural(UNMAPPED_LINE, word.rows, column=word.column, word=word.word)
