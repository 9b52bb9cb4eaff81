"""Answers remembered until something that they read has changed, so that a screen can ask as often as it draws."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from snhr_desktop.domain.records import Period
from snhr_desktop.figures.asking import Connection, ask_all, one_moment
from snhr_desktop.figures.catalogue import FIGURES, figure_of
from snhr_desktop.figures.figure import Answer, Figure

_KEPT = 32
"""Periods and scopes remembered at once; the one asked for longest ago gives way."""

_Key = tuple[str, str, str, str]


class RememberedAnswers:
    """The answers of one open store, for the thread that owns its connection.

    What this program saves is told to it (`forget`); what another window saves it sees for itself.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._answers: OrderedDict[_Key, dict[str, Answer]] = OrderedDict()
        self._version = self._data_version()

    def answer(self, code: str, period: Period, scope: str) -> Answer:
        """One figure's answer. Raises `UnknownCode` for a figure or scope that does not exist."""
        return self._known((figure_of(code),), period, scope)[code]

    def answers(self, period: Period, scope: str) -> Mapping[str, Answer]:
        """Every figure's answer by code, all of one moment. Raises `UnknownCode` for the scope."""
        known = self._known(FIGURES.values(), period, scope)
        return MappingProxyType({code: known[code] for code in FIGURES})

    def _known(self, asked: Iterable[Figure], period: Period, scope: str) -> dict[str, Answer]:
        """At least the answers asked for; only those not remembered are put to the store."""
        key = (str(period.first), str(period.last), period.area, scope)
        with one_moment(self._connection):
            self._look_outside()
            known = self._answers.get(key, {})
            missing = [one for one in asked if one.code not in known]
            if missing:
                known = known | ask_all(self._connection, missing, period, scope)
        self._remember(key, known)
        return known

    def forget(self, types: frozenset[str]) -> None:
        """Let go of every answer that reads one of the record types just saved."""
        stale = {code for code, one in FIGURES.items() if one.reads & types}
        for key, answers in self._answers.items():
            self._answers[key] = {code: answer for code, answer in answers.items() if code not in stale}

    def _remember(self, key: _Key, answers: dict[str, Answer]) -> None:
        self._answers[key] = answers
        self._answers.move_to_end(key)
        while len(self._answers) > _KEPT:
            self._answers.popitem(last=False)

    def _look_outside(self) -> None:
        """The data version moves when another connection, and only another one, has saved."""
        version = self._data_version()
        if version != self._version:
            self._answers.clear()
            self._version = version

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchall()[0][0])
