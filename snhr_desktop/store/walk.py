"""One walk over all records for whatever is held against them: each is read and parsed once.

Beside them stand the latest revisions, the figures, the search, the queue and the keys of persons. Some hundred records
are held at a time, and of the search and the keys eight bytes for each record.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from snhr_desktop.domain.records import CaseFile, Dossier, RecordSet, Victim
from snhr_desktop.store import facts, history, indexed, person_keys, queue, sets
from snhr_desktop.store.findings import (
    ERROR,
    FACTS_DIFFER,
    HEAD_DIFFERS,
    HISTORY_CUT,
    KEYS_DIFFER,
    KEYS_STRANGE,
    QUEUE_DIFFERS,
    SEARCH_DIFFERS,
    SEARCH_STRANGE,
    Finding,
)
from snhr_desktop.store.store import Store

if TYPE_CHECKING:
    from snhr_desktop.i18n import Message


def findings(store: Store) -> Iterator[Finding]:
    """What records and whatever follows from them do not agree in, each kind of finding by itself."""
    walk = _Walk(store)
    found: dict[Message, list[Finding]] = defaultdict(list)
    for one in walk.findings():
        found[one.message].append(one)
    yield from (one for same in found.values() for one in same)


class _Walk:
    def __init__(self, store: Store) -> None:
        self._connection, self._gazetteer = store.connection, store.gazetteer
        self._indexes = indexed.Indexes(self._connection, self._gazetteer)
        self._keys = person_keys.filed(self._connection)

    def findings(self) -> Iterator[Finding]:
        for part in sets.read_in_parts(self._connection, Dossier):
            yield from self._of_any(part)
            persons = sets.rows_of(self._connection, Victim, part)
            yield from _told(SEARCH_DIFFERS, self._indexes.incidents(part), "name")
            yield from _told(KEYS_DIFFER, self._misfiled(part, persons))
            yield from _told(QUEUE_DIFFERS, queue.miscounted(self._connection, part, self._gazetteer))
        for files in sets.read_in_parts(self._connection, CaseFile):
            yield from self._of_any(files)
            yield from _told(SEARCH_DIFFERS, self._indexes.cases(files), "name")
        names, strange = indexed.source_names(self._connection)
        yield from _told(SEARCH_DIFFERS, dict.fromkeys(names), "name")
        if strange or self._indexes.hold_strange():
            yield Finding(ERROR, SEARCH_STRANGE)
        if self._keys.holds_more():
            yield Finding(ERROR, KEYS_STRANGE)

    def _of_any(self, part: Mapping[int, RecordSet]) -> Iterator[Finding]:
        names = {one.head.uid: one for one in part.values()}
        heads = {uid: (one.revision, one.body()) for uid, one in names.items()}
        for wrong in history.not_latest(self._connection, heads):
            one = names[wrong.uid]
            said: dict[str, object] = {"reference": one.head.reference}
            if wrong.cut:
                yield Finding(ERROR, HISTORY_CUT, said | {"revision": one.revision})
            else:
                yield Finding(ERROR, HEAD_DIFFERS, said)
        yield from _told(FACTS_DIFFER, facts.differing(self._connection, part, self._gazetteer))

    def _misfiled(self, part: Mapping[int, Dossier], persons: Mapping[str, int]) -> Iterator[str]:
        """References of incidents of which somebody is not filed to be found again as they should be."""
        for dossier in part.values():
            rows = {persons[one.uid]: one for one in dossier.victims}
            for row, victim in rows.items():
                self._keys.take(person_keys.filing(row, victim, dossier.incident))
            if sum(self._keys.differs(row) for row in rows):  # everybody is asked
                yield dossier.incident.reference


def _told(message: "Message", references: Iterable[str], name: str = "reference") -> Iterator[Finding]:
    yield from (Finding(ERROR, message, {name: reference}) for reference in references)
