"""The rows of a file made into records, some at a time: by whoever imports, or ahead of it by another process.

Nothing here asks a store. What both ways make is the same, since both call this.
"""

import datetime as dt
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.records.altering import altered
from snhr_desktop.exchange.conversion import MappedCases, MappedRows, settled
from snhr_desktop.exchange.convert import Converted, Converter, OwnDossiers
from snhr_desktop.exchange.grouping import groups_in_order, groups_of, is_in_order, some_at_a_time
from snhr_desktop.exchange.mapping import CASE, FileMapping
from snhr_desktop.exchange.reading import Row, Source
from snhr_desktop.exchange.watching import Waiting
from snhr_desktop.store.saving import ready_dossiers


@dataclass(frozen=True)
class Making:
    """How the rows of one file become records: by a mapping, or none for our own, so many `at_once`.

    New incidents are made `ready` to be written where they are to be. `in_order` says that the rows of each record are
    known to stand next to each other: then the file need not be read to its end before the first.
    """

    mapping: FileMapping | None
    gazetteer: Gazetteer
    today: dt.date
    at_once: int
    ready: bool
    in_order: bool = False

    @property
    def grouped(self) -> bool:
        """Whether several rows may be one record."""
        return self.mapping is not None and self.mapping.grouped

    def looked_at(self, source: Source, waiting: Waiting) -> "Making":
        """The same, knowing whether the rows of a file are in order. Raises `UnreadableFile`, `ImportStopped`."""
        if not self.grouped:
            return self
        key_of = self._converter(source, waiting).key_of
        return replace(self, in_order=is_in_order(lambda: waiting.over(source.rows()), key_of, source.name))

    def blocks(
        self, source: Source, waiting: Waiting, mine: Callable[[int], bool] = lambda _: True
    ) -> Generator[list[Converted], None, None]:
        """The records of a file, those of some rows after the other; of the blocks those whose number is `mine`.

        Raises `UnreadableFile`, `ImportStopped`.
        """
        converter = self._converter(source, waiting)
        for number, some in enumerate(some_at_a_time(self._groups(source, converter, waiting), self.at_once)):
            if mine(number):
                made = [converter.convert(group) for group in waiting.over(some)]
                if self.ready:
                    self._make_ready(made)
                yield made

    def _make_ready(self, made: list[Converted]) -> None:
        new = [(at, one.dossier, one.hints) for at, one in enumerate(made) if one.dossier and _is_new(one.dossier)]
        readied = ready_dossiers([(dossier, found) for _, dossier, found in new], self.gazetteer, self.today)
        for (at, dossier, _), ready in zip(new, readied, strict=True):
            made[at] = altered(
                made[at], dossier=None, hints=(), ready=ready, origin=dossier.incident.origin, where=where(dossier)
            )

    def _converter(self, source: Source, waiting: Waiting) -> Converter:
        if self.mapping is None:
            return OwnDossiers(self.gazetteer, self.today)
        made = MappedCases if self.mapping.rows == CASE else MappedRows
        mapping = settled(self.mapping, source, waiting)
        return made(mapping, self.gazetteer, self.today, source.cell_name, hints=self.ready)

    def _groups(self, source: Source, converter: Converter, waiting: Waiting) -> Iterator[Sequence[Row]]:
        """The rows of each incident, where several may be one; else every row alone."""
        if self.grouped and self.in_order:
            return groups_in_order(lambda: waiting.over(source.rows()), converter.key_of)
        if self.grouped:
            return groups_of(lambda: waiting.over(source.rows()), converter.key_of, source.name)
        return ([row] for row in waiting.over(source.rows()))


def says_all(dossier: Dossier) -> bool:
    """Whether the store would parse a dossier to what it is: a row that says nothing would go."""
    return all(map(any, map(dict.values, map(vars, dossier.records()[1:]))))


def where(dossier: Dossier) -> tuple[str, str]:
    """The code of the place of an incident and its first day, blank where it is not known."""
    first = dossier.incident.date.first
    return dossier.incident.place.pcode, first.isoformat() if first else ""


def _is_new(dossier: Dossier) -> bool:
    """Whether it comes from elsewhere, under no identity and no reference of its own."""
    named = dossier.incident.reference or any(map(attrgetter("uid"), dossier.records()))
    return bool(dossier.incident.origin) and not named and says_all(dossier)
