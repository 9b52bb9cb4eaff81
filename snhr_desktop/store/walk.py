"""One walk over all records for whatever is held against them: each is read and parsed once.

Beside them stand the latest revisions, the figures, the search, the queue and the keys of persons. Some hundred records
are held at a time, and of the search and the keys eight bytes for each record.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from snhr_desktop.domain.records import CaseFile, Dossier, RecordSet, Victim
from snhr_desktop.i18n import N_
from snhr_desktop.store import against_history, facts, indexed, person_keys, queue, sets
from snhr_desktop.store.findings import (
    ERROR,
    FACTS_DIFFER,
    HEAD_DIFFERS,
    HISTORY_CUT,
    KEYS_DIFFER,
    KEYS_STRANGE,
    NOT_CHECKED,
    QUEUE_DIFFERS,
    SEARCH_DIFFERS,
    SEARCH_STRANGE,
    Finding,
    as_far_as_read,
)
from snhr_desktop.store.store import Store

if TYPE_CHECKING:
    from snhr_desktop.i18n import Message
    from snhr_desktop.store.checking import Reading

HISTORY = N_("what records say, beside their history and figures")
FOLLOWING = N_("search, queue and likely duplicates of incidents")
CASES = N_("search of cases")


def findings(store: Store, reading: "Reading" = lambda _read, _records: None) -> Iterator[Finding]:
    """What records and whatever follows from them do not agree in, each kind of finding by itself.

    `reading` hears how many of how many records were read, some hundred at a time; what it raises ends the walk.
    """
    walk = _Walk(store, reading)
    found: dict[Message, list[Finding]] = defaultdict(list)
    for one in walk.findings():
        if one.message != NOT_CHECKED or one not in found[NOT_CHECKED]:
            found[one.message].append(one)
    yield from (one for same in found.values() for one in same)


class _Walk:
    def __init__(self, store: Store, reading: "Reading") -> None:
        self._connection, self._gazetteer = store.connection, store.gazetteer
        self._reading, self._read = reading, 0
        counted = "SELECT (SELECT count(*) FROM incident) + (SELECT count(*) FROM detention)"
        self._records = int(self._connection.execute(counted).fetchone()[0])
        self._indexes = indexed.Indexes(self._connection, self._gazetteer)
        self._keys = person_keys.filed(self._connection)

    def findings(self) -> Iterator[Finding]:
        for part in sets.read_in_parts(self._connection, Dossier):
            yield from as_far_as_read(self._of_any(part), HISTORY)
            yield from as_far_as_read(self._of_incidents(part), FOLLOWING)
            self._go_on(len(part))
        for files in sets.read_in_parts(self._connection, CaseFile):
            yield from as_far_as_read(self._of_any(files), HISTORY)
            yield from as_far_as_read(_told(SEARCH_DIFFERS, self._indexes.cases(files), "name"), CASES)
            self._go_on(len(files))
        names, strange = indexed.source_names(self._connection)
        yield from _told(SEARCH_DIFFERS, dict.fromkeys(names), "name")
        if strange or self._indexes.hold_strange():
            yield Finding(ERROR, SEARCH_STRANGE)
        if self._keys.holds_more():
            yield Finding(ERROR, KEYS_STRANGE)

    def _go_on(self, read: int) -> None:
        self._read += read
        self._reading(self._read, self._records)

    def _of_incidents(self, part: Mapping[int, Dossier]) -> Iterator[Finding]:
        persons = sets.rows_of(self._connection, Victim, part)
        yield from _told(SEARCH_DIFFERS, self._indexes.incidents(part), "name")
        yield from _told(KEYS_DIFFER, self._misfiled(part, persons))
        yield from _told(QUEUE_DIFFERS, queue.miscounted(self._connection, part, self._gazetteer))

    def _of_any(self, part: Mapping[int, RecordSet]) -> Iterator[Finding]:
        names = {one.head.uid: one for one in part.values()}
        heads = {uid: (one.revision, one.body()) for uid, one in names.items()}
        for wrong in against_history.not_latest(self._connection, heads):
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
