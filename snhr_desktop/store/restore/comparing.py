"""What a backup and the present store have that the other has not, by the history of both."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from snhr_desktop.i18n import N_, NP_, Language, Message
from snhr_desktop.store.bodies import PARTS

if TYPE_CHECKING:
    from sqlite3 import Connection

ALIKE = N_("The backup and the present store hold the same.")
LACKS = N_("Only in the present store: {what}")
HAS = N_("Only in the backup: {what}")
NEWER = N_("Saved again since the backup: {what}")
OLDER = N_("Saved later in the backup than in the present store: {what}")
KINDS: Mapping[str, Message] = {
    "incident": NP_("{n} incident", "{n} incidents"),
    "detention": NP_("{n} case", "{n} cases"),
    "period": NP_("{n} period", "{n} periods"),
    "publication": NP_("{n} published report", "{n} published reports"),
}
OTHERS = NP_("{n} other entry", "{n} other entries")
COUNTED = N_("{count} ({names})")
_MOST = 12

Named = Mapping[str, tuple[str, ...]]
"""By record type: what people call the records, or blank where they have no name."""


@dataclass(frozen=True)
class Compared:
    """Only in the present store, only in the backup, in both but further on in the one or in the other."""

    lacks: Named
    has: Named
    newer: Named
    older: Named

    @property
    def alike(self) -> bool:
        """Whether both hold the same."""
        return not (self.lacks or self.has or self.newer or self.older)

    def tell(self, language: Language) -> tuple[str, ...]:
        """In words, a line each."""
        parts = ((LACKS, self.lacks), (NEWER, self.newer), (HAS, self.has), (OLDER, self.older))
        told = tuple(language.text(words, what=_listed(named, language)) for words, named in parts if named)
        return told or (language.text(ALIKE),)


def compare(present: "Connection", backup: "Connection") -> Compared:
    """Hold the histories of two open stores against each other."""
    here, there = _heads(present), _heads(backup)
    both = [uid for uid in here if uid in there]
    return Compared(
        _named(present, (uid for uid in here if uid not in there)),
        _named(backup, (uid for uid in there if uid not in here)),
        _named(present, (uid for uid in both if here[uid] > there[uid])),
        _named(backup, (uid for uid in both if here[uid] < there[uid])),
    )


def _heads(connection: "Connection") -> dict[str, int]:
    return dict(connection.execute("SELECT record_uid, max(number) FROM revision GROUP BY record_uid").fetchall())


def _named(connection: "Connection", uids: Iterable[str]) -> Named:
    found: dict[str, list[str]] = defaultdict(list)
    for uid in uids:
        kind, body = connection.execute(
            "SELECT record_type, body FROM revision WHERE record_uid = ? ORDER BY number DESC LIMIT 1", (uid,)
        ).fetchone()
        part = next((name for name, record_type in PARTS.items() if record_type == kind), "")
        said = json.loads(body).get(part)
        name = str(said.get("reference") or said.get("code") or "") if isinstance(said, dict) else ""
        found[kind if kind in KINDS else ""].append(name)
    return {kind: tuple(sorted(names)) for kind, names in found.items()}


def _listed(named: Named, language: Language) -> str:
    return language.join([_of_kind(kind, names, language) for kind, names in sorted(named.items(), reverse=True)])


def _of_kind(kind: str, names: tuple[str, ...], language: Language) -> str:
    count = language.plural(KINDS.get(kind, OTHERS), len(names))
    called = [language.isolate(name) for name in names if name][:_MOST]
    if not called:
        return count
    more = "…" if len(names) > len(called) else ""
    return language.text(COUNTED, count=count, names=language.join(called) + more)
