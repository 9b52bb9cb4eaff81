"""Answers remembered until something that they read has changed, so that a screen can ask as often as it draws.

What is remembered is sums. Where one incident is saved, what it added before is taken out of them and what it adds now
is put in: adding up a country anew for one more witness would keep a person waiting.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from snhr_desktop.domain.records import Period
from snhr_desktop.figures.asking import Connection, one_moment, tally_all
from snhr_desktop.figures.catalogue import FIGURES, figure_of
from snhr_desktop.figures.figure import Answer, Figure
from snhr_desktop.figures.tally import Tallies, Tally

_KEPT = 32
"""Periods and scopes remembered at once; the one asked for longest ago gives way."""
_FOLLOWED = 4
"""Periods and scopes, those asked for last, that a save is followed in; the others are added up anew."""

_Key = tuple[str, str, str, str]
Before = Mapping[_Key, Tallies]
"""What an incident added to the sums remembered, before it was saved."""


@dataclass
class _Known:
    """What is remembered of one period and scope; an answer is made of its sums once."""

    period: Period
    scope: str
    figures: dict[str, Figure] = field(default_factory=dict)
    sums: dict[str, Tally] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)

    def told(self, code: str) -> Answer:
        """The answer of a figure whose sums are known."""
        if code not in self.answers:
            self.answers[code] = self.sums[code].answer(self.figures[code])
        return self.answers[code]

    def drop(self, types: frozenset[str]) -> None:
        """Forget what reads one of the record types."""
        for code in [code for code, one in self.figures.items() if one.reads & types]:
            for held in (self.figures, self.sums, self.answers):
                held.pop(code, None)

    def put(self, code: str, sums: Tally) -> None:
        """Other sums of a figure; where they are the same, the answer stands."""
        if self.sums.get(code) != sums:
            self.answers.pop(code, None)
        self.sums[code] = sums


class RememberedAnswers:
    """The answers of one open store, for the thread that owns its connection: what `asked_of` gives at each question.

    What this program saves is told to it (`forget`, `forget_all`, or `before` and `follow`); what another window
    saves it sees for itself.
    """

    def __init__(self, asked_of: Callable[[], Connection]) -> None:
        self._asked_of = asked_of
        self._known: OrderedDict[_Key, _Known] = OrderedDict()
        self._version, self._seen = self._data_version(), self._head()

    def answer(self, code: str, period: Period, scope: str) -> Answer:
        """One figure's answer. Raises `UnknownCode` for a figure or scope that does not exist."""
        return self._of((figure_of(code),), period, scope).told(code)

    def answers(self, period: Period, scope: str) -> Mapping[str, Answer]:
        """Every figure's answer by code, all of one moment. Raises `UnknownCode` for the scope."""
        return self.told(FIGURES.values(), period, scope)

    def told(self, figures: Iterable[Figure], period: Period, scope: str) -> Mapping[str, Answer]:
        """The answers of some figures by code, be they of the catalogue or parts of one, all of one moment."""
        asked = tuple(figures)
        known = self._of(asked, period, scope)
        return MappingProxyType({one.code: known.told(one.code) for one in asked})

    def forget(self, types: frozenset[str]) -> None:
        """Let go of every answer that reads one of the record types just saved."""
        for known in self._known.values():
            known.drop(types)

    def forget_all(self) -> None:
        """Let go of everything: what figures are made of was derived anew."""
        self._known.clear()

    def before(self, uid: str) -> Before:
        """What an incident adds to the sums remembered of late: asked in the transaction that will change it."""
        self._look_outside()
        latest = list(self._known.items())[-_FOLLOWED:]
        return {key: self._added(known, uid) for key, known in latest}

    def see(self) -> None:
        """What was written is this window's own: asked in the transaction that wrote it, after `before`."""
        self._seen = self._head()

    def follow(self, before: Before, uid: str) -> None:
        """The incident was saved and nothing else: the sums that it was asked of follow, the others are forgotten."""
        for key in [key for key in self._known if key not in before]:
            del self._known[key]
        for key, added in before.items():
            known = self._known[key]
            for code, after in self._added(known, uid).items():
                known.put(code, known.sums[code].exchanged(added[code], after))

    @property
    def _connection(self) -> Connection:
        return self._asked_of()

    def _added(self, known: _Known, uid: str) -> dict[str, Tally]:
        figures = [one for one in known.figures.values() if not one.of_cases]
        if not uid:  # it was never saved
            return {figure.code: Tally() for figure in figures}
        return tally_all(self._connection, figures, known.period, known.scope, uid)

    def _of(self, asked: Iterable[Figure], period: Period, scope: str) -> _Known:
        """At least the sums asked for; only those not remembered are put to the store."""
        key = (str(period.first), str(period.last), period.area, scope)
        with one_moment(self._connection):
            self._look_outside()
            known = self._known.get(key) or _Known(period, scope)
            missing = [one for one in asked if one.code not in known.sums]
            if missing:
                known.sums |= tally_all(self._connection, missing, period, scope)
                known.figures |= {one.code: one for one in missing}
        self._remember(key, known)
        return known

    def _remember(self, key: _Key, known: _Known) -> None:
        self._known[key] = known
        self._known.move_to_end(key)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)

    def _look_outside(self) -> None:
        """The data version moves when another connection, and only another one, has written.

        Whether it was a record shows in the history; a draft, or a window that says it is there, changes no figure.
        """
        version = self._data_version()
        if version != self._version:
            self._version = version
            if (head := self._head()) != self._seen:
                self._known.clear()
                self._seen = head

    def _head(self) -> object:
        """The latest save, and by which edition of the program everything was derived."""
        found = self._connection.execute(
            "SELECT (SELECT chain_sha256 FROM revision ORDER BY id DESC LIMIT 1),"
            " (SELECT value FROM meta WHERE key = 'derived_by')"
        )
        return found.fetchall()

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchall()[0][0])
