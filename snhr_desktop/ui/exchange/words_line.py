"""Words of a file, each once, with a choice of a code of ours: those that none stands for, and those decided before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.exchange.findings import Unmapped
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.mapping.changing import words_said
from snhr_desktop.exchange.report import UNMAPPED_LINE
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox, Labelled

WORD, TERM = N_("Words that no code stands for"), N_("The term that the word stands for")
DECIDED = N_("Words that have a term; another can be chosen")
SAID = N_("{column}: “{word}”")
UNDECIDED, NOTHING = N_("Not decided"), N_("It adds nothing")
_UNDECIDED, _NOTHING = "?", "-"


@dataclass(frozen=True)
class Word:
    """A word of a column, the vocabulary it is of, how it is told, and what is chosen for it."""

    column: str
    word: str
    vocabulary: str
    told: Words
    chosen: str = _UNDECIDED


class WordsLine(QWidget):
    """`decided(column, word, code)`: a blank code: a known word that adds nothing. `title`: which they are."""

    decided = Signal(str, str, str)

    def __init__(self, kit: Kit, title: Message = WORD, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[Word, ...] = ()
        self.word, self.term = ChoiceBox(kit, title), ChoiceBox(kit, TERM)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for box, words in ((self.word, title), (self.term, TERM)):
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            row.addWidget(Labelled(kit, words, box), 1)
        self.word.chosen.connect(lambda _: self._offer())
        self.term.chosen.connect(self._decide)
        self.hide()

    def show_words(self, words: Iterable[Word]) -> None:
        """Offer other words; one stays at the word one is at."""
        at = self._word()
        self._words = tuple(words)
        self.word.offer((str(number), one.told) for number, one in enumerate(self._words))
        for number, one in enumerate(self._words):
            if at and (one.column, one.word) == (at.column, at.word):
                self.word.choose(str(number))
        self._offer()
        self.setVisible(bool(self._words))

    def _word(self) -> Word | None:
        return self._words[int(self.word.code())] if self._words else None

    def _offer(self) -> None:
        if one := self._word():
            terms: list[tuple[str, Words]] = [(code, term.label) for code, term in vocabulary(one.vocabulary).items()]
            undecided = ((_UNDECIDED, UNDECIDED),) if one.chosen == _UNDECIDED else ()
            self.term.offer((*undecided, (_NOTHING, NOTHING), *terms))
            self.term.choose(one.chosen)

    def _decide(self, code: str) -> None:
        one = self._word()
        if one and code not in (_UNDECIDED, one.chosen):
            self.decided.emit(one.column, one.word, "" if code == _NOTHING else code)


def without_code(words: Iterable[Unmapped], vocabularies: Mapping[str, str]) -> Iterator[Word]:
    """The words of columns whose vocabulary is known that a dry run found no codes for."""
    for one in words:
        if one.column in vocabularies:
            yield Word(one.column, one.word, vocabularies[one.column], partial(_unmapped, one))


def with_code(mapping: FileMapping, vocabularies: Mapping[str, str]) -> Iterator[Word]:
    """The words of such columns that the mapping has codes for."""
    for column, name in vocabularies.items():
        for word, code in words_said(mapping, column).items():
            yield Word(column, word, name, partial(_said, column, word), code or _NOTHING)


def _unmapped(word: Unmapped, language: Language) -> str:
    return language.plural(UNMAPPED_LINE, word.rows, column=word.column, word=word.word)


def _said(column: str, word: str, language: Language) -> str:
    return language.text(SAID, column=column, word=word)
