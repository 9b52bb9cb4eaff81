"""What a mapping takes for granted where no column says it, each with a choice of another value."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.domain.kinds import Choice, Choices
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.exchange.assumptions import WHERE_CHANGED, Assumption
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox, Labelled

VALUE = N_("It is in every record")
BY_PEOPLE = N_("By what became of the people of each")
TO_SAY = N_("To be chosen")
_FOLLOWING, _OPEN = "follows", ""
_NUMBERS = range(1, 21)


class ConstantsLine(QWidget):
    """`fixed(part, field, value)`: the value that every record of the list is to have."""

    fixed = Signal(str, str, object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assumed: tuple[Assumption, ...] = ()
        self.field, self.value = ChoiceBox(kit, WHERE_CHANGED), ChoiceBox(kit, VALUE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for box, words in ((self.field, WHERE_CHANGED), (self.value, VALUE)):
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            row.addWidget(Labelled(kit, words, box), 1)
        self.field.chosen.connect(lambda _: self._offer())
        self.value.chosen.connect(self._fix)
        self.hide()

    def show_assumed(self, assumed: Sequence[Assumption]) -> None:
        """Offer these, at the one that one is at, or at what has to be chosen."""
        opened = {_key(one) for one in assumed if one.open} - {_key(one) for one in self._assumed if one.open}
        before = next(iter(opened), self.field.code())
        self._assumed = tuple(assumed)
        self.field.offer((_key(one), partial(_name, one)) for one in self._assumed)
        if before in map(_key, self._assumed):
            self.field.choose(before)
        self._offer()
        self.setVisible(bool(self._assumed))

    def _chosen(self) -> Assumption | None:
        return next((one for one in self._assumed if _key(one) == self.field.code()), None)

    def _offer(self) -> None:
        if (one := self._chosen()) is None:
            return
        self.value.offer(_values(one))
        if one.follows or one.open:
            self.value.choose(_FOLLOWING if one.follows else _OPEN)
            return
        several = not isinstance(one.value, str | int)
        self.value.choose(";".join(one.value) if several else str(one.value))

    def _fix(self, code: str) -> None:
        if (one := self._chosen()) is not None and code not in (_FOLLOWING, _OPEN):
            kind = one.field.kind
            value = code.split(";") if isinstance(kind, Choices) else code if isinstance(kind, Choice) else int(code)
            if one.follows or value != one.value:
                self.fixed.emit(one.part, one.field.name, value)


def _values(one: Assumption) -> Iterator[tuple[str, Words]]:
    """What a person may choose: the terms of its vocabulary, or small numbers; several terms only as they are."""
    kind = one.field.kind
    if not isinstance(kind, Choice | Choices):
        yield from ((str(number), partial(_number, number)) for number in _NUMBERS)
        return
    if one.open:
        yield _OPEN, TO_SAY
    if one.follows:
        yield _FOLLOWING, BY_PEOPLE
    elif isinstance(kind, Choices) and not one.open and len(one.value) > 1:
        yield ";".join(one.value), one.said
    yield from ((code, term.label) for code, term in vocabulary(kind.vocabulary).items())


def _key(one: Assumption) -> str:
    return f"{one.part}.{one.field.name}"


def _name(one: Assumption, language: Language) -> str:
    return one.name(language)


def _number(number: int, language: Language) -> str:
    return language.number(number)
