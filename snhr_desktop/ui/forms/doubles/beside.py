"""Asks a moment after each pause in typing whether an entry is perhaps recorded already; typing never waits for it."""

from PySide6.QtCore import QObject, QTimer, Signal

from snhr_desktop.domain.doubles import IncidentTraits, PersonTraits, incident_traits, person_traits
from snhr_desktop.domain.records import Dossier
from snhr_desktop.ui.draft_keeper import DraftKeeper
from snhr_desktop.ui.forms.checking import Checking
from snhr_desktop.ui.forms.doubles.hint import Hint
from snhr_desktop.ui.forms.doubles.hints_card import HintsCard
from snhr_desktop.ui.forms.review import Review
from snhr_desktop.ui.operations import Operations
from snhr_desktop.workspace import LikelyDoubles, LikelyPerson

PAUSE = 350
"""Milliseconds after an entry was reviewed; a word that is still being typed asks nothing."""
_AT_ONCE = 3
"""Persons asked for with one question, so that a save never waits behind a long one."""
_MOST = 8
_KEY = "likely doubles"
Asked = tuple[str, IncidentTraits]


class Beside(QObject):
    """Fills the card of hints for the entry of a form, and remembers what a person dismisses."""

    compare_asked = Signal(object)
    """The `Hint` to be looked at side by side."""

    def __init__(
        self, operations: Operations, card: HintsCard, checking: Checking, keeper: DraftKeeper, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._operations, self._card, self._checking, self._keeper = operations, card, checking, keeper
        self._known: dict[PersonTraits, tuple[LikelyPerson, ...]] = {}
        self._asked: Asked | None = None
        self._found = LikelyDoubles((), (), 0)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.ask)
        checking.reviewed.connect(self._reviewed)
        card.compare_asked.connect(self.compare_asked)
        card.dismissed.connect(self.dismiss)
        card.recalled.connect(self._recall)
        operations.changed.connect(self._forget)

    @property
    def entry(self) -> str:
        """What the store knows the entry by: its identity, or the key of its draft."""
        return self._dossier.incident.uid or self._keeper.key

    def ask(self) -> None:
        """Ask now, unless nothing was typed that matters."""
        self._pause.stop()
        dossier, entry = self._dossier, self.entry
        traits = incident_traits(dossier)
        missing = [person for _, person in self._persons() if person not in self._known][:_AT_ONCE]
        if not missing and self._asked == (entry, traits):
            self._show()
            return

        def take(found: LikelyDoubles) -> None:
            if entry != self.entry:
                return
            self._asked, self._found = (entry, traits), found
            self._known |= dict(zip(missing, found.persons, strict=True))
            self._show()
            self._pause.start()  # more persons, or what was typed meanwhile

        self._operations.ask(
            lambda workspace: workspace.likely_doubles(traits, missing, entry), take, owner=self, key=_KEY
        )

    def dismiss(self, hint: Hint) -> None:
        """A person says that it is not the same."""
        entry, other = self.entry, hint.likely.uid
        self._operations.ask(
            lambda workspace: workspace.not_the_same(entry, other), lambda _: self._forget(), owner=self
        )

    def _recall(self) -> None:
        entry = self.entry
        self._operations.ask(lambda workspace: workspace.perhaps_the_same(entry), lambda _: self._forget(), owner=self)

    def _forget(self) -> None:
        """The store holds other records, or other dismissals, than when it was asked."""
        self._known.clear()
        self._asked = None
        self._pause.start()

    def _reviewed(self, review: Review) -> None:
        if self._asked and self._asked[0] != self.entry:  # another entry is shown
            self._known.clear()
            self._asked, self._found = None, LikelyDoubles((), (), 0)
            self._show()
        self._pause.start()

    def _show(self) -> None:
        hints = [Hint(likely) for likely in self._found.incidents]
        persons = [Hint(likely, row) for row, person in self._persons() for likely in self._known.get(person, ())]
        persons.sort(key=lambda hint: -hint.likely.match.score)
        told = {hint.likely.uid: hint for hint in reversed(persons)}
        hints += [hint for hint in persons if told[hint.likely.uid] is hint]
        self._card.show_hints(hints[:_MOST], self._found.dismissed)

    @property
    def _dossier(self) -> Dossier:
        dossier: Dossier = self._checking.latest.dossier
        return dossier

    def _persons(self) -> list[tuple[int, PersonTraits]]:
        dossier = self._dossier
        traits = ((row, person_traits(victim, dossier.incident)) for row, victim in enumerate(dossier.victims))
        return [(row, person) for row, person in traits if person]
